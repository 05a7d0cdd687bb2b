//! The `cot:` of a table: what each column means.

use super::allocation;
use super::fields::{Fields, named_entries, unknown_word};
use super::yaml::{Content, Node};
use crate::diag::{Finding, Findings, Located, Place, rules};
use crate::model::formula::Formula;
use crate::model::table::{Column, ColumnKind, PercentCell};
use crate::model::text::ClerkText;
use crate::vietnamese::text::{clean, nearest};

const KEYS: &[&str] =
    &["tieu_de", "kieu", "le", "don_vi", "cua", "tren", "cong_thuc", "phan_bo", "o", "hai_so"];

/// The words of `kieu` with the kind, the usual unit and the decimals that follow from it.
const KINDS: &[(&str, ColumnKind, Option<&str>, Option<u32>)] = &[
    ("dia_phuong", ColumnKind::UnitName, None, None),
    ("chi_tieu", ColumnKind::IndicatorName, None, None),
    ("don_vi_tinh", ColumnKind::RowUnit, None, None),
    ("so_lieu", ColumnKind::RowFigure, None, None),
    ("so_ho", ColumnKind::Count, Some("hộ"), Some(0)),
    ("so_nguoi", ColumnKind::Count, Some("người"), Some(0)),
    ("so_luong", ColumnKind::Count, None, None),
    ("tien", ColumnKind::Money, None, None),
    ("phan_tram", ColumnKind::Percent, Some("%"), None),
    ("diem_phan_tram", ColumnKind::PercentPoint, Some("điểm %"), None),
    ("ngay", ColumnKind::Date, None, None),
    ("van_ban", ColumnKind::Text, None, None),
];

const YES_OR_NO: &[(&str, bool)] = &[("co", true), ("khong", false)];

/// A column as declared, before its heading is looked up on the sheet.
pub struct Declared {
    pub column: Column,
    /// Where `tieu_de` stands; `None` for a column that is computed by its formula or split alone.
    pub heading_place: Option<Place>,
    rate_of: Option<ClerkText>,
    rate_over: Option<ClerkText>,
    allocation: Option<allocation::Declared>,
}

/// Reads the declared columns and resolves the names by which they refer to each other; the flag says whether every
/// one could be read.
pub fn declared(node: &Node, findings: &mut Findings) -> (Vec<Declared>, bool) {
    let Content::Map { entries, .. } = &node.content else {
        findings.add(Finding::new(
            &rules::WRONG_SHAPE,
            node.place.clone(),
            "«cot» phải gồm các dòng «tên_cột: { tieu_de: …, kieu: … }»",
        ));
        return (Vec::new(), false);
    };
    let mut columns: Vec<Declared> = Vec::new();
    for entry in named_entries(entries, "cột", findings) {
        columns.extend(one(&entry.key, &entry.key_place, &entry.value, findings));
    }
    // A column that could not be read has its finding; a reference to it is no second fault.
    let ids: Vec<String> = entries.iter().map(|entry| entry.key.clone()).collect();
    let is_complete = ids.iter().all(|id| columns.iter().any(|column| column.column.id == *id));
    let positions: Vec<String> = columns.iter().map(|column| column.column.id.clone()).collect();
    let kinds: Vec<(String, ColumnKind)> =
        columns.iter().map(|column| (column.column.id.clone(), column.column.kind)).collect();
    for declared in &mut columns {
        declared.column.rate_of = position(declared.rate_of.as_ref(), "«cua»", &positions, &ids, findings);
        declared.column.rate_over =
            position(declared.rate_over.as_ref(), "«tren»", &positions, &ids, findings);
        if let Some(formula) = &declared.column.formula {
            for name in formula.value.columns() {
                if !ids.iter().any(|id| id == name) {
                    unknown_column(name, formula.place.clone(), &ids, findings);
                }
            }
        }
        let allocation = declared.allocation.take();
        let allocation = allocation.and_then(|own| own.resolve(&declared.column.id, &kinds, &ids, findings));
        declared.column.allocation = allocation.map(Box::new);
    }
    (columns, is_complete)
}

/// Whether the columns make a table: one name, at most one column of units, and that one where figures need it.
pub fn belong_together(columns: &[Column], findings: &mut Findings) -> bool {
    let of = |is_wanted: &dyn Fn(ColumnKind) -> bool| -> Vec<&Column> {
        columns.iter().filter(|column| is_wanted(column.kind)).collect()
    };
    let (names, units) = (of(&ColumnKind::is_name), of(&|kind| kind == ColumnKind::RowUnit));
    let mut fits = true;
    let mut complain = |finding: Finding| {
        fits = false;
        findings.add(finding);
    };
    if let (true, Some(first)) = (names.is_empty(), columns.first()) {
        complain(
            Finding::new(
                &rules::MISSING_KEY,
                first.place.clone(),
                "bảng không có cột tên đơn vị (kieu: dia_phuong) hay tên chỉ tiêu (kieu: chi_tieu)",
            )
            .help("khai báo cột tên, ví dụ: ten: { tieu_de: Địa phương, kieu: dia_phuong }"),
        );
    }
    for (found, what) in [(&names, "cột tên (dia_phuong hoặc chi_tieu)"), (&units, "cột don_vi_tinh")]
    {
        if let [first, second, ..] = found.as_slice() {
            complain(
                Finding::new(
                    &rules::WRONG_SHAPE,
                    second.place.clone(),
                    format!("bảng có hai {what}: «{}» và «{}»", first.id, second.id),
                )
                .also(first.place.clone(), "cột thứ nhất")
                .help("giữ một cột, cột kia khai báo «kieu: van_ban»"),
            );
        }
    }
    let figures = of(&|kind| kind == ColumnKind::RowFigure);
    if let (true, Some(first)) = (units.is_empty(), figures.first()) {
        complain(
            Finding::new(
                &rules::MISSING_KEY,
                first.place.clone(),
                format!("cột «{}» là so_lieu nhưng bảng không có cột don_vi_tinh", first.id),
            )
            .help("khai báo cột đơn vị tính, ví dụ: dvt: { tieu_de: Đơn vị tính, kieu: don_vi_tinh }; nếu mọi dòng cùng đơn vị thì dùng so_luong hoặc phan_tram"),
        );
    }
    fits
}

fn one(id: &str, id_place: &Place, node: &Node, findings: &mut Findings) -> Option<Declared> {
    let fields = Fields::of(node, &format!("cột «{id}»"), KEYS, findings)?;
    let kind_word = fields.required_text("kieu", &format!("cột «{id}»"), findings)?;
    let Some((_, kind, unit, decimals)) = KINDS.iter().find(|(word, ..)| *word == kind_word.text) else {
        unknown_word(&kind_word, "«kieu»", KINDS.iter().map(|(word, ..)| *word), findings);
        return None;
    };
    let heading: Vec<String> =
        fields.texts("tieu_de", findings).iter().map(|text| clean(&text.text)).collect();
    let formula = fields.text("cong_thuc", findings).and_then(|text| formula(&text, findings));
    // Both is a fault; one fault is enough.
    let formula = formula.filter(|_| fields.get(allocation::KEY).is_none());
    let allocation = allocation::declared(&fields, id, *kind, findings);
    if heading.is_empty() && fields.get("cong_thuc").is_none() && fields.get(allocation::KEY).is_none() {
        fields.missing("tieu_de", &format!("cột «{id}»"), findings);
        return None;
    }
    let decimals = self::decimals(&fields, findings).or(*decimals);
    if let Some(node) = fields.get("don_vi").filter(|_| *kind == ColumnKind::RowFigure) {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                node.place.clone(),
                format!("cột «{id}» là so_lieu: đơn vị của số liệu ở cột don_vi_tinh của từng dòng, không ở «don_vi»"),
            )
            .help("xóa «don_vi»; nếu mọi dòng cùng đơn vị thì dùng kieu so_luong hoặc phan_tram"),
        );
    }
    let percent_cell =
        fields.word("o", &[("phan_tram", PercentCell::Percent), ("ty_so", PercentCell::Ratio)], findings);
    Some(Declared {
        heading_place: fields.get("tieu_de").map(|node| node.place.clone()),
        rate_of: fields.text("cua", findings),
        rate_over: fields.text("tren", findings),
        allocation,
        column: Column {
            id: id.to_owned(),
            heading,
            kind: *kind,
            decimals,
            two_digits: two_digits(&fields, *kind, decimals, findings),
            unit: fields
                .text("don_vi", findings)
                .map(|text| text.one_line())
                .or_else(|| unit.map(str::to_owned)),
            rate_of: None,
            rate_over: None,
            formula,
            allocation: None,
            percent_cell,
            sheet_column: None,
            place: id_place.clone(),
        },
    })
}

/// `hai_so`, which only counts take.
fn two_digits(fields: &Fields<'_>, kind: ColumnKind, decimals: Option<u32>, findings: &mut Findings) -> bool {
    let wanted = fields.word("hai_so", YES_OR_NO, findings).unwrap_or(false);
    let counts = kind == ColumnKind::Count && decimals.unwrap_or(0) == 0;
    if let Some(node) = fields.get("hai_so").filter(|_| wanted && !counts) {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                node.place.clone(),
                "«hai_so» chỉ dùng cho cột đếm số nguyên: so_ho, so_nguoi, so_luong không có «le»",
            )
            .help("xóa «hai_so», hoặc sửa «kieu» và «le» của cột"),
        );
    }
    wanted && counts
}

fn decimals(fields: &Fields<'_>, findings: &mut Findings) -> Option<u32> {
    const MOST: u32 = 10;
    let text = fields.text("le", findings)?;
    let decimals = text.text.parse().ok().filter(|decimals| *decimals <= MOST);
    if decimals.is_none() {
        findings.add(Finding::new(
            &rules::WRONG_SHAPE,
            text.place.clone(),
            format!("«le» là số chữ số thập phân, từ 0 đến {MOST}, ở đây là «{}»", text.text),
        ));
    }
    decimals
}

pub(super) fn formula(text: &ClerkText, findings: &mut Findings) -> Option<Located<Formula>> {
    match Formula::parse(&text.text) {
        Ok(value) => Some(Located { value, place: text.place.clone() }),
        Err(bad) => {
            let start = text.text.char_indices().nth(bad.at).map_or(text.text.len(), |(at, _)| at);
            let found = text.text[start..].chars().next();
            findings.add(
                Finding::new(
                    &rules::WRONG_FORMULA,
                    text.place_of(start, found.map_or(String::new(), String::from).as_str()),
                    match found {
                        Some(found) => format!("công thức có «{found}», cần {}", bad.expected),
                        None => format!("công thức dừng giữa chừng, cần {}", bad.expected),
                    },
                )
                .help("công thức chỉ gồm tên cột, số, + - * / và ngoặc đơn, ví dụ: ngheo_dau - giam"),
            );
            None
        }
    }
}

pub(super) fn position(
    name: Option<&ClerkText>,
    key: &str,
    positions: &[String],
    ids: &[String],
    findings: &mut Findings,
) -> Option<usize> {
    let name = name?;
    let found = positions.iter().position(|id| *id == name.text);
    if !ids.contains(&name.text) {
        unknown_word(name, key, ids.iter().map(String::as_str), findings);
    }
    found
}

pub(super) fn unknown_column(name: &str, place: Place, ids: &[String], findings: &mut Findings) {
    let finding = Finding::new(
        &rules::WRONG_FORMULA,
        place,
        format!("công thức gọi cột «{name}» không có trong «cot»"),
    );
    findings.add(match nearest(name, ids.iter().map(String::as_str)) {
        Some(near) => finding.help(format!("có phải ý là «{near}»?")),
        None => finding.help(format!("các cột: {}", ids.join(", "))),
    });
}
