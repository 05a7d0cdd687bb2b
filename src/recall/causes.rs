//! Which cells made a figure differ: of all that it comes from, those that are not known to have stayed as they were.

use std::collections::BTreeMap;

use super::cells::{self, Rows};
use super::{Document, Folder};
use crate::diag::Place;
use crate::record::FigureRow;

/// A cell of a table by its names, which stay when a row is inserted above: table, column, row, and which of several
/// rows of that name.
pub type Name = (String, String, String, usize);

/// What the annexes of a dossier say about the cells of its workbooks.
#[derive(Debug, Default)]
pub struct Known {
    names: BTreeMap<Place, Name>,
    texts: BTreeMap<Name, String>,
}

impl Known {
    /// Takes in every printed cell of a dossier's documents.
    pub fn of(folder: &Folder) -> Self {
        let mut known = Self::default();
        for document in &folder.documents {
            for cell in printed(document) {
                if let [place] = cell.places.as_slice() {
                    known.names.insert(place.clone(), cell.name.clone());
                    known.texts.insert(cell.name, cell.text.to_owned());
                }
            }
        }
        known
    }

    /// Of the places behind a figure, those that may have changed since the old build; all, where none is known to.
    pub fn causes(&self, old: &Self, places: &[Place]) -> Vec<Place> {
        let is_same = |place: &&Place| {
            let name = self.names.get(*place);
            let now = name.and_then(|name| self.texts.get(name));
            now.is_some() && now == name.and_then(|name| old.texts.get(name))
        };
        let changed: Vec<Place> = places.iter().filter(|place| !is_same(place)).cloned().collect();
        if changed.is_empty() { places.to_vec() } else { changed }
    }
}

/// A cell of a printed table.
pub struct PrintedCell<'a> {
    pub name: Name,
    pub text: &'a str,
    /// The cells of the workbook behind it.
    pub places: Vec<Place>,
    /// The column that it stands in.
    pub column: &'a FigureRow,
}

/// Every cell of a document's printed tables.
pub fn printed(document: &Document) -> Vec<PrintedCell<'_>> {
    let rows = cells::rows(&document.figures);
    let none = Rows::default();
    let mut found = Vec::new();
    for column in document.figures.iter().filter(|row| row.is_column()) {
        let (Some(table), Some(heading)) = (&column.table, &column.column) else { continue };
        let rows = rows.get(table.as_str()).unwrap_or(&none);
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (line, text) in column.text.split('\n').enumerate() {
            let row = rows.names.get(line).copied().unwrap_or_default();
            let nth = seen.entry(row).or_default();
            let name = (table.clone(), heading.clone(), row.to_owned(), *nth);
            *nth += 1;
            found.push(PrintedCell { name, text, places: cells::sources(column, rows, line), column });
        }
    }
    found
}
