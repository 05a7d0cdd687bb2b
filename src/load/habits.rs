//! `thoi_quen`: how the office writes figures, key by key from the nearest file that says it.

use super::fields::Fields;
use super::layers::Layers;
use crate::diag::Findings;
use crate::model::habits::{BasisDate, Habits, PointSign};
use crate::vietnamese::date::ShortDate;
use crate::vietnamese::range::Dash;
use crate::vietnamese::words::{Billion, EmptyTens, FinalFour, Thousand};

const KEYS: &[&str] = &["linh", "nghin", "tu", "ty", "ngay_ngan", "ngay_can_cu", "diem", "khoang"];

impl Layers<'_> {
    /// The habits of the document; what no file says is the official style.
    pub fn habits(&self, findings: &mut Findings) -> Habits {
        let mut habits = Habits::default();
        // From the farthest file to the nearest, so that the nearest word of each key stays.
        for file in self.files.iter().rev() {
            if let Some(node) = file.get("thoi_quen")
                && let Some(fields) = Fields::of(node, "«thoi_quen»", KEYS, findings)
            {
                said(&fields, &mut habits, findings);
            }
        }
        habits
    }
}

fn said(fields: &Fields<'_>, habits: &mut Habits, findings: &mut Findings) {
    let words = &mut habits.words;
    take(
        fields,
        "linh",
        &[("linh", EmptyTens::Linh), ("le", EmptyTens::Le)],
        &mut words.empty_tens,
        findings,
    );
    take(
        fields,
        "nghin",
        &[("nghin", Thousand::Nghin), ("ngan", Thousand::Ngan)],
        &mut words.thousand,
        findings,
    );
    take(fields, "tu", &[("tu", FinalFour::Tu), ("bon", FinalFour::Bon)], &mut words.final_four, findings);
    take(fields, "ty", &[("ty", Billion::WithY), ("ti", Billion::WithI)], &mut words.billion, findings);
    let short = [("nghi-dinh", ShortDate::Decree), ("du-so", ShortDate::TwoDigits)];
    take(fields, "ngay_ngan", &short, &mut habits.short_date, findings);
    let basis = [("dai", BasisDate::Long), ("ngan", BasisDate::Short)];
    take(fields, "ngay_can_cu", &basis, &mut habits.basis_date, findings);
    let points = [("phan-tram", PointSign::Percent), ("diem-phan-tram", PointSign::Points)];
    take(fields, "diem", &points, &mut habits.points, findings);
    take(fields, "khoang", &[("cach", Dash::Spaced), ("lien", Dash::Close)], &mut habits.dash, findings);
}

fn take<T: Copy>(
    fields: &Fields<'_>,
    key: &str,
    words: &[(&str, T)],
    habit: &mut T,
    findings: &mut Findings,
) {
    if let Some(said) = fields.word(key, words, findings) {
        *habit = said;
    }
}
