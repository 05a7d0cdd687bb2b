//! References in the clerk's text to figures and numbers, repetitions to blocks; before that, computed columns.
//!
//! Comes in: a loaded document and its dossier. Goes out: the document as runs, each figure with its source.
//! Never here: judging a value, composing a component, what a cell means.
//! Why: after this stage nobody looks a figure up again; what a run prints and where it came from travel together.

mod allocation;
mod computed;
mod emphasis;
mod infeasible;
mod late;
mod lookup;
mod outline;
mod parts;
mod print;
mod reads;
mod reference;
mod rows;
mod same_facts;
mod trouble;
mod units;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::{Finding, Findings, rules};
use crate::model::body::{BodyItem, Written};
use crate::model::document::{AnnexContent, Document, Dossier, Expanded, Field, Identity, Loaded, Marks};
use crate::model::fan_out::UnitView;
use crate::model::figure::Figure;
use crate::model::habits::Habits;
use crate::model::profile::{Profile, Wording};
use crate::model::text::{ClerkText, RichText, Run, RunSource};
pub use computed::tables;
use outline::{Names, Node, Part, PartNames, Row};
use print::Resolved;
pub use reads::reads;
use reference::{Filter, Step};
pub use same_facts::same_facts;
use trouble::Trouble;
pub use units::{FannedOut, units};

/// Resolves every reference of a document.
///
/// A fanned-out document is resolved for one unit: `dong` is that unit's row wherever no repetition binds another.
pub fn document(
    loaded: &Loaded,
    dossier: &Dossier,
    profile: &Profile,
    view: Option<&UnitView>,
    findings: &mut Findings,
) -> Expanded {
    let mut names = Names::new(part_names(loaded, profile));
    let bound = view.and_then(|view| Some((dossier.tables.get(&view.table)?.as_ref(), view.unit.row)));
    let mut outline = Outline {
        dossier,
        view,
        bound,
        wording: &profile.wording,
        names: &mut names,
        findings: &mut *findings,
    };
    let body = outline.of(&loaded.body, Part::Document);
    let attached = loaded.attachments.iter().enumerate();
    let attached: Vec<Vec<Node<'_>>> =
        attached.map(|(at, attachment)| outline.of(&attachment.body, Part::Attached(at))).collect();
    let annexed: Vec<Vec<Node<'_>>> = loaded
        .annexes
        .iter()
        .enumerate()
        .map(|(at, annex)| match &annex.content {
            AnnexContent::Table(_) => Vec::new(),
            AnnexContent::Body(body) => outline.of(body, Part::Annex(at)),
        })
        .collect();
    for (at, annex) in loaded.annexes.iter().enumerate() {
        if let Some(name) = &annex.name {
            names.add_annex(name, at, findings);
        }
    }
    let mut writer = Writer {
        dossier,
        names,
        year: loaded.identity.year,
        bound,
        row: bound,
        part: Part::Document,
        habits: loaded.habits,
        figures: Vec::new(),
        tables: BTreeSet::new(),
        sources: Vec::new(),
        findings,
    };
    let mut document = writer.document(loaded, &body, &attached, &annexed);
    if let Some(fan_out) = &loaded.fan_out {
        writer.name_unit(fan_out, &mut document);
    }
    Expanded {
        document,
        figures: writer.figures,
        tables: writer.tables,
        sources: writer.sources,
        own: view.map(|view| Arc::clone(&view.own)).unwrap_or_default(),
        unit: view.map(|view| view.unit.clone()),
    }
}

fn part_names(loaded: &Loaded, profile: &Profile) -> PartNames {
    let kind = |id: &str| profile.kind(id).map_or_else(String::new, |kind| kind.ten.clone());
    let count = loaded.annexes.len();
    PartNames {
        document: kind(&loaded.identity.kind),
        attached: loaded.attachments.iter().map(|attachment| kind(&attachment.kind)).collect(),
        annexes: (0..count).map(|at| profile.wording.annex_label(at, count)).collect(),
    }
}

/// Makes the numbered outlines of a document's bodies and collects their names.
struct Outline<'a, 's> {
    dossier: &'a Dossier,
    view: Option<&'s UnitView>,
    bound: Option<Row<'a>>,
    wording: &'s Wording,
    names: &'s mut Names,
    findings: &'s mut Findings,
}

impl<'a> Outline<'a, '_> {
    fn of(&mut self, body: &'a [BodyItem], part: Part) -> Vec<Node<'a>> {
        let (dossier, view, findings) = (self.dossier, self.view, &mut *self.findings);
        let mut nodes = outline::unrolled(
            body,
            &mut |repeat| rows::repeated(repeat, dossier, view, findings),
            self.bound,
        );
        outline::number(&mut nodes, self.wording);
        self.names.add_body(&nodes, part, self.findings);
        nodes
    }
}

/// Writes text out, collecting figures and findings on the way.
struct Writer<'a> {
    dossier: &'a Dossier,
    names: Names,
    year: i16,
    /// The row of the unit that the document is for.
    bound: Option<Row<'a>>,
    row: Option<Row<'a>>,
    /// Where the text stands: what it cites from another part is called in full.
    part: Part,
    habits: Habits,
    figures: Vec<Figure>,
    tables: BTreeSet<String>,
    sources: Vec<RunSource>,
    findings: &'a mut Findings,
}

impl<'a> Writer<'a> {
    /// In the order of the page, so that figures are numbered as they are read.
    fn document(
        &mut self,
        loaded: &Loaded,
        body: &[Node<'a>],
        attached: &[Vec<Node<'a>>],
        annexed: &[Vec<Node<'a>>],
    ) -> Document<RichText, Written> {
        let identity = &loaded.identity;
        Document {
            id: loaded.id.clone(),
            file: loaded.file.clone(),
            form: loaded.form.clone(),
            identity: Identity {
                issuer: self.lines(&identity.issuer),
                parent: identity.parent.as_ref().map(|parent| self.lines(parent)),
                abbreviation: identity.abbreviation.clone(),
                drafting_unit: identity.drafting_unit.clone(),
                place_name: identity.place_name.clone(),
                kind: identity.kind.clone(),
                form: identity.form.clone(),
                number: identity.number,
                date: identity.date.clone(),
                year: identity.year,
                status: identity.status,
                draft_number: identity.draft_number,
                medium: identity.medium,
            },
            marks: Marks {
                urgency: loaded.marks.urgency.clone(),
                circulation: loaded.marks.circulation.clone(),
                contact: self.optional(loaded.marks.contact.as_ref()),
                drafter: loaded.marks.drafter.clone(),
                copies: loaded.marks.copies,
            },
            subject: self.text(&loaded.subject),
            authority: self.optional(loaded.authority.as_ref()),
            addressees: self.texts(&loaded.addressees),
            bases: loaded.bases.iter().map(|basis| self.basis(basis)).collect(),
            basis_style: loaded.basis_style,
            lead_in: self.optional(loaded.lead_in.as_ref()),
            fields: loaded.fields.iter().map(|(key, field)| (key.clone(), self.field(field))).collect(),
            body: self.body(body),
            attachments: loaded
                .attachments
                .iter()
                .zip(attached)
                .enumerate()
                .map(|(at, (attachment, nodes))| {
                    self.part = Part::Attached(at);
                    self.attachment(attachment, nodes)
                })
                .collect(),
            annexes: loaded
                .annexes
                .iter()
                .zip(annexed)
                .enumerate()
                .map(|(at, (annex, nodes))| {
                    self.part = Part::Annex(at);
                    self.annex(annex, nodes)
                })
                .collect(),
            recipients: {
                self.part = Part::Document;
                self.texts(&loaded.recipients)
            },
            signatories: loaded.signatories.clone(),
            habits: loaded.habits,
            waivers: loaded.waivers.clone(),
            fan_out: loaded.fan_out.clone(),
            lists: loaded.lists.clone(),
            keys: loaded.keys.clone(),
        }
    }

    fn texts(&mut self, texts: &[ClerkText]) -> Vec<RichText> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn optional(&mut self, text: Option<&ClerkText>) -> Option<RichText> {
        text.map(|text| self.text(text))
    }

    fn field(&mut self, field: &Field<ClerkText>) -> Field<RichText> {
        match field {
            Field::Texts(texts) => Field::Texts(self.texts(texts)),
            Field::Date(date) => Field::Date(*date),
            Field::YesNo(yes) => Field::YesNo(*yes),
        }
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
        let written = Arc::new(text.clone());
        let mut runs = Vec::new();
        for piece in emphasis::pieces(&text.text) {
            let (start, words, figure) = match piece.content {
                emphasis::Content::Literal { start, words } => (start, words, None),
                emphasis::Content::Reference { start, source } => {
                    let Some((words, figure)) = self.reference(text, start, source) else { continue };
                    (start, words, figure)
                }
            };
            let source = Some(self.sources.len());
            self.sources.push(RunSource { text: Arc::clone(&written), start });
            runs.push(Run { text: words, bold: piece.bold, italic: piece.italic, figure, source });
        }
        runs
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
        match self.resolve(inner) {
            Ok(Resolved::Text(text)) => Some((text, None)),
            Ok(Resolved::Figure(figure)) => {
                let printed = figure.text.clone();
                self.figures.push(*figure);
                Some((printed, Some(self.figures.len() - 1)))
            }
            Err(trouble) => {
                let place = text.place_of(start, source);
                self.findings.add(trouble.finding(place));
                None
            }
        }
    }

    fn resolve(&mut self, inner: &str) -> Result<Resolved, Trouble> {
        let reference = reference::parse(inner)?;
        if let [Step::Name(first), Step::Name(name)] = reference.path.as_slice()
            && first == "xem"
        {
            let own_part = match reference.filters.as_slice() {
                [] => false,
                [Filter::OwnPart] => true,
                _ => {
                    return Err(Trouble {
                        rule: &rules::WRONG_FILTER,
                        message: "viện dẫn chỉ nhận bộ lọc rieng".to_owned(),
                        help: Some(format!("{{{{ xem.{name} }}}} hoặc {{{{ xem.{name} | rieng }}}}")),
                    });
                }
            };
            return self.names.cite(name, own_part, self.part).map(Resolved::Text);
        }
        if let Some(Step::Name(first)) = reference.path.first() {
            let table = if first == "dong" { self.row.map(|(table, _)| &table.id) } else { Some(first) };
            self.tables.extend(table.cloned());
        }
        let scope =
            lookup::Scope { dossier: self.dossier, year: self.year, row: self.row, habits: self.habits };
        lookup::resolve(&reference, &scope)
    }
}
