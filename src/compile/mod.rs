//! Blocks to pages to PDF bytes, and pages to printed lines. The only place that knows typst.
//!
//! Comes in: `Blocks`, the form as data, templates and fonts. Goes out: `Pages`, with the lines as a reader sees them.
//! Never here: what a figure means, what a component is for; a clerk's text is data and never Typst source.
//! Why: one constant main file and one engine a process keep a document at a few milliseconds.

mod data;
mod export;
mod lines;
mod rows;
mod ruler;
mod world;

use serde_json::json;
use typst::diag::{Severity, SourceDiagnostic, Warned};
use typst::{World, WorldExt};
use typst_layout::PagedDocument;

use crate::diag::{Finding, Place, rules};
use crate::model::blocks::{Blocks, Properties};
use crate::model::printed::Printed;
use crate::model::profile::Profile;
use crate::templates::Templates;
pub use export::Export;
pub use ruler::Ruler;
use world::BlockWorld;

/// The typesetter of one process: fonts and layout sources stay loaded between documents.
pub struct Engine {
    world: BlockWorld,
    fonts: Vec<String>,
    /// What the form in force says of paper and tables.
    form: data::TableLayout,
}

/// Laid-out pages.
pub struct Pages {
    document: PagedDocument,
    properties: Properties,
    /// What a reader sees, line by line.
    pub printed: Printed,
    /// What the typesetter warns of, in its own words.
    pub warnings: Vec<String>,
}

/// What a document of more pages than this leaves behind is too much to keep.
const LONG: usize = 30;

impl Engine {
    /// Loads the fonts and the layout; a form must be set before the first document. Call it once a process.
    pub fn new(templates: &Templates) -> Self {
        let world = BlockWorld::new(templates);
        let fonts = world.families();
        Self { world, fonts, form: data::TableLayout::default() }
    }

    /// The font that text is set in.
    pub fn font(&self) -> &str {
        self.fonts.first().map_or("", String::as_str)
    }

    /// The widths of texts in the font that text is set in.
    pub fn ruler(&self) -> Ruler {
        Ruler::of(&self.world, self.font())
    }

    /// What the typesetter read for the document that was laid out last, but for the fonts: to lay it out elsewhere.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        self.world.files()
    }

    /// The form of the documents that follow.
    pub fn set_profile(&mut self, profile: &Profile) {
        self.form = data::TableLayout::of(&profile.all);
        self.world.set_profile(data::profile(&profile.all).to_string().into_bytes());
    }

    /// How the PDFs that follow are written.
    pub fn set_export(&mut self, export: Export) {
        self.world.set_tagged(export.is_tagged());
    }

    /// Lays a document out; a fault of the layout's sources is a finding at their line.
    pub fn pages(&mut self, blocks: &Blocks, properties: &Properties) -> Result<Pages, Vec<Finding>> {
        let data = json!({
            "fonts": self.fonts,
            "meta": {
                "title": properties.title,
                "author": properties.author,
                "date": [properties.year, properties.month, properties.day],
            },
            "sections": data::sections(blocks, &self.form),
        });
        self.world.set_blocks(data.to_string().into_bytes());
        let Warned { output, warnings } = typst::compile::<PagedDocument>(&self.world);
        let result = match output {
            Ok(document) => Ok(Pages {
                printed: lines::of(&document),
                document,
                properties: properties.clone(),
                warnings: warnings
                    .iter()
                    .map(|warning| warning.message.to_string())
                    .chain(
                        self.world
                            .unreadable_fonts
                            .iter()
                            .map(|path| format!("unknown font: templates/{path}")),
                    )
                    .collect(),
            }),
            Err(errors) => Err(errors.iter().map(|error| self.finding(error)).collect()),
        };
        // Without this the cache grows by megabytes a document (design: «Measured facts»). What this document and the
        // last two have used stays: the form, the layout's own values, and whatever paragraphs documents share.
        let is_long = result.as_ref().is_ok_and(|pages| pages.count() > LONG);
        comemo::evict(if is_long { 0 } else { 2 });
        result
    }

    fn finding(&self, error: &SourceDiagnostic) -> Finding {
        debug_assert_eq!(error.severity, Severity::Error);
        let place = error.span.id().and_then(|id| {
            let file = format!("templates/layout/{}", id.vpath().get_without_slash());
            let range = self.world.range(error.span)?;
            let source = self.world.source(id).ok()?;
            let (line, column) = source.lines().byte_to_line_column(range.start)?;
            Some(Place::Text { file, line: line + 1, column: column + 1, width: 1 })
        });
        let mut finding = Finding::new(
            &rules::LAYOUT_SOURCE,
            place.unwrap_or_else(|| Place::file("templates/layout/main.typ")),
            format!("tệp dàn trang có lỗi: {}", error.message),
        )
        .help("sửa tệp trong templates/layout, hoặc xóa nó để dùng tệp gốc của chương trình");
        for hint in &error.hints {
            finding = finding.note(hint.v.to_string());
        }
        finding
    }
}

impl Pages {
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }
}
