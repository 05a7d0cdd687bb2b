//! BND006: row numbers neither skip nor repeat.
//!
//! Units are numbered within their group or on through all groups (nd30.md §6.1 a); groups I, II, III, A, B, C and
//! II.1, II.2 below them. A row without a number is left alone, and so is a table whose numbers are mostly no sequence.

use std::collections::BTreeMap;

use crate::diag::{CellRef, Finding, Findings, Place, rules};
use crate::model::table::{RowKind, Table};
use crate::vietnamese::roman;

/// A number that is not the next one.
struct Break {
    row: usize,
    /// The row with the number before it.
    before: Option<usize>,
    expected: String,
}

/// What stands before the last part of a number, and that part as a count.
struct Numbered<'a> {
    prefix: &'a str,
    last: &'a str,
    count: u32,
    /// The next number after it, as it is written.
    next: String,
}

/// The last number of each kind on the way down.
#[derive(Default)]
struct Seen {
    /// Of units by what stands before the last part.
    units: BTreeMap<String, usize>,
    /// Of groups by level.
    groups: BTreeMap<usize, usize>,
    /// Whether units may begin at 1 again.
    begins: bool,
}

/// BND006, for a table that numbers its rows.
pub fn in_sequence(table: &Table, findings: &mut Findings) {
    let Some(column) = table.number_column else { return };
    let mut seen = Seen { begins: true, ..Seen::default() };
    let mut breaks = Vec::new();
    let mut steps = 0_usize;
    for (at, row) in table.rows.iter().enumerate() {
        let found = match row.kind {
            RowKind::Total => continue,
            // A part has no number; one that has is asked about elsewhere.
            RowKind::Part => {
                seen.unit(table, at);
                continue;
            }
            RowKind::Group { level } => seen.group(table, at, level),
            RowKind::Unit => seen.unit(table, at),
        };
        steps += 1;
        breaks.extend(found);
    }
    // Numbers that are mostly no sequence are a code, or a choice out of a longer list.
    if breaks.len() * 2 > steps {
        return;
    }
    for Break { row, before, expected } in breaks {
        let cell = |row: usize| {
            let cell = CellRef { row: table.rows[row].sheet_row, column };
            Place::cell(table.file.as_str(), table.sheet.as_str(), cell)
        };
        let number = &table.rows[row].number;
        let is_double = before.is_some_and(|before| table.rows[before].number == *number);
        let mut finding = Finding::new(
            &rules::ROW_NUMBERS,
            cell(row),
            match before {
                _ if is_double => format!("số thứ tự {number} của «{}» ghi hai lần", table.label(row)),
                Some(before) => format!(
                    "số thứ tự của «{}» là {number}, sau {} phải là {expected}",
                    table.label(row),
                    table.rows[before].number
                ),
                None => format!("số thứ tự của «{}» là {number}, phải là {expected}", table.label(row)),
            },
        )
        .label(format!("phải là {expected}"))
        .unit(table.rows[row].name.as_str())
        .help("đánh lại số thứ tự; nếu thiếu một dòng thì thêm dòng đó vào bảng");
        if let Some(before) = before {
            finding = finding.also(cell(before), "số đứng trước");
        }
        findings.add(finding);
    }
}

impl Seen {
    fn group(&mut self, table: &Table, at: usize, level: usize) -> Option<Break> {
        let number = numbered(&table.rows[at].number);
        let before = self.groups.get(&level).copied();
        let is_inside = |parent: &usize| *parent < level;
        let parent = self.groups.iter().filter(|(level, _)| is_inside(level)).map(|(_, at)| *at).max();
        let begins = before.is_none_or(|before| parent.is_some_and(|parent| parent > before));
        // What is numbered below the last group of this level begins anew.
        self.groups.retain(|other, _| *other <= level);
        self.groups.insert(level, at);
        self.begins = true;
        let number = number?;
        let before = before.filter(|_| !begins || !table.rows[at].number.contains('.'));
        let of_parent = || parent.map(|parent| trimmed(&table.rows[parent].number));
        if !number.prefix.is_empty() && of_parent().is_some_and(|parent| parent != number.prefix) {
            let expected = format!("{}.{}", of_parent().unwrap_or_default(), number.last);
            return Some(Break { row: at, before: None, expected });
        }
        let previous = before.and_then(|before| Some((before, numbered(&table.rows[before].number)?)));
        match previous {
            Some((row, previous)) => {
                let follows = previous.next == number.last
                    || previous.count + 1 == number.count
                    || begins && number.count == 1
                    || is_letter_gap(&previous, &number);
                let expected = joined(previous.prefix, &previous.next);
                (!follows).then_some(Break { row: at, before: Some(row), expected })
            }
            // Where the first one begins is the clerk's: part II of a longer table.
            None if number.prefix.is_empty() || number.count == 1 => None,
            None => Some(Break { row: at, before: None, expected: joined(number.prefix, "1") }),
        }
    }

    fn unit(&mut self, table: &Table, at: usize) -> Option<Break> {
        let text = trimmed(&table.rows[at].number);
        if text.is_empty() && table.rows[at].kind == RowKind::Part {
            return None;
        }
        if text.is_empty() {
            // A heading of a group that has no number.
            self.begins = true;
            return None;
        }
        let number = numbered(text).filter(|number| number.last.bytes().all(|b| b.is_ascii_digit()))?;
        let before = self.units.insert(number.prefix.to_owned(), at);
        let begins = std::mem::take(&mut self.begins) || !number.prefix.is_empty() && before.is_none();
        let previous =
            before.and_then(|before| Some((before, numbered(trimmed(&table.rows[before].number))?)));
        match previous {
            _ if begins && number.count == 1 => None,
            Some((_, previous)) if previous.count + 1 == number.count => None,
            Some((row, previous)) => {
                Some(Break { row: at, before: Some(row), expected: joined(previous.prefix, &previous.next) })
            }
            None => None,
        }
    }
}

fn joined(prefix: &str, last: &str) -> String {
    if prefix.is_empty() { last.to_owned() } else { format!("{prefix}.{last}") }
}

fn trimmed(number: &str) -> &str {
    number.trim().trim_end_matches(['.', ')', '-', ' '])
}

/// A number by its last part: Roman, a letter, or digits.
fn numbered(text: &str) -> Option<Numbered<'_>> {
    let text = trimmed(text);
    let (prefix, last) = text.rsplit_once('.').unwrap_or(("", text));
    let (prefix, last) = (prefix.trim(), last.trim());
    let (count, next) = if last.bytes().all(|b| b.is_ascii_digit()) {
        let count: u32 = last.parse().ok()?;
        (count, count.checked_add(1)?.to_string())
    } else if let Some(count) = roman::value(last) {
        (count, roman::roman(count as usize + 1))
    } else if let ([letter @ b'A'..=b'Z'], true) = (last.as_bytes(), prefix.is_empty()) {
        let count = u32::from(letter - b'A') + 1;
        (count, char::from(letter + 1).to_string())
    } else {
        return None;
    };
    Some(Numbered { prefix, last, count, next })
}

/// Whether only letters that Vietnamese does not have, or that read as Roman numbers, lie between two letters.
fn is_letter_gap(before: &Numbered<'_>, after: &Numbered<'_>) -> bool {
    let letter = |number: &Numbered<'_>| match number.last.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some(*letter),
        _ => None,
    };
    letter(before).zip(letter(after)).is_some_and(|(before, after)| {
        before < after && (before + 1..after).all(|letter| b"FIJVWXZ".contains(&letter))
    })
}
