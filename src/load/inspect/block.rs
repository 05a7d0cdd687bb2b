//! The `bang:` of `ho-so.yaml` as text that can be pasted as it stands.

use super::{ColumnReport, Standing, TableReport};
use crate::diag::CellRef;
use crate::model::table::PercentCell;

/// The whole block; empty where no table was found.
pub fn bang(file: &str, tables: &[&TableReport]) -> String {
    if tables.is_empty() {
        return String::new();
    }
    let texts: Vec<String> = tables.iter().map(|table| entry(file, table)).collect();
    format!("bang:\n{}", texts.join("\n"))
}

fn entry(file: &str, table: &TableReport) -> String {
    let mut text = String::new();
    let mut line = |indent: usize, words: &str| {
        text.push_str(&format!("{:indent$}{words}", ""));
        text.push('\n');
    };
    let caption =
        table.caption.as_deref().map(|caption| format!("{}; ", beginning(caption))).unwrap_or_default();
    let comment = format!("# {caption}{}", table.range);
    if let Some(reason) = &table.left_out {
        line(2, &comment);
        line(2, &format!("# không đưa vào được: {reason}"));
        return text;
    }
    line(2, &comment);
    line(2, &format!("{}:", table.id));
    line(4, &format!("tep: {}", quoted(file)));
    line(4, &format!("trang: {}", quoted(&table.sheet)));
    if let Some(row) = table.from_row {
        line(4, &format!("tu_dong: {row}"));
    }
    if let Some(column) = table.from_column {
        line(4, &format!("tu_cot: {}", quoted(&CellRef::letters(column))));
    }
    line(4, "cot:");
    let shown = |column: &&ColumnReport| column.standing != Standing::LeftOut;
    let widest = table.columns.iter().filter(shown).map(|column| column.id.len()).max().unwrap_or(0);
    for column in table.columns.iter().filter(shown) {
        let name = format!("{}:", column.id);
        let width = widest + 1;
        let declared = format!("{name:width$} {}", fields(column, &table.columns));
        match column.standing {
            Standing::Blank => {
                line(6, &format!("# {declared}   # cột trống: bỏ dấu # đầu dòng khi đã có số"))
            }
            _ => line(6, &declared),
        }
    }
    text
}

fn fields(column: &ColumnReport, columns: &[ColumnReport]) -> String {
    let heading = match column.wanted.as_slice() {
        [only] => quoted(only),
        several => format!("[{}]", several.iter().map(|label| quoted(label)).collect::<Vec<_>>().join(", ")),
    };
    let mut fields = vec![format!("tieu_de: {heading}"), format!("kieu: {}", column.kind.word())];
    let id = |at: usize| columns.get(at).map(|column| column.id.clone());
    if let Some(decimals) = column.decimals {
        fields.push(format!("le: {decimals}"));
    }
    if let Some(unit) = &column.unit {
        fields.push(format!("don_vi: {}", quoted(unit)));
    }
    fields.extend(column.rate_of.and_then(id).map(|id| format!("cua: {id}")));
    fields.extend(column.rate_over.and_then(id).map(|id| format!("tren: {id}")));
    if column.percent_cell == Some(PercentCell::Ratio) {
        fields.push("o: ty_so".to_owned());
    }
    fields.extend(column.formula.as_ref().map(|formula| format!("cong_thuc: {formula}")));
    format!("{{ {} }}", fields.join(", "))
}

/// A text as YAML takes it anywhere, between braces too: in quotes unless it is plain beyond doubt.
pub fn quoted(text: &str) -> String {
    const KEYWORDS: [&str; 11] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"];
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '(' | ')' | '.' | '/' | '_' | '+' | '-' | '%');
    let lower = text.to_lowercase();
    if text.starts_with(char::is_alphabetic)
        && text.chars().all(is_plain)
        && !text.ends_with(' ')
        && !KEYWORDS.contains(&lower.as_str())
    {
        return text.to_owned();
    }
    let mut quoted = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The first words of a caption, on one line.
fn beginning(caption: &str) -> String {
    const LONGEST: usize = 70;
    let line: String = caption.chars().filter(|c| !c.is_control()).collect();
    if line.chars().count() <= LONGEST {
        return line;
    }
    format!("{}…", line.chars().take(LONGEST).collect::<String>().trim_end())
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn every_heading_survives_yaml() {
        for text in [
            "Số hộ",
            "Xã, phường",
            "Tỷ lệ: %",
            "Hộ \"mới\"",
            "C:\\bảng",
            "Ghi chú # 1",
            "{{ nam }}",
            "- Hộ",
            "No",
            "2023",
            "~",
            "'a",
            "a - b",
            "Tỷ lệ (%)",
            "% giảm",
            "a\u{1}b",
        ] {
            let yaml = format!("{{ tieu_de: [{}, {}] }}", quoted(text), quoted(text));
            let node =
                crate::load::yaml::parse("ho-so.yaml", &yaml).unwrap_or_else(|bad| panic!("{text}: {bad:?}"));
            let crate::load::yaml::Content::Map { entries, .. } = node.content else { panic!("{text}") };
            let crate::load::yaml::Content::List(items) = &entries[0].value.content else { panic!("{text}") };
            for item in items {
                let crate::load::yaml::Content::Scalar(read) = &item.content else { panic!("{text}") };
                assert_eq!(read.text, text);
            }
        }
    }
}
