//! From a name to a row: groups, units, the parts of a row, and the names of units as a list.

use super::outline::Row;
use super::trouble::{Trouble, suggestion, unknown};
use crate::diag::{Finding, Findings, rules};
use crate::model::body::Repeat;
use crate::model::document::Dossier;
use crate::model::fan_out::UnitView;
use crate::model::table::{RowKind, Table};
use crate::vietnamese::text::{fold, nearest};
use crate::vietnamese::unit_name::UnitName;

/// The group row with this number (`II.1`) or name.
pub fn group_row(table: &Table, key: &str) -> Result<usize, Trouble> {
    let groups =
        || table.rows.iter().enumerate().filter(|(_, row)| matches!(row.kind, RowKind::Group { .. }));
    let numbered = groups().filter(|(_, row)| row.number == key).map(|(at, _)| at).collect();
    let found = nearest_reading(vec![numbered, named(table, key, groups().map(|(at, _)| at))]);
    match found.as_slice() {
        [row] => Ok(*row),
        [] => {
            let known: Vec<&str> = groups().map(|(_, row)| row.number.as_str()).collect();
            Err(unknown(
                format!("bảng «{}» không có nhóm «{key}»", table.id),
                Some(if known.is_empty() {
                    "bảng tính không có dòng nhóm (I, II, II.1) nào".to_owned()
                } else {
                    suggestion(key, &known, "các nhóm")
                }),
            ))
        }
        several => Err(unknown(
            format!("«{key}» là tên của {} nhóm trong bảng «{}»", several.len(), table.id),
            Some("gọi nhóm theo số, ví dụ nhom['II.1']".to_owned()),
        )),
    }
}

/// The unit row with this name, in whatever writing of the same name («Huyện Tuy Đức», «H. Tuy Đức», «Tuy Đức»).
pub fn unit_row(table: &Table, key: &str) -> Result<usize, Trouble> {
    let found = named(table, key, table.unit_rows());
    match found.as_slice() {
        [row] => Ok(*row),
        [] => {
            let known: Vec<&str> = table.unit_rows().map(|row| table.rows[row].name.as_str()).collect();
            Err(unknown(
                format!("bảng «{}» không có đơn vị «{key}»", table.id),
                Some(suggestion(key, &known, "các đơn vị")),
            ))
        }
        [first, rest @ ..]
            if rest.iter().all(|row| fold(&table.rows[*row].name) == fold(&table.rows[*first].name)) =>
        {
            Err(same_name(table, &table.rows[*first].name, found.len()))
        }
        several => {
            let names: Vec<&str> = several.iter().map(|row| table.rows[*row].name.as_str()).collect();
            Err(unknown(
                format!("«{key}» có thể là nhiều đơn vị: {}", names.join(", ")),
                Some("ghi đủ tên như trong bảng tính".to_owned()),
            ))
        }
    }
}

/// The rows that a name may mean: those written so, else those that say the same, else those that may be the same unit.
fn named(table: &Table, key: &str, rows: impl Iterator<Item = usize>) -> Vec<usize> {
    let folded = fold(key);
    let names: Vec<(usize, &str)> = rows.map(|row| (row, table.rows[row].name.as_str())).collect();
    let rows = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        names.iter().filter(|(_, name)| fits(name)).map(|(row, _)| *row).collect()
    };
    let written = rows(&|name| fold(name) == folded);
    if !written.is_empty() {
        return written;
    }
    if table.has_indicators() {
        // An indicator has no unit word: its last words may stand for it.
        return rows(&|name| fold(name).strip_suffix(&folded).is_some_and(|before| before.ends_with(' ')));
    }
    let wanted = UnitName::parse(key);
    let names: Vec<(usize, UnitName)> =
        names.iter().map(|(row, name)| (*row, UnitName::parse(name))).collect();
    let rows = |fits: &dyn Fn(&UnitName) -> bool| -> Vec<usize> {
        names.iter().filter(|(_, name)| fits(name)).map(|(row, _)| *row).collect()
    };
    nearest_reading(vec![rows(&|name| name.doubles(&wanted)), rows(&|name| name.matches(&wanted))])
}

/// The first reading of a name that any row fits.
fn nearest_reading(readings: Vec<Vec<usize>>) -> Vec<usize> {
    readings.into_iter().find(|rows| !rows.is_empty()).unwrap_or_default()
}

/// The part of a row («Trong đó»): the only one, or the one with this name.
pub fn part_row(table: &Table, whole: usize, key: Option<&str>) -> Result<usize, Trouble> {
    let parts = table.parts(whole);
    let name = &table.rows[whole].name;
    let known: Vec<&str> = parts.iter().map(|part| table.part_name(*part)).collect();
    let called = |known: &[&str]| {
        let keys: Vec<String> = known.iter().map(|part| format!("trong_do['{part}']")).collect();
        format!("các dòng trong đó: {}", keys.join(", "))
    };
    let Some(key) = key else {
        return match parts.as_slice() {
            [only] => Ok(*only),
            [] => Err(no_part(table, name)),
            several => Err(unknown(
                format!("dòng «{name}» có {} dòng «trong đó»", several.len()),
                Some(format!("nói rõ dòng nào; {}", called(&known))),
            )),
        };
    };
    let found: Vec<usize> =
        parts.iter().copied().filter(|part| fold(table.part_name(*part)) == fold(key)).collect();
    match found.as_slice() {
        [only] => Ok(*only),
        [] if parts.is_empty() => Err(no_part(table, name)),
        [] => Err(unknown(
            format!("dòng «{name}» không có dòng «trong đó» tên «{key}»"),
            Some(match crate::vietnamese::text::nearest(key, known.iter().copied()) {
                Some(near) => format!("có phải ý là «{near}»?"),
                None => called(&known),
            }),
        )),
        several => Err(unknown(
            format!("dòng «{name}» có {} dòng «trong đó» cùng tên «{key}»", several.len()),
            Some("đặt tên khác nhau trong bảng tính".to_owned()),
        )),
    }
}

fn no_part(table: &Table, name: &str) -> Trouble {
    let with_parts = (0..table.rows.len()).find(|row| !table.parts(*row).is_empty());
    unknown(
        format!("dòng «{name}» của bảng «{}» không có dòng «trong đó»", table.id),
        Some(match with_parts {
            Some(row) => format!(
                "dòng «trong đó» phải nằm ngay dưới dòng này, như ở «{}»",
                table.rows[row].name
            ),
            None => "dòng «trong đó» nằm ngay dưới dòng của nó, không có số thứ tự, tên bắt đầu bằng «Trong đó» hoặc dấu gạch".to_owned(),
        }),
    )
}

/// The rows that a repetition runs over; what is wrong with it is reported.
pub fn repeated<'a>(
    repeat: &Repeat,
    dossier: &'a Dossier,
    view: Option<&UnitView>,
    findings: &mut Findings,
) -> Vec<Row<'a>> {
    let name = &repeat.table;
    let Some(table) = dossier.tables.get(&name.text) else {
        if !dossier.declared_tables.contains(&name.text) {
            let finding = Finding::new(
                &rules::UNKNOWN_PATH,
                name.place.clone(),
                format!("«lap» gọi bảng «{}», nhưng ho-so.yaml không khai báo bảng này", name.text),
            );
            let names = dossier.tables.keys().map(String::as_str);
            findings.add(match nearest(&name.text, names.clone()) {
                Some(near) => finding.help(format!("có phải ý là «{near}»?")),
                None => finding.help(format!("các bảng: {}", names.collect::<Vec<_>>().join(", "))),
            });
        }
        return Vec::new();
    };
    let mut rows: Vec<usize> = match &repeat.group {
        None => table.unit_rows().collect(),
        Some(group) => match group_row(table, &group.text) {
            Ok(row) => table.units_of_group(row),
            Err(trouble) => {
                findings.add(trouble.finding(group.place.clone()));
                Vec::new()
            }
        },
    };
    if repeat.is_own {
        let own = view.and_then(|view| view.own_rows.get(&table.id)).map_or(&[] as &[usize], Vec::as_slice);
        rows.retain(|row| own.binary_search(row).is_ok());
    }
    if repeat.is_sorted {
        table.sort_by_name(&mut rows);
    }
    rows.into_iter().map(|row| (table.as_ref(), row)).collect()
}

/// The names of some rows as a sentence lists them: «Nam Giang, Đông Giang và Tây Giang».
///
/// A unit word that all of them begin with is left to the sentence («các huyện …»); where they differ, each keeps its
/// own in lower case, as inside a sentence (Phụ lục II of the decree; nd30.md §3, rows 5 and 6): «xã An Bình và phường
/// Hòa An», but «Phường 1».
pub fn names(table: &Table, rows: &[usize]) -> String {
    let names: Vec<&str> = rows.iter().map(|row| table.rows[*row].name.as_str()).collect();
    let split: Vec<Option<(&str, &str)>> = names.iter().map(|name| unit_word(name)).collect();
    let shared = split.first().copied().flatten().map(|(word, _)| fold(word));
    let all_share = shared.is_some() && split.iter().all(|parts| parts.map(|(word, _)| fold(word)) == shared);
    let names: Vec<String> = names
        .iter()
        .zip(&split)
        .map(|(name, parts)| match parts {
            Some((_, proper)) if all_share => (*proper).to_owned(),
            _ => inside_sentence(name),
        })
        .collect();
    match names.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} và {last}", before.join(", ")),
        names => names.concat(),
    }
}

/// A unit's name as it stands inside a sentence: «huyện Tuy Đức», but «Phường 1».
pub fn inside_sentence(name: &str) -> String {
    match unit_word(name) {
        Some((word, proper)) => format!("{} {proper}", word.to_lowercase()),
        None => name.to_owned(),
    }
}

/// A unit's name without its word, as a place name stands in a head: «Tuy Đức», but «Phường 1».
pub fn proper_name(name: &str) -> &str {
    unit_word(name).map_or(name, |(_, proper)| proper)
}

/// «Huyện Nam Giang» as «Huyện» and «Nam Giang»; `None` where the word belongs to the name («Phường 1», «Nam Giang»).
fn unit_word(name: &str) -> Option<(&str, &str)> {
    const WORDS: [&str; 11] = [
        "tỉnh",
        "thành phố",
        "thị xã",
        "thị trấn",
        "huyện",
        "quận",
        "xã",
        "phường",
        "đặc khu",
        "thôn",
        "tổ dân phố",
    ];
    let folded = fold(name);
    let word = WORDS.iter().find(|word| folded.starts_with(&format!("{} ", fold(word))))?;
    let (at, _) = name.match_indices(' ').nth(word.matches(' ').count())?;
    let proper = name[at..].trim_start();
    let is_number = proper.starts_with(|c: char| c.is_ascii_digit());
    (!is_number).then_some((&name[..at], proper))
}

fn same_name(table: &Table, name: &str, count: usize) -> Trouble {
    unknown(
        format!("bảng «{}» có {count} đơn vị cùng tên «{name}»", table.id),
        Some(
            "đặt tên khác nhau trong bảng tính, ví dụ thêm tên huyện, hoặc dùng «lap» với «nhom»".to_owned(),
        ),
    )
}
