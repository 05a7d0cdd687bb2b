//! WRD015: every component that Điều 8 demands, once and in its order (rows of the components in nd30.md §1.2-§1.7, §2.2).
//!
//! What a form must have is a list in `nd30.yaml`; of a form that stands on none nothing is said.

use super::{Paragraph, TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::{Finding, rules};
use crate::model::blocks::Block;
use crate::model::norm::Norm;
use crate::model::verdict::Row;

pub const RULE: TextRule = TextRule {
    rule: &rules::COMPONENTS,
    rows: &[
        TEXT,
        Row::Form(20),
        Row::Form(23),
        Row::Form(30),
        Row::Form(33),
        Row::Form(42),
        Row::Form(48),
        Row::Form(49),
        Row::Form(52),
        Row::Form(72),
        Row::Form(79),
        Row::Form(89),
        Row::Form(90),
        Row::Form(95),
        Row::Form(96),
        Row::Form(97),
    ],
    check,
};

const TEXT: Row = Row::Form(9);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let norm = subject.norm;
    let path = |list: &'static str| ["dau_cuoi", "thanh_phan", list];
    let form = subject.identity().form.as_str();
    let of_form = ["dau_cuoi", "thanh_phan", "mau", form];
    if norm.at(&of_form).is_null() {
        return;
    }
    for row in RULE.rows {
        judge.not_applicable(*row);
    }
    for component in norm.texts(&path("mot_lan")).chain(norm.texts(&of_form)) {
        check_count(subject, judge, component, true);
    }
    for component in norm.texts(&path("co")) {
        check_count(subject, judge, component, false);
    }
    if !norm.lists(&path("khong_can_noi_nhan"), subject.kind()) {
        // Without recipients neither their heading nor a single one stands there: said once.
        for component in norm.texts(&path("noi_nhan")).take(1) {
            check_count(subject, judge, component, true);
        }
    }
    for component in norm.texts(&["dau_cuoi", "thanh_phan", "khong_co", form]) {
        check_absence(subject, judge, component);
    }
    let has_text = subject.main().any(|paragraph| is_of_body(norm, paragraph)) || has_table(subject);
    judge.check(TEXT, has_text, || {
        subject
            .finding_at_key(&rules::COMPONENTS, &["noi_dung"], "mẫu không in nội dung văn bản")
            .help("so mẫu trong templates/forms với mẫu gốc của chương trình")
    });
    for component in ["phu_luc_nhan", "phu_luc_tieu_de", "phu_luc_kem_theo"] {
        if let Some(row) = row(norm, component).filter(|_| subject.of(component).next().is_some()) {
            judge.holds(row);
        }
    }
    check_signatures(subject, judge);
    let sections = subject.paragraphs.last().map_or(0, |last| last.at + 1);
    (0..sections).for_each(|section| check_order(subject, judge, section));
}

/// As many signatures as there are signatories, and every name under its post.
fn check_signatures(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    const POST: Row = Row::Form(72);
    const NAME: Row = Row::Form(79);
    let wanted = subject.document().signatories.len();
    // The box of a leave permit has a heading in a post's place.
    let foot = ["chuc_vu", "xac_nhan_dau", "ho_ten"];
    let parts: Vec<&Paragraph<'_>> = subject.main().filter(|part| foot.contains(&part.component)).collect();
    let begins =
        |at: usize| parts[at].component == "chuc_vu" && (at == 0 || parts[at - 1].component != "chuc_vu");
    let signatures = (0..parts.len()).filter(|at| begins(*at)).count();
    // None at all is said already.
    if signatures > 0 && signatures < wanted {
        let message = format!("văn bản có {wanted} người ký, mẫu chỉ in chức vụ của {signatures} người");
        judge.broken(POST, subject.finding_at(&rules::COMPONENTS, parts[0], message));
    }
    for (at, part) in parts.iter().enumerate().filter(|(_, part)| part.component == "ho_ten") {
        if at == 0 || parts[at - 1].component == "ho_ten" {
            let message = format!(
                "{} phải đứng dưới {}",
                subject.norm.called("ho_ten"),
                subject.norm.called("chuc_vu")
            );
            judge.broken(NAME, subject.finding_at(&rules::COMPONENTS, part, message));
        }
    }
}

fn check_count(subject: &TextSubject<'_>, judge: &mut Judge<'_>, component: &str, once: bool) {
    let Some(row) = row(subject.norm, component) else { return };
    let count = subject.main_of(component).count();
    let fits = if once { count == 1 } else { count > 0 };
    judge.check(row, fits, || {
        let name = subject.norm.called(component);
        let place = crate::check::place_of_component(subject.checked, component);
        let message = if count == 0 {
            format!("văn bản thiếu {name}")
        } else {
            format!("{name} in {count} lần, chỉ được một lần")
        };
        let help = match component {
            "noi_nhan_dau" if count == 0 => {
                "thêm «noi_nhan» vào văn bản hoặc ho-so.yaml, dòng cuối là «Lưu: VT, …»"
            }
            _ => rules::COMPONENTS.mend,
        };
        Finding::new(&rules::COMPONENTS, place, message).help(help)
    });
}

/// What only a sample form leaves out, e.g. place and date in the record of a meeting: a warning.
fn check_absence(subject: &TextSubject<'_>, judge: &mut Judge<'_>, component: &str) {
    let Some((row, paragraph)) = row(subject.norm, component).zip(subject.main_of(component).next()) else {
        return;
    };
    let message = format!("loại văn bản này không có {}, ở đây mẫu in ra", subject.norm.called(component));
    judge.broken(row, subject.finding_at(&rules::COMPONENTS, paragraph, message).as_warning());
}

/// Of two components of a chain the earlier one is printed first.
fn check_order(subject: &TextSubject<'_>, judge: &mut Judge<'_>, section: usize) {
    let chains = subject.norm.at(&["dau_cuoi", "thanh_phan", "trinh_tu"]).as_array();
    for chain in chains.into_iter().flatten() {
        let chain: Vec<&str> =
            chain.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
        let mut before: Option<(usize, &str)> = None;
        for component in chain {
            let all = || subject.paragraphs.iter().filter(|paragraph| paragraph.at == section).enumerate();
            let is_own = |paragraph: &Paragraph<'_>| match component {
                WHOLE_TEXT => is_of_body(subject.norm, paragraph),
                _ => paragraph.component == component,
            };
            let own = || all().filter(|(_, paragraph)| is_own(paragraph));
            let (Some((first, paragraph)), Some((last, _))) = (own().next(), own().last()) else { continue };
            if let Some((end, earlier)) = before.filter(|(end, _)| *end > first) {
                let message =
                    format!("{} phải đứng trước {}", called(subject, earlier), called(subject, component));
                let finding = subject.finding_at(&rules::COMPONENTS, paragraph, message);
                let rows: Vec<Row> = row(subject.norm, component).into_iter().collect();
                judge.broken_all(&rows, finding);
                before = Some((end, earlier));
            } else {
                before = Some((last, component));
            }
        }
    }
}

/// What the text of a document is called in a chain of components.
const WHOLE_TEXT: &str = "noi_dung";

fn called<'a>(subject: &'a TextSubject<'_>, component: &'a str) -> &'a str {
    if component == WHOLE_TEXT { "lời văn" } else { subject.norm.called(component) }
}

/// The component's own row, where this rule speaks of it.
fn row(norm: &Norm, component: &str) -> Option<Row> {
    norm.component(component)?.row().filter(|row| RULE.rows.contains(row))
}

/// The text of the document: what stands in box 6.
fn is_of_body(norm: &Norm, paragraph: &Paragraph<'_>) -> bool {
    let basis = norm.component(paragraph.component).and_then(|component| component.basis.as_deref());
    paragraph.component != "can_cu" && basis.is_some_and(|basis| basis.ends_with("ô số 6"))
}

fn has_table(subject: &TextSubject<'_>) -> bool {
    let section = subject.main().next().map(|paragraph| paragraph.section);
    section.is_some_and(|section| section.blocks.iter().any(|block| matches!(block, Block::Table(_))))
}
