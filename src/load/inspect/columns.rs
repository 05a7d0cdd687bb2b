//! The columns of a found table: heading path, kind, decimals, name, and what they are to one another.

use rust_decimal::Decimal;

use super::evidence::{self, Evidence};
use super::kinds::{self, Guess, Kind};
use super::relations::{Figures, Grid, Relations, Sum};
use super::tables::Ground;
use super::{ColumnReport, Standing, Value, ids, words};
use crate::diag::CellRef;
use crate::load::cells;
use crate::load::workbook::{Raw, Sheet};
use crate::model::table::PercentCell;

/// Columns are judged by this many rows, evenly taken from a long table.
const JUDGED_ROWS: usize = 2_000;

/// The rows with figures; in a table of words, those with a name and something beside it.
pub fn rows(sheet: &Sheet, ground: &Ground, id_row: Option<u32>) -> Vec<u32> {
    let labelled = ground.labelled();
    let is_figure = |row: u32, column: u32| match sheet.cell(row, column) {
        Some(Raw::Number(_) | Raw::NoResult | Raw::Error(_)) => true,
        Some(Raw::Text(text)) => {
            text.contains(|c: char| c.is_ascii_digit()) && evidence::typed(text).is_some()
        }
        _ => false,
    };
    let under = || {
        let first = ground.last_head_row() + 1;
        sheet.row_numbers().filter(move |row| (first..=ground.last_row).contains(row) && Some(*row) != id_row)
    };
    let beside = || labelled.iter().copied().filter(|column| *column != ground.name_column);
    let with_figures: Vec<u32> =
        under().filter(|row| beside().any(|column| is_figure(*row, column))).collect();
    if !with_figures.is_empty() {
        return with_figures;
    }
    let is_filled = |row: u32, column: u32| sheet.cell(row, column).is_some();
    let is_row = |row: &u32| {
        is_filled(*row, ground.name_column)
            && (beside().any(|column| is_filled(*row, column))
                || ground.number_column.is_some_and(|column| is_filled(*row, column)))
    };
    under().filter(is_row).collect()
}

/// Every column with a heading, but for the row numbers.
pub fn columns(
    sheet: &Sheet,
    ground: &Ground,
    rows: &[u32],
    id_row: Option<u32>,
    units: &[String],
) -> Vec<ColumnReport> {
    let step = rows.len().div_ceil(JUDGED_ROWS).max(1);
    let judged: Vec<u32> = rows.iter().copied().step_by(step).collect();
    let labelled = ground.labelled();
    let paths: Vec<Vec<&str>> = labelled.iter().map(|column| ground.head.path(*column)).collect();
    let evidence: Vec<Evidence> =
        labelled.iter().map(|column| Evidence::of(sheet, *column, &judged)).collect();
    let is_row_unit = |at: usize| {
        let is_named = paths[at].last().is_some_and(|label| kinds::is_row_unit_heading(label));
        is_named && !evidence[at].is_numeric() && labelled[at] != ground.name_column
    };
    let has_row_units = (0..labelled.len()).any(is_row_unit);
    let guesses: Vec<Guess> = (0..labelled.len())
        .map(|at| match () {
            () if labelled[at] == ground.name_column => name_kind(&paths[at], &evidence[at], has_row_units),
            () if is_row_unit(at) => Guess::new(Kind::RowUnit, "tiêu đề đơn vị tính"),
            () => kinds::guess(&paths[at], &evidence[at], units, has_row_units),
        })
        .collect();
    let mut columns: Vec<ColumnReport> = Vec::new();
    for (at, guess) in guesses.into_iter().enumerate() {
        columns.push(column(ground, labelled[at], &paths[at], &evidence[at], guess, units));
    }
    relate(sheet, rows, id_row, &mut columns);
    columns
}

/// Places or indicators: by the heading, else by the names.
fn name_kind(path: &[&str], evidence: &Evidence, has_row_units: bool) -> Guess {
    let leaf = path.last().copied().unwrap_or_default();
    let places = evidence.examples.iter().filter(|name| is_place(name)).count();
    match () {
        () if words::is_indicator_heading(leaf) => Guess::new(Kind::IndicatorName, "cột tên chỉ tiêu"),
        () if words::is_unit_heading(leaf) && !has_row_units => Guess::new(Kind::UnitName, "cột tên đơn vị"),
        () if places * 2 >= evidence.examples.len() && places > 0 => {
            Guess::new(Kind::UnitName, "ô là tên địa phương")
        }
        () if has_row_units => Guess::new(Kind::IndicatorName, "có cột đơn vị tính"),
        () => Guess::new(Kind::UnitName, "cột chữ đầu tiên"),
    }
}

fn is_place(name: &str) -> bool {
    const KINDS: [&str; 12] = [
        "Xã ",
        "Phường ",
        "Huyện ",
        "Thị trấn ",
        "Thị xã ",
        "Thành phố ",
        "Quận ",
        "Tỉnh ",
        "Đặc khu ",
        "Thôn ",
        "TT.",
        "TP",
    ];
    KINDS.iter().any(|kind| name.starts_with(kind))
}

fn column(
    ground: &Ground,
    column: u32,
    path: &[&str],
    evidence: &Evidence,
    guess: Guess,
    units: &[String],
) -> ColumnReport {
    let kind = guess.kind;
    let percent_cell = if kind.is_rate() { percent_cell(evidence) } else { None };
    let (decimals, remark) = decimals(kind, evidence, percent_cell);
    let unit = match kind {
        Kind::Money => guess.unit.or_else(|| kinds::currency(path, units)),
        _ => guess.unit,
    };
    let is_blank = evidence.filled == 0 && kind != Kind::Text;
    let wanted = (1..=path.len()).map(|count| owned(&path[path.len() - count..]));
    let wanted = wanted.into_iter().find(|wanted| ground.head.find(wanted) == [column]);
    ColumnReport {
        id: String::new(),
        column,
        heading: owned(path),
        wanted: wanted.unwrap_or_else(|| owned(path)),
        kind,
        why: guess.why,
        decimals,
        unit,
        percent_cell,
        rate_of: None,
        rate_over: None,
        formula: None,
        standing: if is_blank { Standing::Blank } else { Standing::Declared },
        remark,
    }
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|label| (*label).to_owned()).collect()
}

/// How a rate stands: as 0.0797 where every number is shown with a percent sign. Plain numbers that can be nothing but
/// ratios are tried so; in a mixed column each cell speaks for itself.
fn percent_cell(evidence: &Evidence) -> Option<PercentCell> {
    let plain = evidence.numbers.saturating_sub(evidence.percent_texts);
    let may_be_ratio = evidence.fractions > 0 && evidence.largest <= Decimal::ONE;
    let is_ratio = evidence.percent_looks > 0 && evidence.percent_looks == plain
        || evidence.percent_looks == 0 && evidence.percent_texts == 0 && may_be_ratio;
    is_ratio.then_some(PercentCell::Ratio)
}

/// `le` of a rate, and what is to be said of its cells.
fn decimals(
    kind: Kind,
    evidence: &Evidence,
    percent_cell: Option<PercentCell>,
) -> (Option<u32>, Option<String>) {
    const MOST: u32 = 4;
    if !kind.is_rate() {
        let remark = (kind.adds_up() && kind != Kind::Money && evidence.fractions > 0).then(|| {
            format!("{} ô có số lẻ: «2.900» gõ trong Excel tiếng Anh thành 2,9", evidence.fractions)
        });
        return (None, remark);
    }
    if evidence.numbers + evidence.ranges == 0 {
        return (None, None);
    }
    // Plain ratios were counted as they stand, cells with a percent sign in percent.
    let is_plain_ratio = percent_cell.is_some() && evidence.percent_looks == 0;
    let scale = if is_plain_ratio { 2 } else { 0 };
    let decimals = evidence.decimals.saturating_sub(scale);
    let shown = evidence.shown.map(|shown| shown.saturating_sub(scale));
    let plain = evidence.numbers.saturating_sub(evidence.percent_looks + evidence.percent_texts);
    let mixed = (evidence.percent_looks > 0 && plain > 0).then(|| {
        format!("{} ô hiện dấu %, {plain} ô ghi số thường: nên ghi cả cột một cách", evidence.percent_looks)
    });
    if decimals <= MOST {
        let wider = shown.filter(|shown| (decimals..=MOST).contains(shown));
        // «giảm 12%» and «giảm 0,7%» stand in one column.
        let own = (kind == Kind::Percent).then_some(decimals);
        return (wider.or(own), mixed);
    }
    let wanted = shown.filter(|shown| *shown <= MOST).unwrap_or(2);
    let in_cell = if percent_cell.is_some() { wanted + 2 } else { wanted };
    let remark = format!(
        "ô còn {decimals} chữ số lẻ chưa làm tròn: dùng ROUND(…; {in_cell}) trong bảng tính rồi thêm le: {wanted}"
    );
    (None, Some(remark))
}

/// Fills in what the figures say of one another.
fn relate(sheet: &Sheet, rows: &[u32], id_row: Option<u32>, columns: &mut [ColumnReport]) {
    const MOST_COLUMNS: usize = 60;
    if columns.len() > MOST_COLUMNS {
        name(columns);
        return;
    }
    let mut found = relations(sheet, rows, id_row, columns);
    // A ratio that nothing bears out is read as it stands: 0,5 may well be half a percent.
    let mut was_wrong = false;
    for (at, column) in columns.iter_mut().enumerate() {
        let first = rows.iter().find(|row| sheet.cell(**row, column.column).is_some());
        let is_shown = first.is_some_and(|row| sheet.look(*row, column.column).is_percent);
        if column.percent_cell.is_some() && !is_shown && found[at].rate_over.is_none() {
            column.percent_cell = None;
            column.decimals = column.decimals.map(|decimals| decimals + 2);
            was_wrong = true;
        }
    }
    if was_wrong {
        found = relations(sheet, rows, id_row, columns);
    }
    let formulas: Vec<Option<(Sum, &'static str)>> =
        found.iter().map(|relation| relation.formula.clone()).collect();
    // What is taken from households and leaves households is a count of them.
    for (at, formula) in formulas.iter().enumerate() {
        let members: Vec<usize> =
            formula.iter().flat_map(|(sum, _)| sum.iter().map(|(member, _)| *member).chain([at])).collect();
        let is_open = |at: &usize| columns[*at].why == kinds::ONLY_A_NUMBER;
        let Some(told) = members.iter().find(|at| !is_open(at)).copied() else { continue };
        let open: Vec<usize> = members.into_iter().filter(is_open).collect();
        for at in open {
            columns[at].kind = columns[told].kind;
            columns[at].unit = columns[told].unit.clone();
            columns[at].why = format!("như cột {}", CellRef::letters(columns[told].column));
        }
    }
    for (column, relation) in columns.iter_mut().zip(found) {
        (column.rate_of, column.rate_over) = (relation.rate_of, relation.rate_over);
    }
    name(columns);
    for (at, formula) in formulas.into_iter().enumerate() {
        let Some((sum, why)) = formula else { continue };
        let mut text = String::new();
        for (number, (member, is_minus)) in sum.iter().enumerate() {
            text.push_str(match (number, is_minus) {
                (0, false) => "",
                (0, true) => "-",
                (_, false) => " + ",
                (_, true) => " - ",
            });
            text.push_str(&columns[*member].id);
        }
        columns[at].formula = Some(text);
        columns[at].why = format!("{}; công thức {why}", columns[at].why);
    }
}

fn relations(sheet: &Sheet, rows: &[u32], id_row: Option<u32>, columns: &[ColumnReport]) -> Vec<Relations> {
    const FULL: u32 = 6;
    let value: Value<'_> = &|row, at| {
        let column = columns.get(at)?;
        evidence::value(sheet, row, column.column, column.percent_cell == Some(PercentCell::Ratio))
    };
    let figures = columns.iter().map(|column| Figures {
        // A column of words or blanks has no part in it.
        kind: if column.standing == Standing::Declared { column.kind } else { Kind::Text },
        is_open: column.why == kinds::ONLY_A_NUMBER,
        path: column.heading.iter().map(String::as_str).collect(),
        decimals: column.decimals.unwrap_or(FULL),
        id: id_row.and_then(|row| sheet.cell(row, column.column)).map(cells::as_text),
    });
    Grid { columns: figures.collect(), rows: rows.to_vec(), value }.relations()
}

/// Gives every column its name; where the years tell two columns apart, both names have them.
fn name(columns: &mut [ColumnReport]) {
    let named = |column: &ColumnReport, keeps_years: bool, taken: &[String]| {
        let path: Vec<&str> = column.heading.iter().map(String::as_str).collect();
        ids::column(column.kind, &path, column.unit.as_deref(), keeps_years, taken)
    };
    let alone: Vec<String> = columns.iter().map(|column| named(column, false, &[])).collect();
    let mut taken: Vec<String> = Vec::new();
    for (at, column) in columns.iter_mut().enumerate() {
        let is_shared = alone.iter().filter(|name| **name == alone[at]).count() > 1;
        column.id = named(column, is_shared, &taken);
        taken.push(column.id.clone());
    }
}
