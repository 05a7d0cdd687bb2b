//! WRD047: a post directly with the name of its body takes a capital (nd30.md §3 row 17): «Chủ tịch Ủy ban nhân dân tỉnh»,
//! but «các chủ tịch xã».
//!
//! Judged only between no plural before it and no «các», «cấp» in the body's name.

use super::super::prose::{Standing, Word};
use super::super::spelled::{judge_rows, wrong};
use super::super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;
use crate::vietnamese::text::word_key;

const ROW: Row = Row::Capitals(17);

pub const RULE: TextRule = TextRule { rule: &rules::CAPITALS_POSTS, rows: &[ROW], check };

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    judge_rows(subject, judge, &rules::CAPITALS_POSTS, &[17]);
    let capitals = &subject.norm.capitals;
    let posts: Vec<(Vec<String>, &str)> =
        capitals.posts.iter().map(|post| (post.split(' ').map(word_key).collect(), post.as_str())).collect();
    for (place, (paragraph, words)) in subject.paragraphs.iter().zip(subject.prose()).enumerate() {
        let text = paragraph.text.as_str();
        let mut at = 0;
        while at < words.len() {
            let post = posts
                .iter()
                .filter(|(keys, _)| stands(text, words, at, keys))
                .max_by_key(|(keys, _)| keys.len());
            let Some((keys, post)) = post else {
                at += 1;
                continue;
            };
            let from = at;
            at += keys.len();
            if words[from].quoted
                || !has_body(text, words, at, &capitals.bodies)
                || is_plural(words, from, at, &capitals.plurals)
            {
                continue;
            }
            let (start, end) = (words[from].start, words[at - 1].end);
            let written = &text[start..end];
            // Set in capitals throughout it is a heading, not a mistake.
            if written == *post || written.chars().all(|c| !c.is_lowercase()) {
                judge.holds(ROW);
            } else {
                wrong(subject, judge, &rules::CAPITALS_POSTS, ROW, (place, start, end), post);
            }
        }
    }
}

fn stands(text: &str, words: &[Word], at: usize, keys: &[String]) -> bool {
    keys.iter().enumerate().all(|(nth, key)| {
        words.get(at + nth).is_some_and(|word| {
            word.key == *key && (nth == 0 || &text[words[at + nth - 1].end..word.start] == " ")
        })
    })
}

/// Whether the name of a body follows at once.
fn has_body(text: &str, words: &[Word], at: usize, bodies: &[String]) -> bool {
    let Some(next) = words.get(at) else { return false };
    let word = &text[next.start..next.end];
    at > 0 && &text[words[at - 1].end..next.start] == " " && bodies.iter().any(|body| body == word)
}

/// «các chủ tịch …», «chủ tịch Ủy ban nhân dân các xã».
fn is_plural(words: &[Word], from: usize, at: usize, plurals: &[String]) -> bool {
    const NAME: usize = 6;
    let before = from.checked_sub(1).map(|before| &words[before]);
    let mut name = words.iter().skip(at).take(NAME).take_while(|word| word.standing == Standing::Inside);
    // «các chủ tịch, phó chủ tịch Ủy ban nhân dân xã», «chức danh phó giám đốc Sở», «bầu chủ tịch Hội …».
    const BEFORE: usize = 6;
    const IN_GENERAL: &[&str] = &["các", "những", "danh", "chuẩn", "hình", "bầu", "mỗi"];
    let mut sentence = words[..from].iter().rev().take(BEFORE);
    let is_general = sentence.any(|word| IN_GENERAL.contains(&word.key.as_str()));
    is_general
        || before.is_some_and(|word| plurals.contains(&word.key))
        || name.any(|word| matches!(word.key.as_str(), "các" | "cấp"))
}
