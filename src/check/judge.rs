//! The judge: collects what a rule of the decree finds and what it decides about every row that it looks at.
//!
//! A row that a rule never speaks of is not evaluated, and that never counts as holding.

use std::collections::BTreeMap;

use crate::diag::{Finding, Findings, Rule};
use crate::model::verdict::{Row, RowVerdict, Verdict};

/// A rule of the decree; `F` is a function over what it looks at: pages, or composed blocks.
pub struct FormRule<F: 'static> {
    pub rule: &'static Rule,
    /// The rows of the decree that it decides.
    pub rows: &'static [Row],
    pub check: F,
}

/// What one rule says about one document.
pub struct Judge<'a> {
    findings: &'a mut Findings,
    decided: BTreeMap<Row, Verdict>,
}

impl Judge<'_> {
    /// The row holds, as far as this place goes.
    pub fn holds(&mut self, row: Row) {
        self.decide(row, Verdict::Holds);
    }

    /// The document has nothing that the row speaks of.
    pub fn not_applicable(&mut self, row: Row) {
        self.decide(row, Verdict::NotApplicable);
    }

    /// The row is broken.
    pub fn broken(&mut self, row: Row, finding: Finding) {
        self.findings.add(finding);
        self.decide(row, Verdict::Broken);
    }

    /// Something wrong that no row of the decree speaks of: practice, or a slip of the pen.
    pub fn remark(&mut self, finding: Finding) {
        self.findings.add(finding);
    }

    /// `holds`, or `broken` by the finding that `otherwise` makes.
    pub fn check(&mut self, row: Row, holds: bool, otherwise: impl FnOnce() -> Finding) {
        if holds {
            self.holds(row);
        } else {
            self.broken(row, otherwise());
        }
    }

    /// A finding that breaks several rows, or none that has a number.
    pub fn broken_all(&mut self, rows: &[Row], finding: Finding) {
        self.findings.add(finding);
        for row in rows {
            self.decide(*row, Verdict::Broken);
        }
    }

    fn decide(&mut self, row: Row, verdict: Verdict) {
        let decided = self.decided.entry(row).or_insert(verdict);
        *decided = verdict.max(*decided);
    }
}

/// Runs every rule of a table; adds findings and verdicts.
pub fn judge<F>(
    rules: &[FormRule<F>],
    run: impl Fn(&F, &mut Judge<'_>),
    findings: &mut Findings,
    verdicts: &mut Vec<RowVerdict>,
) {
    for rule in rules {
        let mut judge = Judge { findings: &mut *findings, decided: BTreeMap::new() };
        run(&rule.check, &mut judge);
        for row in rule.rows {
            let verdict = judge.decided.get(row).copied().unwrap_or(Verdict::NotEvaluated);
            verdicts.push(RowVerdict { row: *row, code: rule.rule.code.to_owned(), verdict });
        }
        debug_assert!(judge.decided.keys().all(|row| rule.rows.contains(row)), "{}", rule.rule.code);
    }
}
