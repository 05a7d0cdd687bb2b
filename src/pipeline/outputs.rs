//! The finished files of a laid-out document, each read back before it is handed on.

use super::made::{BuiltFile, LaidOut};
use super::{Course, Order, Workshop};
use crate::fault::Fault;
use crate::model::printed::Printed;
use crate::readback::{self, PrintedText};
use crate::record::{PrintedFile, TextRow};
use crate::stopwatch::Stage;
use crate::{annex, draft, record};

/// The finished files of a document, and its text for the manifest.
pub(super) struct Files {
    pub files: Vec<BuiltFile>,
    pub text: Vec<TextRow>,
}

impl Workshop {
    /// The files that are wanted; `None` when a PDF cannot be what was ordered, which
    /// is a finding. A draft or a workbook that does not say what the pages say is a fault.
    pub(super) fn files(
        &mut self,
        laid_out: &LaidOut,
        order: &Order,
        name: &str,
        dossier: &str,
        course: &mut Course,
    ) -> Result<Option<Files>, Fault> {
        let LaidOut { checked, blocks, properties, paper, pdfs } = laid_out;
        let Course { findings, watch, .. } = course;
        let wants = |kind: &str| order.kinds.iter().any(|wanted| wanted == kind);
        let mut files = Vec::new();
        if wants("pdf") {
            for pdf in pdfs {
                let bytes = match pdf.pages.pdf(&self.export, &checked.document().file) {
                    Ok(bytes) => bytes,
                    Err(list) => {
                        list.into_iter().for_each(|finding| findings.add(finding));
                        return Ok(None);
                    }
                };
                files.push(BuiltFile { name: pdf.name(name), bytes, pages: Some(pdf.pages.count()) });
            }
            watch.lap(Stage::Pdf);
        }
        let pages: Vec<&Printed> = pdfs.iter().map(|pdf| &pdf.pages.printed).collect();
        let on_pages = PrintedText::of(blocks, &pages);
        let differs = |difference: String| {
            Fault::Internal(format!(
                "«{dossier}/{name}»: các tệp không nói như nhau nên không tệp nào được ghi ({difference}); nếu đã sửa templates/ thì xem lại chỗ sửa trước"
            ))
        };
        watch.lap(Stage::ReadBack);
        if wants("xlsx")
            && let Some(bytes) =
                annex::workbook(checked, blocks, properties, paper).map_err(Fault::Internal)?
        {
            watch.lap(Stage::Annex);
            readback::workbook(&bytes, &on_pages).map_err(differs)?;
            watch.lap(Stage::ReadBack);
            files.push(BuiltFile { name: format!("{name}.xlsx"), bytes, pages: None });
        }
        watch.lap(Stage::Annex);
        if wants("docx") {
            let origin = draft::Origin::of(dossier, name);
            let ruler = self.typesetting.ready().engine.ruler();
            let (choice, profile) = self.chosen.as_ref().expect("a laid-out document has a form");
            let known = self.drafts.take().filter(|(form, _)| form == choice);
            let (_, drafts) =
                self.drafts.insert(known.unwrap_or_else(|| (choice.clone(), draft::Drafts::of(profile))));
            let bytes = drafts.docx(blocks, properties, origin, &ruler).map_err(Fault::Internal)?;
            watch.lap(Stage::Draft);
            readback::draft(&bytes, &on_pages).map_err(differs)?;
            watch.lap(Stage::ReadBack);
            files.push(BuiltFile { name: format!("{name}.docx"), bytes, pages: None });
        }
        let internal = |error: serde_json::Error| Fault::Internal(error.to_string());
        let printed: Vec<PrintedFile<'_>> = pdfs
            .iter()
            .map(|pdf| PrintedFile { name: pdf.part.as_ref().map(|_| pdf.name(name)), pages: &pdf.pages })
            .collect();
        let text = record::text_record(checked, blocks);
        let figures = serde_json::to_value(record::figures(checked, &text, &printed)).map_err(internal)?;
        let figures = serde_json::to_string_pretty(&figures).map_err(internal)?;
        let bytes = format!("{figures}\n").into_bytes();
        files.push(BuiltFile { name: format!("{name}.figures.json"), bytes, pages: None });
        Ok(Some(Files { files, text: text.paragraphs }))
    }
}
