//! The storage of Office 97-2003 (and of files with a password): streams in one file, a small file system.
//!
//! Everything is a slice of the file or a copy no longer than the file: a chain of sectors that runs in a circle, and a
//! table that names one sector a million times, end where the file would have ended.

use super::{WorkbookTrouble, damaged};

/// The first bytes of such a file.
pub const SIGNATURE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

const HEADER: usize = 512;
const ENTRY: usize = 128;
const MINI_SECTOR: usize = 64;
/// Sector numbers from here on are marks.
const MARKS: u32 = 0xFFFF_FFFA;
const NO_ENTRY: u32 = 0xFFFF_FFFF;

/// An opened storage.
pub struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector after each sector.
    next: Vec<u32>,
    mini_next: Vec<u32>,
    /// Where streams shorter than this many bytes lie.
    mini: Vec<u8>,
    mini_below: u64,
    /// The streams and folders of the top folder.
    entries: Vec<Entry>,
}

#[derive(Debug, Clone)]
struct Entry {
    name: String,
    start: u32,
    size: u64,
}

impl<'a> Compound<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, WorkbookTrouble> {
        Self::parse(bytes).ok_or_else(|| damaged("mục lục bên trong tệp sai hoặc thiếu"))
    }

    fn parse(bytes: &'a [u8]) -> Option<Self> {
        let is_wide = match u16_at(bytes, 30)? {
            9 => false,
            12 => true,
            _ => return None,
        };
        let sector = if is_wide { 4096 } else { 512 };
        let mut own = Self {
            bytes,
            sector,
            next: Vec::new(),
            mini_next: Vec::new(),
            mini: Vec::new(),
            mini_below: u64::from(u32_at(bytes, 56)?),
            entries: Vec::new(),
        };
        own.next = own.sector_table()?;
        let directory = own.chain(u32_at(bytes, 48)?, usize::MAX)?;
        let entries: Vec<&[u8]> = directory.chunks_exact(ENTRY).collect();
        let root = entries.first()?;
        own.mini = own.chain(u32_at(root, 116)?, size(root, is_wide)?)?;
        let count = usize::try_from(u32_at(bytes, 64)?).ok()?;
        own.mini_next = numbers(&own.chain(u32_at(bytes, 60)?, count.saturating_mul(sector))?);
        own.entries = top_folder(&entries, u32_at(root, 76)?, is_wide);
        Some(own)
    }

    /// The name of a stream or a folder of the top folder, whatever its capitals.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The bytes of a stream of the top folder.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, WorkbookTrouble> {
        let Some(entry) = self.entry(name) else { return Ok(None) };
        let cut = || damaged(format!("phần «{name}» bị cắt ngang"));
        let size = usize::try_from(entry.size).map_err(|_| cut())?;
        let stream = if entry.size < self.mini_below {
            self.mini_chain(entry.start, size)
        } else {
            self.chain(entry.start, size)
        };
        stream.filter(|stream| stream.len() == size).map(Some).ok_or_else(cut)
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// How many sectors the file has, the last one maybe cut short.
    fn count(&self) -> usize {
        (self.bytes.len().saturating_sub(HEADER)).div_ceil(self.sector)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.sector)?;
        self.bytes.get(start..self.bytes.len().min(start.checked_add(self.sector)?))
    }

    /// The table of following sectors; its own sectors are listed in the header and in sectors that follow one another.
    fn sector_table(&self) -> Option<Vec<u32>> {
        let wanted = self.count().div_ceil(self.sector / 4);
        let mut listed: Vec<u32> = numbers(self.bytes.get(76..HEADER)?);
        let mut more = u32_at(self.bytes, 68)?;
        for _ in 0..self.count() {
            if more >= MARKS || listed.len() >= wanted.saturating_add(109) {
                break;
            }
            let mut list = numbers(self.sector(more)?);
            more = list.pop()?;
            listed.append(&mut list);
        }
        let mut table = Vec::new();
        for number in listed.into_iter().filter(|number| *number < MARKS).take(wanted) {
            table.extend(numbers(self.sector(number)?));
        }
        Some(table)
    }

    /// The bytes of a chain of sectors, up to a length.
    fn chain(&self, start: u32, most: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut at = start;
        for _ in 0..=self.count() {
            if at >= MARKS || bytes.len() >= most {
                bytes.truncate(most);
                return Some(bytes);
            }
            bytes.extend_from_slice(self.sector(at)?);
            at = *self.next.get(at as usize)?;
        }
        None
    }

    fn mini_chain(&self, start: u32, most: usize) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut at = start;
        for _ in 0..=self.mini_next.len() {
            if at >= MARKS || bytes.len() >= most {
                bytes.truncate(most);
                return Some(bytes);
            }
            let from = (at as usize).checked_mul(MINI_SECTOR)?;
            bytes.extend_from_slice(self.mini.get(from..self.mini.len().min(from + MINI_SECTOR))?);
            at = *self.mini_next.get(at as usize)?;
        }
        None
    }
}

/// The entries of the top folder, a tree: workbooks inside other documents lie deeper and are not meant.
fn top_folder(entries: &[&[u8]], child: u32, is_wide: bool) -> Vec<Entry> {
    let mut seen = vec![false; entries.len()];
    let mut waiting = vec![child];
    let mut found = Vec::new();
    while let Some(number) = waiting.pop() {
        let at = number as usize;
        let Some(entry) = entries.get(at).filter(|_| number != NO_ENTRY && !seen[at]) else { continue };
        seen[at] = true;
        let links = [u32_at(entry, 68), u32_at(entry, 72)];
        waiting.extend(links.into_iter().flatten());
        let units = u16_at(entry, 64).map_or(0, |length| usize::from(length / 2).clamp(1, 32) - 1);
        let name: Vec<u16> =
            entry.chunks_exact(2).take(units).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        if let (Some(start), Some(size)) = (u32_at(entry, 116), size(entry, is_wide)) {
            found.push(Entry { name: String::from_utf16_lossy(&name), start, size: size as u64 });
        }
    }
    found
}

/// Programs leave rubbish in the upper half of a size where sectors are small.
fn size(entry: &[u8], is_wide: bool) -> Option<usize> {
    let low = u64::from(u32_at(entry, 120)?);
    let high = if is_wide { u64::from(u32_at(entry, 124)?) } else { 0 };
    usize::try_from(high << 32 | low).ok()
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

#[cfg(test)]
mod tests {
    use super::{Compound, ENTRY, SIGNATURE};

    /// Header, table of sectors, directory, and a stream of two sectors at 2 and 3.
    fn storage(table: &[u32]) -> Vec<u8> {
        let mut bytes = vec![0xFF; 512];
        bytes[..8].copy_from_slice(&SIGNATURE);
        let mut put = |at: usize, number: u32| bytes[at..at + 4].copy_from_slice(&number.to_le_bytes());
        put(28, 0x0009_FFFE);
        put(32, 6);
        put(48, 1);
        put(56, 64);
        put(60, 0xFFFF_FFFE);
        put(64, 0);
        put(68, 0xFFFF_FFFE);
        put(76, 0);
        let mut sectors = vec![0xFF; 512];
        for (at, number) in table.iter().enumerate() {
            sectors[4 * at..4 * at + 4].copy_from_slice(&number.to_le_bytes());
        }
        for (name, child, start, size) in
            [("Root Entry", 1, 0xFFFF_FFFE_u32, 0), ("Workbook", u32::MAX, 2, 700_u32)]
        {
            let mut entry = [0; ENTRY];
            for (at, unit) in name.encode_utf16().enumerate() {
                entry[2 * at..2 * at + 2].copy_from_slice(&unit.to_le_bytes());
            }
            entry[64] = u8::try_from(2 * name.len() + 2).expect("short");
            entry[68..76].fill(0xFF);
            entry[76..80].copy_from_slice(&u32::to_le_bytes(child));
            entry[116..120].copy_from_slice(&start.to_le_bytes());
            entry[120..124].copy_from_slice(&u32::to_le_bytes(size));
            sectors.extend(entry);
        }
        bytes.extend(sectors);
        bytes.resize(512 * 3, 0);
        bytes.extend([7; 512]);
        bytes.extend([8; 512]);
        bytes
    }

    const END: u32 = 0xFFFF_FFFE;

    #[test]
    fn a_stream_is_found_and_followed() {
        let bytes = storage(&[0xFFFF_FFFD, END, 3, END]);
        let compound = Compound::open(&bytes).expect("a storage");
        assert!(compound.has("workbook") && !compound.has("Book"));
        let stream = compound.stream("Workbook").expect("whole").expect("there");
        assert_eq!((stream.len(), stream[511], stream[512]), (700, 7, 8));
        assert_eq!(compound.stream("Book"), Ok(None));
    }

    #[test]
    fn circles_and_cut_files_are_damage() {
        let bytes = storage(&[0xFFFF_FFFD, 1, 3, END]);
        assert!(Compound::open(&bytes).is_err(), "the directory follows itself");
        let bytes = storage(&[0xFFFF_FFFD, END, 3]);
        let compound = Compound::open(&bytes).expect("a storage");
        assert!(compound.stream("Workbook").is_ok(), "what lies behind the size does not matter");
        let whole = storage(&[0xFFFF_FFFD, END, 3, END]);
        for length in 0..whole.len() {
            if let Ok(compound) = Compound::open(&whole[..length]) {
                let is_whole = matches!(compound.stream("Workbook"), Ok(Some(_)));
                assert!(!is_whole || length >= 512 * 4 + 188, "{length}");
            }
        }
    }
}
