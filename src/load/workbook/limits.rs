//! What a workbook may be at most (`gioi_han` in `chung.yaml`): a file that passes a limit is refused by name, never read half.

use std::time::Duration;

/// The most that is read of one workbook. The defaults hold 100,000 rows of 30 columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The file as it lies on disk.
    pub file_bytes: u64,
    /// What its parts come to when they are unzipped.
    pub unzipped_bytes: u64,
    /// The number of the last row, from 1.
    pub rows: u32,
    /// The number of the last column, from 1.
    pub columns: u32,
    /// Cells with something in them, on one sheet.
    pub cells: usize,
    /// Characters in one cell; Excel itself holds no more than 32.767.
    pub cell_characters: usize,
    /// How long reading one sheet may take.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 50 * MEGABYTE,
            unzipped_bytes: 200 * MEGABYTE,
            rows: 200_000,
            columns: 1_000,
            cells: 5_000_000,
            cell_characters: 32_767,
            time: Duration::from_secs(60),
        }
    }
}

impl Limits {
    /// For a workbook that the program has just written itself.
    pub fn unbounded() -> Self {
        Self {
            file_bytes: u64::MAX,
            unzipped_bytes: u64::MAX,
            rows: u32::MAX,
            columns: u32::MAX,
            cells: usize::MAX,
            cell_characters: usize::MAX,
            time: Duration::from_secs(3_600),
        }
    }
}

/// A million bytes, as file managers count.
pub const MEGABYTE: u64 = 1_000_000;
