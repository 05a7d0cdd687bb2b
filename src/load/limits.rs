//! `gioi_han` of `chung.yaml`: how large a workbook may be.

use std::time::Duration;

use super::fields::Fields;
use super::workbook::{Limits, MEGABYTE};
use crate::diag::{Finding, Findings, rules};

/// The key of `chung.yaml`.
pub const KEY: &str = "gioi_han";
const KEYS: &[&str] =
    &["tep_mb", "giai_nen_mb", "dong", "cot", "o", "ky_tu", "giay", "giay_van_ban", "bo_nho_mb"];

/// What a worker process may take at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProcessLimits {
    /// `giay_van_ban`: how long opening a dossier or making one document may take.
    pub seconds: u64,
    /// `bo_nho_mb`: how much memory a worker may ask for.
    pub memory_bytes: u64,
}

impl Default for ProcessLimits {
    fn default() -> Self {
        Self { seconds: 120, memory_bytes: 3_000 * MEGABYTE }
    }
}

/// What the office sets for worker processes.
pub fn process_limits(fields: &Fields<'_>, findings: &mut Findings) -> ProcessLimits {
    let node = fields.get(KEY);
    let fields = node.and_then(|node| Fields::of(node, "«gioi_han»", KEYS, findings));
    fields.map(|fields| process_limits_of(&fields, findings)).unwrap_or_default()
}

fn process_limits_of(fields: &Fields<'_>, findings: &mut Findings) -> ProcessLimits {
    const MOST_SECONDS: u32 = 3_600;
    const MOST_MB: u32 = 1_000_000;
    let mut limits = ProcessLimits::default();
    if let Some(count) = whole(fields, "giay_van_ban", MOST_SECONDS, findings) {
        limits.seconds = u64::from(count);
    }
    if let Some(count) = whole(fields, "bo_nho_mb", MOST_MB, findings) {
        limits.memory_bytes = u64::from(count) * MEGABYTE;
    }
    limits
}

/// The limits that the office sets; what it does not say stays as the program has it.
pub fn limits(fields: &Fields<'_>, findings: &mut Findings) -> Limits {
    let mut limits = Limits::default();
    let Some(node) = fields.get(KEY) else { return limits };
    let Some(fields) = Fields::of(node, "«gioi_han»", KEYS, findings) else { return limits };
    // No sheet of any format is larger than this.
    const MOST_ROWS: u32 = 1_048_576;
    const MOST_COLUMNS: u32 = 16_384;
    const MOST_MB: u32 = 4_000;
    const MOST_CELLS: u32 = 100_000_000;
    const MOST_CHARACTERS: u32 = 1_000_000;
    const MOST_SECONDS: u32 = 3_600;
    let megabytes = |count: u32| u64::from(count) * MEGABYTE;
    let mut said = |key: &str, most: u32| whole(&fields, key, most, findings);
    if let Some(count) = said("tep_mb", MOST_MB) {
        limits.file_bytes = megabytes(count);
    }
    if let Some(count) = said("giai_nen_mb", MOST_MB) {
        limits.unzipped_bytes = megabytes(count);
    }
    if let Some(count) = said("dong", MOST_ROWS) {
        limits.rows = count;
    }
    if let Some(count) = said("cot", MOST_COLUMNS) {
        limits.columns = count;
    }
    if let Some(count) = said("o", MOST_CELLS) {
        limits.cells = count as usize;
    }
    if let Some(count) = said("ky_tu", MOST_CHARACTERS) {
        limits.cell_characters = count as usize;
    }
    if let Some(count) = said("giay", MOST_SECONDS) {
        limits.time = Duration::from_secs(u64::from(count));
    }
    // Worker processes read these by themselves; here only what is wrong with them is told.
    process_limits_of(&fields, findings);
    limits
}

fn whole(fields: &Fields<'_>, key: &str, most: u32, findings: &mut Findings) -> Option<u32> {
    let text = fields.text(key, findings)?;
    let digits: String = text.text.chars().filter(|c| !matches!(c, '.' | '_' | ' ')).collect();
    let count = digits.parse().ok().filter(|count| (1..=most).contains(count));
    if count.is_none() {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                text.place.clone(),
                format!("«{key}» phải là một số từ 1 đến {most}, ở đây là «{}»", text.text),
            )
            .help("ví dụ: gioi_han: { dong: 300000 }"),
        );
    }
    count
}
