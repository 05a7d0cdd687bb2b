//! The syntax of `{{ path | filter }}`: a dotted path, names in brackets, filters; nothing more.

use super::trouble::Trouble;
use crate::diag::rules;

/// A parsed reference, e.g. `huyen.nhom['II.1'].giam | chu`.
#[derive(Debug, PartialEq, Eq)]
pub struct Reference {
    pub path: Vec<Step>,
    pub filters: Vec<Filter>,
}

/// One step of a path.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// `.giam`
    Name(String),
    /// `['II.1']`
    Key(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// `chu`: in words.
    Words,
    /// `hai_so`: 3 prints 03.
    LeadingZero,
    /// `le(2)`: so many decimals.
    Decimals(u32),
    /// `ngay_dai`: ngày 05 tháng 3 năm 2020.
    LongDate,
    /// `rieng`: «khoản 2» instead of «khoản 2 Điều 3», «Tuy Đức» instead of «Huyện Tuy Đức».
    OwnPart,
    /// `sap_xep`: names in alphabetical order.
    Sorted,
    /// `thuong`: the unit word of a name in lower case, as inside a sentence: «huyện Tuy Đức».
    LowerUnit,
}

/// The filters by name, for messages.
pub const FILTERS: [&str; 7] = ["chu", "hai_so", "le", "ngay_dai", "rieng", "sap_xep", "thuong"];

/// Parses what stands between the braces.
pub fn parse(inner: &str) -> Result<Reference, Trouble> {
    let mut parts = split_outside_quotes(inner);
    let path = path(parts.remove(0).trim())?;
    let filters = parts.into_iter().map(|part| filter(part.trim())).collect::<Result<_, _>>()?;
    Ok(Reference { path, filters })
}

/// Splits at `|` that does not stand inside quotes.
fn split_outside_quotes(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut quote = None;
    let mut start = 0;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            (None, '|') => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

fn path(text: &str) -> Result<Vec<Step>, Trouble> {
    let mut steps = Vec::new();
    let mut rest = text;
    loop {
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        let (name, tail) = rest.split_at(length);
        if name.is_empty() {
            return Err(broken(format!("đường dẫn «{text}» không đọc được")));
        }
        steps.push(Step::Name(name.to_owned()));
        rest = tail.trim_start();
        while let Some(inside) = rest.strip_prefix('[') {
            let inside = inside.trim_start();
            let quote = inside.chars().next().filter(|c| matches!(c, '\'' | '"'));
            let closed = quote.and_then(|quote| {
                let body = &inside[1..];
                // The closing quote is the one before «]»: a name may itself hold an apostrophe (Đắk R'Lấp).
                let end = body
                    .match_indices(quote)
                    .map(|(at, _)| at)
                    .find(|at| body[at + 1..].trim_start().starts_with(']'))?;
                let after = body[end + 1..].trim_start().strip_prefix(']')?;
                Some((body[..end].to_owned(), after))
            });
            let Some((key, after)) = closed else {
                return Err(broken(format!(
                    "trong «{text}», tên trong ngoặc vuông phải có nháy: ['Tuy Đức']"
                )));
            };
            steps.push(Step::Key(key));
            rest = after.trim_start();
        }
        if rest.is_empty() {
            return Ok(steps);
        }
        rest = rest
            .strip_prefix('.')
            .ok_or_else(|| broken(format!("trong «{text}», cần dấu chấm hoặc «|» trước «{rest}»")))?
            .trim_start();
    }
}

fn filter(text: &str) -> Result<Filter, Trouble> {
    let (name, argument) = match text.split_once('(') {
        Some((name, rest)) => (name.trim(), rest.trim_end().strip_suffix(')').map(str::trim)),
        None => (text, None),
    };
    match (name, argument) {
        ("chu", None) => Ok(Filter::Words),
        ("hai_so", None) => Ok(Filter::LeadingZero),
        ("ngay_dai", None) => Ok(Filter::LongDate),
        ("rieng", None) => Ok(Filter::OwnPart),
        ("sap_xep", None) => Ok(Filter::Sorted),
        ("thuong", None) => Ok(Filter::LowerUnit),
        ("le", Some(decimals)) => match decimals.parse() {
            Ok(decimals @ 0..=10) => Ok(Filter::Decimals(decimals)),
            _ => Err(broken(format!("bộ lọc «{text}»: số chữ số thập phân phải từ 0 đến 10, ví dụ le(2)"))),
        },
        ("le", None) => Err(broken("bộ lọc «le» cần số chữ số thập phân, ví dụ le(2)".to_owned())),
        _ => {
            let near = crate::vietnamese::text::nearest(name, FILTERS.iter().copied());
            Err(Trouble {
                rule: &rules::BROKEN_REFERENCE,
                message: format!("không có bộ lọc «{text}»"),
                help: Some(match near {
                    Some(near) => format!("có phải ý là «{near}»?"),
                    None => "các bộ lọc: chu, hai_so, le(n), ngay_dai, rieng, sap_xep, thuong".to_owned(),
                }),
            })
        }
    }
}

fn broken(message: String) -> Trouble {
    Trouble {
        rule: &rules::BROKEN_REFERENCE,
        message,
        help: Some("ví dụ: {{ huyen.tong.giam }}, {{ huyen.nhom['II.1'].giam | chu }}".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_a_path_and_filters() {
        let name = |name: &str| Step::Name(name.to_owned());
        let key = |key: &str| Step::Key(key.to_owned());
        for (text, path, filters) in [
            (" nam ", vec![name("nam")], vec![]),
            ("huyen.tong.giam | chu", vec![name("huyen"), name("tong"), name("giam")], vec![Filter::Words]),
            (
                "huyen.nhom['II.1'].giam|le(2)",
                vec![name("huyen"), name("nhom"), key("II.1"), name("giam")],
                vec![Filter::Decimals(2)],
            ),
            (
                "huyen.dong['Huyện Đắk R'Lấp'].giam",
                vec![name("huyen"), name("dong"), key("Huyện Đắk R'Lấp"), name("giam")],
                vec![],
            ),
        ] {
            assert_eq!(parse(text).ok(), Some(Reference { path, filters }), "{text}");
        }
        for broken in ["", "a..b", "a[b]", "a b", "a | la_la", "a | le", "a | le(x)"] {
            assert!(parse(broken).is_err(), "{broken}");
        }
    }
}
