//! WRD028: the text must point to every annex, and to every document that is issued with it (nd30.md row 71).
//!
//! A single annex is announced by the word «phụ lục», or by a table or list that is «kèm theo»; of several each needs its
//! number, unless the text speaks of all of them («các phụ lục kèm theo»).

use super::{BODY, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use crate::vietnamese::roman::roman;
use crate::vietnamese::text::lower_first;

const ROW: Row = Row::Form(71);
const WORDS: [&str; 3] = ["Phụ lục", "phụ lục", "PHỤ LỤC"];
const ATTACHED: &str = "kèm theo";

pub const RULE: TextRule = TextRule { rule: &rules::ANNOUNCED, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge.not_applicable(ROW);
    let document = subject.checked.document();
    let count = document.annexes.len();
    if count + document.attachments.len() == 0 {
        return;
    }
    let is_text =
        |component: &str| BODY.contains(&component) || matches!(component, "bang_tieu_de" | "bang_ghi_chu");
    let text_of = |sections: &[&str]| -> Vec<&str> {
        let in_them = subject.paragraphs.iter().filter(|p| sections.contains(&p.section.component.as_str()));
        in_them.filter(|p| is_text(p.component)).map(|p| p.text.as_str()).collect()
    };
    // An attached document may point to the annexes as well, but announces itself to nobody.
    let own = text_of(&["van_ban"]);
    let texts = text_of(&["van_ban", "kem_theo"]);
    let speaks_of = |texts: &[&str], word: &str| texts.iter().any(|text| text.contains(word));
    let announced = Announced::in_texts(&texts);
    for (nth, label) in subject.of("phu_luc_nhan").enumerate() {
        let holds = if count == 1 {
            announced.any
                || speaks_of(&texts, ATTACHED)
                || ONE_ANNEX.iter().any(|word| speaks_of(&texts, word))
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
        let name = subject.norm.kind_name(kind);
        let holds = speaks_of(&own, ATTACHED) || speaks_of(&own, name) || speaks_of(&own, &lower_first(name));
        judge.check(ROW, holds, || {
            let message = format!("lời văn không nhắc đến {name} ban hành kèm theo");
            let help = format!("thêm vào điều 1, ví dụ «Ban hành kèm theo văn bản này {name} …»");
            subject.finding(&rules::ANNOUNCED, title, 0, "", message).help(help)
        });
    }
}

/// What points to the only annex without calling it one.
const ONE_ANNEX: [&str; 3] = ["kèm danh sách", "đính kèm", "gửi kèm"];

/// «các phụ lục», «02 phụ lục kèm theo», «hai biểu đính kèm»: all of them are meant.
fn means_all(before: &str) -> bool {
    const WORDS: [&str; 10] = ["các", "những", "bộ", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám"];
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    WORDS.contains(&last.as_str()) || !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit())
}

/// The annexes that the text speaks of.
#[derive(Default)]
struct Announced {
    any: bool,
    all: bool,
    numbers: Vec<usize>,
}

impl Announced {
    fn in_texts(texts: &[&str]) -> Self {
        let mut announced = Self::default();
        for (text, word) in texts.iter().flat_map(|text| WORDS.map(|word| (text, word))) {
            for (at, _) in text.match_indices(word) {
                announced.any = true;
                let numbers = numbers(&text[at + word.len()..]);
                let before = text[..at].trim_end();
                announced.all |= numbers.is_empty() && means_all(before);
                announced.numbers.extend(numbers);
            }
        }
        announced
    }
}

/// The numbers that follow the word: « II», « I, II và III», « I đến IV»; Arabic ones count as well.
fn numbers(text: &str) -> Vec<usize> {
    const MOST: usize = 60;
    let mut numbers: Vec<usize> = Vec::new();
    let mut reaches = false;
    for token in text.split_whitespace() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        match word {
            "đến" => reaches = true,
            "" if matches!(token, "-" | "–") => reaches = true,
            "và" | "Phụ" | "phụ" | "lục" | "số" | "" => {}
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
    use super::{means_all, numbers};

    #[test]
    fn words_before_annexes_that_mean_all_of_them() {
        for before in ["tại các", "tại 02", "theo hai", "toàn bộ", "những"] {
            assert!(means_all(before), "{before}");
        }
        for before in ["tại", "theo", ""] {
            assert!(!means_all(before), "{before}");
        }
    }

    #[test]
    fn numbers_of_annexes_in_a_row() {
        assert_eq!(numbers(" II kèm theo"), [2]);
        assert_eq!(numbers(" I, II và III."), [1, 2, 3]);
        assert_eq!(numbers(" 1 và Phụ lục 2"), [1, 2]);
        assert_eq!(numbers(" I đến IV"), [1, 1, 2, 3, 4]);
        assert_eq!(numbers(" I - III kèm theo"), [1, 1, 2, 3]);
        assert_eq!(numbers(" kèm theo"), [0; 0]);
    }
}
