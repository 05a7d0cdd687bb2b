//! FRM014: the drawn lines (nd30.md rows 25, 32, 51, 52, 99): under the motto as long as its text, under the issuer and
//! the subject from a third to a half of the text's line and centred on it, under the pointer line of an annex in the
//! sample forms, none under the subject of a công văn. Tolerance 0,5 mm.
//!
//! «The text's line» may be any of several: offices read it as the last or as the longest one.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::line_spacing::POINTS_A_MM;
use super::subject::{PageSubject, PrintedText};
use super::tally::Tally;
use super::{PageRule, decimal};
use crate::check::judge::Judge;
use crate::diag::{Severity, rules};
use crate::model::printed::{DrawnRule, PrintedLine};
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule {
    rule: &rules::RULE_LINE,
    rows: &[Row::Form(25), Row::Form(32), Row::Form(51), Row::Form(52), Row::Form(99), Row::Form(100)],
    check,
};

const TOLERANCE_MM: f64 = 0.5;

/// «Below the text»: farther down it belongs to what follows.
const FARTHEST_EM: f64 = 1.0;

enum Length {
    AsText,
    /// A part of the text's line, between the two numbers of `duong_ke`.
    Part,
    None,
}

/// Component, row, length, and weight of what is wrong: the line under a pointer is only in the sample forms.
const RULES: &[(&str, u16, Length, Severity)] = &[
    ("tieu_ngu", 25, Length::AsText, Severity::Error),
    ("co_quan", 32, Length::Part, Severity::Error),
    ("trich_yeu", 51, Length::Part, Severity::Error),
    ("trich_yeu_cong_van", 52, Length::None, Severity::Error),
    ("phu_luc_kem_theo", 99, Length::Part, Severity::Warning),
    ("kem_theo_dong", 100, Length::Part, Severity::Warning),
];

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let limit = |end: &str| subject.norm.number(&["duong_ke", end]);
    let (Some(from), Some(to)) = (limit("tu"), limit("den")) else { return };
    let mut tally = Tally::new(subject, RULE.rule);
    for (component, row, length, severity) in RULES {
        let row = Row::Form(*row);
        let mut met = false;
        for at in 0..subject.sections.len() {
            // The line stands under the last of several of one component.
            let own = subject.of(component).filter(|text| text.at == at);
            let Some((text, last)) = own.filter_map(|text| Some((text, text.last()?))).last() else {
                continue;
            };
            met = true;
            match wrong(text, last, length, (from, to)) {
                Some(said) => tally.wrong(&[row], last, *severity, said),
                None => judge.holds(row),
            }
        }
        if !met {
            judge.not_applicable(row);
        }
    }
    tally.tell(judge);
    surplus(subject, judge);
}

/// Lines where the decree has none: under other components, or drawn by the layout outside any.
fn surplus(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    const OVER_IT: &str = "lien_he";
    let has_rule =
        |component: &str| component == OVER_IT || RULES.iter().any(|(name, ..)| *name == component);
    for rule in subject.printed.rules.iter().filter(|rule| !has_rule(&rule.component)) {
        let said = match subject.norm.component(&rule.component) {
            Some(norm) => format!("dưới {} không có đường kẻ", norm.called),
            None => "trên trang có đường kẻ không thuộc thành phần nào".to_owned(),
        };
        judge.remark(subject.finding_on_page(RULE.rule, rule.page, said));
    }
}

fn wrong(text: &PrintedText<'_>, last: &PrintedLine, length: &Length, part: (f64, f64)) -> Option<String> {
    let called = text.called();
    let under: Vec<&DrawnRule> =
        text.rules.iter().copied().filter(|rule| rule.y_mm > last.baseline_mm).collect();
    let rule = match (length, under.as_slice()) {
        (Length::None, []) => return None,
        (Length::None, _) => return Some(format!("dưới {called} không có đường kẻ")),
        (_, [rule]) => *rule,
        (_, []) => return Some(format!("dưới {called} phải có đường kẻ ngang")),
        (_, _) => return Some(format!("dưới {called} chỉ có một đường kẻ ngang")),
    };
    if !rule.solid {
        return Some(format!("đường kẻ dưới {called} phải là nét liền"));
    }
    if rule.y_mm - last.baseline_mm > FARTHEST_EM * last.size_pt / POINTS_A_MM {
        return Some(format!("đường kẻ dưới {called} đứng cách xa dòng chữ"));
    }
    if (rule.centre_mm() - last.centre_mm()).abs() > TOLERANCE_MM {
        return Some(format!("đường kẻ dưới {called} phải đặt cân đối giữa dòng chữ"));
    }
    let width = |line: &PrintedLine| line.right_mm - line.left_mm;
    let drawn = rule.length_mm();
    match length {
        Length::AsText => ((drawn - width(last)).abs() > TOLERANCE_MM).then(|| {
            let (drawn, wanted) = (decimal(drawn), decimal(width(last)));
            format!("đường kẻ dưới {called} dài {drawn} mm, phải dài bằng dòng chữ là {wanted} mm")
        }),
        _ => {
            let (from, to) = part;
            let fits = |line: f64| (from * line - TOLERANCE_MM..=to * line + TOLERANCE_MM).contains(&drawn);
            (!text.lines.iter().any(|line| fits(width(line)))).then(|| {
                let (drawn, line) = (decimal(drawn), decimal(width(last)));
                format!("đường kẻ dưới {called} dài {drawn} mm, phải từ 1/3 đến 1/2 dòng chữ dài {line} mm")
            })
        }
    }
}
