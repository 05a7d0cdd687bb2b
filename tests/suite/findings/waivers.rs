//! `bo_qua`: what a clerk lets stand is told with its reason and refuses nothing; what nothing needs is said (`WVR`).

use serde_json::{Value, json};

use super::{drawn, refused};
use crate::harness::Project;

const SHEET: &str = "data/mau/bang.xlsx";

/// The sample with `bo_qua` added to a file of the dossier «mau».
fn with(file: &str, waivers: &str) -> Project {
    let project = Project::sample();
    add(&project, file, waivers);
    project
}

fn add(project: &Project, file: &str, waivers: &str) {
    let path = format!("data/mau/{file}.yaml");
    let text = project.read(&path);
    project.file(&path, format!("{text}bo_qua: {waivers}\n"));
}

/// The sum of the total row does not fit in one column; nothing else is wrong.
fn wrong_total(project: &Project) {
    project.sheet(
        "| | Toàn huyện | 2000 | 10,00 | 590 | 1410 |",
        "| | Toàn huyện | 2000 | 10,00 | 591 | 1409 |",
    );
}

fn states(project: &Project) -> Vec<(String, String)> {
    let manifest = project.json("output/mau/manifest.json");
    let rows = manifest["documents"].as_array().expect("rows").clone();
    let word = |row: &Value, key: &str| row[key].as_str().expect("a word").to_owned();
    rows.iter().map(|row| (word(row, "document"), word(row, "state"))).collect()
}

/// What stands under the table.
fn summary(run: &crate::harness::Run) -> String {
    run.stderr.rsplit("\n\n").next().unwrap_or_default().to_owned()
}

#[test]
fn a_waiver_of_the_dossier_lets_a_sum_stand_for_all_its_documents() {
    let waiver = "[{ ma: tot002, bang: xa, cot: giam, ly_do: \"số của nghị quyết đã ban hành\" }, { ma: TOT002, cot: cuoi, ly_do: \"như trên\" }]";
    let project = with("ho-so", waiver);
    wrong_total(&project);
    for arguments in [&["build"][..], &["build", "--strict"], &["build", "--jobs", "1"], &["check"]] {
        let run = project.run(arguments.iter().chain(&["--format", "json", "--quiet"]).copied());
        assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.stdout, run.stderr);
        let told: Vec<(Value, Value, Value)> = run
            .findings()
            .iter()
            .map(|one| (one["code"].clone(), one["severity"].clone(), one["waived"].clone()))
            .collect();
        let told_so = |reason: &str| (json!("TOT002"), json!("error"), json!(reason));
        assert_eq!(told, [told_so("số của nghị quyết đã ban hành"), told_so("như trên")], "{arguments:?}");
    }
    let rows = project.json("output/mau/manifest.json")["documents"].clone();
    let waived = json!([
        { "code": "TOT002", "place": { "file": SHEET, "sheet": "Biểu 1", "cell": "E10" }, "reason": "số của nghị quyết đã ban hành" },
        { "code": "TOT002", "place": { "file": SHEET, "sheet": "Biểu 1", "cell": "F10" }, "reason": "như trên" },
    ]);
    let recorded = |row: usize| {
        let mut recorded = rows[row]["waived"].clone();
        for one in recorded.as_array_mut().expect("rows") {
            let message =
                one.as_object_mut().expect("an object").remove("message").expect("what was let stand");
            assert!(
                message.as_str().is_some_and(|said| said.starts_with("dòng tổng «Toàn huyện»")),
                "{message}"
            );
        }
        recorded
    };
    assert_eq!((recorded(0), recorded(1)), (waived.clone(), waived));
    let run = project.run(["build", "--jobs", "1"]);
    insta::assert_snapshot!(summary(&run), @"
    3 văn bản, 0 đã dựng, 3 không đổi, 0 lỗi, 0 cảnh báo, 2 được bỏ qua
    bỏ qua 1 lỗi TOT002, lý do: như trên
    bỏ qua 1 lỗi TOT002, lý do: số của nghị quyết đã ban hành
    ");
    assert!(run.stderr.contains("đã bỏ qua[TOT002]"), "{}", run.stderr);
    assert!(run.stderr.contains("bỏ qua với lý do: số của nghị quyết đã ban hành"), "{}", run.stderr);
}

#[test]
fn a_waiver_of_one_document_is_for_that_document() {
    let waiver = "[{ ma: TOT002, ly_do: đã công bố }]";
    let project = with("ke-hoach", waiver);
    project.build();
    wrong_total(&project);
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.codes()), (1, vec!["TOT002".to_owned(), "TOT002".to_owned()]));
    assert!(
        run.findings().iter().all(|finding| finding["waived"].is_null()),
        "the report is not made for it"
    );
    let told =
        [("bao-cao", "kept"), ("ke-hoach", "built")].map(|(id, state)| (id.to_owned(), state.to_owned()));
    assert_eq!(states(&project), told);
    insta::assert_snapshot!(summary(&project.run(["build"])), @"
    3 văn bản, 0 đã dựng, 2 không đổi, 1 bị từ chối, 2 lỗi, 0 cảnh báo
    bỏ qua 2 lỗi TOT002 cho mau/ke-hoach, lý do: đã công bố
    ");
    // Asked for alone, or waived by every document, it refuses nothing.
    let run = project.run(["build", "data/mau/ke-hoach.yaml", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 0);
    assert!(run.findings().iter().all(|finding| finding["waived"] == "đã công bố"), "{}", run.stdout);
    add(&project, "bao-cao", waiver);
    for jobs in ["1", "4"] {
        let run = project.run(["build", "--format", "json", "--quiet", "--jobs", jobs]);
        assert_eq!((run.code, run.codes().len()), (0, 2), "{}", run.stdout);
    }
}

#[test]
fn a_rule_of_the_form_is_waived_where_its_words_stand() {
    let project = with("ke-hoach", "[{ ma: FRM001, chu: \"216\", ly_do: giấy in sẵn của cơ quan }]");
    project.template("nd30.yaml", "rong_mm: 210", "rong_mm: 216");
    let path = "data/mau/ke-hoach.yaml";
    let run = project.run(["build", path, "--format", "json", "--quiet"]);
    let of_paper = |run: &crate::harness::Run| {
        let findings = run.findings();
        findings.into_iter().filter(|finding| finding["code"] == "FRM001").collect::<Vec<_>>()
    };
    assert_eq!(of_paper(&run).len(), 2);
    assert!(of_paper(&run).iter().all(|one| one["waived"] == "giấy in sẵn của cơ quan"), "{}", run.stdout);
    project.replace(path, "chu: \"216\"", "chu: \"217\"");
    let run = project.run(["build", path, "--format", "json", "--quiet"]);
    assert_eq!(run.code, 1);
    assert!(of_paper(&run).iter().all(|one| one["waived"].is_null()), "{}", run.stdout);
    let unneeded: Vec<Value> = run.findings().into_iter().filter(|one| one["code"] == "WVR001").collect();
    insta::assert_snapshot!(drawn(&unneeded), @"
    cảnh báo WVR001 ke-hoach.yaml:24:16 <ke-hoach.yaml>
      không có lỗi FRM001 nào ở chỗ mà «bo_qua» này nêu
      cách sửa: xóa mục này; nếu lỗi vẫn còn thì sửa «chu», «bang», «don_vi», «cot» cho đúng chỗ
    ");
}

#[test]
fn what_a_waiver_must_say() {
    let line = |waivers: &'static str| move |p: &Project| add(p, "ke-hoach", waivers);
    insta::assert_snapshot!(refused(line("[{ ma: XLS005, ly_do: chưa có số }]")), @"
    KEY006 ke-hoach.yaml:24:16 <ke-hoach.yaml>
      mã «XLS005» không bỏ qua được; chỉ bỏ qua được các mã FRM, WRD, TOT, EQN, RAT, BND, ALC, REG, SET, TIM, TXT (trừ ALC001, EQN002)
      ghi chú: điều không đọc được, không tính được hoặc không in được thì không có gì để in, nên không thể bỏ qua
      cách sửa: xóa mục này và sửa chỗ sai: gõ lại ô thành số; khoảng và mức viết như «6 - 7», «trên 20»; cột chữ thì khai báo kieu: van_ban
    ");
    insta::assert_snapshot!(refused(line("[{ ma: EQN002, ly_do: chưa có số }]")), @"
    KEY006 ke-hoach.yaml:24:16 <ke-hoach.yaml>
      mã «EQN002» không bỏ qua được; chỉ bỏ qua được các mã FRM, WRD, TOT, EQN, RAT, BND, ALC, REG, SET, TIM, TXT (trừ ALC001, EQN002)
      ghi chú: điều không đọc được, không tính được hoặc không in được thì không có gì để in, nên không thể bỏ qua
      cách sửa: xóa mục này và sửa chỗ sai: sửa các ô mà công thức đọc (ô không phải số, khoảng, chia cho 0); kết quả lẻ thì khai báo «le»
    ");
    insta::assert_snapshot!(refused(line("[{ ma: WRD01, ly_do: quen dùng }]")), @"
    KEY006 ke-hoach.yaml:24:16 <ke-hoach.yaml>
      «ma» không nhận giá trị «WRD01»
      cách sửa: có phải ý là «WRD001»?
    ");
    insta::assert_snapshot!(refused(line("[{ ma: TOT001 }]")), @"
    KEY002 ke-hoach.yaml:24:10 <ke-hoach.yaml>
      một mục của «bo_qua» thiếu khóa «ly_do» hoặc để trống
      cách sửa: thêm dòng «ly_do: …»
    ");
    insta::assert_snapshot!(refused(line("[{ ma: TOT001, ly_do: \"\" }]")), @"
    KEY002 ke-hoach.yaml:24:24 <ke-hoach.yaml>
      một mục của «bo_qua» thiếu khóa «ly_do» hoặc để trống
      cách sửa: thêm dòng «ly_do: …»
    ");
    insta::assert_snapshot!(refused(line("[{ ma: TOT001, ly_do: \"…\" }]")), @"
    KEY002 ke-hoach.yaml:24:31 <ke-hoach.yaml>
      «ly_do» không nói gì: «…»
      cách sửa: ghi vì sao điều này được giữ nguyên, ví dụ: số liệu đã công bố trong Kế hoạch số 147/KH-UBND
    ");
    insta::assert_snapshot!(refused(line("[{ ly_do: quen dùng }]")), @"
    KEY002 ke-hoach.yaml:24:10 <ke-hoach.yaml>
      một mục của «bo_qua» thiếu khóa «ma» hoặc để trống
      cách sửa: thêm dòng «ma: …»
    ");
    insta::assert_snapshot!(refused(line("[{ ma: TOT001, ly_do: đúng, bang: huyen, cot: giam }]")), @"
    KEY006 ke-hoach.yaml:24:43 <ke-hoach.yaml>
      «bang» không nhận giá trị «huyen»
      cách sửa: chọn một trong: xa
    ");
    insta::assert_snapshot!(refused(line("[{ ma: TOT001, ly_do: đúng, cot: giamm }]")), @"
    KEY006 ke-hoach.yaml:24:42 <ke-hoach.yaml>
      «cot» không nhận giá trị «giamm»
      cách sửa: có phải ý là «giam»?
    ");
    insta::assert_snapshot!(refused(line("[{ ma: TOT001, ly_do: đúng, dong: 1 }]")), @"
    KEY001 ke-hoach.yaml:24:37 <ke-hoach.yaml>
      khóa «dong» không dùng được trong một mục của «bo_qua»
      cách sửa: các khóa được phép: ma, ly_do, chu, bang, don_vi, cot
    ");
    insta::assert_snapshot!(refused(line("TOT001")), @"
    KEY004 ke-hoach.yaml:24:9 <ke-hoach.yaml>
      một mục của «bo_qua» phải gồm các dòng «khóa: giá trị», ở đây là một đoạn chữ
      cách sửa: các khóa được phép: ma, ly_do, chu, bang, don_vi, cot
    ");
    insta::assert_snapshot!(refused(|p| add(p, "ho-so", "[{ ma: KEY001, ly_do: quen dùng }]")), @"
    KEY006 ho-so.yaml:20:16
      mã «KEY001» không bỏ qua được; chỉ bỏ qua được các mã FRM, WRD, TOT, EQN, RAT, BND, ALC, REG, SET, TIM, TXT (trừ ALC001, EQN002)
      ghi chú: điều không đọc được, không tính được hoặc không in được thì không có gì để in, nên không thể bỏ qua
      cách sửa: xóa mục này và sửa chỗ sai: sửa tên khóa theo gợi ý; khóa không dùng thì xóa dòng đó
    ");
}

#[test]
fn a_waiver_that_nothing_needs() {
    let project = with("ke-hoach", "[{ ma: RAT001, don_vi: An Bình, ly_do: đã công bố }]");
    add(
        &project,
        "ho-so",
        "[{ ma: WRD001, ly_do: mẫu in sẵn }, { ma: TOT002, bang: xa, ly_do: đã công bố }]",
    );
    for jobs in ["1", "4"] {
        let run = project.run(["build", "--format", "json", "--quiet", "--jobs", jobs]);
        assert_eq!(run.code, 0, "{}", run.stdout);
        insta::allow_duplicates! { insta::assert_snapshot!(drawn(&run.findings()), @"
        cảnh báo WVR001 ho-so.yaml:20:16
          không có lỗi WRD001 nào để bỏ qua
          cách sửa: xóa mục này
        cảnh báo WVR001 ho-so.yaml:20:51
          không có lỗi TOT002 nào ở chỗ mà «bo_qua» này nêu
          cách sửa: xóa mục này; nếu lỗi vẫn còn thì sửa «chu», «bang», «don_vi», «cot» cho đúng chỗ
        cảnh báo WVR001 ke-hoach.yaml:24:16 <ke-hoach.yaml>
          không có lỗi RAT001 nào ở chỗ mà «bo_qua» này nêu
          cách sửa: xóa mục này; nếu lỗi vẫn còn thì sửa «chu», «bang», «don_vi», «cot» cho đúng chỗ
        "); }
    }
    assert_eq!(project.run(["build", "--strict", "--quiet"]).code, 1);
    // Only the own one can be judged when not every document is made, or one is refused before the rules look at it.
    let own = ["WVR001".to_owned()];
    for arguments in
        [&["check", "data/mau/ke-hoach.yaml"][..], &["check", "data/mau/ke-hoach.yaml", "--jobs", "1"]]
    {
        let run = project.run(arguments.iter().chain(&["--format", "json", "--quiet"]).copied());
        assert_eq!((run.code, run.codes()), (0, own.to_vec()), "{}", run.stdout);
    }
    project.replace("data/mau/bao-cao.yaml", "so: 7", "so: bảy");
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert_eq!(
        (run.code, run.codes()),
        (1, vec!["KEY004".to_owned(), "WVR001".to_owned()]),
        "{}",
        run.stdout
    );
    // The other side: a unit that has the fault is found with its word and without it.
    let project = with("ke-hoach", "[{ ma: RAT001, don_vi: An Bình, ly_do: đã công bố }]");
    project.sheet("| 40 | 60 | 3,00 |", "| 40 | 60 | 3,10 |");
    let run = project.run(["check", "data/mau/ke-hoach.yaml", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.codes()), (0, vec!["RAT001".to_owned()]), "{}", run.stdout);
    assert_eq!(run.findings()[0]["waived"], "đã công bố");
}

#[test]
fn a_waiver_of_the_dossier_that_its_documents_need() {
    let project = with("ho-so", "[{ ma: WRD001, ly_do: mẫu in sẵn }]");
    project.template("nd30.yaml", "Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc");
    for jobs in ["1", "4"] {
        let run = project.run(["check", "data/mau", "--format", "json", "--quiet", "--jobs", jobs]);
        let codes: Vec<String> = run.codes().into_iter().filter(|code| code.starts_with("WVR")).collect();
        assert_eq!((run.code, codes), (0, Vec::new()), "{}", run.stdout);
    }
}

#[test]
fn the_key_of_a_document_changes_with_its_waivers() {
    let key = |project: &Project, at: usize| {
        project.json("output/mau/manifest.json")["documents"][at]["key"].as_str().expect("a key").to_owned()
    };
    let project = Project::sample();
    project.build();
    let (report, plan) = (key(&project, 0), key(&project, 1));
    add(&project, "ke-hoach", "[{ ma: TOT002, ly_do: đã công bố }]");
    project.build();
    assert_eq!(key(&project, 0), report);
    let waived = key(&project, 1);
    assert_ne!(waived, plan);
    project.plan("ly_do: đã công bố", "ly_do: chưa công bố");
    project.build();
    assert_ne!(key(&project, 1), waived);
    add(&project, "ho-so", "[{ ma: TOT002, ly_do: đã công bố }]");
    project.build();
    assert_ne!(key(&project, 0), report);
}

#[test]
fn strict_refuses_for_a_warning_that_is_not_waived() {
    let project = with("ho-so", "[{ ma: RAT001, don_vi: An Bình, ly_do: \"đúng bản đã ký\" }]");
    project.sheet("| 40 | 60 | 3,00 |", "| 40 | 60 | 3,10 |");
    let run = project.run(["build", "--strict"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    insta::assert_snapshot!(summary(&run), @"
    3 văn bản, 3 đã dựng, 0 lỗi, 0 cảnh báo, 1 được bỏ qua → output
    bỏ qua 1 cảnh báo RAT001, lý do: đúng bản đã ký
    ");
    let waived = project.json("output/mau/manifest.json")["documents"][0]["waived"].clone();
    assert_eq!((&waived[0]["code"], &waived[0]["reason"]), (&json!("RAT001"), &json!("đúng bản đã ký")));
    project.replace("data/mau/ho-so.yaml", "An Bình, ly", "An Hòa, ly");
    let run = project.run(["build", "--strict"]);
    assert_eq!(run.code, 1, "{}", run.stderr);
    insta::assert_snapshot!(summary(&run), @"3 văn bản, 0 đã dựng, 1 không đổi, 2 bị từ chối, 0 lỗi, 2 cảnh báo (--strict: tính như lỗi)");
    assert_eq!(project.run(["check", "--quiet"]).code, 0);
}
