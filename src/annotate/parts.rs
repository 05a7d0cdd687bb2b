//! How the parts of a package hang together: relations, types of content, the list of sheets.

use super::package::Package;
use super::xml::{Edits, Element, elements, escaped};

/// The part that lists what kind every part is.
pub const TYPES: &str = "[Content_Types].xml";

/// A relation of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    pub id: String,
    /// An address that ends in what it is: `…/comments`.
    pub kind: String,
    /// The part that it leads to, from the package's root.
    pub target: String,
}

/// The part that holds the relations of another.
fn relations_part(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{file}.rels")
}

/// The relations of a part; of the package itself for an empty name.
pub fn relations(package: &mut Package, part: &str) -> Result<Vec<Relation>, String> {
    let Some(text) = package.text(&relations_part(part))? else { return Ok(Vec::new()) };
    let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
    let relation = |element: Element| {
        let target = resolved(element.attribute("Target")?, folder);
        let (id, kind) = (element.attribute("Id")?.to_owned(), element.attribute("Type")?.to_owned());
        Some(Relation { id, kind, target })
    };
    let found = elements(&text, |depth, name| depth == 1 && name == "Relationship")?;
    Ok(found.into_iter().filter_map(relation).collect())
}

/// A target as a path from the package's root.
fn resolved(target: &str, folder: &str) -> String {
    let mut parts: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Adds a relation to a part and says its id.
pub fn relate(package: &mut Package, part: &str, kind: &str, target: &str) -> Result<String, String> {
    const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
    let known = relations(package, part)?;
    let id = (1..=known.len() + 1).map(|number| format!("rId{number}"));
    let id = id.into_iter().find(|id| known.iter().all(|other| other.id != *id)).unwrap_or_default();
    let name = relations_part(part);
    let text = package.text(&name)?.unwrap_or_else(|| EMPTY.to_owned());
    let (kind, target) = (escaped(kind), escaped(target));
    let text = appended(&text, |prefix| {
        format!("<{prefix}Relationship Id=\"{id}\" Type=\"{kind}\" Target=\"/{target}\"/>")
    })?;
    package.set(&name, text);
    Ok(id)
}

/// Says what kind a new part of comments is.
pub fn declare_comments(package: &mut Package, part: &str) -> Result<(), String> {
    const COMMENTS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
    let (text, part) = (package.needed(TYPES)?, escaped(part));
    let text = appended(&text, |prefix| {
        format!("<{prefix}Override PartName=\"/{part}\" ContentType=\"{COMMENTS}\"/>")
    })?;
    package.set(TYPES, text);
    Ok(())
}

/// Says that drawings of comments may be there.
pub fn declare_drawings(package: &mut Package) -> Result<(), String> {
    const DRAWING: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";
    let text = package.needed(TYPES)?;
    let known = elements(&text, |depth, _| depth == 1)?;
    let is_vml = |element: &Element| {
        element.attribute("Extension").is_some_and(|extension| extension.eq_ignore_ascii_case("vml"))
    };
    if !known.iter().any(is_vml) {
        let text = appended(&text, |prefix| {
            format!("<{prefix}Default Extension=\"vml\" ContentType=\"{DRAWING}\"/>")
        })?;
        package.set(TYPES, text);
    }
    Ok(())
}

/// A text with something before the end of its root; the prefix is the root's.
fn appended(text: &str, words: impl Fn(&str) -> String) -> Result<String, String> {
    let found = elements(text, |depth, _| depth == 0)?;
    let root = found.first().ok_or("phần rỗng")?;
    let mut edits = Edits::default();
    edits.append(text, root, &words(&root.prefix));
    Ok(edits.applied(text))
}

/// A sheet's name and its part, in the order of the tabs; and the folder of the workbook's own part.
pub fn sheets(package: &mut Package) -> Result<(String, Vec<(String, String)>), String> {
    let own = relations(package, "")?;
    let main = own.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
    let main = main.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    let related = relations(package, &main)?;
    let text = package.needed(&main)?;
    let part_of = |element: &Element| {
        let id = element.attribute("id")?;
        let relation = related.iter().find(|relation| relation.id == id)?;
        let name = element.attribute("name")?.to_owned();
        relation.kind.ends_with("/worksheet").then(|| (name, relation.target.clone()))
    };
    let found = elements(&text, |depth, name| depth == 2 && name == "sheet")?;
    let folder = main.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    Ok((folder, found.iter().filter_map(part_of).collect()))
}
