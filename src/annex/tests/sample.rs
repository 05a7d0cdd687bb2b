//! Small checked documents for the tests, and a workbook read back as text.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Reader, Xlsx};

use crate::check::{Checked, content};
use crate::diag::{CellRef, Findings, Located, Place};
use crate::model::blocks::{Align, Block, Blocks, Section, TableBlock, TableColumn, TableRow, TableRowKind};
use crate::model::body::PrintedTable;
use crate::model::document::{
    Annex, AnnexContent, BasisStyle, Document, Dossier, Expanded, Identity, Marks, Medium, SheetOptions,
    Signatory, Status,
};
use crate::model::formula::Formula;
use crate::model::habits::Habits;
use crate::model::head;
use crate::model::marks;
use crate::model::profile::FormChoice;
use crate::model::table::{Column, ColumnKind, Row, RowKind, Table, Value};
use crate::model::text::Run;

/// A column; `formula` is empty for none.
pub(super) fn column(
    id: &str,
    heading: &[&str],
    kind: ColumnKind,
    decimals: Option<u32>,
    formula: &str,
) -> Column {
    let place = Place::file("data/mau/ho-so.yaml");
    Column {
        id: id.to_owned(),
        heading: heading.iter().map(|part| (*part).to_owned()).collect(),
        kind,
        decimals,
        two_digits: false,
        unit: None,
        rate_of: None,
        rate_over: None,
        formula: Formula::parse(formula).ok().map(|value| Located { value, place: place.clone() }),
        allocation: None,
        percent_cell: None,
        sheet_column: Some(1),
        place,
    }
}

/// A table whose rows are written as on paper: `II.1 | Huyện nghèo | 300 | 7.97`. Roman numbers make groups,
/// `Tổng` makes a total, `#` before a cell makes it text, `-` alone leaves it empty.
pub(super) fn table(columns: Vec<Column>, rows: &[&str]) -> Table {
    let value = |text: &str| match text.parse() {
        _ if text == "-" => Value::Empty,
        Ok(number) => Value::Number(number),
        Err(_) => crate::vietnamese::date::parse(text)
            .map_or_else(|_| Value::Text(text.trim_start_matches('#').into()), Value::Date),
    };
    let rows = rows.iter().map(|line| {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let (number, name) = (parts[0].to_owned(), parts[1].to_owned());
        let kind = match &number {
            _ if name.starts_with("Tổng") => RowKind::Total,
            number if number.starts_with(['I', 'V', 'X']) => {
                RowKind::Group { level: number.split('.').count() }
            }
            _ => RowKind::Unit,
        };
        let values = std::iter::once(Value::Text(name.as_str().into()))
            .chain(parts[2..].iter().map(|text| value(text)));
        let cells = values.collect();
        Row { kind, number, name, cells, sheet_row: 1 }
    });
    Table {
        id: "huyen".to_owned(),
        file: "data/mau/bieu.xlsx".to_owned(),
        sheet: "Biểu 1".to_owned(),
        rows: rows.collect(),
        number_column: Some(1),
        column_ids: Vec::new(),
        least: Vec::new(),
        above: Vec::new(),
        columns,
    }
}

/// A document with an annex for each list of printed columns, all of one table.
pub(super) fn checked(table: Table, annexes: &[&[usize]]) -> Checked {
    let dossier =
        Dossier { tables: BTreeMap::from([(table.id.clone(), Arc::new(table))]), ..Dossier::default() };
    let annexes = annexes.iter().map(|columns| Annex {
        name: None,
        title: vec![Run::plain("Chỉ tiêu giảm nghèo")],
        content: AnnexContent::Table(PrintedTable {
            table: "huyen".to_owned(),
            is_own: false,
            columns: columns.to_vec(),
            title: None,
            unit_line: None,
            note: None,
        }),
        own_file: false,
        sheet: SheetOptions::default(),
    });
    let document = Document {
        id: "quyet-dinh".to_owned(),
        file: "data/mau/quyet-dinh.yaml".to_owned(),
        form: FormChoice::default(),
        identity: Identity {
            issuer: vec![Run::plain("Ủy ban nhân dân tỉnh")],
            parent: None,
            abbreviation: "UBND".to_owned(),
            drafting_unit: None,
            place_name: "Tam Kỳ".to_owned(),
            kind: "quyet-dinh".to_owned(),
            form: "1.2".to_owned(),
            number: None,
            date: None,
            year: 2024,
            status: Status::Draft,
            draft_number: None,
            medium: Medium::Paper,
        },
        marks: Marks::default(),
        subject: Vec::new(),
        authority: None,
        addressees: Vec::new(),
        bases: Vec::new(),
        basis_style: BasisStyle::List,
        lead_in: None,
        fields: BTreeMap::new(),
        body: Vec::new(),
        attachments: Vec::new(),
        annexes: annexes.collect(),
        recipients: Vec::new(),
        signatories: vec![Signatory::default()],
        habits: Habits::default(),
        waivers: Vec::new(),
        fan_out: None,
        lists: Vec::new(),
        keys: BTreeMap::new(),
    };
    let expanded = Expanded {
        document,
        figures: Vec::new(),
        tables: std::collections::BTreeSet::new(),
        sources: Vec::new(),
        own: Arc::default(),
        unit: None,
    };
    let none = Findings::of_dossier();
    content(expanded, &Arc::new(dossier), &none, &none).expect("nothing was found")
}

/// What a form would make of the document: the lines of an annex and its table.
pub(super) fn blocks(checked: &Checked, labels: &[&str]) -> Blocks {
    let line = |component: &str, text: &str| Block::Paragraph {
        component: component.to_owned(),
        label: None,
        runs: vec![Run::plain(text)],
    };
    let tables = checked.document().annexes.iter().filter_map(Annex::table);
    let sections = tables.zip(labels).map(|(annex, label)| Section {
        component: "phu_luc".to_owned(),
        landscape: annex.columns.len() > 4,
        own_file: None,
        blocks: vec![
            line("phu_luc_nhan", label),
            line("phu_luc_tieu_de", "Chỉ tiêu giảm nghèo năm 2024"),
            line("phu_luc_kem_theo", "(Kèm theo Quyết định số 12/QĐ-UBND)"),
            line("phu_luc_don_vi", "Đơn vị tính: hộ"),
            Block::Table(printed(checked.table(annex).expect("it is there"), &annex.columns)),
            line("phu_luc_ghi_chu", "Ghi chú: số liệu minh họa."),
        ],
    });
    Blocks { sections: sections.collect() }
}

fn printed(table: &Table, columns: &[usize]) -> TableBlock {
    let mut paths = vec![vec!["TT".to_owned()]];
    paths.extend(columns.iter().map(|at| table.columns[*at].heading.clone()));
    let aligns = columns.iter().map(|at| match table.columns[*at].kind {
        ColumnKind::UnitName | ColumnKind::Text => Align::Left,
        _ => Align::Right,
    });
    let widths = std::iter::once(TableColumn { align: Align::Center, width: 4, least: 3 });
    let row = TableRow { kind: TableRowKind::Unit, level: 0, cells: Vec::new() };
    TableBlock {
        component: "bang".to_owned(),
        number: 0,
        columns: widths.chain(aligns.map(|align| TableColumn { align, width: 12, least: 8 })).collect(),
        head: head::grid(&paths),
        rows: vec![row; table.rows.len()],
    }
}

/// Every sheet but the hidden one as text: a line a row, a formula with the value that is stored beside it, then the merged cells.
pub(super) fn drawn(bytes: Vec<u8>) -> String {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it was just written");
    let mut out = String::new();
    for name in workbook.sheet_names().into_iter().filter(|name| name != marks::SHEET) {
        out.push_str(&format!("[{name}]\n"));
        let values = workbook.worksheet_range(&name).expect("a sheet has values");
        let formulas = workbook.worksheet_formula(&name).expect("a sheet has formulas");
        for (row, column, value) in values.used_cells() {
            let place = (u32::try_from(row).expect("small"), u32::try_from(column).expect("small"));
            let start = values.start().expect("there are cells");
            let place = (place.0 + start.0, place.1 + start.1);
            let cell = CellRef { row: place.0 + 1, column: place.1 + 1 };
            let formula = formulas.get_value(place).filter(|formula| !formula.is_empty());
            let formula = formula.map(|formula| format!("={formula} → ")).unwrap_or_default();
            let value = match value {
                Data::String(text) => format!("«{text}»"),
                other => other.to_string(),
            };
            out.push_str(&format!("{cell} {formula}{value}\n"));
        }
        let merged = workbook.merge_cells_by_sheet_name(&name).expect("a sheet has merged cells");
        let merged: Vec<String> = merged
            .iter()
            .map(|area| {
                let cell = |(row, column): (u32, u32)| CellRef { row: row + 1, column: column + 1 };
                format!("{}:{}", cell(area.start), cell(area.end))
            })
            .collect();
        out.push_str(&format!("gộp {}\n", merged.join(" ")));
    }
    out
}
