//! The Word drafts: real structure, the words of the document, pages as in the PDF.

mod office;
mod structure;
mod text;
mod xml;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use crate::harness::{Project, files};
use xml::Node;

/// A draft that was built.
pub struct Draft {
    /// E.g. `mau/ke-hoach.docx`.
    pub name: String,
    pub parts: BTreeMap<String, String>,
}

impl Draft {
    pub fn open(name: &str, bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("UTF-8");
            parts.insert(part.name().expect("a name").into_owned(), text);
        }
        Self { name: name.to_owned(), parts }
    }

    pub fn part(&self, name: &str) -> Node {
        Node::parse(self.parts.get(name).unwrap_or_else(|| panic!("{}: {name} is missing", self.name)))
    }

    pub fn body(&self) -> Node {
        self.part("word/document.xml").children.remove(0)
    }

    /// Headers and footers.
    pub fn margins(&self) -> Vec<Node> {
        let is_margin = |name: &&String| name.starts_with("word/header") || name.starts_with("word/footer");
        self.parts.keys().filter(is_margin).map(|name| self.part(name)).collect()
    }

    /// The names of styles by their ids.
    pub fn style_names(&self) -> BTreeMap<String, String> {
        let styles = self.part("word/styles.xml");
        let styles = styles.children_of("w:style");
        let named = |style: &Node| {
            let (id, name) = (style.get("w:styleId"), style.value("w:name"));
            (id.expect("an id").to_owned(), name.expect("a name").to_owned())
        };
        styles.map(named).collect()
    }
}

/// A project with the sample dossiers.
pub fn samples() -> Project {
    let project = Project::new();
    for (path, bytes) in files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data")) {
        project.file(&format!("data/{path}"), bytes);
    }
    project
}

/// The drafts of a project, built.
pub fn built(project: &Project) -> Vec<Draft> {
    let run = project.run(["build", "--quiet", "--only", "docx"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let files = project.files("output").into_iter().filter(|(path, _)| path.ends_with(".docx"));
    let drafts: Vec<Draft> = files.map(|(path, bytes)| Draft::open(&path, &bytes)).collect();
    assert!(!drafts.is_empty());
    drafts
}

/// Every sample and every form's example.
pub fn all() -> Vec<Draft> {
    built(&samples()).into_iter().chain(built(&crate::docs::project())).collect()
}

/// A draft as a reader of its text sees it: style and words of every paragraph, rows of tables, sections.
pub fn drawn(draft: &Draft) -> String {
    let names = draft.style_names();
    let mut text = String::new();
    for child in &draft.body().children {
        draw(child, &names, &mut text, "");
    }
    for margin in draft.margins() {
        let before = text.len();
        margin.children.iter().for_each(|child| draw(child, &names, &mut text, "  "));
        text.insert_str(before, &format!("lề {}\n", if margin.name == "w:hdr" { "trên" } else { "dưới" }));
    }
    text
}

fn draw(node: &Node, names: &BTreeMap<String, String>, text: &mut String, indent: &str) {
    match node.name.as_str() {
        "w:p" => {
            let props = node.child("w:pPr").expect("a paragraph has its style");
            let style = props.value("w:pStyle").map_or("?", |id| names.get(id).map_or("??", String::as_str));
            let keeps = if props.child("w:keepNext").is_some() { "↓" } else { "" };
            let words = node.words();
            text.push_str(&format!(
                "{indent}{style}{keeps}{} {words}",
                if words.is_empty() { "" } else { ":" }
            ));
            text.truncate(text.trim_end().len());
            text.push('\n');
            if let Some(section) = props.child("w:sectPr") {
                draw(section, names, text, indent);
            }
        }
        "w:tbl"
            if node.child("w:tblPr").and_then(|props| props.value("w:tblStyle")) == Some("BangSoLieu") =>
        {
            for row in node.children_of("w:tr") {
                let is_head = row.child("w:trPr").is_some_and(|props| props.child("w:tblHeader").is_some());
                let keeps = row.all().iter().any(|node| node.name == "w:keepNext");
                let cells: Vec<String> = row.children_of("w:tc").map(cell).collect();
                text.push_str(&format!(
                    "{indent}{}{}| {} |\n",
                    if is_head { "đầu " } else { "" },
                    if keeps { "↓ " } else { "" },
                    cells.join(" | ")
                ));
            }
        }
        "w:tbl" => {
            for row in node.children_of("w:tr") {
                for (at, cell) in row.children_of("w:tc").enumerate() {
                    text.push_str(if at == 0 { "┌ trái\n" } else { "└ phải\n" });
                    cell.children.iter().for_each(|child| draw(child, names, text, "    "));
                }
            }
        }
        "w:sectPr" => {
            let size = node.child("w:pgSz").expect("a size");
            let margins = node.child("w:pgMar").expect("margins");
            let of = |name: &str| margins.get(name).unwrap_or_default().to_owned();
            text.push_str(&format!(
                "══ hết phần: {} × {}, lề {} {} {} {}\n",
                size.get("w:w").unwrap_or_default(),
                size.get("w:h").unwrap_or_default(),
                of("w:top"),
                of("w:bottom"),
                of("w:left"),
                of("w:right"),
            ));
        }
        _ => {}
    }
}

/// A cell's words; `→2` spans two columns, `…` goes on with the cell above.
fn cell(cell: &Node) -> String {
    let props = cell.child("w:tcPr").expect("a cell has its width");
    let span = props.value("w:gridSpan").map(|columns| format!(" →{columns}")).unwrap_or_default();
    let goes_on = props.child("w:vMerge").is_some_and(|merge| merge.get("w:val").is_none());
    if goes_on { "…".to_owned() } else { format!("{}{span}", cell.words()) }
}
