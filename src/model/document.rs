//! A dossier and its documents, in the shapes that the stages hand on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rust_decimal::Decimal;

use super::body::{BodyItem, PrintedTable, Written};
use super::fan_out::{FanOut, Unit};
use super::figure::Figure;
use super::habits::Habits;
use super::profile::FormChoice;
use super::register::Register;
use super::same_fact::SameFact;
use super::table::Table;
use super::text::{ClerkText, RichText, Run, RunSource};
use super::timeline::Timeline;
use crate::diag::{Located, Place, Waiver};
use crate::vietnamese::date::IssueDate;

/// A constant of the dossier (`hang_so`) with the source that the clerk names for it.
#[derive(Debug, Clone)]
pub struct Constant {
    pub value: Decimal,
    pub unit: Option<String>,
    pub source: String,
    pub place: Place,
}

/// What the documents of a dossier share: figures with their places.
#[derive(Debug, Default)]
pub struct Dossier {
    /// The folder's name, e.g. `dak-nong-2023`.
    pub id: String,
    pub tables: BTreeMap<String, Arc<Table>>,
    /// Every table that `ho-so.yaml` names, read or not: a reference to one that could not be read is no second fault.
    pub declared_tables: Vec<String>,
    pub constants: BTreeMap<String, Constant>,
    /// Every constant that `ho-so.yaml` names, read or not.
    pub declared_constants: Vec<String>,
    /// The register of units (`dia_ban`), where the office names one.
    pub register: Option<Arc<Register>>,
    /// `doi_chieu`: what is stated in several places and must be the same.
    pub same_facts: Vec<SameFact>,
    /// `nam` of `ho-so.yaml` or `chung.yaml`, the year that its tables are of.
    pub year: Option<i16>,
    /// Where it is written.
    pub year_place: Option<Place>,
    /// `moc_thoi_gian`: the office's own dated records.
    pub timeline: Timeline,
    /// `bo_qua` of `ho-so.yaml`, for all documents.
    pub waivers: Vec<Waiver>,
}

impl Dossier {
    /// The same dossier with other tables.
    #[must_use]
    pub fn with_tables(&self, tables: BTreeMap<String, Arc<Table>>) -> Self {
        Self {
            id: self.id.clone(),
            tables,
            declared_tables: self.declared_tables.clone(),
            constants: self.constants.clone(),
            declared_constants: self.declared_constants.clone(),
            register: self.register.clone(),
            same_facts: Vec::new(),
            year: self.year,
            year_place: self.year_place.clone(),
            timeline: self.timeline.clone(),
            waivers: self.waivers.clone(),
        }
    }
}

/// Whether a document is a draft (DỰ THẢO) or issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Draft,
    Issued,
}

/// On paper the pointer line of an annex is filled in; in electronic form its blanks stay (nd30.md row 98).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    Paper,
    Electronic,
}

/// Legal bases as a list, or (form 1.4 only) as one running paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BasisStyle {
    List,
    Paragraph,
}

/// The head of a document: who issues it, its number, date and place.
#[derive(Debug, Clone)]
pub struct Identity<T> {
    pub issuer: T,
    pub parent: Option<T>,
    pub abbreviation: String,
    /// `don_vi_soan`: the drafting unit in the symbol of a kind without an abbreviation (nd30.md row 39).
    pub drafting_unit: Option<String>,
    pub place_name: String,
    pub kind: String,
    /// The form of Phụ lục III, e.g. `1.4`.
    pub form: String,
    /// Blank until the registry gives a number.
    pub number: Option<u32>,
    pub date: Option<Located<IssueDate>>,
    pub year: i16,
    pub status: Status,
    /// «DỰ THẢO LẦN 2».
    pub draft_number: Option<u32>,
    pub medium: Medium,
}

impl<T> Identity<T> {
    /// «KH-UBND»; without an abbreviation of the kind, the drafting unit follows: «UBND-KGVX» (nd30.md rows 38, 39).
    pub fn symbol(&self, kind: Option<&str>) -> String {
        let issuer = &self.abbreviation;
        match (kind, &self.drafting_unit) {
            (Some(kind), _) => format!("{kind}-{issuer}"),
            (None, Some(unit)) => format!("{issuer}-{unit}"),
            (None, None) => issuer.clone(),
        }
    }
}

/// What stands around the text: stamps, contact line, drafter's mark (nd30.md rows 93, 106, 108, 109).
#[derive(Debug, Clone, Default)]
pub struct Marks<T> {
    /// «HỎA TỐC», as printed.
    pub urgency: Option<String>,
    /// «LƯU HÀNH NỘI BỘ», as printed.
    pub circulation: Option<String>,
    pub contact: Option<T>,
    /// The drafter's initials.
    pub drafter: Option<String>,
    pub copies: Option<u32>,
}

/// A field that only this form has, by its key.
#[derive(Debug, Clone)]
pub enum Field<T> {
    Texts(Vec<T>),
    Date(IssueDate),
    YesNo(bool),
}

/// Who signs: up to three authority lines, and a name that may stay blank.
#[derive(Debug, Clone, Default)]
pub struct Signatory {
    pub lines: Vec<String>,
    pub name: Option<String>,
}

/// What an annex holds.
#[derive(Debug, Clone)]
pub enum AnnexContent<T, B> {
    Table(PrintedTable<T>),
    Body(Vec<B>),
}

#[derive(Debug, Clone)]
pub struct Annex<T, B> {
    /// `ten`: by which text refers to it.
    pub name: Option<Located<String>>,
    pub title: T,
    pub content: AnnexContent<T, B>,
    /// Whether it is a PDF of its own (form 2.2 in electronic form).
    pub own_file: bool,
    /// `bang_tinh`: how its sheet in the workbook is made.
    pub sheet: SheetOptions,
}

/// What a clerk asks of an annex's sheet in the workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetOptions {
    /// `ghi_nguon`: a comment on every figure that names its cell.
    pub tells_sources: bool,
    /// `khoa`: nothing but the open cells can be changed.
    pub is_locked: bool,
    /// `mo`: positions in the table of the columns that whoever receives the workbook fills in.
    pub open: Vec<usize>,
}

impl<T, B> Annex<T, B> {
    /// The table that it prints; an annex of text has none of its own.
    pub fn table(&self) -> Option<&PrintedTable<T>> {
        match &self.content {
            AnnexContent::Table(table) => Some(table),
            AnnexContent::Body(_) => None,
        }
    }
}

/// A document issued with this one (form 1.3), with its own head and numbering.
#[derive(Debug, Clone)]
pub struct Attachment<T, B> {
    pub kind: String,
    pub subject: T,
    pub lead_in: Option<T>,
    pub body: Vec<B>,
    pub signatory: Option<Signatory>,
    /// Whether it is a PDF of its own.
    pub own_file: bool,
}

/// One act that the document rests on, or a line of plain text.
#[derive(Debug, Clone)]
pub enum Basis<T> {
    Act {
        kind: String,
        number: Option<String>,
        issuer: Option<String>,
        date: Option<IssueDate>,
        subject: T,
        places: Box<ActPlaces>,
    },
    Text(T),
}

/// Where the parts of a legal basis stand that are written under keys of their own.
#[derive(Debug, Clone)]
pub struct ActPlaces {
    pub whole: Place,
    pub number: Option<Place>,
    pub issuer: Option<Place>,
    pub date: Option<Place>,
    pub subject: Place,
}

/// A document; `T` is its text and `B` a piece of its body, as loaded or as expanded.
#[derive(Debug, Clone)]
pub struct Document<T, B> {
    /// The file's name without its ending, e.g. `ke-hoach`.
    pub id: String,
    /// The YAML file, relative to the project.
    pub file: String,
    pub form: FormChoice,
    pub identity: Identity<T>,
    pub marks: Marks<T>,
    /// Empty where the form has none.
    pub subject: T,
    pub authority: Option<T>,
    pub addressees: Vec<T>,
    pub bases: Vec<Basis<T>>,
    pub basis_style: BasisStyle,
    pub lead_in: Option<T>,
    pub fields: BTreeMap<String, Field<T>>,
    pub body: Vec<B>,
    pub attachments: Vec<Attachment<T, B>>,
    pub annexes: Vec<Annex<T, B>>,
    pub recipients: Vec<T>,
    /// One, or two side by side from left to right.
    pub signatories: Vec<Signatory>,
    /// `thoi_quen`: how the office writes figures.
    pub habits: Habits,
    /// `bo_qua`: what the document lets stand, with a reason.
    pub waivers: Vec<Waiver>,
    /// `moi_dong`: whether it is one document for every row of a table.
    pub fan_out: Option<FanOut>,
    /// `danh_sach`: the fanned-out documents that its annexes list, by id.
    pub lists: Vec<ClerkText>,
    /// Where the value of every key stands that the document takes, in the nearest file that has it.
    pub keys: BTreeMap<String, Place>,
}

impl<T, B> Document<T, B> {
    /// Whether it says that it is one for every row of a table, be it rightly or not.
    pub fn is_fanned_out(&self) -> bool {
        self.keys.contains_key("moi_dong")
    }
}

/// A document as the clerk wrote it.
pub type Loaded = Document<ClerkText, BodyItem>;

/// A document with every reference resolved and every repetition written out, and the figures that it prints.
#[derive(Debug, Clone)]
pub struct Expanded {
    pub document: Document<RichText, Written>,
    pub figures: Vec<Figure>,
    /// The tables that it prints, or takes figures or names from.
    pub tables: BTreeSet<String>,
    /// Where the runs were written, by the number that each of them carries.
    pub sources: Vec<RunSource>,
    /// The unit's own rows of the tables that are printed so (`cua: dong`), by table.
    pub own: Arc<BTreeMap<String, Table>>,
    /// The unit that it is for, where the document is fanned out.
    pub unit: Option<Unit>,
}

impl Expanded {
    /// Where words stand in the YAML that begin at byte `at` of some runs and are `part`: the run that they begin in,
    /// else the nearest run that a clerk wrote.
    pub fn place_in(&self, runs: &[Run], at: usize, part: &str) -> Option<Place> {
        let mut begins = 0;
        let mut nearest: Option<(usize, Place)> = None;
        for run in runs {
            let ends = begins + run.text.len();
            if let Some(source) = run.source.and_then(|number| self.sources.get(number)) {
                if (begins..ends).contains(&at) {
                    return Some(source.place_of(at - begins, part));
                }
                let distance = if at < begins { begins - at } else { at - ends };
                if nearest.as_ref().is_none_or(|(least, _)| distance < *least) {
                    nearest = Some((distance, source.place_of(0, "")));
                }
            }
            begins = ends;
        }
        nearest.map(|(_, place)| place)
    }

    /// Where the run was written that byte `at` of some runs lies in.
    pub fn source_at(&self, runs: &[Run], at: usize) -> Option<&RunSource> {
        let mut ends = 0;
        let run = runs.iter().find(|run| {
            ends += run.text.len();
            at < ends
        });
        self.sources.get(run?.source?)
    }
}
