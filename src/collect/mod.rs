//! Workbooks that came back from the units, merged into the dossier's tables.
//!
//! Comes in: the dossier's tables, the cells of the returned workbooks, and who was to answer. Goes out: the tables with
//! the new values, who answered and who did not, every changed cell, sums against the targets; findings about what
//! contradicts something. Never here: files, reading cells, how the new workbook looks.
//! Why: a clerk does this by hand every year, and one number in the wrong row is found by nobody.

mod closed;
mod recompute;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::diag::{Finding, Findings, Place, rules};
use crate::model::derived::added;
use crate::model::habits::Habits;
use crate::model::returned::{Returned, ReturnedCell};
use crate::model::table::{Table, Value};

/// What every returned workbook is held against.
pub type Tables = BTreeMap<String, Arc<Table>>;

/// A cell of the dossier's tables: table, row, column.
type Spot = (String, usize, usize);

/// Rows of units, by table.
type Rows = BTreeSet<(String, usize)>;

/// A unit that was to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    pub name: String,
    /// Its rows, by table, where all units got the same workbook; empty where each got its own.
    pub rows: Rows,
}

/// A unit that answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub unit: String,
    pub files: Vec<String>,
    /// How many of its cells are not what was sent.
    pub changed: usize,
}

/// One changed cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub unit: String,
    pub table: String,
    /// The column's heading.
    pub column: String,
    pub old: String,
    pub new: String,
    /// In the returned workbook, and in the dossier's own.
    pub at: Place,
    pub cell: Place,
}

/// What the units came to in one column, against the dossier's own total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    pub table: String,
    pub column: String,
    pub target: Decimal,
    pub sum: Decimal,
    /// The dossier's cell with the target, where it has a total row.
    pub at: Option<Place>,
}

/// What came of a collection.
#[derive(Debug, Default)]
pub struct Collected {
    /// The tables that had open cells, with the new values.
    pub tables: BTreeMap<String, Table>,
    pub answered: Vec<Answer>,
    /// Every unit that did not answer, or whose workbook cannot be used.
    pub missing: Vec<String>,
    pub changed: Vec<Change>,
    pub sums: Vec<Sum>,
}

/// Merges what came back; a workbook with a fault is left out whole.
pub fn merge(
    tables: &Tables,
    returns: &[Returned],
    expected: &[Expected],
    findings: &mut Findings,
) -> Collected {
    let good: Vec<&Returned> =
        returns.iter().filter(|one| closed::is_untouched(tables, one, findings)).collect();
    let mut answers: BTreeMap<Spot, (&ReturnedCell, &Value)> = BTreeMap::new();
    let mut disputed = Rows::new();
    for one in &good {
        for (cell, value) in answered_cells(tables, one, findings) {
            let spot = (cell.table.clone(), cell.row, cell.column);
            match answers.get(&spot) {
                Some((other, known)) if *known != value => {
                    disputed.insert(unit_row(tables, cell));
                    findings.add(two_answers(&tables[&cell.table], (other, known), (cell, value)));
                }
                Some(_) => {}
                None => _ = answers.insert(spot, (cell, value)),
            }
        }
    }
    // Neither of two answers is taken, nor what else those files say of the unit.
    answers.retain(|_, (cell, _)| !disputed.contains(&unit_row(tables, cell)));
    let mut collected = Collected::default();
    collected.fill_in(tables, returns, &answers);
    collected.tell_units(tables, &good, expected, &disputed);
    collected
}

/// What a workbook says: of one made for a unit every open cell, of one that all got those that differ.
fn answered_cells<'a>(
    tables: &Tables,
    one: &'a Returned,
    findings: &mut Findings,
) -> Vec<(&'a ReturnedCell, &'a Value)> {
    let open = || {
        let open = one.cells.iter().filter(|cell| cell.is_open);
        open.filter_map(|cell| Some((cell, cell.value.as_ref()?)))
    };
    if one.unit.is_some() {
        return open().collect();
    }
    let changed: Vec<_> = open().filter(|(cell, _)| is_changed(tables, cell)).collect();
    if changed.is_empty() {
        let message = "mọi ô trong tệp vẫn như bản đã gửi, nên không biết đơn vị nào trả lời";
        let finding = Finding::new(&rules::NO_ANSWER, Place::file(one.file.as_str()), message);
        findings.add(finding.help(
            "hỏi lại đơn vị gửi tệp này đã điền và lưu chưa; nếu thống nhất với số đã gửi thì ghi nhận riêng",
        ));
    }
    changed
}

/// The row of the unit that a cell is about, itself or as a part of it.
fn unit_row(tables: &Tables, cell: &ReturnedCell) -> (String, usize) {
    (cell.table.clone(), tables[&cell.table].whole_of(cell.row))
}

fn two_answers(table: &Table, first: (&ReturnedCell, &Value), second: (&ReturnedCell, &Value)) -> Finding {
    let column = &table.columns[first.0.column];
    let shown = |value: &Value| column.print_bare(value, &Habits::default());
    let unit = &table.rows[table.whole_of(first.0.row)].name;
    let message = format!(
        "cột «{}» của «{}» có hai số: tệp này ghi {}, tệp kia ghi {}",
        column.title(),
        table.label(first.0.row),
        shown(second.1),
        shown(first.1)
    );
    Finding::new(&rules::TWO_ANSWERS, second.0.at.clone(), message)
        .also(first.0.at.clone(), format!("ghi {}", shown(first.1)))
        .unit(unit.as_str())
        .help("hỏi đơn vị bản nào đúng, bỏ tệp kia ra rồi thu lại; chưa lấy số nào")
}

impl Collected {
    /// What a sum holds for a unit that did not answer.
    pub const STILL_SENT: &str = "(đơn vị chưa có số thu về tính theo số đã gửi đi)";

    /// «Nhận được 17/18 đơn vị, 23 ô thay đổi».
    pub fn headline(&self) -> String {
        let (answered, changed) = (self.answered.len(), self.changed.len());
        let all = answered + self.missing.len();
        format!("Nhận được {answered}/{all} đơn vị, {changed} ô thay đổi")
    }

    /// The new tables, what changed in them, and what they come to.
    fn fill_in(
        &mut self,
        tables: &Tables,
        returns: &[Returned],
        answers: &BTreeMap<Spot, (&ReturnedCell, &Value)>,
    ) {
        let mut open: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
        for cell in returns.iter().flat_map(|one| &one.cells).filter(|cell| cell.is_open) {
            open.entry(&cell.table).or_default().insert(cell.column);
        }
        for (id, columns) in open {
            let old = &tables[id];
            let mut new = Table::clone(old);
            let own = answers.range((id.to_owned(), 0, 0)..).take_while(|((table, ..), _)| table == id);
            for ((_, row, column), (cell, value)) in own {
                if old.rows[*row].cells[*column] != **value {
                    self.changed.push(change(old, cell, value));
                    new.rows[*row].cells[*column] = (*value).clone();
                }
            }
            recompute::recompute(old, &mut new);
            let adds_up = columns.iter().filter(|column| old.columns[**column].kind.adds_up());
            self.sums.extend(adds_up.filter_map(|column| sum(old, &new, *column)));
            self.tables.insert(id.to_owned(), new);
        }
    }

    /// Who answered and who did not.
    fn tell_units(&mut self, tables: &Tables, good: &[&Returned], expected: &[Expected], disputed: &Rows) {
        let mut answers: BTreeMap<Who, (Vec<String>, usize)> = BTreeMap::new();
        for one in good {
            let own = one.cells.iter().filter(|cell| cell.is_open);
            let mut own =
                own.map(|cell| (unit_row(tables, cell), is_changed(tables, cell))).collect::<Vec<_>>();
            let mut changed: BTreeMap<Who, usize> = BTreeMap::new();
            if let Some(name) = &one.unit {
                if own.iter().all(|(row, _)| !disputed.contains(row)) {
                    let count = own.iter().filter(|(_, is_changed)| *is_changed).count();
                    changed.insert(Who::Named(name.clone()), count);
                }
            } else {
                own.retain(|(row, is_changed)| *is_changed && !disputed.contains(row));
                own.into_iter().for_each(|(row, _)| *changed.entry(Who::Row(row)).or_default() += 1);
            }
            for (who, count) in changed {
                let answer = answers.entry(who).or_default();
                answer.0.push(one.file.clone());
                // Two files that say the same of a unit say it once.
                answer.1 = answer.1.max(count);
            }
        }
        for unit in expected {
            let named = std::iter::once(Who::Named(unit.name.clone()));
            let said = named.chain(unit.rows.iter().cloned().map(Who::Row));
            let said: Vec<_> = said.filter_map(|who| answers.get(&who)).collect();
            if said.is_empty() {
                self.missing.push(unit.name.clone());
                continue;
            }
            let files: BTreeSet<String> = said.iter().flat_map(|(files, _)| files).cloned().collect();
            let changed = said.iter().map(|(_, changed)| changed).sum();
            self.answered.push(Answer {
                unit: unit.name.clone(),
                files: files.into_iter().collect(),
                changed,
            });
        }
    }
}

/// By what an answer is known: the unit that a workbook was made for, or the row that was filled in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    Named(String),
    Row((String, usize)),
}

fn is_changed(tables: &Tables, cell: &ReturnedCell) -> bool {
    let sent = &tables[&cell.table].rows[cell.row].cells[cell.column];
    cell.value.as_ref().is_some_and(|value| value != sent)
}

fn change(table: &Table, cell: &ReturnedCell, new: &Value) -> Change {
    let column = &table.columns[cell.column];
    let shown = |value: &Value| column.print_bare(value, &Habits::default());
    Change {
        unit: table.label(cell.row),
        table: table.id.clone(),
        column: column.title(),
        old: shown(&table.rows[cell.row].cells[cell.column]),
        new: shown(new),
        at: cell.at.clone(),
        cell: table.place(cell.row, cell.column),
    }
}

/// What a column came to, against the printed total, or against the old sum where there is none.
fn sum(old: &Table, new: &Table, column: usize) -> Option<Sum> {
    let of = |table: &Table| {
        let mut cells = table.top_rows().into_iter().map(|row| added(&table.rows[row].cells[column]));
        cells.try_fold(Decimal::ZERO, |sum, cell| sum.checked_add(cell?))
    };
    let total = old.total_row();
    let printed = total.and_then(|row| old.rows[row].cells[column].number());
    Some(Sum {
        table: old.id.clone(),
        column: old.columns[column].title(),
        target: printed.or_else(|| of(old))?,
        sum: of(new)?,
        at: total.map(|row| old.place(row, column)),
    })
}
