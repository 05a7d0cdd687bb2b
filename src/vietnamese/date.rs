//! The date of a document, with the decree's habit for zeros.
//!
//! - Holds: a date whose day may still be blank; reading it from figures, writing it long, short and ISO.
//! - In and out: text in, `IssueDate` or `BadDate` out; `IssueDate` in, text out.
//! - Never here: today, time of day, the place name before the date.
//! - Why: Nghị định 30/2020/NĐ-CP puts a zero before days below 10 but only before months 1 and 2.

use std::error::Error;
use std::fmt;

use jiff::civil::Date;

use super::text;

pub mod in_text;

/// When a document is issued, e.g. 05/3/2020, or 01/2024 before the clerk fills in the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum IssueDate {
    Day(Date),
    /// A month whose day is still blank.
    Month {
        year: i16,
        month: i8,
    },
}

/// A day of the calendar.
pub type Day = Date;

impl IssueDate {
    /// The day itself, or the first one of a month whose day is still blank.
    pub fn first_day(&self) -> Day {
        match *self {
            Self::Day(day) => day,
            Self::Month { year, month } => Date::constant(year, month, 1),
        }
    }

    /// The day itself, or the last one of the month.
    pub fn last_day(&self) -> Day {
        self.first_day_of_month().map_or(self.first_day(), Date::last_of_month)
    }

    /// Whether both may be one day: a month whose day is still blank agrees with each of its days.
    pub fn agrees(&self, other: &Self) -> bool {
        self.first_day() <= other.last_day() && other.first_day() <= self.last_day()
    }

    pub fn year(&self) -> i16 {
        self.first_day().year()
    }

    fn first_day_of_month(&self) -> Option<Day> {
        match *self {
            Self::Day(_) => None,
            Self::Month { .. } => Some(self.first_day()),
        }
    }

    /// 1 January, where a document says no more than its year.
    pub fn of_year(year: i16) -> Self {
        Self::Day(Date::constant(year, 1, 1))
    }
}

/// Why a text is not a date, e.g. «31/2/2023».
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadDate {
    /// Not day, month and year in figures.
    Unreadable { text: String },
    /// «15/3/23».
    TwoDigitYear { text: String },
    /// «3/15/2023».
    NoSuchMonth { month: u32 },
    /// «31/2/2023».
    NoSuchDay { day: u32, month: u32, year: u32 },
}

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { text } => {
                write!(f, "«{text}» không phải là ngày tháng dạng 15/3/2023 hoặc 2023-03-15")
            }
            Self::TwoDigitYear { text } => {
                write!(f, "«{text}» ghi năm bằng hai chữ số, cần đủ bốn chữ số")
            }
            Self::NoSuchMonth { month } => write!(f, "không có tháng {month}"),
            Self::NoSuchDay { day, month, year } => {
                write!(f, "không có ngày {day} trong tháng {month} năm {year}")
            }
        }
    }
}

impl Error for BadDate {}

/// Reads 15/3/2023, 15/03/2023, 15-3-2023 and 2023-03-15; 3/2023 and 2023-03 leave the day blank.
pub fn parse(text: &str) -> Result<IssueDate, BadDate> {
    let typed = text::clean(text);
    let unreadable = || BadDate::Unreadable { text: typed.clone() };
    let separator = if typed.contains('/') { '/' } else { '-' };
    let parts: Vec<&str> = typed.split(separator).map(str::trim).collect();
    let is_figure = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(is_figure) {
        return Err(unreadable());
    }
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let (day, month, year) = match (lengths.as_slice(), separator) {
        ([1 | 2, 1 | 2, 4], _) => (Some(parts[0]), parts[1], parts[2]),
        ([4, 1 | 2, 1 | 2], '-') => (Some(parts[2]), parts[1], parts[0]),
        ([1 | 2, 4], _) => (None, parts[0], parts[1]),
        ([4, 1 | 2], '-') => (None, parts[1], parts[0]),
        ([1 | 2, 1 | 2, 2], _) => return Err(BadDate::TwoDigitYear { text: typed }),
        _ => return Err(unreadable()),
    };
    let (Ok(month), Ok(year)) = (month.parse::<i8>(), year.parse::<i16>()) else {
        return Err(unreadable());
    };
    // A year such as 0203 is a slip, and is not written in a way that could be read again.
    const FIRST_YEAR: i16 = 1000;
    if year < FIRST_YEAR {
        return Err(unreadable());
    }
    if !(1..=12).contains(&month) {
        return Err(BadDate::NoSuchMonth { month: u32::from(month.unsigned_abs()) });
    }
    let Some(day) = day else {
        return Ok(IssueDate::Month { year, month });
    };
    let day = day.parse::<i8>().map_err(|_| unreadable())?;
    match Date::new(year, month, day) {
        Ok(date) => Ok(IssueDate::Day(date)),
        Err(_) => Err(BadDate::NoSuchDay {
            day: u32::from(day.unsigned_abs()),
            month: u32::from(month.unsigned_abs()),
            year: u32::from(year.unsigned_abs()),
        }),
    }
}

/// «ngày 05 tháng 3 năm 2020»; without a day, no-break blanks leave room for the pen.
pub fn long(date: &IssueDate) -> String {
    match *date {
        IssueDate::Day(date) => {
            format!("ngày {:02} tháng {} năm {}", date.day(), month_figures(date.month()), date.year())
        }
        IssueDate::Month { year, month } => {
            format!("ngày{ROOM_FOR_DAY}tháng {} năm {year}", month_figures(month))
        }
    }
}

/// Which months of a short date take a zero; nobody rules it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ShortDate {
    /// 15/3/2023, as in the decree's long dates.
    #[default]
    Decree,
    /// 15/03/2023.
    TwoDigits,
}

/// «15/3/2023», «09/9/2021»; without a day «01/2024». By the other habit «15/03/2023».
pub fn short(date: &IssueDate, habit: ShortDate) -> String {
    let month_figures = |month: i8| match habit {
        ShortDate::Decree => month_figures(month),
        ShortDate::TwoDigits => format!("{month:02}"),
    };
    match *date {
        IssueDate::Day(date) => format!("{:02}/{}/{}", date.day(), month_figures(date.month()), date.year()),
        IssueDate::Month { year, month } => format!("{}/{year}", month_figures(month)),
    }
}

/// «2023-03-15»; without a day «2023-03».
pub fn iso(date: &IssueDate) -> String {
    match *date {
        IssueDate::Day(date) => date.to_string(),
        IssueDate::Month { year, month } => format!("{year:04}-{month:02}"),
    }
}

/// Five no-break blanks: the place does not fall apart at a line's end.
const ROOM_FOR_DAY: &str = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}";

/// Only January and February take a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I).
fn month_figures(month: i8) -> String {
    if month < 3 { format!("{month:02}") } else { month.to_string() }
}

#[cfg(test)]
mod tests;
