//! Sums (`TOT`), row equations (`EQN`) and rates (`RAT`).

use super::{drawn, refused};
use crate::harness::Project;

#[test]
fn a_group_that_is_not_the_sum() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 300 | 5,00 | 90 | 210 |", "| 300 | 5,00 | 80 | 220 |"); }), @r"
    TOT001 bang.xlsx [Biểu 1] E4 (Khu vực đồng bằng)
      dòng nhóm «Khu vực đồng bằng», cột «Chỉ tiêu giảm» ghi 80, tổng các dòng là 90
      cùng với: bang.xlsx [Biểu 1] E5:E6
      ghi chú: 40 + 50 = 90
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT001 bang.xlsx [Biểu 1] F4 (Khu vực đồng bằng)
      dòng nhóm «Khu vực đồng bằng», cột «Cuối năm › Số hộ» ghi 220, tổng các dòng là 210
      cùng với: bang.xlsx [Biểu 1] F5:F6
      ghi chú: 60 + 150 = 210
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    cảnh báo RAT001 bang.xlsx [Biểu 1] G4 (Khu vực đồng bằng)
      cột «Cuối năm › Tỷ lệ» của «Khu vực đồng bằng» ghi 3,50%, tính theo số hộ thì phải là 3,66-3,67%
      cùng với: bang.xlsx [Biểu 1] F4
      cùng với: bang.xlsx [Biểu 1] D4
      cùng với: bang.xlsx [Biểu 1] C4
      ghi chú: 300 hộ là 5,00% khi tổng số hộ từ 5.995 đến 6.006
      ghi chú: 220 hộ trên 5.995 đến 6.006 hộ là 3,66-3,67%; bảng ghi 3,50%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    TOT002 bang.xlsx [Biểu 1] E10 (Toàn huyện)
      dòng tổng «Toàn huyện», cột «Chỉ tiêu giảm» ghi 590, tổng các dòng là 580
      cùng với: bang.xlsx [Biểu 1] E4:E7
      ghi chú: 80 + 500 = 580
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT002 bang.xlsx [Biểu 1] F10 (Toàn huyện)
      dòng tổng «Toàn huyện», cột «Cuối năm › Số hộ» ghi 1.410, tổng các dòng là 1.420
      cùng với: bang.xlsx [Biểu 1] F4:F7
      ghi chú: 220 + 1.200 = 1.420
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    ");
}

#[test]
fn a_total_that_is_not_the_sum() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 590 | 1410 |", "| 600 | 1400 |"); }), @r"
    TOT002 bang.xlsx [Biểu 1] E10 (Toàn huyện)
      dòng tổng «Toàn huyện», cột «Chỉ tiêu giảm» ghi 600, tổng các dòng là 590
      cùng với: bang.xlsx [Biểu 1] E4:E7
      ghi chú: 90 + 500 = 590
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    TOT002 bang.xlsx [Biểu 1] F10 (Toàn huyện)
      dòng tổng «Toàn huyện», cột «Cuối năm › Số hộ» ghi 1.400, tổng các dòng là 1.410
      cùng với: bang.xlsx [Biểu 1] F4:F7
      ghi chú: 210 + 1.200 = 1.410
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    cảnh báo RAT001 bang.xlsx [Biểu 1] G10 (Toàn huyện)
      cột «Cuối năm › Tỷ lệ» của «Toàn huyện» ghi 7,05%, tính theo số hộ thì phải là 7,00%
      cùng với: bang.xlsx [Biểu 1] F10
      cùng với: bang.xlsx [Biểu 1] D10
      cùng với: bang.xlsx [Biểu 1] C10
      ghi chú: 2.000 hộ là 10,00% khi tổng số hộ từ 19.991 đến 20.010
      ghi chú: 1.400 hộ trên 19.991 đến 20.010 hộ là 7,00%; bảng ghi 7,05%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    ");
}

#[test]
fn before_minus_cut_is_not_after() {
    insta::assert_snapshot!(refused(|p| { p.sheet("| 40 | 60 | 3,00 |", "| 40 | 61 | 3,05 |"); }), @r"
    TOT001 bang.xlsx [Biểu 1] F4 (Khu vực đồng bằng)
      dòng nhóm «Khu vực đồng bằng», cột «Cuối năm › Số hộ» ghi 210, tổng các dòng là 211
      cùng với: bang.xlsx [Biểu 1] F5:F6
      ghi chú: 61 + 150 = 211
      cách sửa: sửa ô này hoặc ô sai trong các dòng được cộng rồi lưu bảng tính
    EQN001 bang.xlsx [Biểu 1] F5 (Xã An Bình)
      cột «Cuối năm › Số hộ» của «Xã An Bình» ghi 61, tính theo công thức dau - giam thì được 60
      cùng với: bang.xlsx [Biểu 1] C5
      cùng với: bang.xlsx [Biểu 1] E5
      ghi chú: 100 - 40 = 60
      cách sửa: sửa ô sai trong dòng này rồi lưu bảng tính
    ");
}

#[test]
fn a_formula_that_divides_by_nothing() {
    insta::assert_snapshot!(refused(|p| {
        p.dossier("noi_nhan:", "      muc_giam: { kieu: so_luong, cong_thuc: giam / (dau - dau) }\nnoi_nhan:");
    }), @"
    EQN002 ho-so.yaml:18:46 (Khu vực đồng bằng)
      công thức «giam / (dau - dau)» của «Khu vực đồng bằng» không tính được
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    EQN002 ho-so.yaml:18:46 (Xã An Bình)
      công thức «giam / (dau - dau)» của «Xã An Bình» không tính được
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    EQN002 ho-so.yaml:18:46 (Xã An Hòa)
      công thức «giam / (dau - dau)» của «Xã An Hòa» không tính được
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    EQN002 ho-so.yaml:18:46 (Khu vực miền núi)
      công thức «giam / (dau - dau)» của «Khu vực miền núi» không tính được
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    EQN002 ho-so.yaml:18:46 (Xã Yên Lạc)
      công thức «giam / (dau - dau)» của «Xã Yên Lạc» không tính được
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    EQN002 ho-so.yaml:18:46 (Xã Yên Minh)
      công thức «giam / (dau - dau)» của «Xã Yên Minh» không tính được
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    EQN002 ho-so.yaml:18:46 (Toàn huyện)
      công thức «giam / (dau - dau)» của «Toàn huyện» không tính được
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    ");
}

#[test]
fn a_rate_outside_what_the_counts_allow_is_a_warning() {
    let project = Project::sample();
    project.sheet("| 40 | 60 | 3,00 |", "| 40 | 60 | 3,10 |");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(project.exists("output/mau/ke-hoach.pdf"), "a warning does not refuse");
    insta::assert_snapshot!(drawn(&run.findings()), @r"
    cảnh báo RAT001 bang.xlsx [Biểu 1] G5 (Xã An Bình)
      cột «Cuối năm › Tỷ lệ» của «Xã An Bình» ghi 3,10%, tính theo số hộ thì phải là 3,00%
      cùng với: bang.xlsx [Biểu 1] F5
      cùng với: bang.xlsx [Biểu 1] D5
      cùng với: bang.xlsx [Biểu 1] C5
      ghi chú: 100 hộ là 5,00% khi tổng số hộ từ 1.999 đến 2.002
      ghi chú: 60 hộ trên 1.999 đến 2.002 hộ là 3,00%; bảng ghi 3,10%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    ");
}

#[test]
fn the_published_plan_of_dak_nong_has_four_rates_that_do_not_fit() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::new();
    for (path, bytes) in crate::harness::files(&root.join("data")) {
        project.file(&format!("data/{path}"), bytes);
    }
    let run = project.run(["check", "--format", "json", "--quiet"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    insta::assert_snapshot!(drawn(&run.findings()), @r"
    cảnh báo RAT001 data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] H14 (Huyện Đắk Glong)
      cột «Hộ nghèo cuối năm 2023 › Tỷ lệ (%)» của «Huyện Đắk Glong» ghi 13,68%, tính theo số hộ thì phải là 13,76%
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] G14
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] D14
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] C14
      ghi chú: 4.545 hộ là 25,68% khi tổng số hộ từ 17.696 đến 17.702
      ghi chú: 2.435 hộ trên 17.696 đến 17.702 hộ là 13,76%; bảng ghi 13,68%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT001 data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] H15 (Huyện Tuy Đức)
      cột «Hộ nghèo cuối năm 2023 › Tỷ lệ (%)» của «Huyện Tuy Đức» ghi 19,50%, tính theo số hộ thì phải là 19,79-19,80%
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] G15
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] D15
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] C15
      ghi chú: 4.624 hộ là 30,78% khi tổng số hộ từ 15.021 đến 15.025
      ghi chú: 2.974 hộ trên 15.021 đến 15.025 hộ là 19,79-19,80%; bảng ghi 19,50%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT001 data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] H16 (Thành phố Gia Nghĩa)
      cột «Hộ nghèo cuối năm 2023 › Tỷ lệ (%)» của «Thành phố Gia Nghĩa» ghi 0,41%, tính theo số hộ thì phải là 0,42%
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] G16
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] D16
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] C16
      ghi chú: 115 hộ là 0,57% khi tổng số hộ từ 20.001 đến 20.353
      ghi chú: 85 hộ trên 20.001 đến 20.353 hộ là 0,42%; bảng ghi 0,41%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    cảnh báo RAT001 data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] H17 (Toàn tỉnh)
      cột «Hộ nghèo cuối năm 2023 › Tỷ lệ (%)» của «Toàn tỉnh» ghi 4,97%, tính theo số hộ thì phải là 4,99%
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] G17
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] D17
      cùng với: data/dak-nong-2023/chi-tieu-huyen.xlsx [Biểu 1] C17
      ghi chú: 13.342 hộ là 7,97% khi tổng số hộ từ 167.298 đến 167.507
      ghi chú: 8.352 hộ trên 167.298 đến 167.507 hộ là 4,99%; bảng ghi 4,97%
      cách sửa: kiểm tra lại tỷ lệ và mẫu số của tỷ lệ; văn bản vẫn in đúng số trong bảng tính
    ");
}

#[test]
fn a_computed_column_whose_total_does_not_add_up() {
    insta::assert_snapshot!(refused(|p| {
        p.dossier("noi_nhan:", "      lech: { kieu: so_ho, cong_thuc: giam * 2 - 30 }\nnoi_nhan:");
    }), @"
    TOT001 ho-so.yaml:18:39 (Khu vực đồng bằng)
      dòng nhóm «Khu vực đồng bằng», cột «lech» ghi 150, tổng các dòng là 120
      cùng với: ho-so.yaml:18:7
      ghi chú: 50 + 70 = 120
      cách sửa: xem lại «cong_thuc» của cột này: tính ở dòng tổng và cộng các dòng phải ra một số
    TOT001 ho-so.yaml:18:39 (Khu vực miền núi)
      dòng nhóm «Khu vực miền núi», cột «lech» ghi 970, tổng các dòng là 940
      cùng với: ho-so.yaml:18:7
      ghi chú: 770 + 170 = 940
      cách sửa: xem lại «cong_thuc» của cột này: tính ở dòng tổng và cộng các dòng phải ra một số
    TOT002 ho-so.yaml:18:39 (Toàn huyện)
      dòng tổng «Toàn huyện», cột «lech» ghi 1.150, tổng các dòng là 1.120
      cùng với: ho-so.yaml:18:7
      ghi chú: 150 + 970 = 1.120
      cách sửa: xem lại «cong_thuc» của cột này: tính ở dòng tổng và cộng các dòng phải ra một số
    ");
}

#[test]
fn a_formula_gives_a_part_of_a_household() {
    insta::assert_snapshot!(refused(|p| {
        p.dossier("noi_nhan:", "      mot_phan: { kieu: so_ho, cong_thuc: giam / 20 }\nnoi_nhan:");
    }), @"
    EQN002 ho-so.yaml:18:43 (Khu vực đồng bằng)
      công thức «giam / 20» của «Khu vực đồng bằng» cho 4,5, cần một số tròn
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    EQN002 ho-so.yaml:18:43 (Xã An Hòa)
      công thức «giam / 20» của «Xã An Hòa» cho 2,5, cần một số tròn
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    EQN002 ho-so.yaml:18:43 (Toàn huyện)
      công thức «giam / 20» của «Toàn huyện» cho 29,5, cần một số tròn
      cách sửa: xem lại các ô mà công thức đọc (ô không phải số, chia cho 0); tỷ lệ và số lượng lẻ thì khai báo «le»
    ");
}
