//! The table of rules: every code with its name, weight, and what `duthao explain` says of it.
//!
//! A code is three letters and three digits and is never reused: `DIR` folders and file names, `YML` the YAML as text,
//! `KEY` its keys and values, `XLS` workbooks, `TOT` sums, `EQN` row equations, `RAT` rates, `BND` bounds, `ALC` totals that are split, `REG` the register of units,
//! `FAN` one document for every row, `SET` the documents of a dossier together, `TIM` what holds on a day, `REF` references in text, `TXT` numbers and names typed into text, `TPL` templates, `LAY` the laid-out page as a page, `FRM` the decree's form on the page, `WRD` the decree's wording,
//! `WVR` waivers, `OUT` the output folder, `RET` annexes that come back.

mod allocation;
mod bounds;
mod capitals;
mod days;
mod fan_out;
mod figures;
mod form;
mod inputs;
mod outputs;
mod register;
mod returned;
mod set;
mod time;
mod typed;
mod waivers;
mod wording;
mod wording_body;

use super::Severity;

pub use allocation::*;
pub use bounds::*;
pub use capitals::*;
pub use days::*;
pub use fan_out::*;
pub use figures::*;
pub use form::*;
pub use inputs::*;
pub use outputs::*;
pub use register::*;
pub use returned::*;
pub use set::*;
pub use time::*;
pub use typed::*;
pub use waivers::*;
pub use wording::*;
pub use wording_body::*;

/// One rule, as data; every text is Vietnamese, for the clerk.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    pub code: &'static str,
    /// The fault's name; read it as «allow …».
    pub name: &'static str,
    pub severity: Severity,
    /// What is wrong, in one line without a full stop.
    pub what: &'static str,
    /// Why it matters: what would go wrong if nobody said it.
    pub why: &'static str,
    /// Where the rule comes from: the decree's place, or the program's own convention.
    pub basis: &'static str,
    /// How to mend it.
    pub mend: &'static str,
}

/// The rules of one family as constants, and `RULES`, the list of them.
macro_rules! rules {
    ($($constant:ident {
        code: $code:literal, name: $name:literal, severity: $severity:ident,
        what: $what:literal, why: $why:literal, basis: $basis:literal, mend: $mend:literal,
    })*) => {
        $(pub const $constant: $crate::diag::Rule = $crate::diag::Rule {
            code: $code,
            name: $name,
            severity: $crate::diag::Severity::$severity,
            what: $what,
            why: $why,
            basis: $basis,
            mend: $mend,
        };)*

        pub(super) const RULES: &[&$crate::diag::Rule] = &[$(&$constant),*];
    };
}
use rules;

/// The families of which a rule may be waived.
pub const WAIVABLE: [&str; 11] =
    ["FRM", "WRD", "TOT", "EQN", "RAT", "BND", "ALC", "REG", "SET", "TIM", "TXT"];

/// Every rule, by code.
pub fn all() -> Vec<&'static Rule> {
    let families = [
        allocation::RULES,
        bounds::RULES,
        capitals::RULES,
        days::RULES,
        fan_out::RULES,
        figures::RULES,
        form::RULES,
        inputs::RULES,
        outputs::RULES,
        register::RULES,
        returned::RULES,
        set::RULES,
        time::RULES,
        typed::RULES,
        waivers::RULES,
        wording::RULES,
        wording_body::RULES,
    ];
    let mut rules: Vec<&Rule> = families.into_iter().flatten().copied().collect();
    rules.sort_by_key(|rule| rule.code);
    rules
}

/// The rule with this code, whatever the case of its letters.
pub fn find(code: &str) -> Option<&'static Rule> {
    all().into_iter().find(|rule| rule.code.eq_ignore_ascii_case(code.trim()))
}

/// What the letters of a code stand for, in the order of the way through the program.
pub const FAMILIES: [(&str, &str); 22] = [
    ("DIR", "Thư mục và tên tệp"),
    ("YML", "Tệp YAML đọc được"),
    ("KEY", "Khóa và giá trị trong tệp YAML"),
    ("XLS", "Bảng tính đọc được"),
    ("TOT", "Cộng dòng nhóm, dòng tổng, một số ở nhiều nơi"),
    ("EQN", "Công thức từng dòng"),
    ("RAT", "Tỷ lệ"),
    ("BND", "Giới hạn của số liệu, số thứ tự, số cột"),
    ("ALC", "Phân bổ một tổng cho các đơn vị"),
    ("REG", "Danh mục đơn vị hành chính"),
    ("FAN", "Mỗi đơn vị một văn bản"),
    ("SET", "Các văn bản trong bộ khớp nhau"),
    ("TIM", "Hiệu lực theo thời gian"),
    ("REF", "Gọi số liệu trong câu văn"),
    ("TXT", "Số, tên đơn vị gõ tay trong câu văn"),
    ("TPL", "Mẫu, thể thức, cách dàn trang"),
    ("LAY", "Trang in không mất chữ, không chồng chữ"),
    ("WRD", "Câu chữ theo Nghị định 30/2020/NĐ-CP"),
    ("FRM", "Thể thức trên trang in theo Nghị định 30/2020/NĐ-CP"),
    ("WVR", "Bỏ qua một quy tắc"),
    ("OUT", "Tệp kết quả"),
    ("RET", "Phụ lục Excel thu về"),
];

impl Severity {
    /// As the clerk reads it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Error => "lỗi",
            Self::Warning => "cảnh báo",
        }
    }
}

impl Rule {
    /// The letters of its code.
    pub fn family(&self) -> &'static str {
        &self.code[..3]
    }

    /// Whether a clerk may waive it with a reason (`bo_qua`): what is said about form, wording, figures and units. Input that
    /// cannot be read, templates that do not work and text that is lost can never be waived; nor a formula that gives
    /// no value (EQN002) or a total that cannot be split (ALC001), since nothing would be there to print.
    pub fn can_be_waived(&self) -> bool {
        WAIVABLE.contains(&self.family()) && !["ALC001", "EQN002"].contains(&self.code)
    }

    /// What the clerk adds to waive it.
    pub fn waiver(&self) -> String {
        format!("bo_qua: [{{ ma: {}, ly_do: \"…\" }}]", self.code)
    }
}

#[cfg(test)]
mod tests {
    use super::{FAMILIES, all};

    #[test]
    fn codes_are_unique_and_well_formed() {
        for pair in all().windows(2) {
            assert!(pair[0].code < pair[1].code, "{} before {}", pair[0].code, pair[1].code);
        }
        for rule in all() {
            let (letters, digits) = rule.code.split_at(3);
            assert!(letters.bytes().all(|b| b.is_ascii_uppercase()), "{}", rule.code);
            assert!(digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()), "{}", rule.code);
            assert!(!rule.what.is_empty() && !rule.name.is_empty());
            for text in [rule.why, rule.basis, rule.mend] {
                assert!(!text.is_empty(), "{} says why, on what basis and how to mend it", rule.code);
                assert!(!text.ends_with('.'), "{}: one sentence without a full stop", rule.code);
            }
            assert!(FAMILIES.iter().any(|(family, _)| *family == rule.family()), "{}", rule.code);
        }
    }
}
