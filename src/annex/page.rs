//! How a sheet is printed: A4, as wide as the page, the page number above, each annex counted from 1.
//!
//! - Holds: paper, margins and the page number of the decree, in Excel's units.
//! - In and out: a worksheet in, its print set-up out.
//! - Never here: what stands on the sheet; the head's rows, which repeat on every page.
//! - Why: a clerk prints the sheet and lays it beside the PDF, so both keep the same margins.

#![expect(
    clippy::float_arithmetic,
    reason = "margins are measured in millimetres and inches, not in figures"
)]

use rust_xlsxwriter::Worksheet;

use crate::model::profile::Paper;

/// Excel's number of the paper size A4.
const A4: u8 = 9;
const MM_PER_INCH: f64 = 25.4;

/// Of the footer, in points.
const FOOTER_SIZE: u32 = 10;

/// Sets a worksheet up for printing; `symbol` is the document's number and symbol.
pub(super) fn set_up(worksheet: &mut Worksheet, paper: &Paper, landscape: bool, symbol: &str) {
    let inches = |mm: f64| mm / MM_PER_INCH;
    // The page number stands in the middle of the top margin; `first_page` takes it from the first one.
    let header = inches(paper.top_mm) / 2.0;
    worksheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(
            inches(paper.left_mm),
            inches(paper.right_mm),
            inches(paper.top_mm),
            inches(paper.bottom_mm),
            header,
            header,
        )
        .set_header(format!("&C&\"Times New Roman,Regular\"&{}&P", paper.page_number_pt))
        .set_header_footer_scale_with_doc(false)
        .set_print_first_page_number(1);
    if !symbol.is_empty() {
        worksheet.set_footer(footer(symbol));
    }
    if landscape {
        worksheet.set_landscape();
    }
}

/// The document's symbol in the left corner, as Excel's code for a footer.
pub(super) fn footer(symbol: &str) -> String {
    // The blank keeps a number apart from the size before it.
    format!("&L&\"Times New Roman,Italic\"&{FOOTER_SIZE} {}", symbol.replace('&', "&&"))
}
