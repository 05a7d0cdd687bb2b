//! Keys that a document may take from `ho-so.yaml` and that from `chung.yaml`: the nearest one counts.

use super::fan_out::LateTexts;
use super::fields::Fields;
use super::yaml::{Content, Node};
use super::{limits, register, same_facts, timeline, waivers};
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::document::Signatory;
use crate::model::fan_out::Late;
use crate::model::text::ClerkText;

/// The keys that all three files may hold.
pub const SHARED_KEYS: &[&str] = &[
    "co_quan",
    "co_quan_chu_quan",
    "viet_tat",
    "don_vi_soan",
    "dia_danh",
    "lien_he",
    "nam",
    "noi_nhan",
    "nguoi_ky",
    "the_thuc",
    "thoi_quen",
];
/// The keys that `ho-so.yaml` holds besides.
pub const DOSSIER_KEYS: &[&str] =
    &["hang_so", "bang", same_facts::KEY, register::KEY, timeline::KEY, waivers::KEY];
/// The keys that `chung.yaml` holds besides.
pub const OFFICE_KEYS: &[&str] = &[limits::KEY, register::KEY, timeline::KEY];

/// One document's view of the shared keys, nearest file first.
pub struct Layers<'a> {
    pub files: Vec<Fields<'a>>,
}

impl<'a> Layers<'a> {
    /// The nearest file that has the key.
    pub fn nearest(&self, key: &str) -> Option<&Fields<'a>> {
        self.files.iter().find(|fields| fields.get(key).is_some())
    }

    /// Where the nearest value stands.
    pub fn place(&self, key: &str) -> Option<Place> {
        self.nearest(key)?.get(key).map(|node| node.place.clone())
    }

    /// The nearest value; a key that a document leaves blank takes nothing from the files above it.
    pub fn text(&self, key: &str, findings: &mut Findings) -> Option<ClerkText> {
        self.files.iter().find(|fields| fields.mentions(key))?.text(key, findings)
    }

    /// A text that some file must give; reported at the document when none does.
    pub fn required(&self, key: &str, findings: &mut Findings) -> Option<ClerkText> {
        if self.nearest(key).is_none()
            && let Some(document) = self.files.first()
        {
            document.missing(key, "văn bản (và ho-so.yaml)", findings);
        }
        self.nearest(key)?.text(key, findings)
    }

    pub fn year(&self, findings: &mut Findings) -> Option<i16> {
        let text = self.required("nam", findings)?;
        let year = text.text.parse().ok().filter(|year| (1945..=2999).contains(year));
        if year.is_none() {
            findings.add(
                Finding::new(
                    &rules::WRONG_DATE,
                    text.place.clone(),
                    format!("«nam» phải là một năm có bốn chữ số, ở đây là «{}»", text.text),
                )
                .help("ví dụ: nam: 2023"),
            );
        }
        year
    }

    /// One signatory, or two side by side.
    pub fn signatories(&self, late: &mut LateTexts, findings: &mut Findings) -> Vec<Signatory> {
        const MOST: usize = 2;
        let Some(fields) = self.nearest("nguoi_ky") else {
            if let Some(document) = self.files.first() {
                document.missing("nguoi_ky", "văn bản (và ho-so.yaml)", findings);
            }
            return Vec::new();
        };
        let nodes = fields.list("nguoi_ky");
        if nodes.is_empty() {
            fields.missing("nguoi_ky", "văn bản (và ho-so.yaml)", findings);
        }
        if let Some(third) = nodes.get(MOST) {
            findings.add(
                Finding::new(
                    &rules::WRONG_SHAPE,
                    third.place.clone(),
                    format!("«nguoi_ky» có {} người, nhiều nhất là {MOST}", nodes.len()),
                )
                .help("ghi một người, hoặc hai người theo thứ tự bên trái, bên phải"),
            );
        }
        let nodes = nodes.iter().enumerate();
        nodes.filter_map(|(at, node)| signatory(node, at, late, findings)).collect()
    }

    pub fn recipients(&self, findings: &mut Findings) -> Vec<ClerkText> {
        self.nearest("noi_nhan").map(|fields| fields.texts("noi_nhan", findings)).unwrap_or_default()
    }
}

/// One signatory: up to three authority lines and a name.
pub fn signatory(node: &Node, at: usize, late: &mut LateTexts, findings: &mut Findings) -> Option<Signatory> {
    const MOST_LINES: usize = 3;
    let fields = Fields::of(node, "«nguoi_ky»", &["dong", "ho_ten"], findings)?;
    let lines = fields.texts("dong", findings);
    let lines = lines.iter().enumerate();
    let lines: Vec<String> = lines
        .map(|(line, text)| late.short(text, "«dong»", Late::SignatoryLine(at, line), findings))
        .collect();
    let name = fields.text("ho_ten", findings);
    let name = name.map(|text| late.short(&text, "«ho_ten»", Late::SignatoryName(at), findings));
    if lines.is_empty() {
        fields.missing("dong", "«nguoi_ky»", findings);
        return None;
    }
    if lines.len() > MOST_LINES {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                node.place.clone(),
                format!("«nguoi_ky.dong» có {} dòng, nhiều nhất là {MOST_LINES}", lines.len()),
            )
            .help("ví dụ: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]"),
        );
    }
    Some(Signatory { lines, name })
}

/// An empty mapping where a file is absent or blank.
pub fn or_empty(node: Node) -> Node {
    match node.content {
        Content::Null => {
            Node { place: node.place, content: Content::Map { entries: Vec::new(), in_braces: false } }
        }
        _ => node,
    }
}
