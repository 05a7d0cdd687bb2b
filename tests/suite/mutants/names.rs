//! Changes of names: a letter of a unit's name in a table, in the register or in the text, or another unit's name.

use super::chance::Chance;
use super::package::At;
use super::sample::{Mutation, Sample, Spot};
use super::typed::lines;

/// Letters that a clerk's finger takes for one another.
const SLIPS: &[(char, char)] = &[
    ('ă', 'â'),
    ('â', 'ă'),
    ('đ', 'd'),
    ('ê', 'e'),
    ('ô', 'o'),
    ('ơ', 'ô'),
    ('ư', 'u'),
    ('a', 'e'),
    ('e', 'a'),
    ('i', 'j'),
    ('o', 'ô'),
    ('u', 'ư'),
    ('n', 'm'),
    ('m', 'n'),
    ('g', 'h'),
    ('ả', 'ã'),
    ('ã', 'ả'),
    ('ứ', 'ú'),
    ('ấ', 'ắ'),
    ('ẫ', 'ẩ'),
];

/// A town of the province's own name: what the text names so is the province.
const PROVINCE: &str = "Quảng Ngãi";

/// The name without the words for the kind of unit.
fn core(name: &str) -> &str {
    let kinds = ["Huyện ", "Thành phố ", "Thị xã ", "Thị trấn ", "Phường ", "Đặc khu ", "Xã "];
    kinds.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name)
}

/// The name with one letter another, doubled or left out, never its first.
fn slip(name: &str, chance: &mut Chance) -> String {
    let from = name.len() - core(name).len();
    let places: Vec<(usize, char)> = core(name)
        .char_indices()
        .skip(1)
        .filter(|(_, c)| c.is_alphabetic())
        .map(|(at, c)| (from + at, c))
        .collect();
    let (at, letter) = *chance.one_of(&places).expect("a name has letters");
    let other = SLIPS.iter().find(|(from, _)| *from == letter).map(|(_, to)| *to);
    let new = match chance.below(4) {
        0 => format!("{letter}{letter}"),
        1 => String::new(),
        _ => other.map_or_else(String::new, String::from),
    };
    format!("{}{new}{}", &name[..at], &name[at + letter.len_utf8()..])
}

/// Where unit names stand in cells: book, sheet, cell.
fn cells(sample: &Sample) -> Vec<(String, String, At)> {
    let mut found = Vec::new();
    for table in sample.tables().filter(|table| !table.counts.is_empty() && table.id != "von") {
        for (row, letter) in (table.first_row..).zip(table.rows.chars()) {
            if letter == 'u' {
                found.push((table.book.to_owned(), table.sheet.to_owned(), ('B', row)));
            }
        }
    }
    if sample.books.contains_key("dia-ban.xlsx") {
        found.extend((5..=12).map(|row| ("dia-ban.xlsx".to_owned(), "Danh mục".to_owned(), ('B', row))));
    }
    found
}

/// Whether a unit is named anywhere else: in another cell, or in a document's text.
fn is_known(sample: &Sample, name: &str, but: &(String, String, At)) -> bool {
    let core = core(name);
    let in_cell = |cell: &(String, String, At)| {
        cell != but && self::core(sample.cell(&cell.0, &cell.1, cell.2)) == core
    };
    let in_text = || lines(sample).iter().any(|(_, _, line)| line.contains(core));
    cells(sample).iter().any(in_cell) || core != PROVINCE && in_text()
}

/// Every unit's name with a slip, and of every third one another unit's name.
pub fn in_cells(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let cells = cells(sample);
    let mut changes = Vec::new();
    for cell in &cells {
        let name = sample.cell(&cell.0, &cell.1, cell.2).to_owned();
        let wrong = slip(&name, chance);
        let fault = is_known(sample, &name, cell).then(|| format!("nơi khác ghi «{}»", core(&name)));
        changes.push((cell, name.clone(), wrong, fault));
        let others: Vec<&(String, String, At)> = cells
            .iter()
            .filter(|other| other.0 == cell.0 && other.1 == cell.1 && other.2 != cell.2)
            .collect();
        if chance.below(3) == 0
            && let Some(other) = chance.one_of(&others)
        {
            let twice = sample.cell(&other.0, &other.1, other.2).to_owned();
            changes.push((cell, name, twice, Some("hai dòng cùng tên".to_owned())));
        }
    }
    let mutation =
        |((book, sheet, at), old, new, fault): (&(String, String, At), String, String, _)| Mutation {
            kind: "tên đơn vị",
            dossier: sample.dossier.clone(),
            file: book.clone(),
            spot: Spot::Cell { sheet: sheet.clone(), at: *at },
            old,
            content: new.clone(),
            new,
            fault,
        };
    changes.into_iter().map(mutation).collect()
}

/// Every unit's name that a sentence types, with a slip: the tables name it otherwise.
pub fn in_text(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let names: Vec<String> = cells(sample)
        .iter()
        .filter(|cell| cell.0 != "dia-ban.xlsx")
        .map(|cell| core(sample.cell(&cell.0, &cell.1, cell.2)).to_owned())
        .collect();
    let mut names: Vec<&String> =
        names.iter().filter(|name| name.contains(' ') && *name != PROVINCE).collect();
    names.sort();
    names.dedup();
    let mut changes = Vec::new();
    for (file, number, line) in lines(sample) {
        for name in &names {
            for (start, _) in line.match_indices(name.as_str()) {
                let is_path = line[..start].ends_with('\'');
                if is_path || line[start + name.len()..].starts_with(char::is_alphabetic) {
                    continue;
                }
                let new = slip(name, chance);
                let mut change =
                    sample.line_change("tên đơn vị", &file, number, start..start + name.len(), &new);
                change.fault = Some(format!("bảng ghi «{name}»"));
                changes.push(change);
            }
        }
    }
    changes
}
