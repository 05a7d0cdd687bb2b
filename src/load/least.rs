//! `muc_toi_thieu` of a table: the least that the plan itself asks of its targets.

use rust_decimal::Decimal;

use super::fields::{Fields, unknown_word};
use super::yaml::Node;
use crate::diag::{Finding, Findings, rules};
use crate::model::least::{Least, Limit, Side, When};
use crate::model::table::Table;
use crate::model::text::ClerkText;
use crate::vietnamese::number;

pub const KEY: &str = "muc_toi_thieu";
const KEYS: &[&str] = &["cot", "tren", "tu", "khi", "nguon"];
const SIDES: [(&str, Side); 4] =
    [("cao_hon", Side::Above), ("thap_hon", Side::Below), ("tu", Side::AtLeast), ("den", Side::AtMost)];
const WHAT: &str = "một mục của «muc_toi_thieu»";

/// The rules that a plan states about a table.
pub fn least(fields: &Fields<'_>, table: &Table, findings: &mut Findings) -> Vec<Least> {
    fields.list(KEY).iter().filter_map(|node| one(node, table, findings)).collect()
}

fn one(node: &Node, table: &Table, findings: &mut Findings) -> Option<Least> {
    let fields = Fields::of(node, WHAT, KEYS, findings)?;
    let column = fields.required_text("cot", WHAT, findings).and_then(|name| column(&name, table, findings));
    let source = fields.required_text("nguon", WHAT, findings);
    let (above, from) = (fields.text("tren", findings), fields.text("tu", findings));
    let level = match (&above, &from) {
        (Some(level), None) | (None, Some(level)) => value(level, findings),
        _ => {
            let place = node.place.clone();
            findings.add(
                Finding::new(
                    &rules::MISSING_KEY,
                    place,
                    format!("{WHAT} phải có một trong hai khóa «tren», «tu»"),
                )
                .help("«tren: \"1,2\"» là phải lớn hơn 1,2; «tu: \"1,2\"» là từ 1,2 trở lên"),
            );
            None
        }
    };
    let when = match fields.get("khi") {
        Some(node) => Some(when(node, table, findings)?),
        None => None,
    };
    Some(Least {
        column: column?,
        value: level?,
        is_strict: above.is_some(),
        when,
        source: source?.one_line(),
        place: node.place.clone(),
    })
}

fn when(node: &Node, table: &Table, findings: &mut Findings) -> Option<When> {
    const WHAT: &str = "«khi»";
    let keys: Vec<&str> = ["cot"].into_iter().chain(SIDES.map(|(key, _)| key)).collect();
    let fields = Fields::of(node, WHAT, &keys, findings)?;
    let name = fields.required_text("cot", WHAT, findings)?;
    let column = column(&name, table, findings)?;
    let mut sides = SIDES.iter().filter_map(|(key, side)| Some((fields.text(key, findings)?, *side)));
    let only = sides.next();
    let has_more = sides.next().is_some();
    let Some((limit, side)) = only.filter(|_| !has_more) else {
        findings.add(
            Finding::new(
                &rules::MISSING_KEY,
                node.place.clone(),
                "«khi» phải có đúng một trong các khóa «cao_hon», «thap_hon», «tu», «den»",
            )
            .help(
                "so với dòng tổng thì ghi «cao_hon: tong»; so với một số thì ghi số đó, ví dụ «cao_hon: 20»",
            ),
        );
        return None;
    };
    let limit = if limit.text == "tong" { Limit::Total } else { Limit::Number(value(&limit, findings)?) };
    Some(When { column, side, limit })
}

/// A column of numbers of the table.
fn column(name: &ClerkText, table: &Table, findings: &mut Findings) -> Option<usize> {
    let is_number = |at: &usize| table.columns[*at].kind.is_number();
    let found = table.column(&name.text).filter(is_number);
    if found.is_none() {
        let known = table.columns.iter().filter(|column| column.kind.is_number());
        unknown_word(name, "«cot»", known.map(|column| column.id.as_str()), findings);
    }
    found
}

fn value(text: &ClerkText, findings: &mut Findings) -> Option<Decimal> {
    match number::parse(text.text.trim_end_matches('%')) {
        Ok(value) => Some(value),
        Err(bad) => {
            let message = format!("mức phải là một số, ở đây là «{}»: {bad}", text.text);
            findings.add(
                Finding::new(&rules::WRONG_SHAPE, text.place.clone(), message)
                    .help("viết kiểu Việt Nam, trong ngoặc kép: \"1,2\""),
            );
            None
        }
    }
}
