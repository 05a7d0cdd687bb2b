//! Words whose capitals the decree fixes (`viet_hoa` of the profile; Phụ lục II of the decree, nd30.md §3).
//!
//! Holds: groups of right spellings with the circumstances in which they are meant, found by their first word.
//! Never here: how a document is searched for them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::vietnamese::text::word_key;

/// Everything that the profile says about capitals.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Capitals {
    #[serde(rename = "nhom", default)]
    groups: Vec<Group>,
    /// Words for administrative units: lower case before a name, capital before a number or a person's name.
    #[serde(rename = "don_vi", default)]
    pub units: Vec<String>,
    /// Units that are numbered: «Quận 1».
    #[serde(rename = "don_vi_danh_so", default)]
    pub numbered_units: Vec<String>,
    /// Persons and events after whom units are surely named.
    #[serde(rename = "nguoi_su_kien", default)]
    pub eponyms: Vec<String>,
    /// Family names: what begins with one may be a person's name.
    #[serde(rename = "ho", default)]
    pub family_names: Vec<String>,
    /// Words after which a lower-case unit word counts things («05 phường», «các phường»).
    #[serde(rename = "chi_so_nhieu", default)]
    pub plurals: Vec<String>,
    /// Posts as they are written before the name of a body.
    #[serde(rename = "chuc_vu", default)]
    pub posts: Vec<String>,
    /// The first words of the bodies that a post is named with.
    #[serde(rename = "co_quan", default)]
    pub bodies: Vec<String>,
    /// The ten stems and twelve branches of lunar years.
    #[serde(rename = "can", default)]
    pub stems: Vec<String>,
    #[serde(rename = "chi", default)]
    pub branches: Vec<String>,
    /// Abbreviations that end with a point inside a sentence.
    #[serde(rename = "viet_tat_co_cham", default)]
    pub abbreviations: Vec<String>,
    #[serde(skip)]
    phrases: BTreeMap<String, Vec<Phrase>>,
}

/// Spellings that are judged alike.
#[derive(Debug, Clone, Deserialize)]
pub struct Group {
    /// The row of nd30.md §3.
    #[serde(rename = "dong")]
    pub row: u16,
    #[serde(rename = "dung")]
    right: Vec<String>,
    /// Whether the words are meant even where none of them has a capital.
    #[serde(rename = "ca_chu_thuong", default)]
    pub even_lower: bool,
    /// Whether the first letter may be either.
    #[serde(rename = "dau_tu_do", default)]
    pub any_first: bool,
    /// Words before them that make them something else («cơ sở tài chính»).
    #[serde(rename = "khong_sau", default)]
    pub not_after: Vec<String>,
    /// Words after them that make them something else.
    #[serde(rename = "khong_truoc", default)]
    pub not_before: Vec<String>,
}

/// One right spelling.
#[derive(Debug, Clone)]
pub struct Phrase {
    pub text: String,
    /// Its words for matching, and as they are written.
    pub words: Vec<(String, String)>,
    /// What stands between them.
    pub gaps: Vec<String>,
    group: usize,
}

impl Capitals {
    /// Prepares the search.
    #[must_use]
    pub fn indexed(mut self) -> Self {
        for (group, right) in self.groups.iter().enumerate() {
            for text in &right.right {
                let phrase = Phrase::new(text, group);
                if let Some((first, _)) = phrase.words.first() {
                    self.phrases.entry(first.clone()).or_default().push(phrase);
                }
            }
        }
        for list in [&mut self.units, &mut self.numbered_units, &mut self.plurals, &mut self.abbreviations] {
            for word in list {
                *word = keys(word);
            }
        }
        for phrases in self.phrases.values_mut() {
            // The longest one that fits is meant.
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        self
    }

    /// The spellings that begin with a word, the longest first.
    pub fn beginning_with(&self, key: &str) -> &[Phrase] {
        self.phrases.get(key).map_or(&[], Vec::as_slice)
    }

    pub fn group(&self, phrase: &Phrase) -> &Group {
        &self.groups[phrase.group]
    }
}

impl Phrase {
    fn new(text: &str, group: usize) -> Self {
        let mut words = Vec::new();
        let mut gaps = Vec::new();
        let mut rest = text;
        while let Some(begins) = rest.find(char::is_alphanumeric) {
            if !words.is_empty() {
                gaps.push(rest[..begins].to_owned());
            }
            let word = &rest[begins..];
            let ends = word.find(|c: char| !c.is_alphanumeric()).unwrap_or(word.len());
            words.push((word_key(&word[..ends]), word[..ends].to_owned()));
            rest = &word[ends..];
        }
        Self { text: text.to_owned(), words, gaps, group }
    }
}

/// Every word of a text for matching.
fn keys(text: &str) -> String {
    text.split(' ').map(word_key).collect::<Vec<_>>().join(" ")
}
