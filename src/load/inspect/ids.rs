//! Short names for tables and columns, from the words of their headings: `ngheo_dau`, `ty_le_ngheo_dau`, `giam`.

use super::kinds::Kind;
use crate::vietnamese::slug::slug;

/// Words that tell columns of one table hardly apart.
const EMPTY_WORDS: [&str; 29] = [
    "so", "tong", "cua", "cac", "va", "nam", "theo", "trong", "do", "tren", "dia", "ban", "chi", "tieu",
    "ke", "hoach", "duoc", "la", "tai", "o", "voi", "ty", "ti", "le", "diem", "phan", "tram", "muc", "cho",
];
/// Words of the YAML language, and names with a meaning of their own in a reference.
const TAKEN: [&str; 19] = [
    "true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf", "nam", "hang_so", "dong",
    "xem", "tong", "nhom", "trong_do", "cac_ten",
];
const MOST_WORDS: usize = 4;

/// The name of one column: the shortest that none of the others has, with its years where they tell it from another.
pub fn column(kind: Kind, path: &[&str], unit: Option<&str>, keeps_years: bool, taken: &[String]) -> String {
    let fixed = match kind {
        Kind::UnitName | Kind::IndicatorName => Some("ten"),
        Kind::RowUnit => Some("don_vi"),
        _ => None,
    };
    let prefix = match kind {
        Kind::Percent => "ty_le",
        Kind::Points => "diem",
        _ => "",
    };
    let counted = match kind {
        Kind::Households | Kind::Percent | Kind::Points => "ho",
        Kind::People => "nguoi",
        _ => "",
    };
    let words = words(path, unit);
    let telling = |keeps_years: bool| -> Vec<String> {
        let is_telling = |word: &&String| {
            let is_year = word.starts_with(|c: char| c.is_ascii_digit());
            if is_year { keeps_years } else { !EMPTY_WORDS.contains(&word.as_str()) && *word != counted }
        };
        words.iter().filter(is_telling).cloned().collect()
    };
    // «Đầu năm › Hộ nghèo» and «Hộ nghèo đầu năm» are one thing.
    let begins_with_time = words.first().is_some_and(|word| matches!(word.as_str(), "dau" | "cuoi"))
        && words.get(1).is_some_and(|word| matches!(word.as_str(), "nam" | "ky"));
    let first = |mut own: Vec<String>| {
        own.truncate(MOST_WORDS);
        if begins_with_time && own.len() > 1 && own.first() == words.first() {
            own.rotate_left(1);
        }
        own
    };
    let has = |word: &str| words.iter().any(|own| own == word);
    let total = || {
        let counted = if counted.is_empty() { "so" } else { counted };
        (has("tong") && telling(false).is_empty()).then(|| vec!["tong".to_owned(), counted.to_owned()])
    };
    let with_years = || {
        let words = telling(true);
        let from = words.len().saturating_sub(MOST_WORDS + 1);
        words[from..].to_vec()
    };
    let without_years = || {
        let is_plain = |word: &&String| *word != "nam" && !word.starts_with(|c: char| c.is_ascii_digit());
        first(words.iter().filter(is_plain).cloned().collect())
    };
    let all = || first(words.clone());
    let mut candidates: Vec<Vec<String>> = Vec::new();
    candidates.extend(fixed.map(|fixed| vec![fixed.to_owned()]));
    if fixed.is_none() {
        candidates.extend(total());
        if keeps_years {
            candidates.push(with_years());
        }
        candidates.push(first(telling(false)));
        if telling(false).is_empty() && prefix.is_empty() {
            candidates.push(without_years());
        }
        candidates.push(with_years());
        candidates.push(all());
        candidates.push(words.clone());
    }
    let named = candidates.into_iter().map(|words| joined(prefix, &words));
    let fallback = if prefix.is_empty() { "cot" } else { prefix };
    free(named, fallback, taken)
}

/// The name of a table: from its caption, its sheet, else `bang`.
pub fn table(caption: Option<&str>, sheet: &str, taken: &[String]) -> String {
    const DROPPED: [&str; 12] =
        ["bieu", "bang", "phu", "luc", "hop", "danh", "sach", "giao", "ve", "lieu", "mot", "nhung"];
    let meaning = |text: &str| -> Vec<String> {
        let text = slug(text);
        let words = text.split('-').filter(|word| {
            !DROPPED.contains(word)
                && !EMPTY_WORDS.contains(word)
                && !word.is_empty()
                && !word.starts_with(|c: char| c.is_ascii_digit())
        });
        words.take(MOST_WORDS).map(str::to_owned).collect()
    };
    let is_named = |words: &[String]| words.iter().any(|word| word.len() > 2);
    let caption = caption.map(meaning).filter(|words| is_named(words));
    let plain_sheet = slug(sheet).replace('-', "_");
    let is_default = ["sheet", "trang", "csv"].iter().any(|word| plain_sheet.starts_with(word));
    let sheet_name = Some(plain_sheet).filter(|name| !name.is_empty() && !is_default);
    let names = caption.into_iter().map(|words| words.join("_")).chain(sheet_name);
    free(names, "bang", taken)
}

/// The first name that can be called and is not taken; else the fallback with the first free number.
fn free(names: impl Iterator<Item = String>, fallback: &str, taken: &[String]) -> String {
    let can_be_called = |name: &String| {
        !TAKEN.contains(&name.as_str()) && !name.starts_with(|c: char| c.is_ascii_digit()) && !name.is_empty()
    };
    let is_free = |name: &String| !taken.contains(name);
    let names: Vec<String> = names.filter(can_be_called).collect();
    if let Some(name) = names.iter().find(|name| is_free(name)) {
        return name.clone();
    }
    let base = names.first().map_or(fallback, String::as_str);
    let first = if base == fallback { 1 } else { 2 };
    (first..).map(|number: u32| format!("{base}_{number}")).find(is_free).unwrap_or_default()
}

/// The words of a path from top to bottom, each once, without the unit in brackets.
fn words(path: &[&str], unit: Option<&str>) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for label in path {
        let label = match (unit, label.rfind('(')) {
            (Some(unit), Some(at)) if label[at..].contains(unit) => &label[..at],
            _ => label,
        };
        for word in slug(label).split('-').filter(|word| !word.is_empty()) {
            if !words.iter().any(|known| known == word) {
                words.push(word.to_owned());
            }
        }
    }
    words
}

fn joined(prefix: &str, words: &[String]) -> String {
    let own = words.join("_");
    match (prefix.is_empty(), own.is_empty()) {
        (true, _) => own,
        (false, true) => prefix.to_owned(),
        (false, false) => format!("{prefix}_{own}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, column, table};

    #[test]
    fn names_are_short_and_different() {
        let mut taken: Vec<String> = Vec::new();
        for (kind, path, expected) in [
            (Kind::UnitName, &["Huyện, thành phố"][..], "ten"),
            (Kind::Households, &["Tổng số hộ"], "tong_ho"),
            (Kind::Households, &["Hộ nghèo đầu năm 2023", "Số hộ"], "ngheo_dau"),
            (Kind::Percent, &["Hộ nghèo đầu năm 2023", "Tỷ lệ (%)"], "ty_le_ngheo_dau"),
            (Kind::Percent, &["Hộ cận nghèo đầu năm 2023", "Tỷ lệ (%)"], "ty_le_can_ngheo_dau"),
            (Kind::Households, &["Chỉ tiêu giảm năm 2023", "Số hộ"], "giam"),
            (Kind::Points, &["Chỉ tiêu giảm năm 2023", "Tỷ lệ (điểm %)"], "diem_giam"),
            (Kind::Households, &["Hộ nghèo cuối năm 2022", "Số hộ"], "ngheo_cuoi"),
            (Kind::Households, &["Hộ nghèo cuối năm 2023", "Số hộ"], "ngheo_cuoi_2023"),
            (Kind::Quantity, &["2023"], "cot_1"),
            (Kind::Quantity, &["No"], "cot_2"),
            (Kind::Percent, &["Tỷ lệ"], "ty_le"),
            (Kind::Text, &["Ghi chú"], "ghi_chu"),
        ] {
            let name = column(kind, path, None, false, &taken);
            assert_eq!(name, expected, "{path:?}");
            taken.push(name);
        }
        assert_eq!(table(Some("BIỂU TỔNG HỢP CHỈ TIÊU GIẢM NGHÈO NĂM 2026"), "Biểu 1", &[]), "giam_ngheo");
        assert_eq!(table(None, "Biểu 1", &["bieu_1".to_owned()]), "bieu_1_2");
        assert_eq!(table(None, "Sheet1", &[]), "bang_1");
    }
}
