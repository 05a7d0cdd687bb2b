//! Zipped files as their parts: taken apart, changed in one part, packed again.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The parts in their order, by name.
pub type Parts = Vec<(String, Vec<u8>)>;

pub fn parts(bytes: &[u8]) -> Parts {
    let mut package = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut part = |at| {
        let mut part = package.by_index(at).expect("a part");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("it can be read");
        (part.name().expect("a name").into_owned(), content)
    };
    (0..ZipArchive::new(Cursor::new(bytes)).expect("a package").len()).map(&mut part).collect()
}

pub fn packed(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        writer.write_all(content).expect("it can be written");
    }
    writer.finish().expect("a package").into_inner()
}

/// The same package with the text of some parts changed; at least one is there.
pub fn rewritten(
    bytes: &[u8],
    is_wanted: impl Fn(&str) -> bool,
    change: impl Fn(String) -> String,
) -> Vec<u8> {
    let mut parts = parts(bytes);
    let mut wanted: Vec<_> = parts.iter_mut().filter(|(name, _)| is_wanted(name)).collect();
    assert!(!wanted.is_empty(), "the part is there");
    for (_, content) in &mut wanted {
        *content = change(String::from_utf8(std::mem::take(content)).expect("XML")).into_bytes();
    }
    packed(&parts)
}
