//! Blocks to the bytes of a Word draft (WordprocessingML).
//!
//! Comes in: `Blocks`, the form as data, the widths of texts. Goes out: one `.docx` with every section of the document.
//! Never here: wording, figures, what stands where; the forms have composed that for the PDF as well.
//! Why: leaders mark drafts up in Word, so the draft has real styles, tables and sections, and says what the PDF says.

#![expect(clippy::float_arithmetic, reason = "lengths on paper, not figures")]

mod body;
mod columns;
mod geometry;
mod items;
mod look;
mod package;
mod paragraphs;
mod props;
mod sections;
mod styles;
mod table;
mod xml;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::model::blocks::{Blocks, Properties};
use crate::model::measure::Measure;
use crate::model::profile::Profile;

/// The version of what a draft tells about itself (`docProps/custom.xml`) and of its bookmarks.
pub const VERSION: &str = "1";
/// The names of the properties in `docProps/custom.xml`, by which a draft that comes back is recognised.
pub const PROPERTIES: [&str; 4] = ["duthao", "duthao_ho_so", "duthao_van_ban", "duthao_don_vi"];
/// A paragraph's bookmark is this and its number among the document's paragraphs with text, as in `manifest.json`.
pub const PARAGRAPH_MARK: &str = "_d";
/// A table's bookmark is this and the table's number.
pub const TABLE_MARK: &str = "_b";

/// The style of tables of figures.
pub const FIGURE_TABLE: &str = "BangSoLieu";

/// Which document of which dossier a draft is.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'a> {
    pub dossier: &'a str,
    pub document: &'a str,
    /// The unit, where the document is one of many.
    pub unit: Option<&'a str>,
}

impl<'a> Origin<'a> {
    /// By what the names of the document's files begin with: `ke-hoach`, `quyet-dinh/huyen-tuy-duc`.
    pub fn of(dossier: &'a str, stem: &'a str) -> Self {
        let (document, unit) = stem.split_once('/').map_or((stem, None), |(id, unit)| (id, Some(unit)));
        Self { dossier, document, unit }
    }
}

/// The drafts of documents of one form: what they all have is made once.
#[derive(Debug)]
pub struct Drafts {
    form: look::Form,
    /// The parts that are the same in every draft, as a package, by the sizes of text in tables.
    shared: BTreeMap<BTreeSet<i64>, Vec<u8>>,
}

impl Drafts {
    pub fn of(profile: &Profile) -> Self {
        Self { form: look::Form::of(&profile.all), shared: BTreeMap::new() }
    }

    /// Writes the draft of a document; the same blocks give the same bytes.
    pub fn docx(
        &mut self,
        blocks: &Blocks,
        properties: &Properties,
        origin: Origin<'_>,
        measure: &dyn Measure,
    ) -> Result<Vec<u8>, String> {
        let sections = items::numbered(blocks)?;
        let written = body::of(&sections, &self.form, measure);
        let shared = match self.shared.entry(written.table_sizes.clone()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                new.insert(package::shared(styles::part(&self.form, &written.table_sizes))?)
            }
        };
        package::of(&written, shared, properties, origin)
    }
}
