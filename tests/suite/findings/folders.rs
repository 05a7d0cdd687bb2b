//! Folders and file names under `data/` (`DIR`).

use super::drawn;
use crate::contract::ALL;
use crate::harness::{NOTICE, Project};

/// Builds the sample after a change in names: everything else is built; says what was found, and the exit code.
fn built(change: impl FnOnce(&Project)) -> (i32, String) {
    let project = Project::sample();
    change(&project);
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!(project.names("output"), ALL);
    (run.code, drawn(&run.findings()))
}

#[test]
fn my_plan_is_there_twice_once_as_yaml_and_once_as_yml() {
    let (code, found) = built(|p| {
        p.file("data/mau/ke-hoach.yml", NOTICE);
    });
    assert_eq!(code, 1);
    insta::assert_snapshot!(found, @r"
    DIR001 ke-hoach.yml
      văn bản «ke-hoach» có hai tệp; tệp này không được đọc
      cùng với: ke-hoach.yaml
      cách sửa: xóa hoặc đổi tên một trong hai tệp
    ");
}

#[test]
fn i_named_the_shared_file_ho_so_yml() {
    let (code, found) = built(|p| {
        p.file("data/moi/ho-so.yml", crate::harness::OTHER_DOSSIER).file("data/moi/thong-bao.yaml", NOTICE);
    });
    assert_eq!(code, 0);
    insta::assert_snapshot!(found, @r"
    cảnh báo DIR002 data/moi/ho-so.yml
      thư mục không có tệp «ho-so.yaml» nên không được đọc
      cách sửa: đặt tên tệp chung của hồ sơ đúng là «ho-so.yaml» (chữ thường, không có .txt phía sau)
    ");
}

#[test]
fn notepad_added_txt_to_the_name_of_my_document() {
    let (code, found) = built(|p| {
        p.file("data/mau/vb.yaml.txt", NOTICE).file("data/mau/ho-so.yml", "").file("data/vb.yaml", NOTICE);
    });
    assert_eq!(code, 0);
    insta::assert_snapshot!(found, @"
    cảnh báo DIR002 ho-so.yml
      thư mục đã có «ho-so.yaml»; tệp này không được đọc
      cách sửa: xóa tệp này, hoặc chuyển nội dung sang «ho-so.yaml»
    cảnh báo DIR002 vb.yaml.txt
      không phải tệp văn bản thường có tên tận cùng .yaml hoặc .yml nên không được đọc
      cách sửa: đổi tên tệp: chữ thường, tận cùng đúng .yaml; tệp chung của hồ sơ là «ho-so.yaml»
    cảnh báo DIR002 data/vb.yaml
      tệp nằm ngoài thư mục hồ sơ
      cách sửa: chuyển tệp vào data/<tên hồ sơ>/
    ");
}

#[cfg(unix)]
#[test]
fn my_folder_is_a_link_to_another_drive() {
    let elsewhere = Project::sample();
    let (code, found) = built(|p| {
        std::os::unix::fs::symlink(elsewhere.path("data/mau"), p.path("data/lien-ket")).expect("a link");
    });
    assert_eq!(code, 0);
    insta::assert_snapshot!(found, @r"
    cảnh báo DIR002 data/lien-ket
      thư mục là một liên kết, không được đọc
      cách sửa: chép hẳn thư mục vào data/
    ");
}

#[test]
fn data_is_still_empty() {
    let project = Project::new();
    project.file("data/doc-toi.txt", "chưa có gì");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 0);
    insta::assert_snapshot!(drawn(&run.findings()), @r"
    cảnh báo DIR002 data
      không có hồ sơ nào trong data/
      cách sửa: tạo thư mục data/<tên hồ sơ>/ có tệp «ho-so.yaml» và tệp văn bản
    ");
}

#[test]
fn a_document_has_the_name_of_an_annex_of_its_own() {
    let (code, found) = built(|p| {
        p.file("data/mau/ke-hoach.phu-luc-1.yaml", NOTICE);
    });
    assert_eq!(code, 1);
    insta::assert_snapshot!(found, @"
    DIR003 ke-hoach.phu-luc-1.yaml
      tên tệp trùng với tệp riêng của phụ lục, văn bản kèm theo của «ke-hoach»
      cách sửa: đổi tên tệp, ví dụ bỏ phần sau dấu chấm
    ");
}
