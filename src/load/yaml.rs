//! YAML text to a tree of nodes in which every key and value knows its line and column.
//!
//! The only place that knows the YAML parser. Everything that Notepad writes is read: a UTF-8 mark, CRLF, UTF-16.
//! Nothing is judged here but the YAML itself.

use std::sync::Arc;

use serde_yaml::granit_parser::{Event, Parser, ScalarStyle, ScanError, Span};

use crate::diag::{Finding, Place, rules};
use crate::model::text::ClerkText;
use crate::vietnamese::text::nfc;

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Node {
    pub place: Place,
    pub content: Content,
}

#[derive(Debug, Clone)]
pub enum Content {
    Null,
    Scalar(ClerkText),
    List(Vec<Node>),
    Map { entries: Vec<Entry>, in_braces: bool },
}

#[derive(Debug, Clone)]
pub struct Entry {
    pub key: String,
    pub key_place: Place,
    pub value: Node,
}

/// Text of a file: NFC, `\n` line ends, no mark; an error when it is neither UTF-8 nor UTF-16 with a mark.
pub fn decode(file: &str, bytes: &[u8]) -> Result<Arc<str>, Box<Finding>> {
    let utf16 = |pair: fn([u8; 2]) -> u16| {
        let units = bytes[2..].chunks(2).map(|two| pair([two[0], two.get(1).copied().unwrap_or(0)]));
        char::decode_utf16(units).collect::<Result<String, _>>().ok()
    };
    let text = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        [0xFF, 0xFE, ..] => utf16(u16::from_le_bytes),
        [0xFE, 0xFF, ..] => utf16(u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).ok().map(str::to_owned),
    };
    match text {
        Some(text) => Ok(nfc(&text.replace("\r\n", "\n").replace('\r', "\n")).into()),
        None => Err(Box::new(
            Finding::new(&rules::NOT_TEXT, Place::file(file), "tệp không phải văn bản UTF-8 hoặc UTF-16")
                .help("mở tệp bằng Notepad, chọn «Save As» với mã hóa «UTF-8» rồi lưu lại"),
        )),
    }
}

/// Parses one YAML file; an empty one is `Content::Null`.
pub fn parse(file: &str, text: &str) -> Result<Node, Box<Finding>> {
    let mut builder = Builder { file, text, parser: Parser::new_from_str(text) };
    builder.document().map_err(|trouble| Box::new(trouble.into_finding(file, text)))
}

/// A file as plain JSON data, for files that are data for the layout (`nd30.yaml`).
pub fn to_json(file: &str, text: &str) -> Result<serde_json::Value, Box<Finding>> {
    serde_yaml::from_str(text).map_err(|error| {
        let place = match error.location() {
            Some(at) => text_place(file, at.line() as usize, at.column() as usize, 1),
            None => Place::file(file),
        };
        Box::new(Finding::new(&rules::PROFILE, place, format!("không đọc được: {}", first_line(&error))))
    })
}

fn first_line(error: &impl ToString) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}

fn text_place(file: &str, line: usize, column: usize, width: usize) -> Place {
    Place::Text { file: file.to_owned(), line, column, width }
}

/// What the YAML parser stumbled over.
enum Trouble {
    Scan(ScanError),
    Alias(Place),
    KeyIsNotText(Place),
    SecondDocument(Place),
}

struct Builder<'a> {
    file: &'a str,
    text: &'a str,
    parser: Parser<'a, serde_yaml::granit_parser::StrInput<'a>>,
}

impl<'a> Builder<'a> {
    fn document(&mut self) -> Result<Node, Trouble> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                Event::StreamEnd => break,
                _ if root.is_some() => return Err(Trouble::SecondDocument(self.place(&span))),
                event => root = Some(self.node(event, &span)?),
            }
        }
        Ok(root.unwrap_or(Node { place: text_place(self.file, 1, 1, 1), content: Content::Null }))
    }

    fn next(&mut self) -> Result<(Event<'a>, Span), Trouble> {
        self.parser.next().unwrap_or(Ok((Event::StreamEnd, Span::default()))).map_err(Trouble::Scan)
    }

    fn node(&mut self, event: Event<'a>, span: &Span) -> Result<Node, Trouble> {
        let place = self.place(span);
        let content = match event {
            Event::Scalar(value, style, ..) => self.scalar(&value, style, span, &place),
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break,
                        (event, span) => items.push(self.node(event, &span)?),
                    }
                }
                Content::List(items)
            }
            Event::MappingStart(style, ..) => {
                let in_braces = style == serde_yaml::granit_parser::StructureStyle::Flow;
                Content::Map { entries: self.entries()?, in_braces }
            }
            _ => return Err(Trouble::Alias(place)),
        };
        Ok(Node { place, content })
    }

    fn entries(&mut self) -> Result<Vec<Entry>, Trouble> {
        let mut entries = Vec::new();
        loop {
            let (key, key_place) = match self.next()? {
                (Event::MappingEnd, _) => return Ok(entries),
                (Event::Scalar(value, ..), span) => (value.into_owned(), self.place(&span)),
                (Event::Alias(_) | Event::UnresolvedAlias(_), span) => {
                    return Err(Trouble::Alias(self.place(&span)));
                }
                (_, span) => return Err(Trouble::KeyIsNotText(self.place(&span))),
            };
            let (event, span) = self.next()?;
            let value = self.node(event, &span)?;
            entries.push(Entry { key, key_place, value });
        }
    }

    fn scalar(&self, value: &str, style: ScalarStyle, span: &Span, place: &Place) -> Content {
        let is_plain = style == ScalarStyle::Plain;
        if is_plain && matches!(value, "" | "~" | "null") {
            return Content::Null;
        }
        let raw = span.slice(self.text).unwrap_or_default();
        let source = (raw != value).then(|| raw.to_owned());
        Content::Scalar(ClerkText { text: value.to_owned(), place: place.clone(), source })
    }

    fn place(&self, span: &Span) -> Place {
        let width = if span.start.line() == span.end.line() {
            span.end.col().saturating_sub(span.start.col()).max(1)
        } else {
            1
        };
        text_place(self.file, span.start.line().max(1), span.start.col() + 1, width)
    }
}

impl Trouble {
    fn into_finding(self, file: &str, text: &str) -> Finding {
        match self {
            Self::Scan(error) => scan_finding(file, text, &error),
            Self::Alias(place) => Finding::new(
                &rules::SYNTAX,
                place,
                "giá trị bắt đầu bằng «*» hoặc «&» bị hiểu là mã riêng của YAML",
            )
            .help("đặt cả giá trị trong ngoặc kép, ví dụ: \"*chữ nghiêng* …\""),
            Self::KeyIsNotText(place) => {
                Finding::new(&rules::SYNTAX, place, "khóa phải là chữ, ở đây là một danh sách hoặc một bảng khóa")
                    .help("giá trị bắt đầu bằng «{{» phải đặt trong ngoặc kép, ví dụ: \"{{ huyen.tong.giam }} hộ\"")
            }
            Self::SecondDocument(place) => {
                Finding::new(&rules::SYNTAX, place, "tệp có hơn một tài liệu YAML (dòng «---» thứ hai)")
                    .help("mỗi văn bản để trong một tệp riêng")
            }
        }
    }
}

/// Finds what a clerk most likely did: a tab, an unquoted colon, an unquoted `{{`; else says what the parser wants.
fn scan_finding(file: &str, text: &str, error: &ScanError) -> Finding {
    let line = error.marker().line().max(1);
    let lines: Vec<&str> = text.lines().collect();
    let first = line.saturating_sub(3).max(1);
    for number in (first..=line).rev() {
        let Some(content) = lines.get(number - 1) else { continue };
        let indent: String = content.chars().take_while(|c| c.is_whitespace()).collect();
        if let Some(at) = indent.chars().position(|c| c == '\t') {
            return Finding::new(&rules::TAB, text_place(file, number, at + 1, 1), "dòng thụt bằng phím Tab")
                .label("phím Tab ở đây")
                .help("thay phím Tab bằng dấu cách, mỗi bậc hai dấu cách");
        }
    }
    for number in (first..=line).rev() {
        let Some(content) = lines.get(number - 1) else { continue };
        if let Some(column) = unquoted_braces(content) {
            return Finding::new(
                &rules::SYNTAX,
                text_place(file, number, column, 2),
                "giá trị bắt đầu bằng «{{» mà không đặt trong ngoặc kép",
            )
            .help("đặt cả giá trị trong ngoặc kép, ví dụ: \"{{ huyen.tong.giam }} hộ\"");
        }
        if let Some(column) = second_colon(content) {
            return Finding::new(
                &rules::UNQUOTED_COLON,
                text_place(file, number, column, 1),
                "giá trị có dấu hai chấm và dấu cách mà không đặt trong ngoặc kép",
            )
            .label("dấu hai chấm này")
            .help("đặt cả giá trị trong ngoặc kép, ví dụ: trich_yeu: \"Mục tiêu: giảm nghèo\"");
        }
    }
    Finding::new(
        &rules::SYNTAX,
        text_place(file, line, error.marker().col() + 1, 1),
        format!("YAML sai cú pháp: {}", explained(&error.info())),
    )
    .help("xem lại độ thụt dòng (cùng bậc phải thẳng cột), dấu ngoặc và dấu nháy ở dòng này và dòng trên")
}

/// The column of a `{{` right after `key: ` or `- `.
fn unquoted_braces(line: &str) -> Option<usize> {
    let value = line.trim_start_matches(['-', ' ']);
    let value = match value.split_once(": ") {
        Some((key, rest)) if !key.contains(['"', '\'', '{']) => rest.trim_start(),
        _ => value,
    };
    value.starts_with("{{").then(|| line.chars().count() - value.chars().count() + 1)
}

/// The column of the second `: ` of a line whose value is neither quoted nor in brackets.
fn second_colon(line: &str) -> Option<usize> {
    let (key, value) = line.split_once(": ")?;
    let start = value.trim_start().chars().next()?;
    if matches!(start, '"' | '\'' | '[' | '{' | '|' | '>' | '#') || key.contains(['"', '\'']) {
        return None;
    }
    let at = value.find(": ").or_else(|| value.trim_end().strip_suffix(':').map(str::len))?;
    Some(key.chars().count() + 2 + value[..at].chars().count() + 1)
}

/// The parser's own words, where a Vietnamese phrase is known for them.
fn explained(info: &str) -> String {
    let known = [
        ("did not find expected key", "cần một khóa «tên: giá trị»"),
        ("expected", "thiếu một dấu hoặc một khóa ở đây"),
        ("unclosed", "thiếu dấu đóng ngoặc hoặc đóng nháy"),
        ("indent", "độ thụt dòng không đúng"),
        ("end of", "tệp kết thúc giữa chừng, thiếu dấu đóng ngoặc hoặc đóng nháy"),
        ("unknown anchor", "giá trị bắt đầu bằng «*» phải đặt trong ngoặc kép"),
    ];
    let lower = info.to_lowercase();
    known
        .iter()
        .find(|(english, _)| lower.contains(english))
        .map_or_else(|| info.to_owned(), |(_, vietnamese)| (*vietnamese).to_owned())
}
