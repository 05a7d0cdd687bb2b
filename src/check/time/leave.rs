//! TIM012: a leave has as many days as it says, and its papers come one after the other.
//!
//! «05 ngày» are working days or days of the calendar: both readings are allowed. A leave that public holidays may lie
//! in is not counted against its working days.

use super::{OnDay, short};
use crate::diag::{Finding, Place, rules};
use crate::model::document::Field;
use crate::model::text::words;
use crate::vietnamese::date::Day;

pub fn check(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    let document = &subject.expanded.document;
    let day = |key: &str| match document.fields.get(key) {
        Some(Field::Date(date)) => Some((date.first_day(), document.keys.get(key)?.clone())),
        _ => None,
    };
    let (Some(from), Some(to)) = (day("tu_ngay"), day("den_ngay")) else { return };
    let mut told = |place: &Place, message: String, other: Place| {
        findings.push(
            Finding::new(&rules::LEAVE_DAYS, place.clone(), message)
                .also(other, "so với ngày này")
                .help("sửa chỗ ghi sai"),
        );
    };
    if let Some((asked, place)) = day("ngay_don").filter(|(asked, _)| *asked > subject.last) {
        let message = format!("đơn ngày {}, sau {}", short(asked), subject.words());
        told(&place, message, subject.date_place());
    }
    if subject.first > from.0 {
        let message = format!("nghỉ từ ngày {}, trước {}", short(from.0), subject.words());
        told(&from.1, message, subject.date_place());
    }
    let Some((said, place)) = said(subject) else { return };
    let Some((working, all)) = count(from.0, to.0) else { return };
    if said > all || said < working && !may_hold_a_holiday(from.0, to.0) {
        let message = format!(
            "ghi nghỉ {said} ngày, nhưng từ {} đến {} là {all} ngày, trong đó {working} ngày làm việc",
            short(from.0),
            short(to.0)
        );
        findings.push(
            Finding::new(&rules::LEAVE_DAYS, place, message)
                .also(from.1, "ngày bắt đầu")
                .also(to.1, "ngày kết thúc")
                .help("sửa số ngày nghỉ, hoặc sửa ngày bắt đầu, ngày kết thúc"),
        );
    }
}

/// «05 ngày».
fn said(subject: &OnDay<'_>) -> Option<(i32, Place)> {
    let document = &subject.expanded.document;
    let Some(Field::Texts(texts)) = document.fields.get("thoi_gian") else { return None };
    let text = words(texts.first()?);
    let (number, rest) = text.trim().split_once(char::is_whitespace)?;
    let is_days = matches!(rest.trim(), "ngày" | "ngày làm việc");
    is_days.then(|| Some((number.parse().ok()?, document.keys.get("thoi_gian")?.clone())))?
}

/// The working days and all days from one day to another, both counted; a leave is no longer than a year.
fn count(from: Day, to: Day) -> Option<(i32, i32)> {
    const MOST: i32 = 366;
    let (mut working, mut all, mut day) = (0, 0, from);
    while day <= to {
        all += 1;
        working += i32::from(day.weekday().to_monday_zero_offset() < 5);
        day = day.tomorrow().ok()?;
        if all > MOST {
            return None;
        }
    }
    (all > 0).then_some((working, all))
}

/// New year by both calendars, the Hùng kings, 30 April, 2 September with the days around them.
fn may_hold_a_holiday(from: Day, to: Day) -> bool {
    const MONTHS: [i8; 5] = [1, 2, 4, 5, 9];
    // In May and September only the first days.
    let is_near = |day: Day| {
        MONTHS.contains(&day.month()) && (day.month() < 5 && day.month() != 3 || day.day() <= 5)
            || day.month() == 12 && day.day() == 31
    };
    let mut day = from;
    while day <= to {
        if is_near(day) {
            return true;
        }
        let Ok(next) = day.tomorrow() else { return false };
        day = next;
    }
    false
}
