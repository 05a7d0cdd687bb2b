//! A new workbook with the values of one that cannot be patched, and the comments at the same cells.

use std::collections::BTreeSet;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Note, Workbook, Worksheet, XlsxError};

use super::AUTHOR;
use super::texts::Comment;
use crate::load::workbook::{Look, Raw, Sheet};
use crate::vietnamese::text::clean;

/// The sheet that says what this is.
const ABOUT: &str = "Về tệp này";

/// The values of the sheets under the same letters and numbers, with the comments; `about` is said on a sheet in front.
pub fn copied(sheets: &[Sheet], comments: &[Comment], about: &[String]) -> Result<Vec<u8>, String> {
    build(sheets, comments, about).map_err(|error| format!("không lập được tệp Excel: {error}"))
}

fn build(sheets: &[Sheet], comments: &[Comment], about: &[String]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // Without a date of its own the file would hold the present moment.
    let date = ExcelDateTime::from_ymd(2020, 1, 1)?.and_hms(0, 0, 0)?;
    workbook.set_properties(&DocProperties::new().set_author(AUTHOR).set_creation_datetime(&date));
    let front = workbook.add_worksheet().set_name(ABOUT)?;
    front.set_column_width(0, 100)?;
    for (row, line) in (0_u32..).zip(about) {
        front.write_string_with_format(row, 0, line, &Format::new().set_text_wrap())?;
    }
    let mut names: BTreeSet<String> = [ABOUT.to_lowercase()].into();
    for (number, sheet) in sheets.iter().enumerate() {
        let own = workbook.add_worksheet().set_name(name(&sheet.name, number, &mut names))?;
        write(own, sheet)?;
        let said = comments.iter().filter(|comment| clean(&comment.sheet) == clean(&sheet.name));
        for comment in said {
            let text = comment.text();
            let lines = u32::try_from(text.lines().count() + text.chars().count() / 44).unwrap_or(u32::MAX);
            let note = Note::new(text)
                .set_author(AUTHOR)
                .add_author_prefix(false)
                .set_width(320)
                .set_height((lines.clamp(3, 30) + 1) * 18);
            let (row, column) = (comment.cell.row - 1, column(comment.cell.column)?);
            own.insert_note(row, column, &note)?;
        }
    }
    workbook.save_to_buffer()
}

/// A name that Excel takes: 31 characters, none of its signs, no two alike.
fn name(wanted: &str, number: usize, taken: &mut BTreeSet<String>) -> String {
    const MOST: usize = 31;
    let legal: String = wanted.chars().map(|c| if r"[]:*?/\".contains(c) { '-' } else { c }).collect();
    let legal = legal.trim_matches('\'').trim();
    let mut name: String = legal.chars().take(MOST).collect();
    if name.is_empty() || taken.contains(&name.to_lowercase()) {
        let ending = format!(" ({})", number + 1);
        name = legal.chars().take(MOST - ending.len()).collect::<String>() + &ending;
    }
    taken.insert(name.to_lowercase());
    name
}

fn column(number: u32) -> Result<u16, XlsxError> {
    u16::try_from(number - 1).map_err(|_| XlsxError::RowColumnLimitError)
}

fn write(to: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    for number in sheet.row_numbers() {
        for (letter, raw) in sheet.row(number) {
            let (row, column) = (number - 1, column(letter)?);
            match raw {
                Raw::Text(text) | Raw::Error(text) => to.write_string(row, column, text)?,
                Raw::Number(number) => {
                    to.write_number_with_format(row, column, number, &format(sheet.look(row + 1, letter)))?
                }
                Raw::Bool(truth) => to.write_boolean(row, column, truth)?,
                Raw::Date(date) => match ExcelDateTime::parse_from_str(date) {
                    Ok(day) => to.write_datetime_with_format(
                        row,
                        column,
                        &day,
                        &Format::new().set_num_format("dd/mm/yyyy"),
                    )?,
                    Err(_) => to.write_string(row, column, date)?,
                },
                Raw::NoResult => continue,
            };
        }
    }
    to.set_autofit_max_width(300);
    to.autofit();
    Ok(())
}

fn format(look: &Look) -> Format {
    let decimals = look.decimals.map_or(0, usize::from);
    let zeros = if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals)) };
    match (look.is_percent, look.decimals) {
        (true, _) => Format::new().set_num_format(format!("0{zeros}%")),
        (false, Some(_)) => Format::new().set_num_format(format!("0{zeros}")),
        (false, None) => Format::new(),
    }
}
