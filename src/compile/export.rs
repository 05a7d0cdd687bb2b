//! Pages to PDF bytes: plain, in a standard, with or without structure.

use typst::diag::SourceDiagnostic;
use typst::foundations::{Datetime, Smart};
use typst_pdf::{PdfOptions, PdfStandards, Timestamp};

use super::Pages;
use crate::diag::{Finding, Place, rules};
use crate::model::blocks::Properties;
use crate::model::pdf_standard::PdfStandard;
use crate::vietnamese::text::beginning;

/// How a PDF is written.
#[derive(Debug, Clone, Copy)]
pub struct Export {
    standard: Option<PdfStandard>,
    tagged: bool,
}

impl Default for Export {
    /// A plain PDF with structure.
    fn default() -> Self {
        Self { standard: None, tagged: true }
    }
}

impl Export {
    /// The command line's words: a standard's name, and whether structure is left out.
    pub fn of(standard: Option<&str>, untagged: bool) -> Self {
        Self { standard: standard.and_then(PdfStandard::named), tagged: !untagged }
    }

    /// Whether the file has structure.
    pub fn is_tagged(self) -> bool {
        self.tagged
    }

    fn standards(self) -> PdfStandards {
        let list: Vec<_> = self.standard.map(typst_standard).into_iter().collect();
        // One standard alone contradicts nothing.
        PdfStandards::new(&list).unwrap_or_default()
    }
}

impl Pages {
    /// The PDF's bytes: the same for the same blocks on every machine. What keeps it from the standard is a finding
    /// about the document with this YAML file.
    pub fn pdf(&self, export: &Export, file: &str) -> Result<Vec<u8>, Vec<Finding>> {
        let Properties { title, author, year, month, day } = &self.properties;
        let date = u8::try_from(*month)
            .ok()
            .zip(u8::try_from(*day).ok())
            .and_then(|(month, day)| Datetime::from_ymd_hms(i32::from(*year), month, day, 0, 0, 0));
        let options = PdfOptions {
            ident: Smart::Custom(format!("{title}\n{author}")),
            creator: Smart::Custom(Some("duthao".to_owned())),
            timestamp: date.map(Timestamp::new_utc),
            standards: export.standards(),
            tagged: export.tagged,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options)
            .map_err(|errors| errors.iter().map(|error| self.not_met(export, error, file)).collect())
    }

    /// What the exporter says, in the clerk's words where there are some, beside its own.
    fn not_met(&self, export: &Export, error: &SourceDiagnostic, file: &str) -> Finding {
        let hints = error.hints.iter().map(|hint| hint.v.as_str());
        let said = || std::iter::once(error.message.as_str()).chain(hints.clone());
        let known = WORDS.iter().find(|(part, _)| said().any(|said| said.contains(part)));
        let standard = export.standard.map_or_else(|| "PDF".to_owned(), PdfStandard::title);
        let reason = known.map(|(_, words)| format!(": {words}")).unwrap_or_default();
        let message = format!("văn bản không ghi được theo {standard}{reason}");
        let line = self.printed.lines.iter().find(|line| line.text.contains(is_private));
        let place = match line.filter(|_| error.message.contains("codepoint")) {
            Some(line) => {
                Place::Page { file: file.to_owned(), page: line.page, text: beginning(line.text.trim_end()) }
            }
            None => Place::file(file),
        };
        let finding = Finding::new(&rules::PDF_STANDARD, place, message);
        said()
            .fold(finding, |finding, said| finding.note(format!("chương trình dàn trang báo: «{said}»")))
            .help("sửa chỗ được nêu, chọn tiêu chuẩn khác (--pdf-standard a-2b), hoặc bỏ --pdf-standard")
    }
}

fn typst_standard(standard: PdfStandard) -> typst_pdf::PdfStandard {
    match standard {
        PdfStandard::A1b => typst_pdf::PdfStandard::A_1b,
        PdfStandard::A2b => typst_pdf::PdfStandard::A_2b,
        PdfStandard::A2u => typst_pdf::PdfStandard::A_2u,
        PdfStandard::A2a => typst_pdf::PdfStandard::A_2a,
        PdfStandard::A3b => typst_pdf::PdfStandard::A_3b,
        PdfStandard::A3u => typst_pdf::PdfStandard::A_3u,
        PdfStandard::A3a => typst_pdf::PdfStandard::A_3a,
        PdfStandard::A4 => typst_pdf::PdfStandard::A_4,
        PdfStandard::Ua1 => typst_pdf::PdfStandard::Ua_1,
    }
}

/// A part of what the exporter may say, and the same for a clerk.
const WORDS: [(&str, &str); 6] = [
    ("private area", "có ký tự riêng của một phông chữ, phần mềm khác không đọc được"),
    ("too restrictive", "phông chữ trong templates/fonts không cho phép nhúng vào tệp lưu trữ"),
    ("could not be displayed", "có ký tự mà phông chữ không có"),
    ("disallowed codepoint", "có ký tự không được phép"),
    ("transparen", "có chữ hoặc nét trong suốt"),
    ("too many indirect objects", "văn bản quá dài cho tiêu chuẩn này"),
];

/// A character that means nothing outside its font.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}
