//! Returned annex workbooks on their way to a new workbook of the dossier's table.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{OpenDossier, Workshop};
use crate::annex;
use crate::collect::{self, Collected, Expected, Tables};
use crate::diag::{Finding, Findings, Place, rules};
use crate::discover::Job;
use crate::fault::Fault;
use crate::load::returned::{self, Opened};
use crate::load::workbook::Sheet;
use crate::model::marks::Marks;
use crate::model::table::{RowKind, Table};
use crate::stopwatch::Stopwatch;
use crate::vietnamese::text::fold;

/// What came of a collection.
#[derive(Debug, Default)]
pub struct Collection {
    pub collected: Collected,
    pub findings: Vec<Finding>,
    /// The new workbook; `None` where no returned one could be used.
    pub workbook: Option<Vec<u8>>,
    /// The dossier's own workbook, whose place the new one can take.
    pub source: Option<String>,
}

/// Which document a workbook was made from: dossier and document.
type Origin = (String, String);

impl Workshop {
    /// Merges workbooks that came back, each with the name that messages call it by.
    pub fn collect(&mut self, jobs: &[Job], files: Vec<(String, Vec<u8>)>) -> Result<Collection, Fault> {
        let mut findings = Findings::of_dossier();
        let mut opened: Vec<(String, Opened)> = Vec::new();
        for (file, bytes) in files {
            match returned::open(&self.project, &file, bytes) {
                Ok(one) => opened.push((file, one)),
                Err(finding) => findings.add(*finding),
            }
        }
        let Some(origin) = most_frequent(opened.iter().map(|(_, one)| origin_of(&one.marks))) else {
            return Ok(Collection {
                findings: findings.into_sorted(&Default::default()),
                ..Collection::default()
            });
        };
        opened.retain(|(file, one)| {
            let own = origin_of(&one.marks);
            if own != origin {
                findings.add(of_another(file, &own, &origin));
            }
            own == origin
        });
        let (dossier, document) = &origin;
        let job = jobs.iter().find(|job| job.dossier == *dossier);
        let document_file = job.and_then(|job| job.all.iter().find(|file| file.id == *document));
        let Some(document_file) = document_file else {
            for (file, _) in &opened {
                findings.add(unknown(file, &origin, job.is_some()));
            }
            return Ok(Collection {
                findings: findings.into_sorted(&Default::default()),
                ..Collection::default()
            });
        };
        let mut open = self.dossier(dossier);
        self.meet(&mut open, std::slice::from_ref(document_file), &mut Stopwatch::start());
        let tables = open.loaded.dossier.tables.clone();
        let mut sources = std::mem::take(&mut open.loaded.sources);
        if open.loaded.findings.refuse() && tables.len() < open.loaded.dossier.declared_tables.len() {
            // What keeps the dossier's own table from being read is told instead of what follows from it.
            open.loaded.findings.iter().filter(|one| one.refuses()).for_each(|one| findings.add(one.clone()));
            return Ok(Collection { findings: findings.into_sorted(&sources), ..Collection::default() });
        }
        let mut returns = Vec::new();
        for (_, one) in opened {
            let mut own = Findings::of_dossier();
            let read = one.cells(&tables, &mut sources, &mut own);
            own.iter().for_each(|finding| findings.add(finding.clone()));
            returns.extend(read);
        }
        let expected = expected(&open, &document_file.file, &tables);
        let collected = collect::merge(&tables, &returns, &expected, &mut findings);
        let year = open.loaded.dossier.year.unwrap_or(2020);
        let written = if collected.answered.is_empty() { None } else { Some(self.merged(&collected, year)?) };
        let source = collected.tables.values().next().map(|table| table.file.clone());
        Ok(Collection { collected, findings: findings.into_sorted(&sources), workbook: written, source })
    }

    /// The bytes of the new workbook.
    fn merged(&self, collected: &Collected, year: i16) -> Result<Vec<u8>, Fault> {
        let mut by_sheet: BTreeMap<(&str, &str), Vec<&Table>> = BTreeMap::new();
        for table in collected.tables.values() {
            by_sheet.entry((&table.file, &table.sheet)).or_default().push(table);
        }
        let files: BTreeSet<&str> = by_sheet.keys().map(|(file, _)| *file).collect();
        if files.len() > 1 {
            let files = files.into_iter().collect::<Vec<_>>().join(", ");
            return Err(Fault::Usage(format!(
                "các ô được điền thuộc {files}; một lần thu chỉ ghi một bảng tính, nên mỗi văn bản gửi đi chỉ mở cột của các bảng trong cùng một tệp"
            )));
        }
        let mut sheets: Vec<(Sheet, Vec<&Table>)> = Vec::new();
        for ((file, name), tables) in by_sheet {
            match returned::own_sheet(&self.project, file, name) {
                Some(sheet) => sheets.push((sheet, tables)),
                None => {
                    return Err(Fault::Usage(format!(
                        "«{file}» vừa bị sửa trong lúc thu; lưu xong rồi chạy lại"
                    )));
                }
            }
        }
        let sources: Vec<annex::Source<'_>> =
            sheets.iter().map(|(sheet, tables)| annex::Source { sheet, tables: tables.clone() }).collect();
        annex::collected(&sources, collected, year).map_err(Fault::Internal)
    }
}

fn origin_of(marks: &Marks) -> Origin {
    (marks.dossier.clone(), marks.document.clone())
}

/// What most workbooks were made from; of equals what came first.
fn most_frequent(origins: impl Iterator<Item = Origin>) -> Option<Origin> {
    let mut counted: Vec<(Origin, usize)> = Vec::new();
    for origin in origins {
        match counted.iter_mut().find(|(known, _)| *known == origin) {
            Some((_, count)) => *count += 1,
            None => counted.push((origin, 1)),
        }
    }
    let most = counted.iter().map(|(_, count)| *count).max()?;
    counted.into_iter().find(|(_, count)| *count == most).map(|(origin, _)| origin)
}

fn of_another(file: &str, own: &Origin, wanted: &Origin) -> Finding {
    let message = format!(
        "tệp này thuộc văn bản «{}» của hồ sơ «{}», các tệp khác thuộc «{}» của «{}»",
        own.1, own.0, wanted.1, wanted.0
    );
    Finding::new(&rules::OTHER_DOSSIER, Place::file(file), message)
        .help("bỏ tệp này ra, thu riêng bằng một lệnh khác; hoặc xin đơn vị gửi đúng tệp")
}

fn unknown(file: &str, own: &Origin, has_dossier: bool) -> Finding {
    let message = if has_dossier {
        format!("tệp này lập từ văn bản «{}», hồ sơ «{}» nay không có văn bản đó", own.1, own.0)
    } else {
        format!("tệp này lập từ hồ sơ «{}», dự án này không có hồ sơ đó", own.0)
    };
    Finding::new(&rules::OTHER_DOSSIER, Place::file(file), message).help(
        "chạy lệnh trong đúng dự án (--project THƯ_MỤC); đã đổi tên hồ sơ hay văn bản thì đổi lại tên cũ",
    )
}

/// Who was to answer: the units of a fanned-out document, else every unit row of the tables with open columns.
fn expected(open: &OpenDossier, document: &str, tables: &Tables) -> Vec<Expected> {
    let Some(met) = open.met.get(document) else { return Vec::new() };
    let named: Vec<Expected> = met
        .units()
        .into_iter()
        .flatten()
        .map(|unit| Expected { name: unit.name, rows: BTreeSet::new() })
        .collect();
    if !named.is_empty() {
        return named;
    }
    let annexes = met.document.iter().flat_map(|document| &document.annexes);
    let filled_in = annexes.filter(|annex| !annex.sheet.open.is_empty()).filter_map(|annex| annex.table());
    let ids: BTreeSet<&str> = filled_in.map(|printed| printed.table.as_str()).collect();
    let mut expected: Vec<Expected> = Vec::new();
    for table in ids.into_iter().filter_map(|id| tables.get(id)) {
        join(&mut expected, table);
    }
    expected
}

/// Adds the units of a table; a unit that another table has too is the same one.
fn join(expected: &mut Vec<Expected>, table: &Arc<Table>) {
    let known = expected.len();
    for row in (0..table.rows.len()).filter(|row| table.rows[*row].kind == RowKind::Unit) {
        let name = &table.rows[row].name;
        let spot = (table.id.clone(), row);
        let same = expected[..known].iter_mut().find(|unit| fold(&unit.name) == fold(name));
        match same.filter(|unit| unit.rows.iter().all(|(id, _)| *id != table.id)) {
            Some(unit) => _ = unit.rows.insert(spot),
            None => expected.push(Expected { name: name.clone(), rows: BTreeSet::from([spot]) }),
        }
    }
}
