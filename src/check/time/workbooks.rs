//! TIM006: the workbook is of the year that the dossier is of.
//!
//! A year counts that stands in a heading, in the sheet's or the file's name. One that fits is enough: the opening
//! figures of a plan are those of the year before.

use super::years;
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::document::Dossier;
use crate::model::table::Table;

pub fn check(dossier: &Dossier, findings: &mut Findings) {
    let Some(year) = dossier.year else { return };
    for table in dossier.tables.values() {
        let said = said(table);
        if said.is_empty() || said.iter().any(|said| said.fits(year)) {
            continue;
        }
        let Some(first) = said.first() else { continue };
        let mut finding = Finding::new(
            &rules::OLD_WORKBOOK,
            first.place.clone(),
            format!("bảng «{}» của hồ sơ năm {year} lấy từ bảng tính ghi «{}»", table.id, first.text),
        )
        .also(Place::file(table.file.as_str()), "bảng tính");
        for other in said.iter().skip(1).take(2) {
            finding = finding.also(other.place.clone(), format!("cũng ghi «{}»", other.text));
        }
        findings.add(
            finding
                .note(format!("không đầu cột, tên trang hay tên tệp nào ghi năm {year}"))
                .help("thay bảng tính của đúng năm; nếu số liệu đúng là của năm này thì sửa năm ghi trên bảng, hoặc sửa `nam`"),
        );
    }
}

/// A text of the workbook that names a year.
struct Said {
    text: String,
    years: Vec<i16>,
    periods: Vec<(i16, i16)>,
    place: Place,
}

impl Said {
    fn of(text: &str, place: Place) -> Option<Self> {
        let (years, periods) = years(text);
        let names_one = !years.is_empty() || !periods.is_empty();
        names_one.then(|| Self { text: text.to_owned(), years, periods, place })
    }

    /// Whether it may stand in a workbook of the year: that year, a period that holds it, or how the year before ended.
    fn fits(&self, year: i16) -> bool {
        let text = self.text.to_lowercase();
        let is_end = ["cuối năm", "31/12", "31-12", "cuối kỳ"].iter().any(|word| text.contains(word));
        self.years.contains(&year)
            || self.periods.iter().any(|(first, last)| (*first..=*last).contains(&year))
            || is_end && self.years.contains(&(year - 1))
    }
}

fn said(table: &Table) -> Vec<Said> {
    let headings = table.columns.iter().filter(|column| column.sheet_column.is_some());
    let headings = headings.filter_map(|column| Said::of(&column.heading.join(" "), column.place.clone()));
    let file = table.file.rsplit('/').next().unwrap_or(&table.file);
    let names = [table.sheet.as_str(), file];
    headings.chain(names.into_iter().filter_map(|name| Said::of(name, Place::file(table.file.as_str())))).collect()
}
