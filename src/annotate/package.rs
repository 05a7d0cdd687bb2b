//! A zipped package of which some parts are changed or added: all others keep their very bytes and their order.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// No part that is changed is larger: the checks before have read the sheets within the office's limits.
const MOST_BYTES: u64 = 1 << 30;

pub struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// Places by name in lower case, for programs that write `xl/SharedStrings.xml`.
    names: BTreeMap<String, usize>,
    changed: BTreeMap<usize, String>,
    added: Vec<(String, String)>,
}

impl Package {
    pub fn open(bytes: Vec<u8>) -> Result<Self, String> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| error.to_string())?;
        let mut names = BTreeMap::new();
        for (at, name) in archive.file_names().enumerate() {
            let name = name.map_err(|error| error.to_string())?;
            names.insert(name.replace('\\', "/").to_lowercase(), at);
        }
        Ok(Self { archive, names, changed: BTreeMap::new(), added: Vec::new() })
    }

    /// The names of the parts, in lower case, those that were added included.
    pub fn names(&self) -> impl Iterator<Item = String> {
        let added = self.added.iter().map(|(name, _)| name.to_lowercase());
        self.names.keys().cloned().chain(added)
    }

    /// A part as it stands now; `None` where there is none of that name.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, String> {
        let lower = name.to_lowercase();
        if let Some((_, text)) = self.added.iter().find(|(added, _)| added.to_lowercase() == lower) {
            return Ok(Some(text.clone()));
        }
        let Some(at) = self.names.get(&lower) else { return Ok(None) };
        if let Some(text) = self.changed.get(at) {
            return Ok(Some(text.clone()));
        }
        let part = self.archive.by_index(*at).map_err(|error| error.to_string())?;
        let mut bytes = Vec::new();
        part.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(format!("phần «{name}» quá lớn"));
        }
        String::from_utf8(bytes).map(Some).map_err(|_| format!("phần «{name}» không viết bằng UTF-8"))
    }

    /// A part that must be there.
    pub fn needed(&mut self, name: &str) -> Result<String, String> {
        self.text(name)?.ok_or_else(|| format!("thiếu phần «{name}»"))
    }

    /// Changes a part, or adds one at the end.
    pub fn set(&mut self, name: &str, text: String) {
        let lower = name.to_lowercase();
        if let Some(at) = self.names.get(&lower) {
            self.changed.insert(*at, text);
        } else if let Some((_, known)) =
            self.added.iter_mut().find(|(added, _)| added.to_lowercase() == lower)
        {
            *known = text;
        } else {
            self.added.push((name.to_owned(), text));
        }
    }

    /// The new package; the same changes give the same bytes.
    pub fn finish(mut self) -> Result<Vec<u8>, String> {
        let trouble = |error: zip::result::ZipError| error.to_string();
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.set_raw_comment(self.archive.comment().into()).map_err(trouble)?;
        for at in 0..self.archive.len() {
            let part = self.archive.by_index_raw(at).map_err(trouble)?;
            match self.changed.get(&at) {
                None => writer.raw_copy_file(part).map_err(trouble)?,
                Some(text) => {
                    let name = part.name().map_err(trouble)?.into_owned();
                    let date = part.last_modified().unwrap_or_default();
                    write(&mut writer, name, text, plain().last_modified_time(date))?;
                }
            }
        }
        for (name, text) in self.added {
            write(&mut writer, name, &text, plain())?;
        }
        Ok(writer.finish().map_err(trouble)?.into_inner())
    }
}

fn plain() -> SimpleFileOptions {
    // Without a date of its own a part would hold the present moment.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    options.compression_method(CompressionMethod::Deflated)
}

fn write(
    writer: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: String,
    text: &str,
    options: SimpleFileOptions,
) -> Result<(), String> {
    writer.start_file(name, options).map_err(|error| error.to_string())?;
    writer.write_all(text.as_bytes()).map_err(|error| error.to_string())
}
