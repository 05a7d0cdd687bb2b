//! The stages as one flat list: from a dossier's files to the bytes of its documents.
//!
//! The file that a newcomer opens first. Only this module calls stages; a wrong order does not type-check.

mod collecting;
mod forms;
mod inputs;
mod keys;
mod made;
mod making;
mod meeting;
mod open;
mod outputs;

use std::sync::Arc;

use crate::diag::{Finding, Findings};
use crate::discover::DocumentFile;
use crate::fault::Fault;
use crate::load::Project;
use crate::model::fan_out::Unit;
use crate::model::input::InputRow;
use crate::model::profile::{FormChoice, Profile};
use crate::model::verdict::RowVerdict;
use crate::model::waiving::WaiverUse;
use crate::stopwatch::{Stage, Stopwatch};
use crate::templates::Templates;
use crate::{check, compile, draft, expand, load, render};
pub use collecting::Collection;
use forms::Forms;
pub use made::{Built, BuiltFile, Composed, LaidOut, Outcome, PdfFile};
use making::Making;
use open::Met;
pub use open::{OpenDossier, Work};

/// What is to be made.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Order {
    /// `pdf`, `xlsx`, `docx`; empty for a check that writes nothing.
    pub kinds: Vec<String>,
    /// Whether warnings refuse a document.
    pub strict: bool,
    /// Whether the verdicts on the decree's rows are wanted (`check --form`).
    pub verdicts: bool,
    /// The standard that PDFs are written in; none is a plain PDF.
    pub pdf_standard: Option<String>,
    /// Whether PDFs do without the structure by which a reading program finds its way.
    pub untagged: bool,
}

impl Order {
    /// What of the order shows in a document's outputs: the kinds, and how PDFs are written.
    fn outputs(&self) -> String {
        let standard = self.pdf_standard.as_deref().unwrap_or_default();
        format!("{}; {standard}; {}", self.kinds.join(","), self.untagged)
    }
}

/// Everything that documents share in one process: forms, templates, fonts.
pub struct Workshop {
    project: Project,
    forms: Making<Result<Forms, Box<Finding>>>,
    typesetting: Making<Typesetting>,
    /// The form of the last document; most documents of an office take the same.
    chosen: Option<(FormChoice, Profile)>,
    /// The drafts of the documents of that form.
    drafts: Option<(FormChoice, draft::Drafts)>,
    /// How PDFs are written.
    export: compile::Export,
}

/// The engine, and the hashes of all templates.
struct Typesetting {
    engine: compile::Engine,
    inputs: Vec<InputRow>,
}

/// One document on its way: what is said about it, how far it gets, how long every stage takes.
pub struct Course {
    /// The unit that the document is for, where it is fanned out.
    unit: Option<Unit>,
    pub findings: Findings,
    verdicts: Vec<RowVerdict>,
    watch: Stopwatch,
    /// Whether every rule has looked at it.
    is_through: bool,
}

impl Course {
    pub fn of(file: &DocumentFile) -> Self {
        Self::of_unit(file, None)
    }

    /// The document of one unit.
    pub fn of_unit(file: &DocumentFile, unit: Option<Unit>) -> Self {
        Self {
            unit,
            findings: Findings::of_document(file.file.as_str()),
            verdicts: Vec::new(),
            watch: Stopwatch::start(),
            is_through: false,
        }
    }

    /// The name of its files: `ke-hoach`, or `quyet-dinh/huyen-tuy-duc`.
    fn name(&self, file: &DocumentFile) -> String {
        match &self.unit {
            None => file.id.clone(),
            Some(unit) => format!("{}/{}", file.id, unit.slug),
        }
    }
}

impl Workshop {
    /// Starts reading the templates; dossiers can be loaded at once.
    pub fn start(project: Project) -> Self {
        let templates = Arc::new(Templates::of(&project));
        let shared = Arc::clone(&templates);
        Self {
            forms: Making::start(move || Forms::read(&shared)),
            typesetting: Making::start(move || Typesetting {
                engine: compile::Engine::new(&templates),
                inputs: templates.inputs(),
            }),
            chosen: None,
            drafts: None,
            export: compile::Export::default(),
            project,
        }
    }

    /// Waits until documents can be made; a broken template is a finding that refuses every one.
    pub fn ready(&mut self) -> Result<(), Box<Finding>> {
        self.forms.ready().as_ref().map(|_| ()).map_err(Clone::clone)
    }

    /// `start` and `ready`.
    pub fn open(project: Project) -> Result<Self, Box<Finding>> {
        let mut workshop = Self::start(project);
        workshop.ready()?;
        Ok(workshop)
    }

    /// `read` and `check`.
    pub fn dossier(&self, id: &str) -> OpenDossier {
        let mut open = self.read(id);
        Self::check(&mut open);
        open
    }

    /// Reads what a dossier's documents share.
    pub fn read(&self, id: &str) -> OpenDossier {
        OpenDossier::of(load::dossier(&self.project, id))
    }

    /// Computes and checks the tables of a dossier.
    pub fn check(open: &mut OpenDossier) {
        let loaded = &mut open.loaded;
        let dossier =
            Arc::get_mut(&mut loaded.dossier).expect("it has just been read and nobody else holds it");
        expand::tables(dossier, &mut loaded.findings);
        check::tables(&loaded.dossier, &mut loaded.findings);
        let facts = expand::same_facts(&loaded.dossier, &mut loaded.findings);
        check::same_facts(&facts, &mut loaded.findings);
    }

    /// One document through every stage.
    pub fn document(
        &mut self,
        open: &mut OpenDossier,
        file: &DocumentFile,
        order: &Order,
    ) -> Result<Outcome, Fault> {
        self.document_of(open, file, None, order)
    }

    /// `document` for one unit, where it is fanned out.
    pub fn document_of(
        &mut self,
        open: &mut OpenDossier,
        file: &DocumentFile,
        unit: Option<&Unit>,
        order: &Order,
    ) -> Result<Outcome, Fault> {
        self.export = compile::Export::of(order.pdf_standard.as_deref(), order.untagged);
        let mut course = Course::of_unit(file, unit.cloned());
        let built = self.stages(open, file, order, &mut course)?;
        let loaded = &open.loaded;
        let Course { unit, findings, verdicts, watch, is_through } = course;
        let built = built.filter(|_| !findings.refuse_document(&loaded.findings, order.strict));
        let verdicts = if order.verdicts { check::joined_verdicts(verdicts) } else { Vec::new() };
        let shared = loaded.dossier.waivers.iter().enumerate();
        let waivers = WaiverUse {
            is_through,
            needed: shared.filter(|(_, waiver)| findings.need(waiver)).map(|(at, _)| at).collect(),
            waived: findings.waived(&loaded.findings),
        };
        let mut findings = findings.into_sorted(&loaded.sources);
        if let Some(unit) = unit {
            // Which of the documents it is about; what is wrong for every unit is about none.
            let met = open.met.get(&file.file);
            let is_of_all = |finding: &Finding| {
                met.is_some_and(|met| met.findings.iter().any(|one| one.key() == finding.key()))
            };
            findings
                .iter_mut()
                .filter(|finding| !is_of_all(finding))
                .for_each(|finding| _ = finding.unit.get_or_insert_with(|| unit.name.clone()));
        }
        Ok(Outcome { findings, waivers, verdicts, timings: watch.timings(), built })
    }

    fn stages(
        &mut self,
        open: &mut OpenDossier,
        file: &DocumentFile,
        order: &Order,
        course: &mut Course,
    ) -> Result<Option<Built>, Fault> {
        let shared_inputs = self.project.inputs();
        let Some(laid_out) = self.lay_out(open, file, course) else { return Ok(None) };
        let loaded = &open.loaded;
        let name = course.name(file);
        let Course { findings, is_through, .. } = course;
        *is_through = true;
        for waiver in &laid_out.checked.document().waivers {
            if !findings.need(waiver) && !loaded.findings.need(waiver) {
                findings.add(waiver.unneeded());
            }
        }
        if order.kinds.is_empty() || findings.refuse_document(&loaded.findings, order.strict) {
            return Ok(None);
        }
        let Some(outputs::Files { files, text }) =
            self.files(&laid_out, order, &name, &loaded.dossier.id, course)?
        else {
            return Ok(None);
        };
        let font = self.typesetting.ready().engine.font().to_owned();
        let inputs = self.inputs(&shared_inputs, &file.file);
        course.watch.lap(Stage::Record);
        Ok(Some(Built { files, font, inputs, text }))
    }

    /// One document from its file to composed blocks; `None` when a finding stopped it on the way.
    pub fn compose(
        &mut self,
        open: &mut OpenDossier,
        file: &DocumentFile,
        course: &mut Course,
    ) -> Option<Composed> {
        if open.loaded.is_unreadable {
            return None;
        }
        let Course { unit, findings, verdicts, watch, .. } = course;
        let Ok(forms) = self.forms.ready() else { return None };
        watch.lap(Stage::Ready);
        let OpenDossier { loaded, met, .. } = open;
        let met = met
            .entry(file.file.clone())
            .or_insert_with(|| Met::of(&self.project, &forms.profiles, loaded, file));
        let loaded = &*loaded;
        *findings = met.findings.clone();
        let first = met.expanded.take();
        let document = met.document.as_ref()?;
        let waivers = || document.waivers.iter().chain(&loaded.dossier.waivers).cloned().collect();
        findings.waive(waivers());
        if self.chosen.as_ref().is_none_or(|(choice, _)| *choice != document.form) {
            let profile = forms.profiles.chosen(&document.form);
            self.typesetting.ready().engine.set_profile(&profile);
            self.chosen = Some((document.form.clone(), profile));
        }
        let profile = &self.chosen.as_ref()?.1;
        if document.is_fanned_out() && (unit.is_none() || met.fanned_out.is_none()) {
            return None;
        }
        let view = unit.as_ref().and_then(|unit| met.view(unit, loaded, findings));
        watch.lap(Stage::Load);
        let all = met.dossier(loaded);
        let expanded = match first.filter(|_| unit.is_none()) {
            Some((expanded, found)) => {
                *findings = found;
                findings.waive(waivers());
                expanded
            }
            None => expand::document(document, &all, profile, view.as_ref(), findings),
        };
        watch.lap(Stage::Expand);
        let norm = forms.profiles.norm(&document.form);
        let seen = view.as_ref().map_or(&all, |view| &view.dossier);
        if unit.is_none() {
            check::units(&expanded, seen, findings);
        }
        let of_file = loaded.cards.iter().find(|card| card.file == file.file).filter(|_| unit.is_none());
        let card = of_file.cloned().unwrap_or_else(|| check::card(&expanded, seen, profile, norm));
        // Told beside whatever else is wrong, so they do not keep a document from being looked at further.
        let beside = check::among_others(&expanded, seen, &card, &loaded.cards, &forms.timeline);
        watch.lap(Stage::Agreement);
        let checked = check::content(expanded, seen, &loaded.findings, findings);
        beside.into_iter().for_each(|finding| findings.add(finding));
        let checked = checked?;
        watch.lap(Stage::Content);
        let blocks = render::blocks(&checked, profile, &forms.templates)
            .map_err(|finding| findings.add(*finding))
            .ok()?;
        let properties = render::properties(&checked, profile);
        watch.lap(Stage::Render);
        let text = check::TextSubject::new(&checked, &blocks, norm);
        check::typed(&text, findings);
        watch.lap(Stage::Content);
        verdicts.extend(check::wording(&text, findings));
        watch.lap(Stage::Wording);
        Some(Composed { checked, blocks, properties })
    }

    /// One document from its file to laid-out pages; `None` when a finding stopped it on the way. The verdicts are
    /// those of the rules that were reached.
    pub fn lay_out(
        &mut self,
        open: &mut OpenDossier,
        file: &DocumentFile,
        course: &mut Course,
    ) -> Option<LaidOut> {
        let Composed { checked, blocks, properties } = self.compose(open, file, course)?;
        let Course { findings, verdicts, watch, .. } = course;
        let forms = self.forms.ready().as_ref().ok()?;
        let (choice, profile) = self.chosen.as_ref()?;
        let norm = forms.profiles.norm(choice);
        let engine = &mut self.typesetting.ready().engine;
        engine.set_export(self.export);
        let mut pdfs = Vec::new();
        for (part, blocks) in blocks.files() {
            let pages = engine
                .pages(&blocks, &properties)
                .map_err(|list| list.into_iter().for_each(|finding| findings.add(finding)))
                .ok()?;
            watch.lap(Stage::Layout);
            check::layout::pages(&pages, &file.file, findings);
            verdicts.extend(check::form(&checked, &blocks, &pages, norm, findings));
            watch.lap(Stage::Form);
            pdfs.push(PdfFile { part, pages });
        }
        let pages: Vec<&compile::Pages> = pdfs.iter().map(|pdf| &pdf.pages).collect();
        check::layout::long_tables(&checked, findings);
        check::layout::lost_figures(&pages, checked.figures(), &file.file, findings);
        watch.lap(Stage::Form);
        Some(LaidOut { checked, blocks, properties, paper: profile.paper(), pdfs })
    }

    /// What the typesetter read for the document that was laid out last, but for the fonts.
    pub fn typesetter_files(&mut self) -> Vec<(String, Vec<u8>)> {
        self.typesetting.ready().engine.files()
    }

    /// The project's folder.
    pub fn root(&self) -> &std::path::Path {
        self.project.root()
    }

    /// The files that were read for this dossier.
    pub fn inputs_read(&self) -> Vec<InputRow> {
        self.project.inputs()
    }

    /// Forgets which files were read, before the next dossier.
    pub fn next_dossier(&self) {
        self.project.forget_inputs();
    }
}
