//! The records of an `.xls` stream (MS-XLS; Excel 5.0/95 writes the same with texts of one byte a letter), and the
//! table of texts that a workbook shares.

use super::bytes::{Bytes, Texts, latin, utf16};
use super::{WorkbookTrouble, damaged};

pub const BOF: u16 = 0x0809;
pub const EOF: u16 = 0x000A;
pub const CONTINUE: u16 = 0x003C;

/// What Excel wrote the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    /// Excel 5.0 and 95.
    Biff5,
    /// Excel 97 to 2003.
    Biff8,
}

/// One record.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    pub kind: u16,
    pub data: &'a [u8],
}

/// The records from a place of the stream to the end that belongs to it; charts inside a sheet are passed over.
pub struct Records<'a> {
    rest: &'a [u8],
    depth: usize,
}

impl<'a> Records<'a> {
    /// From the record that opens the workbook or a sheet, which tells the version and what it is.
    pub fn open(stream: &'a [u8], at: usize) -> Result<(Self, Version, u16), WorkbookTrouble> {
        let mut records = Self { rest: stream.get(at..).unwrap_or_default(), depth: 0 };
        let first = records.one()?;
        let mut data = Bytes(first.data);
        match (first.kind, data.u16(), data.u16()) {
            (BOF, Some(0x0600), Some(kind)) => Ok((records, Version::Biff8, kind)),
            (BOF, Some(0x0500), Some(kind)) => Ok((records, Version::Biff5, kind)),
            _ => Err(damaged("không thấy chỗ bắt đầu của trang tính")),
        }
    }

    /// The next record; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Record<'a>>, WorkbookTrouble> {
        loop {
            let record = self.one()?;
            match record.kind {
                BOF => self.depth += 1,
                EOF if self.depth == 0 => return Ok(None),
                EOF => self.depth -= 1,
                _ if self.depth > 0 => {}
                _ => return Ok(Some(record)),
            }
        }
    }

    /// What the records that follow and carry the last one on hold.
    pub fn continued(&mut self) -> Result<Vec<&'a [u8]>, WorkbookTrouble> {
        let mut parts = Vec::new();
        while self.rest.starts_with(&CONTINUE.to_le_bytes()) {
            parts.push(self.one()?.data);
        }
        Ok(parts)
    }

    fn one(&mut self) -> Result<Record<'a>, WorkbookTrouble> {
        let mut rest = Bytes(self.rest);
        let record = rest
            .u16()
            .zip(rest.u16())
            .and_then(|(kind, length)| rest.take(usize::from(length)).map(|data| Record { kind, data }));
        self.rest = rest.0;
        record.ok_or_else(|| damaged("tệp bị cắt ngang"))
    }
}

/// The shared texts; a text may be cut anywhere by the end of a record, and its second half may be stored otherwise.
pub fn shared_texts(parts: &[&[u8]]) -> Option<Texts> {
    let mut texts = Texts::default();
    let mut parts = Parts { now: Bytes(parts.first()?), later: parts.get(1..)? };
    parts.now.skip(4)?;
    let count = parts.now.u32()?;
    for _ in 0..count {
        // A file that promises more than it holds has been seen from other programs: what no cell names is not missed.
        let Some(text) = parts.text() else { break };
        texts.push(&text);
    }
    Some(texts)
}

/// A text that stands alone; it too may go on in the records that follow.
pub fn long_text(parts: &[&[u8]]) -> Option<String> {
    Parts { now: Bytes(parts.first()?), later: parts.get(1..)? }.text()
}

struct Parts<'a> {
    now: Bytes<'a>,
    later: &'a [&'a [u8]],
}

impl Parts<'_> {
    fn text(&mut self) -> Option<String> {
        if self.now.0.is_empty() {
            self.turn()?;
        }
        let letters = usize::from(self.now.u16()?);
        let flags = self.now.u8()?;
        let runs = if flags & 8 == 8 { usize::from(self.now.u16()?) * 4 } else { 0 };
        let phonetic = if flags & 4 == 4 { self.now.u32()? as usize } else { 0 };
        let mut text = String::new();
        let mut is_wide = flags & 1 == 1;
        let mut left = letters;
        loop {
            let (width, read): (usize, fn(&[u8]) -> String) = if is_wide { (2, utf16) } else { (1, latin) };
            let here = left.min(self.now.0.len() / width);
            text.push_str(&read(self.now.take(here * width)?));
            left -= here;
            if left == 0 {
                break;
            }
            self.turn()?;
            is_wide = self.now.u8()? & 1 == 1;
        }
        self.skip(runs.checked_add(phonetic)?)?;
        Some(text)
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        loop {
            let here = count.min(self.now.0.len());
            self.now.skip(here)?;
            count -= here;
            if count == 0 {
                return Some(());
            }
            self.turn()?;
        }
    }

    /// Goes on in the next record.
    fn turn(&mut self) -> Option<()> {
        let (first, later) = self.later.split_first()?;
        (self.now, self.later) = (Bytes(first), later);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Records, Version, shared_texts};

    #[test]
    fn texts_go_on_in_the_next_record_in_another_width() {
        let mut first = vec![9, 0, 0, 0, 3, 0, 0, 0];
        first.extend([2, 0, 0, b'T', b'T']);
        // Five letters with a run of formatting; two letters here, three there.
        first.extend([5, 0, 8, 1, 0, b'X', 0xE3]);
        let second = [1, b' ', 0, 0x30, 1, b'i', 0, 9, 9, 9];
        let third = [9, 1, 0, 0, b'z'];
        let texts = shared_texts(&[&first, &second, &third]).expect("texts");
        assert_eq!(texts.get(0), Some("TT"));
        assert_eq!(texts.get(1), Some("Xã \u{130}i"));
        assert_eq!(texts.get(2), Some("z"));
        assert_eq!(texts.get(3), None);
    }

    #[test]
    fn charts_inside_a_sheet_are_passed_over_and_cut_files_are_told() {
        let bof = [9, 8, 4, 0, 0, 6, 0x10, 0];
        let number = [3, 2, 1, 0, 7];
        let end = [10, 0, 0, 0];
        let stream = [&bof[..], &bof, &number, &end, &number, &end].concat();
        let (mut records, version, kind) = Records::open(&stream, 0).expect("a sheet");
        assert_eq!((version, kind), (Version::Biff8, 0x10));
        assert_eq!(records.next().expect("whole").map(|record| record.data), Some(&[7_u8][..]));
        assert!(records.next().expect("whole").is_none());
        for length in 0..stream.len() {
            let opened = Records::open(&stream[..length], 0);
            let is_cut = opened.is_err()
                || opened.is_ok_and(|(mut records, ..)| {
                    loop {
                        match records.next() {
                            Ok(Some(_)) => {}
                            Ok(None) => break false,
                            Err(_) => break true,
                        }
                    }
                });
            assert!(is_cut, "{length}");
        }
    }
}
