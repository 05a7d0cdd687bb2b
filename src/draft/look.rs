//! How components look, read from the form: sizes, styles, spaces, in points.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::model::table_widths::{TableForm, pt_of_mm};

/// The form as far as a draft needs it.
#[derive(Debug)]
pub(super) struct Form {
    /// By the component's name.
    pub looks: BTreeMap<String, Look>,
    /// What a component looks like that the form does not know: a body paragraph.
    plain: Look,
    pub page: Page,
    pub table: TableForm,
    pub colour: String,
    pub body_size: f64,
    /// The whole form, for what only one place reads.
    all: Value,
}

/// Paper and margins, in points, upright.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    pub width: f64,
    pub height: f64,
    pub top: f64,
    pub bottom: f64,
    pub left: f64,
    pub right: f64,
}

/// Where a component stands that takes no room in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InMargin {
    /// In the middle of the right column of the head.
    OverHead,
    /// At the right corner.
    Corner,
    /// Under the text.
    Foot,
}

/// How long the line under a component is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Rule {
    AsText,
    /// A part of its last line.
    Share(f64),
}

#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    /// What messages call the component.
    pub name: String,
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
    pub capitals: bool,
    /// `left`, `right`, `center` or `both`.
    pub align: &'static str,
    pub is_indented: bool,
    pub before: f64,
    pub after: f64,
    /// In single lines.
    pub pitch: f64,
    pub rule: Option<Rule>,
    /// A line above, by its share of the width.
    pub rule_above: Option<f64>,
    pub keeps_next: bool,
    pub bold_label: bool,
    pub left: f64,
    pub is_framed: bool,
    /// The list that says how large the frame is for which words.
    pub frame_list: Option<String>,
    /// Room that is left blank.
    pub height: Option<f64>,
    pub breaks_name: bool,
    pub is_balanced: bool,
    pub outline: Option<u64>,
    pub colour: Option<String>,
    pub in_margin: Option<InMargin>,
    /// From the upper edge of the paper.
    pub from_edge: f64,
    /// Close under a table.
    pub hugs_table: bool,
    /// Never parted from the last row of the table above.
    pub goes_with_table: bool,
}

impl Form {
    pub(super) fn of(all: &Value) -> Self {
        let given = |path: [&str; 2]| {
            let entry = &all[path[0]][path[1]];
            entry["gia_tri"].as_f64().or(entry.as_f64()).unwrap_or_default()
        };
        let mm = |key: &str| pt_of_mm(given(["trang", key]));
        let looks: BTreeMap<String, Look> = all["thanh_phan"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, entry)| (key.clone(), Look::of(key, entry, given)))
            .collect();
        Self {
            plain: looks.get("doan").cloned().unwrap_or_default(),
            looks,
            page: Page {
                width: mm("rong_mm"),
                height: mm("cao_mm"),
                top: mm("le_tren"),
                bottom: mm("le_duoi"),
                left: mm("le_trai"),
                right: mm("le_phai"),
            },
            table: TableForm::of(all),
            colour: all["chu"]["mau"].as_str().unwrap_or("000000").to_owned(),
            body_size: given(["chu", "co_noi_dung"]),
            all: all.clone(),
        }
    }

    pub(super) fn look(&self, component: &str) -> &Look {
        self.looks.get(component).unwrap_or(&self.plain)
    }

    /// A number of the form, plain or with its range.
    pub(super) fn number(&self, section: &str, key: &str) -> f64 {
        let entry = &self.all[section][key];
        entry["gia_tri"].as_f64().or(entry.as_f64()).unwrap_or_default()
    }

    pub(super) fn is(&self, section: &str, key: &str) -> bool {
        self.all[section][key].as_bool().unwrap_or_default()
    }

    /// The indent of a paragraph's first line.
    pub(super) fn indent(&self) -> f64 {
        pt_of_mm(self.number("doan", "thut_dau_dong_mm"))
    }

    /// Width and height of the frame that a list gives for these words.
    pub(super) fn frame(&self, list: &str, words: &str) -> Option<(f64, f64)> {
        let is_it = |entry: &&Value| {
            entry["ten"].as_str().is_some_and(|name| name.to_uppercase() == words.to_uppercase())
        };
        let entry = self.all[list].as_array()?.iter().find(is_it)?;
        Some((pt_of_mm(entry["rong_mm"].as_f64()?), pt_of_mm(entry["cao_mm"].as_f64()?)))
    }

    /// The phrases after which the name of an office goes on in the next line.
    pub(super) fn name_phrases(&self) -> impl Iterator<Item = &str> {
        self.all["cum_tu"]["ngat_dong_sau"].as_array().into_iter().flatten().filter_map(Value::as_str)
    }
}

impl Look {
    fn of(key: &str, entry: &Value, given: impl Fn([&str; 2]) -> f64) -> Self {
        let number = |name: &str| entry[name].as_f64();
        let is = |name: &str| entry[name].as_bool().unwrap_or_default();
        let before = match entry["cach_tren_pt"].as_str() {
            Some(_) => given(["doan", "cach_doan_pt"]),
            None => number("cach_tren_pt").unwrap_or_default(),
        };
        Self {
            name: entry["goi"].as_str().unwrap_or(key).to_owned(),
            size: number("co").unwrap_or_else(|| given(["chu", "co_noi_dung"])),
            bold: is("dam"),
            italic: is("nghieng"),
            capitals: is("in_hoa"),
            align: match entry["can"].as_str() {
                Some("giua") => "center",
                Some("phai") => "right",
                Some("deu") => "both",
                _ => "left",
            },
            is_indented: is("thut"),
            before,
            after: number("cach_duoi_pt").unwrap_or_default(),
            pitch: if entry["dong"] == "don" { 1.0 } else { given(["doan", "gian_dong"]) },
            rule: match &entry["ke_duoi"] {
                Value::String(_) => Some(Rule::AsText),
                other => other.as_f64().map(Rule::Share),
            },
            rule_above: number("ke_tren"),
            keeps_next: is("giu_voi_sau"),
            bold_label: is("nhan_dam"),
            left: pt_of_mm(number("le_trai_mm").unwrap_or_default()),
            is_framed: is("khung"),
            frame_list: entry["khung_theo"].as_str().map(str::to_owned),
            height: number("cao_pt"),
            breaks_name: is("ngat_ten"),
            is_balanced: is("can_doi"),
            outline: entry["muc_luc"].as_u64(),
            colour: entry["mau"].as_str().map(str::to_owned),
            in_margin: match entry["vi_tri"].as_str() {
                Some("le_tren_phai") => Some(InMargin::OverHead),
                Some("goc_tren_phai") => Some(InMargin::Corner),
                Some("le_duoi") => Some(InMargin::Foot),
                _ => None,
            },
            from_edge: pt_of_mm(number("cach_mep_mm").unwrap_or_default()),
            hugs_table: is("sat_bang"),
            goes_with_table: is("di_cung_bang"),
        }
    }

    /// The text as it is printed.
    pub(super) fn cased(&self, text: &str) -> String {
        if self.capitals { text.to_uppercase() } else { text.to_owned() }
    }
}
