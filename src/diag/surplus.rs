//! One fault in every row of a long sheet: the first places are told one by one, all others as one finding that counts them.
//!
//! - Holds: how many findings of one code a sheet has, and which finding counts those that are not told.
//! - In and out: findings one after another; a list of bounded length.
//! - Never here: which rule found them.
//! - Why: a wrong column of 100,000 rows is one mistake; nobody reads 300,000 findings, and drawing them takes a minute.

use std::collections::BTreeMap;

use super::{Finding, Place, Severity};
use crate::vietnamese::number;

/// So many places of one fault on one sheet are told.
const TOLD: usize = 50;

/// What counts as one fault on one sheet. What different waivers cover is told apart, so that each finds its own.
type Kind = (String, String, String, Severity, Option<String>);

/// The counts of one list of findings.
#[derive(Debug, Clone, Default)]
pub struct Surplus {
    kinds: BTreeMap<Kind, Count>,
}

#[derive(Debug, Clone, Default)]
struct Count {
    all: usize,
    /// The finding that counts the others, by its place in the list.
    counting: usize,
}

impl Surplus {
    /// Adds a finding to a list, or to the finding that counts those which are not told.
    pub fn push(&mut self, finding: Finding, list: &mut Vec<Finding>) {
        let Place::Cell { file, sheet, .. } = &finding.at.place else { return list.push(finding) };
        let kind =
            (finding.code.clone(), file.clone(), sheet.clone(), finding.severity, finding.waived.clone());
        let count = self.kinds.entry(kind).or_default();
        count.all += 1;
        match count.all.checked_sub(TOLD) {
            None | Some(0) => list.push(finding),
            Some(1) => {
                count.counting = list.len();
                list.push(counting(finding));
            }
            Some(more) => {
                if let Some(counting) = list.get_mut(count.counting) {
                    counting.message = message(&counting.at.place, more);
                }
            }
        }
    }
}

/// A finding in place of the first that is not told, at its cell.
fn counting(finding: Finding) -> Finding {
    Finding {
        message: message(&finding.at.place, 1),
        also: Vec::new(),
        notes: Vec::new(),
        help: Some(format!(
            "sửa {TOLD} chỗ đã nêu, thường là cùng một nguyên nhân, rồi chạy lại để xem các chỗ còn lại"
        )),
        unit: None,
        ..finding
    }
    .label("bắt đầu từ ô này")
}

fn message(place: &Place, more: usize) -> String {
    let sheet = match place {
        Place::Cell { sheet, .. } => sheet.as_str(),
        _ => "",
    };
    format!(
        "còn {} chỗ khác trong trang «{sheet}» có cùng lỗi này, không nêu từng chỗ",
        number::format(more.into())
    )
}
