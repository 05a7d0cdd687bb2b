//! What is wrong with a reference, before its place is known.

use crate::diag::{Finding, Place, Rule, rules};
use crate::vietnamese::text::nearest;

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

/// A path that leads nowhere.
pub fn unknown(message: String, help: Option<String>) -> Trouble {
    Trouble { rule: &rules::UNKNOWN_PATH, message, help }
}

/// The nearest known name, else all of them.
pub fn suggestion(wanted: &str, known: &[&str], listed_as: &str) -> String {
    match nearest(wanted, known.iter().copied()) {
        Some(near) => format!("có phải ý là «{near}»?"),
        None if known.is_empty() => "ho-so.yaml chưa khai báo mục này".to_owned(),
        None => format!("{listed_as}: {}", known.join(", ")),
    }
}

/// A filter that does not fit what it stands behind.
pub fn misfit(message: &str) -> Trouble {
    Trouble {
        rule: &rules::WRONG_FILTER,
        message: message.to_owned(),
        help: Some("bỏ bộ lọc, hoặc gọi một cột số".to_owned()),
    }
}

/// A range whose ends would be others when rounded: «1,58 - 1,60» is not «1,6 - 1,6».
pub fn changes_target(decimals: u32, typed: &str, rounded: &str) -> Trouble {
    Trouble {
        rule: &rules::WRONG_FILTER,
        message: format!("le({decimals}) đổi «{typed}» thành «{rounded}»: khoảng và mức không làm tròn được"),
        help: Some("bỏ bộ lọc, hoặc tăng số chữ số thập phân trong «le(…)»".to_owned()),
    }
}
