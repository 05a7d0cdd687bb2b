//! The drawing of a sheet's comments: the yellow boxes, in VML.
//!
//! Excel's own VML is not always well-formed XML (`<br>`), so this part is taken as a text: shapes are put before its
//! end, and nothing else in it is touched but the list of blocks that its numbers come from.

use crate::diag::CellRef;

const EMPTY: &str = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"\"/></o:shapelayout></xml>";
const NAMES: [(&str, &str); 3] = [
    ("v", "urn:schemas-microsoft-com:vml"),
    ("o", "urn:schemas-microsoft-com:office:office"),
    ("x", "urn:schemas-microsoft-com:office:excel"),
];
const BOX: &str = "_x0000_t202";
/// Shapes are numbered in blocks of so many; the number 0 of a block is not used.
const BLOCK: usize = 1024;

/// A part without shapes.
pub fn empty() -> String {
    EMPTY.to_owned()
}

/// The last block of numbers that a drawing uses.
pub fn last_block(text: &str) -> usize {
    let Some((_, data)) = id_map(text) else { return 0 };
    data.split(',').filter_map(|block| block.trim().parse().ok()).max().unwrap_or(0)
}

/// The `data` of the map of blocks: where it stands, and what.
fn id_map(text: &str) -> Option<(usize, &str)> {
    let map = text.find(":idmap")?;
    let tag = &text[map..map + text[map..].find('>')?];
    let at = tag.find("data=")? + "data=".len();
    let quote = tag[at..].chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let data = tag[at + 1..].split(quote).next()?;
    Some((map + at + 1, data))
}

/// A drawing with a box for every cell, numbered in blocks from `first_block` on.
pub fn extended(text: &str, boxes: &[(CellRef, &str)], first_block: usize) -> Result<String, String> {
    if boxes.is_empty() {
        return Ok(text.to_owned());
    }
    let end = text.rfind("</xml>").ok_or("phần hình của ghi chú sai cấu trúc")?;
    let mut words = String::new();
    let is_declared = NAMES.iter().all(|(prefix, name)| text.contains(&format!("xmlns:{prefix}=\"{name}\"")));
    let names: String = if is_declared {
        String::new()
    } else {
        NAMES.iter().map(|(prefix, name)| format!(" xmlns:{prefix}=\"{name}\"")).collect()
    };
    if !text.contains(&format!("id=\"{BOX}\"")) {
        words.push_str(&format!(
            "<v:shapetype{names} id=\"{BOX}\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>"
        ));
    }
    let each_block = BLOCK - 1;
    for (at, (cell, comment)) in boxes.iter().enumerate() {
        let number = (first_block + at / each_block) * BLOCK + 1 + at % each_block;
        words.push_str(&shape(number, *cell, comment, &names));
    }
    let mut edited = format!("{}{words}{}", &text[..end], &text[end..]);
    if let Some((at, data)) = id_map(text) {
        let blocks =
            (first_block..first_block + boxes.len().div_ceil(each_block)).map(|block| block.to_string());
        let own = data.split(',').map(str::to_owned).filter(|block| !block.is_empty());
        let all: Vec<String> = own.chain(blocks).collect();
        edited.replace_range(at..at + data.len(), &all.join(","));
    }
    Ok(edited)
}

/// A box to the right of its cell, as high as its text needs.
fn shape(number: usize, cell: CellRef, comment: &str, names: &str) -> String {
    /// How many characters fit a line of a box four columns wide, or nearly.
    const A_LINE: usize = 44;
    const MOST_ROWS: usize = 30;
    let lines: usize = comment.lines().map(|line| line.chars().count().div_ceil(A_LINE).max(1)).sum();
    let (row, column) = (cell.row.saturating_sub(1), cell.column.saturating_sub(1));
    let top = row.saturating_sub(1);
    let height = u32::try_from(lines.clamp(3, MOST_ROWS)).unwrap_or(3) + 1;
    let anchor = format!("{}, 15, {top}, 10, {}, 31, {}, 9", column + 1, column + 5, top + height);
    format!(
        "<v:shape{names} id=\"_x0000_s{number}\" type=\"#{BOX}\" style=\"position:absolute;margin-left:59.25pt;margin-top:1.5pt;width:240pt;height:{}pt;z-index:1;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>",
        height * 15
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELL: CellRef = CellRef { row: 5, column: 2 };

    #[test]
    fn shapes_are_numbered_in_blocks_of_their_own() {
        let first = extended(&empty(), &[(CELL, "a")], 1).expect("a drawing");
        assert!(first.contains("data=\"1\"") && first.contains("id=\"_x0000_s1025\""));
        assert!(first.contains("<x:Row>4</x:Row><x:Column>1</x:Column>"));
        let second = extended(&first, &[(CELL, "b")], last_block(&first) + 1).expect("a drawing");
        assert!(second.contains("data=\"1,2\"") && second.contains("id=\"_x0000_s2049\""));
        assert_eq!(second.matches("<v:shapetype").count(), 1);
        assert_eq!(last_block(&second), 2);
    }

    #[test]
    fn more_boxes_than_a_block_holds_take_the_next() {
        let boxes = vec![(CELL, "a"); 1100];
        let text = extended(&empty(), &boxes, 3).expect("a drawing");
        assert!(text.contains("data=\"3,4\"") && text.contains("id=\"_x0000_s4095\""));
        assert!(!text.contains("id=\"_x0000_s4096\"") && text.contains("id=\"_x0000_s4097\""));
    }

    #[test]
    fn what_excel_writes_without_closing_it_stays() {
        let old = "<xml><o:shapelayout><o:idmap v:ext='edit' data='1'/></o:shapelayout><v:shape><br></v:shape></xml>";
        let new = extended(old, &[(CELL, "a")], 2).expect("a drawing");
        assert!(new.contains("data='1,2'") && new.contains("<v:shape><br></v:shape>"));
        assert!(new.contains("<v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\""));
    }
}
