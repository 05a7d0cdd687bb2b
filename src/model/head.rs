//! The stacked head of a table: heading paths merged into spanning cells, once for page and workbook.

use serde::{Deserialize, Serialize};

/// One cell of the head; row and column count from 0 within the head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadCell {
    pub text: String,
    pub x: usize,
    pub y: usize,
    pub colspan: usize,
    pub rowspan: usize,
}

/// Merges heading paths into rows of spanning cells.
///
/// Neighbours that share the upper part of their path share its cell; a path shorter than the head reaches down to
/// its foot.
pub fn grid(paths: &[Vec<String>]) -> Vec<Vec<HeadCell>> {
    let depth = paths.iter().map(Vec::len).max().unwrap_or(0);
    let mut rows = vec![Vec::new(); depth];
    for (y, row) in rows.iter_mut().enumerate() {
        let mut x = 0;
        while x < paths.len() {
            let path = &paths[x];
            let Some(text) = path.get(y) else {
                x += 1;
                continue;
            };
            let is_last = y + 1 == path.len();
            let colspan = if is_last {
                1
            } else {
                paths[x..].iter().take_while(|other| other.len() > y + 1 && other[..=y] == path[..=y]).count()
            };
            let rowspan = if is_last { depth - y } else { 1 };
            row.push(HeadCell { text: text.clone(), x, y, colspan, rowspan });
            x += colspan;
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_that_share_a_path_share_a_cell() {
        let paths: Vec<Vec<String>> = [
            &["TT"][..],
            &["Địa phương"],
            &["Hộ nghèo đầu năm", "Số hộ"],
            &["Hộ nghèo đầu năm", "Tỷ lệ"],
            &["Chỉ tiêu giảm"],
        ]
        .iter()
        .map(|path| path.iter().map(|part| (*part).to_owned()).collect())
        .collect();
        let drawn: Vec<String> = grid(&paths)
            .concat()
            .iter()
            .map(|cell| format!("{} {},{} {}x{}", cell.text, cell.x, cell.y, cell.colspan, cell.rowspan))
            .collect();
        assert_eq!(
            drawn,
            [
                "TT 0,0 1x2",
                "Địa phương 1,0 1x2",
                "Hộ nghèo đầu năm 2,0 2x1",
                "Chỉ tiêu giảm 4,0 1x2",
                "Số hộ 2,1 1x1",
                "Tỷ lệ 3,1 1x1"
            ]
        );
    }
}
