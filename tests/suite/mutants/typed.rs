//! Changes of what documents type: days, deadlines, numbers of acts and of the documents themselves, the dossier's year.

use super::calendar::{acts, days};
use super::chance::Chance;
use super::sample::{Mutation, Sample};
use super::wording::said;

/// The documents' lines without comments, counted from 1.
pub fn lines(sample: &Sample) -> Vec<(String, usize, String)> {
    let documents = sample.files.iter().filter(|(name, _)| *name != "ho-so.yaml");
    documents
        .flat_map(|(name, lines)| {
            lines.iter().zip(1..).map(|(line, number)| (name.clone(), number, said(line).to_owned()))
        })
        .filter(|(_, _, line)| !line.is_empty())
        .collect()
}

/// Every day with another digit in its day, in its month or in its year.
pub fn other_days(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let mut changes = Vec::new();
    for (file, number, line) in lines(sample) {
        for day in days(&line) {
            let before = &line[..day.span.start];
            let kind = if line.starts_with("ngay: ") {
                "ngày của văn bản"
            } else if line.trim_start().starts_with("- { loai:") {
                "ngày của căn cứ"
            } else if before.ends_with("trước ngày ") || before.ends_with("chậm nhất ngày ") {
                "thời hạn"
            } else {
                "ngày trong câu"
            };
            let text = &line[day.span.clone()];
            let mut values: Vec<String> = (0..2).filter_map(|_| chance.other_digit(text)).collect();
            values.extend(chance.exchanged(text));
            values.sort();
            values.dedup();
            for new in values {
                let mut change = sample.line_change(kind, &file, number, day.span.clone(), &new);
                change.fault = sample.line_fault(&file, number, &change.content);
                changes.push(change);
            }
        }
    }
    changes
}

/// Every number of an act, and every document's own, with another digit or two exchanged.
pub fn other_numbers(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let mut changes = Vec::new();
    for (file, number, line) in lines(sample) {
        let own = line.strip_prefix("so: ").filter(|value| value.trim().parse::<u32>().is_ok());
        let own = own.map(|value| 4..4 + value.trim_end().len());
        let cited = acts(&line).into_iter().map(|act| act.span);
        for span in own.into_iter().chain(cited) {
            let text = &line[span.clone()];
            let values = [chance.other_digit(text), chance.exchanged(text)];
            for new in values.into_iter().flatten() {
                let kind = "số, ký hiệu văn bản";
                let mut change = sample.line_change(kind, &file, number, span.clone(), &new);
                change.fault = sample.line_fault(&file, number, &change.content);
                changes.push(change);
            }
        }
    }
    changes
}

/// The year before and the year after: the headings of every sample's tables name the year.
pub fn other_years(sample: &Sample) -> Vec<Mutation> {
    let lines = &sample.files["ho-so.yaml"];
    let at = lines.iter().position(|line| line.starts_with("nam: ")).expect("a dossier has a year");
    let year: i32 = lines[at][5..9].parse().expect("a year");
    let other = |new: i32| {
        let mut change = sample.line_change("năm của hồ sơ", "ho-so.yaml", at + 1, 5..9, &new.to_string());
        change.fault = Some(format!("đầu bảng ghi năm {year}"));
        change
    };
    vec![other(year - 1), other(year + 1)]
}

/// What a dossier's constants can be held against in print: things that the text counts or the tables show.
const CHECKED: &[(&str, &str, &str)] = &[
    ("chon-thanh-2024", "so_phuong", "kể tên 5 phường"),
    ("chon-thanh-2024", "so_xa", "kể tên 4 xã"),
    ("chon-thanh-2024", "nhom_giai_phap", "kể 5 nhóm giải pháp"),
    ("dak-nong-2023", "huyen_ngheo", "kể tên 2 huyện"),
    ("dak-nong-2023", "nhom_nhiem_vu", "kể 8 nhóm nhiệm vụ"),
    ("ia-grai-2021", "nhiem_vu_xa", "kể 5 nhiệm vụ"),
    ("minh-hoa-2026", "so_xa", "bảng có 9 xã"),
    ("minh-hoa-2026", "so_phuong", "bảng có 4 phường"),
    ("minh-hoa-2026", "so_dac_khu", "bảng có 1 đặc khu"),
    ("quang-nam-2024", "huyen_ngheo", "kể tên 6 huyện"),
    ("quang-nam-2024", "huyen_mien_nui_thap", "kể tên 3 huyện"),
    ("quang-ngai-2024", "chieu_thieu_hut", "kể 5 chiều"),
    ("quang-ngai-2024", "nhom_nhiem_vu", "kể 10 nhóm nhiệm vụ"),
];

/// A constant with its line: key, line, value, unit.
pub fn constants(sample: &Sample) -> Vec<(String, usize, String, String)> {
    let lines = &sample.files["ho-so.yaml"];
    let value_of = |line: &str, key: &str| {
        line.trim().strip_prefix(key).map(|value| said(value).trim().trim_matches('"').to_owned())
    };
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(value) = value_of(line, "gia_tri: ") else { continue };
        let key = lines[at - 1].trim().trim_end_matches(':').to_owned();
        let unit = lines.get(at + 1).and_then(|line| value_of(line, "don_vi: ")).unwrap_or_default();
        found.push((key, at + 1, value, unit));
    }
    found
}

/// Every constant with another digit, twice.
pub fn other_constants(sample: &Sample, chance: &mut Chance) -> Vec<Mutation> {
    let mut changes = Vec::new();
    for (key, line, value, unit) in constants(sample) {
        let mut values: Vec<String> = (0..2).filter_map(|_| chance.other_digit(&value)).collect();
        values.dedup();
        let start = sample.files["ho-so.yaml"][line - 1].find(&value).expect("the value stands there");
        for new in values {
            let number: i64 = new.parse().expect("a whole number");
            let counted =
                CHECKED.iter().find(|(dossier, name, _)| *dossier == sample.dossier && *name == key);
            let (kind, fault) = match counted {
                Some((_, _, what)) => ("hằng số đếm được", Some((*what).to_owned())),
                None if key == "giam_mien_nui_toi_thieu" && number > 5 => {
                    ("hằng số", Some("bảng ghi 5,06".to_owned()))
                }
                None if ["%", "phần trăm"].contains(&unit.as_str()) && number > 100 => {
                    ("hằng số", Some("quá 100%".to_owned()))
                }
                None => ("hằng số", None),
            };
            let mut change = sample.line_change(kind, "ho-so.yaml", line, start..start + value.len(), &new);
            change.fault = fault;
            changes.push(change);
        }
    }
    changes
}
