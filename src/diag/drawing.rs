//! A grid of cells as lines of text: letters above, row numbers at the left, the cells of the finding marked.
//!
//! `[13,68]` is the cell that the finding is about, `*2435` one that matters for it; marks of plain characters, for
//! they are read aloud, copied into messages and printed where there is no colour.

use super::CellRef;
use super::grid::{Grid, GridCell, GridRow, Mark};
use super::paint::{Paint, Tone};

/// What a line of a report may take.
const WIDEST: usize = 100;
/// No column is cut to less.
const NARROWEST: usize = 6;
/// What a lone long text may take.
const LONGEST: usize = 40;
const BETWEEN: usize = 1;
/// A mark before and one behind a text.
const MARKS: usize = 2;

/// A text of the head takes no more.
const MOST_LINES: usize = 3;

/// A text of the head that is no longer needs one line.
const SHORT: usize = 16;

/// One line, with the row's number where it has one.
pub struct Line {
    pub number: Option<u32>,
    /// Whether rows are left out here.
    pub is_gap: bool,
    pub text: String,
}

/// The lines of a grid, no wider than a report with so wide a gutter may be.
pub fn lines(grid: &Grid, gutter: usize, paint: Paint) -> Vec<Line> {
    let widths = widths(grid, WIDEST.saturating_sub(gutter));
    let letters = grid.columns.iter().zip(&widths).map(|(column, width)| {
        let letters = CellRef::letters(*column);
        let blanks = (width + MARKS).saturating_sub(letters.chars().count());
        format!("{}{letters}{}", " ".repeat(blanks / 2), " ".repeat(blanks - blanks / 2))
    });
    let letters = letters.collect::<Vec<_>>().join(&" ".repeat(BETWEEN));
    let mut lines =
        vec![Line { number: None, is_gap: false, text: paint.with(Tone::Gutter, letters.trim_end()) }];
    let mut before: Option<u32> = None;
    for row in &grid.rows {
        if before.is_some_and(|before| before + 1 < row.number) {
            lines.push(Line { number: None, is_gap: true, text: String::new() });
        }
        before = Some(row.number);
        for (at, text) in drawn_row(row, &widths, paint).into_iter().enumerate() {
            let number = Some(row.number).filter(|_| at == 0);
            lines.push(Line { number, is_gap: false, text: text.trim_end().to_owned() });
        }
    }
    lines
}

/// The lines of one row: one, or for a head as many as its longest text takes.
fn drawn_row(row: &GridRow, widths: &[usize], paint: Paint) -> Vec<String> {
    let mut left = widths;
    let mut cells: Vec<(&GridCell, usize, Vec<String>)> = Vec::new();
    for cell in &row.cells {
        let (own, rest) = left.split_at(cell.span.min(left.len()));
        left = rest;
        let width = total(own);
        let texts = if row.is_head && cell.mark == Mark::None {
            wrapped(&cell.text, width)
        } else {
            vec![clipped(&cell.text, width)]
        };
        cells.push((cell, width, texts));
    }
    let height = cells.iter().map(|(.., texts)| texts.len()).max().unwrap_or(1);
    let line = |at: usize| {
        let drawn = cells
            .iter()
            .map(|(cell, width, texts)| drawn(cell, texts.get(at).map_or("", String::as_str), *width, paint));
        drawn.collect::<Vec<_>>().join(&" ".repeat(BETWEEN))
    };
    (0..height).map(line).collect()
}

/// What columns side by side take together, without the marks at both ends.
fn total(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + widths.len().saturating_sub(1) * (BETWEEN + MARKS)
}

/// A text with the marks of its cell, in a column so wide.
fn drawn(cell: &GridCell, text: &str, width: usize, paint: Paint) -> String {
    let blanks = " ".repeat(width.saturating_sub(text.chars().count()));
    let marked = match cell.mark {
        Mark::None => format!(" {text} "),
        // A blank cell is seen by its brackets.
        Mark::At if text.is_empty() => return paint.with(Tone::At, &format!("[{blanks}]")),
        Mark::At => paint.with(Tone::At, &format!("[{text}]")),
        Mark::Also => paint.with(Tone::Also, &format!("*{text} ")),
    };
    if cell.is_number { format!("{blanks}{marked}") } else { format!("{marked}{blanks}") }
}

/// A text in lines of whole words, the last of them cut where there would be too many.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let fits = |line: &String| line.chars().count() + 1 + word.chars().count() <= width;
        let is_full = lines.len() == MOST_LINES;
        match lines.last_mut() {
            Some(line) if fits(line) || is_full => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| clipped(line, width)).collect()
}

fn clipped(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let mut clipped: String = text.chars().take(width.saturating_sub(1)).collect();
    clipped.truncate(clipped.trim_end().len());
    clipped.push('…');
    clipped
}

/// What a cell would take: a text of the head may stand in two lines.
fn natural(row: &GridRow, cell: &GridCell) -> usize {
    let whole = cell.text.chars().count();
    if !row.is_head || cell.mark != Mark::None || whole <= SHORT {
        return whole;
    }
    let longest_word = cell.text.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
    let least = longest_word.max(whole / 2).max(NARROWEST.min(whole));
    (least..=whole).find(|width| wrapped(&cell.text, *width).len() <= 2).unwrap_or(whole)
}

/// The width of every column: what its texts take, the widest cut first where that is too much.
fn widths(grid: &Grid, most: usize) -> Vec<usize> {
    let mut widths: Vec<usize> =
        grid.columns.iter().map(|column| CellRef::letters(*column).chars().count()).collect();
    // A number that is cut would be another number.
    let mut least = vec![1; widths.len()];
    for row in &grid.rows {
        let mut at = 0;
        for cell in &row.cells {
            let length = natural(row, cell);
            if let (1, Some(width), Some(least)) = (cell.span, widths.get_mut(at), least.get_mut(at)) {
                *width = (*width).max(length.min(LONGEST));
                *least = (*least).max(if cell.is_number { length } else { length.min(NARROWEST) });
            }
            at += cell.span;
        }
    }
    for row in &grid.rows {
        let mut at = 0;
        for cell in &row.cells {
            let own = widths.get_mut(at..at + cell.span).unwrap_or_default();
            at += cell.span;
            let missing = natural(row, cell).min(LONGEST).saturating_sub(total(own));
            for more in 0..missing {
                let narrow = more % own.len().max(1);
                own[narrow] += 1;
            }
        }
    }
    let extra = widths.len() * MARKS + widths.len().saturating_sub(1) * BETWEEN;
    while widths.iter().sum::<usize>() + extra > most {
        let widest = widths
            .iter()
            .enumerate()
            .filter(|(at, width)| **width > least[*at])
            .max_by_key(|(at, width)| (**width, *at))
            .map(|(at, _)| at);
        match widest {
            Some(at) => widths[at] -= 1,
            None => break,
        }
    }
    widths
}
