//! The size of a table's text and the widths of its columns, worked out once for page and Word draft.
//!
//! Widths are fixed lengths made of the columns' weights: widths that follow the text would make the layout measure
//! every cell of a long annex.

#![expect(clippy::float_arithmetic, reason = "lengths on paper, not figures")]

use serde_json::Value;

use super::blocks::TableColumn;

/// What the profile says of tables (`bang`).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TableForm {
    /// `cac_co`: permitted sizes, the largest first.
    pub sizes: Vec<f64>,
    /// `em_moi_ky_tu`: the estimated width of a character.
    pub em_a_character: f64,
    /// `dem_ngang_pt`: the space on either side of a cell's text.
    pub inset_pt: f64,
}

/// A table's size and widths.
#[derive(Debug, Clone, PartialEq)]
pub struct Widths {
    pub size_pt: f64,
    /// Of the text in each column; the cell is wider by an inset on either side.
    pub text_pt: Vec<f64>,
    /// Whether every column has what it cannot do without.
    pub fits: bool,
}

impl TableForm {
    /// Reads the profile.
    pub fn of(profile: &Value) -> Self {
        let form = &profile["bang"];
        let number = |key: &str| form[key].as_f64().unwrap_or_default();
        Self {
            sizes: form["cac_co"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect(),
            em_a_character: number("em_moi_ky_tu"),
            inset_pt: number("dem_ngang_pt"),
        }
    }

    /// The largest permitted size at which every column gets the characters that it would like; failing that, the
    /// smallest size, with what is left over shared out above what each column cannot do without.
    pub fn widths(&self, columns: &[TableColumn], width_pt: f64) -> Widths {
        let count = columns.iter().map(|_| 1.0).sum::<f64>();
        let free = width_pt - 2.0 * self.inset_pt * count;
        let wanted: f64 = columns.iter().map(|column| f64::from(column.width)).sum();
        let least: f64 = columns.iter().map(|column| f64::from(column.least)).sum();
        let shared = |of: fn(&TableColumn) -> u32, all: f64| {
            columns.iter().map(|column| free * (f64::from(of(column)) / all)).collect()
        };
        let fitting = self.sizes.iter().find(|size| wanted * (self.em_a_character * **size) <= free);
        if let Some(size) = fitting {
            return Widths { size_pt: *size, text_pt: shared(|column| column.width, wanted), fits: true };
        }
        let size_pt = self.sizes.last().copied().unwrap_or_default();
        let character = self.em_a_character * size_pt;
        let spare = free - least * character;
        if spare < 0.0 {
            return Widths { size_pt, text_pt: shared(|column| column.least, least), fits: false };
        }
        let extra = (wanted - least).max(1.0);
        let width = |column: &TableColumn| {
            let (width, least) = (f64::from(column.width), f64::from(column.least));
            least * character + spare * ((width - least) / extra)
        };
        Widths { size_pt, text_pt: columns.iter().map(width).collect(), fits: true }
    }
}

/// Millimetres in points, by the typesetter's own ratio.
pub fn pt_of_mm(mm: f64) -> f64 {
    mm * 360.0 / 127.0
}

/// The width in points between the margins, by the profile.
pub fn text_width_pt(profile: &Value, landscape: bool) -> f64 {
    let paper = &profile["trang"];
    let side = paper[if landscape { "cao_mm" } else { "rong_mm" }].as_f64().unwrap_or_default();
    let margin = |key: &str| paper[key]["gia_tri"].as_f64().or(paper[key].as_f64()).unwrap_or_default();
    pt_of_mm(side - margin("le_trai") - margin("le_phai"))
}
