//! The body as a flat list of components with the labels that number themselves (nd30.md rows 61-66).

use serde::Serialize;

use super::runs::{RunView, runs, unended};
use crate::model::body::{BodyKind, Written};

/// A block of the body with its component and label.
#[derive(Serialize)]
pub struct BodyView {
    pub ten: &'static str,
    pub nhan: String,
    pub chu: Vec<RunView>,
}

/// The letters of points in alphabetical order (nd30.md row 65).
const POINTS: [&str; 23] = [
    "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v",
    "x", "y",
];

/// Flattens the body; the last block loses its ending, since the form closes it with «./.».
pub fn views(body: &[Written]) -> Vec<BodyView> {
    let mut numbering = Numbering { has_articles: has_articles(body), articles: 0 };
    let mut views = Vec::new();
    numbering.blocks(body, &mut views);
    if let (Some(view), Some(last)) = (views.last_mut(), last_block(body)) {
        view.chu = runs(&unended(&last.text));
    }
    views
}

fn last_block(body: &[Written]) -> Option<&Written> {
    let last = body.last()?;
    last_block(&last.children).or(Some(last))
}

fn has_articles(body: &[Written]) -> bool {
    body.iter().any(|block| block.kind == BodyKind::Article || has_articles(&block.children))
}

struct Numbering {
    /// «Mục 1» in a document with articles, «I.» in one without.
    has_articles: bool,
    /// Articles number on through the whole document.
    articles: usize,
}

impl Numbering {
    fn blocks(&mut self, blocks: &[Written], views: &mut Vec<BodyView>) {
        let mut counts = std::collections::BTreeMap::new();
        for block in blocks {
            let count: &mut usize = counts.entry(block.kind).or_default();
            *count += 1;
            self.block(block, *count, views);
            self.blocks(&block.children, views);
        }
    }

    fn block(&mut self, block: &Written, count: usize, views: &mut Vec<BodyView>) {
        let mut push = |ten, nhan: String| views.push(BodyView { ten, nhan, chu: runs(&block.text) });
        let titled = block.is_title;
        match block.kind {
            BodyKind::Part => stacked("phan", format!("Phần {}", roman(count)), "phan_tieu_de", block, views),
            BodyKind::Chapter => {
                stacked("chuong", format!("Chương {}", roman(count)), "chuong_tieu_de", block, views);
            }
            BodyKind::Section if self.has_articles => {
                stacked("muc_giua", format!("Mục {count}"), "muc_giua_tieu_de", block, views);
            }
            BodyKind::Section => push("muc", format!("{}.", roman(count))),
            BodyKind::Subsection => {
                stacked("tieu_muc", format!("Tiểu mục {count}"), "tieu_muc_tieu_de", block, views);
            }
            BodyKind::Article => {
                self.articles += 1;
                push(if titled { "dieu_tieu_de" } else { "dieu" }, format!("Điều {}.", self.articles));
            }
            BodyKind::Clause => push(if titled { "khoan_tieu_de" } else { "khoan" }, format!("{count}.")),
            BodyKind::Point => push("diem", format!("{})", point(count))),
            BodyKind::Dash => push("gach", "-".to_owned()),
            BodyKind::Plus => push("cong", "+".to_owned()),
            BodyKind::Paragraph => push("doan", String::new()),
        }
    }
}

/// A label on a line of its own with the title under it.
fn stacked(
    label: &'static str,
    text: String,
    title: &'static str,
    block: &Written,
    views: &mut Vec<BodyView>,
) {
    views.push(BodyView {
        ten: label,
        nhan: String::new(),
        chu: runs(&[crate::model::text::Run::plain(text)]),
    });
    views.push(BodyView { ten: title, nhan: String::new(), chu: runs(&block.text) });
}

fn point(count: usize) -> String {
    // After the last letter the alphabet is doubled: aa, bb …
    let letter = POINTS[(count - 1) % POINTS.len()];
    letter.repeat((count - 1) / POINTS.len() + 1)
}

/// Roman numbers for parts, chapters, sections and annexes.
pub fn roman(number: usize) -> String {
    const DIGITS: [(usize, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut rest = number;
    let mut text = String::new();
    for (value, digit) in DIGITS {
        while rest >= value {
            text.push_str(digit);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_follow_the_vietnamese_alphabet_and_roman_digits() {
        let points: Vec<String> = (1..=7).map(point).collect();
        assert_eq!(points.join(" "), "a b c d đ e g");
        let romans: Vec<String> = [1, 4, 9, 14, 40].into_iter().map(roman).collect();
        assert_eq!(romans.join(" "), "I IV IX XIV XL");
    }
}
