//! A package with comments: only the parts that comments need are changed, all others keep their bytes.

use std::collections::BTreeMap;

use super::package::Package;
use super::sheet_part::SheetPart;
use super::texts::Comment;
use super::{comments_part, drawing_part, parts};
use crate::diag::CellRef;
use crate::vietnamese::text::clean;

/// What must be known of a package before it is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackageKind {
    pub has_macros: bool,
    /// A signature holds for the bytes that were signed.
    pub is_signed: bool,
    /// A conversation at a cell hides the plain comment there.
    pub has_threads: bool,
}

/// What a package holds beside its sheets.
pub fn package_kind(bytes: Vec<u8>) -> Result<PackageKind, String> {
    let mut package = Package::open(bytes)?;
    let types = package.needed(parts::TYPES)?;
    let has = |wanted: &str| package.names().any(|name| name.contains(wanted));
    Ok(PackageKind {
        has_macros: types.contains("macroEnabled"),
        is_signed: has("_xmlsignatures/"),
        has_threads: has("/threadedcomments/"),
    })
}

/// The package with the comments; an error says in Vietnamese why it cannot be patched.
pub fn patched(bytes: Vec<u8>, comments: &[Comment]) -> Result<Vec<u8>, String> {
    let mut package = Package::open(bytes)?;
    let (folder, sheets) = parts::sheets(&mut package)?;
    let mut block = last_block(&mut package)? + 1;
    let mut by_sheet: BTreeMap<&str, Vec<&Comment>> = BTreeMap::new();
    for comment in comments {
        by_sheet.entry(&comment.sheet).or_default().push(comment);
    }
    for (name, comments) in by_sheet {
        let found = sheets.iter().find(|(own, _)| own == name || clean(own) == clean(name));
        let (_, part) = found.ok_or_else(|| format!("không thấy trang «{name}»"))?;
        block = annotate_sheet(&mut package, &folder, part, &comments, block)?;
    }
    package.finish()
}

/// The last block of numbers that any drawing of comments uses.
fn last_block(package: &mut Package) -> Result<usize, String> {
    let names: Vec<String> = package.names().filter(|name| name.ends_with(".vml")).collect();
    let mut last = 0;
    for name in names {
        // One that is not UTF-8 is none that this program adds to.
        if let Ok(Some(text)) = package.text(&name) {
            last = last.max(drawing_part::last_block(&text));
        }
    }
    Ok(last)
}

/// Puts the comments of one sheet into its parts; returns the next block of numbers that is free.
fn annotate_sheet(
    package: &mut Package,
    folder: &str,
    part: &str,
    comments: &[&Comment],
    block: usize,
) -> Result<usize, String> {
    let sheet = SheetPart::read(package.needed(part)?)?;
    let texts = texts(&sheet, comments);
    let related = parts::relations(package, part)?;

    let known = related.iter().find(|relation| relation.kind.ends_with("/comments"));
    let (list, name) = match known {
        Some(relation) => (package.needed(&relation.target)?, relation.target.clone()),
        None => {
            let name = free_name(package, folder, "comments", "xml");
            (comments_part::empty(sheet.relation("").contains("purl.oclc.org")), name)
        }
    };
    let (list, had_one) = comments_part::extended(&list, &texts)?;
    package.set(&name, list);
    if known.is_none() {
        parts::declare_comments(package, &name)?;
        parts::relate(package, part, &sheet.relation("comments"), &name)?;
    }

    let target = |id: &str| {
        let relation = related.iter().find(|relation| relation.id == id);
        relation.map(|relation| relation.target.clone()).ok_or_else(|| format!("thiếu quan hệ «{id}»"))
    };
    let drawing = sheet.drawing().map(target).transpose()?;
    // Without a drawing no comment was seen: then those that were there get their boxes too.
    let is_new = |cell: &CellRef| drawing.is_none() || !had_one.contains(cell);
    let own = texts.iter().map(|(cell, text)| (*cell, text.as_str())).filter(|(cell, _)| is_new(cell));
    let others = had_one.iter().filter(|cell| drawing.is_none() && texts.iter().all(|(own, _)| own != *cell));
    let boxes: Vec<(CellRef, &str)> = own.chain(others.map(|cell| (*cell, ""))).collect();
    match drawing {
        Some(name) => {
            let text = drawing_part::extended(&package.needed(&name)?, &boxes, block)?;
            package.set(&name, text);
        }
        None => {
            let name = free_name(package, &format!("{folder}drawings/"), "vmlDrawing", "vml");
            package.set(&name, drawing_part::extended(&drawing_part::empty(), &boxes, block)?);
            parts::declare_drawings(package)?;
            let id = parts::relate(package, part, &sheet.relation("vmlDrawing"), &name)?;
            package.set(part, sheet.with_drawing(&id)?);
        }
    }
    Ok(block + boxes.len().div_ceil(1023))
}

/// What is said at every cell where a comment is shown, by row and column.
fn texts(sheet: &SheetPart, comments: &[&Comment]) -> Vec<(CellRef, String)> {
    let mut texts: BTreeMap<CellRef, Comment> = BTreeMap::new();
    for comment in comments {
        let cell = sheet.shown(comment.cell);
        let known = texts.entry(cell).or_insert_with(|| Comment { notes: Vec::new(), ..(*comment).clone() });
        known.notes.extend(comment.notes.iter().cloned());
    }
    texts.into_iter().map(|(cell, comment)| (cell, comment.text())).collect()
}

/// `xl/comments3.xml`: the first of these names that is free.
fn free_name(package: &Package, folder: &str, name: &str, ending: &str) -> String {
    let taken: Vec<String> = package.names().collect();
    let names = (1..=taken.len() + 1).map(|number| format!("{folder}{name}{number}.{ending}"));
    names.into_iter().find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default()
}
