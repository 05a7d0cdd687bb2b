//! The units of tables against the register of the office (`dia_ban`): unknown, doubled, ended, not yet there, missing.
//!
//! What no date changes is found once, with the dossier; what a date decides is found at each document's own date.

mod missing;
mod resolve;

use std::collections::BTreeMap;

use crate::diag::{Finding, Findings, Place, rules};
use crate::model::document::{Dossier, Expanded};
use crate::model::register::{Entry, Register};
use crate::model::table::{RowKind, Table};
use crate::vietnamese::date::{self, Day, IssueDate, ShortDate};
use crate::vietnamese::text::fold;
use crate::vietnamese::unit_name::UnitName;

/// A unit row with the entries of the register that its name may mean.
struct Named {
    row: usize,
    name: UnitName,
    /// The group row that it lies in directly.
    group: Option<usize>,
    entries: Vec<usize>,
}

/// The unit rows of a table that lists units, against a register.
struct Roll<'a> {
    table: &'a Table,
    register: &'a Register,
    name_column: usize,
    rows: Vec<Named>,
}

/// The day on which a document looks at its units, and where it says so.
struct AtDate {
    day: Day,
    /// «ngày 15/3/2023 của văn bản».
    words: String,
}

impl<'a> Roll<'a> {
    /// `None` for a table of indicators, and for one that lists units of a level that the register does not keep.
    fn of(table: &'a Table, register: &'a Register) -> Option<Self> {
        let name_column = table.name_column().filter(|_| !table.has_indicators())?;
        let mut rows = Vec::new();
        let mut group = None;
        for (at, row) in table.rows.iter().enumerate() {
            match row.kind {
                RowKind::Group { .. } => group = Some(at),
                RowKind::Total | RowKind::Part => {}
                RowKind::Unit => {
                    let name = UnitName::parse(&row.name);
                    let entries = register.named(&name);
                    rows.push(Named { row: at, name, group, entries });
                }
            }
        }
        let mut kinds = rows.iter().filter_map(|row| row.name.kind).peekable();
        let is_foreign = rows.iter().all(|row| row.entries.is_empty())
            && kinds.peek().is_some()
            && kinds.all(|kind| !register.keeps(kind.level()));
        (!is_foreign).then_some(Self { table, register, name_column, rows })
    }

    fn place(&self, row: usize) -> Place {
        self.table.place(row, self.name_column)
    }

    fn label(&self, row: usize) -> &'a str {
        &self.table.rows[row].name
    }

    /// A finding about a row.
    fn finding(&self, rule: &crate::diag::Rule, row: usize, message: String) -> Finding {
        Finding::new(rule, self.place(row), message).unit(self.label(row))
    }

    /// Names that are in the register on no day.
    fn unknown(&self, findings: &mut Findings) {
        let unknown: Vec<&Named> = self.rows.iter().filter(|row| row.entries.is_empty()).collect();
        let file = &self.register.file;
        if let (true, [first, _, ..]) = (unknown.len() == self.rows.len(), unknown.as_slice()) {
            findings.add(
                Finding::new(
                    &rules::UNKNOWN_UNIT,
                    self.table.column_range(self.name_column).unwrap_or_else(|| self.place(first.row)),
                    format!(
                        "không đơn vị nào trong {} dòng của bảng «{}» có trong danh mục {file}",
                        unknown.len(),
                        self.table.id
                    ),
                )
                .help("bảng không liệt kê đơn vị của danh mục thì bỏ qua có lý do; danh mục của địa bàn khác thì ghi «dia_ban» khác trong ho-so.yaml"),
            );
            return;
        }
        for (count, named) in unknown.into_iter().enumerate() {
            let message = format!("«{}» không có trong danh mục {file}", self.label(named.row));
            let finding = self.finding(&rules::UNKNOWN_UNIT, named.row, message);
            findings.add(match self.nearest(named, count).map(|at| self.register.entry(at)) {
                Some(near) => finding
                    .also(near.place.clone(), "tên gần giống trong danh mục")
                    .help(format!("có phải ý là «{}»?", near.name)),
                None => finding.help("sửa tên, hoặc bổ sung đơn vị vào danh mục; không phải đơn vị hành chính thì bỏ qua có lý do"),
            });
        }
    }

    /// What an unknown name was likely meant to be; looked for in a whole register, so not for names without end.
    fn nearest(&self, named: &Named, unknown_before: usize) -> Option<usize> {
        const MOST: usize = 20;
        (unknown_before < MOST).then(|| self.register.nearest(&named.name)).flatten()
    }

    /// Rows that are one registered unit; `entries` says which each of them is. Two rows in two groups may well be one
    /// unit, unless the groups are units themselves.
    fn doubled(
        &self,
        entries: &[Option<usize>],
        is_said: &dyn Fn(usize, usize) -> bool,
        findings: &mut Findings,
    ) {
        let mut first: BTreeMap<(usize, Option<usize>), usize> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            let Some(entry) = *entry else { continue };
            let named = &self.rows[at];
            let home = named.group.filter(|group| !self.is_unit(*group));
            let Some(known) = first.get(&(entry, home)).copied() else {
                first.insert((entry, home), at);
                continue;
            };
            let other = &self.rows[known];
            // Two rows of one group that say the same are a fault of the table, with or without a register.
            let is_plain = named.group == other.group && named.name.doubles(&other.name);
            if is_plain || is_said(known, at) {
                continue;
            }
            let (name, other_name) = (self.label(named.row), self.label(other.row));
            let registered = self.register.entry(entry);
            findings.add(
                self.finding(
                    &rules::DOUBLED_UNIT,
                    named.row,
                    if fold(name) == fold(other_name) {
                        format!("«{name}» có hai dòng, danh mục chỉ có một đơn vị tên này")
                    } else {
                        format!(
                            "«{name}» và «{other_name}» là cùng một đơn vị trong danh mục: «{}»",
                            registered.name
                        )
                    },
                )
                .also(self.place(other.row), "dòng thứ nhất")
                .also(registered.place.clone(), "đơn vị trong danh mục")
                .help("xóa dòng thừa, hoặc sửa tên dòng viết nhầm"),
            );
        }
    }

    /// Whether a group row is a unit of the register.
    fn is_unit(&self, group: usize) -> bool {
        let name = UnitName::parse(self.label(group));
        let is_parent = |entry: &Entry| entry.parent.as_ref().is_some_and(|parent| parent.key.matches(&name));
        !self.register.named(&name).is_empty() || self.register.entries().any(|(_, entry)| is_parent(entry))
    }

    /// The unit of every row whose name is that of one unit only, on whatever day.
    fn settled(&self) -> Vec<Option<usize>> {
        let only = |row: &Named| match row.entries.as_slice() {
            [only] => Some(*only),
            _ => None,
        };
        self.rows.iter().map(only).collect()
    }
}

/// What holds on every day: names that are in no register, and two rows that are one unit.
pub fn names(dossier: &Dossier, findings: &mut Findings) {
    let Some(register) = &dossier.register else { return };
    for roll in dossier.tables.values().filter_map(|table| Roll::of(table, register)) {
        roll.unknown(findings);
        roll.doubled(&roll.settled(), &|_, _| false, findings);
    }
}

/// What a document's date decides, over the tables that it prints or takes anything from.
pub fn at_date(expanded: &Expanded, dossier: &Dossier, findings: &mut Findings) {
    let Some(register) = &dossier.register else { return };
    let identity = &expanded.document.identity;
    let date = AtDate::of(identity.date.as_ref().map(|date| date.value), identity.year);
    let mut own = Findings::of_dossier();
    for table in expanded.tables.iter().filter_map(|id| dossier.tables.get(id)) {
        let Some(roll) = Roll::of(table, register) else { continue };
        let units = roll.resolved(&date, &mut own);
        let settled = roll.settled();
        let is_said = |left: usize, right: usize| settled[left].is_some() && settled[left] == settled[right];
        roll.doubled(&units.iter().map(|unit| unit.entry).collect::<Vec<_>>(), &is_said, &mut own);
        roll.missing(&units, &date, &mut own);
    }
    // The cell lies in a file that all documents share, but another document may be of another date.
    for finding in own.iter().cloned() {
        findings.add(Finding { document: Some(expanded.document.file.clone()), ..finding });
    }
}

impl AtDate {
    fn of(date: Option<IssueDate>, year: i16) -> Self {
        let short = |day: Day| date::short(&IssueDate::Day(day), ShortDate::Decree);
        match date {
            Some(IssueDate::Day(day)) => {
                Self { day, words: format!("ngày {} của văn bản", short(day)) }
            }
            Some(month) => {
                let day = month.first_day();
                Self { day, words: format!("ngày {} (văn bản chưa ghi ngày)", short(day)) }
            }
            None => {
                let day = IssueDate::of_year(year).first_day();
                Self {
                    day, words: format!("ngày {} (văn bản không ghi «ngay», lấy đầu «nam»)", short(day))
                }
            }
        }
    }
}
