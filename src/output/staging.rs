//! A dossier's new set while it is being made: files are written as documents come, and all take effect at once.

mod held;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::carry::{Carry, make_folder};
use super::exchange::Prepared;
use super::recorded::{Look, Looked, is_inside};
use super::set::{BuiltDocument, NewFile, Published, Scope, Set, names};
use super::{MANIFEST, exchange};
use crate::diag::Finding;
use crate::fault::Fault;
use crate::model::input::InputRow;
use crate::record::{DocumentRow, Manifest, RowId, State, inputs_sha256};

/// A set in the making. Dropped without `publish`, it leaves the old set and takes its own files away.
pub struct Staging {
    set: Set,
    place: PathBuf,
    prepared: Prepared,
    looked: Looked,
    outcomes: BTreeMap<RowId, Outcome>,
    /// The names of the files that stand in the prepared folder.
    written: BTreeSet<String>,
    /// Subfolders of the old set that are known to be folders, or not to be there.
    free_folders: BTreeSet<String>,
    inputs: BTreeMap<String, InputRow>,
    published: Published,
}

enum Outcome {
    Built(Box<DocumentRow>),
    UpToDate,
    Refreshed(Vec<InputRow>),
    Refused,
    /// A person has changed its files; they stay, and are told already.
    Held,
}

impl Staging {
    /// Begins a dossier's set, over what the last build left.
    pub fn open(set: Set, looked: Looked) -> Result<Self, Fault> {
        let place = set.output.join(&set.dossier);
        // A link or a file of that name is somebody's own: it is neither followed nor replaced.
        if fs::symlink_metadata(&place).is_ok_and(|there| !there.is_dir()) {
            return Err(Fault::output("không ghi được vào", &place)(
                std::io::ErrorKind::NotADirectory.into(),
            ));
        }
        let prepared = Prepared::empty(&set.output, &set.dossier)?;
        Ok(Self {
            set,
            place,
            prepared,
            looked,
            outcomes: BTreeMap::new(),
            written: BTreeSet::new(),
            free_folders: BTreeSet::new(),
            inputs: BTreeMap::new(),
            published: Published::default(),
        })
    }

    /// What the last build left.
    pub fn looked(&self) -> &Looked {
        &self.looked
    }

    /// Writes the files of a document that was built, unless that would overwrite what a person has changed.
    pub fn add(&mut self, document: BuiltDocument) -> Result<(), Fault> {
        let BuiltDocument { id, mut files, facts } = document;
        if self.is_held(&id, &files)? {
            return Ok(());
        }
        files.sort_by(|a, b| a.name.cmp(&b.name));
        for file in &files {
            self.write(file)?;
        }
        self.remember(&facts.inputs);
        let outputs = files.iter().map(NewFile::row).collect();
        let row = facts.into_row(id.clone(), outputs);
        self.outcomes.insert(id, Outcome::Built(Box::new(row)));
        Ok(())
    }

    /// Carries a document over: nothing that it is made of has changed.
    pub fn up_to_date(&mut self, id: &RowId) -> Result<(), Fault> {
        self.carried(id, Outcome::UpToDate)
    }

    /// Carries a document over that was made from other inputs than these, of which nothing shows in it.
    pub fn refreshed(&mut self, id: &RowId, inputs: Vec<InputRow>) -> Result<(), Fault> {
        self.carried(id, Outcome::Refreshed(inputs))
    }

    fn carried(&mut self, id: &RowId, outcome: Outcome) -> Result<(), Fault> {
        match self.looked.look(id) {
            Some(Look::Intact) => {}
            Some(Look::Edited) if !self.set.force => return self.is_held(id, &[]).map(drop),
            _ => return Err(Fault::Internal(format!("«{}» không còn bản đã dựng để giữ", id.document))),
        }
        if let Outcome::Refreshed(inputs) = &outcome {
            self.remember(inputs);
        }
        self.outcomes.insert(id.clone(), outcome);
        Ok(())
    }

    /// Keeps the last good files of a document; what was staged of it is taken back.
    pub fn refused(&mut self, id: &RowId) -> Result<(), Fault> {
        self.settle(id, Outcome::Refused)
    }

    /// Decides what becomes of a document; what was staged of it is taken back.
    fn settle(&mut self, id: &RowId, outcome: Outcome) -> Result<(), Fault> {
        if let Some(Outcome::Built(row)) = self.outcomes.insert(id.clone(), outcome) {
            for name in names(&row) {
                let path = self.prepared.path().join(&name);
                fs::remove_file(&path).map_err(Fault::output("không xóa được tệp", path))?;
                self.written.remove(&name);
            }
        }
        Ok(())
    }

    /// Keeps the last good files of a document and of all its units, whichever these are now.
    pub fn refused_whole(&mut self, document: &str) -> Result<(), Fault> {
        let recorded = self.looked.recorded.manifest.documents.iter().map(DocumentRow::id);
        let known = recorded.chain(self.outcomes.keys().cloned());
        let of_document: BTreeSet<RowId> = known.filter(|id| id.document == document).collect();
        of_document.iter().try_for_each(|id| self.refused(id))
    }

    /// Finishes the set: takes over what stays, writes the manifest, and puts the new folder in the old one's place.
    /// Where nothing at all has changed, the folder is left alone. `findings` are those about the shared files.
    pub fn publish(mut self, scope: &Scope, findings: Vec<Finding>) -> Result<Published, Fault> {
        self.hold_meanwhile()?;
        let old = std::mem::take(&mut self.looked.recorded.manifest);
        let (rows, stay) = self.rows(old.documents, scope);
        if rows.is_empty() && self.looked.recorded.bytes.is_empty() {
            return Ok(self.published);
        }
        let manifest = Manifest {
            inputs: self.inputs_of(&rows, old.inputs),
            documents: rows,
            findings,
            options: self.set.options.clone(),
            tool: Manifest::tool(),
        };
        let text = manifest.to_text().map_err(|error| Fault::Internal(error.to_string()))?;
        let is_as_it_was = |name: &String| self.looked.file(name) == Some(Look::Intact);
        if text.as_bytes() == self.looked.recorded.bytes && self.written.iter().all(is_as_it_was) {
            return Ok(self.published);
        }
        self.write(&NewFile { name: MANIFEST.to_owned(), bytes: text.into_bytes(), pages: None })?;
        let carry = Carry {
            looked: &self.looked,
            stay: &stay,
            written: &self.written,
            from: &self.place,
            to: self.prepared.path(),
        };
        carry.over()?;
        exchange::exchange(&self.set.output, &self.set.dossier, &self.prepared)?;
        self.published.is_changed = true;
        Ok(self.published)
    }

    /// The rows of the new manifest, and the names of the files that they keep.
    fn rows(&mut self, old: Vec<DocumentRow>, scope: &Scope) -> (Vec<DocumentRow>, BTreeSet<String>) {
        let mut rows: Vec<DocumentRow> = Vec::new();
        let mut stay: BTreeSet<String> = BTreeSet::new();
        for row in old {
            let id = row.id();
            let is_replaced = || row.outputs.iter().any(|file| self.written.contains(&file.path));
            let state = match self.outcomes.get(&id) {
                Some(Outcome::Built(_)) => continue,
                // Its name is another document's now.
                _ if is_replaced() => continue,
                None if scope.drops(&id) => continue,
                None => row.state,
                Some(Outcome::UpToDate | Outcome::Refreshed(_)) => State::Built,
                Some(Outcome::Refused) => {
                    self.published.kept.push((id.clone(), names(&row)));
                    State::Kept
                }
                Some(Outcome::Held) => State::Kept,
            };
            stay.extend(names(&row));
            rows.push(match self.outcomes.remove(&id) {
                Some(Outcome::Refreshed(inputs)) => DocumentRow {
                    inputs_sha256: inputs_sha256(&inputs),
                    inputs: inputs.into_iter().map(|input| input.path).collect(),
                    state,
                    ..row
                },
                _ => DocumentRow { state, ..row },
            });
        }
        rows.extend(std::mem::take(&mut self.outcomes).into_values().filter_map(|outcome| match outcome {
            Outcome::Built(row) => Some(*row),
            _ => None,
        }));
        rows.sort_by(|a, b| (&a.document, &a.unit).cmp(&(&b.document, &b.unit)));
        (rows, stay)
    }

    /// What was read now counts; a kept document's inputs stand as they were where nothing has read them since.
    fn inputs_of(&mut self, rows: &[DocumentRow], old: Vec<InputRow>) -> Vec<InputRow> {
        let named: BTreeSet<&String> = rows.iter().flat_map(|row| &row.inputs).collect();
        let known = old.into_iter().map(|input| (input.path.clone(), input));
        let mut inputs: BTreeMap<String, InputRow> = known.collect();
        inputs.append(&mut self.inputs);
        inputs.into_values().filter(|input| named.contains(&input.path)).collect()
    }

    fn remember(&mut self, inputs: &[InputRow]) {
        for input in inputs {
            if self.inputs.get(&input.path) != Some(input) {
                self.inputs.insert(input.path.clone(), input.clone());
            }
        }
    }

    /// The one place where a document's bytes become a file.
    fn write(&mut self, file: &NewFile) -> Result<(), Fault> {
        if !is_inside(&file.name) || !self.written.insert(file.name.clone()) {
            return Err(Fault::Internal(format!("tên tệp kết quả «{}» sai hoặc trùng", file.name)));
        }
        let path = self.prepared.path().join(&file.name);
        make_folder(path.parent().unwrap_or(Path::new("")))?;
        let written = fs::File::create_new(&path).and_then(|mut new| new.write_all(&file.bytes));
        let shown = Path::new(&self.set.shown).join(&self.set.dossier).join(&file.name);
        written.map_err(Fault::output("không ghi được tệp", shown))
    }
}
