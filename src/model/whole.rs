//! What must not break across lines, told from the words alone, for pages and Word draft alike.

use super::text::Run;

/// Centred lines break where it reads best; in justified text a pair that does not stretch would show.
pub fn is_centred(component: &str) -> bool {
    ["trich_yeu", "phu_luc", "kem_theo", "bang"].iter().any(|beginning| component.starts_with(beginning))
}

/// A run as stretches, each with whether it must not break across lines: a reference number («11/2022/NQ-HĐND») and a
/// cited part («khoản 4»); likewise, in centred lines, a number with the word before it and a whole date («tháng 3»,
/// «ngày 15 tháng 3 năm 2023»).
pub fn stretches(run: &Run, is_centred: bool) -> Vec<(String, bool)> {
    if run.figure.is_some() {
        // «1,58 - 1,60%», «4,29 điểm %», «trên 20»; a number in words may break.
        let is_whole = run.text.contains(' ') && run.text.chars().count() <= LONGEST_FIGURE;
        return vec![(run.text.clone(), is_whole)];
    }
    let may_cite = || CITED.iter().any(|word| run.text.contains(word));
    if !run.text.contains(|c: char| c.is_ascii_digit() || c == '/') && !may_cite() {
        return vec![(run.text.clone(), false)];
    }
    let mut stretches: Vec<(String, Stretch)> = Vec::new();
    let mut words = run.text.split(' ').peekable();
    while let Some(word) = words.next() {
        let next =
            words.peek().copied().filter(|next| cites(word, next) || is_centred && keeps_next(word, next));
        let (text, stretch) = match next {
            Some(number) => {
                words.next();
                (format!("{word} {number}"), Stretch::Pair)
            }
            None if is_reference_number(word) => (word.to_owned(), Stretch::Number),
            None => (word.to_owned(), Stretch::Plain),
        };
        let blank = if words.peek().is_some() { " " } else { "" };
        match stretches.as_mut_slice() {
            // «ngày 15» and «tháng 3» follow each other with one blank between them: one date.
            [.., (date, Stretch::Pair), (gap, Stretch::Plain)]
                if stretch == Stretch::Pair && gap == " " && date.ends_with(char::is_alphanumeric) =>
            {
                date.push(' ');
                date.push_str(&text);
                gap.clear();
                gap.push_str(blank);
            }
            [.., (plain, Stretch::Plain)] if stretch == Stretch::Plain => {
                plain.push_str(&text);
                plain.push_str(blank);
            }
            _ if stretch == Stretch::Plain => stretches.push((format!("{text}{blank}"), stretch)),
            _ => stretches.extend([(text, stretch), (blank.to_owned(), Stretch::Plain)]),
        }
    }
    let printed = stretches.into_iter().filter(|(text, _)| !text.is_empty());
    printed.map(|(text, stretch)| (text, stretch != Stretch::Plain)).collect()
}

/// What a stretch of a run is: only plain text may break across lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stretch {
    Plain,
    /// A reference number.
    Number,
    /// A word with its number, or a date made of such pairs.
    Pair,
}

fn keeps_next(word: &str, next: &str) -> bool {
    // A blank day is joined to its month by no-break blanks: the last part is the word.
    let last = word.rsplit('\u{a0}').next().unwrap_or(word).trim_start_matches(['(', '«']);
    let length = last.chars().count() + next.chars().count();
    KEEP_WITH_NUMBER.contains(&last)
        && next.starts_with(|c: char| c.is_ascii_digit())
        && length <= LONGEST_PAIR
}

/// Parts of an act: no line may end between one and its number, or the number would look like a clause («khoản / 4.»).
const CITED: [&str; 8] = ["khoản", "điểm", "Điều", "Mục", "Chương", "Phần", "lục", "Bảng"];

/// «khoản 4», «điểm đ», «Mục III».
fn cites(word: &str, next: &str) -> bool {
    let word = word.trim_start_matches(['(', '«', '"', '“']);
    let number = next.trim_end_matches(['.', ',', ';', ':', ')', '»', '"', '”']);
    let is_roman = |text: &str| text.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'));
    let is_letter =
        |text: &str| word == "điểm" && text.chars().count() == 1 && text.chars().all(char::is_lowercase);
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 3;
    CITED.contains(&word)
        && !number.is_empty()
        && (is_number(number) || is_roman(number) || is_letter(number))
}

/// A longer figure may break.
const LONGEST_FIGURE: usize = 20;

/// A longer pair («số 11/2022/NQ-HĐND») may break: on the line before it would leave a gap that justification cannot
/// hide.
const LONGEST_PAIR: usize = 12;

/// Words that no line break may part from the number after them: «tháng 3», «Điều 3».
const KEEP_WITH_NUMBER: [&str; 12] =
    ["ngày", "tháng", "năm", "Năm", "số", "Số", "Điều", "khoản", "điểm", "Chương", "Phần", "lục"];

/// `147/KH-UBND`, `29/02/2024`: a slash between digits or capitals. Short enough to stand on one line; «(b/c)» too.
fn is_reference_number(word: &str) -> bool {
    if !word.contains('/') {
        return false;
    }
    if word.starts_with('(') && word.contains(')') {
        return true;
    }
    const LONGEST: usize = 40;
    let solid = |c: char| c.is_ascii_digit() || c.is_uppercase();
    let mut neighbours = word.chars().zip(word.chars().skip(1)).zip(word.chars().skip(2));
    word.chars().count() <= LONGEST
        && neighbours.any(|((before, middle), after)| middle == '/' && solid(before) && solid(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(stretches: Vec<(String, bool)>) -> String {
        stretches
            .into_iter()
            .map(|(text, is_whole)| if is_whole { format!("[{text}]") } else { text })
            .collect()
    }

    #[test]
    fn a_number_keeps_the_word_before_it_in_centred_lines() {
        let drawn = |is_centred: bool| -> String {
            shown(stretches(
                &Run::plain("Quyết định số 24/2021/QĐ-TTg ngày 16 tháng 7 năm 2021 của 02 xã"),
                is_centred,
            ))
        };
        assert_eq!(drawn(true), "Quyết định số [24/2021/QĐ-TTg] [ngày 16 tháng 7 năm 2021] của 02 xã");
        assert_eq!(drawn(false), "Quyết định số [24/2021/QĐ-TTg] ngày 16 tháng 7 năm 2021 của 02 xã");
        let cited = |text: &str| shown(stretches(&Run::plain(text), false));
        assert_eq!(
            cited("theo điểm a khoản 2 Điều 3, Mục III; Điều lệ"),
            "theo [điểm a khoản 2 Điều 3,] [Mục III;] Điều lệ"
        );
        assert_eq!(cited("quan điểm của Phần mềm, một điểm a"), "quan điểm của Phần mềm, một [điểm a]");
    }

    #[test]
    fn reference_numbers_and_dates_stay_whole() {
        for (word, whole) in [
            ("147/KH-UBND", true),
            ("11/2022/NQ-HĐND;", true),
            ("29/02/2024", true),
            ("/QĐ-UBND", false),
            ("và/hoặc", false),
            ("(b/c);", true),
            ("./.", false),
        ] {
            assert_eq!(is_reference_number(word), whole, "{word}");
        }
    }
}
