//! Which column the words around a number speak of: the cut, the stock at the beginning, what is left at the end.

use crate::model::table::{Column, Table};
use crate::vietnamese::listed::{Words, holds};
use crate::vietnamese::text::fold;

/// What a heading or a clause speaks of, a bit each.
type Terms = u8;

const CUT: Terms = 1;
const RISE: Terms = 2;
const NEAR_POOR: Terms = 4;
const MINORITY: Terms = 8;
const BEGINNING: Terms = 16;
const END: Terms = 32;
const ALL_HOUSEHOLDS: Terms = 64;

static CUT_WORDS: Words = Words::of(&["giảm", "thoát nghèo", "thoát"]);
static RISE_WORDS: Words = Words::of(&["tăng", "phát sinh", "tái nghèo"]);
static NEAR_POOR_WORDS: Words = Words::of(&["cận nghèo"]);
static MINORITY_WORDS: Words = Words::of(&["dân tộc thiểu số", "dtts"]);
static BEGINNING_WORDS: Words =
    Words::of(&["đầu năm", "đầu kỳ", "cuối năm trước", "năm trước", "hiện có", "hiện nay"]);
static END_WORDS: Words = Words::of(&["cuối năm", "cuối kỳ", "còn", "còn lại", "đến hết năm", "hết năm"]);
static ALL_WORDS: Words = Words::of(&["tổng số hộ", "tổng hộ", "hộ dân cư"]);
/// Before a number these say that it is no more than near a figure, or part of one.
static ABOUT: Words = Words::of(&[
    "khoảng",
    "gần",
    "hơn",
    "trên",
    "dưới",
    "xấp xỉ",
    "ước",
    "đạt",
    "bằng",
    "ước tính",
    "ít nhất",
    "tối thiểu",
    "tối đa",
]);
static PART: Words = Words::of(&["trong đó", "gồm", "bao gồm", "riêng"]);

/// What the words speak of; `year` is the target year.
fn of(words: &str, year: i16) -> Terms {
    let folded = fold(words);
    let mut terms = 0;
    for (listed, term) in [
        (&CUT_WORDS, CUT),
        (&RISE_WORDS, RISE),
        (&NEAR_POOR_WORDS, NEAR_POOR),
        (&MINORITY_WORDS, MINORITY),
        (&ALL_WORDS, ALL_HOUSEHOLDS),
    ] {
        if listed.within(&folded).is_some() {
            terms |= term;
        }
    }
    if terms & (CUT | RISE) != 0 {
        return terms;
    }
    let last_year = fold(&format!("cuối năm {}", year - 1));
    if BEGINNING_WORDS.within(&folded).is_some() || holds(&folded, &last_year) {
        terms |= BEGINNING;
    } else if END_WORDS.within(&folded).is_some() {
        terms |= END;
    }
    terms
}

static FROM: Words = Words::of(&["từ"]);
static TO: Words = Words::of(&["xuống", "xuống còn", "giảm còn"]);
static TOWARDS: Words = Words::of(&["xuống", "còn"]);

/// What «từ 1,89% xuống 1,37%» says of each number, in words of a heading: where it began, where it ends.
pub fn motion(before: &str, behind: &str) -> Option<&'static str> {
    const NEAR: usize = 24;
    let last = before.char_indices().rev().nth(NEAR).map_or(before, |(at, _)| &before[at..]);
    let next = behind.char_indices().nth(NEAR).map_or(behind, |(at, _)| &behind[..at]);
    let (last, next) = (fold(last.trim_end()), fold(next));
    if TO.before(&last).is_some() {
        return Some("cuối năm");
    }
    (FROM.before(&last).is_some() && TOWARDS.within(&next).is_some()).then_some("đầu năm")
}

/// The words without what they say of a part («hộ dân tộc thiểu số»), which says nothing about the column.
fn of_column(words: &str, year: i16, is_part: bool) -> Terms {
    if is_part { of(words, year) & !(MINORITY | NEAR_POOR) } else { of(words, year) }
}

/// The only one of some columns that the words speak of; `is_part`: the row is part of another.
pub fn column(words: &str, columns: &[usize], table: &Table, year: i16, is_part: bool) -> Option<usize> {
    let said = of_column(words, year, is_part);
    let means = |column: &Column| of(&column.heading.join(" "), year);
    let mut found = columns.iter().copied().filter(|at| said != 0 && means(&table.columns[*at]) == said);
    found.next().filter(|_| found.next().is_none())
}

/// Whether words say anything that tells columns apart.
pub fn is_telling(words: &str, year: i16, is_part: bool) -> bool {
    of_column(words, year, is_part) != 0
}

/// Whether the number behind these words is said to be near a figure only, or a part of one.
pub fn is_loose(clause: &str, before_number: &str) -> bool {
    ABOUT.before(fold(before_number.trim_end()).as_str()).is_some() || PART.within(&fold(clause)).is_some()
}
