//! A workbook as a whole, for a copy of it: its bytes, and its sheets where a copy is made of the values.

use std::io;

use super::dossier::office_limits;
use super::project::Project;
use super::workbook::{self, Book, Format, Sheet, WorkbookTrouble};
use super::workbook_file::trouble_finding;
use crate::diag::Finding;
use crate::model::input::InputRow;

/// A workbook of a project that was opened.
pub struct Whole {
    pub bytes: Vec<u8>,
    /// By its bytes, whatever its name says.
    pub format: Format,
    pub row: InputRow,
    path: String,
    book: Box<dyn Book>,
}

/// Opens a workbook by its path in the project; inside is the finding that refuses it.
pub fn open(project: &Project, path: &str) -> io::Result<Result<Whole, Box<Finding>>> {
    let bytes = project.read(path)?;
    let row = InputRow::of(path, &bytes);
    let opened = workbook::open(bytes.clone(), &office_limits(project));
    let whole = opened.map(|book| Whole { format: book.format(), bytes, row, path: path.to_owned(), book });
    Ok(whole.map_err(|trouble| Box::new(trouble_finding(trouble, path))))
}

impl Whole {
    /// The sheets whose tabs are shown, read whole, and the names of the others.
    pub fn visible_sheets(&mut self) -> Result<(Vec<Sheet>, Vec<String>), Box<Finding>> {
        let refused = |trouble: WorkbookTrouble| Box::new(trouble_finding(trouble, &self.path));
        let (mut shown, mut hidden) = (Vec::new(), Vec::new());
        for (at, entry) in self.book.sheets().to_vec().into_iter().enumerate() {
            if entry.is_visible {
                shown.push(self.book.sheet(at).map_err(refused)?);
            } else {
                hidden.push(entry.name);
            }
        }
        Ok((shown, hidden))
    }
}
