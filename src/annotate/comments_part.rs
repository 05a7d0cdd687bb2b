//! The part that holds the texts of a sheet's comments.

use super::xml::{Edits, Element, elements, escaped};
use super::{AUTHOR, DIVIDER};
use crate::diag::CellRef;

const EMPTY: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><authors/><commentList/></comments>";
const STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/// A part without comments, in the form of the package.
pub fn empty(is_strict: bool) -> String {
    if is_strict {
        EMPTY.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT)
    } else {
        EMPTY.to_owned()
    }
}

/// A part with more comments, and the cells that had one before.
///
/// A cell that has a comment keeps it: the new words stand below, behind a divider.
pub fn extended(text: &str, comments: &[(CellRef, String)]) -> Result<(String, Vec<CellRef>), String> {
    let found = elements(text, |depth, name| {
        depth <= 1 || depth == 2 && matches!(name, "author" | "comment") || (3..=4).contains(&depth)
    })?;
    let named = |wanted: &str, depth| {
        let mut named = found.iter().filter(|element| element.depth == depth && element.name == wanted);
        named.next().ok_or_else(|| format!("phần ghi chú không có «{wanted}»"))
    };
    let (authors, list) = (named("authors", 1)?, named("commentList", 1)?);
    let prefix = &authors.prefix;
    let mut edits = Edits::default();
    let author = found.iter().filter(|element| element.depth == 2 && element.name == "author").count();
    edits.append(text, authors, &format!("<{prefix}author>{AUTHOR}</{prefix}author>"));
    let known: Vec<(CellRef, &Element)> = found
        .iter()
        .filter(|element| element.depth == 2 && element.name == "comment")
        .filter_map(|element| Some((CellRef::parse(element.attribute("ref")?)?, element)))
        .collect();
    let mut new = String::new();
    for (cell, words) in comments {
        match known.iter().find(|(other, _)| other == cell) {
            Some((_, comment)) => {
                let run = run(prefix, &format!("\n{DIVIDER}\n{words}"));
                add_to(text, comment, &found, &run, &mut edits)?;
            }
            None => new.push_str(&format!(
                "<{prefix}comment ref=\"{cell}\" authorId=\"{author}\"><{prefix}text>{}</{prefix}text></{prefix}comment>",
                run(prefix, words)
            )),
        }
    }
    edits.append(text, list, &new);
    Ok((edits.applied(text), known.into_iter().map(|(cell, _)| cell).collect()))
}

/// A stretch of text in the letters of a comment.
fn run(prefix: &str, words: &str) -> String {
    let words = escaped(words);
    format!(
        "<{prefix}r><{prefix}rPr><{prefix}sz val=\"9\"/><{prefix}color indexed=\"81\"/><{prefix}rFont val=\"Tahoma\"/><{prefix}family val=\"2\"/></{prefix}rPr><{prefix}t xml:space=\"preserve\">{words}</{prefix}t></{prefix}r>"
    )
}

/// Puts a run behind the others of a comment; a plain text becomes a run first, for the two do not stand together.
fn add_to(
    text: &str,
    comment: &Element,
    found: &[Element],
    run: &str,
    edits: &mut Edits,
) -> Result<(), String> {
    let is_inside = |element: &&Element| comment.whole().contains(&element.open.start);
    let inside = || found.iter().filter(is_inside);
    let own = inside()
        .find(|element| element.depth == 3 && element.name == "text")
        .ok_or("ghi chú không có chữ")?;
    let last = inside().rfind(|element| element.depth == 4 && matches!(element.name.as_str(), "t" | "r"));
    match last {
        None => edits.append(text, own, run),
        Some(last) if last.name == "t" => {
            let prefix = &last.prefix;
            edits.insert(last.open.start, format!("<{prefix}r>"));
            edits.insert(last.whole().end, format!("</{prefix}r>{run}"));
        }
        Some(last) => edits.insert(last.whole().end, run),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comments(list: &[(&str, &str)]) -> Vec<(CellRef, String)> {
        let cell = |text| CellRef::parse(text).expect("a cell");
        list.iter().map(|(at, words)| (cell(at), (*words).to_owned())).collect()
    }

    #[test]
    fn comments_are_added_and_those_of_others_stay() {
        let old = "<comments xmlns=\"m\"><authors><author>An</author></authors><commentList>\
            <comment ref=\"A1\" authorId=\"0\"><text><t>cũ</t></text></comment>\
            <comment ref=\"A2\" authorId=\"0\"><text><r><t>một</t></r><r><t>hai</t></r></text></comment>\
            <comment ref=\"A3\" authorId=\"0\"><text/></comment></commentList></comments>";
        let (new, before) =
            extended(old, &comments(&[("A1", "a < b"), ("A2", "hai"), ("A3", "ba"), ("B7", "bảy\nmới")]))
                .expect("a part");
        assert_eq!(
            before,
            comments(&[("A1", ""), ("A2", ""), ("A3", "")]).iter().map(|c| c.0).collect::<Vec<_>>()
        );
        let style =
            "<rPr><sz val=\"9\"/><color indexed=\"81\"/><rFont val=\"Tahoma\"/><family val=\"2\"/></rPr>";
        insta::assert_snapshot!(new.replace(style, "").replace("><comment ", ">\n<comment "), @r#"
        <comments xmlns="m"><authors><author>An</author><author>duthao</author></authors><commentList>
        <comment ref="A1" authorId="0"><text><r><t>cũ</t></r><r><t xml:space="preserve">
        ―――――
        a &lt; b</t></r></text></comment>
        <comment ref="A2" authorId="0"><text><r><t>một</t></r><r><t>hai</t></r><r><t xml:space="preserve">
        ―――――
        hai</t></r></text></comment>
        <comment ref="A3" authorId="0"><text><r><t xml:space="preserve">
        ―――――
        ba</t></r></text></comment>
        <comment ref="B7" authorId="1"><text><r><t xml:space="preserve">bảy
        mới</t></r></text></comment></commentList></comments>
        "#);
    }

    #[test]
    fn an_empty_part_takes_comments() {
        let (new, before) = extended(&empty(false), &comments(&[("B5", "x")])).expect("a part");
        assert!(before.is_empty());
        assert!(new.contains(
            "<authors><author>duthao</author></authors><commentList><comment ref=\"B5\" authorId=\"0\">"
        ));
    }
}
