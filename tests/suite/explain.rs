//! `duthao explain`: the texts of the rules, for people and as JSON.

use crate::harness::Project;

#[test]
fn a_code_is_explained_whatever_the_case_of_its_letters() {
    let run = Project::new().run(["explain", "wrd001"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    insta::assert_snapshot!(run.stdout, @r#"
    WRD001 (national-title-and-motto)
      Sai ở đâu  Quốc hiệu hoặc Tiêu ngữ không đúng chữ
      Mức        lỗi: văn bản bị từ chối
      Vì sao     Quốc hiệu, Tiêu ngữ là cụm từ cố định; Tiêu ngữ dùng dấu gạch nối ngắn có dấu cách hai
                 bên, không dùng gạch dài
      Căn cứ     Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 1
      Cách sửa   trả `cum_tu.quoc_hieu`, `cum_tu.tieu_ngu` trong templates/nd30.yaml về chữ gốc
      Dòng       I.19 Gạch nối ở Tiêu ngữ và ký hiệu; I.20 Quốc hiệu đúng chữ, in hoa, đậm, cỡ 12-13;
                 I.21 Quốc hiệu viết «HÒA»; I.23 Tiêu ngữ đúng chữ, đậm, cỡ 13-14
      Bỏ qua     được, khi có lý do; ghi vào tệp văn bản, hoặc ho-so.yaml cho mọi văn bản:
                 bo_qua: [{ ma: WRD001, ly_do: "…" }]
    "#);
}

#[test]
fn a_rule_that_nothing_waives_says_so() {
    let run = Project::new().run(["explain", "XLS005"]);
    assert_eq!(run.code, 0);
    let at = run.stdout.find("  Bỏ qua").expect("it says whether it can be waived");
    let waiving = run.stdout[at..].split_whitespace().collect::<Vec<_>>().join(" ");
    insta::assert_snapshot!(waiving, @"Bỏ qua không được; chỉ bỏ qua được các mã FRM, WRD, TOT, EQN, RAT, BND, ALC, REG, SET, TIM, TXT (trừ ALC001, EQN002)");
    let run = Project::new().run(["explain", "EQN002", "--format", "json"]);
    assert_eq!(run.json()["rules"][0]["waivable"], false, "nothing would be there to print");
}

#[test]
fn several_codes_come_one_after_the_other() {
    let run = Project::new().run(["explain", "TOT002", "FRM001"]);
    assert_eq!(run.code, 0);
    let begins: Vec<&str> =
        run.stdout.lines().filter(|line| !line.starts_with(' ') && !line.is_empty()).collect();
    assert_eq!(begins, ["TOT002 (grand-total-mismatch)", "FRM001 (paper-size)"]);
    for line in run.stdout.lines() {
        assert!(line.chars().count() <= 100, "{line}");
    }
}

#[test]
fn as_json_every_text_is_a_key() {
    let run = Project::new().run(["explain", "FRM001", "XLS001", "--format", "json"]);
    assert_eq!(run.code, 0);
    let rules = run.json()["rules"].as_array().expect("rules").clone();
    assert_eq!(rules.len(), 2);
    assert_eq!(
        (rules[0]["waivable"].clone(), rules[0]["waiver"].clone(), rules[1]["waivable"].clone()),
        (true.into(), "bo_qua: [{ ma: FRM001, ly_do: \"…\" }]".into(), false.into())
    );
    for key in ["code", "name", "severity", "what", "why", "basis", "mend"] {
        assert!(rules[0][key].as_str().is_some_and(|text| !text.is_empty()), "{key}");
    }
    assert_eq!(rules[0]["rows"][0], "I.1");
}

#[test]
fn an_unknown_code_names_the_nearest_ones_and_is_2() {
    let run = Project::new().run(["explain", "TOT009", "TOT001"]);
    assert_eq!(run.code, 2);
    assert!(run.stdout.starts_with("TOT001"), "what is known is still explained");
    insta::assert_snapshot!(run.stderr, @"không có mã «TOT009»; gần nhất: TOT001, TOT002, TOT003, TOT004; xem mọi mã: duthao explain");
    let run = Project::new().run(["explain", "bảy"]);
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    insta::assert_snapshot!(run.stderr, @"không có mã «bảy»; xem mọi mã: duthao explain");
    let run = Project::new().run(["explain", "ABC123", "--format", "json"]);
    assert_eq!((run.code, run.json()), (2, serde_json::json!({ "rules": [] })));
}

#[test]
fn without_a_code_all_are_listed_by_family() {
    let run = Project::new().run(["explain"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    for rule in duthao::diag::rules::all() {
        assert_eq!(run.stdout.matches(&format!("  {} ", rule.code)).count(), 1, "{}", rule.code);
    }
    let families = run.stdout.lines().filter(|line| line.contains(": ") && !line.starts_with(' ')).count();
    assert!(families > 10, "{}", run.stdout);
}
