//! A sample dossier as files, and one change in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::calendar::Day;
use super::oracle::{self, Faults, Sheets};
use super::package::{At, Package};
use super::tables::{TABLES, Table};
use super::wording::{self, Texts};

/// Where a change is made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    Cell {
        sheet: String,
        at: At,
    },
    /// Counted from 1.
    Line(usize),
}

/// One change of one file.
#[derive(Clone, Debug)]
pub struct Mutation {
    pub kind: &'static str,
    pub dossier: String,
    /// The file's name in the dossier's folder.
    pub file: String,
    pub spot: Spot,
    /// What stood there and what stands there now, as a clerk would say it.
    pub old: String,
    pub new: String,
    /// The whole new value of the cell, or the whole new line.
    pub content: String,
    /// What cannot be true then; `None` where everything could still be true.
    pub fault: Option<String>,
}

/// A sample dossier.
pub struct Sample {
    pub dossier: String,
    /// The YAML files' lines, by file name.
    pub files: BTreeMap<String, Vec<String>>,
    pub books: BTreeMap<String, Package>,
    pub sheets: Sheets,
    pub texts: Texts,
    table_faults: Faults,
    text_faults: Faults,
}

/// The folder of the samples.
pub fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

impl Sample {
    pub fn read(dossier: &str) -> Self {
        let (mut files, mut books) = (BTreeMap::new(), BTreeMap::new());
        for (name, bytes) in crate::harness::files(&data().join(dossier)) {
            if name.ends_with(".yaml") {
                let text = String::from_utf8(bytes).expect("a sample is UTF-8");
                files.insert(name, text.lines().map(str::to_owned).collect());
            } else if name.ends_with(".xlsx") {
                books.insert(name, Package::read(&bytes));
            }
        }
        let of_book = |(name, book): (&String, &Package)| {
            book.sheet_names()
                .map(|sheet| ((name.clone(), sheet.to_owned()), book.values(sheet)))
                .collect::<Vec<_>>()
        };
        let sheets: Sheets = books.iter().flat_map(of_book).collect();
        let documents = files.iter().filter(|(name, _)| *name != "ho-so.yaml");
        let mut texts: Texts = documents
            .map(|(name, lines): (&String, &Vec<String>)| {
                let lines = lines.iter().map(|line| figures_of(line));
                (name.trim_end_matches(".yaml").to_owned(), lines.collect())
            })
            .collect();
        if let Some(tasks) = sheets.get(&("nhiem-vu.xlsx".to_owned(), "Biểu 1".to_owned())) {
            let days = tasks.iter().filter(|((column, row), _)| *column == 'E' && *row > 6);
            let lines = days.map(|(at, serial)| task_line(*at, serial)).collect();
            texts.insert("nhiem-vu".to_owned(), lines);
        }
        let table_faults = oracle::faults(dossier, &sheets, None);
        let text_faults = wording::faults(dossier, &texts, None);
        Self { dossier: dossier.to_owned(), files, books, sheets, texts, table_faults, text_faults }
    }

    pub fn tables(&self) -> impl Iterator<Item = &'static Table> {
        TABLES.iter().filter(|table| table.dossier == self.dossier)
    }

    /// The faults of the sample as it is: those of its tables, those of its texts.
    pub fn faults(&self) -> (&Faults, &Faults) {
        (&self.table_faults, &self.text_faults)
    }

    pub fn cell(&self, book: &str, sheet: &str, at: At) -> &str {
        self.sheets[&(book.to_owned(), sheet.to_owned())].get(&at).map_or("", String::as_str)
    }

    /// The fault that a cell's new value brings with it.
    pub fn cell_fault(&self, book: &str, sheet: &str, at: At, value: &str) -> Option<String> {
        let mut sheets = self.sheets.clone();
        let values = sheets.get_mut(&(book.to_owned(), sheet.to_owned()))?;
        values.insert(at, value.to_owned());
        let new = oracle::faults(&self.dossier, &sheets, Some((book, sheet)));
        let of_text = (book == "nhiem-vu.xlsx").then(|| {
            let mut texts = self.texts.clone();
            let lines = texts.entry("nhiem-vu".to_owned()).or_default();
            let name = task_line(at, value);
            let key = name.split(' ').next().unwrap_or_default().to_owned();
            lines.iter_mut().filter(|line| line.starts_with(&key)).for_each(|line| line.clone_from(&name));
            wording::faults(&self.dossier, &texts, None).difference(&self.text_faults).next().cloned()
        });
        new.difference(&self.table_faults).next().cloned().or(of_text.flatten())
    }

    /// The fault that a document's new line brings with it.
    pub fn line_fault(&self, file: &str, line: usize, content: &str) -> Option<String> {
        let mut texts = self.texts.clone();
        let file = file.trim_end_matches(".yaml");
        let changed = texts.get_mut(file)?.get_mut(line - 1)?;
        let old = std::mem::replace(changed, figures_of(content));
        let new = wording::faults(&self.dossier, &texts, Some((file, line - 1, &old)));
        new.difference(&self.text_faults).next().cloned()
    }

    /// The bytes of the changed file.
    pub fn bytes(&self, mutation: &Mutation) -> Vec<u8> {
        match &mutation.spot {
            Spot::Cell { sheet, at } => self.books[&mutation.file].with(sheet, *at, &mutation.content),
            Spot::Line(line) => {
                let mut lines = self.files[&mutation.file].clone();
                lines[line - 1].clone_from(&mutation.content);
                format!("{}\n", lines.join("\n")).into_bytes()
            }
        }
    }

    /// A change of a line: the words of `span` become `new`.
    pub fn line_change(
        &self,
        kind: &'static str,
        file: &str,
        line: usize,
        span: std::ops::Range<usize>,
        new: &str,
    ) -> Mutation {
        let text = &self.files[file][line - 1];
        Mutation {
            kind,
            dossier: self.dossier.clone(),
            file: file.to_owned(),
            spot: Spot::Line(line),
            old: text[span.clone()].to_owned(),
            new: new.to_owned(),
            content: format!("{}{new}{}", &text[..span.start], &text[span.end..]),
            fault: None,
        }
    }
}

/// A line as it is read, if it holds a figure.
fn figures_of(line: &str) -> String {
    let line = wording::said(line);
    if line.contains(|c: char| c.is_ascii_digit()) { line.to_owned() } else { String::new() }
}

fn task_line((column, row): At, serial: &str) -> String {
    let day = Day::of_serial(serial.parse().unwrap_or(0));
    format!("{column}{row}: {day}")
}
