//! Whether two writings say the same, nearly the same, or something else.

use crate::model::card::Subject;
use crate::vietnamese::tokens::keys;

/// How two texts stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Likeness {
    Same,
    /// But for a word or two: a slip of the pen, or a date that was not changed along.
    Near,
    Far,
}

/// The words of a subject without what opens it: «Về việc ban hành …».
pub fn subject_words(text: &str) -> Vec<String> {
    let mut words = keys(text);
    for opening in [&["về", "việc"][..], &["v", "v"], &["về"]] {
        if words.iter().take(opening.len()).eq(opening) {
            words.drain(..opening.len());
            break;
        }
    }
    words
}

/// Compares two texts word by word.
pub fn of_words(one: &[String], other: &[String]) -> Likeness {
    const FEWEST: usize = 6;
    if one == other {
        return Likeness::Same;
    }
    let most = one.len().max(other.len());
    let allowed = (most / FEWEST).min(2);
    if one.len().abs_diff(other.len()) <= allowed && distance(one, other) <= allowed {
        Likeness::Near
    } else {
        Likeness::Far
    }
}

/// Compares what a mention says an act is about with the act's own subject; words that only follow count as far as
/// they are as long.
pub fn of_subject(said: &Subject, own: &[String]) -> Likeness {
    match said {
        Subject::Given(subject) => of_words(&subject_words(&subject.value), own),
        Subject::Follows(text) => {
            let mut words = subject_words(&text.value);
            words.truncate(own.len());
            of_words(&words, own)
        }
    }
}

/// Compares two mentions of an act; two texts that only follow say nothing of each other.
pub fn of_subjects(one: Option<&Subject>, other: Option<&Subject>) -> Likeness {
    match (one, other) {
        (Some(Subject::Given(one)), Some(other)) => of_subject(other, &subject_words(&one.value)),
        (Some(one), Some(Subject::Given(other))) => of_subject(one, &subject_words(&other.value)),
        _ => Likeness::Far,
    }
}

/// Whether the words of the shorter text stand in the longer one in the same order.
pub fn is_abridged(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let mut rest = long.iter();
    short.iter().all(|word| rest.any(|other| other == word))
}

/// Words to insert, drop or change.
fn distance(from: &[String], to: &[String]) -> usize {
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (i, word) in from.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in to.iter().enumerate() {
            let changed = above[j] + usize::from(word != other);
            row.push(changed.min(above[j + 1] + 1).min(row[j] + 1));
        }
        above = row;
    }
    above[to.len()]
}

/// Whether two writings may name one issuer: «UBND tỉnh», «Ủy ban nhân dân tỉnh Đắk Nông», «Chủ tịch Ủy ban nhân dân
/// tỉnh». Bodies that are known by several names («Tỉnh ủy») are not judged.
pub fn may_be_one_body(one: &str, other: &str) -> bool {
    /// The words that begin the names of bodies that have one name only.
    const HEADS: [&str; 10] = [
        "ủy ban thường vụ quốc hội",
        "ủy ban nhân dân",
        "hội đồng nhân dân",
        "thủ tướng chính phủ",
        "chính phủ",
        "quốc hội",
        "bộ trưởng",
        "bộ",
        "sở",
        "phòng",
    ];
    let (one, other) = (body_words(one), body_words(other));
    let head = |words: &[String]| {
        let text = format!("{} ", words.join(" "));
        HEADS.iter().find(|head| text.starts_with(&format!("{head} "))).copied()
    };
    let (Some(head_one), Some(head_other)) = (head(&one), head(&other)) else { return true };
    if head_one == "bộ trưởng" || head_other == "bộ trưởng" {
        return true;
    }
    head_one == head_other && one.iter().zip(&other).all(|(word, other)| word == other)
}

/// The words of a body's name in full, without the post of who signs for it.
pub fn body_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in keys(name) {
        match word.as_str() {
            "ubnd" => words.extend(["ủy", "ban", "nhân", "dân"].map(str::to_owned)),
            "hđnd" => words.extend(["hội", "đồng", "nhân", "dân"].map(str::to_owned)),
            _ => words.push(word),
        }
    }
    for post in [&["chủ", "tịch"][..], &["giám", "đốc"]] {
        if words.iter().take(post.len()).eq(post) {
            words.drain(..post.len());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writings_of_one_body_are_told_from_two_bodies() {
        for (one, other, is_one) in [
            ("Ủy ban nhân dân tỉnh", "UBND tỉnh Đắk Nông", true),
            ("Chủ tịch Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh", true),
            ("Tỉnh ủy", "Ban Chấp hành Đảng bộ tỉnh", true),
            ("Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh", false),
            ("Chính phủ", "Thủ tướng Chính phủ", false),
            ("Ủy ban nhân dân tỉnh Đắk Lắk", "Ủy ban nhân dân tỉnh Đắk Nông", false),
        ] {
            assert_eq!(may_be_one_body(one, other), is_one, "{one} {other}");
        }
    }

    #[test]
    fn near_subjects_differ_in_a_word_or_two() {
        let own = subject_words("Về việc giao chỉ tiêu giảm nghèo giai đoạn 2021 - 2025");
        for (text, likeness) in [
            ("giao chỉ tiêu giảm nghèo giai đoạn 2021-2025", Likeness::Same),
            ("giao chỉ tiêu giảm nghèo giai đoạn 2022-2025", Likeness::Near),
            ("phê duyệt chương trình giảm nghèo giai đoạn 2021-2025", Likeness::Far),
        ] {
            assert_eq!(of_words(&subject_words(text), &own), likeness, "{text}");
        }
    }
}
