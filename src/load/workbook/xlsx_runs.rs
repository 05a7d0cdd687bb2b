//! Shared texts of an `.xlsx` whose parts are set in different fonts, some of them old ones (`.VnTime`).
//!
//! calamine hands out such a text as one, and the font of the cell is that of its first letter or of none: read by it,
//! «Hòa» in Arial behind «X·» in .VnTime would become «Hũa».

use std::collections::BTreeMap;

use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::xlsx::attribute;
use crate::vietnamese::legacy::Encoding;

/// A stretch of text; `None`: it has the font of its cell.
type Run = (Option<Option<Encoding>>, String);

/// The texts with fonts of their own, by their whole letters.
#[derive(Debug, Default)]
pub struct MixedTexts(BTreeMap<String, Vec<Run>>);

/// A text put together from its runs.
#[derive(Debug, PartialEq, Eq)]
pub struct Joined {
    pub text: String,
    /// The old code page of one of its runs.
    pub encoding: Encoding,
}

impl MixedTexts {
    /// Reads the part of shared texts, where it names an old font at all.
    pub fn of(part: &[u8]) -> Self {
        let mut mixed = Self::default();
        let names_old_font = [b"\".Vn".as_slice(), b"\".vn", b"\"VNI", b"\"vni"]
            .iter()
            .any(|font| memmem::find(part, font).is_some());
        let Some(text) = std::str::from_utf8(part).ok().filter(|_| names_old_font) else { return mixed };
        let mut reader = Reader::from_str(text);
        let mut runs: Vec<Run> = Vec::new();
        let mut is_text = false;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                    "si" => runs.clear(),
                    "r" => runs.push((None, String::new())),
                    "rFont" => {
                        if let (Some(run), Some(font)) = (runs.last_mut(), attribute(&tag, "val")) {
                            run.0 = Some(Encoding::of_font(&font));
                        }
                    }
                    "t" => is_text = true,
                    _ => {}
                },
                Event::Text(piece) if is_text => {
                    if let Some((_, text)) = runs.last_mut() {
                        text.push_str(&piece.xml10_content());
                    }
                }
                Event::GeneralRef(name) if is_text => {
                    let letter =
                        quick_xml::escape::unescape(&format!("&{};", &*name)).map(|text| text.into_owned());
                    if let (Some((_, text)), Ok(letter)) = (runs.last_mut(), letter) {
                        text.push_str(&letter);
                    }
                }
                Event::End(tag) => match tag.local_name().as_ref() {
                    "t" => is_text = false,
                    "si" if runs.iter().any(|(font, _)| matches!(font, Some(Some(_)))) => {
                        let whole = runs.iter().map(|(_, text)| text.as_str()).collect();
                        mixed.0.insert(whole, std::mem::take(&mut runs));
                    }
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        mixed
    }

    /// The text with every run read by its font; `own` is the code page of the cell's font.
    pub fn joined(&self, text: &str, own: Option<Encoding>) -> Option<Joined> {
        if self.0.is_empty() {
            return None;
        }
        let runs = self.0.get(text)?;
        let encoding = runs.iter().find_map(|(font, _)| (*font)?)?;
        let text = runs.iter().map(|(font, text)| match font.unwrap_or(own) {
            Some(encoding) => encoding.convert(text).unwrap_or_else(|| text.clone()),
            None => text.clone(),
        });
        Some(Joined { text: text.collect(), encoding })
    }
}

#[cfg(test)]
mod tests {
    use super::{Encoding, MixedTexts};

    #[test]
    fn every_run_is_read_by_its_own_font() {
        let part = "<sst><si><t>Xã</t></si><si><r><rPr><rFont val=\".VnTime\"/></rPr><t>X· §¾k</t></r>\
                    <r><rPr><rFont val=\"Arial\"/></rPr><t> Hòa &amp; Hải</t></r></si></sst>";
        let mixed = MixedTexts::of(part.as_bytes());
        let joined = mixed.joined("X· §¾k Hòa & Hải", Some(Encoding::Tcvn3)).expect("a text of two fonts");
        assert_eq!((joined.text.as_str(), joined.encoding), ("Xã Đắk Hòa & Hải", Encoding::Tcvn3));
        assert_eq!(mixed.joined("Xã", None), None);
    }
}
