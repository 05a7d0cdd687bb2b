//! References in the clerk's text to figures, repetitions to blocks.
//!
//! Comes in: a loaded document and its dossier. Goes out: the document as runs, each figure with its source.
//! Never here: judging a value, composing a component, what a cell means.
//! Why: after this stage nobody looks a figure up again; what a run prints and where it came from travel together.

mod emphasis;
mod lookup;
mod print;
mod reference;
mod rows;
mod trouble;

use crate::diag::{Finding, Findings, rules};
use crate::model::body::{BodyItem, Written};
use crate::model::document::{Annex, Basis, Document, Dossier, Expanded, Identity, Loaded};
use crate::model::figure::Figure;
use crate::model::habits::Habits;
use crate::model::table::Table;
use crate::model::text::{ClerkText, RichText, Run};
use crate::vietnamese::text::nearest;

/// Resolves every reference of a document.
pub fn document(loaded: &Loaded, dossier: &Dossier, findings: &mut Findings) -> Expanded {
    let mut writer = Writer {
        dossier,
        year: loaded.identity.year,
        row: None,
        habits: loaded.habits,
        figures: Vec::new(),
        findings,
    };
    let identity = &loaded.identity;
    let document = Document {
        id: loaded.id.clone(),
        file: loaded.file.clone(),
        identity: Identity {
            issuer: writer.lines(&identity.issuer),
            parent: identity.parent.as_ref().map(|parent| writer.lines(parent)),
            abbreviation: identity.abbreviation.clone(),
            place_name: identity.place_name.clone(),
            kind: identity.kind.clone(),
            number: identity.number,
            date: identity.date.clone(),
            year: identity.year,
            status: identity.status,
            medium: identity.medium,
        },
        subject: writer.text(&loaded.subject),
        authority: loaded.authority.as_ref().map(|text| writer.text(text)),
        addressees: writer.texts(&loaded.addressees),
        bases: loaded.bases.iter().map(|basis| writer.basis(basis)).collect(),
        basis_style: loaded.basis_style,
        lead_in: loaded.lead_in.as_ref().map(|text| writer.text(text)),
        body: writer.body(&loaded.body),
        annexes: loaded.annexes.iter().map(|annex| writer.annex(annex)).collect(),
        recipients: writer.texts(&loaded.recipients),
        signatory: loaded.signatory.clone(),
        habits: loaded.habits,
    };
    Expanded { document, figures: writer.figures }
}

/// Writes text out, collecting figures and findings on the way.
struct Writer<'a> {
    dossier: &'a Dossier,
    year: i16,
    /// The row that `dong` means inside a repetition.
    row: Option<(&'a Table, usize)>,
    habits: Habits,
    figures: Vec<Figure>,
    findings: &'a mut Findings,
}

impl<'a> Writer<'a> {
    fn texts(&mut self, texts: &[ClerkText]) -> Vec<RichText> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    /// Running text: line breaks of the YAML are blanks.
    fn text(&mut self, text: &ClerkText) -> RichText {
        let mut runs = self.lines(text);
        for run in &mut runs {
            if run.text.contains(['\n', '\t']) || run.text.contains("  ") && run.figure.is_none() {
                let begins = run.text.starts_with(char::is_whitespace);
                let ends = run.text.ends_with(char::is_whitespace);
                let words: Vec<&str> =
                    run.text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()).collect();
                run.text = format!(
                    "{}{}{}",
                    if begins { " " } else { "" },
                    words.join(" "),
                    if ends && !words.is_empty() { " " } else { "" }
                );
            }
        }
        if let Some(last) = runs.last_mut() {
            last.text.truncate(last.text.trim_end_matches([' ', '\n']).len());
        }
        runs
    }

    /// Text in which a line break of the YAML stays one (a head line that the clerk broke).
    fn lines(&mut self, text: &ClerkText) -> RichText {
        emphasis::pieces(&text.text)
            .into_iter()
            .filter_map(|piece| match piece.content {
                emphasis::Content::Literal(literal) => {
                    Some(Run { text: literal, bold: piece.bold, italic: piece.italic, figure: None })
                }
                emphasis::Content::Reference { start, source } => {
                    let (text, figure) = self.reference(text, start, source)?;
                    Some(Run { text, bold: piece.bold, italic: piece.italic, figure })
                }
            })
            .collect()
    }

    fn reference(&mut self, text: &ClerkText, start: usize, source: &str) -> Option<(String, Option<usize>)> {
        let inner = source.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
        let Some(inner) = inner else {
            self.findings.add(
                Finding::new(
                    &rules::BROKEN_REFERENCE,
                    text.place_of(start, source),
                    "tham chiếu mở bằng «{{» mà không đóng bằng «}}»",
                )
                .help("ví dụ: {{ huyen.tong.giam }}; muốn in hai dấu ngoặc nhọn thì viết {{{{"),
            );
            return None;
        };
        let scope =
            lookup::Scope { dossier: self.dossier, year: self.year, row: self.row, habits: self.habits };
        match reference::parse(inner).and_then(|reference| lookup::resolve(&reference, &scope)) {
            Ok(lookup::Resolved::Text(text)) => Some((text, None)),
            Ok(lookup::Resolved::Figure(figure)) => {
                let printed = figure.text.clone();
                self.figures.push(*figure);
                Some((printed, Some(self.figures.len() - 1)))
            }
            Err(trouble) => {
                let mut finding = Finding::new(trouble.rule, text.place_of(start, source), trouble.message);
                if let Some(help) = trouble.help {
                    finding = finding.help(help);
                }
                self.findings.add(finding);
                None
            }
        }
    }

    fn basis(&mut self, basis: &Basis<ClerkText>) -> Basis<RichText> {
        match basis {
            Basis::Act { kind, number, issuer, date, subject } => Basis::Act {
                kind: kind.clone(),
                number: number.clone(),
                issuer: issuer.clone(),
                date: *date,
                subject: self.text(subject),
            },
            Basis::Text(text) => Basis::Text(self.text(text)),
        }
    }

    fn annex(&mut self, annex: &Annex<ClerkText>) -> Annex<RichText> {
        Annex {
            title: self.text(&annex.title),
            table: annex.table.clone(),
            columns: annex.columns.clone(),
            unit_line: annex.unit_line.as_ref().map(|text| self.text(text)),
            note: annex.note.as_ref().map(|text| self.text(text)),
        }
    }

    fn body(&mut self, items: &[BodyItem]) -> Vec<Written> {
        let mut written = Vec::new();
        for item in items {
            match item {
                BodyItem::Block(block) => {
                    let text = self.text(&block.text);
                    let children = self.body(&block.children);
                    written.push(Written { kind: block.kind, is_title: block.is_title, text, children });
                }
                BodyItem::Repeat { table, group, children } => {
                    let Some((table, rows)) = self.repeated_rows(table, group.as_ref()) else { continue };
                    let outer = self.row;
                    for row in rows {
                        self.row = Some((table, row));
                        written.extend(self.body(children));
                    }
                    self.row = outer;
                }
            }
        }
        written
    }

    fn repeated_rows(
        &mut self,
        name: &ClerkText,
        group: Option<&ClerkText>,
    ) -> Option<(&'a Table, Vec<usize>)> {
        let dossier = self.dossier;
        let Some(table) = dossier.tables.get(&name.text) else {
            if dossier.declared_tables.contains(&name.text) {
                return None;
            }
            let finding = Finding::new(
                &rules::UNKNOWN_PATH,
                name.place.clone(),
                format!("«lap» gọi bảng «{}», nhưng ho-so.yaml không khai báo bảng này", name.text),
            );
            let names = dossier.tables.keys().map(String::as_str);
            self.findings.add(match nearest(&name.text, names.clone()) {
                Some(near) => finding.help(format!("có phải ý là «{near}»?")),
                None => finding.help(format!("các bảng: {}", names.collect::<Vec<_>>().join(", "))),
            });
            return None;
        };
        let Some(group) = group else { return Some((table, table.unit_rows().collect())) };
        match rows::group_row(table, &group.text) {
            Ok(row) => Some((table, table.units_of_group(row))),
            Err(trouble) => {
                let mut finding = Finding::new(trouble.rule, group.place.clone(), trouble.message);
                if let Some(help) = trouble.help {
                    finding = finding.help(help);
                }
                self.findings.add(finding);
                None
            }
        }
    }
}
