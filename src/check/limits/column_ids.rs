//! BND007: the ids under a head (A, B, 1, 2, 3 = 1 - 2) neither skip nor repeat.

use crate::diag::{Finding, Findings, Place, rules};
use crate::model::column_id::{ColumnId, ColumnMark};
use crate::model::table::Table;

/// BND007, for a table with such a row.
pub fn in_sequence(table: &Table, findings: &mut Findings) {
    let place = |id: &ColumnId| Place::cell(table.file.as_str(), table.sheet.as_str(), id.cell);
    let mut before: Option<&ColumnId> = None;
    for id in &table.column_ids {
        let expected = match (before.map(|before| before.mark), id.mark) {
            (Some(ColumnMark::Letter(last)), ColumnMark::Letter(letter)) => {
                let next = char::from_u32(u32::from(last) + 1).unwrap_or(last);
                (letter != next).then(|| next.to_string())
            }
            // Numbers begin anew behind letters, or count them in: A, B, 1 or A, B, 3.
            (Some(ColumnMark::Letter(_)), mark) => {
                let letters = table.column_ids.iter().filter(|id| matches!(id.mark, ColumnMark::Letter(_)));
                let next = u32::try_from(letters.count()).unwrap_or_default() + 1;
                mark.number().filter(|number| *number != 1 && *number != next).map(|_| "1".to_owned())
            }
            (Some(last), mark) => match (last.number(), mark.number()) {
                (Some(last), Some(number)) => (number != last + 1).then(|| (last + 1).to_string()),
                _ => None,
            },
            (None, _) => None,
        };
        if let (Some(expected), Some(last)) = (expected, before) {
            findings.add(
                Finding::new(
                    &rules::COLUMN_IDS,
                    place(id),
                    format!("số của cột là {}, sau {} phải là {expected}", id.mark, last.mark),
                )
                .label(format!("phải là {expected}"))
                .also(place(last), "số đứng trước")
                .help("đánh lại số ở hàng số cột dưới đầu bảng; công thức trong hàng này sửa theo"),
            );
        }
        if id.mark != ColumnMark::Formula(None) {
            before = Some(id);
        }
    }
}
