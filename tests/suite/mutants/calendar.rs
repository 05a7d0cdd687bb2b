//! Dates and numbers of acts as they are typed: found by their shape, compared as days.

use std::fmt;
use std::ops::Range;

/// A day of the calendar, year first, so that days compare; it may be one that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i64,
    pub month: i64,
    pub day: i64,
}

impl Day {
    pub fn last_of_month(year: i64, month: i64) -> Self {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let day = match month {
            2 => 28 + i64::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        Self { year, month, day }
    }

    pub fn exists(self) -> bool {
        (1..=12).contains(&self.month)
            && (1..=Self::last_of_month(self.year, self.month).day).contains(&self.day)
    }

    /// Days since 30 December 1899: what a workbook writes.
    pub fn serial(self) -> i64 {
        let years = (1900..self.year).map(|year| 365 + Self::last_of_month(year, 2).day - 28).sum::<i64>();
        let months = (1..self.month).map(|month| Self::last_of_month(self.year, month).day).sum::<i64>();
        years + months + self.day + 1
    }

    pub fn of_serial(serial: i64) -> Self {
        let mut year = 1900;
        while (Self { year: year + 1, month: 1, day: 1 }).serial() <= serial {
            year += 1;
        }
        let month = (1..=12).rev().find(|month| Self { year, month: *month, day: 1 }.serial() <= serial);
        let month = month.unwrap_or(1);
        Self { year, month, day: serial - Self { year, month, day: 1 }.serial() + 1 }
    }

    /// «thứ Hai» … «Chủ nhật».
    pub fn weekday(self) -> &'static str {
        const NAMES: [&str; 7] = ["thứ Bảy", "Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu"];
        NAMES[usize::try_from(self.serial().rem_euclid(7)).unwrap_or(0)]
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/{}", self.day, self.month, self.year)
    }
}

/// Something typed in a line, with where it stands.
#[derive(Clone, Debug)]
pub struct Typed<T> {
    pub span: Range<usize>,
    pub value: T,
}

/// The number that a text begins with, and how long it is.
fn number(text: &str, most: usize) -> Option<(i64, usize)> {
    let length = text.chars().take_while(char::is_ascii_digit).count();
    (1..=most).contains(&length).then(|| (text[..length].parse().unwrap_or(0), length))
}

/// The day that a text begins with: `15/3/2023` or `15 tháng 3 năm 2023`.
pub fn day_at(text: &str) -> Option<(Day, usize)> {
    [["/", "/"], [" tháng ", " năm "]].into_iter().find_map(|[first, second]| {
        let (day, mut at) = number(text, 2)?;
        at += text[at..].starts_with(first).then_some(first.len())?;
        let (month, length) = number(&text[at..], 2)?;
        at += length;
        at += text[at..].starts_with(second).then_some(second.len())?;
        let (year, length) = number(&text[at..], 4).filter(|(_, length)| *length == 4)?;
        Some((Day { year, month, day }, at + length))
    })
}

/// Where numbers begin in a line.
fn number_starts(line: &str) -> impl Iterator<Item = usize> {
    line.char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && !line[..*at].ends_with(char::is_alphanumeric))
        .map(|(at, _)| at)
}

/// Every typed day of a line.
pub fn days(line: &str) -> Vec<Typed<Day>> {
    let found = number_starts(line).filter_map(|at| {
        let is_inside = line[..at].ends_with('/');
        let (value, length) = day_at(&line[at..]).filter(|_| !is_inside)?;
        Some(Typed { span: at..at + length, value })
    });
    found.collect()
}

/// The number of an act: `07/2021` of «07/2021/NĐ-CP», `13` of «13-NQ/TU».
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ActNumber {
    pub number: i64,
    pub year: Option<i64>,
}

impl fmt::Display for ActNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.number)?;
        self.year.map_or(Ok(()), |year| write!(f, "/{year}"))
    }
}

/// The act's number that a text begins with, without what follows it.
pub fn act_at(text: &str) -> Option<(ActNumber, usize)> {
    let (number, at) = number(text, 5)?;
    let year = text[at..]
        .strip_prefix('/')
        .and_then(|rest| self::number(rest, 4).filter(|(_, length)| *length == 4));
    match year {
        Some((year, length)) => Some((ActNumber { number, year: Some(year) }, at + 1 + length)),
        None => Some((ActNumber { number, year: None }, at)),
    }
}

/// Every number of an act in a line: a symbol in capitals follows it.
pub fn acts(line: &str) -> Vec<Typed<ActNumber>> {
    let found = number_starts(line).filter_map(|at| {
        let (value, length) = act_at(&line[at..]).filter(|_| !line[..at].ends_with('/'))?;
        let symbol = line[at + length..].split(|c: char| c.is_whitespace() || c == ',').next()?;
        let letters = symbol
            .strip_prefix('/')
            .or_else(|| symbol.strip_prefix('-').filter(|rest| rest.contains('/')))?;
        letters.starts_with(char::is_uppercase).then_some(Typed { span: at..at + length, value })
    });
    found.collect()
}

#[test]
fn days_and_acts_are_told_by_their_shape() {
    let line = "Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021, trước ngày 29/02/2024; giai đoạn 2021-2025; 13-NQ/TU";
    let days: Vec<_> = days(line).into_iter().map(|typed| (typed.value.day, typed.value.exists())).collect();
    assert_eq!(days, [(27, true), (29, true)]);
    let acts: Vec<_> = acts(line).into_iter().map(|typed| (typed.value.number, typed.value.year)).collect();
    assert_eq!(acts, [(7, Some(2021)), (13, None)]);
    let day = Day { year: 2026, month: 1, day: 14 };
    assert_eq!((day.weekday(), Day::of_serial(day.serial())), ("thứ Tư", day));
    assert_eq!(Day { year: 2026, month: 2, day: 28 }.serial(), 46_081);
}
