//! A finding, and the list that a stage adds its findings to.

use serde::{Deserialize, Serialize};

use super::surplus::Surplus;
use super::{Excerpt, Grid, Place, Rule, Sources, Waived, Waiver};

/// How much a finding weighs: an error refuses the document, a warning does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Error,
    Warning,
}

/// Place, code, document and message of a finding.
pub type FindingKey = (Place, String, Option<String>, String);

/// A place with the words that stand beside it, and the lines around it where it lies in a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Label {
    pub excerpt: Option<Excerpt>,
    pub place: Place,
    pub text: String,
}

/// Something wrong in the clerk's files, said once, with every place that matters. The fields stand in alphabetical
/// order: the manifest records findings with sorted keys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    pub also: Vec<Label>,
    pub at: Label,
    pub code: String,
    /// The document's YAML, or `None` for what lies in `ho-so.yaml` or a workbook.
    pub document: Option<String>,
    /// The cells around its places, a grid for every sheet; only for the human printer.
    pub grids: Vec<Grid>,
    /// What to do about it.
    pub help: Option<String>,
    /// One sentence without a full stop: what is wrong, found and expected.
    pub message: String,
    pub name: String,
    /// The arithmetic, laid out.
    pub notes: Vec<String>,
    pub severity: Severity,
    pub unit: Option<String>,
    /// The reason of the waiver that covers it, if any.
    pub waived: Option<String>,
    /// The words on the page that it is about, whole; only until waivers have been looked at.
    #[serde(skip)]
    pub words: Option<String>,
}

impl Finding {
    /// A finding of `rule` at `place`; `message` says what was found and what was expected.
    pub fn new(rule: &Rule, place: Place, message: impl Into<String>) -> Self {
        Self {
            code: rule.code.to_owned(),
            name: rule.name.to_owned(),
            severity: rule.severity,
            document: None,
            message: message.into(),
            at: Label { place, text: String::new(), excerpt: None },
            also: Vec::new(),
            grids: Vec::new(),
            notes: Vec::new(),
            help: None,
            unit: None,
            words: None,
            waived: None,
        }
    }

    /// Words beside the primary place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.at.text = text.into();
        self
    }

    /// The other side of a comparison, in any file.
    #[must_use]
    pub fn also(mut self, place: Place, text: impl Into<String>) -> Self {
        self.also.push(Label { place, text: text.into(), excerpt: None });
        self
    }

    /// A line of arithmetic or explanation.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// What the clerk should do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The words on the page that it is about, whole; a waiver may name some of them.
    #[must_use]
    pub fn words(mut self, words: impl Into<String>) -> Self {
        self.words = Some(words.into());
        self
    }

    /// The unit (địa phương) that the finding is about.
    #[must_use]
    pub fn unit(mut self, name: impl Into<String>) -> Self {
        self.unit = Some(name.into());
        self
    }

    /// A rule whose finding rests on a sample form only (force F of nd30.md §0.2) warns, whatever the rule weighs.
    #[must_use]
    pub fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// Takes along the lines and cells around every place.
    #[must_use]
    pub fn with_excerpts(mut self, sources: &Sources) -> Self {
        for label in std::iter::once(&mut self.at).chain(&mut self.also) {
            label.excerpt = sources.excerpt(&label.place);
        }
        self.grids = sources.grids(&self);
        self
    }

    /// By what two findings are the same, so that ten thousand can be told apart without comparing each with every other.
    pub fn key(&self) -> FindingKey {
        (self.at.place.clone(), self.code.clone(), self.document.clone(), self.message.clone())
    }

    /// Whether it refuses a document; with `strict` a warning does too. What is waived never does.
    pub fn weighs(&self, strict: bool) -> bool {
        self.waived.is_none() && (strict || self.severity == Severity::Error)
    }

    /// Whether it refuses the document: an error that no waiver covers.
    pub fn refuses(&self) -> bool {
        self.weighs(false)
    }
}

/// Files that all documents of a dossier share: `ho-so.yaml`, `chung.yaml`, workbooks of whatever ending.
fn is_shared(path: &str) -> bool {
    let is_document = path.ends_with(".yaml") || path.ends_with(".yml");
    path.starts_with("data/") && (path.ends_with("/ho-so.yaml") || path == "data/chung.yaml" || !is_document)
}

/// The findings of one dossier or document, in the order in which they were made.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    list: Vec<Finding>,
    document: Option<String>,
    waivers: Vec<Waiver>,
    surplus: Surplus,
}

impl Findings {
    /// Findings about a dossier's shared files.
    pub fn of_dossier() -> Self {
        Self::default()
    }

    /// Findings about one document, named by its YAML file.
    pub fn of_document(file: impl Into<String>) -> Self {
        Self { document: Some(file.into()), ..Self::default() }
    }

    /// Adds a finding; the list knows which document it belongs to.
    ///
    /// What lies in a shared file belongs to the dossier and not to the document that came upon it; the same thing at
    /// the same place (a repetition runs over it for every unit) is said once. Of one fault that runs through a whole
    /// sheet the first places are told, the others counted.
    pub fn add(&mut self, mut finding: Finding) {
        if !is_shared(finding.at.place.path()) {
            finding.document.clone_from(&self.document);
        }
        // A repetition says the same thing soon after; looking further back would make a long sheet of faults slow.
        const NEAR: usize = 256;
        let is_known = self.list.iter().rev().take(NEAR).any(|known| {
            (&known.code, &known.at.place, &known.message)
                == (&finding.code, &finding.at.place, &finding.message)
        });
        if !is_known {
            self.stamp(&mut finding);
            self.surplus.push(finding, &mut self.list);
        }
    }

    /// Lets stand what the waivers cover, found already or yet to be; of several the first gives the reason.
    pub fn waive(&mut self, waivers: Vec<Waiver>) {
        self.waivers.extend(waivers);
        let mut list = std::mem::take(&mut self.list);
        list.iter_mut().for_each(|finding| self.stamp(finding));
        self.list = list;
    }

    fn stamp(&self, finding: &mut Finding) {
        if finding.waived.is_none() {
            finding.waived = self.reason(finding).map(str::to_owned);
        }
    }

    fn reason(&self, finding: &Finding) -> Option<&str> {
        self.waivers.iter().find(|waiver| waiver.covers(finding)).map(|waiver| waiver.reason.as_str())
    }

    /// Whether these findings refuse the document, or those of its dossier that no waiver of its own covers.
    pub fn refuse_document(&self, of_dossier: &Self, strict: bool) -> bool {
        let shared = |finding: &&Finding| finding.weighs(strict) && self.reason(finding).is_none();
        self.list.iter().any(|finding| finding.weighs(strict)) || of_dossier.list.iter().any(|f| shared(&f))
    }

    /// Everything that is let stand for this document, with the reasons.
    pub fn waived(&self, of_dossier: &Self) -> Vec<Waived> {
        let own = self.list.iter().filter_map(|finding| Some((finding, finding.waived.as_deref()?)));
        let shared = of_dossier.list.iter();
        let shared =
            shared.filter_map(|finding| Some((finding, finding.waived.as_deref().or(self.reason(finding))?)));
        own.chain(shared).map(|(finding, reason)| Waived::of(finding, reason)).collect()
    }

    /// Whether anything that was found needs the waiver.
    pub fn need(&self, waiver: &Waiver) -> bool {
        self.list.iter().any(|finding| waiver.covers(finding))
    }

    /// Whether any finding refuses the document.
    pub fn refuse(&self) -> bool {
        self.list.iter().any(Finding::refuses)
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.list.iter()
    }

    /// Hands the list over, sorted by place, with the lines around every place.
    pub fn into_sorted(mut self, sources: &Sources) -> Vec<Finding> {
        self.list.sort_by(|a, b| (&a.at.place, &a.code).cmp(&(&b.at.place, &b.code)));
        self.list.into_iter().map(|finding| finding.with_excerpts(sources)).collect()
    }
}
