//! FRM004: Quốc hiệu, Tiêu ngữ and the date line rise and fall together: 13-14-14 or 12-13-13 (nd30.md row 8).

#![expect(clippy::float_arithmetic, reason = "sizes on paper are no figures")]

use super::subject::PageSubject;
use super::{PageRule, SAME_PT, decimal};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule { rule: &rules::SIZE_PAIR, rows: &[Row::Form(8)], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let pairs: Vec<&str> = subject.norm.texts(&["chu", "cap_co", "cho_phep"]).collect();
    let mut met = false;
    for title in subject.of("quoc_hieu") {
        // An attached document and biên bản have no date line; the first two go together all the same.
        let sizes: Vec<(usize, f64)> = ["quoc_hieu", "tieu_ngu", "dia_danh_ngay"]
            .iter()
            .enumerate()
            .filter_map(|(at, name)| Some((at, subject.in_section(title.at, name)?.first()?.size_pt)))
            .collect();
        let Some(line) = title.first().filter(|_| sizes.len() > 1) else { continue };
        met = true;
        let fits = |pair: &&str| {
            let wanted: Vec<f64> = pair.split('-').filter_map(|size| size.parse().ok()).collect();
            sizes.iter().all(|(at, size)| wanted.get(*at).is_some_and(|w| (w - size).abs() < SAME_PT))
        };
        judge.check(Row::Form(8), pairs.iter().any(fits), || {
            let sizes: Vec<String> = sizes.iter().map(|(_, size)| decimal(*size)).collect();
            let said = format!(
                "Quốc hiệu, Tiêu ngữ, địa danh in cỡ {}, phải là {}",
                sizes.join("-"),
                pairs.join(" hoặc ")
            );
            subject.finding(RULE.rule, line, said)
        });
    }
    if !met {
        judge.not_applicable(Row::Form(8));
    }
}
