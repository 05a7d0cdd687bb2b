//! What calamine does not tell of a sheet of an `.xlsx`: merged ranges, hidden rows and columns, a filter at work,
//! formulas without a result, formulas that read another workbook.
//!
//! The sheet is not parsed a second time, which would cost as much again as reading its cells: the few elements that
//! matter are searched for in its bytes. Text cannot be taken for them, since «<» is escaped in text.

use memchr::{memchr, memchr2, memmem, memrchr};

use super::sheet::Facts;
use crate::diag::{CellRange, CellRef};

/// What the bytes of a sheet tell.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Told {
    pub facts: Facts,
    pub merges: Vec<CellRange>,
    /// Formulas whose result is not there, in order.
    pub without_result: Vec<CellRef>,
}

/// Searches the bytes of a sheet's part.
pub fn told(xml: &[u8]) -> Told {
    let mut told = Told::default();
    for tag in tags(xml, b"mergeCell") {
        told.merges.extend(attribute(tag, b"ref").and_then(range));
    }
    let mut at = 0;
    while let Some(found) = memmem::find(&xml[at..], b" hidden=") {
        hidden(xml, at + found, &mut told.facts);
        at += found + 8;
    }
    filter(xml, &mut told.facts);
    formulas(xml, &mut told);
    told
}

/// A row or a column that is not shown.
fn hidden(xml: &[u8], at: usize, facts: &mut Facts) {
    let Some(tag) = memrchr(b'<', &xml[..at]).and_then(|start| tag_at(xml, start)) else { return };
    if !matches!(attribute(tag, b"hidden"), Some(b"1" | b"true")) {
        return;
    }
    match local_name(tag) {
        b"row" => facts.hidden_rows.extend(attribute(tag, b"r").and_then(number)),
        b"col" => {
            let ends = [b"min".as_slice(), b"max"].map(|end| attribute(tag, end).and_then(number));
            if let [Some(first), Some(last)] = ends {
                facts.hidden_columns.push((first, last));
            }
        }
        _ => {}
    }
}

/// A filter counts when it has a criterion: the arrows alone hide nothing.
fn filter(xml: &[u8], facts: &mut Facts) {
    let mut at = 0;
    while let Some(found) = memmem::find(&xml[at..], b"autoFilter") {
        at += found;
        let start = memrchr(b'<', &xml[..at]);
        if let Some(tag) = start.and_then(|start| tag_at(xml, start))
            && local_name(tag) == b"autoFilter"
            && !tag.ends_with(b"/")
        {
            let end = memmem::find(&xml[at + 10..], b"autoFilter").map_or(xml.len(), |end| at + 10 + end);
            if memmem::find(&xml[at..end], b"filterColumn").is_some() {
                facts.filter = attribute(tag, b"ref").and_then(range);
                return;
            }
        }
        at += 10;
    }
}

fn formulas(xml: &[u8], told: &mut Told) {
    // Some programs write every name with a prefix: `<x:f>`.
    let root = memmem::find(xml, b"worksheet").unwrap_or(0);
    let prefix = memrchr(b'<', &xml[..root]).map_or(&[] as &[u8], |start| &xml[start + 1..root]);
    let opening: Vec<u8> = [b"<", prefix, b"f"].concat();
    let mut at = 0;
    for found in memmem::find_iter(xml, &opening) {
        let Some(tag) = tag_at(xml, found) else { return };
        if found < at || local_name(tag) != b"f" {
            continue;
        }
        let after_tag = found + 1 + tag.len() + 1;
        let end = if tag.ends_with(b"/") {
            after_tag
        } else {
            let Some(close) = memchr(b'<', &xml[after_tag..]).map(|close| after_tag + close) else { return };
            if told.facts.external.is_none() && reads_another_workbook(&xml[after_tag..close]) {
                told.facts.external = cell_around(xml, found);
            }
            memchr(b'>', &xml[close..]).map_or(xml.len(), |end| close + end + 1)
        };
        at = end;
        // A text may be empty and still be the result: `=IF(A1=0,"",A1)`.
        let cell = memrchr(b'<', &xml[..found]).and_then(|start| tag_at(xml, start));
        if !has_value(&xml[end..]) && cell.and_then(|cell| attribute(cell, b"t")) != Some(b"str") {
            told.without_result.extend(cell_around(xml, found));
        }
    }
}

/// Whether a value follows a formula: `<v>` with something in it, before the cell ends.
fn has_value(rest: &[u8]) -> bool {
    let Some(start) = memchr(b'<', rest) else { return false };
    let Some(tag) = tag_at(rest, start) else { return false };
    match local_name(tag) {
        b"v" => !tag.ends_with(b"/") && rest.get(start + 1 + tag.len() + 1).is_some_and(|byte| *byte != b'<'),
        b"is" => true,
        _ => false,
    }
}

/// `[1]Sheet1!A1`: the number in square brackets is that of another workbook.
fn reads_another_workbook(formula: &[u8]) -> bool {
    memchr(b'[', formula).is_some_and(|open| {
        let rest = &formula[open + 1..];
        memchr(b']', rest).is_some_and(|close| close > 0 && rest[..close].iter().all(u8::is_ascii_digit))
    })
}

/// The place of the cell that an element inside it stands in.
fn cell_around(xml: &[u8], at: usize) -> Option<CellRef> {
    let start = memrchr(b'<', &xml[..at])?;
    let tag = tag_at(xml, start)?;
    (local_name(tag) == b"c").then(|| attribute(tag, b"r").and_then(cell)).flatten()
}

/// Every opening tag of that local name, without its brackets.
fn tags<'a>(xml: &'a [u8], name: &'a [u8]) -> impl Iterator<Item = &'a [u8]> {
    memmem::find_iter(xml, name).filter_map(move |at| {
        let start = memrchr(b'<', &xml[..at])?;
        let tag = tag_at(xml, start)?;
        (local_name(tag) == name && at - start <= tag.len()).then_some(tag)
    })
}

/// The inside of a tag, from behind `<` to before `>`.
fn tag_at(xml: &[u8], start: usize) -> Option<&[u8]> {
    let inside = &xml[start + 1..];
    memchr(b'>', inside).map(|end| &inside[..end])
}

/// A tag's name without its prefix; a closing tag has none.
fn local_name(tag: &[u8]) -> &[u8] {
    let end = tag.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/').unwrap_or(tag.len());
    let name = &tag[..end];
    memrchr(b':', name).map_or(name, |colon| &name[colon + 1..])
}

fn attribute<'a>(tag: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    memmem::find_iter(tag, name).find_map(|at| {
        let before = tag.get(at.checked_sub(1)?)?;
        let rest = tag[at + name.len()..].strip_prefix(b"=")?;
        let (quote, rest) = rest.split_first()?;
        if !before.is_ascii_whitespace() || !matches!(quote, b'"' | b'\'') {
            return None;
        }
        memchr2(b'"', b'\'', rest).map(|end| &rest[..end])
    })
}

fn number(text: &[u8]) -> Option<u32> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// `B7`, `$B$7`.
pub fn cell(text: &[u8]) -> Option<CellRef> {
    CellRef::parse(&std::str::from_utf8(text).ok()?.replace('$', ""))
}

fn range(text: &[u8]) -> Option<CellRange> {
    let (first, last) = match memchr(b':', text) {
        Some(colon) => (cell(&text[..colon])?, cell(&text[colon + 1..])?),
        None => (cell(text)?, cell(text)?),
    };
    (first.row <= last.row && first.column <= last.column).then_some(CellRange { first, last })
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn what_a_sheet_tells_besides_its_cells() {
        let xml = br#"<?xml version="1.0"?><x:worksheet xmlns:x="m">
<x:cols><x:col min="3" max="4" width="9" hidden="1"/><x:col min="6" max="6" hidden="0"/></x:cols>
<x:sheetData><x:row r="2" hidden="1"><x:c r="A2" t="inlineStr"><x:is><x:t>row hidden="1"</x:t></x:is></x:c></x:row>
<x:row r="3" hidden='true'><x:c r="A3"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="B3"><x:f>A3</x:f></x:c>
<x:c r="C3" t="str"><x:f>[1]Bi!A1</x:f><x:v></x:v></x:c><x:c r="D3"><x:f t="shared" si="0"/><x:v/></x:c>
<x:c r="E3"><x:f t="shared" si="0"/><x:v>4</x:v></x:c></x:row></x:sheetData>
<x:autoFilter ref="A1:D3"><x:filterColumn colId="0"/></x:autoFilter>
<x:mergeCells count="2"><x:mergeCell ref="A1:B2"/><x:mergeCell ref="C1:C2"></x:mergeCell></x:mergeCells></x:worksheet>"#;
        let told = told(xml);
        assert_eq!(told.facts.hidden_columns, [(3, 4)]);
        assert_eq!(told.facts.hidden_rows, [2, 3]);
        assert_eq!(told.facts.filter.map(|range| range.to_string()).as_deref(), Some("A1:D3"));
        assert_eq!(told.facts.external.map(|cell| cell.to_string()).as_deref(), Some("C3"));
        let merges: Vec<String> = told.merges.iter().map(ToString::to_string).collect();
        assert_eq!(merges, ["A1:B2", "C1:C2"]);
        let blank: Vec<String> = told.without_result.iter().map(ToString::to_string).collect();
        assert_eq!(blank, ["B3", "D3"]);
    }

    #[test]
    fn a_filter_without_a_criterion_hides_nothing() {
        let xml = br#"<worksheet><sheetData/><autoFilter ref="A1:D3"/></worksheet>"#;
        assert_eq!(told(xml).facts.filter, None);
        assert_eq!(told(b"").facts.filter, None);
        assert!(told(b"<worksheet><f").without_result.is_empty());
    }
}
