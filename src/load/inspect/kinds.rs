//! What a column holds, guessed from the words over it and from the looks and values of its cells, with the reason.

use super::evidence::Evidence;

use crate::vietnamese::listed::{Words, holds};
use crate::vietnamese::text::fold;

/// A kind as `kieu` names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    UnitName,
    IndicatorName,
    RowUnit,
    RowFigure,
    Households,
    People,
    Quantity,
    Money,
    Percent,
    Points,
    Date,
    Text,
}

impl Kind {
    /// The word of `kieu`.
    pub fn word(self) -> &'static str {
        match self {
            Self::UnitName => "dia_phuong",
            Self::IndicatorName => "chi_tieu",
            Self::RowUnit => "don_vi_tinh",
            Self::RowFigure => "so_lieu",
            Self::Households => "so_ho",
            Self::People => "so_nguoi",
            Self::Quantity => "so_luong",
            Self::Money => "tien",
            Self::Percent => "phan_tram",
            Self::Points => "diem_phan_tram",
            Self::Date => "ngay",
            Self::Text => "van_ban",
        }
    }

    pub fn adds_up(self) -> bool {
        matches!(self, Self::Households | Self::People | Self::Quantity | Self::Money)
    }

    pub fn is_rate(self) -> bool {
        matches!(self, Self::Percent | Self::Points)
    }

    pub fn is_number(self) -> bool {
        self.adds_up() || self.is_rate() || self == Self::RowFigure
    }
}

/// A guess with its reason, in two or three words for the clerk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    pub kind: Kind,
    pub unit: Option<String>,
    pub why: String,
}

impl Guess {
    pub fn new(kind: Kind, why: impl Into<String>) -> Self {
        Self { kind, unit: None, why: why.into() }
    }
}

static POINTS: Words = Words::of(&["điểm %", "điểm phần trăm", "điểm"]);
static RATES: Words = Words::of(&["tỷ lệ", "tỉ lệ", "tỷ trọng", "cơ cấu", "phần trăm"]);
static HOUSEHOLDS: Words = Words::of(&["số hộ", "tổng số hộ", "tổng hộ", "hộ"]);
static PEOPLE: Words = Words::of(&[
    "số người",
    "số khẩu",
    "nhân khẩu",
    "khẩu",
    "người",
    "lao động",
    "học sinh",
    "trẻ em",
    "cán bộ",
    "hội viên",
    "dân số",
]);
static MONEY: Words = Words::of(&[
    "triệu đồng",
    "tỷ đồng",
    "nghìn đồng",
    "ngàn đồng",
    "1000 đồng",
    "1.000 đồng",
    "đồng",
    "kinh phí",
    "số tiền",
    "vốn",
    "ngân sách",
    "dự toán",
    "tiền",
    "giá trị",
]);
static CURRENCIES: Words =
    Words::of(&["triệu đồng", "tỷ đồng", "nghìn đồng", "ngàn đồng", "1000 đồng", "1.000 đồng", "đồng"]);
static UNITS: Words = Words::of(&[
    "kg",
    "tấn",
    "tạ",
    "ha",
    "km",
    "m",
    "m2",
    "m3",
    "m²",
    "m³",
    "nhà",
    "căn",
    "xã",
    "thôn",
    "bản",
    "mô hình",
    "dự án",
    "công trình",
    "con",
    "cây",
    "lít",
    "suất",
    "lượt",
    "lượt người",
    "trường",
    "lớp",
    "giường",
    "bộ",
    "chiếc",
    "cái",
    "máy",
    "lớp học",
    "cơ sở",
    "doanh nghiệp",
    "hợp tác xã",
    "văn bản",
    "cuộc",
    "ngày công",
    "phòng",
    "hộ",
    "người",
    "khẩu",
    "lao động",
]);
static CODES: Words = Words::of(&[
    "mã",
    "mã số",
    "mã đơn vị",
    "mã xã",
    "năm",
    "năm sinh",
    "điện thoại",
    "số điện thoại",
    "cccd",
    "số cccd",
    "số tài khoản",
    "số quyết định",
    "số hiệu",
    "cấp",
]);
static DATES: Words = Words::of(&["ngày", "thời hạn", "thời gian", "hạn", "hiệu lực"]);
static ROW_UNITS: Words = Words::of(&["đơn vị tính", "đvt", "đơn vị đo", "đ.v.t", "đv tính"]);

/// Why a column is of a kind that nothing but its numbers tells.
pub const ONLY_A_NUMBER: &str = "ô là số";

/// Whether a heading is that of a column of units of measure.
pub fn is_row_unit_heading(text: &str) -> bool {
    let folded = fold(text);
    ROW_UNITS.are(&folded) || ROW_UNITS.begin(&folded)
}

/// The kind of a column that names nothing: `path` from the top of the head down, `units` those of the unit line.
pub fn guess(path: &[&str], evidence: &Evidence, units: &[String], has_row_units: bool) -> Guess {
    let leaf = path.last().map(|label| fold(label)).unwrap_or_default();
    if CODES.are(&leaf) {
        return Guess::new(Kind::Text, "mã, không cộng");
    }
    if evidence.dates * 2 > evidence.filled
        || evidence.dates > 0
            && evidence.dates >= evidence.numbers + evidence.ranges
            && DATES.within(&leaf).is_some()
    {
        return Guess::new(Kind::Date, "ô là ngày");
    }
    let by_heading = of_headings(path);
    let is_figure = evidence.is_numeric()
        || by_heading.is_some()
            && (evidence.is_silent() || evidence.numbers > evidence.words + evidence.codes);
    if !is_figure {
        let why = match () {
            () if evidence.filled == 0 => "cột trống",
            () if evidence.codes > 0 => "ô là mã, bắt đầu bằng 0",
            () => "ô là chữ",
        };
        return Guess::new(Kind::Text, why);
    }
    if has_row_units {
        return Guess::new(Kind::RowFigure, "có cột đơn vị tính");
    }
    let all_percent = evidence.percent_looks + evidence.percent_texts;
    if all_percent > 0 && all_percent * 2 >= evidence.numbers + evidence.ranges {
        let is_points = by_heading.as_ref().is_some_and(|guess| guess.kind == Kind::Points);
        return Guess::new(if is_points { Kind::Points } else { Kind::Percent }, "ô có dấu %");
    }
    if let Some(guess) = by_heading {
        return guess;
    }
    if path.iter().any(|label| label.contains('%')) {
        return Guess::new(Kind::Percent, "tiêu đề có %");
    }
    of_unit_line(evidence, units).unwrap_or_else(|| Guess::new(Kind::Quantity, ONLY_A_NUMBER))
}

/// What the nearest heading with a telling word says.
fn of_headings(path: &[&str]) -> Option<Guess> {
    for (depth, label) in path.iter().rev().enumerate() {
        if let Some(guess) = of_label(label) {
            // «Tỷ lệ» over years speaks for all of them; «Chỉ tiêu giảm» over «Số hộ» says nothing.
            let why = if depth == 0 { guess.why } else { format!("{} ở tầng trên", guess.why) };
            return Some(Guess { why, ..guess });
        }
    }
    None
}

fn of_label(label: &str) -> Option<Guess> {
    let folded = fold(label);
    let said = |kind: Kind, word: &str| Guess::new(kind, format!("chữ «{}»", shown(label, word)));
    if let Some(inner) = bracketed(label) {
        let unit = fold(inner);
        let is_percent = unit.contains('%');
        if is_percent && holds(&unit, &fold("điểm")) {
            return Some(said(Kind::Points, &unit));
        }
        if is_percent {
            let is_points = POINTS.within(&folded).is_some();
            return Some(said(if is_points { Kind::Points } else { Kind::Percent }, "%"));
        }
        if let Some(guess) = of_unit(inner) {
            return Some(Guess { why: format!("chữ «({inner})»"), ..guess });
        }
    }
    if let Some(word) = RATES.within(&folded) {
        let points = POINTS.within(&folded);
        return Some(said(
            if points.is_some() { Kind::Points } else { Kind::Percent },
            points.unwrap_or(word),
        ));
    }
    if let Some(word) =
        POINTS.within(&folded).filter(|_| folded.contains('%') || folded.contains(&fold("phần trăm")))
    {
        return Some(said(Kind::Points, word));
    }
    if folded.contains('%') {
        return Some(said(Kind::Percent, "%"));
    }
    // What is counted stands at the beginning: «Số hộ được vay vốn» are households.
    let first_of =
        |words: &Words| words.within(&folded).and_then(|word| Some((folded.find(word)?, word.to_owned())));
    let found = [
        (Kind::Households, first_of(&HOUSEHOLDS)),
        (Kind::People, first_of(&PEOPLE)),
        (Kind::Money, first_of(&MONEY)),
    ];
    let found = found.into_iter().filter_map(|(kind, found)| found.map(|(at, word)| (at, kind, word)));
    found.min_by_key(|(at, ..)| *at).map(|(_, kind, word)| said(kind, &word))
}

/// The words of the label that a folded word stands for, as written.
fn shown(label: &str, folded: &str) -> String {
    let count = folded.chars().count();
    let chars: Vec<char> = label.chars().collect();
    // A folded word may keep a tone mark as a letter of its own.
    let lengths = || (count.saturating_sub(2).max(1)..=count).rev();
    let found = (0..chars.len()).find_map(|at| {
        let part = |length: usize| chars.iter().skip(at).take(length).collect::<String>();
        lengths().map(part).find(|part| fold(part) == folded)
    });
    found.unwrap_or_else(|| folded.to_owned()).to_lowercase()
}

/// What stands in the last brackets of a heading: «Gạo hỗ trợ (kg)».
fn bracketed(label: &str) -> Option<&str> {
    let inner = label.trim_end().strip_suffix(')')?;
    let inner = &inner[inner.rfind('(')? + 1..];
    (!inner.trim().is_empty()).then(|| inner.trim())
}

/// The kind that a unit of measure stands for.
fn of_unit(unit: &str) -> Option<Guess> {
    let folded = fold(unit);
    let guess = |kind: Kind, unit: Option<&str>| Guess {
        kind,
        unit: unit.map(str::to_owned),
        why: format!("đơn vị tính «{}»", unit.unwrap_or("%")),
    };
    if folded == "%" {
        return Some(guess(Kind::Percent, None));
    }
    if folded == fold("hộ") {
        return Some(Guess { unit: None, ..guess(Kind::Households, Some(unit)) });
    }
    if folded == fold("người") {
        return Some(Guess { unit: None, ..guess(Kind::People, Some(unit)) });
    }
    if ["khẩu", "lao động", "học sinh", "trẻ em"].iter().any(|people| folded == fold(people)) {
        return Some(guess(Kind::People, Some(unit)));
    }
    if CURRENCIES.are(&folded) {
        return Some(guess(Kind::Money, Some(unit)));
    }
    UNITS.are(&folded).then(|| guess(Kind::Quantity, Some(unit)))
}

/// What the unit line over the table says of a column whose heading says nothing.
fn of_unit_line(evidence: &Evidence, units: &[String]) -> Option<Guess> {
    let guesses: Vec<Guess> = units.iter().filter_map(|unit| of_unit(unit)).collect();
    let fitting = |guess: &&Guess| match guess.kind {
        Kind::Percent => evidence.fractions > 0,
        Kind::Households | Kind::People => evidence.fractions == 0,
        _ => true,
    };
    match guesses.as_slice() {
        [only] => Some(only.clone()).filter(|guess| fitting(&guess)),
        several => several.iter().find(fitting).cloned(),
    }
}

/// The unit of money, from the headings or the unit line.
pub fn currency(path: &[&str], units: &[String]) -> Option<String> {
    let in_text = |text: &str| {
        let folded = fold(text);
        CURRENCIES.within(&folded).map(|word| shown(text, word))
    };
    path.iter().rev().find_map(|label| in_text(label)).or_else(|| units.iter().find_map(|unit| in_text(unit)))
}

/// «Đơn vị tính: hộ, %» names hộ and %.
pub fn units_of_line(line: &str) -> Vec<String> {
    let behind = line.split_once(':').map_or("", |(_, behind)| behind);
    behind
        .trim_matches(|c: char| matches!(c, '(' | ')' | '.') || c.is_whitespace())
        .split([',', ';', '/'])
        .map(|unit| unit.trim().to_owned())
        .filter(|unit| !unit.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Evidence, Kind, guess, units_of_line};

    #[test]
    fn headings_and_unit_lines_tell_kinds() {
        let whole = Evidence { filled: 9, numbers: 9, ..Evidence::default() };
        let broken = Evidence { fractions: 9, decimals: 2, ..whole.clone() };
        let line = units_of_line("Đơn vị tính: triệu đồng.");
        for (path, evidence, units, kind, unit) in [
            (&["Tổng số hộ"][..], &whole, &[][..], Kind::Households, None),
            (&["Hộ nghèo đầu năm", "Tỷ lệ (%)"], &broken, &[], Kind::Percent, None),
            (&["Chỉ tiêu giảm", "Tỷ lệ (điểm %)"], &broken, &[], Kind::Points, None),
            (&["Số hộ được vay vốn"], &whole, &[], Kind::Households, None),
            (&["Vốn vay của hộ nghèo"], &whole, &[], Kind::Money, None),
            (&["Hộ nghèo", "Số khẩu"], &whole, &[], Kind::People, None),
            (&["Gạo hỗ trợ đợt 1 (kg)"], &whole, &[], Kind::Quantity, Some("kg")),
            (&["Nhu cầu (nhà)"], &whole, &[], Kind::Quantity, Some("nhà")),
            (&["Tỷ lệ hộ nghèo", "2023"], &broken, &[], Kind::Percent, None),
            (&["Đạt (%)"], &broken, &[], Kind::Percent, None),
            (&["Trung ương"], &broken, &line[..], Kind::Money, Some("triệu đồng")),
            (&["Còn lại"], &whole, &[], Kind::Quantity, None),
            (&["Mã"], &whole, &[], Kind::Text, None),
        ] {
            let guess = guess(path, evidence, units, false);
            assert_eq!((guess.kind, guess.unit.as_deref()), (kind, unit), "{path:?}: {}", guess.why);
        }
    }
}
