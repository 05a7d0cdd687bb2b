//! FRM001: the paper's size and direction (nd30.md rows 1, 2).

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::{PageRule, PageSubject, SAME_MM, decimal};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::blocks::Block;
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule { rule: &rules::PAPER, rows: &[Row::Form(1), Row::Form(2)], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let side = |key: &str| subject.norm.number(&["trang", key]);
    let (Some(width), Some(height)) = (side("rong_mm"), side("cao_mm")) else { return };
    let is = |one: f64, other: f64| (one - other).abs() < SAME_MM;
    for (at, (x, y)) in subject.printed.paper_mm.iter().enumerate() {
        let page = at + 1;
        let upright = is(*x, width) && is(*y, height);
        let turned = is(*x, height) && is(*y, width);
        judge.check(Row::Form(1), upright || turned, || {
            subject.finding_on_page(
                &rules::PAPER,
                page,
                format!("trang giấy {} × {} mm, phải là {width} × {height} mm", decimal(*x), decimal(*y)),
            )
        });
        let Some(section) = subject.section_of(page) else {
            continue;
        };
        // Tables that are annexes turn their own pages; the document itself stays upright then.
        let is_annex = section.section.component == "phu_luc";
        let has_table = section.section.blocks.iter().any(|block| matches!(block, Block::Table(_)));
        judge.check(Row::Form(2), !turned || is_annex || has_table, || {
            subject.finding_on_page(&rules::PAPER, page, "trang nằm ngang mà phần này không có bảng nào")
        });
    }
}
