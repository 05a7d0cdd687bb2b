//! Which rows must not be the last on their page.

use typst::layout::Abs;

use super::body::{Keep, RowKind};

/// For every row whether it leads the one below: a row with parts after it, a group row and its parts, and the rows from
/// the last units of the table to its end, so that the total does not stand alone.
///
/// Told from the end upwards; a chain of such rows grows to `room` and no further, lest it be higher than a page, except
/// that a group row always leads its first row. A short table leads as a whole. `heights` has the rows', `head` is the
/// head's.
pub fn leading(kinds: &[RowKind], heights: &[Abs], keep: &Keep, head: Abs) -> Vec<bool> {
    let taken = (keep.room + head + keep.tail - keep.page).max(Abs::zero());
    let whole: Abs = heights.iter().take(kinds.len()).sum();
    if kinds.len() <= keep.short && head + whole + taken <= keep.room {
        return vec![true; kinds.len()];
    }
    let owners = owners(kinds);
    let mut leads = vec![false; kinds.len()];
    // How high the chain is that begins at the row below, if there is one.
    let mut chain: Option<Abs> = None;
    let mut units = 0;
    for at in (1..kinds.len()).rev() {
        let (below, above) = (kinds[at], kinds[at - 1]);
        let is_group = |kind: RowKind| matches!(kind, RowKind::Group(_));
        if below == RowKind::Unit {
            units += 1;
        }
        if below != RowKind::Part && !is_group(owners[at - 1]) && units >= keep.last {
            chain = None;
            continue;
        }
        let first = heights[at];
        let so_far = if at + 1 == kinds.len() { taken + first } else { chain.unwrap_or(first) };
        let longer = so_far + heights[at - 1];
        if longer <= keep.room || is_group(above) && matches!(below, RowKind::Unit | RowKind::Part) {
            leads[at - 1] = true;
            chain = Some(longer);
        } else if below == RowKind::Part && above != RowKind::Part && longer - so_far + first <= keep.room {
            // Too many parts: the first stays with its row rather than with the others.
            leads[at - 1] = true;
            leads[at] = false;
            chain = Some(longer - so_far + first);
        } else {
            chain = None;
        }
    }
    leads
}

/// The kind of the row of which a row is a part, or its own.
fn owners(kinds: &[RowKind]) -> Vec<RowKind> {
    let mut owner = RowKind::Unit;
    let of = |kind: &RowKind| {
        if *kind != RowKind::Part {
            owner = *kind;
        }
        owner
    };
    kinds.iter().map(of).collect()
}

/// The rows of the groups that a row lies in, from the outermost.
pub fn open_groups(kinds: &[RowKind], at: usize) -> Vec<usize> {
    let mut level = match kinds.get(at) {
        Some(RowKind::Group(level)) => *level,
        Some(RowKind::Unit | RowKind::Part) => i64::MAX,
        Some(RowKind::Total) | None => return Vec::new(),
    };
    let mut open = Vec::new();
    for (row, kind) in kinds.iter().enumerate().take(at).rev() {
        match kind {
            RowKind::Group(of) if *of < level => {
                level = *of;
                open.push(row);
            }
            RowKind::Total => break,
            _ => {}
        }
        if level == 0 {
            break;
        }
    }
    open.reverse();
    open
}
