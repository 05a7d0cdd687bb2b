//! `figures.json` and `manifest.json`, to the letter of the contract.

use serde_json::Value;

use crate::harness::Project;

/// Whether the keys of every object stand in alphabetical order in the text.
fn keys_are_sorted(text: &str) -> bool {
    // serde_json keeps its maps sorted, so writing what was read gives the same text only if it was sorted.
    let value: Value = serde_json::from_str(text).expect("JSON");
    format!("{}\n", serde_json::to_string_pretty(&value).expect("JSON")) == text
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|item| item.as_str().expect("text")).collect()
}

#[test]
fn figures_are_recorded_with_text_value_page_and_source() {
    let project = Project::sample();
    project.plan("{{ xa.tong.giam }} hộ nghèo", "{{ xa.tong.giam | chu }} hộ nghèo");
    project.build();
    let text = project.read("output/mau/ke-hoach.figures.json");
    assert!(keys_are_sorted(&text));
    let rows: Vec<String> = project
        .json("output/mau/ke-hoach.figures.json")
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| serde_json::to_string(row).expect("JSON"))
        .collect();
    insta::assert_snapshot!(rows.join("\n"), @r#"
    {"column":"Chỉ tiêu giảm","formula":null,"offset":5,"page":1,"paragraph":11,"rounding":"đọc bằng chữ","row":"Toàn huyện","source":[{"cell":"E10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"năm trăm chín mươi","unit":"hộ","value":"590"}
    {"column":"Cuối năm › Số hộ","formula":null,"offset":38,"page":1,"paragraph":11,"rounding":null,"row":"Toàn huyện","source":[{"cell":"F10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"steps":["đối chiếu: dau - giam = 2.000 - 590 = 1.410"],"table":"xa","text":"1.410","unit":"hộ","value":"1410"}
    {"column":"Cuối năm › Tỷ lệ","formula":null,"offset":54,"page":1,"paragraph":11,"rounding":null,"row":"Toàn huyện","source":[{"cell":"G10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"7,05%","unit":"%","value":"7.05"}
    {"column":"Chỉ tiêu giảm","formula":null,"offset":17,"page":1,"paragraph":12,"rounding":null,"row":"Xã An Bình","source":[{"cell":"E5","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"40","unit":"hộ","value":"40"}
    {"column":"Chỉ tiêu giảm","formula":null,"offset":16,"page":1,"paragraph":13,"rounding":null,"row":"Xã An Hòa","source":[{"cell":"E6","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"50","unit":"hộ","value":"50"}
    {"column":"Chỉ tiêu giảm","formula":null,"offset":17,"page":1,"paragraph":14,"rounding":null,"row":"Xã Yên Lạc","source":[{"cell":"E8","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"400","unit":"hộ","value":"400"}
    {"column":"Chỉ tiêu giảm","formula":null,"offset":18,"page":1,"paragraph":15,"rounding":null,"row":"Xã Yên Minh","source":[{"cell":"E9","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"100","unit":"hộ","value":"100"}
    {"annex":"Phụ lục","column":"Đầu năm › Số hộ","formula":null,"page":2,"rounding":null,"rows":"Khu vực đồng bằng\nXã An Bình\nXã An Hòa\nKhu vực miền núi\nXã Yên Lạc\nXã Yên Minh\nToàn huyện","sheet_rows":"4-10","source":[{"cell":"C4:C10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"300\n100\n200\n1.700\n1.200\n500\n2.000","unit":"hộ","value":null}
    {"annex":"Phụ lục","column":"Đầu năm › Tỷ lệ","formula":null,"page":2,"rounding":null,"source":[{"cell":"D4:D10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"5,00\n5,00\n5,00\n12,14\n12,00\n12,50\n10,00","unit":"%","value":null}
    {"annex":"Phụ lục","column":"Chỉ tiêu giảm","formula":null,"page":2,"rounding":null,"source":[{"cell":"E4:E10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"90\n40\n50\n500\n400\n100\n590","unit":"hộ","value":null}
    {"annex":"Phụ lục","column":"Cuối năm › Số hộ","formula":"dau - giam","page":2,"rounding":null,"source":[{"cell":"F4:F10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"steps":["đối chiếu: dau - giam = 300 - 90 = 210","đối chiếu: dau - giam = 100 - 40 = 60","đối chiếu: dau - giam = 200 - 50 = 150","đối chiếu: dau - giam = 1.700 - 500 = 1.200","đối chiếu: dau - giam = 1.200 - 400 = 800","đối chiếu: dau - giam = 500 - 100 = 400","đối chiếu: dau - giam = 2.000 - 590 = 1.410"],"table":"xa","text":"210\n60\n150\n1.200\n800\n400\n1.410","unit":"hộ","value":null}
    {"annex":"Phụ lục","column":"Cuối năm › Tỷ lệ","formula":null,"page":2,"rounding":null,"source":[{"cell":"G4:G10","file":"data/mau/bang.xlsx","sheet":"Biểu 1"}],"table":"xa","text":"3,50\n3,00\n3,75\n8,57\n8,00\n10,00\n7,05","unit":"%","value":null}
    "#);
    let constants = project.json("output/mau/bao-cao.figures.json");
    insta::assert_snapshot!(serde_json::to_string(&constants).expect("JSON"), @r#"[{"column":"xa_ngheo","formula":null,"offset":14,"page":1,"paragraph":8,"rounding":null,"source":[{"column":24,"file":"data/mau/ho-so.yaml","line":6}],"steps":["nguồn: Nghị quyết số 5/NQ-HĐND"],"table":"hang_so","text":"03","unit":"xã","value":"3"}]"#);
}

#[test]
fn the_manifest_has_the_keys_of_the_contract_sorted_and_no_trace_of_time_or_place() {
    let project = Project::sample();
    project.build();
    let text = project.read("output/mau/manifest.json");
    assert!(keys_are_sorted(&text));
    assert!(!text.contains(project.root().to_str().expect("a path")), "no absolute path");
    let year = ["2025-", "2026-", "2027-", "T00:", "timestamp"];
    assert!(year.iter().all(|clock| !text.contains(clock)), "no clock");
    let manifest = project.json("output/mau/manifest.json");
    assert_eq!(keys(&manifest), ["documents", "findings", "inputs", "options", "tool"]);
    assert_eq!(manifest["tool"], format!("duthao {}", env!("CARGO_PKG_VERSION")));
    assert_eq!(
        manifest["options"],
        serde_json::json!({ "only": ["pdf", "xlsx", "docx"], "pdf_standard": null, "untagged": false })
    );
    let documents = manifest["documents"].as_array().expect("rows");
    for row in documents {
        assert_eq!(
            keys(row),
            [
                "document",
                "findings",
                "font",
                "inputs",
                "inputs_sha256",
                "key",
                "needed",
                "outputs",
                "state",
                "text",
                "unit",
                "waived"
            ]
        );
        assert_eq!(
            (&row["state"], &row["unit"], &row["waived"]),
            (&"built".into(), &Value::Null, &serde_json::json!([]))
        );
        assert_eq!(row["key"].as_str().expect("a key").len(), 64);
    }
    let paragraphs = documents[1]["text"].as_array().expect("paragraphs");
    let of_bullet = paragraphs.iter().find(|row| row["component"] == "gach").expect("a paragraph");
    insta::assert_snapshot!(serde_json::to_string(of_bullet).expect("JSON"), @r#"{"component":"gach","label":"-","source":{"column":20,"file":"data/mau/ke-hoach.yaml","line":14},"text":"Xã An Bình: giảm 40 hộ."}"#);
    assert_eq!(
        documents.iter().map(|row| row["document"].as_str()).collect::<Vec<_>>(),
        [Some("bao-cao"), Some("ke-hoach")]
    );
    let own: Vec<&str> =
        strings(&documents[1]["inputs"]).into_iter().filter(|path| !path.starts_with("templates/")).collect();
    assert_eq!(own, ["data/mau/bang.xlsx", "data/mau/ho-so.yaml", "data/mau/ke-hoach.yaml"]);
}

#[test]
fn inputs_and_outputs_carry_the_size_and_hash_of_the_bytes_on_disk() {
    let project = Project::sample();
    project.build();
    let manifest = project.json("output/mau/manifest.json");
    let inputs = manifest["inputs"].as_array().expect("rows");
    let paths: Vec<&str> = inputs.iter().map(|row| row["path"].as_str().expect("a path")).collect();
    assert!(paths.is_sorted() && paths.contains(&"templates/fonts/LiberationSerif-Bold.ttf"), "{paths:?}");
    for row in inputs {
        assert_eq!(keys(row), ["path", "sha256", "size"]);
        let path = row["path"].as_str().expect("a path");
        let embedded = duthao::templates::EMBEDDED
            .iter()
            .find(|(name, _)| path.strip_prefix("templates/") == Some(name));
        let bytes = match embedded {
            Some((_, bytes)) => bytes.to_vec(),
            None => std::fs::read(project.path(path)).unwrap_or_else(|error| panic!("{path}: {error}")),
        };
        assert_eq!(
            (row["size"].as_u64(), row["sha256"].as_str()),
            (Some(bytes.len() as u64), Some(sha256(&bytes).as_str()))
        );
    }
    let mut listed = vec!["manifest.json".to_owned()];
    for output in manifest["documents"]
        .as_array()
        .expect("rows")
        .iter()
        .flat_map(|row| row["outputs"].as_array().expect("rows"))
    {
        assert_eq!(keys(output), ["pages", "path", "sha256", "size"]);
        let path = output["path"].as_str().expect("a path");
        let bytes = &project.files("output/mau")[path];
        assert_eq!(
            (output["size"].as_u64(), output["sha256"].as_str()),
            (Some(bytes.len() as u64), Some(sha256(bytes).as_str()))
        );
        assert_eq!(output["pages"].is_null(), !path.ends_with(".pdf"));
        listed.push(path.to_owned());
    }
    listed.sort();
    assert_eq!(listed, project.names("output/mau"));
}

#[test]
fn a_key_changes_with_what_is_printed_or_recorded() {
    let project = Project::sample();
    let key =
        |document: usize| project.json("output/mau/manifest.json")["documents"][document]["key"].clone();
    project.build();
    let (report, plan) = (key(0), key(1));
    project.sheet("Ghi chú: theo", "Ghi chú: căn cứ");
    project.build();
    assert_eq!((key(0), key(1)), (report.clone(), plan.clone()), "a note under the table is not content");
    project.plan("so: 12\n", "# một lời ghi chú\nso: 12\n");
    project.build();
    assert_ne!(key(1), plan, "the record names lines, which have moved");
    assert_ne!(key(0), report, "findings about the set name lines of both sides");
    let (report, plan) = (key(0), key(1));
    project.plan("Mục tiêu", "Mục đích");
    project.build();
    assert_eq!(key(0), report, "the other document's key stays");
    assert_ne!(key(1), plan);
}

fn sha256(bytes: &[u8]) -> String {
    duthao::model::input::sha256(bytes)
}

#[test]
fn the_manifest_names_a_shared_file_as_it_was_read_last() {
    let project = Project::sample();
    project.build();
    // One document is refused from now on, and the file that both share has changed since it was built.
    project.dossier("nam: 2024", "nam: 2025");
    project.plan("mo_dau:", "mo_dauu:");
    assert_eq!(project.run(["build"]).code, 1);
    let manifest = project.json("output/mau/manifest.json");
    let named: Vec<&serde_json::Value> = manifest["inputs"]
        .as_array()
        .expect("the inputs are a list")
        .iter()
        .filter(|input| input["path"] == "data/mau/ho-so.yaml")
        .collect();
    let read = std::fs::read(project.path("data/mau/ho-so.yaml")).expect("it was just written");
    assert_eq!(named.len(), 1);
    assert_eq!(named[0]["sha256"], duthao::model::input::sha256(&read).as_str());
}
