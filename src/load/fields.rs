//! Typed access to a YAML mapping: known keys only, each once, every complaint with its place.

use super::yaml::{Content, Entry, Node};
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::text::ClerkText;
use crate::vietnamese::text::nearest;

/// A mapping whose keys have been checked against the allowed ones.
pub struct Fields<'a> {
    entries: &'a [Entry],
    pub place: &'a Place,
}

impl<'a> Fields<'a> {
    /// Reports every unknown and every doubled key; `what` names the mapping in messages, e.g. «văn bản».
    pub fn of(node: &'a Node, what: &str, allowed: &[&str], findings: &mut Findings) -> Option<Self> {
        let Content::Map { entries, in_braces } = &node.content else {
            findings.add(
                Finding::new(
                    &rules::WRONG_SHAPE,
                    node.place.clone(),
                    format!("{what} phải gồm các dòng «khóa: giá trị», ở đây là {}", shape(node)),
                )
                .help(format!("các khóa được phép: {}", allowed.join(", "))),
            );
            return None;
        };
        for (at, entry) in entries.iter().enumerate() {
            if !allowed.contains(&entry.key.as_str()) {
                let mut finding = Finding::new(
                    &rules::UNKNOWN_KEY,
                    entry.key_place.clone(),
                    format!("khóa «{}» không dùng được trong {what}", entry.key),
                );
                finding = match nearest(&entry.key, allowed.iter().copied()) {
                    Some(near) => finding.help(format!("có phải ý là «{near}»?")),
                    None => finding.help(format!("các khóa được phép: {}", allowed.join(", "))),
                };
                if *in_braces && matches!(entry.value.content, Content::Null) {
                    finding = finding.note("trong { }, giá trị có dấu phẩy phải đặt trong ngoặc kép");
                }
                findings.add(finding);
            }
            if let Some(first) = entries[..at].iter().find(|other| other.key == entry.key) {
                findings.add(
                    Finding::new(
                        &rules::DUPLICATE_KEY,
                        entry.key_place.clone(),
                        format!("khóa «{}» ghi hai lần", entry.key),
                    )
                    .also(first.key_place.clone(), "lần đầu ở đây")
                    .help("giữ lại một dòng, xóa dòng kia"),
                );
            }
        }
        Some(Self { entries, place: &node.place })
    }

    /// The value of a key, or `None` when it is absent or blank.
    pub fn get(&self, key: &str) -> Option<&'a Node> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| &entry.value)
            .filter(|node| !is_blank(node))
    }

    /// Where the key stands that has a value.
    pub fn key_place(&self, key: &str) -> Option<&'a Place> {
        self.get(key)?;
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.key_place)
    }

    /// Whether the key is written at all, be it blank.
    pub fn mentions(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    /// A text value.
    pub fn text(&self, key: &str, findings: &mut Findings) -> Option<ClerkText> {
        text(self.get(key)?, &format!("«{key}»"), findings)
    }

    /// A text value that must be there.
    pub fn required_text(&self, key: &str, what: &str, findings: &mut Findings) -> Option<ClerkText> {
        if self.get(key).is_none() {
            self.missing(key, what, findings);
        }
        self.text(key, findings)
    }

    /// Reports that a key is missing, at the mapping.
    pub fn missing(&self, key: &str, what: &str, findings: &mut Findings) {
        let place =
            self.entries.iter().find(|entry| entry.key == key).map_or(self.place, |entry| &entry.key_place);
        findings.add(
            Finding::new(
                &rules::MISSING_KEY,
                place.clone(),
                format!("{what} thiếu khóa «{key}» hoặc để trống"),
            )
            .help(format!("thêm dòng «{key}: …»")),
        );
    }

    /// A list of nodes; one value alone counts as a list of one.
    pub fn list(&self, key: &str) -> &'a [Node] {
        match self.get(key) {
            None => &[],
            Some(Node { content: Content::List(items), .. }) => items,
            Some(single) => std::slice::from_ref(single),
        }
    }

    /// A list of texts; one text alone counts as a list of one.
    pub fn texts(&self, key: &str, findings: &mut Findings) -> Vec<ClerkText> {
        let nodes = self.list(key);
        let what =
            if nodes.len() == 1 { format!("«{key}»") } else { format!("một mục của «{key}»") };
        for blank in nodes.iter().filter(|node| is_blank(node)) {
            findings.add(
                Finding::new(&rules::MISSING_KEY, blank.place.clone(), format!("{what} để trống"))
                    .help("ghi chữ cần in, hoặc xóa mục này"),
            );
        }
        nodes.iter().filter(|node| !is_blank(node)).filter_map(|node| text(node, &what, findings)).collect()
    }

    /// The value of a key that must be one of some words.
    pub fn word<T: Copy>(&self, key: &str, words: &[(&str, T)], findings: &mut Findings) -> Option<T> {
        let given = self.text(key, findings)?;
        let found = words.iter().find(|(word, _)| *word == given.text).map(|(_, value)| *value);
        if found.is_none() {
            unknown_word(&given, &format!("«{key}»"), words.iter().map(|(word, _)| *word), findings);
        }
        found
    }
}

/// The entries of a mapping whose keys are names that the clerk gives (tables, columns, constants): each once, each a
/// name that text can refer to.
pub fn named_entries<'a>(entries: &'a [Entry], what: &str, findings: &mut Findings) -> Vec<&'a Entry> {
    const RESERVED: [&str; 4] = ["nam", "hang_so", "dong", "xem"];
    let mut named: Vec<&Entry> = Vec::new();
    for entry in entries {
        if let Some(first) = named.iter().find(|other| other.key == entry.key) {
            findings.add(
                Finding::new(
                    &rules::DUPLICATE_KEY,
                    entry.key_place.clone(),
                    format!("{what} «{}» khai báo hai lần", entry.key),
                )
                .also(first.key_place.clone(), "lần đầu ở đây")
                .help("giữ lại một dòng, xóa dòng kia"),
            );
            continue;
        }
        let can_be_called = entry.key.chars().all(|c| c.is_alphanumeric() || c == '_')
            && entry.key.chars().next().is_some_and(|c| !c.is_ascii_digit())
            && !RESERVED.contains(&entry.key.as_str());
        if !can_be_called {
            findings.add(
                Finding::new(
                    &rules::WRONG_SHAPE,
                    entry.key_place.clone(),
                    format!("tên {what} «{}» không gọi được trong văn bản", entry.key),
                )
                .help("tên chỉ gồm chữ, số và dấu gạch dưới, ví dụ ngheo_dau; khác nam, hang_so, dong, xem"),
            );
        }
        named.push(entry);
    }
    named
}

/// A short text that takes no references: an abbreviation, a place name, a signatory's line.
pub fn plain(text: &ClerkText, what: &str, findings: &mut Findings) -> String {
    if let Some(at) = text.text.find("{{") {
        findings.add(
            Finding::new(
                &rules::BROKEN_REFERENCE,
                text.place_of(at, "{{"),
                format!("{what} không nhận tham chiếu «{{{{ … }}}}»"),
            )
            .help("ghi thẳng chữ cần in"),
        );
    }
    text.one_line()
}

/// Reports a word outside its list, with the nearest one that is in it.
pub fn unknown_word<'w>(
    given: &ClerkText,
    what: &str,
    allowed: impl Iterator<Item = &'w str> + Clone,
    findings: &mut Findings,
) {
    let finding = Finding::new(
        &rules::UNKNOWN_WORD,
        given.place.clone(),
        format!("{what} không nhận giá trị «{}»", given.text),
    );
    findings.add(match nearest(&given.text, allowed.clone()) {
        Some(near) => finding.help(format!("có phải ý là «{near}»?")),
        None if allowed.clone().next().is_none() => finding.help("ho-so.yaml chưa khai báo mục này"),
        None => finding.help(format!("chọn một trong: {}", allowed.collect::<Vec<_>>().join(", "))),
    });
}

/// Whether nothing is written: no value, or blanks in quotes.
pub fn is_blank(node: &Node) -> bool {
    match &node.content {
        Content::Null => true,
        Content::Scalar(text) => text.text.trim().is_empty(),
        _ => false,
    }
}

/// A node as text; anything else is reported.
pub fn text(node: &Node, what: &str, findings: &mut Findings) -> Option<ClerkText> {
    match &node.content {
        Content::Scalar(text) => Some(text.clone()),
        Content::Null => None,
        _ => {
            findings.add(
                Finding::new(
                    &rules::WRONG_SHAPE,
                    node.place.clone(),
                    format!("{what} phải là một đoạn chữ, ở đây là {}", shape(node)),
                )
                .help("nếu chữ có «: », «{{» hoặc bắt đầu bằng dấu ngoặc thì đặt cả đoạn trong ngoặc kép"),
            );
            None
        }
    }
}

/// What a node is, in the clerk's words.
pub fn shape(node: &Node) -> &'static str {
    match node.content {
        Content::Null => "chỗ trống",
        Content::Scalar(_) => "một đoạn chữ",
        Content::List(_) => "một danh sách",
        Content::Map { .. } => "các dòng «khóa: giá trị»",
    }
}
