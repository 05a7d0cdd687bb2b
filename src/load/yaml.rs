//! YAML text to a tree of nodes in which every key and value knows its line and column.
//!
//! The only place that knows the YAML parser. Everything that Notepad writes is read: a UTF-8 mark, CRLF, UTF-16.
//! Nothing is judged here but the YAML itself.

use std::sync::Arc;

use serde_yaml::granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span};

use crate::diag::{Finding, Place, rules};
use crate::model::text::ClerkText;
use crate::vietnamese::text::{is_invisible, nfc};

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
        Some(mut text) => {
            text.retain(|c| !is_invisible(c));
            Ok(nfc(&text.replace("\r\n", "\n").replace('\r', "\n")).into())
        }
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

fn text_place(file: &str, line: usize, column: usize, width: usize) -> Place {
    Place::Text { file: file.to_owned(), line, column, width }
}

/// What the YAML parser stumbled over.
enum Trouble {
    Scan(ScanError),
    Alias(Place),
    KeyIsNotText(Place),
    SecondDocument(Place),
    Cut { place: Place, lost: String },
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
            // A tag or an anchor that the clerk meant as text: «! chữ», «&Số liệu».
            Event::Scalar(_, _, anchor, tag) if anchor != 0 || tag.is_some() => {
                return Err(Trouble::Alias(self.sign_before(place)));
            }
            Event::Scalar(value, style, ..) => {
                let content = self.scalar(&value, style, span, &place);
                self.comment_glued_to_text(style, span, &place)?;
                content
            }
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

    /// The place of the `&` or `!` that stands before a value on its line.
    fn sign_before(&self, place: Place) -> Place {
        let Place::Text { file, line, column, .. } = &place else { return place };
        let before: Vec<char> =
            self.text.lines().nth(line - 1).unwrap_or_default().chars().take(column - 1).collect();
        match before.iter().rposition(|c| matches!(c, '&' | '!')) {
            Some(at) => text_place(file, *line, at + 1, 1),
            None => place,
        }
    }

    /// «Chương trình #1»: YAML drops what follows ` #`; a real comment has a blank after its sign.
    fn comment_glued_to_text(&self, style: ScalarStyle, span: &Span, place: &Place) -> Result<(), Trouble> {
        let end = span.byte_range().map_or(self.text.len(), |range| range.end);
        let rest = self.text.get(end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let after = rest.trim_start();
        let glued = after.strip_prefix('#').is_some_and(|comment| comment.starts_with(char::is_alphanumeric));
        if style == ScalarStyle::Plain && rest.starts_with(' ') && glued {
            return Err(Trouble::Cut { place: place.clone(), lost: after.to_owned() });
        }
        Ok(())
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
            Self::Alias(place) => special_sign(place),
            Self::Cut { place, lost } => Finding::new(
                &rules::CUT_BY_HASH,
                place,
                format!("chữ «{lost}» bị YAML coi là ghi chú và bỏ đi"),
            )
            .help("đặt cả giá trị trong ngoặc kép; nếu đúng là ghi chú thì thêm dấu cách sau #"),
            Self::KeyIsNotText(place) => {
                let lines: Vec<&str> = text.lines().collect();
                if let Place::Text { line, .. } = &place
                    && let Some(column) = lines.get(line - 1).and_then(|line| unquoted(line, "{{"))
                {
                    return unquoted_braces(text_place(file, *line, column, 2));
                }
                Finding::new(
                    &rules::SYNTAX,
                    place,
                    "khóa phải là chữ, ở đây là một danh sách hoặc một bảng khóa",
                )
                .help("chữ bắt đầu bằng dấu ngoặc phải đặt trong ngoặc kép")
            }
            Self::SecondDocument(place) => {
                Finding::new(&rules::SYNTAX, place, "tệp có hơn một tài liệu YAML (dòng «---» thứ hai)")
                    .help("mỗi văn bản để trong một tệp riêng")
            }
        }
    }
}

/// A value that begins with a sign which YAML keeps for itself.
fn special_sign(place: Place) -> Finding {
    Finding::new(
        &rules::SYNTAX,
        place,
        "giá trị bắt đầu bằng «*», «&», «!», «%», «@» hoặc dấu ` bị hiểu là mã riêng của YAML",
    )
    .help("đặt cả giá trị trong ngoặc kép, ví dụ: \"*chữ nghiêng* …\"")
}

/// Finds what a clerk most likely did: a tab, an unquoted `{{` or colon, a special sign; else says what is missing.
fn scan_finding(file: &str, text: &str, error: &ScanError) -> Finding {
    let line = error.marker().line().max(1);
    let lines: Vec<&str> = text.lines().collect();
    let at = |number: usize| lines.get(number.wrapping_sub(1)).copied().unwrap_or_default();
    // The parser may notice a tab one line before or after the one that it stands on.
    for number in [line, line + 1, line - 1] {
        let indent: String = at(number).chars().take_while(|c| c.is_whitespace()).collect();
        if let Some(column) = indent.chars().position(|c| c == '\t') {
            let place = text_place(file, number, column + 1, 1);
            return Finding::new(&rules::TAB, place, "dòng thụt bằng phím Tab")
                .label("phím Tab ở đây")
                .help("thay phím Tab bằng dấu cách, mỗi bậc hai dấu cách");
        }
    }
    for number in [line, line - 1] {
        let content = at(number);
        if let Some(column) = unquoted(content, "{{") {
            return unquoted_braces(text_place(file, number, column, 2));
        }
        if let Some(column) = ["*", "&", "!", "%", "@", "`"].iter().find_map(|sign| unquoted(content, sign)) {
            return special_sign(text_place(file, number, column, 1));
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
        if let Some(column) = missing_blank(content) {
            return Finding::new(
                &rules::SYNTAX,
                text_place(file, number, column, 1),
                "thiếu dấu cách sau dấu hai chấm của khóa",
            )
            .help("viết «khóa: giá trị», ví dụ: so: 147");
        }
    }
    if let Some((number, column)) = open_quote(&lines[..line.min(lines.len())]) {
        return Finding::new(
            &rules::SYNTAX,
            text_place(file, number, column, 1),
            "dấu nháy mở mà không đóng trên dòng",
        )
        .help(QUOTES);
    }
    let (message, help) = explained(error.kind());
    let place = text_place(file, line.min(lines.len().max(1)), error.marker().col() + 1, 1);
    Finding::new(&rules::SYNTAX, place, format!("YAML sai cú pháp: {message}")).help(help)
}

const QUOTES: &str = "đóng dấu nháy ở cuối giá trị; chữ có dấu \" bên trong thì đặt trong dấu nháy đơn";

fn unquoted_braces(place: Place) -> Finding {
    Finding::new(&rules::SYNTAX, place, "giá trị bắt đầu bằng «{{» mà không đặt trong ngoặc kép")
        .help("đặt cả giá trị trong ngoặc kép, ví dụ: \"{{ huyen.tong.giam }} hộ\"")
}

/// What the parser wants, and what to look at.
fn explained(kind: &ErrorKind) -> (&'static str, &'static str) {
    const INDENT: &str = "xem lại độ thụt dòng: các khóa cùng bậc phải thẳng cột, danh sách mở bằng «- »";
    const BRACKETS: &str = "đếm lại các dấu ngoặc; chữ có dấu ngoặc ở đầu phải đặt trong ngoặc kép";
    match kind {
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            ("dấu nháy mở mà không đóng", QUOTES)
        }
        ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::MisplacedFlowCollectionEnd => {
            ("dấu ngoặc { } hoặc [ ] không đóng hoặc đóng nhầm", BRACKETS)
        }
        ErrorKind::RecursionLimitExceeded => ("các bậc lồng nhau quá sâu", "viết nội dung phẳng hơn"),
        ErrorKind::InvalidSimpleKey | ErrorKind::SimpleKeyExpected => (
            "dòng này không có dạng «khóa: giá trị»",
            "thêm dấu hai chấm và dấu cách sau khóa, hoặc thụt dòng nếu là phần tiếp của dòng trên",
        ),
        ErrorKind::UnexpectedEof
        | ErrorKind::UnexpectedEofBlockMapping
        | ErrorKind::UnexpectedEofBlockSequence => ("tệp kết thúc giữa chừng", BRACKETS),
        _ => ("dòng này không khớp với các dòng trên", INDENT),
    }
}

/// The first quote of the last lines that has no partner on its line.
fn open_quote(lines: &[&str]) -> Option<(usize, usize)> {
    let from = lines.len().saturating_sub(3);
    lines.iter().enumerate().skip(from).find_map(|(at, line)| {
        let value = line.split_once(": ").map_or(*line, |(_, value)| value).trim_start();
        let is_open = value.starts_with('"') && value.matches('"').count() == 1;
        is_open.then(|| (at + 1, line.chars().count() - value.chars().count() + 1))
    })
}

/// `so:147`: a key with its value glued to the colon.
fn missing_blank(line: &str) -> Option<usize> {
    let content = line.trim_start_matches(['-', ' ']);
    let (key, value) = content.split_once(':')?;
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    (is_key && !value.is_empty() && !value.starts_with(' '))
        .then(|| line.chars().count() - content.chars().count() + key.chars().count() + 1)
}

/// The column of a sign right after `key: ` or `- `.
fn unquoted(line: &str, sign: &str) -> Option<usize> {
    let value = line.trim_start_matches(['-', ' ']);
    let value = match value.split_once(": ") {
        Some((key, rest)) if !key.contains(['"', '\'', '{']) => rest.trim_start(),
        _ => value,
    };
    value.starts_with(sign).then(|| line.chars().count() - value.chars().count() + 1)
}

/// The column of the second `: ` of a line whose value is neither quoted nor in brackets.
fn second_colon(line: &str) -> Option<usize> {
    let (key, value) = line.split_once(": ")?;
    let start = value.trim_start().chars().next()?;
    if matches!(start, '"' | '\'' | '[' | '{' | '|' | '>' | '#') || key.contains(['"', '\'', '{', '[']) {
        return None;
    }
    let at = value.find(": ").or_else(|| value.trim_end().strip_suffix(':').map(str::len))?;
    Some(key.chars().count() + 2 + value[..at].chars().count() + 1)
}
