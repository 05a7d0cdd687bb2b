//! What `figures.json` says may be printed: so many of each numeral, on a page or from a page on.

use std::collections::BTreeMap;

use serde_json::Value;

/// The numerals that the record still holds; each printed one takes one away.
pub struct Ledger {
    in_text: BTreeMap<(usize, String), usize>,
    /// The first page of a table, and its cells.
    tables: Vec<(usize, BTreeMap<String, usize>)>,
}

impl Ledger {
    /// Of one PDF of a document: its own, or that of an annex.
    pub fn of(figures: &Value, file: Option<&str>) -> Self {
        let mut ledger = Self { in_text: BTreeMap::new(), tables: Vec::new() };
        let rows = figures.as_array().expect("rows");
        for row in rows.iter().filter(|row| row["file"].as_str() == file) {
            let page = row["page"].as_u64().map_or(1, |page| usize::try_from(page).expect("a page"));
            let text = row["text"].as_str().expect("a text");
            if row["value"].is_null() {
                let mut cells = BTreeMap::new();
                // A name with a number in it («Phường 1») is a cell too.
                for numeral in
                    numerals(text).into_iter().chain(numerals(row["rows"].as_str().unwrap_or_default()))
                {
                    *cells.entry(numeral).or_default() += 1;
                }
                ledger.tables.push((page, cells));
            } else {
                for numeral in numerals(text) {
                    *ledger.in_text.entry((page, numeral)).or_default() += 1;
                }
            }
        }
        ledger
    }

    /// Takes a numeral away; `false` where none is left.
    pub fn takes(&mut self, page: usize, numeral: &str) -> bool {
        let one = |left: Option<&mut usize>| left.filter(|left| **left > 0).map(|left| *left -= 1).is_some();
        one(self.in_text.get_mut(&(page, numeral.to_owned())))
            || self.tables.iter_mut().any(|(first, cells)| page >= *first && one(cells.get_mut(numeral)))
    }
}

/// The groups of digits of a text with the points and commas inside them: «6-7%» has two.
pub fn numerals(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut current = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() || matches!(c, '.' | ',') && !current.is_empty() {
            current.push(c);
        } else if !current.is_empty() {
            found.push(current.trim_end_matches(['.', ',']).to_owned());
            current.clear();
        }
    }
    found
}
