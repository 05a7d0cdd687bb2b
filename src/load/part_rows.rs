//! Rows that are part of the row above them («Trong đó: …», «- …»), and rows that might be and must not be guessed.

use crate::diag::{Finding, Place, rules};
use crate::model::table::{PART_MARKS, after_part_words};
use crate::vietnamese::listed::Words;
use crate::vietnamese::text::fold;

/// Words that begin the name of a place.
static UNIT_WORDS: Words = Words::of(&[
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "huyện",
    "quận",
    "thị xã",
    "thành phố",
    "thôn",
    "bản",
    "tổ dân phố",
    "khu phố",
    "ấp",
    "buôn",
    "khu vực",
    "tỉnh",
]);
/// What begins like a place and is none.
static NO_UNITS: Words = Words::of(&["xã hội", "bản thân"]);

/// What the number and the name of a row say about its being a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing.
    None,
    /// A dash before the name or in the TT column.
    Dash,
    /// «Trong đó: hộ DTTS», with or without a dash.
    Words,
    /// «Trong đó:» alone: parts follow.
    Heading,
    /// «Trong đó …» with a number of its own.
    Numbered,
}

/// How a row is marked.
pub fn mark(number: &str, name: &str) -> Mark {
    let is_mark = |text: &str| !text.is_empty() && text.chars().all(|c| PART_MARKS.contains(&c));
    if name.is_empty() || is_mark(name) {
        return Mark::None;
    }
    let has_number = !number.is_empty() && !is_mark(number);
    match after_part_words(name) {
        Some(_) if has_number => Mark::Numbered,
        Some("") => Mark::Heading,
        Some(_) => Mark::Words,
        None if has_number => Mark::None,
        None if is_mark(number) || name.starts_with(PART_MARKS) => Mark::Dash,
        None => Mark::None,
    }
}

/// Whether the name behind a dash is like a place's.
pub fn is_like_a_unit(name: &str) -> bool {
    let folded = fold(name.trim_start_matches(PART_MARKS));
    UNIT_WORDS.behind(&folded).is_some() && NO_UNITS.behind(&folded).is_none()
}

/// Why a row cannot be taken for a part nor for a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// «- Xã A»
    Unit,
    /// No row stands directly above.
    NoWhole,
    /// Under «Trong đó:», without a dash.
    NoDash,
    /// «2 | Trong đó: …»
    Number,
}

impl Doubt {
    pub fn finding(self, place: Place, row: &str) -> Finding {
        let (message, help) = match self {
            Self::Unit => (
                format!("không rõ «{row}» là một đơn vị hay một phần của dòng trên"),
                "là đơn vị thì ghi số thứ tự và bỏ gạch; là một phần thì ghi «Trong đó: …»",
            ),
            Self::NoWhole => (
                format!(
                    "không rõ «{row}» là một phần của dòng nào: ngay trên nó không có dòng đơn vị, dòng nhóm hay dòng tổng"
                ),
                "là một phần thì đặt ngay dưới dòng chứa nó, không cách dòng; là đơn vị thì ghi số thứ tự và bỏ gạch",
            ),
            Self::NoDash => (
                format!("không rõ «{row}» dưới «Trong đó:» là một đơn vị hay một phần của dòng trên"),
                "là một phần thì thêm gạch đầu tên («- …»); là đơn vị thì ghi số thứ tự",
            ),
            Self::Number => (
                format!(
                    "không rõ «{row}» là một đơn vị hay một phần của dòng trên: tên là «Trong đó» mà có số thứ tự"
                ),
                "là một phần thì bỏ số thứ tự; là đơn vị thì bỏ chữ «Trong đó»",
            ),
        };
        Finding::new(&rules::UNIT_OR_PART, place, message).help(help)
    }
}

/// A part without any figure.
pub fn without_figures(place: Place, row: &str) -> Finding {
    Finding::new(
        &rules::BLANK_CELL,
        place,
        format!("dòng «{row}» là một phần của dòng trên mà không có số liệu"),
    )
    .help("điền số liệu, bằng không thì ghi 0; nếu là ghi chú thì viết «Ghi chú: …»; nếu thừa thì xóa dòng")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_told_by_their_first_words() {
        for (number, name, expected) in [
            ("", "Trong đó: Hộ DTTS", Mark::Words),
            ("", "TRONG ĐÓ", Mark::Heading),
            ("", "Tr. đó :", Mark::Heading),
            ("-", "Trong đó", Mark::Heading),
            ("", "- Trong đó hộ nghèo", Mark::Words),
            ("", "T.đó hộ nghèo", Mark::Words),
            ("", "Trong do hộ nghèo", Mark::Words),
            ("", "- Hộ DTTS", Mark::Dash),
            ("", "–Hộ DTTS", Mark::Dash),
            ("−", "Hộ DTTS", Mark::Dash),
            ("1", "Trong đó", Mark::Numbered),
            ("1", "- Hộ DTTS", Mark::None),
            ("", "Trong đới", Mark::None),
            ("", "Trống đó", Mark::None),
            ("", "Hộ DTTS", Mark::None),
            ("", "-", Mark::None),
            ("", "", Mark::None),
            ("-", "", Mark::None),
        ] {
            assert_eq!(mark(number, name), expected, "{number} {name}");
        }
    }
}
