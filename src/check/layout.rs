//! LAY001-LAY005: what the finished pages themselves say is wrong. The rules of the decree join them here.

use crate::compile::Pages;
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::figure::Figure;
use crate::vietnamese::text::beginning;

/// Runs every rule over the pages of the document with this YAML file.
pub fn pages(pages: &Pages, file: &str, findings: &mut Findings) {
    for line in &pages.printed.lines {
        if line.missing.is_empty() {
            continue;
        }
        let place = Place::Page { file: file.to_owned(), page: line.page, text: line.text.clone() };
        findings.add(
            Finding::new(
                &rules::MISSING_GLYPH,
                place,
                format!("phông chữ không có ký tự «{}»", line.missing),
            )
            .help("thay ký tự này, hoặc đặt phông chữ có ký tự đó vào templates/fonts"),
        );
    }
    overlaps(pages, file, findings);
    for warning in &pages.warnings {
        let rule = if warning.contains("unknown font") {
            &rules::UNKNOWN_FONT
        } else if warning.contains("did not converge") {
            &rules::UNSTABLE
        } else {
            continue;
        };
        findings.add(
            Finding::new(rule, Place::file(file), rule.what)
                .note(warning.as_str())
                .help("xem lại các tệp đã sửa trong templates/"),
        );
    }
}

/// LAY004: text that stands on other text, or runs off the paper. A figure under another is a figure lost.
fn overlaps(pages: &Pages, file: &str, findings: &mut Findings) {
    // What overlaps inside such a table needs no further words.
    if let Some((page, columns)) = pages.printed.too_wide.first() {
        let place = Place::Page { file: file.to_owned(), page: *page, text: String::new() };
        findings.add(
            Finding::new(
                &rules::OVERFLOW,
                place,
                format!("bảng {columns} cột quá rộng: ở cỡ chữ nhỏ nhất, số vẫn không đứng vừa cột"),
            )
            .help("bớt cột ở «cot» của phụ lục, hoặc tách thành hai phụ lục"),
        );
        return;
    }
    for line in &pages.printed.overprinted {
        let text = beginning(&line.text);
        let place = Place::Page { file: file.to_owned(), page: line.page, text: text.clone() };
        findings.add(
            Finding::new(
                &rules::OVERFLOW,
                place,
                format!("chữ «{text}» in chồng lên chữ bên cạnh hoặc ra ngoài trang"),
            )
            .help("một từ quá dài: thêm dấu cách; bảng quá rộng: bớt cột; dòng «lien_he» quá hai dòng: rút ngắn"),
        );
    }
}

/// LAY005: a figure of the text that stands on no page: a changed template has dropped it.
pub fn lost_figures(pages: &[&Pages], figures: &[Figure], file: &str, findings: &mut Findings) {
    for (at, figure) in figures.iter().enumerate() {
        if pages.iter().any(|pages| pages.printed.figure_pages.contains_key(&at)) {
            continue;
        }
        let place = figure.source.first().cloned().unwrap_or_else(|| Place::file(file));
        findings.add(
            Finding::new(
                &rules::LOST_FIGURE,
                Place::file(file),
                format!("số liệu {} có trong nội dung nhưng không có trên trang in", figure.text),
            )
            .also(place, "số liệu lấy ở đây")
            .help("mẫu trong templates/ đã bỏ mất một phần; so lại với mẫu gốc của chương trình"),
        );
        return;
    }
}
