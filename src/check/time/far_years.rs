//! TIM008: no day lies in a year far from the dossier's: «08/01/2204».

use super::{OnDay, short};
use crate::diag::{Finding, Place, rules};
use crate::model::document::{Basis, Field};
use crate::vietnamese::date::{Day, in_text};

/// Days of the country's past are named now and then; none before this year.
const FIRST: i16 = 1900;
/// What `nam` may be.
const IN_USE: i16 = 1945;
/// Plans look ahead, to 2045 and 2050, but a day of theirs is nearer.
const AHEAD: i16 = 30;

pub fn check(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    let card = subject.card;
    let year = subject.dossier.year.unwrap_or(card.year);
    // A year of the dossier that is none is told where it is read.
    if year < IN_USE {
        return;
    }
    if let Some(date) = &card.date {
        findings.extend(far(year, date.value.first_day(), date.place.clone()));
    }
    for basis in &subject.expanded.document.bases {
        if let Basis::Act { date: Some(date), places, .. } = basis {
            let place = places.date.as_ref().unwrap_or(&places.whole);
            findings.extend(far(year, date.first_day(), place.clone()));
        }
    }
    for (key, field) in &subject.expanded.document.fields {
        if let Field::Date(date) = field
            && let Some(place) = subject.expanded.document.keys.get(key)
        {
            findings.extend(far(year, date.first_day(), place.clone()));
        }
    }
    for passage in &subject.passages {
        for written in in_text::find(&passage.text) {
            let place =
                || passage.place(subject.expanded, written.start, &passage.text[written.start..written.end]);
            findings.extend(far(year, written.date.first_day(), place()));
        }
    }
}

fn far(year: i16, day: Day, place: Place) -> Option<Finding> {
    if (FIRST..=year.saturating_add(AHEAD)).contains(&day.year()) {
        return None;
    }
    let finding =
        Finding::new(&rules::YEAR_FAR, place, format!("ngày {} quá xa: đây là hồ sơ năm {year}", short(day)));
    Some(finding.help("sửa năm của ngày này; nếu đúng thì bỏ qua có lý do"))
}
