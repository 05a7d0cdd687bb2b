//! What the head of a fanned-out document takes from its unit's row: number, date, place name, signatory.

use super::Writer;
use crate::diag::{Finding, Located, rules};
use crate::model::body::Written;
use crate::model::document::Document;
use crate::model::fan_out::{FanOut, Late};
use crate::model::table::Value;
use crate::model::text::{RichText, words};

impl Writer<'_> {
    /// Fills in what could not be known before the row was.
    pub(super) fn name_unit(&mut self, fan_out: &FanOut, document: &mut Document<RichText, Written>) {
        let Some((table, row)) = self.bound else { return };
        self.row = self.bound;
        let identity = &mut document.identity;
        for (which, text) in &fan_out.late {
            let said = words(&self.text(text));
            match which {
                Late::Abbreviation => identity.abbreviation = said,
                Late::PlaceName => identity.place_name = said,
                Late::SignatoryName(at) => {
                    if let Some(signatory) = document.signatories.get_mut(*at) {
                        signatory.name = Some(said);
                    }
                }
                Late::SignatoryLine(at, line) => {
                    let signatory = document.signatories.get_mut(*at);
                    if let Some(printed) = signatory.and_then(|signatory| signatory.lines.get_mut(*line)) {
                        *printed = said;
                    }
                }
            }
        }
        if let Some(column) = fan_out.number {
            identity.number = match &table.rows[row].cells[column] {
                Value::Number(number) => u32::try_from(*number).ok().filter(|number| *number > 0),
                _ => None,
            };
            let is_said = !matches!(table.rows[row].cells[column], Value::Empty | Value::Unreadable);
            if identity.number.is_none() && is_said {
                let message = format!("số văn bản của «{}» phải là số thứ tự từ 1", table.rows[row].name);
                let finding = Finding::new(&rules::WRONG_SHAPE, table.place(row, column), message);
                self.findings.add(finding.help("ghi 1, 2, 3 …; chưa có số thì để trống ô này"));
            }
        }
        if let Some(column) = fan_out.date
            && let Value::Date(date) = &table.rows[row].cells[column]
        {
            identity.date = Some(Located { value: *date, place: table.place(row, column) });
        }
    }
}
