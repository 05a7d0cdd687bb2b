//! What the decree demands, as the rules read it: the same `nd30.yaml` that the layout draws by, but the program's own
//! copy, which a project's changed templates do not reach.
//!
//! A profile that names a legal basis of its own (`can_cu`) stands for another decree and is its own norm; every other
//! profile of a project is held against `nd30.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::capitals::Capitals;
use super::verdict::Row;
use crate::diag::Severity;

/// The number of the decree whose rows the rules speak of.
pub const DECREE: &str = "30/2020/NĐ-CP";

/// The decree's demands.
#[derive(Debug, Clone)]
pub struct Norm {
    /// `thanh_phan`, by name.
    pub components: BTreeMap<String, ComponentNorm>,
    /// Whether it is the decree's own, and no profile's that rests on another legal basis.
    pub is_decree: bool,
    /// `viet_hoa`; empty where a profile of another decree says nothing about capitals.
    pub capitals: Capitals,
    all: Value,
}

/// What the decree demands of one component (`thanh_phan` of `nd30.yaml`).
#[derive(Debug, Clone, Deserialize)]
pub struct ComponentNorm {
    /// The permitted sizes in points; none where the decree is silent.
    #[serde(rename = "tu")]
    pub from_pt: Option<f64>,
    #[serde(rename = "den")]
    pub to_pt: Option<f64>,
    #[serde(rename = "dam")]
    pub bold: bool,
    #[serde(rename = "nghieng")]
    pub italic: bool,
    #[serde(rename = "in_hoa")]
    pub upper: bool,
    #[serde(rename = "can")]
    pub align: ComponentAlign,
    /// Whether its first line is indented.
    #[serde(rename = "thut")]
    pub indented: bool,
    /// `don`: single spacing.
    #[serde(rename = "dong")]
    pub spacing: Spacing,
    /// `nhan_dam`: only the label is bold.
    #[serde(rename = "nhan_dam", default)]
    pub bold_label: bool,
    /// `mau`: its colour, where it is another than the document's.
    #[serde(rename = "mau")]
    pub colour: Option<String>,
    /// `goi`: what a message calls it, e.g. «trích yếu».
    #[serde(rename = "goi", default)]
    pub called: String,
    /// The row of nd30.md §1.
    #[serde(rename = "dong_bang")]
    row: Option<u16>,
    /// The place in the decree; none where it is silent.
    #[serde(rename = "dieu")]
    pub basis: Option<String>,
    /// `chi_mau`: only a sample form of Phụ lục III shows it, so a difference is a warning.
    #[serde(rename = "chi_mau", default)]
    pub only_sample: bool,
    /// `tu_do`: what the decree leaves open although it speaks of the component, e.g. `can`.
    #[serde(rename = "tu_do", default)]
    pub open: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum ComponentAlign {
    #[serde(rename = "trai")]
    Left,
    #[serde(rename = "phai")]
    Right,
    #[serde(rename = "giua")]
    Centre,
    /// Both margins.
    #[serde(rename = "deu")]
    Justified,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Spacing {
    #[serde(rename = "don")]
    Single,
    #[serde(rename = "gian")]
    Body,
}

impl ComponentNorm {
    /// The row that decides it; none where the decree is silent.
    pub fn row(&self) -> Option<Row> {
        self.row.map(Row::Form)
    }

    /// Whether it is running text: indented, to both margins, at the document's own size.
    pub fn is_running(&self) -> bool {
        self.indented && self.align == ComponentAlign::Justified && self.spacing == Spacing::Body
    }

    /// An error where the decree's text says it, a warning where only a sample form shows it (nd30.md §0.2).
    pub fn severity(&self) -> Severity {
        if self.only_sample { Severity::Warning } else { Severity::Error }
    }

    /// Whether the decree says nothing about an attribute (a key of `thanh_phan`).
    pub fn leaves_open(&self, attribute: &str) -> bool {
        self.open.iter().any(|open| open == attribute)
    }
}

impl Norm {
    /// Reads a complete profile; the error says which component is wrong.
    pub fn of(all: &Value) -> Result<Self, String> {
        let components = BTreeMap::deserialize(&all["thanh_phan"]).map_err(|error| error.to_string())?;
        let capitals = match &all["viet_hoa"] {
            Value::Null => Capitals::default(),
            value => Capitals::deserialize(value).map_err(|error| format!("viet_hoa: {error}"))?,
        };
        let is_decree = all["can_cu"].as_str().is_none_or(|basis| basis.contains(DECREE));
        Ok(Self { is_decree, components, capitals: capitals.indexed(), all: all.clone() })
    }

    pub fn component(&self, name: &str) -> Option<&ComponentNorm> {
        self.components.get(name)
    }

    /// What a message calls a component: «trích yếu».
    pub fn called<'a>(&'a self, component: &'a str) -> &'a str {
        self.component(component).map_or(component, |norm| norm.called.as_str())
    }

    /// A fixed phrase (`cum_tu`), e.g. `quoc_hieu`; empty where the profile has none.
    pub fn phrase(&self, key: &str) -> &str {
        self.all["cum_tu"][key].as_str().unwrap_or_default()
    }

    /// Whatever stands at a path, e.g. `["trang", "le_trai", "tu"]`; null where nothing does.
    pub fn at(&self, path: &[&str]) -> &Value {
        const NOTHING: &Value = &Value::Null;
        path.iter().fold(&self.all, |value, key| value.get(key).unwrap_or(NOTHING))
    }

    /// The texts of the list at a path, e.g. `["dau_cuoi", "don_vi"]`.
    pub fn texts(&self, path: &[&str]) -> impl Iterator<Item = &str> {
        self.at(path).as_array().into_iter().flatten().filter_map(Value::as_str)
    }

    /// Whether the list at a path holds a text.
    pub fn lists(&self, path: &[&str], text: &str) -> bool {
        self.texts(path).any(|listed| listed == text)
    }

    /// A kind of Điều 7 (`loai`) by its id; null for one that the decree does not know.
    pub fn kind(&self, id: &str) -> &Value {
        const NOTHING: &Value = &Value::Null;
        let kinds = self.at(&["loai"]).as_array();
        kinds.into_iter().flatten().find(|kind| kind["id"] == id).unwrap_or(NOTHING)
    }

    /// What a kind of document is called: «Quyết định»; empty for an unknown one.
    pub fn kind_name(&self, id: &str) -> &str {
        self.kind(id)["ten"].as_str().unwrap_or_default()
    }

    /// A number at a path.
    pub fn number(&self, path: &[&str]) -> Option<f64> {
        self.at(path).as_f64()
    }

    /// The numbers of a list at a path.
    pub fn numbers(&self, path: &[&str]) -> Vec<f64> {
        self.at(path).as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    }
}
