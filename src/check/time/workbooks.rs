//! TIM006: the workbook is of the year that the dossier is of.
//!
//! A year counts that stands in a heading, in the title over the head, in the sheet's or the file's name. One that fits is enough: the opening
//! figures of a plan are those of the year before.

use super::years;
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::document::Dossier;
use crate::model::table::Table;

pub fn check(dossier: &Dossier, findings: &mut Findings) {
    let Some(year) = dossier.year else { return };
    for table in dossier.tables.values() {
        let said = said(table);
        // How the year before ended opens a plan, but a sheet that tells more of that year is that year's.
        let tells_only_its_end = said.iter().all(|said| said.opens(year));
        if said.is_empty() || tells_only_its_end || said.iter().any(|said| said.fits(year)) {
            continue;
        }
        let Some(first) = said.first() else { continue };
        let finding = Finding::new(
            &rules::OLD_WORKBOOK,
            first.place.clone(),
            format!("bảng «{}» của hồ sơ năm {year} lấy từ bảng tính ghi «{}»", table.id, first.text),
        );
        let others = said.iter().skip(1).filter(|other| other.place != first.place).take(2);
        let mut finding = others.fold(finding, |finding, other| {
            finding.also(other.place.clone(), format!("cũng ghi «{}»", other.text))
        });
        if first.place.path() != table.file
            && finding.also.iter().all(|label| label.place.path() != table.file)
        {
            finding = finding.also(Place::file(table.file.as_str()), "bảng tính");
        }
        if let Some(place) = &dossier.year_place {
            finding = finding.also(place.clone(), format!("hồ sơ ghi năm {year}"));
        }
        findings.add(
            finding
                .note(format!("không tiêu đề, đầu cột, tên trang hay tên tệp nào ghi năm {year}"))
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

    /// Whether it names the year, or a period that holds it.
    fn fits(&self, year: i16) -> bool {
        self.years.contains(&year)
            || self.periods.iter().any(|(first, last)| (*first..=*last).contains(&year))
    }

    /// Whether it speaks of the end of the year before.
    fn opens(&self, year: i16) -> bool {
        let text = self.text.to_lowercase();
        let is_end = ["cuối năm", "31/12", "31-12", "cuối kỳ"].iter().any(|word| text.contains(word));
        is_end && self.years.iter().all(|named| *named == year - 1)
    }
}

fn said(table: &Table) -> Vec<Said> {
    let is_title = |text: &str| {
        let text = text.to_lowercase();
        text.contains("năm ") && !text.contains("kèm theo") && !text.contains("ngày")
    };
    let titles = table.above.iter().filter(|title| is_title(&title.value));
    let titles = titles.filter_map(|title| Said::of(&title.value, title.place.clone()));
    let headings = table.columns.iter().filter(|column| column.sheet_column.is_some());
    let headings = headings.filter_map(|column| Said::of(&column.heading.join(" "), column.place.clone()));
    let file = table.file.rsplit('/').next().unwrap_or(&table.file);
    let names = [table.sheet.as_str(), file];
    let names = names.into_iter().filter_map(|name| Said::of(name, Place::file(table.file.as_str())));
    headings.chain(titles).chain(names).collect()
}
