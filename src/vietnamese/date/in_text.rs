//! Dates inside running text: «ngày 05 tháng 01 năm 2024», «29/02/2024», «tháng 01/2024» is none.

use super::{BadDate, IssueDate, parse};

/// A date as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Where it begins: its first figure.
    pub start: usize,
    pub end: usize,
    pub date: IssueDate,
}

/// Figures in the shape of a date, of a day that the calendar does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoDay {
    pub start: usize,
    pub end: usize,
    pub why: BadDate,
}

/// What stands in the shape of a date: where it begins and ends, and its day.
type Shape = (usize, usize, Result<IssueDate, BadDate>);

/// Every day that a text names in figures, in order; blanks for a day that is not known yet make none.
pub fn find(text: &str) -> Vec<Written> {
    let day = |(start, end, day): Shape| day.ok().map(|date| Written { start, end, date });
    shapes(text).into_iter().filter_map(day).collect()
}

/// Every «31/4/2024» of a text: a month or a day that does not exist.
pub fn impossible(text: &str) -> Vec<NoDay> {
    let no_day = |(start, end, day): Shape| match day {
        Err(why @ (BadDate::NoSuchMonth { .. } | BadDate::NoSuchDay { .. })) => {
            Some(NoDay { start, end, why })
        }
        _ => None,
    };
    shapes(text).into_iter().filter_map(no_day).collect()
}

fn shapes(text: &str) -> Vec<Shape> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + digits(&text[at..]);
        let written = (end - at <= 2).then(|| short(text, at).or_else(|| long(text, at, end))).flatten();
        at = written.as_ref().map_or(end, |(_, end, _)| *end);
        found.extend(written);
    }
    found
}

/// «29/02/2024», «29-02-2024», «29.02.2024» is none.
fn short(text: &str, start: usize) -> Option<Shape> {
    // What stands before tells a date from the end of a longer number: «135/29/02/2024», «1.29/02/2024».
    if text[..start].ends_with(['/', '-', '.', ','])
        && text[..start - 1].ends_with(|c: char| c.is_ascii_digit())
    {
        return None;
    }
    let length = text[start..]
        .find(|c: char| !c.is_ascii_digit() && c != '/' && c != '-')
        .unwrap_or(text.len() - start);
    let typed = text[start..start + length].trim_end_matches(['/', '-']);
    let end = start + typed.len();
    if text[end..].starts_with(char::is_alphanumeric) {
        return None;
    }
    match parse(typed) {
        Ok(IssueDate::Month { .. }) => None,
        Ok(day) => Some((start, end, Ok(day))),
        // «31-17-2026» may be anything, «135/29/2024/» the beginning of a symbol.
        Err(_) if !is_day_month_year(typed) || text[end..].starts_with('/') => None,
        Err(why) => Some((start, end, Err(why))),
    }
}

fn is_day_month_year(typed: &str) -> bool {
    let lengths: Vec<usize> = typed.split('/').map(str::len).collect();
    matches!(lengths.as_slice(), [1 | 2, 1 | 2, 4]) && !typed.contains('-')
}

/// «05 tháng 01 năm 2024».
fn long(text: &str, start: usize, end: usize) -> Option<Shape> {
    let mut at = end;
    let mut part = |word: &str| -> Option<&str> {
        let rest = text[at..].trim_start();
        let rest = rest.strip_prefix(word)?.trim_start();
        let length = digits(rest);
        at = text.len() - rest.len() + length;
        (length > 0).then(|| &rest[..length])
    };
    let (month, year) = (part("tháng")?, part("năm")?);
    let typed = format!("{}/{month}/{year}", &text[start..end]);
    match parse(&typed) {
        Err(_) if !is_day_month_year(&typed) => None,
        day => Some((start, at, day)),
    }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::{find, impossible};
    use crate::vietnamese::date::iso;

    #[test]
    fn dates_are_found_as_offices_write_them() {
        for (text, wanted) in [
            ("ngày 05 tháng 01 năm 2024 của", &["2024-01-05"][..]),
            ("chậm nhất ngày 29/02/2024; sau đó 01/3/2024.", &["2024-02-29", "2024-03-01"]),
            ("ngày\u{a0}15\u{a0}tháng 3 năm 2023", &["2023-03-15"]),
            ("Nghị định số 07/2021/NĐ-CP ngày 27/01/2021", &["2021-01-27"]),
            ("giai đoạn 2021-2025, tháng 01/2024, 12/3, 1.234", &[]),
            ("ngày     tháng 01 năm 2024, ngày 31/02/2024", &[]),
        ] {
            let found: Vec<String> = find(text).iter().map(|written| iso(&written.date)).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn days_that_do_not_exist_are_found() {
        for (text, wanted) in [
            ("ngày 31/4/2024; ngày 00/4/2024, 14/21/2022", &["31/4/2024", "00/4/2024", "14/21/2022"][..]),
            ("ngày 24 tháng 14 năm 2021", &["24 tháng 14 năm 2021"]),
            ("ngày 29/02/2024, số 135/29/2024/NĐ-CP, 31-17-2026, 45/60/100, 3/15, 24 tháng 3 năm 21", &[]),
        ] {
            let found: Vec<&str> = impossible(text).iter().map(|day| &text[day.start..day.end]).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}
