//! `noi_dung`: the body as a tree of blocks.

use super::fields::{self, Fields, shape};
use super::head;
use super::printed::{self, Tables};
use super::yaml::{Content, Node};
use crate::diag::{Finding, Findings, rules};
use crate::model::body::{BodyBlock, BodyItem, BodyKind, Repeat};
use crate::model::text::ClerkText;
use crate::vietnamese::text::beginning;

const KINDS: &[(&str, BodyKind)] = &[
    ("phan", BodyKind::Part),
    ("chuong", BodyKind::Chapter),
    ("muc", BodyKind::Section),
    ("tieu_muc", BodyKind::Subsection),
    ("dieu", BodyKind::Article),
    ("khoan", BodyKind::Clause),
    ("diem", BodyKind::Point),
    ("gach", BodyKind::Dash),
    ("cong", BodyKind::Plus),
    ("doan", BodyKind::Paragraph),
    ("bang", BodyKind::Table),
];
const REPEAT: &str = "lap";
const CHILDREN: &str = "noi_dung";
const NAME: &str = "ten";

/// Reads the blocks under a `noi_dung`.
pub fn items(nodes: &[Node], tables: &Tables<'_>, findings: &mut Findings) -> Vec<BodyItem> {
    nodes.iter().filter_map(|node| item(node, tables, findings)).collect()
}

fn item(node: &Node, tables: &Tables<'_>, findings: &mut Findings) -> Option<BodyItem> {
    if let Content::Scalar(text) = &node.content {
        findings.add(
            Finding::new(
                &rules::WRONG_SHAPE,
                node.place.clone(),
                format!("«{}» thiếu loại khối", beginning(&text.text)),
            )
            .help("ghi loại trước, ví dụ «- doan: …» hoặc «- gach: …»"),
        );
        return None;
    }
    let mut allowed: Vec<&str> = KINDS.iter().map(|(key, _)| *key).collect();
    allowed.extend([REPEAT, CHILDREN, NAME]);
    let fields = Fields::of(node, "một khối nội dung", &allowed, findings)?;
    let given: Vec<&(&str, BodyKind)> = KINDS.iter().filter(|(key, _)| fields.get(key).is_some()).collect();
    let children = items(fields.list(CHILDREN), tables, findings);
    match (given.as_slice(), fields.get(REPEAT)) {
        ([(key, kind)], None) => {
            let node = fields.get(key)?;
            let is_table = *kind == BodyKind::Table;
            let table = if is_table { Some(printed::table_block(node, tables, findings)?) } else { None };
            let (text, is_title) =
                if is_table { (head::empty(&fields), false) } else { text(node, key, findings)? };
            let name = printed::name(&fields, findings);
            Some(BodyItem::Block(Box::new(BodyBlock { kind: *kind, is_title, text, table, name, children })))
        }
        ([], Some(repeat)) => {
            if let Some(name) = fields.get(NAME) {
                findings.add(
                    Finding::new(&rules::WRONG_SHAPE, name.place.clone(), "«lap» không có tên để gọi")
                        .help("đặt «ten» ở khối cần gọi, bên ngoài «lap»"),
                );
            }
            if children.is_empty() {
                fields.missing(CHILDREN, "«lap»", findings);
            }
            self::repeat(repeat, children, tables, findings)
        }
        ([], None) => {
            findings.add(
                Finding::new(&rules::MISSING_KEY, node.place.clone(), "khối không có chữ")
                    .help("mỗi khối có đúng một khóa như doan, gach, khoan, muc và chữ sau dấu hai chấm"),
            );
            None
        }
        _ => {
            let keys: Vec<&str> = given.iter().map(|(key, _)| *key).collect();
            findings.add(
                Finding::new(
                    &rules::WRONG_SHAPE,
                    node.place.clone(),
                    format!("một khối chỉ có một loại, ở đây có {}", keys.join(", ")),
                )
                .help("tách thành nhiều khối, mỗi khối bắt đầu bằng dấu «-»"),
            );
            None
        }
    }
}

/// The text of a block: run-in text, or a title in `{ tieu_de: … }`.
fn text(node: &Node, key: &str, findings: &mut Findings) -> Option<(ClerkText, bool)> {
    if matches!(node.content, Content::Map { .. }) {
        let fields = Fields::of(node, &format!("«{key}»"), &["tieu_de"], findings)?;
        return fields.required_text("tieu_de", &format!("«{key}»"), findings).map(|text| (text, true));
    }
    let text = fields::text(node, &format!("«{key}»"), findings)?;
    if text.text.trim().is_empty() {
        findings.add(
            Finding::new(&rules::MISSING_KEY, node.place.clone(), format!("«{key}» để trống"))
                .help("ghi chữ cần in, hoặc xóa khối này"),
        );
    }
    // Parts, chapters and sections are headings: their text is a title either way (nd30.md rows 61, 62, 66).
    let is_heading = matches!(key, "phan" | "chuong" | "muc" | "tieu_muc");
    Some((text, is_heading))
}

fn repeat(
    node: &Node,
    children: Vec<BodyItem>,
    tables: &Tables<'_>,
    findings: &mut Findings,
) -> Option<BodyItem> {
    match &node.content {
        Content::Scalar(table) => Some(BodyItem::Repeat(Box::new(Repeat {
            table: table.clone(),
            group: None,
            is_own: false,
            is_sorted: false,
            children,
        }))),
        Content::Map { .. } => {
            let fields = Fields::of(node, "«lap»", &["bang", "nhom", "cua", "sap_xep"], findings)?;
            let table = fields.required_text("bang", "«lap»", findings)?;
            let group = fields.text("nhom", findings);
            let is_own = printed::own(&fields, tables.is_fanned_out, findings);
            let is_sorted = fields.word("sap_xep", &[("ten", true)], findings).unwrap_or(false);
            Some(BodyItem::Repeat(Box::new(Repeat { table, group, is_own, is_sorted, children })))
        }
        _ => {
            findings.add(
                Finding::new(
                    &rules::WRONG_SHAPE,
                    node.place.clone(),
                    format!("«lap» cần tên một bảng, ở đây là {}", shape(node)),
                )
                .help("ví dụ: «- lap: huyen», hoặc «- lap: { bang: huyen, nhom: 'II.1' }»"),
            );
            None
        }
    }
}
