//! What holds from when to when: acts, bodies, levels of government, poverty standards, each with its source.
//!
//! The records are data (`templates/moc-thoi-gian.yaml`, and an office's own under `moc_thoi_gian`); no date stands in code.

use serde::{Deserialize, Deserializer, de};
use serde_json::Value;

use super::card::Mention;
use crate::vietnamese::date::{self, Day};
use crate::vietnamese::tokens::keys;

/// All records.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    #[serde(rename = "van_ban", default)]
    pub acts: Vec<ActRecord>,
    #[serde(rename = "co_quan", default)]
    pub bodies: Vec<BodyRecord>,
    #[serde(rename = "cap", default)]
    pub levels: Vec<LevelRecord>,
    #[serde(rename = "chuan_ngheo", default)]
    pub standards: Vec<Standard>,
}

/// How far a record can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Trust {
    #[serde(rename = "chac_chan")]
    Sure,
    #[serde(rename = "mot_nguon")]
    OneSource,
    #[serde(rename = "can_doi_chieu")]
    ToBeChecked,
}

/// An act, known by its number, or as a law by its name with its date or year.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActRecord {
    #[serde(rename = "loai")]
    pub kind: String,
    #[serde(rename = "so")]
    pub number: Option<String>,
    #[serde(rename = "ten")]
    pub name: Option<String>,
    #[serde(rename = "ngay", default, deserialize_with = "day")]
    pub date: Option<Day>,
    #[serde(rename = "nam")]
    pub year: Option<i16>,
    /// The first day in force.
    #[serde(rename = "hieu_luc", default, deserialize_with = "day")]
    pub from: Option<Day>,
    /// The first day no longer in force.
    #[serde(rename = "het_hieu_luc", default, deserialize_with = "day")]
    pub ended: Option<Day>,
    #[serde(rename = "thay_bang")]
    pub replaced_by: Option<String>,
    #[serde(rename = "nguon")]
    pub source: String,
    #[serde(rename = "do_tin")]
    pub trust: Trust,
}

/// A body that has ended.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyRecord {
    /// Its name as offices write it, in full first.
    #[serde(rename = "ten")]
    pub names: Vec<String>,
    /// The first day without it.
    #[serde(rename = "het", deserialize_with = "sure_day")]
    pub ended: Day,
    #[serde(rename = "thay_bang")]
    pub replaced_by: Option<String>,
    #[serde(rename = "nguon")]
    pub source: String,
    #[serde(rename = "do_tin")]
    pub trust: Trust,
}

/// A level of government, or a kind of unit, that has ended.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelRecord {
    #[serde(rename = "ten")]
    pub name: String,
    /// The words that name it.
    #[serde(rename = "tu")]
    pub words: Vec<String>,
    #[serde(rename = "het", deserialize_with = "sure_day")]
    pub ended: Day,
    #[serde(rename = "nguon")]
    pub source: String,
    #[serde(rename = "do_tin")]
    pub trust: Trust,
}

/// A poverty standard with the years whose results it decides.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standard {
    #[serde(rename = "tu_nam")]
    pub from_year: i16,
    #[serde(rename = "den_nam")]
    pub to_year: i16,
    #[serde(rename = "van_ban")]
    pub act: String,
    #[serde(rename = "nguon")]
    pub source: String,
    #[serde(rename = "do_tin")]
    pub trust: Trust,
}

impl Timeline {
    /// Reads records; the error names the wrong key.
    pub fn of(value: &Value) -> Result<Self, String> {
        match value {
            Value::Null => Ok(Self::default()),
            value => Self::deserialize(value).map_err(|error| in_vietnamese(&error.to_string())),
        }
    }

    /// These records with an office's own laid over them: one of the same act, body, level or years takes the place of
    /// ours.
    #[must_use]
    pub fn with(&self, own: &Self) -> Self {
        fn joined<T: Clone>(own: &[T], ours: &[T], same: impl Fn(&T, &T) -> bool) -> Vec<T> {
            let kept = ours.iter().filter(|ours| !own.iter().any(|own| same(own, ours)));
            own.iter().chain(kept).cloned().collect()
        }
        let name = |body: &BodyRecord| body.names.first().map(|name| keys(name));
        Self {
            acts: joined(&own.acts, &self.acts, |own, ours| {
                (&own.kind, &own.number, &own.name, own.year)
                    == (&ours.kind, &ours.number, &ours.name, ours.year)
                    || own.number.is_some() && own.number == ours.number
            }),
            bodies: joined(&own.bodies, &self.bodies, |own, ours| name(own) == name(ours)),
            levels: joined(&own.levels, &self.levels, |own, ours| own.name == ours.name),
            standards: joined(&own.standards, &self.standards, |own, ours| own.from_year == ours.from_year),
        }
    }

    /// The standard by which the poor of a year's end are counted.
    pub fn standard(&self, year: i16) -> Option<&Standard> {
        self.standards.iter().find(|standard| (standard.from_year..=standard.to_year).contains(&year))
    }
}

impl ActRecord {
    /// Whether a mention names this act.
    pub fn is(&self, mention: &Mention) -> bool {
        if let Some(number) = &mention.number {
            let own = self.number.as_deref().map(Mention::number_key);
            return own.as_deref() == Some(mention.key.as_str()) && number.value.contains('/');
        }
        let Some(date) = &mention.date else { return false };
        let is_of_time = match (self.date, self.year) {
            (Some(day), _) => date.value.first_day() <= day && day <= date.value.last_day(),
            (None, Some(year)) => date.value.year() == year,
            (None, None) => false,
        };
        let name =
            self.name.as_ref().map(|name| format!("{} {}", self.kind.to_lowercase(), keys(name).join(" ")));
        is_of_time && name.as_deref() == Some(mention.key.as_str())
    }
}

impl Trust {
    /// What a message adds where a record is not sure.
    pub fn aside(self) -> &'static str {
        match self {
            Self::Sure => "",
            Self::OneSource | Self::ToBeChecked => " (cần đối chiếu)",
        }
    }

    /// «theo …», and that it is to be checked where it is not sure.
    pub fn note(self, source: &str) -> String {
        match self {
            Self::Sure => format!("theo {source}"),
            Self::OneSource => format!("theo {source}; mốc này mới có một nguồn, cần đối chiếu"),
            Self::ToBeChecked => format!("theo {source}; mốc này cần đối chiếu với văn bản gốc"),
        }
    }
}

/// What the parser says of a record, for the clerk.
fn in_vietnamese(said: &str) -> String {
    let name = said.split('`').nth(1).unwrap_or_default();
    if said.starts_with("unknown field") {
        format!("không có khóa «{name}»")
    } else if said.starts_with("missing field") {
        format!("thiếu khóa «{name}»")
    } else if said.starts_with("unknown variant") {
        format!("không nhận «{name}»; `do_tin` là chac_chan, mot_nguon hoặc can_doi_chieu")
    } else if said.starts_with("invalid") {
        "có giá trị sai kiểu: danh sách, chữ hay số không đúng chỗ".to_owned()
    } else {
        said.to_owned()
    }
}

fn day<'d, D: Deserializer<'d>>(from: D) -> Result<Option<Day>, D::Error> {
    sure_day(from).map(Some)
}

fn sure_day<'d, D: Deserializer<'d>>(from: D) -> Result<Day, D::Error> {
    let text = String::deserialize(from)?;
    match date::parse(&text) {
        Ok(date @ date::IssueDate::Day(_)) => Ok(date.first_day()),
        Ok(_) => Err(de::Error::custom(format!("«{text}» thiếu ngày"))),
        Err(bad) => Err(de::Error::custom(bad)),
    }
}
