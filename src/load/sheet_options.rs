//! `bang_tinh` of an annex: comments with source cells, protection, and the columns that stay open.

use super::fields::{Fields, unknown_word};
use super::form::YES_NO;
use super::printed::Tables;
use crate::diag::{Finding, Findings, Place, rules};
use crate::model::body::PrintedTable;
use crate::model::document::SheetOptions;
use crate::model::table::{Column, Table};
use crate::model::text::ClerkText;

pub const KEY: &str = "bang_tinh";
const KEYS: &[&str] = &["ghi_nguon", "khoa", "mo"];

/// What the annex says about its sheet; open columns lock everything else unless `khoa: khong` says otherwise.
pub fn sheet_options(
    annex: &Fields<'_>,
    printed: &PrintedTable<ClerkText>,
    tables: &Tables<'_>,
    findings: &mut Findings,
) -> SheetOptions {
    let table = tables.loaded.dossier.tables.get(&printed.table);
    let (Some(node), Some(table)) = (annex.get(KEY), table) else { return SheetOptions::default() };
    let Some(fields) = Fields::of(node, "«bang_tinh»", KEYS, findings) else {
        return SheetOptions::default();
    };
    let named = fields.texts("mo", findings);
    let open: Vec<usize> =
        named.iter().filter_map(|name| open_column(name, printed, table, findings)).collect();
    SheetOptions {
        tells_sources: fields.word("ghi_nguon", YES_NO, findings).unwrap_or(false),
        is_locked: fields.word("khoa", YES_NO, findings).unwrap_or(!named.is_empty()),
        open,
    }
}

/// A printed column whose cells are typed in: what is computed cannot be filled in as well.
fn open_column(
    name: &ClerkText,
    printed: &PrintedTable<ClerkText>,
    table: &Table,
    findings: &mut Findings,
) -> Option<usize> {
    let ids = printed.columns.iter().map(|at| table.columns[*at].id.as_str());
    let Some(at) = table.column(&name.text).filter(|at| printed.columns.contains(at)) else {
        unknown_word(name, "«mo»", ids, findings);
        return None;
    };
    let column = &table.columns[at];
    let refused = |why: &str, place: &Place, what: &str| {
        let message = format!("không mở cột «{}» cho nơi nhận điền: {why}", column.id);
        Finding::new(&rules::WRONG_SHAPE, name.place.clone(), message)
            .also(place.clone(), what)
            .help("«mo» chỉ ghi các cột mà nơi nhận gõ số, ngày hoặc chữ vào, ví dụ mo: [giam]")
    };
    match why_closed(column) {
        Some(why) => {
            findings.add(refused(why, &column.place, "cột khai báo ở đây"));
            None
        }
        None => Some(at),
    }
}

fn why_closed(column: &Column) -> Option<&'static str> {
    if column.kind.is_name() {
        Some("tên trong cột này dùng để nhận ra từng dòng khi thu về")
    } else if is_computed(column) {
        Some("cột này được tính theo công thức")
    } else {
        None
    }
}

/// Whether its cells follow from others: by a formula, a split, or as a rate of one column over another.
fn is_computed(column: &Column) -> bool {
    let is_rate = column.rate_of.is_some() && column.rate_over.is_some();
    column.formula.is_some() || column.allocation.is_some() || column.sheet_column.is_none() || is_rate
}
