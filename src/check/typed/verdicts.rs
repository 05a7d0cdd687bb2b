//! TXT001 and TXT002: a number typed into a sentence against the row that the sentence names.
//!
//! A contradiction is another value than the one column has that the clause speaks of («Tuy Đức giảm 1.560 hộ»), or a
//! number that differs from one figure of the row by a slip of the fingers. Where a sentence names no row, the totals of
//! the tables are meant, and only a slip contradicts them. What equals a figure of the named row, or a constant with the
//! same unit, has its source; every other number has none.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::cells::{Cell, begins_with, comparable};
use super::context::{Context, is_loose};
use super::named::{Names, RowOf};
use super::numbers::{self, Typed};
use super::terms;
use crate::check::wording::{Paragraph, TextSubject};
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::print::Sign;
use crate::model::table::Table;
use crate::vietnamese::numerals::Measure;
use crate::vietnamese::text::fold;

/// Both rules, for every typed number.
pub fn of_typed_numbers<'d>(subject: &TextSubject<'d>, names: &OnceCell<Names<'d>>, findings: &mut Findings) {
    // A repetition prints one line of the YAML many times.
    let mut said: BTreeSet<Place> = BTreeSet::new();
    for (at, paragraph) in subject.paragraphs.iter().enumerate() {
        if !numbers::is_read(paragraph) {
            continue;
        }
        let mut carried = String::new();
        let mut sentence = 0;
        for typed in numbers::typed(paragraph) {
            let names = names.get_or_init(|| Names::for_text(subject));
            if typed.sentence.start != sentence {
                carried.clear();
                sentence = typed.sentence.start;
            }
            let judged = Judged { subject, at, paragraph, typed: &typed, names };
            if let Some(finding) = judged.finding(&mut carried)
                && said.insert(finding.at.place.clone())
            {
                findings.add(finding);
            }
        }
    }
}

struct Judged<'j, 'd> {
    subject: &'j TextSubject<'d>,
    /// The paragraph's number among the subject's.
    at: usize,
    paragraph: &'j Paragraph<'d>,
    typed: &'j Typed,
    names: &'j Names<'d>,
}

impl<'d> Judged<'_, 'd> {
    fn text(&self) -> &str {
        &self.paragraph.text
    }

    /// `carried`: the last clause of the sentence that spoke of a column; «giảm 180 hộ, chiếm 1%» goes on with the cut.
    fn finding(&self, carried: &mut String) -> Option<Finding> {
        let year = self.subject.checked.document().identity.year;
        let context = Context::of(self.subject, self.at, self.typed, self.names);
        let is_part = context.is_part();
        let motion = terms::motion(&self.text()[..self.typed.start], &self.text()[self.typed.end..]);
        if terms::is_telling(&context.clause, year, is_part) {
            carried.clone_from(&context.clause);
        }
        let is_loose = !is_part && is_loose(self.text(), self.typed);
        if context.is_named && !is_loose && !context.is_list {
            let meant = self.meant(&context.rows, motion.unwrap_or(carried), year, is_part);
            if let Some(first) = meant.first() {
                let is_right = meant.iter().any(|cell| self.fits(*cell, &context));
                let written = &self.text()[self.typed.start..self.typed.end];
                let likely = meant.iter().find(|cell| cell.is_slip_of(written)).unwrap_or(first);
                return (!is_right).then(|| self.contradiction(*likely, "trái với bảng"));
            }
        }
        let cells: Vec<Cell<'d>> = context.rows.iter().flat_map(|row| comparable(self.typed, *row)).collect();
        let others = context.others.iter().flat_map(|row| comparable(self.typed, *row));
        let is_known = |cell: &Cell<'_>| cell.equals(self.typed);
        if cells.iter().any(is_known) || self.is_constant() || self.is_sum(&context) {
            return None;
        }
        if context.is_named && others.into_iter().any(|cell| is_known(&cell)) {
            return None;
        }
        if self.typed.upper.is_some() && self.is_target_range() {
            return None;
        }
        let unmeasured = self.typed.unmeasured();
        let indicators = context.indicators(self.text(), self.typed, self.tables());
        let indicators: Vec<Cell<'d>> =
            indicators.into_iter().flat_map(|row| comparable(&unmeasured, row)).collect();
        if indicators.iter().any(is_known) {
            return None;
        }
        let written = &self.text()[self.typed.start..self.typed.end];
        let slip = cells.iter().chain(&indicators).find(|cell| cell.is_slip_of(written));
        match slip.filter(|_| !is_loose) {
            Some(cell) => Some(self.contradiction(*cell, "gần giống số của bảng")),
            None => Some(self.unsourced()),
        }
    }

    /// Whether an indicator of the dossier has this very range: two ends are no coincidence.
    fn is_target_range(&self) -> bool {
        let tables = self.tables().filter(|table| table.has_indicators());
        let rows = tables.flat_map(|table| (0..table.rows.len()).map(move |row| (table, row)));
        rows.flat_map(|row| comparable(self.typed, row)).any(|cell| cell.equals(self.typed))
    }

    fn tables(&self) -> impl Iterator<Item = &'d Table> {
        self.subject.checked.dossier().tables.values().map(AsRef::as_ref)
    }

    /// The cells that the clause speaks of, one of each table that has the row.
    fn meant(&self, rows: &[RowOf<'d>], clause: &str, year: i16, is_part: bool) -> Vec<Cell<'d>> {
        let cell = |(table, row): &RowOf<'d>| {
            let columns: Vec<usize> = comparable(self.typed, (table, *row)).map(|cell| cell.column).collect();
            let column = terms::column(clause, &columns, table, year, is_part)?;
            Some(Cell { table, row: *row, column })
        };
        rows.iter().filter_map(cell).collect()
    }

    /// Whether the number is this cell, or the same column's of another row that the sentence may mean.
    fn fits(&self, cell: Cell<'d>, context: &Context<'d>) -> bool {
        let others = context.others.iter().filter(|other| std::ptr::eq(other.0, cell.table));
        let mut others = others.map(|other| Cell { table: other.0, row: other.1, column: cell.column });
        cell.equals(self.typed) || others.any(|other| other.equals(self.typed))
    }

    /// Whether it is what the rows of a list add up to: «hai xã A và B giảm 90 hộ».
    fn is_sum(&self, context: &Context<'d>) -> bool {
        if self.typed.value.is_none() {
            return false;
        }
        let Some((table, _)) = context.rows.first().filter(|_| context.is_list) else { return false };
        let mut rows: Vec<usize> = context
            .others
            .iter()
            .filter(|other| std::ptr::eq(other.0, *table))
            .map(|other| other.1)
            .collect();
        let units: Vec<usize> = table.unit_rows().collect();
        rows.retain(|row| units.contains(row));
        rows.sort_unstable();
        rows.dedup();
        (0..table.columns.len()).filter(|column| table.columns[*column].kind.adds_up()).any(|column| {
            let numbers = rows.iter().map(|row| table.rows[*row].cells[column].number());
            let sum = numbers.into_iter().try_fold(Decimal::ZERO, |sum, number| sum.checked_add(number?));
            sum == self.typed.value
        })
    }

    /// Whether a constant of the dossier has this value and unit.
    fn is_constant(&self) -> bool {
        let constants = self.subject.checked.dossier().constants.values();
        constants.filter(|_| self.typed.upper.is_none()).any(|constant| {
            let unit = constant.unit.as_deref().unwrap_or_default();
            let same_unit = match &self.typed.measure {
                Measure::None => true,
                Measure::Percent => Sign::of_unit(unit) != Sign::None || fold(unit) == fold("phần trăm"),
                Measure::Points => Sign::of_unit(unit) == Sign::Points,
                Measure::Word(word) => begins_with(&fold(unit), word),
            };
            Some(constant.value) == self.typed.value && same_unit
        })
    }

    fn contradiction(&self, cell: Cell<'_>, what: &str) -> Finding {
        let Cell { table, row, column } = cell;
        let (printed, written) = (cell.printed(), self.typed.written(self.text()));
        let message = format!(
            "câu này ghi {written}, {what}: «{}», cột «{}» là {printed}",
            table.label(row),
            cell.title()
        );
        self.subject
            .finding(&rules::TEXT_AGAINST_TABLE, self.paragraph, self.typed.start, written, message)
            .label(format!("bảng ghi {printed}"))
            .also(table.place(row, column), "số của bảng")
            .unit(table.rows[table.whole_of(row)].name.as_str())
            .help(format!(
                "sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{{{ {} }}}}",
                cell.path()
            ))
    }

    fn unsourced(&self) -> Finding {
        let written = self.typed.written(self.text());
        let finding = self.subject.finding(
            &rules::UNSOURCED_NUMBER,
            self.paragraph,
            self.typed.start,
            written,
            format!("số {written} gõ trong câu, chưa rõ nguồn"),
        );
        let unit = match &self.typed.measure {
            Measure::Word(word) => {
                let words = self.text()[self.typed.end..].split_whitespace().take(word.split(' ').count());
                let words = words.collect::<Vec<_>>().join(" ");
                words.split(['.', ',', ';', ':', ')']).next().unwrap_or_default().to_owned()
            }
            Measure::Percent => "\"%\"".to_owned(),
            Measure::Points => "điểm %".to_owned(),
            Measure::None => "…".to_owned(),
        };
        let Some(value) = self.typed.value.map(|value| value.normalize()) else {
            return finding.help("viết số kiểu Việt Nam: dấu chấm ngăn từng ba chữ số, dấu phẩy trước phần lẻ, ví dụ 3.960; 7,97");
        };
        let constant = format!("ten_hang_so: {{ gia_tri: {value}, don_vi: {unit}, nguon: \"…\" }}");
        match self.like() {
            Some(cell) => {
                finding.also(cell.table.place(cell.row, cell.column), "ô có cùng số này").help(format!(
                    "nếu là số của «{}» thì viết {{{{ {} }}}}; nếu không thì khai ở «hang_so»: {constant}",
                    cell.table.label(cell.row),
                    cell.path()
                ))
            }
            None => finding
                .help(format!("khai ở «hang_so» của ho-so.yaml, có nguồn, rồi gọi tên hằng số: {constant}")),
        }
    }

    /// The one cell of all tables that has this very figure, if it is no everyday number.
    fn like(&self) -> Option<Cell<'d>> {
        const EVERYDAY: i64 = 20;
        if self.typed.value.is_none_or(|value| value.is_integer() && value <= EVERYDAY.into()) {
            return None;
        }
        let rows = self.tables().flat_map(|table| (0..table.rows.len()).map(move |row| (table, row)));
        let mut found =
            rows.flat_map(|row| comparable(self.typed, row)).filter(|cell| cell.equals(self.typed));
        found.next().filter(|_| found.next().is_none())
    }
}
