//! What is printed in digits and is no figure. Every class is narrow: what it lets pass is looked at by nobody else.

/// A word of a page.
pub struct Word<'a> {
    pub page: usize,
    pub line: &'a str,
    /// Whether it is the first of its line.
    is_first: bool,
    pub text: &'a str,
}

/// The words of all pages in reading order, without the page numbers.
pub fn words(pages: &[String]) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    for (page, text) in pages.iter().enumerate() {
        // A page's number stands alone above its text.
        let is_number =
            |line: &str| !line.trim().is_empty() && line.trim().bytes().all(|byte| byte.is_ascii_digit());
        let first = text.lines().position(|line| !line.trim().is_empty());
        for (at, line) in text.lines().enumerate() {
            if Some(at) == first && is_number(line) {
                continue;
            }
            let of_line = line.split_whitespace().enumerate();
            words.extend(of_line.map(|(at, text)| Word { page: page + 1, line, is_first: at == 0, text }));
        }
    }
    words
}

/// Whether the numeral of a word belongs to one of the classes.
pub fn is_no_figure(words: &[Word<'_>], at: usize) -> bool {
    let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let near = |step: isize| {
        at.checked_add_signed(step).and_then(|at| words.get(at)).map_or(String::new(), |word| bare(word.text))
    };
    let word = &words[at];
    let text = word.text.trim_matches(|c: char| !c.is_alphanumeric());
    let number = text.parse::<u32>().ok();
    let within = |most: u32| number.is_some_and(|number| (1..=most).contains(&number));
    is_year(text)
        || is_date(text)
        || is_symbol(text)
        || is_drafters_mark(word.text)
        // «ngày 15 tháng 3 năm 2024», «quý 2»: the calendar.
        || near(-1) == "ngày" && within(31)
        || near(-1) == "tháng" && within(12)
        || near(-1) == "quý" && within(4)
        // «6 tháng đầu năm», «báo cáo 6 tháng»: half of a year, by its name.
        || near(1) == "tháng" && within(12) && (["đầu", "cuối"].contains(&near(2).as_str()) || near(-1) == "cáo")
        // «14 giờ 00 phút»: the clock.
        || near(1) == "giờ" && number.is_some_and(|hour| hour < 24)
        || near(1) == "phút" && near(-1) == "giờ" && number.is_some_and(|minute| minute < 60)
        // «Điều 3», «khoản 2», «Phụ lục 1», «Bảng 2.»: a place in a document.
        || ["điều", "khoản", "bảng", "mục"].contains(&near(-1).as_str()) && within(999)
        || near(-1) == "lục" && near(-2) == "phụ" && within(99)
        // «Phòng họp số 2», «hỗ trợ đợt 1»: the name of a room, of an instalment.
        || near(-1) == "số" && near(-2) == "họp" && within(99)
        || near(-1) == "đợt" && within(99)
        // «DỰ THẢO LẦN 2»: which draft, by the form.
        || near(-1) == "lần" && near(-2) == "thảo" && within(99)
        || is_label(words, at)
        || is_row_number(words, at)
}

/// «2024», «2021-2025»: four digits without a point, from 1900 on; a figure would be printed «2.024».
fn is_year(text: &str) -> bool {
    let is_one = |part: &str| {
        part.len() == 4
            && (part.starts_with("19") || part.starts_with("20"))
            && part.bytes().all(|b| b.is_ascii_digit())
    };
    text.split(['-', '–']).all(is_one)
}

/// «31/12/2026», «12/2026».
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('/').collect();
    let within = |part: &str, most: u32| {
        part.len() <= 2 && part.parse::<u32>().is_ok_and(|number| (1..=most).contains(&number))
    };
    match parts.as_slice() {
        [day, month, year] => within(day, 31) && within(month, 12) && is_year(year),
        [month, year] => within(month, 12) && is_year(year),
        _ => false,
    }
}

/// «147/KH-UBND», «07/2021/NĐ-CP», «13-NQ/TU», «257/2025/QH15»: a number, a year perhaps, then capitals.
fn is_symbol(text: &str) -> bool {
    let Some((number, symbol)) = text.split_once(['/', '-']) else { return false };
    let symbol =
        symbol.split_once('/').filter(|(year, _)| is_year(year)).map_or(symbol, |(_, symbol)| symbol);
    let is_capital = |c: char| c.is_uppercase() || matches!(c, '-' | '/');
    // «TTr» and «TTg» end in a small letter; the number of a National Assembly in digits.
    let letters = symbol.replace("TTr", "TT").replace("TTg", "TT").replace("SLĐTBXH", "S");
    let letters = letters
        .strip_prefix("QH")
        .map_or(letters.as_str(), |digits| if digits.parse::<u32>().is_ok() { "QH" } else { "" });
    number.parse::<u32>().is_ok()
        && letters.starts_with(char::is_uppercase)
        && letters.chars().all(is_capital)
}

/// «NVA.(45)»: the drafter's letters and the number of copies.
fn is_drafters_mark(text: &str) -> bool {
    let Some((letters, copies)) = text.split_once(".(") else { return false };
    let copies = copies.trim_end_matches(')');
    !letters.is_empty() && letters.chars().all(char::is_uppercase) && copies.parse::<u32>().is_ok()
}

/// «1.», «2)» at the head of a line, counting on: 1, or one more than such a label before it.
fn is_label(words: &[Word<'_>], at: usize) -> bool {
    let label = |word: &Word<'_>| {
        let number = word.text.strip_suffix(['.', ')'])?;
        (word.is_first && !number.starts_with('0')).then(|| number.parse::<u32>().ok()).flatten()
    };
    counts_on(words, at, &label)
}

/// The column TT of a table: first in a line that is laid out in columns, counting on.
fn is_row_number(words: &[Word<'_>], at: usize) -> bool {
    let number = |word: &Word<'_>| {
        let is_in_columns = word.line.trim().contains("   ");
        // «II.1» counts within its group.
        let is_roman = |group: &str| group.chars().all(|c| "IVX".contains(c));
        let in_group = word.text.split_once('.').filter(|(group, _)| is_roman(group));
        let number = in_group.map_or(word.text, |(_, number)| number);
        (word.is_first && is_in_columns && !number.starts_with('0'))
            .then(|| number.parse::<u32>().ok())
            .flatten()
    };
    // A unit's own rows begin with whatever number the unit has in the whole table.
    let begins = || number(&words[at]).is_some() && words[..at].iter().filter_map(number).next().is_none();
    counts_on(words, at, &number) || begins()
}

fn counts_on(words: &[Word<'_>], at: usize, number: &dyn Fn(&Word<'_>) -> Option<u32>) -> bool {
    let Some(own) = number(&words[at]) else { return false };
    own == 1 || words[..at].iter().rev().filter_map(number).any(|before| before + 1 == own)
}
