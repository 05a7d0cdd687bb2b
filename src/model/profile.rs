//! The form as data: `templates/nd30.yaml`, as far as the program itself reads it.
//!
//! Sizes and styles are read by the layout from the same file; nothing here repeats them.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The decree's form: fixed wording and kinds; `all` is the whole file for the layout.
#[derive(Debug, Clone)]
pub struct Profile {
    pub wording: Wording,
    pub kinds: Vec<Kind>,
    /// `bang.ky_tu_trang_doc`: a table whose columns want more characters than this lies on a landscape page.
    pub portrait_characters: u32,
    pub all: serde_json::Value,
}

/// `cum_tu`: the fixed phrases of the decree.
#[derive(Debug, Clone, Deserialize)]
pub struct Wording {
    pub quoc_hieu: String,
    pub tieu_ngu: String,
    pub so: String,
    pub noi_nhan: String,
    pub kinh_gui: String,
    /// «QUYẾT ĐỊNH:» by kind.
    pub menh_lenh: BTreeMap<String, String>,
    pub ket_thuc: String,
    pub du_thao: String,
    pub phu_luc: String,
    /// A head line breaks after one of these beginnings, e.g. «Ủy ban nhân dân».
    pub ngat_dong_sau: Vec<String>,
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
}

#[derive(Deserialize)]
struct File {
    cum_tu: Wording,
    loai: Vec<Kind>,
    bang: TableForm,
}

#[derive(Deserialize)]
struct TableForm {
    ky_tu_trang_doc: u32,
}

impl Profile {
    /// Reads the parts that the program needs; the error says which key is wrong.
    pub fn from_json(all: serde_json::Value) -> Result<Self, String> {
        let File { cum_tu, loai, bang } = File::deserialize(&all).map_err(|error| error.to_string())?;
        Ok(Self { wording: cum_tu, kinds: loai, portrait_characters: bang.ky_tu_trang_doc, all })
    }

    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }
}
