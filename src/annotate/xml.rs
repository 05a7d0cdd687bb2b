//! The elements of a part with where they stand in its text, so that words can be put between them and nothing else
//! changes.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element and the bytes of its tags.
#[derive(Debug)]
pub struct Element {
    /// Without its prefix.
    pub name: String,
    /// With its colon; empty where there is none.
    pub prefix: String,
    /// The root is 0.
    pub depth: usize,
    pub open: Range<usize>,
    /// Empty, behind `open`, where the opening tag closes itself.
    pub close: Range<usize>,
    /// By name with its prefix.
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// An attribute by its name without a prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let is_it = |key: &str| key.rsplit(':').next() == Some(name);
        self.attributes.iter().find(|(key, _)| is_it(key)).map(|(_, value)| value.as_str())
    }

    pub fn closes_itself(&self) -> bool {
        self.close.is_empty()
    }

    /// From the opening tag to the end of the closing one.
    pub fn whole(&self) -> Range<usize> {
        self.open.start..self.close.end
    }
}

/// The elements that are wanted, by depth and name, in the order in which they open.
pub fn elements(text: &str, wanted: impl Fn(usize, &str) -> bool) -> Result<Vec<Element>, String> {
    // The reader skips the mark of the encoding without counting it.
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut reader = Reader::from_str(&text[mark..]);
    let mut found: Vec<Element> = Vec::new();
    // The places in `found` of the elements that are open; `None` for those that are not wanted.
    let mut open: Vec<Option<usize>> = Vec::new();
    loop {
        let start = position(&reader) + mark;
        let event = reader.read_event().map_err(|error| error.to_string())?;
        let end = position(&reader) + mark;
        match event {
            Event::Start(tag) => {
                let is_wanted = wanted(open.len(), tag.local_name().as_ref());
                if is_wanted {
                    found.push(element(&tag, open.len(), start..end)?);
                }
                open.push(is_wanted.then(|| found.len() - 1));
            }
            Event::Empty(tag) if wanted(open.len(), tag.local_name().as_ref()) => {
                found.push(element(&tag, open.len(), start..end)?);
            }
            Event::End(_) => {
                if let Some(at) = open.pop().flatten() {
                    found[at].close = start..end;
                }
            }
            Event::DocType(_) => return Err("có khai báo DOCTYPE".to_owned()),
            Event::Eof => break,
            _ => {}
        }
    }
    if open.is_empty() { Ok(found) } else { Err("thiếu thẻ đóng".to_owned()) }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn element(tag: &BytesStart<'_>, depth: usize, open: Range<usize>) -> Result<Element, String> {
    let full = tag.name().as_ref().to_owned();
    let (prefix, name) = full
        .split_once(':')
        .map_or((String::new(), full.clone()), |(prefix, name)| (format!("{prefix}:"), name.to_owned()));
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|error| error.to_string())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Element { name, prefix, depth, close: open.end..open.end, open, attributes })
}

/// Replacements in a text, in any order; they must not overlap.
#[derive(Debug, Default)]
pub struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    pub fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    /// Puts words before the end of an element, which is opened first where it closed itself.
    pub fn append(&mut self, text: &str, element: &Element, words: &str) {
        if element.closes_itself() {
            let tag = text[element.open.clone()].trim_end_matches('>').trim_end_matches('/').trim_end();
            let close = format!("</{}{}>", element.prefix, element.name);
            self.replace(element.open.clone(), format!("{tag}>{words}{close}"));
        } else {
            self.insert(element.close.start, words);
        }
    }

    pub fn applied(mut self, text: &str) -> String {
        // What is inserted at one place stays in its order.
        self.0.sort_by_key(|(range, _)| range.start);
        let mut edited = String::with_capacity(text.len() + 1024);
        let mut from = 0;
        for (range, words) in &self.0 {
            edited.push_str(&text[from..range.start]);
            edited.push_str(words);
            from = range.end;
        }
        edited.push_str(&text[from..]);
        edited
    }
}

/// A text as it may stand in an element or an attribute.
pub fn escaped(text: &str) -> String {
    let legible: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    quick_xml::escape::escape(legible).into_owned()
}
