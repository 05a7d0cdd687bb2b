//! WRD028: the text must point to every annex, and to every document that is issued with it (nd30.md row 71).
//!
//! A single annex is announced by the word «phụ lục», or by a table or list that is «kèm theo»; of several each needs its
//! number, unless the text speaks of all of them («các phụ lục kèm theo»).

use super::{BODY, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use crate::vietnamese::roman::roman;

const ROW: Row = Row::Form(71);

pub const RULE: TextRule = TextRule { rule: &rules::ANNOUNCED, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    let document = subject.checked.document();
    let count = document.annexes.len();
    if count + document.attachments.len() == 0 {
        return;
    }
    let texts: Vec<String> = subject
        .paragraphs
        .iter()
        .filter(|paragraph| {
            paragraph.section.component != "phu_luc"
                && (BODY.contains(&paragraph.component) || paragraph.component.starts_with("bang_"))
        })
        .map(|paragraph| paragraph.text.to_lowercase())
        .collect();
    let speaks_of = |word: &str| texts.iter().any(|text| text.contains(word));
    let announced = Announced::in_texts(&texts);
    for (nth, label) in subject.of("phu_luc_nhan").enumerate() {
        let holds = if count == 1 {
            announced.any || speaks_of("kèm theo")
        } else {
            announced.all || announced.numbers.contains(&(nth + 1))
        };
        judge.check(ROW, holds, || {
            let name = label.text.as_str();
            let message = format!("lời văn không nhắc đến {name}");
            let help = format!(
                "thêm câu dẫn đến phụ lục, ví dụ «… nêu tại {name} kèm theo», hoặc đặt `ten` cho phụ lục rồi viết `{{{{ xem.<tên> }}}}`"
            );
            subject.finding(&rules::ANNOUNCED, label, 0, "", message).help(help)
        });
    }
    let mut titles = subject.of("trich_yeu_kem_theo");
    for attachment in &document.attachments {
        let Some(title) = titles.next() else { break };
        let kind = attachment.kind.as_str();
        let name = subject.kind_name(kind);
        let holds = speaks_of("kèm theo") || speaks_of(&name.to_lowercase());
        judge.check(ROW, holds, || {
            let message = format!("lời văn không nhắc đến {name} ban hành kèm theo");
            let help = format!("thêm vào điều 1, ví dụ «Ban hành kèm theo văn bản này {name} …»");
            subject.finding(&rules::ANNOUNCED, title, 0, "", message).help(help)
        });
    }
}

/// The annexes that the text speaks of.
#[derive(Default)]
struct Announced {
    any: bool,
    all: bool,
    numbers: Vec<usize>,
}

impl Announced {
    /// From texts in lower case.
    fn in_texts(texts: &[String]) -> Self {
        const WORD: &str = "phụ lục";
        let mut announced = Self::default();
        for text in texts {
            for (at, _) in text.match_indices(WORD) {
                announced.any = true;
                let numbers = numbers(&text[at + WORD.len()..]);
                announced.all |= numbers.is_empty() && text[..at].trim_end().ends_with("các");
                announced.numbers.extend(numbers);
            }
        }
        announced
    }
}

/// The numbers that follow the word: « ii», « i, ii và iii», « i đến iv»; Arabic ones count as well.
fn numbers(text: &str) -> Vec<usize> {
    const MOST: usize = 60;
    let mut numbers: Vec<usize> = Vec::new();
    let mut reaches = false;
    for token in text.split_whitespace() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        match word {
            "và" | "phụ" | "lục" | "số" | "" => {}
            "đến" => reaches = true,
            _ => {
                let number = word
                    .parse()
                    .ok()
                    .or_else(|| (1..=MOST).find(|number| roman(*number).eq_ignore_ascii_case(word)));
                let Some(number) = number else { break };
                if reaches && let Some(from) = numbers.last().copied() {
                    numbers.extend(from..number);
                }
                reaches = false;
                numbers.push(number);
            }
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn numbers_of_annexes_in_a_row() {
        assert_eq!(numbers(" ii kèm theo"), [2]);
        assert_eq!(numbers(" i, ii và iii."), [1, 2, 3]);
        assert_eq!(numbers(" i và phụ lục ii"), [1, 2]);
        assert_eq!(numbers(" i đến iv"), [1, 1, 2, 3, 4]);
        assert_eq!(numbers(" kèm theo"), [0; 0]);
    }
}
