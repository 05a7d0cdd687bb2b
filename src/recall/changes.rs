//! What differs between two builds of a document: figures with the cells that made them differ, sentences, rows.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Document;
use super::align::{Step, align};
use super::causes::{Known, Name, PrintedCell, printed};
use super::sentences::{Sentence, sentences};
use crate::diag::Place;
use crate::record::FigureRow;

/// Whether something is only in the new build, only in the old one, or in both and not the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    Added,
    Removed,
    Changed,
}

/// A figure that is another one now.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FigureChange {
    /// The document's YAML.
    pub document: String,
    /// The unit that it was made for, where there is one for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_unit: Option<String>,
    pub table: Option<String>,
    /// The row; null for a constant and the sum of a column.
    pub unit: Option<String>,
    pub column: Option<String>,
    pub old: String,
    pub new: String,
    /// The cells or lines that changed.
    pub cause: Vec<Place>,
    /// Where it is printed in the new build: «Phụ lục I», «trang 2».
    pub places: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentenceChange {
    pub document: String,
    /// The unit that it was made for, where there is one for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_unit: Option<String>,
    pub change: Change,
    pub old: Option<String>,
    pub new: Option<String>,
    /// Where the paragraph is written; null for what the form itself says.
    pub at: Option<Place>,
}

/// A row, a column or a whole table that only one of the builds prints.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RowChange {
    pub document: String,
    /// The unit that it was made for, where there is one for each.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document_unit: Option<String>,
    pub change: Change,
    pub table: String,
    pub annex: Option<String>,
    /// The row; null when it is the column or the whole table.
    pub unit: Option<String>,
    pub column: Option<String>,
}

/// All that differs, in the order of the documents.
#[derive(Debug, Default, Serialize)]
pub struct Changes {
    pub figures: Vec<FigureChange>,
    pub sentences: Vec<SentenceChange>,
    pub rows: Vec<RowChange>,
}

/// Compares two builds of one document; what is known of their dossiers tells causes.
pub fn changes(old: (&Document, &Known), new: (&Document, &Known), changes: &mut Changes) {
    let mut comparison = Comparison {
        old: old.1,
        new: new.1,
        document: new.0,
        figures: Vec::new(),
        told: BTreeMap::new(),
        changes,
    };
    comparison.sentences(old.0, new.0);
    comparison.tables(old.0, new.0);
    let figures = std::mem::take(&mut comparison.figures);
    changes.figures.extend(figures);
}

/// What makes a change the same one in another place: table, column, row, and both texts without a percent sign.
type Told = ([Option<String>; 3], [String; 2]);

struct Comparison<'a> {
    old: &'a Known,
    new: &'a Known,
    /// The new build's.
    document: &'a Document,
    /// Of this document: the same figure in several places is one change.
    figures: Vec<FigureChange>,
    told: BTreeMap<Told, usize>,
    changes: &'a mut Changes,
}

impl Comparison<'_> {
    fn sentences(&mut self, old: &Document, new: &Document) {
        // An older version of the program wrote no text down.
        if old.text.is_empty() || new.text.is_empty() {
            return;
        }
        let (old, new) = (sentences(old), sentences(new));
        let skeletons =
            |list: &[Sentence<'_>]| list.iter().map(|one| one.skeleton.clone()).collect::<Vec<_>>();
        let (of_old, of_new) = (skeletons(&old), skeletons(&new));
        let of_old: Vec<&str> = of_old.iter().map(String::as_str).collect();
        let of_new: Vec<&str> = of_new.iter().map(String::as_str).collect();
        for step in align(&of_old, &of_new) {
            match step {
                Step::Same(a, b) => self.same_sentence(&old[a], &new[b]),
                Step::Apart(removed, added) => {
                    let removed: Vec<&Sentence<'_>> = removed.iter().map(|at| &old[*at]).collect();
                    let added: Vec<&Sentence<'_>> = added.iter().map(|at| &new[*at]).collect();
                    self.apart(&removed, &added);
                }
            }
        }
    }

    /// In a sentence that is the same but for its figures, these stand in the same order.
    fn same_sentence(&mut self, old: &Sentence<'_>, new: &Sentence<'_>) {
        for (old, new) in old.figures.iter().zip(&new.figures) {
            self.figure(old, new);
        }
    }

    fn apart(&mut self, removed: &[&Sentence<'_>], added: &[&Sentence<'_>]) {
        let mut taken = 0;
        for old in removed {
            let rest = added.iter().enumerate().skip(taken);
            let likest = rest
                .map(|(at, new)| (likeness(old, new), at))
                .max_by_key(|(like, at)| (*like, usize::MAX - at));
            match likest.filter(|(like, _)| *like >= ALIKE) {
                Some((_, at)) => {
                    added[taken..at].iter().for_each(|new| self.sentence(Change::Added, None, Some(new)));
                    taken = at + 1;
                    self.sentence(Change::Changed, Some(old), Some(added[at]));
                    self.figures_by_name(old, added[at]);
                }
                None => self.sentence(Change::Removed, Some(old), None),
            }
        }
        added[taken..].iter().for_each(|new| self.sentence(Change::Added, None, Some(new)));
    }

    fn sentence(&mut self, change: Change, old: Option<&Sentence<'_>>, new: Option<&Sentence<'_>>) {
        self.changes.sentences.push(SentenceChange {
            document: self.document.file.clone(),
            document_unit: self.document.id.unit.clone(),
            change,
            old: old.map(|old| old.text.clone()),
            new: new.map(|new| new.text.clone()),
            at: new.or(old).and_then(|sentence| sentence.paragraph.source.clone()),
        });
    }

    /// In a sentence that was written anew a figure is known by what it is.
    fn figures_by_name(&mut self, old: &Sentence<'_>, new: &Sentence<'_>) {
        let name =
            |row: &FigureRow| (row.table.clone(), row.column.clone(), row.row.clone(), row.rounding.clone());
        for new in &new.figures {
            if let Some(old) = old.figures.iter().find(|old| name(old) == name(new)) {
                self.figure(old, new);
            }
        }
    }

    fn figure(&mut self, old: &FigureRow, new: &FigureRow) {
        if old.text != new.text {
            let place = new.page.map(|page| format!("trang {page}"));
            self.add(new, new.row.clone(), (&old.text, &new.text), &new.source, place);
        }
    }

    fn add(
        &mut self,
        row: &FigureRow,
        unit: Option<String>,
        (old, new): (&str, &str),
        sources: &[Place],
        place: Option<String>,
    ) {
        // «7,97%» of the text is «7,97» in the annex.
        let bare = |text: &str| text.trim_end_matches('%').to_owned();
        let key = ([row.table.clone(), row.column.clone(), unit.clone()], [bare(old), bare(new)]);
        if let Some(known) = self.told.get(&key).and_then(|at| self.figures.get_mut(*at)) {
            known.places.extend(place.filter(|place| !known.places.contains(place)));
            return;
        }
        self.told.insert(key, self.figures.len());
        self.figures.push(FigureChange {
            document: self.document.file.clone(),
            document_unit: self.document.id.unit.clone(),
            table: row.table.clone(),
            unit,
            column: row.column.clone(),
            old: old.to_owned(),
            new: new.to_owned(),
            cause: self.new.causes(self.old, sources),
            places: place.into_iter().collect(),
        });
    }

    fn tables(&mut self, old: &Document, new: &Document) {
        let (old, new) = (printed(old), printed(new));
        let by_name = |cells: &[PrintedCell<'_>]| -> BTreeMap<Name, String> {
            cells.iter().map(|cell| (cell.name.clone(), cell.text.to_owned())).collect()
        };
        let (of_old, of_new) = (by_name(&old), by_name(&new));
        let mut seen: BTreeSet<&Name> = BTreeSet::new();
        for cell in new.iter().filter(|cell| seen.insert(&cell.name)) {
            if let Some(before) = of_old.get(&cell.name).filter(|before| *before != cell.text) {
                let place =
                    cell.column.annex.clone().or(cell.column.page.map(|page| format!("bảng ở trang {page}")));
                let unit = Some(cell.name.2.clone());
                self.add(cell.column, unit, (before, cell.text), &cell.places, place);
            }
        }
        let mut rows = one_sided(&new, &of_old, Change::Added, self.document);
        rows.extend(one_sided(&old, &of_new, Change::Removed, self.document));
        self.changes.rows.extend(rows);
    }
}

/// Tables, columns and rows of one build that the other does not have: the largest of these that holds a cell.
fn one_sided(
    cells: &[PrintedCell<'_>],
    other: &BTreeMap<Name, String>,
    change: Change,
    document: &Document,
) -> BTreeSet<RowChange> {
    let tables: BTreeSet<&str> = other.keys().map(|(table, ..)| table.as_str()).collect();
    let columns: BTreeSet<(&str, &str)> =
        other.keys().map(|(table, column, ..)| (table.as_str(), column.as_str())).collect();
    let mut found = BTreeSet::new();
    for cell in cells.iter().filter(|cell| !other.contains_key(&cell.name)) {
        let (table, column, row, _) = &cell.name;
        let has_table = tables.contains(table.as_str());
        let has_column = columns.contains(&(table.as_str(), column.as_str()));
        found.insert(RowChange {
            document: document.file.clone(),
            document_unit: document.id.unit.clone(),
            change,
            table: table.clone(),
            annex: cell.column.annex.clone(),
            unit: (has_table && has_column).then(|| row.clone()),
            column: (has_table && !has_column).then(|| column.clone()),
        });
    }
    found
}

/// So much of the words of two sentences is the same where one was made from the other, in hundredths.
const ALIKE: usize = 50;

/// How much of the words of two sentences is the same, in hundredths.
fn likeness(old: &Sentence<'_>, new: &Sentence<'_>) -> usize {
    let words = |sentence: &Sentence<'_>| -> Vec<String> {
        let mut words: Vec<String> = sentence.skeleton.split_whitespace().map(str::to_lowercase).collect();
        words.sort();
        words
    };
    let (old, new) = (words(old), words(new));
    let (mut a, mut b, mut same) = (0, 0, 0);
    while a < old.len() && b < new.len() {
        match old[a].cmp(&new[b]) {
            std::cmp::Ordering::Equal => (a, b, same) = (a + 1, b + 1, same + 1),
            std::cmp::Ordering::Less => a += 1,
            std::cmp::Ordering::Greater => b += 1,
        }
    }
    200 * same / (old.len() + new.len()).max(1)
}
