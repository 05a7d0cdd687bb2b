//! The rows of the decree by name, and which rule decides which: 113 rows of its form (nd30.md §1), 26 of its capitals
//! (§3).
//!
//! The names serve the table of `check --form` and `docs/conformity.md` alike, so they are short and Vietnamese.

use super::{form, wording};
use crate::diag::Rule;
use crate::model::verdict::{Row, RowVerdict, Verdict};

/// The rows of Phụ lục I, the first one is I.1.
const FORM: [&str; 113] = [
    "Khổ giấy A4",
    "Hướng giấy: để đứng",
    "Lề trên, lề dưới 20-25 mm",
    "Lề trái 30-35 mm",
    "Lề phải 15-20 mm",
    "Lề của trang ngang",
    "Phông Times New Roman, Unicode, màu đen",
    "Các cỡ chữ tăng giảm cùng nhau",
    "Lời văn: chữ đứng, cỡ 13-14, đều hai lề",
    "Thụt đầu dòng 10 hoặc 12,7 mm",
    "Cách đoạn từ 6 pt",
    "Giãn dòng từ đơn đến 1,5",
    "Giãn dòng tuyệt đối",
    "Số trang từ 1, chữ số Ả Rập",
    "Số trang ở giữa lề trên",
    "Số trang cỡ 13-14, chữ đứng",
    "Không hiện số ở trang đầu",
    "Phụ lục đánh số trang riêng",
    "Gạch nối ở Tiêu ngữ và ký hiệu",
    "Quốc hiệu đúng chữ, in hoa, đậm, cỡ 12-13",
    "Quốc hiệu viết «HÒA»",
    "Quốc hiệu trên một dòng",
    "Tiêu ngữ đúng chữ, đậm, cỡ 13-14",
    "Quốc hiệu, Tiêu ngữ cách nhau dòng đơn",
    "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ",
    "Nét của đường kẻ",
    "Cơ quan chủ quản: in hoa, không đậm, cỡ 12-13",
    "Cơ quan chủ quản kèm tên địa phương",
    "Chỉ dòng cơ quan chủ quản được viết tắt",
    "Cơ quan ban hành: đủ tên, in hoa, đậm, cỡ 12-13",
    "Tên cơ quan nhiều dòng cách dòng đơn",
    "Đường kẻ dưới tên cơ quan bằng 1/3-1/2",
    "Chữ «Số:» cỡ 13, dưới tên cơ quan",
    "Số dưới 10 thêm số 0",
    "Chưa có số thì chừa trống",
    "Ký hiệu cỡ 13; «/», «-» không có dấu cách",
    "Giữ nguyên CTr, TTr, QyĐ, TrS",
    "Ký hiệu: loại văn bản rồi cơ quan",
    "Ký hiệu công văn: cơ quan rồi đơn vị soạn",
    "Chữ viết tắt của cơ quan, đơn vị",
    "Đánh số trong năm",
    "Địa danh, ngày: nghiêng, cỡ 13-14, ngang hàng số",
    "Địa danh của cơ quan địa phương",
    "Địa danh mang tên người, số, sự kiện",
    "Thời gian viết đủ «ngày … tháng … năm …»",
    "Ngày dưới 10, tháng 1, 2 thêm số 0",
    "Ngày tháng là chữ nghiêng",
    "Tên loại: in hoa, đậm, cỡ 13-14, ở giữa",
    "Trích yếu: đậm, cỡ 13-14, dưới tên loại",
    "Trích yếu của quyết định: «Về việc …», «Ban hành …»",
    "Đường kẻ dưới trích yếu bằng 1/3-1/2",
    "Trích yếu công văn: «V/v», không đậm, cỡ 12-13",
    "Dòng thẩm quyền ban hành",
    "Dòng «QUYẾT ĐỊNH:», «QUYẾT NGHỊ:»",
    "Căn cứ: nghiêng, cỡ 13-14, mỗi căn cứ một dòng",
    "Cuối căn cứ là «;», cuối cùng là «.»",
    "Căn cứ ghi đủ loại, số, cơ quan, ngày, trích yếu",
    "Viện dẫn lần đầu ghi đầy đủ",
    "Viện dẫn lần sau ghi loại và số, ký hiệu",
    "Chữ «số» khi viện dẫn",
    "Phần, chương: số La Mã, ở giữa; tên in hoa",
    "Mục, tiểu mục: số Ả Rập, ở giữa; tên in hoa",
    "Điều: đậm, thụt đầu dòng, số Ả Rập và dấu chấm",
    "Khoản: số Ả Rập và dấu chấm; tên khoản đậm",
    "Điểm: chữ cái theo thứ tự, dấu ngoặc đơn",
    "Văn bản không có điều: «I.», «1.», «a)»",
    "Canh dòng «I. …»",
    "Phần, chương, mục, điều phải có tên",
    "Đánh số 1.1, 1.1.1",
    "Dấu «./.» ở cuối văn bản",
    "Lời văn nhắc đến từng phụ lục",
    "Quyền hạn, chức vụ: in hoa, đậm, cỡ 13-14",
    "«TM.» trước tên tập thể lãnh đạo, cơ quan",
    "«Q.» trước chức vụ người đứng đầu",
    "«KT.» trước chức vụ người đứng đầu, rồi cấp phó",
    "«TL.», «TUQ.» rồi chức vụ người ký",
    "Từ một đến ba dòng quyền hạn, chức vụ",
    "Chức vụ lãnh đạo chính thức",
    "Họ tên: đậm, cỡ 13-14; không học hàm, học vị",
    "Khoảng để ký",
    "Mực ký màu xanh",
    "Ảnh chữ ký số của người ký",
    "Ảnh dấu của cơ quan",
    "Đóng dấu trên giấy",
    "Loại văn bản có «Kính gửi»",
    "«Kính gửi:» chữ đứng, cỡ 13-14",
    "Một nơi kính gửi: cùng dòng",
    "Nhiều nơi kính gửi: mỗi nơi một dòng, «- », «;», «.»",
    "«Nơi nhận:» cỡ 12, nghiêng, đậm, ngang hàng chức vụ",
    "Từng nơi nhận: cỡ 11, «- », dấu «;»",
    "Nơi nhận đầu tiên: «Như trên», «Như Điều …»",
    "Nơi nhận cuối cùng: «Lưu: VT, …», dấu chấm",
    "Người soạn, số bản: cỡ 11, dưới Nơi nhận",
    "Từ hai phụ lục thì đánh số La Mã",
    "Nhãn «Phụ lục»: in thường, đậm, cỡ 14",
    "Tên phụ lục: in hoa, đậm, cỡ 13-14",
    "Dòng «(Kèm theo …)»: nghiêng, cỡ 13-14, đủ nội dung",
    "Dòng kèm theo: bản giấy điền đủ, bản điện tử để trống",
    "Đường kẻ ngắn dưới dòng kèm theo",
    "Phụ lục không có Quốc hiệu, tên cơ quan",
    "Số trang của phụ lục tính lại từ 1",
    "Ký số khi phụ lục cùng tệp",
    "Ký số khi phụ lục là tệp riêng",
    "Cỡ chữ trong bảng của phụ lục",
    "Chữ ký dưới phụ lục",
    "Dấu chỉ độ khẩn: đúng khung, đỏ, đậm, cỡ 13-14",
    "Dấu chỉ độ mật",
    "Phạm vi lưu hành: khung, in hoa, đậm, cỡ 13-14",
    "Địa chỉ liên hệ ở cuối trang đầu",
    "Bản sao giấy",
    "Bản sao điện tử",
    "Phiên bản PDF của bản gốc điện tử",
    "Giá trị pháp lý của văn bản điện tử",
];

/// The rows of Phụ lục II, the first one is II.1.
const CAPITALS: [&str; 26] = [
    "Đầu câu, đầu dòng",
    "Tên người Việt Nam, tên Hán Việt",
    "Tên hiệu, tên nhân vật lịch sử",
    "Tên người phiên âm",
    "Đơn vị hành chính: «tỉnh Nam Định»",
    "Đơn vị mang tên số, người, sự kiện: «Quận 1»",
    "Thủ đô Hà Nội, Thành phố Hồ Chí Minh",
    "Địa danh gồm từ chỉ địa hình và tên một âm tiết",
    "Từ chỉ địa hình trước địa danh: «sông Vàm Cỏ»",
    "Vùng, miền theo phương hướng",
    "Địa danh nước ngoài",
    "Cơ quan, tổ chức của Việt Nam",
    "Cơ quan, tổ chức đặc thù",
    "Cơ quan, tổ chức nước ngoài",
    "Nhân dân, Nhà nước",
    "Huân chương, danh hiệu",
    "Chức vụ, học vị đi với tên cụ thể",
    "Danh từ chung riêng hóa: Bác, Đảng",
    "Ngày lễ, ngày kỷ niệm",
    "Văn bản có tên cụ thể",
    "Viện dẫn: Điều viết hoa; khoản, điểm viết thường",
    "Năm âm lịch",
    "Ngày tết",
    "Thứ, tháng viết bằng chữ",
    "Sự kiện, triều đại lịch sử",
    "Tác phẩm, sách báo, tạp chí",
];

/// Every row of the decree with its name, in the order of the decree.
pub fn rows() -> impl Iterator<Item = (Row, &'static str)> {
    let form = (1..).zip(FORM).map(|(number, name)| (Row::Form(number), name));
    form.chain((1..).zip(CAPITALS).map(|(number, name)| (Row::Capitals(number), name)))
}

/// A row's name; empty for a number that the decree's table does not have.
pub fn row_name(row: Row) -> &'static str {
    let (names, number) = match row {
        Row::Form(number) => (FORM.as_slice(), number),
        Row::Capitals(number) => (CAPITALS.as_slice(), number),
    };
    number.checked_sub(1).and_then(|at| names.get(usize::from(at))).copied().unwrap_or_default()
}

/// Every row that a rule declares, with the rule; in the order of the rows.
pub fn rules_of_rows() -> Vec<(Row, &'static Rule)> {
    let wording = wording::RULES.iter().map(|rule| (rule.rows, rule.rule));
    let form = form::RULES.iter().map(|rule| (rule.rows, rule.rule));
    let mut pairs: Vec<(Row, &Rule)> =
        wording.chain(form).flat_map(|(rows, rule)| rows.iter().map(move |row| (*row, rule))).collect();
    pairs.sort_by_key(|(row, rule)| (*row, rule.code));
    pairs
}

/// One verdict for each declared row and rule, by row: a document of several files is judged file by file, and what no
/// rule came to is not evaluated.
pub fn joined_verdicts(mut verdicts: Vec<RowVerdict>) -> Vec<RowVerdict> {
    verdicts.extend(rules_of_rows().into_iter().map(|(row, rule)| RowVerdict {
        row,
        code: rule.code.to_owned(),
        verdict: Verdict::NotEvaluated,
    }));
    verdicts.sort();
    // Sorted, the verdict that counts is the last of its row and rule.
    verdicts.dedup_by(|later, earlier| {
        let same = (later.row, &later.code) == (earlier.row, &earlier.code);
        if same {
            earlier.verdict = later.verdict;
        }
        same
    });
    verdicts
}

#[cfg(test)]
mod tests {
    use super::{joined_verdicts, row_name, rows, rules_of_rows};
    use crate::model::verdict::{Row, RowVerdict, Verdict};

    #[test]
    fn every_declared_row_has_a_name() {
        for (row, rule) in rules_of_rows() {
            assert!(!row_name(row).is_empty(), "{row} of {}", rule.code);
        }
        assert_eq!(rows().count(), 139);
        assert_eq!(
            (row_name(Row::Form(113)), row_name(Row::Form(114))),
            (rows().nth(112).map_or("", |r| r.1), "")
        );
    }

    #[test]
    fn the_strongest_verdict_of_all_files_counts_and_the_rest_is_not_evaluated() {
        let said = |row, verdict| RowVerdict { row, code: "FRM001".to_owned(), verdict };
        let joined = joined_verdicts(vec![
            said(Row::Form(1), Verdict::Broken),
            said(Row::Form(1), Verdict::Holds),
            said(Row::Form(1), Verdict::NotEvaluated),
        ]);
        let of = |row: Row, code: &str| {
            joined
                .iter()
                .filter(|one| one.row == row && one.code == code)
                .map(|one| one.verdict)
                .collect::<Vec<_>>()
        };
        assert_eq!(of(Row::Form(1), "FRM001"), [Verdict::Broken]);
        assert_eq!(of(Row::Form(2), "FRM001"), [Verdict::NotEvaluated]);
        assert_eq!(joined.len(), rules_of_rows().len());
    }
}
