//! The form as data: `templates/nd30.yaml` and its kin, as far as the program itself reads them.
//!
//! Sizes and styles are read by the layout from the same file; nothing here repeats them. A profile may take over
//! another one (`ke_thua`) and say only what differs.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::norm::{DECREE, Norm};
use crate::vietnamese::roman::roman;

/// The profile that a document takes when it names none.
pub const DEFAULT: &str = "nd30";

/// Every profile of a project by its file's name without the ending.
#[derive(Debug, Clone)]
pub struct Profiles {
    profiles: BTreeMap<String, Profile>,
    /// The decree's own, and those that stand for another decree.
    norms: BTreeMap<String, Norm>,
}

/// One form: fixed wording, forms and kinds; `all` is the whole file for the layout.
#[derive(Debug, Clone)]
pub struct Profile {
    pub wording: Wording,
    pub kinds: Vec<Kind>,
    /// By number, e.g. `1.4`.
    pub forms: BTreeMap<String, Form>,
    /// `do_khan`: degrees of urgency (nd30.md row 106).
    pub urgencies: Vec<Mark>,
    /// `pham_vi`: marks of circulation (nd30.md row 108).
    pub circulations: Vec<Mark>,
    /// `cong_tac`: what a document may change, by its key, with the path of the value in `all`.
    pub switches: BTreeMap<String, String>,
    /// `bang.ky_tu_trang_doc`: a table whose columns want more characters than this lies on a landscape page.
    pub portrait_characters: u32,
    pub all: Value,
}

/// `cum_tu`: the fixed phrases of the decree that the program itself composes; templates see all of them.
#[derive(Debug, Clone, Deserialize)]
pub struct Wording {
    /// «QUYẾT ĐỊNH:» by kind.
    pub menh_lenh: BTreeMap<String, String>,
    pub du_thao: String,
    pub du_thao_lan: String,
    pub phu_luc: String,
    pub phan: String,
    pub chuong: String,
    pub muc: String,
    pub tieu_muc: String,
    pub dieu: String,
    pub khoan: String,
    pub diem: String,
    pub bang: String,
}

impl Wording {
    /// «Phụ lục II» for the annex at a place (from 0); one annex alone has no number (nd30.md row 94).
    pub fn annex_label(&self, at: usize, count: usize) -> String {
        match count {
            1 => self.phu_luc.clone(),
            _ => format!("{} {}", self.phu_luc, roman(at + 1)),
        }
    }
}

/// One of the kinds of Điều 7.
#[derive(Debug, Clone, Deserialize)]
pub struct Kind {
    /// What a clerk writes after `loai:`, e.g. `ke-hoach`.
    pub id: String,
    pub ten: String,
    /// `None` for công văn and thư công.
    pub viet_tat: Option<String>,
    /// The form of Phụ lục III, e.g. `1.4`.
    pub mau: String,
    /// The form when other documents are issued with it, e.g. `1.3`.
    pub mau_kem_theo: Option<String>,
    /// Whether a contact line shared by the office's documents is printed on this kind.
    #[serde(default)]
    pub lien_he: bool,
    /// Whether the symbol must name the drafting unit (nd30.md row 39).
    #[serde(default)]
    pub can_don_vi_soan: bool,
}

/// What a form takes from the clerk.
#[derive(Debug, Clone, Deserialize)]
pub struct Form {
    /// The keys that it prints besides those of every document.
    #[serde(rename = "khoa")]
    pub keys: Vec<String>,
    #[serde(rename = "bat_buoc")]
    pub required: Vec<String>,
    #[serde(rename = "truong", default)]
    pub fields: Vec<FormField>,
    #[serde(rename = "hai_chu_ky", default)]
    pub two_signatories: bool,
}

/// A field that only one form has, e.g. the place of a meeting.
#[derive(Debug, Clone, Deserialize)]
pub struct FormField {
    #[serde(rename = "khoa")]
    pub key: String,
    #[serde(rename = "kieu", default)]
    pub kind: FieldKind,
    #[serde(rename = "danh_sach", default)]
    pub is_list: bool,
    #[serde(rename = "bat_buoc", default)]
    pub is_required: bool,
    #[serde(rename = "mac_dinh")]
    pub default: Option<String>,
    /// The field whose date must not lie after this one's.
    #[serde(rename = "khong_truoc")]
    pub not_before: Option<String>,
}

/// How a field's text is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub enum FieldKind {
    #[default]
    #[serde(rename = "chu")]
    Text,
    #[serde(rename = "ngay")]
    Date,
    /// `co` or `khong`.
    #[serde(rename = "co_khong")]
    YesNo,
}

/// A stamp: what a clerk writes and what is printed.
#[derive(Debug, Clone, Deserialize)]
pub struct Mark {
    pub id: String,
    pub ten: String,
}

/// Which profile a document takes, and the values that it changes within their ranges.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize)]
pub struct FormChoice {
    /// `None` is the default profile.
    pub profile: Option<String>,
    /// By the path in the profile, e.g. `trang.le_trai`.
    pub changes: BTreeMap<String, Value>,
}

/// Margins of the page and the size of its number, for outputs that are set up without the layout.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    pub top_mm: f64,
    pub bottom_mm: f64,
    pub left_mm: f64,
    pub right_mm: f64,
    pub page_number_pt: f64,
}

/// What a value of the profile may be: a range, or a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Permitted {
    pub value: Value,
    /// E.g. `mm`.
    pub unit: String,
    pub from: Option<f64>,
    pub to: Option<f64>,
    pub list: Vec<Value>,
}

impl Permitted {
    /// Whether a value lies in the range, or stands on the list.
    pub fn allows(&self, value: &Value) -> bool {
        let same = |other: &Value| match (other.as_f64(), value.as_f64()) {
            (Some(other), Some(value)) => other.total_cmp(&value).is_eq(),
            _ => other == value,
        };
        let in_list = self.list.is_empty() || self.list.iter().any(same);
        let in_range = value.as_f64().is_none_or(|value| {
            self.from.is_none_or(|from| value >= from) && self.to.is_none_or(|to| value <= to)
        });
        in_list && in_range
    }
}

#[derive(Deserialize)]
struct File {
    cum_tu: Wording,
    loai: Vec<Kind>,
    mau: BTreeMap<String, Form>,
    do_khan: Vec<Mark>,
    pham_vi: Vec<Mark>,
    cong_tac: BTreeMap<String, String>,
    bang: TableForm,
}

#[derive(Deserialize)]
struct TableForm {
    ky_tu_trang_doc: u32,
}

impl Profiles {
    /// Completes every file by the one that it takes over and reads it; the error names the file and says what is
    /// wrong with it. `decree` is the program's own copy of the default profile.
    pub fn of(files: &BTreeMap<String, Value>, decree: &Value) -> Result<Self, (String, String)> {
        let mut profiles = BTreeMap::new();
        let norm = |name: &str, all: &Value| Norm::of(all).map_err(|reason| (name.to_owned(), reason));
        let mut norms = BTreeMap::from([(DEFAULT.to_owned(), norm(DEFAULT, decree)?)]);
        for (name, own) in files {
            let all = completed(name, files, 0).map_err(|reason| (name.clone(), reason))?;
            let basis = own.get("can_cu").and_then(Value::as_str);
            if name != DEFAULT && basis.is_some_and(|basis| !basis.contains(DECREE)) {
                norms.insert(name.clone(), norm(name, &all)?);
            }
            let profile = Profile::from_json(all).map_err(|reason| (name.clone(), reason))?;
            profiles.insert(name.clone(), profile);
        }
        if profiles.contains_key(DEFAULT) {
            Ok(Self { profiles, norms })
        } else {
            Err((DEFAULT.to_owned(), "không có tệp này".to_owned()))
        }
    }

    pub fn get(&self, name: &str) -> Option<&Profile> {
        self.profiles.get(name)
    }

    /// The profile of a document that names none.
    pub fn default(&self) -> &Profile {
        &self.profiles[DEFAULT]
    }

    pub fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.profiles.keys().map(String::as_str)
    }

    /// What a document of this choice is held against: the decree's own profile, or the named one where that rests on
    /// a legal basis of its own.
    pub fn norm(&self, choice: &FormChoice) -> &Norm {
        let named = choice.profile.as_deref().and_then(|name| self.norms.get(name));
        named.unwrap_or(&self.norms[DEFAULT])
    }

    /// The profile as a document wants it: its changes made, every size that follows the pair a plain number.
    pub fn chosen(&self, choice: &FormChoice) -> Profile {
        let name = choice.profile.as_deref().unwrap_or(DEFAULT);
        let mut profile = self.get(name).unwrap_or_else(|| self.default()).clone();
        for (path, value) in &choice.changes {
            if let Some(entry) = at_path(&mut profile.all, path) {
                entry["gia_tri"] = value.clone();
            }
        }
        let pair = &profile.all["chu"]["cap_co"];
        let chosen = pair["gia_tri"].as_str().unwrap_or_default().to_owned();
        let pairs: Vec<String> = pair["cho_phep"]
            .as_array()
            .map(|pairs| pairs.iter().filter_map(|pair| pair.as_str().map(str::to_owned)).collect())
            .unwrap_or_default();
        resolve_pair(&mut profile.all, &chosen, &pairs);
        profile
    }
}

/// A file over the one that it takes over (`ke_thua`).
fn completed(name: &str, files: &BTreeMap<String, Value>, depth: usize) -> Result<Value, String> {
    const DEEPEST: usize = 8;
    let own = files.get(name).ok_or_else(|| format!("không có tệp «{name}.yaml»"))?;
    let Some(parent) = own.get("ke_thua").and_then(Value::as_str) else { return Ok(own.clone()) };
    if depth == DEEPEST {
        return Err("«ke_thua» đi vòng".to_owned());
    }
    let mut all =
        completed(parent, files, depth + 1).map_err(|reason| format!("«ke_thua: {parent}»: {reason}"))?;
    let unknown = own.as_object().into_iter().flatten().map(|(key, _)| key);
    if let Some(key) =
        unknown.into_iter().find(|key| key.as_str() != "ke_thua" && all.get(key.as_str()).is_none())
    {
        return Err(format!("không có mục «{key}» trong «{parent}.yaml»"));
    }
    lay_over(&mut all, own);
    Ok(all)
}

fn lay_over(base: &mut Value, own: &Value) {
    match (base, own) {
        (Value::Object(base), Value::Object(own)) => {
            for (key, value) in own {
                lay_over(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, own) => *base = own.clone(),
    }
}

fn at_path<'a>(all: &'a mut Value, path: &str) -> Option<&'a mut Value> {
    path.split('.').try_fold(all, |value, key| value.get_mut(key))
}

/// Replaces every `{ "13-14-14": 14, "12-13-13": 13 }` by the size of the pair in force (nd30.md row 8).
fn resolve_pair(value: &mut Value, chosen: &str, pairs: &[String]) {
    match value {
        Value::Object(map) => {
            let is_pair = !map.is_empty() && map.keys().all(|key| pairs.contains(key));
            if is_pair {
                *value = map.get(chosen).cloned().unwrap_or(Value::Null);
            } else {
                map.values_mut().for_each(|value| resolve_pair(value, chosen, pairs));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|value| resolve_pair(value, chosen, pairs)),
        _ => {}
    }
}

impl Profile {
    /// Reads the parts that the program needs; the error says which key is wrong.
    fn from_json(all: Value) -> Result<Self, String> {
        let file = File::deserialize(&all).map_err(|error| error.to_string())?;
        let profile = Self {
            wording: file.cum_tu,
            kinds: file.loai,
            forms: file.mau,
            urgencies: file.do_khan,
            circulations: file.pham_vi,
            switches: file.cong_tac,
            portrait_characters: file.bang.ky_tu_trang_doc,
            all,
        };
        for kind in &profile.kinds {
            for form in [Some(&kind.mau), kind.mau_kem_theo.as_ref()].into_iter().flatten() {
                if !profile.forms.contains_key(form) {
                    return Err(format!("loại «{}» dùng mẫu «{form}» không có trong «mau»", kind.id));
                }
            }
        }
        for (key, path) in &profile.switches {
            let Some(permitted) = profile.permitted(path) else {
                return Err(format!("công tắc «{key}» chỉ đến «{path}» không có «gia_tri»"));
            };
            if !permitted.allows(&permitted.value) {
                let value = &permitted.value;
                return Err(format!("«{path}» là {value}, nằm ngoài mức ghi cạnh nó (tu, den, cho_phep)"));
            }
        }
        // Templates print these as they are.
        let phrases = profile.all["cum_tu"].as_object().into_iter().flatten();
        for (key, phrase) in
            phrases.filter(|(key, _)| !["menh_lenh", "ngat_dong_sau"].contains(&key.as_str()))
        {
            if phrase.as_str().is_none_or(str::is_empty) {
                return Err(format!("«cum_tu.{key}» phải là một cụm từ"));
            }
        }
        Ok(profile)
    }

    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    pub fn form(&self, number: &str) -> Option<&Form> {
        self.forms.get(number)
    }

    /// The margins in force; those of the decree's own file where a project's profile leaves one out.
    pub fn paper(&self) -> Paper {
        let mm = |key: &str, usual: f64| self.all["trang"][key]["gia_tri"].as_f64().unwrap_or(usual);
        Paper {
            top_mm: mm("le_tren", 20.0),
            bottom_mm: mm("le_duoi", 20.0),
            left_mm: mm("le_trai", 30.0),
            right_mm: mm("le_phai", 15.0),
            page_number_pt: self.all["so_trang"]["co"].as_f64().unwrap_or(14.0),
        }
    }

    /// What the value at a path is and may be.
    pub fn permitted(&self, path: &str) -> Option<Permitted> {
        let entry = path.split('.').try_fold(&self.all, |value, key| value.get(key))?;
        Some(Permitted {
            value: entry.get("gia_tri")?.clone(),
            unit: entry.get("don_vi").and_then(Value::as_str).unwrap_or_default().to_owned(),
            from: entry.get("tu").and_then(Value::as_f64),
            to: entry.get("den").and_then(Value::as_f64),
            list: entry.get("cho_phep").and_then(Value::as_array).cloned().unwrap_or_default(),
        })
    }
}
