//! A synthetic province with a fixed seed: a project as an office would have it, of any size, the same on every machine.
//!
//! Every figure ties out: rows to groups, groups to the total, rates to their counts.

use std::path::Path;

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

/// How large the province is.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Group rows, each with a document: districts, or communes.
    pub groups: usize,
    /// Rows in each group: communes, or villages.
    pub rows: usize,
    /// The words before their names.
    pub words: (&'static str, &'static str),
}

/// Twenty districts of twelve communes.
pub const DISTRICTS: Shape = Shape { groups: 20, rows: 12, words: ("Huyện", "Xã") };
/// The province of two levels: a hundred and twenty communes with their villages.
pub const COMMUNES: Shape = Shape { groups: 120, rows: 8, words: ("Xã", "Thôn") };
/// A thousand decisions with an annex of eighteen rows each.
pub const THOUSAND: Shape = Shape { groups: 1_000, rows: 18, words: ("Xã", "Thôn") };

const FIRST: [&str; 36] = [
    "An",
    "Bình",
    "Cẩm",
    "Châu",
    "Đại",
    "Đông",
    "Hà",
    "Hải",
    "Hòa",
    "Hoàng",
    "Hùng",
    "Khánh",
    "Kim",
    "Lạc",
    "Liên",
    "Long",
    "Mai",
    "Minh",
    "Mỹ",
    "Nam",
    "Ngọc",
    "Nhân",
    "Phú",
    "Phước",
    "Quang",
    "Sơn",
    "Tam",
    "Tân",
    "Thanh",
    "Thượng",
    "Thịnh",
    "Tiên",
    "Trung",
    "Vạn",
    "Vĩnh",
    "Xuân",
];
const SECOND: [&str; 30] = [
    "Ân", "Bảo", "Cường", "Dương", "Đạt", "Giang", "Hậu", "Hiệp", "Hưng", "Khê", "Lâm", "Lộc", "Lợi",
    "Lương", "Nghĩa", "Ninh", "Phong", "Phúc", "Quý", "Sinh", "Tài", "Thành", "Thắng", "Thọ", "Thuận",
    "Trạch", "Trì", "Tường", "Viên", "Yên",
];

const DOSSIER: &str = "\
# Tỉnh giả định do chương trình sinh ra để đo; không có số nào là thật.
co_quan: Ủy ban nhân dân tỉnh Trường Giang
viet_tat: UBND
dia_danh: Trường Giang
nam: 2025
bang:
  chi_tieu:
    tep: chi-tieu.xlsx
    cot:
      ten: { tieu_de: Đơn vị, kieu: dia_phuong }
      tong_ho: { tieu_de: Tổng số hộ, kieu: so_ho }
      ngheo_dau: { tieu_de: [Hộ nghèo đầu năm, Số hộ], kieu: so_ho }
      ty_le_dau: { tieu_de: [Hộ nghèo đầu năm, Tỷ lệ], kieu: phan_tram, le: 2, cua: ngheo_dau, tren: tong_ho }
      giam: { tieu_de: Chỉ tiêu giảm, kieu: so_ho }
      ngheo_cuoi: { tieu_de: Còn lại cuối năm, kieu: so_ho, cong_thuc: ngheo_dau - giam }
noi_nhan: [Như Điều 3, \"Ủy ban nhân dân {{ dong.ten | thuong }}\", Các sở có liên quan, \"Lưu: VT, KT\"]
nguoi_ky: { dong: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH], ho_ten: Nguyễn Minh Châu }
";

const DECISION: &str = "\
loai: quyet-dinh
ngay: 12/01/2025
moi_dong: { bang: chi_tieu, theo: nhom }
trich_yeu: Về việc giao chỉ tiêu giảm hộ nghèo năm {{ nam }} cho {{ dong.ten | thuong }}
tham_quyen: Ủy ban nhân dân tỉnh Trường Giang
can_cu:
  - { loai: Luật, trich_yeu: Tổ chức chính quyền địa phương, ngay: 19/6/2015 }
  - { loai: Nghị định, so: 07/2021/NĐ-CP, co_quan: Chính phủ, ngay: 27/01/2021, trich_yeu: \"quy định chuẩn nghèo đa chiều giai đoạn 2021 - 2025\" }
  - Theo đề nghị của Giám đốc Sở Lao động - Thương binh và Xã hội
noi_dung:
  - dieu: \"Giao {{ dong.ten | thuong }} giảm {{ dong.giam }} hộ nghèo trong năm {{ nam }}. Đầu năm địa phương có {{ dong.ngheo_dau }} hộ nghèo trên tổng số {{ dong.tong_ho }} hộ, chiếm tỷ lệ {{ dong.ty_le_dau }}; phấn đấu cuối năm còn {{ dong.ngheo_cuoi }} hộ nghèo. Chỉ tiêu từng đơn vị nêu tại Phụ lục kèm theo Quyết định này.\"
  - dieu: \"Tổ chức thực hiện:\"
    noi_dung:
      - khoan: Ủy ban nhân dân {{ dong.ten | thuong }} giao chỉ tiêu đến từng đơn vị trực thuộc, rà soát nguyên nhân nghèo của từng hộ, ưu tiên nguồn lực cho hộ có hoàn cảnh đặc biệt khó khăn và chịu trách nhiệm về kết quả thực hiện.
      - khoan: Sở Lao động - Thương binh và Xã hội hướng dẫn, kiểm tra, tổng hợp tình hình thực hiện, báo cáo Ủy ban nhân dân tỉnh theo quy định.
      - khoan: Sở Tài chính cân đối, bố trí kinh phí thực hiện các chính sách giảm nghèo theo phân cấp ngân sách hiện hành.
  - dieu: Quyết định này có hiệu lực kể từ ngày ký.
    noi_dung:
      - doan: Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc các sở có liên quan và Chủ tịch Ủy ban nhân dân {{ dong.ten | thuong }} chịu trách nhiệm thi hành Quyết định này.
phu_luc:
  - tieu_de: Chỉ tiêu giảm hộ nghèo năm {{ nam }} của {{ dong.ten | thuong }}
    bang: chi_tieu
    cua: dong
    cot: [ten, tong_ho, ngheo_dau, ty_le_dau, giam, ngheo_cuoi]
    don_vi_tinh: \"Đơn vị tính: hộ, %\"
";

/// Numbers that come in the same order everywhere.
struct Dice(u64);

impl Dice {
    fn between(&mut self, least: usize, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        least + usize::try_from(self.0 >> 33).unwrap_or(0) % (most - least + 1)
    }
}

/// Households, poor ones, those to leave poverty.
#[derive(Clone, Copy, Default)]
struct Counts([usize; 3]);

impl Counts {
    fn add(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(sum, count)| *sum += count);
    }
}

/// Writes the province as a project; `changed` gives one village of the first group another count, and one more of the
/// same group what makes up for it.
#[expect(clippy::disallowed_methods, reason = "a bench writes the project that it measures")]
pub fn write(root: &Path, shape: Shape, changed: bool) -> std::io::Result<()> {
    let folder = root.join("data/tinh");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("ho-so.yaml"), DOSSIER)?;
    std::fs::write(folder.join("quyet-dinh.yaml"), DECISION)?;
    let bytes = workbook(shape, changed).map_err(std::io::Error::other)?;
    std::fs::write(folder.join("chi-tieu.xlsx"), bytes)
}

fn workbook(shape: Shape, changed: bool) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in ["TT", "Đơn vị", "Tổng số hộ"].iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap_or(0), *head)?;
    }
    let plain = rust_xlsxwriter::Format::new();
    sheet.merge_range(0, 3, 0, 4, "Hộ nghèo đầu năm", &plain)?;
    sheet.write(0, 5, "Chỉ tiêu giảm")?.write(0, 6, "Còn lại cuối năm")?;
    sheet.write(1, 3, "Số hộ")?.write(1, 4, "Tỷ lệ")?;
    let mut dice = Dice(30_2020);
    let mut total = Counts::default();
    let mut row = 2;
    for group in 0..shape.groups {
        let mut members: Vec<Counts> = (0..shape.rows)
            .map(|_| {
                let households = dice.between(90, 420);
                let poor = dice.between(8, households / 6);
                Counts([households, poor, dice.between(1, poor / 3 + 1)])
            })
            .collect();
        if changed && group == 0 {
            members[0].0[1] += 1;
            members[1].0[1] -= 1;
        }
        let mut sum = Counts::default();
        members.iter().for_each(|member| sum.add(*member));
        total.add(sum);
        line(sheet, row, &(group + 1).to_string(), &name(shape.words.0, group), sum)?;
        row += 1;
        for (at, member) in members.into_iter().enumerate() {
            // Villages of one commune have names of their own; other communes may have the same.
            let number = format!("{}.{}", group + 1, at + 1);
            line(sheet, row, &number, &name(shape.words.1, group * 7 + at), member)?;
            row += 1;
        }
    }
    line(sheet, row, "", "Tổng cộng", total)?;
    workbook.save_to_buffer()
}

#[expect(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "a spreadsheet's cells are floats")]
fn line(sheet: &mut Worksheet, row: u32, number: &str, name: &str, counts: Counts) -> Result<(), XlsxError> {
    let Counts([households, poor, cut]) = counts;
    // Half up, in hundredths of a per cent.
    let rate = (poor * 20_000 + households) / (2 * households);
    sheet.write(row, 0, number)?.write(row, 1, name)?;
    sheet.write(row, 2, households as f64)?.write(row, 3, poor as f64)?;
    sheet.write(row, 4, rate as f64 / 100.0)?.write(row, 5, cut as f64)?;
    sheet.write(row, 6, (poor - cut) as f64)?;
    Ok(())
}

fn name(word: &str, at: usize) -> String {
    let (first, second) = (at % FIRST.len(), at / FIRST.len() % SECOND.len());
    format!("{word} {} {}", FIRST[first], SECOND[second])
}
