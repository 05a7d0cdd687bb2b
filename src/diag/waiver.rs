//! Waivers (`bo_qua`): what a clerk lets stand, with a reason.
//!
//! A waiver names a rule and may narrow it to words, a unit, a table or a column. What it covers is still told, with the
//! reason, and refuses nothing; a waiver that nothing needed is a finding itself (WVR001).

use serde::{Deserialize, Serialize};

use super::{Finding, Place, rules};
use crate::vietnamese::text::fold;

/// One entry of `bo_qua`. What is written as data is what decides about a document; its place is not.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Waiver {
    pub code: String,
    pub reason: String,
    /// `chu`: words of the paragraph on the page, or that the message quotes.
    pub words: Option<String>,
    pub table: Option<String>,
    pub unit: Option<String>,
    pub column: Option<String>,
    /// The cells and lines of the table or column; `None` where it is not narrowed so.
    #[serde(skip)]
    pub area: Option<Vec<Place>>,
    #[serde(skip)]
    pub place: Place,
}

/// A finding that a waiver covers, for the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Waived {
    pub code: String,
    pub place: Place,
    pub message: String,
    pub reason: String,
}

impl Waiver {
    pub fn covers(&self, finding: &Finding) -> bool {
        // What stands on the page, and what the message quotes of it; its own words are the same for every place.
        let has_words = |words: &String| {
            let words = fold(words);
            let printed = match &finding.at.place {
                Place::Page { text, .. } => text.as_str(),
                _ => "",
            };
            // A page as a whole, a table: there the message is all that there is.
            let Some(whole) = finding.words.as_deref().filter(|whole| !whole.trim().is_empty()) else {
                return fold(&finding.message).contains(&words);
            };
            let quoted = finding.message.split('«').skip(1).filter_map(|part| part.split('»').next());
            quoted.chain([printed, whole]).any(|text| fold(text).contains(&words))
        };
        let is_unit = |wanted: &String| finding.unit.as_ref().is_some_and(|unit| names(unit, wanted));
        let is_there = |area: &Vec<Place>| area.iter().any(|part| part.holds(&finding.at.place));
        finding.code == self.code
            && self.words.as_ref().is_none_or(has_words)
            && self.unit.as_ref().is_none_or(is_unit)
            && self.area.as_ref().is_none_or(is_there)
    }

    /// What is said when nothing needed it.
    pub fn unneeded(&self) -> Finding {
        let narrowed = [&self.words, &self.table, &self.unit, &self.column].into_iter().any(Option::is_some);
        let (message, help) = if narrowed {
            (
                format!("không có lỗi {} nào ở chỗ mà «bo_qua» này nêu", self.code),
                "xóa mục này; nếu lỗi vẫn còn thì sửa «chu», «bang», «don_vi», «cot» cho đúng chỗ",
            )
        } else {
            (format!("không có lỗi {} nào để bỏ qua", self.code), "xóa mục này")
        };
        Finding::new(&rules::UNUSED_WAIVER, self.place.clone(), message).help(help)
    }
}

/// «Tuy Đức» names «Huyện Tuy Đức».
fn names(unit: &str, wanted: &str) -> bool {
    let (unit, wanted) = (fold(unit), fold(wanted));
    unit == wanted || unit.strip_suffix(&wanted).is_some_and(|word| word.ends_with(' '))
}

impl Waived {
    /// Of a finding that `reason` covers.
    pub fn of(finding: &Finding, reason: &str) -> Self {
        Self {
            code: finding.code.clone(),
            place: finding.at.place.clone(),
            message: finding.message.clone(),
            reason: reason.to_owned(),
        }
    }

    /// Whether it is about this finding.
    pub fn is(&self, finding: &Finding) -> bool {
        (&self.code, &self.place, &self.message) == (&finding.code, &finding.at.place, &finding.message)
    }
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn a_unit_is_named_with_or_without_its_word() {
        for (unit, wanted, is_named) in [
            ("Huyện Tuy Đức", "Tuy Đức", true),
            ("Huyện Tuy Đức", "huyện Tuy Đức", true),
            ("Xã Hoà An", "Hòa An", true),
            ("Xã Tân An", "An", true),
            ("Xã Tân An", "ân An", false),
            ("Xã Tân An", "Tân Lập", false),
        ] {
            assert_eq!(names(unit, wanted), is_named, "{unit} {wanted}");
        }
    }
}
