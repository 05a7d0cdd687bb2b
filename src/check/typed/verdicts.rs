//! TXT001 and TXT002: a number typed into a sentence against the row that the sentence names.
//!
//! A contradiction is another value than the one column has that the clause speaks of («Tuy Đức giảm 1.560 hộ»), or a
//! number that differs from one figure of the row by a slip of the fingers. Where a sentence names no row, the totals of
//! the tables are meant, and only a slip contradicts them. What equals a figure of the named row, or a constant with the
//! same unit, has its source; every other number has none.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::named::{Names, RowOf};
use super::numbers::{self, Typed};
use super::terms;
use crate::check::wording::{Paragraph, TextSubject};
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::habits::Habits;
use crate::model::print::Sign;
use crate::model::table::{RowKind, Table, Value};
use crate::model::text::words;
use crate::vietnamese::numerals::Measure;
use crate::vietnamese::text::fold;
use crate::vietnamese::unit_name::UnitName;

/// One cell that a typed number is compared with.
#[derive(Clone, Copy)]
struct Cell<'d> {
    table: &'d Table,
    row: usize,
    column: usize,
}

/// Both rules, for every typed number.
pub fn of_typed_numbers(subject: &TextSubject<'_>, findings: &mut Findings) {
    let names = OnceCell::new();
    // A repetition prints one line of the YAML many times.
    let mut said: BTreeSet<Place> = BTreeSet::new();
    for (at, paragraph) in subject.paragraphs.iter().enumerate() {
        if !numbers::is_read(paragraph) {
            continue;
        }
        let mut carried = String::new();
        let mut sentence = 0;
        for typed in numbers::typed(paragraph) {
            let names = names.get_or_init(|| names_for(subject));
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

fn names_for<'d>(subject: &TextSubject<'d>) -> Names<'d> {
    let identity = &subject.checked.document().identity;
    let issuer = words(&identity.issuer);
    let parent = identity.parent.as_ref().map(|parent| words(parent)).unwrap_or_default();
    Names::of(subject.checked.dossier(), &format!("{issuer} {parent}"))
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
        let clause = self.clause();
        if terms::is_telling(&clause, year) {
            carried.clone_from(&clause);
        }
        let mentions = self.names.within(self.text(), self.typed.sentence.clone());
        let named: Vec<RowOf<'d>> = mentions.iter().map(|mention| mention.row).collect();
        let before = mentions.iter().rev().find(|mention| mention.at.end <= self.typed.start);
        let nearest = before.or(mentions.first()).map(|mention| mention.at.clone());
        let around = if nearest.is_none() { self.around() } else { Vec::new() };
        let is_named = nearest.is_some() || !around.is_empty();
        let rows: Vec<RowOf<'d>> = match &nearest {
            Some(at) => mentions.iter().filter(|one| one.at == *at).map(|one| one.row).collect(),
            None if is_named => around,
            None if self.names.is_about_another(&self.text()[self.typed.sentence.clone()]) => Vec::new(),
            None => self.names.totals().to_vec(),
        };
        let is_loose = terms::is_loose(
            &self.text()[self.typed.clause..self.typed.start],
            &self.text()[..self.typed.start],
        );
        if !is_loose && is_named {
            if let Some(cell) = self.meant(&rows, carried, year) {
                let others = named.iter().map(|row| Cell { table: row.0, row: row.1, column: cell.column });
                let is_other =
                    |other: &Cell<'_>| std::ptr::eq(other.table, cell.table) && self.equals(*other);
                return if self.equals(cell) || others.into_iter().any(|other| is_other(&other)) {
                    None
                } else {
                    Some(self.contradiction(cell, "trái với bảng"))
                };
            }
        }
        let cells: Vec<Cell<'d>> = rows.iter().flat_map(|row| self.comparable(*row)).collect();
        if cells.iter().any(|cell| self.equals(*cell)) || self.is_constant() {
            return None;
        }
        if let Some(cell) = cells.iter().find(|cell| self.is_slip(**cell)).filter(|_| !is_loose) {
            return Some(self.contradiction(*cell, "gần giống số của bảng"));
        }
        Some(self.unsourced())
    }

    /// The rows named last before the sentence: earlier in the paragraph, else in the heading that it stands under.
    fn around(&self) -> Vec<RowOf<'d>> {
        let last = |text: &str, until: usize| {
            let mentions = self.names.within(text, 0..until);
            let at = mentions.last().map(|mention| mention.at.clone());
            let there = mentions.into_iter().filter(|one| Some(&one.at) == at.as_ref()).map(|one| one.row);
            there.collect::<Vec<_>>()
        };
        let here = last(self.text(), self.typed.sentence.start);
        if !here.is_empty() {
            return here;
        }
        let is_heading = |paragraph: &&Paragraph<'_>| {
            let component = paragraph.component;
            component.ends_with("_tieu_de") || matches!(component, "phan" | "chuong" | "muc" | "tieu_muc")
        };
        let above = self.subject.paragraphs[..self.at].iter().rev().find(is_heading);
        above.map(|heading| last(&heading.text, heading.text.len())).unwrap_or_default()
    }

    /// The words that lead to the number and those behind it, up to a comma or the next number.
    fn clause(&self) -> String {
        let behind = &self.text()[self.typed.end..self.typed.sentence.end.max(self.typed.end)];
        let end = behind.find(|c: char| matches!(c, ',' | ';' | '(' | ')') || c.is_ascii_digit());
        format!(
            "{} {}",
            &self.text()[self.typed.clause..self.typed.start],
            &behind[..end.unwrap_or(behind.len())]
        )
    }

    /// The one cell that the clause speaks of.
    fn meant(&self, rows: &[RowOf<'d>], clause: &str, year: i16) -> Option<Cell<'d>> {
        let mut meant = rows.iter().filter_map(|(table, row)| {
            let columns: Vec<usize> = self.comparable((*table, *row)).map(|cell| cell.column).collect();
            let column = terms::column(clause, &columns, table, year)?;
            Some(Cell { table, row: *row, column })
        });
        meant.next().filter(|_| meant.next().is_none())
    }

    /// The cells of a row that hold what the typed number is measured in.
    fn comparable(&self, (table, row): RowOf<'d>) -> impl Iterator<Item = Cell<'d>> {
        let measure = &self.typed.measure;
        let fits = move |column: usize| {
            let kind = table.columns[column].kind;
            let value = &table.rows[row].cells[column];
            let sign = table.sign_of(row, column);
            let is_measured_so = match measure {
                Measure::None => true,
                Measure::Percent => sign != Sign::None,
                Measure::Points => sign == Sign::Points,
                Measure::Word(word) => {
                    let unit = table.unit_of(row, column).map(fold);
                    sign == Sign::None
                        && unit.is_none_or(|unit| unit == *word || unit.starts_with(&format!("{word} ")))
                }
            };
            kind.is_number() && value.bounds().is_some() && is_measured_so
        };
        (0..table.columns.len()).filter(move |column| fits(*column)).map(move |column| Cell {
            table,
            row,
            column,
        })
    }

    fn equals(&self, cell: Cell<'_>) -> bool {
        let value = &cell.table.rows[cell.row].cells[cell.column];
        match (value, self.typed.upper) {
            (Value::Range(range), Some(upper)) => {
                range.min == Some(self.typed.value) && range.max == Some(upper)
            }
            (Value::Range(range), None) => range.min.xor(range.max) == Some(self.typed.value),
            (value, None) => value.number() == Some(self.typed.value),
            (_, Some(_)) => false,
        }
    }

    /// Whether the digits differ from those of the cell in one, in two exchanged ones, or in one too many or too few.
    fn is_slip(&self, cell: Cell<'_>) -> bool {
        const FEWEST: usize = 3;
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<Vec<char>>();
        let typed = digits(&self.text()[self.typed.start..self.typed.end]);
        let column = &cell.table.columns[cell.column];
        let value = &cell.table.rows[cell.row].cells[cell.column];
        let printed = digits(&column.print_bare(value, &Habits::default()));
        if typed.len().min(printed.len()) < FEWEST {
            return false;
        }
        let unlike = || typed.iter().zip(&printed).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at);
        if typed.len() == printed.len() {
            let places: Vec<usize> = unlike().take(3).collect();
            return match places.as_slice() {
                [_] => true,
                [first, second] => {
                    first + 1 == *second
                        && typed[*first] == printed[*second]
                        && typed[*second] == printed[*first]
                }
                _ => false,
            };
        }
        let (longer, shorter) =
            if typed.len() > printed.len() { (&typed, &printed) } else { (&printed, &typed) };
        longer.len() == shorter.len() + 1
            && shorter.len() > FEWEST
            && (0..longer.len()).any(|left_out| {
                let rest =
                    longer.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, digit)| digit);
                rest.eq(shorter.iter())
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
                Measure::Word(word) => fold(unit) == *word || fold(unit).starts_with(&format!("{word} ")),
            };
            constant.value == self.typed.value && same_unit
        })
    }

    fn contradiction(&self, cell: Cell<'_>, what: &str) -> Finding {
        let Cell { table, row, column } = cell;
        let definition = &table.columns[column];
        let printed =
            definition.print(&table.rows[row].cells[column], table.sign_of(row, column), &Habits::default());
        let written = self.typed.written(self.text());
        self.subject
            .finding(
                &rules::TEXT_AGAINST_TABLE,
                self.paragraph,
                self.typed.start,
                written,
                format!(
                    "câu này ghi {written}, {what}: «{}», cột «{}» là {printed}",
                    table.label(row),
                    definition.title()
                ),
            )
            .label(format!("bảng ghi {printed}"))
            .also(table.place(row, column), "số của bảng")
            .unit(table.rows[table.whole_of(row)].name.as_str())
            .help(format!(
                "sửa số trong câu, hoặc gọi số từ bảng để không lệch nữa: {{{{ {} }}}}",
                path(cell)
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
        let value = self.typed.value.normalize();
        let constant = format!("ten_hang_so: {{ gia_tri: {value}, don_vi: {unit}, nguon: \"…\" }}");
        match self.like() {
            Some(cell) => {
                finding.also(cell.table.place(cell.row, cell.column), "ô có cùng số này").help(format!(
                    "nếu là số của «{}» thì viết {{{{ {} }}}}; nếu không thì khai ở «hang_so»: {constant}",
                    cell.table.label(cell.row),
                    path(cell)
                ))
            }
            None => finding
                .help(format!("khai ở «hang_so» của ho-so.yaml, có nguồn, rồi gọi tên hằng số: {constant}")),
        }
    }

    /// The one cell of all tables that has this very figure, if it is no everyday number.
    fn like(&self) -> Option<Cell<'d>> {
        const EVERYDAY: i64 = 20;
        if self.typed.value.is_integer() && self.typed.value <= EVERYDAY.into() {
            return None;
        }
        let tables = self.subject.checked.dossier().tables.values();
        let rows = tables.flat_map(|table| (0..table.rows.len()).map(move |row| (table, row)));
        let mut found = rows.flat_map(|row| self.comparable(row)).filter(|cell| self.equals(*cell));
        found.next().filter(|_| found.next().is_none())
    }
}

/// How text refers to a cell.
fn path(cell: Cell<'_>) -> String {
    let Cell { table, row, column } = cell;
    let column = &table.columns[column].id;
    let whole = table.whole_of(row);
    let named = &table.rows[whole];
    let part = if whole == row { String::new() } else { format!(".trong_do['{}']", table.part_name(row)) };
    let row = match named.kind {
        RowKind::Total => "tong".to_owned(),
        RowKind::Group { .. } => format!("nhom['{}']", named.number),
        RowKind::Unit | RowKind::Part => format!("dong['{}']", proper(table, &named.name)),
    };
    format!("{}.{row}{part}.{column}", table.id)
}

/// The shortest name that a reference may use: without its unit word where that is clear.
fn proper<'t>(table: &Table, name: &'t str) -> &'t str {
    let short = name.split_once(' ').map(|(_, short)| short).filter(|short| {
        let own = UnitName::parse(name);
        own.kind.is_some() && UnitName::parse(short).core == own.core
    });
    let is_clear = |short: &&str| {
        let named = UnitName::parse(short);
        table.unit_rows().filter(|row| UnitName::parse(&table.rows[*row].name).core == named.core).count()
            == 1
    };
    short.filter(is_clear).unwrap_or(name)
}
