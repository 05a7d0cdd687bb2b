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

/// Sets a worksheet up for printing.
pub(super) fn set_up(worksheet: &mut Worksheet, paper: &Paper, landscape: bool) {
    let inches = |mm: f64| mm / MM_PER_INCH;
    // The page number stands in the middle of the top margin; the library cannot leave it out on the first page.
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
    if landscape {
        worksheet.set_landscape();
    }
}
