//! How a sheet is printed: A4, as wide as the page, the page number above, each annex counted from 1.
//!
//! - Holds: paper, margins and the page number of the decree, in Excel's units.
//! - In and out: a worksheet in, its print set-up out.
//! - Never here: what stands on the sheet; the head's rows, which repeat on every page.
//! - Why: a clerk prints the sheet and lays it beside the PDF, so both keep the same margins.

use rust_xlsxwriter::Worksheet;

/// Excel's number of the paper size A4.
const A4: u8 = 9;
/// The decree's margins in inches: 20 mm at the top and the foot, 30 mm at the left, 15 mm at the right (`nd30.yaml`, `trang`).
const MARGIN: f64 = 0.787_402;
const MARGIN_LEFT: f64 = 1.181_102;
const MARGIN_RIGHT: f64 = 0.590_551;
/// The page number stands in the middle of the top margin.
const MARGIN_HEADER: f64 = 0.393_701;
/// The page number, centred. The library cannot leave it out on the first page.
const HEADER: &str = "&C&\"Times New Roman,Regular\"&14&P";

/// Sets a worksheet up for printing.
pub(super) fn set_up(worksheet: &mut Worksheet, landscape: bool) {
    worksheet
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_margins(MARGIN_LEFT, MARGIN_RIGHT, MARGIN, MARGIN, MARGIN_HEADER, MARGIN_HEADER)
        .set_header(HEADER)
        .set_header_footer_scale_with_doc(false)
        .set_print_first_page_number(1);
    if landscape {
        worksheet.set_landscape();
    }
}
