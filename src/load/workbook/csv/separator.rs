//! The sign between the cells of a CSV file.
//!
//! Excel writes a comma or a semicolon, as Windows is set, and says it in a first line `sep=;` at best. Else the lines tell:
//! the sign that stands in the same number on most of them, outside quotes. Where two do so, the one that is not followed
//! by a blank as in prose, nor stands between digits as the comma of «7,97».

use std::collections::BTreeMap;

use super::CsvTrouble;

/// A sign that separates cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    Tab,
    Semicolon,
    Comma,
    /// Only where the file's first line says so.
    Bar,
}

impl Separator {
    pub fn byte(self) -> u8 {
        match self {
            Self::Tab => b'\t',
            Self::Semicolon => b';',
            Self::Comma => b',',
            Self::Bar => b'|',
        }
    }

    /// As the clerk calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tab => "phím Tab",
            Self::Semicolon => "dấu chấm phẩy",
            Self::Comma => "dấu phẩy",
            Self::Bar => "dấu sổ đứng",
        }
    }
}

/// A first line `sep=;`, which Excel obeys and does not show: the sign and the text after that line.
pub(super) fn declared(text: &str) -> Result<Option<(Separator, &str)>, CsvTrouble> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (first, rest) = text.split_at(end);
    let said = first.strip_prefix('"').map_or(first, |quoted| quoted.strip_suffix('"').unwrap_or(quoted));
    let Some(sign) = said.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).map(|_| &said[4..])
    else {
        return Ok(None);
    };
    let separator = match sign.trim_matches(' ') {
        "\t" => Separator::Tab,
        // Another program may have filled the line up to the width of the table.
        sign if sign.starts_with(';') => Separator::Semicolon,
        sign if sign.starts_with(',') => Separator::Comma,
        "|" => Separator::Bar,
        _ => return Err(CsvTrouble::StrangeSeparator { found: first.to_owned() }),
    };
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    Ok(Some((separator, rest)))
}

/// So many lines are looked at; a table shows its build long before.
const ENOUGH_LINES: usize = 2_000;

/// The sign that the lines speak for; a comma if there is no sign at all, as then it does not matter.
pub(super) fn found(text: &str) -> Separator {
    let weighed: Vec<Weighed> = [Separator::Tab, Separator::Semicolon, Separator::Comma]
        .into_iter()
        .map(|separator| weigh(text, separator))
        .filter(|weighed| weighed.usual > 0)
        .collect();
    let most = weighed.iter().map(|weighed| weighed.lines).max().unwrap_or(0);
    let mut best: Option<&Weighed> = None;
    for candidate in weighed.iter().filter(|weighed| weighed.lines * 5 >= most * 4) {
        let rank = |weighed: &Weighed| (!weighed.is_of_text, weighed.usual);
        if best.is_none_or(|best| rank(candidate) > rank(best)) {
            best = Some(candidate);
        }
    }
    best.map_or(Separator::Comma, |best| best.separator)
}

struct Weighed {
    separator: Separator,
    /// How often it stands on most of the lines that have it.
    usual: usize,
    /// On how many lines it stands just so often.
    lines: usize,
    /// Mostly followed by a blank, or between two digits.
    is_of_text: bool,
}

fn weigh(text: &str, separator: Separator) -> Weighed {
    let mut lines_of: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut all, mut of_text, mut seen) = (0, 0, 0);
    // Wrong quotes are told when the separator is known.
    let _ = scan(text, separator, |line| {
        if line.count > 0 {
            *lines_of.entry(line.count).or_default() += 1;
        }
        all += line.count;
        of_text += line.of_text;
        seen += 1;
        seen < ENOUGH_LINES
    });
    let (usual, lines) = lines_of.into_iter().max_by_key(|(count, lines)| (*lines, *count)).unwrap_or((0, 0));
    Weighed { separator, usual, lines, is_of_text: of_text * 2 > all }
}

/// One row's separators outside quotes.
pub(super) struct Line {
    pub count: usize,
    of_text: usize,
}

/// Goes through the rows as Excel cuts them until `each` says no. Quotes that are not closed, or closed within a cell, are
/// an error with the line where they open: a reader would swallow the rest of the file as one cell.
pub(super) fn scan(
    text: &str,
    separator: Separator,
    mut each: impl FnMut(Line) -> bool,
) -> Result<(), CsvTrouble> {
    let bytes = text.as_bytes();
    let sign = separator.byte();
    let mut line = Line { count: 0, of_text: 0 };
    let (mut number, mut opened_at) = (1, 1);
    let (mut is_quoted, mut is_start, mut is_closed) = (false, true, false);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let next = bytes.get(at + 1).copied();
        let is_break = byte == b'\n' || (byte == b'\r' && next != Some(b'\n'));
        number += usize::from(is_break);
        if is_quoted {
            if byte == b'"' && next == Some(b'"') {
                at += 1;
            } else if byte == b'"' {
                (is_quoted, is_closed) = (false, true);
            }
        } else if byte == b'"' && is_start {
            (is_quoted, is_start, opened_at) = (true, false, number);
        } else if byte == sign {
            let before = at.checked_sub(1).map(|at| bytes[at]);
            let is_digit = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_digit());
            let is_decimal = separator == Separator::Comma && is_digit(before) && is_digit(next);
            line.count += 1;
            line.of_text += usize::from(is_decimal || next == Some(b' '));
            (is_start, is_closed) = (true, false);
        } else if is_break {
            (is_start, is_closed) = (true, false);
            if !each(std::mem::replace(&mut line, Line { count: 0, of_text: 0 })) {
                return Ok(());
            }
        } else if byte != b'\r' {
            if is_closed && byte != b' ' {
                return Err(CsvTrouble::Quotes { line: opened_at });
            }
            is_start = false;
        }
        at += 1;
    }
    if is_quoted {
        return Err(CsvTrouble::Quotes { line: opened_at });
    }
    each(line);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_separator() {
        let rows = [
            ("Tên,Số\nA,1\nB,2\n", Separator::Comma),
            ("Tên;Tỷ lệ;Giảm\nA;7,97;1,2\nB;8,01;2,3\nC;6,1;0,5\n", Separator::Semicolon),
            // Without a head, every line has as many commas as semicolons, or more.
            ("A;7,97\nB;8,01", Separator::Semicolon),
            ("A;7,97;8,01;9,2\r\nB;8,01;7,2;9,1\r\n", Separator::Semicolon),
            ("1,Xã A; tỉnh B,5\n2,Xã C; tỉnh D,7\n", Separator::Comma),
            ("Xã A, huyện B;5\nXã C, huyện D;7", Separator::Semicolon),
            ("1,2,3\n4,5,6\n", Separator::Comma),
            ("STT\tTên, cũ\tSố\n1\tA, B\t2,5\n2\tC, D\t3,5\n", Separator::Tab),
            ("\"a;b;c\",1\n\"d;e;f\",2\n", Separator::Comma),
            ("BIỂU 01\nĐơn vị: hộ, %\n\nTên;Số\nA;1\nB;2\nTổng cộng;3\n", Separator::Semicolon),
            ("BIỂU 01;;\n;;\nTên;Số;Tỷ lệ\nA;1;7,97\nB;2;8,01\n", Separator::Semicolon),
            ("\"nhiều\ndòng, và dấu\";1\n\"lại\nnữa, và\";2\n", Separator::Semicolon),
            ("một cột\nkhông dấu\n", Separator::Comma),
            ("", Separator::Comma),
        ];
        for (text, separator) in rows {
            assert_eq!(found(text), separator, "{text}");
        }
    }

    #[test]
    fn obeys_the_first_line() {
        let rows = [
            ("sep=;\r\na,b;c", Some((Separator::Semicolon, "a,b;c"))),
            ("SEP=,\na,b", Some((Separator::Comma, "a,b"))),
            ("\"sep=|\"\ra|b", Some((Separator::Bar, "a|b"))),
            ("sep=\t\na\tb", Some((Separator::Tab, "a\tb"))),
            ("sep=;;;\na;b;c", Some((Separator::Semicolon, "a;b;c"))),
            ("a;b\nsep=,", None),
            ("sếp=;\n", None),
            ("ấấ", None),
            ("", None),
        ];
        for (text, expected) in rows {
            assert_eq!(declared(text), Ok(expected));
        }
        let found = "sep=^".to_owned();
        assert_eq!(declared("sep=^\na^b"), Err(CsvTrouble::StrangeSeparator { found }));
    }

    #[test]
    fn tells_wrong_quotes() {
        let check = |text: &str| scan(text, Separator::Comma, |_| true);
        assert_eq!(check("a,\"b\"\"c\",d\n5\",6"), Ok(()));
        assert_eq!(check("a,b\n\"c\n,d\ne,f\n"), Err(CsvTrouble::Quotes { line: 2 }));
        assert_eq!(check("a,b\r\n1,\"xã \"A\" cũ\"\r\n"), Err(CsvTrouble::Quotes { line: 2 }));
    }
}
