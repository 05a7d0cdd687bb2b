//! The text of a Word draft, as far as a build needs it: paragraphs and tables by the bookmarks around them.
//!
//! A draft that has just been written is no stranger's file: there are no limits here, and no changes to follow.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use crate::draft::{PARAGRAPH_MARK, TABLE_MARK};

/// What a draft says.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// By the numbers of their bookmarks.
    pub paragraphs: BTreeMap<usize, String>,
    /// The cells of every row, by the numbers of the tables' bookmarks.
    pub tables: BTreeMap<usize, Vec<Vec<String>>>,
    /// Text outside every bookmark, but for page numbers.
    pub stray: String,
}

/// What a bookmark is around.
#[derive(Clone, Copy)]
enum Mark {
    Paragraph(usize),
    Table(usize),
}

/// Reads the text of all parts that a reader sees.
pub(super) fn read(bytes: &[u8]) -> Result<Draft, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
    let is_seen = |name: &str| {
        let name = name.strip_prefix("word/").unwrap_or_default();
        name == "document.xml" || name.starts_with("header") || name.starts_with("footer")
    };
    let names = archive.file_names().flatten().filter(|name| is_seen(name));
    let names: Vec<String> = names.map(std::borrow::Cow::into_owned).collect();
    let mut draft = Draft::default();
    for name in names {
        let mut text = String::new();
        let mut part = archive.by_name(&name).map_err(|error| error.to_string())?;
        part.read_to_string(&mut text).map_err(|error| error.to_string())?;
        draft.part(&text)?;
    }
    Ok(draft)
}

impl Draft {
    fn part(&mut self, text: &str) -> Result<(), String> {
        let mut reader = Reader::from_str(text);
        // The bookmarks that are open, by their ids; a page number's words; whether text is said.
        let mut open: Vec<(String, Mark)> = Vec::new();
        let (mut in_field, mut in_text) = (false, false);
        loop {
            match reader.read_event().map_err(|error| error.to_string())? {
                Event::Start(tag) => match tag.local_name().as_ref() {
                    "fldSimple" => in_field = true,
                    "t" => in_text = true,
                    "tr" => self.rows(&open).into_iter().for_each(|rows| rows.push(Vec::new())),
                    "tc" => {
                        let row = self.rows(&open).and_then(|rows| rows.last_mut());
                        row.into_iter().for_each(|cells| cells.push(String::new()));
                    }
                    _ => {}
                },
                Event::Empty(tag) => match tag.local_name().as_ref() {
                    "bookmarkStart" => open.extend(marked(&tag)),
                    "bookmarkEnd" => {
                        let id = attribute(&tag, "id");
                        open.retain(|(other, _)| Some(other) != id.as_ref());
                    }
                    "br" | "tab" => self.say(" ", &open),
                    _ => {}
                },
                Event::End(tag) => match tag.local_name().as_ref() {
                    "fldSimple" => in_field = false,
                    "t" => in_text = false,
                    _ => {}
                },
                Event::Text(piece) if in_text && !in_field => self.say(&piece.xml10_content(), &open),
                Event::GeneralRef(name) if in_text && !in_field => {
                    let sign = quick_xml::escape::unescape(&format!("&{};", &*name))
                        .map_err(|error| error.to_string())?
                        .into_owned();
                    self.say(&sign, &open);
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    /// The rows of the table that is open.
    fn rows(&mut self, open: &[(String, Mark)]) -> Option<&mut Vec<Vec<String>>> {
        match open.last() {
            Some((_, Mark::Table(number))) => Some(self.tables.entry(*number).or_default()),
            _ => None,
        }
    }

    fn say(&mut self, text: &str, open: &[(String, Mark)]) {
        let at = match open.last() {
            Some((_, Mark::Paragraph(number))) => self.paragraphs.entry(*number).or_default(),
            Some((_, Mark::Table(number))) => {
                let cells = self.tables.get_mut(number).and_then(|rows| rows.last_mut());
                match cells.and_then(|cells| cells.last_mut()) {
                    Some(cell) => cell,
                    None => &mut self.stray,
                }
            }
            None => &mut self.stray,
        };
        at.push_str(text);
    }
}

/// The id and meaning of one of the draft's own bookmarks.
fn marked(tag: &BytesStart<'_>) -> Option<(String, Mark)> {
    let (id, name) = (attribute(tag, "id")?, attribute(tag, "name")?);
    let number = |mark: &str| name.strip_prefix(mark)?.parse().ok();
    let mark = number(PARAGRAPH_MARK).map(Mark::Paragraph).or_else(|| number(TABLE_MARK).map(Mark::Table))?;
    Some((id, mark))
}

/// An attribute by its name without a prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}
