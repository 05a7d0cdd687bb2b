//! Dates inside running text: «ngày 05 tháng 01 năm 2024», «29/02/2024», «tháng 01/2024» is none.

use super::{IssueDate, parse};

/// A date as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Where it begins: its first figure.
    pub start: usize,
    pub end: usize,
    pub date: IssueDate,
}

/// Every day that a text names in figures, in order; blanks for a day that is not known yet make none.
pub fn find(text: &str) -> Vec<Written> {
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
        at = written.map_or(end, |written| written.end);
        found.extend(written);
    }
    found
}

/// «29/02/2024», «29-02-2024», «29.02.2024» is none.
fn short(text: &str, start: usize) -> Option<Written> {
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
    match parse(typed) {
        Ok(date @ IssueDate::Day(_)) if !text[end..].starts_with(char::is_alphanumeric) => {
            Some(Written { start, end, date })
        }
        _ => None,
    }
}

/// «05 tháng 01 năm 2024».
fn long(text: &str, start: usize, end: usize) -> Option<Written> {
    let mut at = end;
    let mut part = |word: &str| -> Option<&str> {
        let rest = text[at..].trim_start();
        let rest = rest.strip_prefix(word)?.trim_start();
        let length = digits(rest);
        at = text.len() - rest.len() + length;
        (length > 0).then(|| &rest[..length])
    };
    let (month, year) = (part("tháng")?, part("năm")?);
    let date = parse(&format!("{}/{month}/{year}", &text[start..end])).ok()?;
    Some(Written { start, end: at, date })
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::find;
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
}
