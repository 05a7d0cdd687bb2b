//! Whether everything that a sample's tables print can be true at once: every constraint that no value left out of print
//! can save is said with its arithmetic. Shares nothing with the program's rules.

use std::collections::{BTreeMap, BTreeSet};

use super::number::{Printed, Span, bases, rate};
use super::package::{At, Values, cell_name};
use super::tables::{Cell, Link, TABLES, Table, links};

/// The sheets of a dossier by book and name.
pub type Sheets = BTreeMap<(String, String), Values>;

/// What cannot be true, in words; the same words mean the same fault.
pub type Faults = BTreeSet<String>;

/// One table with the values of its sheet.
struct Reading<'t> {
    table: &'t Table,
    values: &'t Values,
    /// The row's letter, by row.
    rows: Vec<(u32, char)>,
    faults: Faults,
}

/// The faults of the tables of a dossier and between them; after a change, of the sheet that it was made in.
pub fn faults(dossier: &str, sheets: &Sheets, changed: Option<(&str, &str)>) -> Faults {
    let mut faults: Faults = TABLES
        .iter()
        .filter(|table| table.dossier == dossier)
        .filter(|table| changed.is_none_or(|changed| changed == (table.book, table.sheet)))
        .flat_map(|table| of_table(table, &sheets[&(table.book.to_owned(), table.sheet.to_owned())]))
        .collect();
    let text = |(book, sheet, column, row): Cell| {
        sheets[&(book.to_owned(), sheet.to_owned())].get(&(column, row)).cloned().unwrap_or_default()
    };
    for link in links(dossier) {
        let (is_kept, cells) = match link {
            Link::Same(one, other) => (Span::read(&text(one)) == Span::read(&text(other)), (one, other)),
            Link::Holds(span, value) => {
                let read = (Span::read(&text(span)), Printed::read(&text(value)));
                (matches!(read, (Some(span), Some(value)) if span.holds(value)), (span, value))
            }
        };
        if !is_kept {
            let (one, other) = (text(cells.0), text(cells.1));
            let name = |cell: Cell| format!("{} {}", cell.1, cell_name((cell.2, cell.3)));
            faults.insert(format!("{} «{one}», {} «{other}»", name(cells.0), name(cells.1)));
        }
    }
    faults
}

/// The faults of one table.
pub fn of_table(table: &Table, values: &Values) -> Faults {
    let rows = (table.first_row..).zip(table.rows.chars()).collect();
    let mut reading = Reading { table, values, rows, faults: Faults::new() };
    reading.sums();
    reading.rows_hold();
    reading.open_rates();
    reading.targets();
    reading.numbering();
    reading.faults.into_iter().map(|fault| format!("{}: {fault}", table.id)).collect()
}

impl Reading<'_> {
    fn fault(&mut self, words: String) {
        self.faults.insert(words);
    }

    fn number(&self, at: At) -> Option<Printed> {
        self.values.get(&at).and_then(|text| Printed::read(text))
    }

    fn count(&self, at: At) -> Option<i64> {
        self.number(at).filter(|number| number.places == 0).map(|number| number.units)
    }

    /// The rows that a group or the total adds up.
    fn members(&self, row: u32, kind: char) -> Vec<u32> {
        let inside = |from: u32, stops: &str, wanted: char| -> Vec<u32> {
            let rest = self.rows.iter().skip_while(|(at, _)| *at <= from);
            rest.take_while(|(_, kind)| !stops.contains(*kind))
                .filter(|(_, kind)| *kind == wanted)
                .map(|(at, _)| *at)
                .collect()
        };
        let first_of = |sets: [Vec<u32>; 2]| sets.into_iter().find(|set| !set.is_empty()).unwrap_or_default();
        match kind {
            '2' => inside(row, "12T", 'u'),
            '1' => first_of([inside(row, "1T", '2'), inside(row, "1T", 'u')]),
            'T' => first_of([inside(0, "T", '1'), inside(0, "T", 'u')]),
            _ => Vec::new(),
        }
    }

    /// The part that is printed below a row.
    fn part(&self, row: u32) -> Option<u32> {
        self.rows.iter().find(|(at, kind)| *at == row + 1 && *kind == 'p').map(|(at, _)| *at)
    }

    /// Groups and the total are the sums of their members. A member without a part may have any part up to itself.
    fn sums(&mut self) {
        let table = self.table;
        for (row, kind) in self.rows.clone() {
            let members = self.members(row, kind);
            for column in table.counts.chars() {
                let Some(whole) = self.count((column, row)) else {
                    self.fault(format!("{column}{row} là «{:?}»", self.values.get(&(column, row))));
                    continue;
                };
                if !members.is_empty() {
                    let sum: Option<i64> = members.iter().map(|at| self.count((column, *at))).sum();
                    if sum != Some(whole) {
                        self.fault(format!("{column}{row} {whole} ≠ {sum:?}"));
                    }
                }
                let Some(part) = self.part(row) else { continue };
                let Some(value) = self.count((column, part)) else { continue };
                if value > whole {
                    self.fault(format!("{column}{part} {value} > {whole}"));
                }
                if members.is_empty() {
                    continue;
                }
                let (mut least, mut most) = (0, 0);
                for member in &members {
                    let own = self.part(*member).map(|at| self.count((column, at)).unwrap_or(0));
                    least += own.unwrap_or(0);
                    most += own.unwrap_or_else(|| self.count((column, *member)).unwrap_or(0));
                }
                if !(least..=most).contains(&value) {
                    self.fault(format!("{column}{part} {value} ngoài {least}..{most}"));
                }
            }
        }
    }

    /// Equations, rates over a printed count, points and bounds of one row each.
    fn rows_hold(&mut self) {
        let table = self.table;
        for (row, _) in self.rows.clone() {
            for equation in table.equations {
                let [result, first, second] = [equation.result, equation.first, equation.second]
                    .map(|column| self.count((column, row)));
                let holds = result
                    .zip(first.zip(second))
                    .is_some_and(|(result, (first, second))| result == first + equation.sign * second);
                if !holds {
                    self.fault(format!(
                        "dòng {row}: {result:?} ≠ {first:?} {:+} · {second:?}",
                        equation.sign
                    ));
                }
            }
            for (small, great) in table.within {
                let (less, more) = (self.count((*small, row)), self.count((*great, row)));
                if less > more {
                    self.fault(format!("{small}{row} {less:?} > {more:?}"));
                }
            }
            for column in table.rates {
                let at = (column.column, row);
                let printed = self.number(at).map(|number| number.rounded(column.places));
                if printed.is_none_or(|rate| rate > Printed { units: 100, places: 0 }) {
                    self.fault(format!("{} {printed:?}", cell_name(at)));
                }
                let Some(over) = column.over else { continue };
                let (count, base) = (self.count((column.of, row)), self.count((over, row)));
                let real = count.zip(base).and_then(|(count, base)| rate(count, base, column.places));
                if real != printed {
                    self.fault(format!("{} {printed:?} ≠ {real:?} = {count:?} / {base:?}", cell_name(at)));
                }
            }
            for points in table.points {
                let at = (points.column, row);
                let (Some(printed), Some(from), Some(to)) =
                    (self.number(at), self.number((points.from, row)), self.number((points.to, row)))
                else {
                    self.fault(format!("{} không đọc được", cell_name(at)));
                    continue;
                };
                let places = points.places.unwrap_or(printed.places);
                let real = from.minus(to).rounded(places);
                if printed.rounded(places) != real {
                    self.fault(format!("{} {printed} ≠ {real} = {from} - {to}", cell_name(at)));
                }
            }
        }
    }

    /// Rates over a base that is printed nowhere: some base must give both rates of a row, and the bases of the units
    /// must be able to add up to a base of the total. A row that cannot be saved is taken by its first rate.
    fn open_rates(&mut self) {
        let [before, after] = self.table.rates else { return };
        if before.over.is_some() {
            return;
        }
        let (mut least, mut most, mut total) = (0, 0, None);
        for (row, kind) in self.rows.clone() {
            let of = |rate: &super::tables::Rate| {
                let printed = self.number((rate.column, row))?.rounded(rate.places);
                bases(self.count((rate.of, row))?, printed)
            };
            let (first, second) = (of(before), of(after));
            let Some(first_bases) = first else {
                self.fault(format!("dòng {row}: không có mẫu số"));
                continue;
            };
            let both = second
                .map(|second| (first_bases.0.max(second.0), first_bases.1.min(second.1)))
                .filter(|(from, to)| from <= to);
            if both.is_none() {
                self.fault(format!("dòng {row}: mẫu số {first:?} và {second:?}"));
            }
            let (from, to) = both.unwrap_or(first_bases);
            if kind == 'T' {
                total = Some((from, to));
            } else {
                least += from;
                most += to;
            }
        }
        if total.is_none_or(|(from, to)| to < least || most < from) {
            self.fault(format!("mẫu số của tổng {total:?}, của các đơn vị {least}..{most}"));
        }
    }

    /// A range has its least value first, and the rate of its households lies in it, rounded as the range is written.
    fn targets(&mut self) {
        let table = self.table;
        for (row, _) in self.rows.clone() {
            for column in table.figures.chars() {
                let text = self.values.get(&(column, row)).cloned().unwrap_or_default();
                let span = Span::read(&text);
                if span.is_none_or(|span| matches!((span.least, span.most), (Some(a), Some(b)) if a > b)) {
                    self.fault(format!("{column}{row} «{text}»"));
                }
            }
            for target in table.targets {
                let text = self.values.get(&(target.column, row)).cloned().unwrap_or_default();
                let Some(span) = Span::read(&text) else { continue };
                let places =
                    [span.least, span.most].iter().flatten().map(|end| end.places).max().unwrap_or(0);
                let counts = self.count((target.of, row)).zip(self.count((target.over, row)));
                let real = counts.and_then(|(count, base)| rate(count, base, places.max(1)));
                if real.is_none_or(|real| !span.holds(real)) {
                    self.fault(format!("{}{row} «{text}» không chứa {real:?}", target.column));
                }
            }
        }
    }

    /// Rows are numbered on or anew in every group, groups by Roman numbers, columns one after another.
    fn numbering(&mut self) {
        const ROMAN: [&str; 4] = ["I", "II", "III", "IV"];
        let (mut last, mut is_first, mut outer, mut inner) = (0, true, 0, 0);
        for (row, kind) in self.rows.clone() {
            let text = self.values.get(&('A', row)).cloned().unwrap_or_default();
            let is_right = match kind {
                'u' | '.' => {
                    let number = text.parse().unwrap_or(0);
                    let continues = number == last + 1 || is_first && number == 1;
                    (last, is_first) = (number, false);
                    continues
                }
                '1' => {
                    (outer, inner, is_first) = (outer + 1, 0, true);
                    text == ROMAN[outer - 1]
                }
                '2' => {
                    (inner, is_first) = (inner + 1, true);
                    text == format!("{}.{inner}", ROMAN[outer - 1])
                }
                _ => text.is_empty(),
            };
            if !is_right {
                self.fault(format!("A{row} ghi số thứ tự «{text}»"));
            }
        }
        let Some(row) = self.table.ids else { return };
        let ids: Vec<u32> = self
            .values
            .iter()
            .filter(|((_, at), _)| *at == row)
            .filter_map(|(_, text)| text.split(' ').next()?.parse().ok())
            .collect();
        if ids.iter().zip(1..).any(|(id, expected)| *id != expected) {
            self.fault(format!("dòng {row} ghi số cột {ids:?}"));
        }
    }
}
