//! `phan_bo` of a column: what is split, by what, and between which bounds.

use super::columns::{formula, position, unknown_column};
use super::fields::{Fields, text};
use super::yaml::{Content, Node};
use crate::diag::{Finding, Findings, Located, Place, rules};
use crate::model::allocation::{Allocation, Bound, Total};
use crate::model::formula::Formula;
use crate::model::table::ColumnKind;
use crate::model::text::ClerkText;
use crate::vietnamese::number;

pub const KEY: &str = "phan_bo";
const KEYS: &[&str] = &["tong", "theo", "toi_thieu", "toi_da", "lam_tron"];
const BOUND_KEYS: &[&str] = &["nhom", "muc"];
/// The only method; a required word, so that the dossier says what is done.
const METHODS: &[(&str, ())] = &[("phan_du_lon_nhat", ())];
const EXAMPLE: &str =
    "phan_bo: { tong: hang_so.giam, theo: ngheo_dau, toi_da: ngheo_dau, lam_tron: phan_du_lon_nhat }";

/// As declared, before the names of columns are looked up.
pub struct Declared {
    place: Place,
    total: ClerkText,
    weights: ClerkText,
    floors: Vec<Bound>,
    caps: Vec<Bound>,
}

/// Reads `phan_bo` of a column; `None` when it has none, or when what is wrong with it has been said.
pub fn declared(
    fields: &Fields<'_>,
    id: &str,
    kind: ColumnKind,
    findings: &mut Findings,
) -> Option<Declared> {
    let node = fields.get(KEY)?;
    let what = format!("«phan_bo» của cột «{id}»");
    let wrong = |message: String| Finding::new(&rules::WRONG_SHAPE, node.place.clone(), message);
    if let Some(other) = fields.get("cong_thuc") {
        findings.add(
            wrong(format!("cột «{id}» có cả «cong_thuc» và «phan_bo»"))
                .also(other.place.clone(), "công thức")
                .help("một cột chỉ tính theo một cách: giữ một trong hai"),
        );
        return None;
    }
    if !kind.adds_up() {
        findings.add(
            wrong(format!("cột «{id}» không chia được: «phan_bo» chỉ dùng cho cột số lượng hoặc tiền"))
                .help("sửa «kieu» thành so_ho, so_nguoi, so_luong hoặc tien, hoặc xóa «phan_bo»"),
        );
        return None;
    }
    let own = Fields::of(node, &what, KEYS, findings)?;
    let total = own.required_text("tong", &what, findings);
    let weights = own.required_text("theo", &what, findings);
    if own.get("lam_tron").is_none() {
        findings.add(
            Finding::new(&rules::MISSING_KEY, own.place.clone(), format!("{what} thiếu khóa «lam_tron»"))
                .help("thêm «lam_tron: phan_du_lon_nhat»: phần lẻ được chia cho các phần dư lớn nhất"),
        );
    }
    own.word("lam_tron", METHODS, findings);
    let floors = bounds(&own, "toi_thieu", findings);
    let caps = bounds(&own, "toi_da", findings);
    Some(Declared {
        place: node.place.clone(),
        total: total?,
        weights: weights?,
        floors: floors?,
        caps: caps?,
    })
}

/// A bound for all units, one for those of a group, or a list of such; `None` when one cannot be read.
fn bounds(fields: &Fields<'_>, key: &str, findings: &mut Findings) -> Option<Vec<Bound>> {
    let nodes = fields.list(key).iter();
    let read: Vec<Option<Bound>> = nodes.map(|node| bound(node, key, findings)).collect();
    read.into_iter().collect()
}

fn bound(node: &Node, key: &str, findings: &mut Findings) -> Option<Bound> {
    let what = format!("«{key}»");
    let (group, amount) = match &node.content {
        Content::Map { .. } => {
            let fields = Fields::of(node, &what, BOUND_KEYS, findings)?;
            let group = fields.required_text("nhom", &what, findings);
            (Some(group?), fields.required_text("muc", &what, findings)?)
        }
        _ => (None, text(node, &what, findings)?),
    };
    // «1.200» alone is a number as offices write it; within a formula a point stands before decimals.
    let formula = match number::parse(&amount.text) {
        Ok(value) => Located { value: Formula::Number(value), place: amount.place.clone() },
        Err(bad) if is_number_like(&amount.text) => {
            findings.add(
                Finding::new(&rules::WRONG_SHAPE, amount.place.clone(), format!("{what} ghi sai số: {bad}"))
                    .help("viết kiểu Việt Nam: 1.200 hoặc 7,5"),
            );
            return None;
        }
        Err(_) => formula(&amount, findings)?,
    };
    Some(Bound { group, formula })
}

fn is_number_like(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '%'))
}

impl Declared {
    /// Looks the columns up; `columns` are those that could be read, `ids` all that are declared.
    pub fn resolve(
        self,
        own: &str,
        columns: &[(String, ColumnKind)],
        ids: &[String],
        findings: &mut Findings,
    ) -> Option<Allocation> {
        let positions: Vec<String> = columns.iter().map(|(id, _)| id.clone()).collect();
        let weights = position(Some(&self.weights), "«theo»", &positions, ids, findings)?;
        let kind = columns[weights].1;
        let is_own = self.weights.text == own;
        if is_own || !kind.adds_up() && kind != ColumnKind::Percent {
            let message = if is_own {
                format!("cột «{own}» không thể chia theo chính nó")
            } else {
                format!(
                    "không chia theo cột «{}» được: cần một cột số lượng, tiền hoặc tỷ lệ",
                    self.weights.text
                )
            };
            let finding = Finding::new(&rules::WRONG_SHAPE, self.weights.place.clone(), message);
            findings.add(finding.help(format!("ghi tên cột làm căn cứ chia, ví dụ {EXAMPLE}")));
            return None;
        }
        let mut fits = true;
        for bound in self.floors.iter().chain(&self.caps) {
            for name in bound.formula.value.columns() {
                if !ids.iter().any(|id| id == name) {
                    unknown_column(name, bound.formula.place.clone(), ids, findings);
                    fits = false;
                } else if name == own {
                    fits = false;
                    findings.add(
                        Finding::new(
                            &rules::WRONG_FORMULA,
                            bound.formula.place.clone(),
                            format!("mức tối thiểu, tối đa của cột «{own}» không thể tính từ chính nó"),
                        )
                        .help("tính từ các cột khác của dòng, ví dụ toi_da: ngheo_dau"),
                    );
                }
            }
        }
        let total = total(self.total, &positions, ids, findings)?;
        fits.then_some(Allocation {
            place: self.place,
            total,
            weights,
            floors: self.floors,
            caps: self.caps,
            outcome: None,
        })
    }
}

/// A number, the name of a column of this table, or a reference.
fn total(text: ClerkText, positions: &[String], ids: &[String], findings: &mut Findings) -> Option<Total> {
    if ids.contains(&text.text) {
        let column = position(Some(&text), "«tong»", positions, ids, findings)?;
        return Some(Total::OfGroups { column, place: text.place });
    }
    match number::parse(&text.text) {
        Ok(value) => Some(Total::Number(Located { value, place: text.place })),
        Err(bad) if is_number_like(&text.text) => {
            findings.add(
                Finding::new(&rules::WRONG_SHAPE, text.place.clone(), format!("«tong» ghi sai số: {bad}"))
                    .help("viết kiểu Việt Nam, ví dụ 1.250; hoặc gọi một số liệu, ví dụ hang_so.giam, xa.tong.giam"),
            );
            None
        }
        Err(_) => Some(Total::Reference(text)),
    }
}
