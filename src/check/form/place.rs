//! FRM016: where the components stand (nd30.md §1.2, rows 20, 23, 27, 30, 33, 42, 48, 49, 52-54, 61, 62, 72, 79, 88-90,
//! 93, 95-97, 100, 103, 106, 108): columns of the head, common centres, common baselines, the 6 pt under the symbol of a
//! công văn, the dashes under «Kính gửi:». Tolerance 0,5 mm, under the colon of «Kính gửi:» 5 mm.

#![expect(clippy::float_arithmetic, reason = "lengths on paper are no figures")]

use super::line_spacing::{POINTS_A_MM, single_pt};
use super::subject::{PageSubject, PrintedText};
use super::tally::Tally;
use super::{PageRule, decimal};
use crate::check::judge::Judge;
use crate::diag::rules;
use crate::model::norm::ComponentNorm;
use crate::model::verdict::Row;

pub const RULE: PageRule = PageRule {
    rule: &rules::PLACE,
    rows: &[
        Row::Form(20),
        Row::Form(23),
        Row::Form(27),
        Row::Form(30),
        Row::Form(33),
        Row::Form(42),
        Row::Form(48),
        Row::Form(49),
        Row::Form(52),
        Row::Form(53),
        Row::Form(54),
        Row::Form(61),
        Row::Form(62),
        Row::Form(72),
        Row::Form(79),
        Row::Form(88),
        Row::Form(89),
        Row::Form(90),
        Row::Form(93),
        Row::Form(95),
        Row::Form(96),
        Row::Form(97),
        Row::Form(100),
        Row::Form(103),
        Row::Form(106),
        Row::Form(108),
    ],
    check,
};

const TOLERANCE_MM: f64 = 0.5;
/// «Under the colon»: the sample form itself is a few millimetres off.
const UNDER_COLON_MM: f64 = 5.0;

fn check(subject: &PageSubject<'_>, judge: &mut Judge<'_>) {
    let mut tally = Tally::new(subject, RULE.rule);
    let mut met: Vec<Row> = Vec::new();
    for text in &subject.texts {
        let (Some(norm), Some(line)) = (text.norm, text.first()) else { continue };
        let Some(row) = norm.row().filter(|row| RULE.rows.contains(row)) else { continue };
        let Some(verdict) = wrong(subject, text, norm) else { continue };
        met.push(row);
        match verdict {
            Ok(()) => judge.holds(row),
            Err(said) => tally.wrong(&[row], line, norm.severity(), said),
        }
    }
    tally.tell(judge);
    for row in RULE.rows.iter().filter(|row| !met.contains(row)) {
        judge.not_applicable(*row);
    }
}

fn same(one: f64, other: f64) -> bool {
    (one - other).abs() < TOLERANCE_MM
}

/// Whether a component stands where it must; `None` where nothing is said of its place.
fn wrong(
    subject: &PageSubject<'_>,
    text: &PrintedText<'_>,
    norm: &ComponentNorm,
) -> Option<Result<(), String>> {
    let line = text.first()?;
    let area = subject.area(line.page)?;
    let other = |component: &str| subject.in_section(text.at, component);
    let centred_on = |component: &str| {
        other(component).and_then(PrintedText::first).is_none_or(|it| same(it.centre_mm(), line.centre_mm()))
    };
    let on_first_page = subject.sections.get(text.at).is_some_and(|section| section.first_page == line.page);
    let called = text.called();
    let must = |stands: bool, said: &str| if stands { Ok(()) } else { Err(format!("{called} {said}")) };
    let all =
        |checks: &[Result<(), String>]| checks.iter().find(|check| check.is_err()).cloned().unwrap_or(Ok(()));
    let verdict = match text.component {
        "quoc_hieu" => all(&[
            must(
                on_first_page && line.centre_mm() > area.centre_mm(),
                "phải ở phía trên, bên phải trang đầu",
            ),
            must((line.baseline_mm - area.top_mm) * POINTS_A_MM < 2.0 * line.size_pt, "phải ở đầu trang"),
        ]),
        "tieu_ngu" => must(centred_on("quoc_hieu"), "phải canh giữa dưới Quốc hiệu"),
        "co_quan_chu_quan" => must(centred_on("co_quan"), "phải canh giữa với tên cơ quan ban hành"),
        "co_quan" => {
            must(on_first_page && line.centre_mm() < area.centre_mm(), "phải ở phía trên, bên trái trang đầu")
        }
        "so_ky_hieu" => must(centred_on("co_quan"), "phải canh giữa dưới tên cơ quan ban hành"),
        "dia_danh_ngay" => {
            let number = other("so_ky_hieu").and_then(PrintedText::first);
            all(&[
                must(centred_on("tieu_ngu"), "phải canh giữa dưới Quốc hiệu, Tiêu ngữ"),
                must(
                    number.is_none_or(|number| same(number.baseline_mm, line.baseline_mm)),
                    "phải cùng một dòng với số, ký hiệu",
                ),
            ])
        }
        "trich_yeu_cong_van" => all(&[
            must(centred_on("so_ky_hieu"), "phải canh giữa dưới số, ký hiệu"),
            under_number(subject, text),
        ]),
        "do_khan" => must(centred_on("so_ky_hieu"), "phải ở dưới số, ký hiệu, bên trái"),
        "pham_vi" => must(
            line.baseline_mm < area.top_mm && line.centre_mm() > area.centre_mm(),
            "phải ở lề trên, bên phải trang đầu",
        ),
        "chu_ky_so" => must(
            line.baseline_mm < area.top_mm && same(line.right_mm, area.right_mm),
            "phải ở góc trên, bên phải trang đầu",
        ),
        "chuc_vu" => {
            let sides = subject.of("chuc_vu").filter(|post| post.at == text.at);
            let is_alone =
                sides.filter_map(PrintedText::first).all(|post| same(post.centre_mm(), line.centre_mm()));
            must(!is_alone || line.centre_mm() > area.centre_mm(), "phải ở bên phải")
        }
        "ho_ten" => {
            let posts = subject.of("chuc_vu").filter(|post| post.at == text.at && post.number < text.number);
            let own = posts.filter_map(PrintedText::first).last();
            must(
                own.is_none_or(|post| same(post.centre_mm(), line.centre_mm())),
                "phải canh giữa với chức vụ",
            )
        }
        "kinh_gui_muc" => {
            let items = || {
                subject.of("kinh_gui_muc").filter(|item| item.at == text.at).filter_map(PrintedText::first)
            };
            let colon = other("kinh_gui_dau").and_then(PrintedText::first).map(|head| head.right_mm);
            all(&[
                must(items().all(|item| same(item.left_mm, line.left_mm)), "phải thẳng hàng với nhau"),
                must(
                    colon.is_none_or(|colon| (line.left_mm - colon).abs() < UNDER_COLON_MM),
                    "phải thẳng hàng dưới dấu hai chấm",
                ),
            ])
        }
        "noi_nhan_dau" => {
            let post = other("chuc_vu").filter(|_| text.in_column).and_then(PrintedText::first);
            let has_one_signer = subject.checked.document().signatories.len() == 1;
            all(&[
                must(same(line.left_mm, area.left_mm), "phải sát lề trái"),
                must(text.in_column || !has_one_signer, "phải ở bên trái phần ký"),
                must(
                    post.is_none_or(|post| same(post.baseline_mm, line.baseline_mm)),
                    "phải ngang hàng với dòng quyền hạn, chức vụ",
                ),
            ])
        }
        "noi_nhan_muc" | "nguoi_soan" => must(same(line.left_mm, area.left_mm), "phải sát lề trái"),
        // Everything else that is centred is centred on the full width.
        _ if norm.align == crate::model::norm::ComponentAlign::Centre && !norm.leaves_open("can") => {
            must(same(line.centre_mm(), area.centre_mm()), "phải canh giữa theo bề ngang của trang")
        }
        _ => return None,
    };
    Some(verdict)
}

/// 6 pt from the symbol to the subject of a công văn (row 52).
fn under_number(subject: &PageSubject<'_>, text: &PrintedText<'_>) -> Result<(), String> {
    const GAP_PT: f64 = 6.0;
    let number = subject.in_section(text.at, "so_ky_hieu").and_then(PrintedText::last);
    let (Some(number), Some(line)) = (number, text.first()) else { return Ok(()) };
    let apart = (line.baseline_mm - number.baseline_mm) * POINTS_A_MM;
    // Both are nearly of one size: the height of a line between their baselines is the mean of the two.
    let single =
        f64::midpoint(single_pt(subject.norm, number.size_pt), single_pt(subject.norm, line.size_pt));
    let gap = apart - single;
    if (gap - GAP_PT).abs() < TOLERANCE_MM * POINTS_A_MM {
        Ok(())
    } else {
        Err(format!("{} cách số, ký hiệu {} pt, phải là {} pt", text.called(), decimal(gap), decimal(GAP_PT)))
    }
}
