//! What the decree says about the words of a foot: recipients and signature (`WRD010`-`WRD014`).

use super::wording_head::{DECISION, LETTER, said, said_of};

#[test]
fn two_recipients_typed_into_one_line() {
    insta::assert_snapshot!(said(|p| { p.dossier("Ủy ban nhân dân các xã,", "Ủy ban nhân dân các xã; Phòng Nội vụ,"); }), @"
    WRD010 ho-so.yaml:18:34
      «Ủy ban nhân dân các xã; Phòng Nội vụ» gồm nhiều nơi nhận trên một dòng
      cách sửa: ghi mỗi nơi nhận một dòng «- …»; dấu «;» chương trình tự thêm
    ");
}

#[test]
fn our_form_writes_recipients_in_its_own_way() {
    insta::assert_snapshot!(said(|p| {
        p.template("forms/noi-nhan.tera", "{% if loop.last %}.{% else %};{% endif %}", ".");
        p.template("nd30.yaml", "noi_nhan: \"Nơi nhận:\"", "noi_nhan: Nơi nhận");
    }), @"
    WRD010 ho-so.yaml:18:11
      in là «Nơi nhận», phải là «Nơi nhận:» trên một dòng riêng
      cách sửa: trả `cum_tu.noi_nhan` trong templates/nd30.yaml và templates/forms/noi-nhan.tera về bản gốc
    WRD010 ho-so.yaml:18:12
      nơi nhận in là «- Ủy ban nhân dân các xã.», phải có «- » ở đầu và dấu «;» ở cuối
      cách sửa: trả templates/forms/noi-nhan.tera về bản gốc
    ");
}

#[test]
fn a_plan_without_addressees_points_above() {
    insta::assert_snapshot!(said(|p| { p.dossier("[Ủy ban nhân dân các xã,", "[Như trên, Ủy ban nhân dân các xã,"); }), @"
    WRD011 ho-so.yaml:18:12
      nơi nhận ghi «Như trên» mà văn bản không có «Kính gửi:»
      cách sửa: thay «Như trên» bằng tên cơ quan nhận, hoặc xóa dòng này
    ");
    insta::assert_snapshot!(said_of(DECISION, "Như Điều 2", "Như trên"), @"
    WRD011 ke-hoach.yaml:10:12 <ke-hoach.yaml>
      nơi nhận ghi «Như trên» mà văn bản không có «Kính gửi:»
      cách sửa: thay bằng «Như Điều …», điều nêu ai thi hành
    ");
}

#[test]
fn a_letter_must_point_above_first() {
    insta::assert_snapshot!(said_of(LETTER, "Như trên, ", "Chủ tịch Ủy ban nhân dân huyện, Như trên, "), @"
    WRD011 ke-hoach.yaml:9:12 <ke-hoach.yaml>
      có «Kính gửi:» thì nơi nhận đầu tiên phải là «Như trên», ở đây là «Chủ tịch Ủy ban nhân dân huyện»
      cách sửa: đặt «- Như trên» lên đầu «noi_nhan»
    ");
    insta::assert_snapshot!(said_of(LETTER, "Như trên, ", ""), @"
    WRD011 ke-hoach.yaml:9:13 <ke-hoach.yaml>
      có «Kính gửi:» thì nơi nhận đầu tiên phải là «Như trên», ở đây là «Lưu: VT, LĐ»
      cách sửa: đặt «- Như trên» lên đầu «noi_nhan»
    ");
}

#[test]
fn a_decision_points_to_its_article_first() {
    insta::assert_snapshot!(said_of(DECISION, "Như Điều 2", "Phòng Nội vụ"), @"
    cảnh báo WRD011 ke-hoach.yaml:10:12 <ke-hoach.yaml>
      nơi nhận đầu tiên của quyết định, nghị quyết là «Như Điều …», ở đây là «Phòng Nội vụ»
      cách sửa: đặt «- Như Điều …» lên đầu «noi_nhan», với số của điều nêu ai thi hành
    ");
}

#[test]
fn the_line_about_the_archive() {
    let archived = |line: &str| {
        said(|p| {
            p.dossier("\"Lưu: VT, LĐ\"", &format!("\"{line}\""));
        })
    };
    for line in ["Lưu: VT", "Lưu: VT, LĐ (02b)", "Lưu: VT, Hồ sơ", "Lưu: VT, KGVX, TH.", "Lưu: VT, LĐ;"]
    {
        assert_eq!(archived(line), "", "{line}");
    }
    insta::assert_snapshot!(["Lưu VT, LĐ", "Lưu: VT-LĐ", "Lưu: LĐ", "Phòng Nội vụ", "Lưu: VT,LĐ"].map(archived).concat(), @r#"
    WRD012 ho-so.yaml:18:37
      dòng lưu in là «Lưu VT, LĐ.», phải có dạng «Lưu: VT, ….»: dấu hai chấm sau «Lưu», dấu phẩy sau «VT»
      cách sửa: dòng cuối của «noi_nhan» ghi: "Lưu: VT, KGVX"
    WRD012 ho-so.yaml:18:37
      dòng lưu in là «Lưu: VT-LĐ.», phải có dạng «Lưu: VT, ….»: dấu hai chấm sau «Lưu», dấu phẩy sau «VT»
      cách sửa: dòng cuối của «noi_nhan» ghi: "Lưu: VT, KGVX"
    WRD012 ho-so.yaml:18:37
      dòng lưu in là «Lưu: LĐ.», phải có dạng «Lưu: VT, ….»: dấu hai chấm sau «Lưu», dấu phẩy sau «VT»
      cách sửa: dòng cuối của «noi_nhan» ghi: "Lưu: VT, KGVX"
    WRD012 ho-so.yaml:18:37
      nơi nhận thiếu dòng cuối «Lưu: VT, …»
      cách sửa: thêm vào cuối «noi_nhan» dòng «- "Lưu: VT, …"» với chữ viết tắt của đơn vị soạn thảo
    WRD012 ho-so.yaml:18:37
      dòng lưu in là «Lưu: VT,LĐ.», phải có dạng «Lưu: VT, ….»: dấu hai chấm sau «Lưu», dấu phẩy sau «VT»
      cách sửa: dòng cuối của «noi_nhan» ghi: "Lưu: VT, KGVX"
    cảnh báo WRD030 ho-so.yaml:18:37
      thiếu dấu cách sau dấu câu: «VT,LĐ.»
      cách sửa: dấu câu đứng liền chữ trước, cách chữ sau một dấu cách; trong ngoặc không để dấu cách
    "#);
    insta::assert_snapshot!(said(|p| { p.dossier("[Ủy ban nhân dân các xã, \"Lưu: VT, LĐ\"]", "[\"Lưu: VT, LĐ\", Ủy ban nhân dân các xã]"); }), @"
    WRD012 ho-so.yaml:18:13
      dòng «Lưu: VT, LĐ» phải đứng cuối nơi nhận
      cách sửa: chuyển dòng này xuống cuối «noi_nhan»
    ");
}

#[test]
fn the_drafters_mark_is_no_name() {
    assert_eq!(
        said(|p| {
            p.plan("so: 12", "so: 12\nnguoi_soan: PL\nso_ban: 300");
        }),
        ""
    );
    insta::assert_snapshot!(said(|p| { p.plan("so: 12", "so: 12\nnguoi_soan: Phạm Lan\nso_ban: 300"); }), @"
    WRD012 ke-hoach.yaml:3:13 <ke-hoach.yaml>
      ký hiệu người soạn thảo in là «PHẠM LAN.(300)»
      cách sửa: «nguoi_soan» chỉ ghi ký hiệu, ví dụ PL; «so_ban» ghi số lượng bản, ví dụ 300
    ");
}

/// What is said about the plan with these lines above the signature.
fn signed(lines: &str) -> String {
    let found = said(|p| {
        p.plan("so: 12", &format!("so: 12\nnguoi_ky: {{ dong: [{lines}] }}"));
    });
    if found.is_empty() { String::new() } else { format!("[{lines}]\n{found}") }
}

#[test]
fn lines_above_a_signature_that_are_right() {
    let right = [
        "CHỦ TỊCH",
        "Q. CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH",
        "\"TM. Ủy ban nhân dân\", Chủ tịch",
        "TM. ỦY BAN NHÂN DÂN, Q. CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH",
        "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH THƯỜNG TRỰC",
        "KT. BỘ TRƯỞNG, THỨ TRƯỞNG",
        "TL. CHỦ TỊCH, CHÁNH VĂN PHÒNG",
        "TL. CHỦ TỊCH, KT. CHÁNH VĂN PHÒNG, PHÓ CHÁNH VĂN PHÒNG",
        "TUQ. CHỦ TỊCH, TRƯỞNG PHÒNG NỘI VỤ",
        "TUQ. CHỦ TỊCH, PHÓ TRƯỞNG PHÒNG NỘI VỤ",
        "TM. BAN CHỈ ĐẠO, TRƯỞNG BAN, CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN",
        "TM. ĐOÀN CHỦ TỊCH, TRƯỞNG ĐOÀN",
        "KT. TRƯỞNG BAN, PHÓ TRƯỞNG BAN, PHÓ CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN",
        "QUẢN ĐỐC",
    ];
    for lines in right {
        assert_eq!(signed(lines), "", "{lines}");
    }
}

#[test]
fn prefixes_that_are_misspelt() {
    let wrong = [
        "KT CHỦ TỊCH, PHÓ CHỦ TỊCH",
        "TM.ỦY BAN NHÂN DÂN, CHỦ TỊCH",
        "T/M ỦY BAN NHÂN DÂN, CHỦ TỊCH",
        "THỪA LỆNH CHỦ TỊCH, CHÁNH VĂN PHÒNG",
        "QUYỀN CHỦ TỊCH",
    ];
    insta::assert_snapshot!(wrong.map(signed).concat(), @"
    [KT CHỦ TỊCH, PHÓ CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      quyền hạn ký in là «KT CHỦ TỊCH», phải là «KT. CHỦ TỊCH»
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [TM.ỦY BAN NHÂN DÂN, CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      quyền hạn ký in là «TM.ỦY BAN NHÂN DÂN», phải là «TM. ỦY BAN NHÂN DÂN»
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [T/M ỦY BAN NHÂN DÂN, CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      quyền hạn ký in là «T/M ỦY BAN NHÂN DÂN», phải là «TM. ỦY BAN NHÂN DÂN»
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [THỪA LỆNH CHỦ TỊCH, CHÁNH VĂN PHÒNG]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      quyền hạn ký in là «THỪA LỆNH CHỦ TỊCH», phải là «TL. CHỦ TỊCH»
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [QUYỀN CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      quyền hạn ký in là «QUYỀN CHỦ TỊCH», phải là «Q. CHỦ TỊCH»
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    ");
}

#[test]
fn prefixes_before_what_they_do_not_stand_for() {
    let wrong = [
        "TM. CHỦ TỊCH, PHÓ CHỦ TỊCH",
        "KT. PHÓ CHỦ TỊCH, CHỦ TỊCH",
        "TL. ỦY BAN NHÂN DÂN, CHÁNH VĂN PHÒNG",
        "Q. PHÓ CHỦ TỊCH",
        "TM. HỘI ĐỒNG NHÂN DÂN, CHỦ TỊCH",
    ];
    insta::assert_snapshot!(wrong.map(signed).concat(), @"
    [TM. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      «TM. CHỦ TỊCH»: «TM.» đứng trước tên tập thể, không đứng trước chức vụ
      cách sửa: ghi tên tập thể sau «TM.», ví dụ TM. ỦY BAN NHÂN DÂN, chức vụ ghi ở dòng dưới
    [KT. PHÓ CHỦ TỊCH, CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      «KT. PHÓ CHỦ TỊCH»: «KT.» đứng trước chức vụ người đứng đầu
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [TL. ỦY BAN NHÂN DÂN, CHÁNH VĂN PHÒNG]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      «TL. ỦY BAN NHÂN DÂN»: «TL.» đứng trước chức vụ người đứng đầu
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [Q. PHÓ CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      «Q. PHÓ CHỦ TỊCH»: «Q.» đứng trước chức vụ người đứng đầu
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [TM. HỘI ĐỒNG NHÂN DÂN, CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      người ký ký «TM. HỘI ĐỒNG NHÂN DÂN» mà cơ quan ban hành là «Ủy ban nhân dân huyện Tân Lập»
      cách sửa: ghi «nguoi_ky» riêng cho văn bản này
    ");
}

#[test]
fn lines_that_do_not_follow_from_one_another() {
    let wrong = [
        "PHÓ CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN, PHÓ CHỦ TỊCH",
        "KT. CHỦ TỊCH",
        "KT. CHỦ TỊCH, CHÁNH VĂN PHÒNG",
        "TL. CHỦ TỊCH, PHÓ CHÁNH VĂN PHÒNG",
        "KT. CHỦ TỊCH, TM. ỦY BAN NHÂN DÂN, PHÓ CHỦ TỊCH",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CT, PCT",
    ];
    insta::assert_snapshot!(wrong.map(signed).concat(), @"
    [PHÓ CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      cấp phó ký «PHÓ CHỦ TỊCH» mà không có dòng «KT.» ở trên
      cách sửa: thêm dòng «KT.» với chức vụ người đứng đầu vào trước dòng này ở «nguoi_ky», ví dụ [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [TM. ỦY BAN NHÂN DÂN, PHÓ CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      cấp phó ký «PHÓ CHỦ TỊCH» mà không có dòng «KT.» ở trên
      cách sửa: thêm dòng «KT.» với chức vụ người đứng đầu vào trước dòng này ở «nguoi_ky», ví dụ [KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [KT. CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      dưới «KT. CHỦ TỊCH» thiếu dòng chức vụ của người ký
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [KT. CHỦ TỊCH, CHÁNH VĂN PHÒNG]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      dưới «KT. CHỦ TỊCH» phải là chức vụ cấp phó, ở đây là «CHÁNH VĂN PHÒNG»
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [TL. CHỦ TỊCH, PHÓ CHÁNH VĂN PHÒNG]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      dưới «TL. CHỦ TỊCH» là cấp phó «PHÓ CHÁNH VĂN PHÒNG»; người ký thừa lệnh là người đứng đầu đơn vị
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [KT. CHỦ TỊCH, TM. ỦY BAN NHÂN DÂN, PHÓ CHỦ TỊCH]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      dòng «TM.» phải đứng trên cùng
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [TM. ỦY BAN NHÂN DÂN]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      dưới «TM. ỦY BAN NHÂN DÂN» thiếu dòng chức vụ của người ký
      cách sửa: sửa «dong» của «nguoi_ky», ví dụ [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH]
    [KT. CT, PCT]
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      chức vụ «KT. CT» viết tắt «CT»
      cách sửa: ghi đủ «CHỦ TỊCH» ở «nguoi_ky»
    WRD013 ke-hoach.yaml:3:11 <ke-hoach.yaml>
      chức vụ «PCT» viết tắt «PCT»
      cách sửa: ghi đủ «PHÓ CHỦ TỊCH» ở «nguoi_ky»
    ");
}

/// What is said about the plan with this signatory's name.
fn named(name: &str) -> String {
    said(|p| {
        p.dossier("Nguyễn Văn An", name);
    })
}

#[test]
fn a_name_with_a_degree_a_title_or_in_capitals() {
    for name in ["Nguyễn Thị Bác", "Ông Văn Tùng", "Lê Cử Nhân", "H'Yim Kđoh", "Đại Thị Tá", "A Byot"]
    {
        assert_eq!(named(name), "", "{name}");
    }
    let wrong = [
        "TS. Nguyễn Văn An",
        "ThS Nguyễn Văn An",
        "PGS.TS. Nguyễn Văn An",
        "GS.TS.Nguyễn Văn An",
        "Bác sĩ Nguyễn Văn An",
        "Đại tá Nguyễn Văn An",
        "Ông Nguyễn Văn An",
        "Đ/c Nguyễn Văn An",
        "NGUYỄN VĂN AN",
    ];
    insta::assert_snapshot!(wrong.map(named).concat(), @"
    WRD014 ho-so.yaml:19:11
      trước họ tên người ký có «TS.»: «TS. Nguyễn Văn An»
      cách sửa: bỏ «TS.», chỉ ghi họ tên; đơn vị được ghi theo quy định của bộ chủ quản thì bỏ qua quy tắc này, nêu lý do
    WRD014 ho-so.yaml:19:11
      trước họ tên người ký có «ThS»: «ThS Nguyễn Văn An»
      cách sửa: bỏ «ThS», chỉ ghi họ tên; đơn vị được ghi theo quy định của bộ chủ quản thì bỏ qua quy tắc này, nêu lý do
    WRD014 ho-so.yaml:19:11
      trước họ tên người ký có «PGS.TS.»: «PGS.TS. Nguyễn Văn An»
      cách sửa: bỏ «PGS.TS.», chỉ ghi họ tên; đơn vị được ghi theo quy định của bộ chủ quản thì bỏ qua quy tắc này, nêu lý do
    WRD014 ho-so.yaml:19:11
      trước họ tên người ký có «GS.TS.»: «GS.TS.Nguyễn Văn An»
      cách sửa: bỏ «GS.TS.», chỉ ghi họ tên; đơn vị được ghi theo quy định của bộ chủ quản thì bỏ qua quy tắc này, nêu lý do
    WRD014 ho-so.yaml:19:11
      trước họ tên người ký có «Bác sĩ»: «Bác sĩ Nguyễn Văn An»
      cách sửa: bỏ «Bác sĩ», chỉ ghi họ tên; đơn vị được ghi theo quy định của bộ chủ quản thì bỏ qua quy tắc này, nêu lý do
    cảnh báo WRD041 ho-so.yaml:19:11
      viết là «Bác sĩ Nguyễn Văn An», phải viết «Bác Sĩ Nguyễn Văn An»
      cách sửa: sửa thành «Bác Sĩ Nguyễn Văn An»; tên người viết hoa mọi âm tiết
    WRD014 ho-so.yaml:19:11
      trước họ tên người ký có «Đại tá»: «Đại tá Nguyễn Văn An»
      cách sửa: bỏ «Đại tá», chỉ ghi họ tên; đơn vị được ghi theo quy định của bộ chủ quản thì bỏ qua quy tắc này, nêu lý do
    cảnh báo WRD041 ho-so.yaml:19:11
      viết là «Đại tá Nguyễn Văn An», phải viết «Đại Tá Nguyễn Văn An»
      cách sửa: sửa thành «Đại Tá Nguyễn Văn An»; tên người viết hoa mọi âm tiết
    WRD014 ho-so.yaml:19:11
      trước họ tên người ký có «Ông»: «Ông Nguyễn Văn An»
      cách sửa: bỏ «Ông», chỉ ghi họ tên; đơn vị được ghi theo quy định của bộ chủ quản thì bỏ qua quy tắc này, nêu lý do
    WRD014 ho-so.yaml:19:11
      trước họ tên người ký có «Đ/c»: «Đ/c Nguyễn Văn An»
      cách sửa: bỏ «Đ/c», chỉ ghi họ tên; đơn vị được ghi theo quy định của bộ chủ quản thì bỏ qua quy tắc này, nêu lý do
    WRD014 ho-so.yaml:19:11
      họ tên người ký «NGUYỄN VĂN AN» viết in hoa, phải viết thường
      cách sửa: chỉ viết hoa chữ cái đầu của mỗi tiếng
    FRM008 ke-hoach.yaml, tờ 1: «NGUYỄN VĂN AN» <ke-hoach.yaml>
      họ tên người ký phải in chữ thường, không in hoa toàn bộ
      cùng với: ho-so.yaml:19:11
      cách sửa: viết lại bằng chữ thường, chỉ hoa chữ đầu; trả `in_hoa` trong templates/nd30.yaml về giá trị gốc
    ");
}
