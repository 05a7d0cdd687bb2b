//! The words by which headings and lines are known: names of columns of units and indicators, unit lines, letterheads.

use crate::vietnamese::listed::Words;
use crate::vietnamese::text::fold;

const LONGEST_NAME_HEADING: usize = 40;

static UNIT_HEADINGS: Words = Words::of(&[
    "đơn vị",
    "địa phương",
    "địa bàn",
    "khu vực",
    "tên",
    "cơ quan",
    "cơ quan, đơn vị",
    "ban, ngành",
    "sở, ngành",
    "sở, ban, ngành",
    "trường",
    "các huyện",
    "các xã",
]);
static UNIT_BEGINNINGS: Words = Words::of(&[
    "tên ",
    "địa phương",
    "đơn vị (",
    "đơn vị hành chính",
    "đơn vị/",
    "đơn vị,",
    "họ và tên",
    "họ, tên",
    "huyện, ",
    "huyện/",
    "xã, ",
    "xã/",
    "phường, ",
    "phường/",
]);
static PLACES: Words = Words::of(&[
    "tỉnh",
    "thành phố",
    "huyện",
    "thị xã",
    "quận",
    "xã",
    "phường",
    "thị trấn",
    "đặc khu",
    "thôn",
    "bản",
    "làng",
    "buôn",
    "ấp",
    "khóm",
    "khu phố",
    "tổ dân phố",
    "tp",
    "tx",
    "tt",
    "đơn vị",
]);
static INDICATOR_HEADINGS: Words = Words::of(&[
    "chỉ tiêu",
    "nội dung",
    "danh mục",
    "tiêu chí",
    "nhiệm vụ",
    "hạng mục",
    "dự án",
    "công trình",
    "chương trình",
    "lĩnh vực",
    "nguồn vốn",
    "nguồn kinh phí",
    "diễn giải",
    "công việc",
    "hoạt động",
    "tiểu dự án",
    "tên chỉ tiêu",
    "tên nhiệm vụ",
    "tên dự án",
    "tên công trình",
]);
static INDICATOR_BEGINNINGS: Words = Words::of(&[
    "chỉ tiêu,",
    "chỉ tiêu chủ yếu",
    "nội dung ",
    "nội dung,",
    "danh mục ",
    "nhiệm vụ,",
    "nhiệm vụ ",
    "dự án,",
]);
static UNIT_LINES: Words = Words::of(&["đơn vị tính", "đơn vị:", "đơn vị :", "đvt", "(đơn vị", "(đvt"]);
static LETTERHEAD: Words = Words::of(&["cộng hòa xã hội chủ nghĩa", "độc lập - tự do", "đảng cộng sản"]);

fn could_be_heading(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.chars().count() <= LONGEST_NAME_HEADING
}

/// Whether a heading is that of a column of names: «Địa phương», «Xã, phường», «Tên đơn vị», «Chỉ tiêu».
pub fn is_name_heading(text: &str) -> bool {
    is_unit_heading(text) || is_indicator_heading(text)
}

/// Headings of columns that name places and units.
pub fn is_unit_heading(text: &str) -> bool {
    if !could_be_heading(text) {
        return false;
    }
    let folded = fold(text);
    if INDICATOR_HEADINGS.are(&folded) {
        return false;
    }
    UNIT_HEADINGS.are(&folded)
        || UNIT_BEGINNINGS.begin(&folded)
        || folded
            .split([',', '/', '-', '(', ')'])
            .flat_map(|part| part.split(" và "))
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .all(|part| PLACES.are(part))
}

/// Headings of columns that name indicators, tasks, sources.
pub fn is_indicator_heading(text: &str) -> bool {
    if !could_be_heading(text) {
        return false;
    }
    let folded = fold(text);
    INDICATOR_HEADINGS.are(&folded) || INDICATOR_BEGINNINGS.begin(&folded)
}

/// «Đơn vị tính: hộ, %».
pub fn is_unit_line(text: &str) -> bool {
    UNIT_LINES.begin(&fold(text))
}

/// The state's name and motto, beside which the issuer stands.
pub fn is_letterhead(text: &str) -> bool {
    LETTERHEAD.begin(&fold(text))
}
