//! The body as a flat list of components (nd30.md rows 61-66); numbers come with it.

use serde::Serialize;

use super::runs::{RunView, runs, unended};
use super::tables::{TableView, Tables};
use crate::model::body::{BodyKind, Written};
use crate::model::text::Run;

/// A block of the body with its component and label.
#[derive(Serialize)]
pub struct BodyView {
    pub ten: &'static str,
    pub nhan: String,
    pub chu: Vec<RunView>,
    /// The table that stands here, with its title in `chu`.
    pub bang: Option<TableView>,
}

/// Flattens a body; the last block loses its ending, since the form closes it with «./.».
pub fn views(body: &[Written], tables: &mut Tables<'_>) -> Vec<BodyView> {
    let mut views = Vec::new();
    let has_articles = has_articles(body);
    blocks(body, has_articles, tables, &mut views);
    if let (Some(view), Some(last)) = (views.last_mut(), last_block(body))
        && last.table.is_none()
    {
        view.chu = runs(&unended(&last.text));
    }
    views
}

fn last_block(body: &[Written]) -> Option<&Written> {
    let last = body.last()?;
    last_block(&last.children).or(Some(last))
}

/// «Mục 1» stands centred over articles, «I.» in a document without any.
fn has_articles(body: &[Written]) -> bool {
    body.iter().any(|block| block.kind == BodyKind::Article || has_articles(&block.children))
}

fn blocks(body: &[Written], has_articles: bool, tables: &mut Tables<'_>, views: &mut Vec<BodyView>) {
    for block in body {
        self::block(block, has_articles, tables, views);
        blocks(&block.children, has_articles, tables, views);
    }
}

fn block(block: &Written, has_articles: bool, tables: &mut Tables<'_>, views: &mut Vec<BodyView>) {
    let titled = block.is_title;
    // A label on a line of its own with the title under it.
    let stacked = |label: &'static str, title: &'static str, views: &mut Vec<BodyView>| {
        let name = [Run::plain(block.label.as_str())];
        views.push(BodyView { ten: label, nhan: String::new(), chu: runs(&name), bang: None });
        views.push(BodyView { ten: title, nhan: String::new(), chu: runs(&block.text), bang: None });
    };
    let component = match block.kind {
        BodyKind::Part => return stacked("phan", "phan_tieu_de", views),
        BodyKind::Chapter => return stacked("chuong", "chuong_tieu_de", views),
        BodyKind::Section if has_articles => return stacked("muc_giua", "muc_giua_tieu_de", views),
        BodyKind::Subsection => return stacked("tieu_muc", "tieu_muc_tieu_de", views),
        BodyKind::Section => "muc",
        BodyKind::Article => {
            if titled {
                "dieu_tieu_de"
            } else {
                "dieu"
            }
        }
        BodyKind::Clause => {
            if titled {
                "khoan_tieu_de"
            } else {
                "khoan"
            }
        }
        BodyKind::Point => "diem",
        BodyKind::Dash => "gach",
        BodyKind::Plus => "cong",
        BodyKind::Paragraph => "doan",
        BodyKind::Table => "bang_tieu_de",
    };
    let mut view = BodyView { ten: component, nhan: block.label.clone(), chu: runs(&block.text), bang: None };
    if let Some(table) = &block.table {
        view.chu = table.title.as_ref().map(|title| runs(title)).unwrap_or_default();
        view.bang = tables.view(table);
    }
    views.push(view);
}
