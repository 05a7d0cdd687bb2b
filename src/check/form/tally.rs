//! What one rule finds wrong: the same measure of the same component is said once, however many lines have it; and the
//! way through every paragraph that the decree speaks of.

use super::subject::{PageSubject, PrintedText};
use crate::check::judge::Judge;
use crate::diag::{Rule, Severity};
use crate::model::norm::ComponentNorm;
use crate::model::printed::PrintedLine;
use crate::model::verdict::Row;

/// Rows that speak of a component beside the one that its profile names: look of «Kính gửi», slope of the date, look of
/// the symbol.
const MORE_ROWS: &[(&str, u16)] = &[
    ("kinh_gui", 86),
    ("kinh_gui_dau", 86),
    ("kinh_gui_muc", 86),
    ("dia_danh_ngay", 47),
    ("so_ky_hieu", 36),
];

/// The findings of one rule.
pub struct Tally<'s, 'a> {
    subject: &'s PageSubject<'a>,
    rule: &'static Rule,
    found: Vec<Found<'a>>,
}

struct Found<'a> {
    rows: Vec<Row>,
    line: &'a PrintedLine,
    message: String,
    severity: Severity,
    more: usize,
}

impl<'s, 'a> Tally<'s, 'a> {
    pub fn new(subject: &'s PageSubject<'a>, rule: &'static Rule) -> Self {
        Self { subject, rule, found: Vec::new() }
    }

    /// Something wrong at a line that breaks these rows.
    pub fn wrong(&mut self, rows: &[Row], line: &'a PrintedLine, severity: Severity, message: String) {
        let known =
            self.found.iter_mut().find(|f| f.message == message && f.line.component == line.component);
        match known {
            Some(found) => found.more += 1,
            None => self.found.push(Found { rows: rows.to_vec(), line, message, severity, more: 0 }),
        }
    }

    /// Hands everything to the judge.
    pub fn tell(self, judge: &mut Judge<'_>) {
        for found in self.found {
            let mut finding = self.subject.finding(self.rule, found.line, found.message);
            if found.severity == Severity::Warning {
                finding = finding.as_warning();
            }
            if found.more > 0 {
                finding = finding.note(format!("còn {} chỗ khác như vậy", found.more));
            }
            judge.broken_all(&found.rows, finding);
        }
    }
}

/// The rows of the form that speak of a component.
pub fn rows_of(text: &PrintedText<'_>, norm: &ComponentNorm) -> Vec<Row> {
    let more = MORE_ROWS.iter().filter(|(component, _)| *component == text.component);
    norm.row().into_iter().chain(more.map(|(_, row)| Row::Form(*row))).collect()
}

/// Judges every paragraph of a component that the decree speaks of and that `applies`: `wrong` says what is wrong and
/// at which line. Rows of the rule whose components the file does not have are not applicable; rows of components that
/// were composed but stand on no page are left open.
pub fn each_text<'a>(
    subject: &PageSubject<'a>,
    judge: &mut Judge<'_>,
    rule: &'static Rule,
    rows: &[Row],
    applies: impl Fn(&ComponentNorm) -> bool,
    wrong: impl Fn(&PrintedText<'a>, &ComponentNorm) -> Option<(&'a PrintedLine, String)>,
) {
    let mut tally = Tally::new(subject, rule);
    let mut met: Vec<Row> = Vec::new();
    for text in &subject.texts {
        let Some(norm) = text.norm.filter(|norm| norm.basis.is_some() && applies(norm)) else { continue };
        if text.is_blank() {
            continue;
        }
        let own: Vec<Row> = rows_of(text, norm).into_iter().filter(|row| rows.contains(row)).collect();
        met.extend(&own);
        if text.lines.is_empty() {
            continue;
        }
        match wrong(text, norm) {
            Some((line, message)) => tally.wrong(&own, line, norm.severity(), message),
            None => own.iter().for_each(|row| judge.holds(*row)),
        }
    }
    tally.tell(judge);
    for row in rows.iter().filter(|row| !met.contains(row)) {
        judge.not_applicable(*row);
    }
}

/// The rows about the look of a component: size, weight, slope, case, alignment.
pub const LOOK: &[Row] = &[
    Row::Form(9),
    Row::Form(20),
    Row::Form(23),
    Row::Form(27),
    Row::Form(30),
    Row::Form(33),
    Row::Form(36),
    Row::Form(42),
    Row::Form(47),
    Row::Form(48),
    Row::Form(49),
    Row::Form(52),
    Row::Form(53),
    Row::Form(54),
    Row::Form(55),
    Row::Form(61),
    Row::Form(62),
    Row::Form(63),
    Row::Form(64),
    Row::Form(65),
    Row::Form(66),
    Row::Form(72),
    Row::Form(79),
    Row::Form(86),
    Row::Form(87),
    Row::Form(88),
    Row::Form(89),
    Row::Form(90),
    Row::Form(93),
    Row::Form(95),
    Row::Form(96),
    Row::Form(97),
    Row::Form(100),
    Row::Form(103),
    Row::Form(106),
    Row::Form(108),
    Row::Form(109),
];
