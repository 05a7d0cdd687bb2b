//! Names of sheets: what stands on the annex's label, as far as Excel allows it.
//!
//! - Holds: the rules of Excel for a sheet's name, and one name for each annex.
//! - In and out: labels in, as many distinct names out.
//! - Never here: the numbering of annexes (the label has it).
//! - Why: Excel refuses to open a workbook with a name that is too long, double or holds a sign of its references.

/// The name when a label leaves nothing.
const DEFAULT: &str = "Phụ lục";
/// Excel's limit, in UTF-16 units as Excel counts them.
const LONGEST: usize = 31;
const FORBIDDEN: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// Excel keeps this name for itself.
const RESERVED: &str = "history";

/// One name for each label, in order, e.g. `Phụ lục I`; a name that is taken gets ` (2)`.
pub(super) fn of_sheets(labels: &[String]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for label in labels {
        let wanted = allowed(label);
        let mut name = wanted.clone();
        let mut nth = 2;
        while names.iter().any(|taken| taken.to_lowercase() == name.to_lowercase()) {
            let suffix = format!(" ({nth})");
            name = format!("{}{suffix}", shortened(&wanted, LONGEST - suffix.len()));
            nth += 1;
        }
        names.push(name);
    }
    names
}

fn allowed(label: &str) -> String {
    let plain: String = label
        .chars()
        .map(|c| if FORBIDDEN.contains(&c) { '-' } else { c })
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let name = shortened(&words.join(" "), LONGEST).trim_matches([' ', '\'']).to_owned();
    if name.is_empty() || name.to_lowercase() == RESERVED { DEFAULT.to_owned() } else { name }
}

fn shortened(name: &str, longest: usize) -> String {
    let mut room = longest;
    name.chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect::<String>()
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_labels_where_excel_allows_them() {
        let labels = [
            "Phụ lục I",
            "phụ lục i",
            "Phụ lục [II]: xã/phường",
            "",
            "'History'",
            "Phụ lục về chỉ tiêu giảm nghèo bền vững",
            "Phụ lục về chỉ tiêu giảm nghèo bền vững năm 2024",
        ]
        .map(str::to_owned);
        let names = of_sheets(&labels);
        assert_eq!(
            names,
            [
                "Phụ lục I",
                "phụ lục i (2)",
                "Phụ lục -II-- xã-phường",
                "Phụ lục",
                "Phụ lục (2)",
                "Phụ lục về chỉ tiêu giảm nghèo",
                "Phụ lục về chỉ tiêu giảm ng (2)",
            ]
        );
        assert!(names.iter().all(|name| name.encode_utf16().count() <= LONGEST));
    }
}
