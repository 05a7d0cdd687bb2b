//! References in text (`REF`).

use super::refused;

#[test]
fn an_unknown_column_in_text() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.tong.giamm }}"); }), @"@@");
}

#[test]
fn an_unknown_table_in_text() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ huyen.tong.giam }}"); }), @"@@");
}

#[test]
fn an_unknown_constant() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ hang_so.xa_nghoe }}"); }), @"@@");
}

#[test]
fn an_unknown_unit() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.dong['An Bìn'].giam }}"); }), @"@@");
}

#[test]
fn an_unknown_group() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.nhom['III'].giam }}"); }), @"@@");
}

#[test]
fn a_row_outside_a_repetition() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ dong.giam }}"); }), @"@@");
}

#[test]
fn an_unknown_column_in_a_repetition_is_said_once() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ dong.giam }}", "{{ dong.gaim }}"); }), @"@@");
}

#[test]
fn a_repetition_over_a_table_that_is_not_there() {
    insta::assert_snapshot!(refused(|p| { p.plan("lap: xa", "lap: xaa"); }), @"@@");
}

#[test]
fn an_annex_column_that_is_not_there() {
    insta::assert_snapshot!(refused(|p| { p.plan("cot: [ten, dau,", "cot: [ten, daau,"); }), @"@@");
}

#[test]
fn a_reference_that_is_never_closed() {
    insta::assert_snapshot!(refused(|p| { p.plan("còn {{ xa.tong.cuoi }} hộ, chiếm {{ xa.tong.ty_le_cuoi }}.", "còn {{ xa.tong.cuoi hộ"); }), @"@@");
}

#[test]
fn an_unknown_filter() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.tong.giam | chuu }}"); }), @"@@");
}

#[test]
fn code_is_no_reference() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ 1 + 1 }}"); }), @"@@");
}

#[test]
fn a_filter_that_does_not_fit() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ xa.tong.giam }}", "{{ xa.tong.giam | ngay_dai }}"); }), @"@@");
}

#[test]
fn a_filter_on_a_name() {
    insta::assert_snapshot!(refused(|p| { p.plan("{{ dong.ten }}", "{{ dong.ten | chu }}"); }), @"@@");
}

#[test]
fn a_reference_in_a_text_over_several_lines_has_its_own_line() {
    insta::assert_snapshot!(refused(|p| {
        p.plan("- doan: Ủy ban nhân dân các xã thực hiện Phụ lục kèm theo.", "- doan: >\n          Ủy ban nhân dân các xã\n          giảm {{ xa.tong.khong_co }} hộ.");
    }), @"@@");
}
