//! The body with its repetitions written out and its blocks numbered, before any text is.
//!
//! Text may refer to what stands after it («theo Điều 5»), so every number must be known before the first sentence
//! is composed. Labels follow nd30.md rows 61-66, citations Phụ lục II of the decree (nd30.md §3, row 21): «điểm a
//! khoản 2 Điều 3».

use std::collections::BTreeMap;

use super::trouble::Trouble;
use crate::diag::{Finding, Findings, Located, Place, rules};
use crate::model::body::{BodyBlock, BodyItem, BodyKind, Repeat};
use crate::model::profile::Wording;
use crate::model::table::Table;
use crate::vietnamese::roman::roman;
use crate::vietnamese::text::nearest;

/// The row that `dong` means inside a repetition.
pub type Row<'a> = (&'a Table, usize);

/// One block with its number and, inside a repetition, its row.
pub struct Node<'a> {
    pub block: &'a BodyBlock,
    pub row: Option<Row<'a>>,
    /// «I.», «Điều 3.», «a)»; empty where the kind has none.
    pub label: String,
    /// Its own part of a citation: «khoản 2»; empty where it cannot be cited.
    own: String,
    pub children: Vec<Node<'a>>,
}

/// The letters of points in alphabetical order (nd30.md row 65).
const POINTS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v",
    "x", "y",
];

/// Writes repetitions out; `rows` says which rows one runs over, and reports when it cannot.
pub fn unrolled<'a>(
    items: &'a [BodyItem],
    rows: &mut dyn FnMut(&'a Repeat) -> Vec<Row<'a>>,
    row: Option<Row<'a>>,
) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    for item in items {
        match item {
            BodyItem::Block(block) => {
                let children = unrolled(&block.children, rows, row);
                nodes.push(Node { block, row, label: String::new(), own: String::new(), children });
            }
            BodyItem::Repeat(repeat) => {
                for row in rows(repeat) {
                    nodes.extend(unrolled(&repeat.children, rows, Some(row)));
                }
            }
        }
    }
    nodes
}

/// Numbers one body: that of the document, of an attached document or of an annex.
pub fn number(nodes: &mut [Node<'_>], wording: &Wording) {
    let titled = count_titled_tables(nodes);
    let mut numbering = Numbering {
        wording,
        has_articles: has_articles(nodes),
        numbers_tables: titled > 1,
        chapters: 0,
        articles: 0,
        tables: 0,
    };
    numbering.blocks(nodes);
}

fn has_articles(nodes: &[Node<'_>]) -> bool {
    nodes.iter().any(|node| node.block.kind == BodyKind::Article || has_articles(&node.children))
}

fn is_titled_table(node: &Node<'_>) -> bool {
    node.block.table.as_ref().is_some_and(|table| table.title.is_some())
}

fn count_titled_tables(nodes: &[Node<'_>]) -> usize {
    nodes.iter().map(|node| usize::from(is_titled_table(node)) + count_titled_tables(&node.children)).sum()
}

struct Numbering<'w> {
    wording: &'w Wording,
    /// «Mục 1» in a document with articles, «I.» in one without.
    has_articles: bool,
    /// One titled table alone has no number.
    numbers_tables: bool,
    /// Chapters, articles and tables number on through the whole document.
    chapters: usize,
    articles: usize,
    tables: usize,
}

impl Numbering<'_> {
    fn blocks(&mut self, nodes: &mut [Node<'_>]) {
        let mut counts: BTreeMap<BodyKind, usize> = BTreeMap::new();
        for node in nodes {
            let count = counts.entry(node.block.kind).or_default();
            *count += 1;
            let count = *count;
            (node.label, node.own) = self.label(node, count);
            self.blocks(&mut node.children);
        }
    }

    /// The label on the page, and the block's own part of a citation.
    fn label(&mut self, node: &Node<'_>, count: usize) -> (String, String) {
        let words = self.wording;
        let both = |text: String| (text.clone(), text);
        match node.block.kind {
            BodyKind::Part => both(format!("{} {}", words.phan, roman(count))),
            BodyKind::Chapter => {
                self.chapters += 1;
                both(format!("{} {}", words.chuong, roman(self.chapters)))
            }
            BodyKind::Section if self.has_articles => both(format!("{} {count}", words.muc)),
            BodyKind::Section => (format!("{}.", roman(count)), format!("{} {}", words.muc, roman(count))),
            BodyKind::Subsection => both(format!("{} {count}", words.tieu_muc)),
            BodyKind::Article => {
                self.articles += 1;
                let label = format!("{} {}", words.dieu, self.articles);
                (format!("{label}."), label)
            }
            BodyKind::Clause => (format!("{count}."), format!("{} {count}", words.khoan)),
            BodyKind::Point => (format!("{})", point(count)), format!("{} {}", words.diem, point(count))),
            BodyKind::Dash => ("-".to_owned(), String::new()),
            BodyKind::Plus => ("+".to_owned(), String::new()),
            BodyKind::Paragraph => (String::new(), String::new()),
            BodyKind::Table if is_titled_table(node) && self.numbers_tables => {
                self.tables += 1;
                let label = format!("{} {}", words.bang, self.tables);
                (format!("{label}."), label)
            }
            BodyKind::Table => (String::new(), String::new()),
        }
    }
}

fn point(count: usize) -> String {
    // After the last letter the alphabet is doubled: aa, bb …
    let letter = POINTS[(count - 1) % POINTS.len()];
    letter.repeat((count - 1) / POINTS.len() + 1)
}

/// The part of a document that a block stands in or is cited from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Document,
    /// An attached document, by its place.
    Attached(usize),
    /// An annex, by its place.
    Annex(usize),
}

/// What a name stands for.
enum Named {
    /// «khoản 2», and «khoản 2 Điều 3», in one part of the document.
    Cited { own: String, whole: String, part: Part },
    /// «Phụ lục II».
    Annex(String),
    /// A dash, a paragraph, a table without a number.
    Numberless,
    /// A block that a repetition writes several times.
    Repeated,
}

/// How the parts of a document call themselves: «Quyết định», «Quy chế», «Phụ lục I».
pub struct PartNames {
    pub document: String,
    pub attached: Vec<String>,
    pub annexes: Vec<String>,
}

/// The named blocks and annexes of a document.
pub struct Names {
    named: BTreeMap<String, (Named, Place)>,
    parts: PartNames,
}

impl Names {
    pub fn new(parts: PartNames) -> Self {
        Self { named: BTreeMap::new(), parts }
    }

    /// Takes the names of a numbered body.
    pub fn add_body(&mut self, nodes: &[Node<'_>], part: Part, findings: &mut Findings) {
        self.walk(nodes, &[], part, findings);
    }

    fn walk(&mut self, nodes: &[Node<'_>], above: &[(BodyKind, &str)], part: Part, findings: &mut Findings) {
        for node in nodes {
            if let Some(name) = &node.block.name {
                let named = if node.row.is_some() {
                    Named::Repeated
                } else if node.own.is_empty() {
                    Named::Numberless
                } else {
                    Named::Cited { own: node.own.clone(), whole: whole(node, above), part }
                };
                self.add(name, named, findings);
            }
            let mut path = above.to_vec();
            path.push((node.block.kind, node.own.as_str()));
            self.walk(&node.children, &path, part, findings);
        }
    }

    /// Takes the name of the annex at a place; it is called the same from everywhere.
    pub fn add_annex(&mut self, name: &Located<String>, at: usize, findings: &mut Findings) {
        let label = self.parts.annexes[at].clone();
        self.add(name, Named::Annex(label), findings);
    }

    fn add(&mut self, name: &Located<String>, named: Named, findings: &mut Findings) {
        match self.named.get(&name.value) {
            // A repetition writes one block of the file several times.
            Some((Named::Repeated, first)) if *first == name.place => {}
            Some((_, first)) => findings.add(
                Finding::new(
                    &rules::DUPLICATE_KEY,
                    name.place.clone(),
                    format!("tên «{}» đặt cho hai khối", name.value),
                )
                .also(first.clone(), "lần đầu ở đây")
                .help("mỗi tên chỉ đặt một lần trong văn bản"),
            ),
            None => {
                self.named.insert(name.value.clone(), (named, name.place.clone()));
            }
        }
    }

    /// What `{{ xem.name }}` prints in a part of the document; with `own_part` only «khoản 2».
    pub fn cite(&self, name: &str, own_part: bool, from: Part) -> Result<String, Trouble> {
        let trouble = |message: String, help: String| {
            Err(Trouble { rule: &rules::UNKNOWN_PATH, message, help: Some(help) })
        };
        match self.named.get(name) {
            Some((Named::Annex(label), _)) => Ok(label.clone()),
            Some((Named::Cited { own, .. }, _)) if own_part => Ok(own.clone()),
            Some((Named::Cited { whole, part, .. }, _)) => {
                Ok(format!("{whole}{}", self.elsewhere(*part, from)))
            }
            Some((Named::Numberless, _)) => trouble(
                format!("«{name}» là khối không có số thứ tự nên không viện dẫn được"),
                "đặt «ten» ở phần, chương, mục, điều, khoản, điểm, bảng có đánh số hoặc phụ lục".to_owned(),
            ),
            Some((Named::Repeated, _)) => trouble(
                format!("«{name}» nằm trong «lap», được in nhiều lần nên không viện dẫn được"),
                "đặt «ten» ở khối đứng ngoài «lap»".to_owned(),
            ),
            None => {
                let help = match nearest(name, self.named.keys().map(String::as_str)) {
                    Some(near) => format!("có phải ý là «{near}»?"),
                    None if self.named.is_empty() => format!("đặt «ten: {name}» ở khối cần viện dẫn"),
                    None => {
                        let known: Vec<&str> = self.named.keys().map(String::as_str).collect();
                        format!("các tên: {}", known.join(", "))
                    }
                };
                trouble(format!("không có khối hay phụ lục nào tên là «{name}»"), help)
            }
        }
    }
}

impl Names {
    /// What a citation needs when the block stands in another part than the sentence: « Phụ lục I», « Quy chế ban hành
    /// kèm theo Quyết định này».
    fn elsewhere(&self, part: Part, from: Part) -> String {
        if part == from {
            return String::new();
        }
        let document = &self.parts.document;
        match (part, from) {
            (Part::Annex(at), _) => format!(" {}", self.parts.annexes[at]),
            (Part::Attached(at), _) => {
                format!(" {} ban hành kèm theo {document} này", self.parts.attached[at])
            }
            (Part::Document, Part::Attached(at)) => {
                format!(" {document} ban hành {} này", self.parts.attached[at])
            }
            (Part::Document, _) => format!(" {document} này"),
        }
    }
}

/// The citation with what it needs to be found: «điểm a khoản 2 Điều 3», «khoản 1 Mục II», «Mục 1 Chương II».
fn whole(node: &Node<'_>, above: &[(BodyKind, &str)]) -> String {
    let mut parts = vec![node.own.as_str()];
    let mut kind = node.block.kind;
    for (higher, own) in above.iter().rev() {
        let belongs = match kind {
            BodyKind::Point => matches!(higher, BodyKind::Clause | BodyKind::Article | BodyKind::Section),
            BodyKind::Clause => {
                matches!(
                    higher,
                    BodyKind::Article | BodyKind::Section | BodyKind::Subsection | BodyKind::Part
                )
            }
            BodyKind::Subsection => matches!(higher, BodyKind::Section),
            BodyKind::Section => matches!(higher, BodyKind::Chapter | BodyKind::Part),
            // These number on through the whole document.
            _ => false,
        };
        if belongs && !own.is_empty() {
            parts.push(own);
            kind = *higher;
        }
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_follow_the_vietnamese_alphabet() {
        let points: Vec<String> = (1..=7).map(point).collect();
        assert_eq!(points.join(" "), "a b c d đ e g");
        assert_eq!((point(23), point(24)), ("y".to_owned(), "aa".to_owned()));
    }
}
