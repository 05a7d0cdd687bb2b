//! What is wrong with a reference, before its place is known.

use crate::diag::{Finding, Place, Rule};

/// A finding in the making.
pub struct Trouble {
    pub rule: &'static Rule,
    pub message: String,
    pub help: Option<String>,
}

impl Trouble {
    pub fn finding(self, place: Place) -> Finding {
        let finding = Finding::new(self.rule, place, self.message);
        match self.help {
            Some(help) => finding.help(help),
            None => finding,
        }
    }
}
