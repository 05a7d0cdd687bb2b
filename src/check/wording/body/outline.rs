//! The outline of each part of a document, as printed: which articles, clauses, points there are to be cited.

use std::collections::{BTreeMap, BTreeSet};

use super::TextSubject;

/// Clauses with the letters of their points; points without a clause stand under "".
pub type Clauses = BTreeMap<String, BTreeSet<String>>;

/// What a section has.
#[derive(Default)]
pub struct Outline {
    pub articles: BTreeMap<String, Clauses>,
    /// «Mục II» without articles, «Mục 1» above them.
    pub sections: BTreeMap<String, Clauses>,
    pub chapters: BTreeSet<String>,
    pub parts: BTreeSet<String>,
    pub tables: BTreeSet<String>,
    /// The article that every paragraph stands in, by the paragraph's place.
    pub article_of: BTreeMap<usize, String>,
}

/// One for each section, from the labels of its paragraphs.
pub fn of(subject: &TextSubject<'_>) -> Vec<Outline> {
    let mut outlines: Vec<Outline> = Vec::new();
    let (mut article, mut section, mut clause) = (None, None, String::new());
    for (place, paragraph) in subject.paragraphs.iter().enumerate() {
        while outlines.len() <= paragraph.at {
            outlines.push(Outline::default());
            (article, section, clause) = (None, None, String::new());
        }
        let Some(outline) = outlines.last_mut() else { continue };
        let label = if paragraph.label.is_empty() { paragraph.text.as_str() } else { paragraph.label };
        let number = || label.rsplit(' ').next().unwrap_or_default().trim_end_matches(['.', ')']).to_owned();
        match paragraph.component {
            "phan" => _ = outline.parts.insert(number()),
            "chuong" => _ = outline.chapters.insert(number()),
            "bang_tieu_de" => _ = outline.tables.insert(number()),
            "muc" | "muc_giua" => {
                outline.sections.entry(number()).or_default();
                (article, section, clause) = (None, Some(number()), String::new());
            }
            "dieu" | "dieu_tieu_de" => {
                outline.articles.entry(number()).or_default();
                (article, clause) = (Some(number()), String::new());
            }
            "khoan" | "khoan_tieu_de" => {
                clause = number();
                for clauses in outline.above(article.as_ref(), section.as_ref()) {
                    clauses.entry(clause.clone()).or_default();
                }
            }
            "diem" => {
                for clauses in outline.above(article.as_ref(), section.as_ref()) {
                    clauses.entry(clause.clone()).or_default().insert(number());
                }
            }
            _ => {}
        }
        if let Some(article) = &article {
            outline.article_of.insert(place, article.clone());
        }
    }
    outlines
}

impl Outline {
    /// What a clause belongs to.
    fn above(
        &mut self,
        article: Option<&String>,
        section: Option<&String>,
    ) -> impl Iterator<Item = &mut Clauses> {
        let of_article = article.and_then(|article| self.articles.get_mut(article));
        let of_section = section.and_then(|section| self.sections.get_mut(section));
        of_article.into_iter().chain(of_section)
    }
}
