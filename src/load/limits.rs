//! `gioi_han` of `chung.yaml`: how large a workbook may be.

use std::time::Duration;

use super::fields::Fields;
use super::workbook::{Limits, MEGABYTE};
use crate::diag::{Finding, Findings, rules};

/// The key of `chung.yaml`.
pub const KEY: &str = "gioi_han";
const KEYS: &[&str] = &["tep_mb", "giai_nen_mb", "dong", "cot", "o", "ky_tu", "giay"];

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
