//! WRD011: «Như trên» where «Kính gửi:» stands and nowhere else, «Như Điều …» in decisions (nd30.md row 91).
//!
//! Forms 1.6-1.8 name whom they are sent to in their text, so «Như trên» may stand there. Of kinds that stand on no list
//! of `nd30.yaml` nothing is said.

use super::addressees::is_addressed;
use super::parts::one_line;
use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule { rule: &rules::FIRST_RECIPIENT, rows: &[ROW], check };

const ROW: Row = Row::Form(91);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let above = subject.norm.at(&["dau_cuoi", "nhu_tren"]).as_str().unwrap_or_default();
    let article = subject.norm.at(&["dau_cuoi", "nhu_dieu"]).as_str().unwrap_or_default();
    let items: Vec<(&Paragraph<'_>, String)> = subject
        .main_of("noi_nhan_muc")
        .map(|paragraph| (paragraph, one_line(paragraph.text.trim_end_matches([';', '.']))))
        .collect();
    let Some((first, text)) = items.first() else {
        judge.not_applicable(ROW);
        return;
    };
    let begins = |text: &str, with: &str| {
        text.get(..with.len()).is_some_and(|start| start.to_lowercase() == with.to_lowercase())
    };
    let pointing = items.iter().find(|(_, text)| begins(text, above));
    let decides = subject.norm.at(&["cum_tu", "menh_lenh", subject.kind()]).is_string();
    let on = |list: &str| subject.norm.lists(&["dau_cuoi", "kinh_gui", list], subject.kind());
    if is_addressed(subject) && on("khong") {
        // That it is addressed at all is what is wrong, and another rule says so.
        judge.not_applicable(ROW);
    } else if is_addressed(subject) {
        judge.check(ROW, begins(text, above), || {
            subject
                .finding_at(
                    &rules::FIRST_RECIPIENT,
                    first,
                    format!("có «Kính gửi:» thì nơi nhận đầu tiên phải là «{above}», ở đây là «{text}»"),
                )
                .help(format!("đặt «- {above}» lên đầu «noi_nhan»"))
        });
    } else if let Some((paragraph, _)) =
        pointing.filter(|_| on("khong") || on("bat_buoc") || on("gui_cap_tren"))
    {
        let mend = if decides {
            format!("thay bằng «{article} …», điều nêu ai thi hành")
        } else {
            format!("thay «{above}» bằng tên cơ quan nhận, hoặc xóa dòng này")
        };
        judge.broken(
            ROW,
            subject
                .finding_at(
                    &rules::FIRST_RECIPIENT,
                    paragraph,
                    format!("nơi nhận ghi «{above}» mà văn bản không có «Kính gửi:»"),
                )
                .help(mend),
        );
    } else if decides {
        judge.check(ROW, begins(text, article) || text.contains(article), || {
            subject
                .finding_at(
                    &rules::FIRST_RECIPIENT,
                    first,
                    format!(
                        "nơi nhận đầu tiên của quyết định, nghị quyết là «{article} …», ở đây là «{text}»"
                    ),
                )
                .as_warning()
                .help(format!("đặt «- {article} …» lên đầu «noi_nhan», với số của điều nêu ai thi hành"))
        });
    } else {
        judge.not_applicable(ROW);
    }
}
