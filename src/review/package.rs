//! The parts of a draft, unzipped under a limit before any parser sees them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

/// No draft has a larger part, nor more parts, nor is larger when unzipped.
const MOST_PART_BYTES: u64 = 64 << 20;
const MOST_PARTS: usize = 2_000;

/// The parts that are read, by their names.
pub struct Parts {
    parts: BTreeMap<String, String>,
    has_macros: bool,
}

impl Parts {
    pub fn open(bytes: Vec<u8>) -> Result<Self, String> {
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
            return Err(
                "tệp Word đời cũ (.doc) hoặc có mật khẩu; mở bằng Word, bỏ mật khẩu, lưu lại dạng .docx"
                    .to_owned(),
            );
        }
        // The library's own words say nothing to a clerk.
        let broken = || BROKEN.to_owned();
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| broken())?;
        if archive.len() > MOST_PARTS {
            return Err(format!(
                "gói tệp có {} phần, nhiều hơn mọi bản Word; không mở, xin lại tệp từ người gửi",
                archive.len()
            ));
        }
        let mut parts = BTreeMap::new();
        let mut has_macros = false;
        let mut left = MOST_PART_BYTES;
        for at in 0..archive.len() {
            let part = archive.by_index(at).map_err(|_| broken())?;
            let Ok(name) = part.name().map(|name| name.replace('\\', "/")) else { continue };
            has_macros |= name.to_lowercase().ends_with("vbaproject.bin");
            if !is_read(&name) {
                continue;
            }
            let mut content = Vec::new();
            part.take(left + 1).read_to_end(&mut content).map_err(|_| broken())?;
            left = left.checked_sub(content.len() as u64).ok_or_else(|| {
                format!(
                    "giải nén ra hơn {} MB, nhiều hơn mọi bản Word; không mở, xin lại tệp từ người gửi",
                    MOST_PART_BYTES >> 20
                )
            })?;
            let text = String::from_utf8(content).map_err(|_| broken())?;
            parts.insert(name, text.trim_start_matches('\u{feff}').to_owned());
        }
        if !parts.contains_key(DOCUMENT) {
            return Err(broken());
        }
        Ok(Self { parts, has_macros })
    }

    pub fn has_macros(&self) -> bool {
        self.has_macros
    }

    pub fn document(&self) -> &str {
        self.parts.get(DOCUMENT).map_or("", String::as_str)
    }

    pub fn comments(&self) -> Option<&str> {
        self.parts.get(COMMENTS).map(String::as_str)
    }

    /// Headers and footers.
    pub fn margins(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter(|(name, _)| is_margin(name)).map(|(_, text)| text.as_str())
    }

    /// The document's own properties, by name.
    pub fn properties(&self) -> Result<BTreeMap<String, String>, String> {
        let Some(text) = self.parts.get(CUSTOM) else { return Ok(BTreeMap::new()) };
        let mut reader = Reader::from_str(text);
        let mut found = BTreeMap::new();
        let mut name = None;
        loop {
            match event(&mut reader)? {
                Event::Start(tag) if tag.local_name().as_ref() == "property" => {
                    name = attribute(&tag, "name")
                }
                Event::Text(text) => {
                    if let Some(name) = &name {
                        found.entry(name.clone()).or_insert_with(String::new).push_str(&text);
                    }
                }
                Event::End(tag) if tag.local_name().as_ref() == "property" => name = None,
                Event::Eof => return Ok(found),
                _ => {}
            }
        }
    }
}

const BROKEN: &str = "không phải tệp .docx, hoặc tệp đã hỏng; mở bằng Word rồi lưu lại dạng .docx";
const DOCUMENT: &str = "word/document.xml";
const COMMENTS: &str = "word/comments.xml";
const CUSTOM: &str = "docProps/custom.xml";

fn is_margin(name: &str) -> bool {
    let own = name.strip_prefix("word/").filter(|own| own.ends_with(".xml"));
    own.is_some_and(|own| own.starts_with("header") || own.starts_with("footer"))
}

fn is_read(name: &str) -> bool {
    [DOCUMENT, COMMENTS, CUSTOM].contains(&name) || is_margin(name)
}

/// The next event of a part; a declaration of a document type, the way to entities that multiply, is refused.
pub fn event<'a>(reader: &mut Reader<&'a [u8]>) -> Result<Event<'a>, String> {
    match reader.read_event() {
        Ok(Event::DocType(_)) => {
            Err("tệp có khai báo DOCTYPE, bản Word thật không bao giờ có; không mở, xin lại tệp từ người gửi"
                .to_owned())
        }
        Ok(event) => Ok(event),
        Err(_) => Err(BROKEN.to_owned()),
    }
}

/// An attribute by its full name.
pub fn attribute(tag: &quick_xml::events::BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().filter_map(Result::ok).find(|attribute| attribute.key.as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

/// What a reference like `&amp;` or `&#233;` stands for.
pub fn character(name: &str) -> Option<String> {
    quick_xml::escape::unescape(&format!("&{name};")).ok().map(std::borrow::Cow::into_owned)
}
