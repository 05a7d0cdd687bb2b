//! LAY004: text that stands on other text, runs over the line of its cell or off the paper. A figure under another is a
//! figure lost.

use super::PageRule;
use super::subject::PageSubject;
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::printed::Over;
use crate::vietnamese::text::beginning;

pub const RULE: PageRule = PageRule { rule: &rules::OVERFLOW, rows: &[], check };

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    // What overlaps inside such a table needs no further words.
    if let Some((page, number)) = subject.printed.too_wide.first() {
        let tables = subject.checked.printed_tables();
        let (name, columns) = tables.get(*number).map_or(("", 0), |(printed, table)| {
            (printed.table.as_str(), printed.columns.len() + usize::from(table.number_column.is_some()))
        });
        let said =
            format!("bảng «{name}» {columns} cột quá rộng: ở cỡ chữ nhỏ nhất, số vẫn không đứng vừa cột");
        let finding = subject
            .finding_on_page(RULE.rule, *page, said)
            .help("bớt cột ở «cot» của phụ lục, hoặc tách thành hai phụ lục");
        judge.remark(finding);
        return;
    }
    for text in &subject.printed.overprinted {
        let over = match text.over {
            Over::Text => "in chồng lên chữ bên cạnh",
            Over::Border => "lấn qua đường kẻ của ô",
            Over::Edge => "in ra ngoài trang",
        };
        let said = format!("chữ «{}» {over}", beginning(text.text.trim()));
        let finding = subject.finding_at(RULE.rule, text.page, &text.text, text.block, &text.component, said);
        judge.remark(finding);
    }
}
