//! `moi_dong`: one document for every row of a table, each with its own head, recipients and rows.

use crate::harness::{DOSSIER, Project, SHEET};

/// A notice for every commune.
const FOR_COMMUNES: &str = "\
loai: thong-bao
ngay: 20/3/2024
moi_dong: xa
trich_yeu: Chỉ tiêu giảm nghèo năm {{ nam }} của {{ dong.ten | thuong }}
noi_dung:
  - doan: \"{{ dong.ten }} giảm {{ dong.giam }} hộ nghèo trong tổng số {{ xa.tong.giam }} hộ của huyện, còn {{ dong.cuoi }} hộ; chi tiết tại Phụ lục kèm theo.\"
noi_nhan: [\"Ủy ban nhân dân {{ dong.ten | thuong }}\", \"Lưu: VT\"]
phu_luc:
  - { tieu_de: \"Chỉ tiêu của {{ dong.ten | thuong }}\", bang: xa, cua: dong, cot: [ten, dau, giam, cuoi] }
";

/// A decision for every group, with its communes.
const FOR_GROUPS: &str = "\
loai: quyet-dinh
ngay: 20/3/2024
moi_dong: { bang: xa, theo: nhom }
trich_yeu: Về việc giao chỉ tiêu giảm nghèo năm {{ nam }} cho {{ dong.ten }}
tham_quyen: Ủy ban nhân dân huyện Tân Lập
noi_dung:
  - dieu: \"Giao {{ dong.ten }} giảm {{ dong.giam }} hộ nghèo, gồm:\"
    noi_dung:
      - lap: { bang: xa, cua: dong }
        noi_dung:
          - diem: \"{{ dong.ten }}: {{ dong.giam }} hộ;\"
  - dieu: Quyết định này có hiệu lực kể từ ngày ký. Chỉ tiêu từng xã nêu tại Phụ lục kèm theo.
phu_luc:
  - { tieu_de: \"Chỉ tiêu của {{ dong.ten }}\", bang: xa, cua: dong, cot: [ten, dau, giam, cuoi] }
noi_nhan: [Như Điều 1, \"Lưu: VT\"]
";

fn project(document: &str) -> Project {
    let project = Project::new();
    project.file("data/mau/ho-so.yaml", DOSSIER);
    project.workbook("data/mau/bang.xlsx", SHEET);
    project.file("data/mau/thong-bao.yaml", document);
    project
}

/// What a unit's document says, a paragraph a line.
fn said(project: &Project, unit: &str) -> String {
    let manifest = project.json("output/mau/manifest.json");
    let rows = manifest["documents"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["unit"] == unit).expect("the unit has a document");
    let text = row["text"].as_array().expect("paragraphs").iter().map(|paragraph| {
        let said = |key: &str| paragraph[key].as_str().unwrap_or_default().to_owned();
        format!("{}: {} {}", said("component"), said("label"), said("text"))
    });
    text.collect::<Vec<_>>().join("\n")
}

/// The workbook of a unit's annexes.
fn annex(project: &Project, file: &str) -> String {
    let files = project.files("output/mau");
    crate::annex::drawn(files.get(file).unwrap_or_else(|| panic!("{file} is there")))
}

#[test]
fn every_commune_gets_its_own_notice() {
    let project = project(FOR_COMMUNES);
    let run = project.run(["build", "--jobs", "1"]);
    insta::assert_snapshot!(run.stderr, @"
    [1/4] mau/thong-bao/xa-an-binh
    [2/4] mau/thong-bao/xa-an-hoa
    [3/4] mau/thong-bao/xa-yen-lac
    [4/4] mau/thong-bao/xa-yen-minh
    phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
    Hồ sơ  Văn bản               Kết quả  Trang  Tệp
    mau    thong-bao × 4 đơn vị  đã dựng  8      thong-bao/: 16 tệp

    4 văn bản, 4 đã dựng, 0 lỗi, 0 cảnh báo → output
    ");
    insta::assert_snapshot!(said(&project, "Xã Yên Minh"), @"
    co_quan:  Ủy ban nhân dân huyện Tân Lập
    so_ky_hieu:  Số:       /TB-UBND
    quoc_hieu:  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    tieu_ngu:  Độc lập - Tự do - Hạnh phúc
    dia_danh_ngay:  Tân Lập, ngày 20 tháng 3 năm 2024
    ten_loai:  Thông báo
    trich_yeu:  Chỉ tiêu giảm nghèo năm 2024 của xã Yên Minh
    doan:  Xã Yên Minh giảm 100 hộ nghèo trong tổng số 590 hộ của huyện, còn 400 hộ; chi tiết tại Phụ lục kèm theo./.
    noi_nhan_dau:  Nơi nhận:
    noi_nhan_muc: - Ủy ban nhân dân xã Yên Minh;
    noi_nhan_muc: - Lưu: VT.
    chuc_vu:  TM. ỦY BAN NHÂN DÂN
    chuc_vu:  CHỦ TỊCH
    ho_ten:  Nguyễn Văn An
    phu_luc_nhan:  Phụ lục
    phu_luc_tieu_de:  Chỉ tiêu của xã Yên Minh
    phu_luc_kem_theo:  (Kèm theo Thông báo số       /TB-UBND ngày 20 tháng 3 năm 2024 của Ủy ban nhân dân huyện Tân Lập)
    phu_luc_ket_thuc:  ./.
    ");
    insta::assert_snapshot!(annex(&project, "thong-bao/xa-yen-minh.xlsx"), @"
    [Phụ lục]
    1 | «Phụ lục» |  |  |  |
    2 | «CHỈ TIÊU CỦA XÃ YÊN MINH» |  |  |  |
    3 | «(Kèm theo Thông báo số       /TB-UBND ngày 20 tháng 3 năm 2024 của Ủy ban nhân dân huyện Tân Lập)» |  |  |  |
    4 |  |  |  |  |
    5 | «TT» | «Địa phương» | «Đầu năm» | «Chỉ tiêu giảm» | «Cuối năm»
    6 |  |  | «Số hộ» |  | «Số hộ»
    7 | 2 | «Xã Yên Minh» | 500 | 100 | =C7-D7 → 400
    8 | «./.» |  |  |  |
    gộp: A1:E1 A2:E2 A3:E3 A5:A6 A8:E8 B5:B6 D5:D6
    ");
}

#[test]
fn every_group_gets_its_own_decision_with_its_communes() {
    let project = project(FOR_GROUPS);
    let run = project.run(["build", "--jobs", "1"]);
    insta::assert_snapshot!(run.stderr, @"
    [1/2] mau/thong-bao/khu-vuc-dong-bang
    [2/2] mau/thong-bao/khu-vuc-mien-nui
    phông chữ: Liberation Serif thay cho Times New Roman (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts
    Hồ sơ  Văn bản               Kết quả  Trang  Tệp
    mau    thong-bao × 2 đơn vị  đã dựng  4      thong-bao/: 8 tệp

    2 văn bản, 2 đã dựng, 0 lỗi, 0 cảnh báo → output
    ");
    insta::assert_snapshot!(project.names("output").join("\n"), @"
    mau/manifest.json
    mau/thong-bao/khu-vuc-dong-bang.docx
    mau/thong-bao/khu-vuc-dong-bang.figures.json
    mau/thong-bao/khu-vuc-dong-bang.pdf
    mau/thong-bao/khu-vuc-dong-bang.xlsx
    mau/thong-bao/khu-vuc-mien-nui.docx
    mau/thong-bao/khu-vuc-mien-nui.figures.json
    mau/thong-bao/khu-vuc-mien-nui.pdf
    mau/thong-bao/khu-vuc-mien-nui.xlsx
    ");
    insta::assert_snapshot!(said(&project, "Khu vực miền núi"), @"
    co_quan:  Ủy ban nhân dân huyện Tân Lập
    so_ky_hieu:  Số:       /QĐ-UBND
    quoc_hieu:  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    tieu_ngu:  Độc lập - Tự do - Hạnh phúc
    dia_danh_ngay:  Tân Lập, ngày 20 tháng 3 năm 2024
    ten_loai:  Quyết định
    trich_yeu:  Về việc giao chỉ tiêu giảm nghèo năm 2024 cho Khu vực miền núi
    tham_quyen:  Ủy ban nhân dân huyện Tân Lập
    menh_lenh:  QUYẾT ĐỊNH:
    dieu: Điều 1. Giao Khu vực miền núi giảm 500 hộ nghèo, gồm:
    diem: a) Xã Yên Lạc: 400 hộ;
    diem: b) Xã Yên Minh: 100 hộ;
    dieu: Điều 2. Quyết định này có hiệu lực kể từ ngày ký. Chỉ tiêu từng xã nêu tại Phụ lục kèm theo./.
    noi_nhan_dau:  Nơi nhận:
    noi_nhan_muc: - Như Điều 1;
    noi_nhan_muc: - Lưu: VT.
    chuc_vu:  TM. ỦY BAN NHÂN DÂN
    chuc_vu:  CHỦ TỊCH
    ho_ten:  Nguyễn Văn An
    phu_luc_nhan:  Phụ lục
    phu_luc_tieu_de:  Chỉ tiêu của Khu vực miền núi
    phu_luc_kem_theo:  (Kèm theo Quyết định số       /QĐ-UBND ngày 20 tháng 3 năm 2024 của Ủy ban nhân dân huyện Tân Lập)
    phu_luc_ket_thuc:  ./.
    ");
    insta::assert_snapshot!(annex(&project, "thong-bao/khu-vuc-mien-nui.xlsx"), @"
    [Phụ lục]
    1 | «Phụ lục» |  |  |  |
    2 | «CHỈ TIÊU CỦA KHU VỰC MIỀN NÚI» |  |  |  |
    3 | «(Kèm theo Quyết định số       /QĐ-UBND ngày 20 tháng 3 năm 2024 của Ủy ban nhân dân huyện Tân Lập)» |  |  |  |
    4 |  |  |  |  |
    5 | «TT» | «Địa phương» | «Đầu năm» | «Chỉ tiêu giảm» | «Cuối năm»
    6 |  |  | «Số hộ» |  | «Số hộ»
    7 | «II» | «Khu vực miền núi» | =SUM(C8:C9) → 1700 | =SUM(D8:D9) → 500 | =SUM(E8:E9) → 1200
    8 | 1 | «Xã Yên Lạc» | 1200 | 400 | =C8-D8 → 800
    9 | 2 | «Xã Yên Minh» | 500 | 100 | =C9-D9 → 400
    10 | «./.» |  |  |  |
    gộp: A10:E10 A1:E1 A2:E2 A3:E3 A5:A6 B5:B6 D5:D6
    ");
}
