//! The parts of a zipped workbook, unzipped under a limit before any parser sees them.
//!
//! calamine sets no bound on what it unzips. So the parts that it will ask for are unzipped here, each no further than
//! the size that the archive declares, all together no further than the limit, and handed on in an archive that holds
//! them as they are. A declaration of a document type (the way to entities that multiply) is refused.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use std::ops::Range;

use memchr::memmem;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::limits::{Limits, MEGABYTE};
use super::{WorkbookTrouble, damaged, too_large, unreadable};

/// More parts than this no office program writes.
const MOST_PARTS: usize = 10_000;

/// A zipped workbook.
pub struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    /// Names in lower case, for programs that write `xl/SharedStrings.xml`.
    names: BTreeMap<String, usize>,
    most_bytes: u64,
}

/// Parts that are no longer compressed.
pub struct Parts {
    /// An archive with nothing but these parts.
    pub bytes: Vec<u8>,
    ranges: BTreeMap<String, Range<usize>>,
}

impl Parts {
    /// The bytes of a part.
    pub fn part(&self, name: &str) -> Option<&[u8]> {
        self.bytes.get(self.ranges.get(&name.to_lowercase())?.clone())
    }

    /// All parts.
    pub fn all(&self) -> impl Iterator<Item = &[u8]> {
        self.ranges.values().filter_map(|range| self.bytes.get(range.clone()))
    }
}

impl Package {
    pub fn open(bytes: Vec<u8>, limits: &Limits) -> Result<Self, WorkbookTrouble> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| trouble(&error))?;
        if archive.len() > MOST_PARTS {
            return Err(unreadable(
                format!("gói tệp có {} phần, nhiều hơn mọi bảng tính", archive.len()),
                "tệp có thể đã bị cài mã độc: không mở, xin lại tệp từ người gửi",
            ));
        }
        let mut names = BTreeMap::new();
        for (at, name) in archive.file_names().enumerate() {
            if let Ok(name) = name {
                names.insert(name.replace('\\', "/").to_lowercase(), at);
            }
        }
        Ok(Self { archive, names, most_bytes: limits.unzipped_bytes })
    }

    /// The names of the parts, in lower case.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    pub fn has(&self, name: &str) -> bool {
        self.names.contains_key(&name.to_lowercase())
    }

    /// One part; `None` where there is none of that name.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, WorkbookTrouble> {
        let parts = self.parts(|part| part == name.to_lowercase())?;
        Ok(parts.part(name).map(<[u8]>::to_vec))
    }

    /// The parts that are wanted, by their names in lower case.
    pub fn parts(&mut self, wanted: impl Fn(&str) -> bool) -> Result<Parts, WorkbookTrouble> {
        let wanted: Vec<(String, usize)> = self
            .names
            .iter()
            .filter(|(name, _)| wanted(name))
            .map(|(name, at)| (name.clone(), *at))
            .collect();
        let mut declared = 0;
        for (_, at) in &wanted {
            let size = self.archive.by_index_raw(*at).map_err(|error| trouble(&error))?.size();
            declared = size.saturating_add(declared);
        }
        if declared > self.most_bytes {
            return Err(too_large(
                format!(
                    "giải nén ra {} MB, nhiều hơn {} MB",
                    declared.div_ceil(MEGABYTE),
                    self.most_bytes / MEGABYTE
                ),
                "giai_nen_mb",
            ));
        }
        // Room for the archive's own lists besides.
        let room = usize::try_from(declared).unwrap_or(0) + 512 * wanted.len() + 1024;
        let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(room)));
        let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, at) in &wanted {
            let part = self.archive.by_index(*at).map_err(|error| trouble(&error))?;
            let own_name = part.name().map_or_else(|_| name.clone(), |name| name.into_owned());
            let size = part.size();
            writer.start_file(own_name, plain).map_err(|error| trouble(&error))?;
            copy(part, &mut writer, size, name)?;
        }
        let bytes = writer.finish().map_err(|error| trouble(&error))?.into_inner();
        let ranges = ranges(&bytes)?;
        let parts = Parts { bytes, ranges };
        for (name, _) in &wanted {
            // Old OpenOffice declares a document type in the list of parts, which no parser reads here.
            let is_list = name == "meta-inf/manifest.xml";
            if !is_list && (name.ends_with(".xml") || name.ends_with(".rels")) {
                refuse_declarations(parts.part(name).unwrap_or_default(), name)?;
            }
        }
        Ok(parts)
    }
}

/// Unzips one part, and stops where it passes the size that it declares.
fn copy(part: impl Read, into: &mut impl Write, size: u64, name: &str) -> Result<(), WorkbookTrouble> {
    let broken = |error: std::io::Error| damaged(format!("phần «{name}» không giải nén được ({error})"));
    let copied = std::io::copy(&mut part.take(size.saturating_add(1)), into).map_err(broken)?;
    if copied > size {
        return Err(damaged(format!("phần «{name}» dài hơn kích thước mà tệp khai báo")));
    }
    Ok(())
}

fn ranges(bytes: &[u8]) -> Result<BTreeMap<String, Range<usize>>, WorkbookTrouble> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| trouble(&error))?;
    let mut ranges = BTreeMap::new();
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(|error| trouble(&error))?;
        let name = part.name().map(|name| name.replace('\\', "/").to_lowercase());
        let (Ok(name), Some(start)) = (name, part.data_start()) else { continue };
        let (start, size) = (usize::try_from(start), usize::try_from(part.size()));
        if let (Ok(start), Ok(size)) = (start, size) {
            ranges.insert(name, start..start.saturating_add(size));
        }
    }
    Ok(ranges)
}

fn refuse_declarations(xml: &[u8], name: &str) -> Result<(), WorkbookTrouble> {
    let is_declaration =
        |at: usize| xml[at..].starts_with(b"<!DOCTYPE") || xml[at..].starts_with(b"<!ENTITY");
    if memmem::find_iter(xml, b"<!").any(is_declaration) {
        return Err(unreadable(
            format!("phần «{name}» có khai báo DOCTYPE, không bảng tính nào cần đến"),
            "tệp có thể đã bị cài mã độc: không mở, xin lại tệp từ người gửi",
        ));
    }
    Ok(())
}

fn trouble(error: &ZipError) -> WorkbookTrouble {
    match error {
        ZipError::UnsupportedArchive(reason) if reason.to_lowercase().contains("password") => {
            WorkbookTrouble::password()
        }
        _ => damaged(format!("gói tệp không đọc được ({error})")),
    }
}
