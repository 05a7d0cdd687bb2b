//! The templates: embedded in the binary, each one replaced by a project's own file of the same path.
//!
//! Comes in: the project's folder. Goes out: the bytes of every template by its path under `templates/`.
//! Never here: what a template means. Why: an installed binary needs no other file, and an office can still change
//! one without touching the rest.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::load::Project;
use crate::model::input::InputRow;

macro_rules! embedded {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_bytes!(concat!("../templates/", $path)))),*]
    };
}

/// Every file of `templates/`; a test holds this list against the folder.
pub const EMBEDDED: &[(&str, &[u8])] = embedded![
    "fonts/LICENSE",
    "fonts/LiberationSerif-Bold.ttf",
    "fonts/LiberationSerif-BoldItalic.ttf",
    "fonts/LiberationSerif-Italic.ttf",
    "fonts/LiberationSerif-Regular.ttf",
    "forms/1.1.tera",
    "forms/1.10.tera",
    "forms/1.2.tera",
    "forms/1.3.tera",
    "forms/1.4.tera",
    "forms/1.5.tera",
    "forms/1.6.tera",
    "forms/1.7.tera",
    "forms/1.8.tera",
    "forms/1.9.tera",
    "forms/can-cu.tera",
    "forms/chan-trang.tera",
    "forms/chung.tera",
    "forms/dau-trang.tera",
    "forms/kem-theo.tera",
    "forms/kinh-gui.tera",
    "forms/noi-dung.tera",
    "forms/noi-nhan.tera",
    "forms/phu-luc.tera",
    "forms/ten-loai.tera",
    "layout/bang.typ",
    "layout/chu.typ",
    "layout/cot.typ",
    "layout/main.typ",
    "layout/thanh-phan.typ",
    "layout/the-thuc.typ",
    "layout/trang.typ",
    "layout/van-ban.typ",
    "moc-thoi-gian.yaml",
    "nd30.yaml",
];

/// The records of what holds from when to when.
pub const TIMELINE: &str = "moc-thoi-gian.yaml";

/// All templates of one project.
#[derive(Debug, Clone)]
pub struct Templates {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl Templates {
    /// The embedded templates with the project's own files laid over them.
    pub fn of(project: &Project) -> Self {
        let mut files: BTreeMap<String, Cow<'static, [u8]>> =
            EMBEDDED.iter().map(|(path, bytes)| ((*path).to_owned(), Cow::Borrowed(*bytes))).collect();
        for folder in ["templates", "templates/forms", "templates/layout", "templates/fonts"] {
            for name in project.files_in(folder) {
                let path = format!("{folder}/{name}");
                let key = path.trim_start_matches("templates/").to_owned();
                if !is_template(&key) {
                    continue;
                }
                if let Ok(bytes) = project.read_unrecorded(&path)
                    && files.get(&key).is_none_or(|embedded| **embedded != *bytes)
                {
                    files.insert(key, Cow::Owned(bytes));
                }
            }
        }
        Self { files }
    }

    pub fn bytes(&self, path: &str) -> &[u8] {
        self.files.get(path).map_or(&[], |bytes| bytes)
    }

    /// A template as text; bytes that are not UTF-8 become `�` and are found by whoever parses it.
    pub fn text(&self, path: &str) -> Cow<'_, str> {
        String::from_utf8_lossy(self.bytes(path))
    }

    /// The program's own copy of a text template, whatever the project has laid over it.
    pub fn embedded_text(&self, path: &str) -> &'static str {
        let bytes = EMBEDDED.iter().find(|(name, _)| *name == path).map_or(&[] as &[u8], |(_, bytes)| bytes);
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The paths that begin with `prefix`, sorted, e.g. `fonts/`.
    pub fn paths<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        self.files.keys().map(String::as_str).filter(move |path| path.starts_with(prefix))
    }

    /// The profiles: the YAML files that lie directly in `templates/`, but for the timeline, as path and name without the
    /// ending.
    pub fn profiles(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .keys()
            .filter(|path| !path.contains('/') && *path != TIMELINE)
            .filter_map(|path| Some((path.as_str(), path.strip_suffix(".yaml")?)))
    }

    /// Every template as an input, `templates/…`.
    pub fn inputs(&self) -> Vec<InputRow> {
        self.iter().map(|(path, bytes)| InputRow::of(format!("templates/{path}"), bytes)).collect()
    }

    /// Every template with its bytes, sorted by path.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }
}

fn is_template(path: &str) -> bool {
    [".tera", ".typ", ".yaml", ".ttf", ".otf", ".ttc"]
        .iter()
        .any(|ending| path.to_lowercase().ends_with(ending))
}
