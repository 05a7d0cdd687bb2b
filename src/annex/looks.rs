//! How cells look: Times New Roman, sizes, borders, number formats.
//!
//! - Holds: the looks that a sheet uses, and the library's formats made of them, each made once.
//! - In and out: a `Look` in, a `Format` out.
//! - Never here: what stands in a cell and where.
//! - Why: a look is plain data that can be compared, so 10,000 cells share a dozen formats.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::model::blocks::Align;
use crate::model::table::RowKind;

const FONT: &str = "Times New Roman";
/// Size of the table's text, and of whatever the clerk adds.
pub(super) const TABLE_SIZE: u32 = 12;
/// A pale yellow that prints as white.
const OPEN_GROUND: u32 = 0x00FF_F9E0;

/// How one cell looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Look {
    pub(super) points: u32,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) align: Side,
    /// Part of the table: with borders on all sides.
    pub(super) bordered: bool,
    pub(super) number: NumberLook,
    /// Stays text when the clerk edits the cell, although it begins like a formula.
    pub(super) quoted: bool,
    /// For whoever receives the workbook to fill in: not locked, on a pale ground.
    pub(super) open: bool,
}

/// Where the text stands in its cell; unlike the model's `Align` it can be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    Left,
    Center,
    Right,
}

/// How a number is shown; Excel writes the codes the English way and shows them as the clerk's Windows does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NumberLook {
    /// Text, or a number as it is.
    General,
    /// 13.342 or 13.342,50: thousands apart, with so many decimals.
    Grouped(u32),
    /// 7,97: a rate with so many decimals.
    Plain(u32),
    /// 7,97%: a cell of 0.0797 with so many decimals.
    Ratio(u32),
    /// 03, but 0 and 1.200: a count of one digit takes a zero before it.
    TwoDigits,
    /// 05/3/2020 but 05/01/2020: only January and February take a zero.
    Date { zero_month: bool },
}

impl Look {
    /// A cell of a row of the table.
    pub(super) fn in_row(align: Align, kind: RowKind) -> Self {
        let is_sum = matches!(kind, RowKind::Group { .. } | RowKind::Total);
        Self { italic: kind == RowKind::Part, ..Self::in_table(align, is_sum) }
    }

    /// A cell of the table.
    fn in_table(align: Align, bold: bool) -> Self {
        let align = match align {
            Align::Left => Side::Left,
            Align::Center => Side::Center,
            Align::Right => Side::Right,
        };
        Self { align, bold, bordered: true, ..Self::around(TABLE_SIZE, Side::Left) }
    }

    /// A cell of the table's head.
    pub(super) fn head() -> Self {
        Self::in_table(Align::Center, true)
    }

    /// A line above or below the table, by its component; the sizes are those of `templates/nd30.yaml`.
    pub(super) fn of_component(component: &str) -> Self {
        match component {
            "phu_luc_nhan" | "phu_luc_tieu_de" => Self { bold: true, ..Self::around(14, Side::Center) },
            "phu_luc_kem_theo" => Self { italic: true, ..Self::around(13, Side::Center) },
            "phu_luc_don_vi" => Self { italic: true, ..Self::around(13, Side::Right) },
            "phu_luc_ghi_chu" => Self { italic: true, ..Self::around(12, Side::Left) },
            _ => Self::around(13, Side::Left),
        }
    }

    fn around(points: u32, align: Side) -> Self {
        Self {
            points,
            bold: false,
            italic: false,
            align,
            bordered: false,
            number: NumberLook::General,
            quoted: false,
            open: false,
        }
    }

    fn format(self) -> Format {
        let mut format = base(self.points)
            .set_align(match self.align {
                Side::Left => FormatAlign::Left,
                Side::Center => FormatAlign::Center,
                Side::Right => FormatAlign::Right,
            })
            .set_align(FormatAlign::VerticalCenter);
        // A number that does not fit must show as ### and never be broken into lines.
        format = match self.number.code() {
            Some(code) => format.set_num_format(code),
            None => format.set_text_wrap(),
        };
        if self.bold {
            format = format.set_bold();
        }
        if self.italic {
            format = format.set_italic();
        }
        if self.bordered {
            format = format.set_border(FormatBorder::Thin);
        }
        if self.open {
            format = format.set_unlocked().set_background_color(OPEN_GROUND);
        }
        if self.quoted { format.set_quote_prefix() } else { format }
    }
}

impl NumberLook {
    /// Excel's code, or `None` for its general look.
    fn code(self) -> Option<String> {
        let with_decimals = |whole: &str, decimals: u32| match usize::try_from(decimals) {
            Ok(decimals) if decimals > 0 => format!("{whole}.{}", "0".repeat(decimals)),
            _ => whole.to_owned(),
        };
        match self {
            Self::General => None,
            Self::Grouped(decimals) => Some(with_decimals("#,##0", decimals)),
            Self::Plain(decimals) => Some(with_decimals("0", decimals)),
            Self::Ratio(decimals) => Some(format!("{}%", with_decimals("0", decimals))),
            Self::TwoDigits => Some("[=0]0;#,#00".to_owned()),
            Self::Date { zero_month: true } => Some("dd/mm/yyyy".to_owned()),
            Self::Date { zero_month: false } => Some("dd/m/yyyy".to_owned()),
        }
    }
}

/// The formats of one sheet.
#[derive(Default)]
pub(super) struct Looks {
    formats: BTreeMap<Look, Format>,
}

impl Looks {
    pub(super) fn format(&mut self, look: Look) -> &Format {
        self.formats.entry(look).or_insert_with(|| look.format())
    }
}

/// The look of every other cell, with the height of its row and the width of its column in pixels.
pub(super) fn of_workbook() -> (Format, u32, u32) {
    (base(TABLE_SIZE), 21, 72)
}

/// The text without signs that XML cannot hold; a line break stays.
pub(super) fn writable(text: &str) -> String {
    text.chars()
        .filter(|c| matches!(c, '\n' | '\t') || !(c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}')))
        .collect()
}

fn base(points: u32) -> Format {
    // Family 1 is Roman: where the font is missing, another one with serifs is taken.
    Format::new().set_font_name(FONT).set_font_family(1).set_font_size(points)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_the_codes_that_excel_turns_into_vietnamese() {
        for (look, code) in [
            (NumberLook::General, None),
            (NumberLook::Grouped(0), Some("#,##0")),
            (NumberLook::Grouped(2), Some("#,##0.00")),
            (NumberLook::Plain(0), Some("0")),
            (NumberLook::Plain(2), Some("0.00")),
            (NumberLook::TwoDigits, Some("[=0]0;#,#00")),
            (NumberLook::Date { zero_month: true }, Some("dd/mm/yyyy")),
            (NumberLook::Date { zero_month: false }, Some("dd/m/yyyy")),
        ] {
            assert_eq!(look.code().as_deref(), code);
        }
    }

    #[test]
    fn sums_are_bold_and_parts_italic() {
        let look = |kind| Look::in_row(Align::Left, kind);
        for (kind, bold, italic) in [
            (RowKind::Unit, false, false),
            (RowKind::Group { level: 1 }, true, false),
            (RowKind::Total, true, false),
            (RowKind::Part, false, true),
        ] {
            assert_eq!((look(kind).bold, look(kind).italic), (bold, italic), "{kind:?}");
        }
    }

    #[test]
    fn signs_that_xml_cannot_hold_are_left_out() {
        assert_eq!(writable("Hộ\r\nnghèo\u{1}\u{FFFE}"), "Hộ\nnghèo");
    }
}
