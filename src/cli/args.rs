//! The arguments, exactly as the contract names them.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::model::pdf_standard::PdfStandard;

const OPTIONS: &str = "Tham số";

/// Dự thảo văn bản hành chính từ bảng chỉ tiêu: mọi số liệu lấy từ ô bảng tính, đúng thể thức Nghị định 30/2020.
#[derive(Parser, Debug)]
#[command(
    name = "duthao",
    version,
    about,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    subcommand_help_heading = "Các lệnh",
    subcommand_value_name = "LỆNH",
    override_usage = "duthao LỆNH [ĐƯỜNG DẪN…] [THAM SỐ]",
    help_template = HELP,
    disable_help_flag = true,
    disable_version_flag = true
)]
pub struct Arguments {
    /// In hướng dẫn này
    #[arg(short, long, global = true, action = ArgAction::Help, help_heading = OPTIONS)]
    help: Option<bool>,
    /// In số phiên bản
    #[arg(short = 'V', long, action = ArgAction::Version, help_heading = OPTIONS)]
    version: Option<bool>,
    #[command(subcommand)]
    pub verb: Verb,
}

const HELP: &str = "{about-with-newline}\nCách dùng: {usage}\n\n{all-args}";

#[derive(Subcommand, Debug)]
pub enum Verb {
    /// Đọc và kiểm tra mọi thứ, không ghi gì
    #[command(help_template = HELP, override_usage = "duthao check [ĐƯỜNG DẪN…] [THAM SỐ]", disable_help_flag = true)]
    Check(Check),
    #[command(help_template = HELP, override_usage = "duthao build [ĐƯỜNG DẪN…] [THAM SỐ]", disable_help_flag = true)]
    /// Kiểm tra, rồi ghi PDF, XLSX và bảng kê (manifest.json)
    Build(Build),
    /// Dựng lại trong bộ nhớ, so từng byte với kết quả đã ghi; nói tệp nào khác, vì sao
    #[command(help_template = HELP, override_usage = "duthao verify [ĐƯỜNG DẪN…] [THAM SỐ]", disable_help_flag = true)]
    Verify(Verify),
    /// Xem một bảng tính có những bảng, cột nào; in khối bang: để dán vào ho-so.yaml
    #[command(help_template = HELP, override_usage = "duthao inspect BẢNG_TÍNH [THAM SỐ]", disable_help_flag = true)]
    Inspect(Inspect),
    /// Chép bảng tính và ghi chú vào từng ô có lỗi, cảnh báo; mọi thứ khác giữ nguyên
    #[command(help_template = HELP, override_usage = "duthao annotate BẢNG_TÍNH TỆP_RA [THAM SỐ]", disable_help_flag = true)]
    Annotate(Annotate),
    /// Thu các phụ lục Excel đã gửi đơn vị điền: ghép vào một bảng tính mới, kê ô thay đổi, so tổng với chỉ tiêu
    #[command(help_template = HELP, override_usage = "duthao collect BẢNG_TÍNH… --to TỆP_RA [THAM SỐ]", disable_help_flag = true)]
    Collect(Collect),
    /// Giải thích mã lỗi, cảnh báo: vì sao, căn cứ, cách sửa, có được bỏ qua không
    #[command(help_template = HELP, override_usage = "duthao explain [MÃ…] [THAM SỐ]", disable_help_flag = true)]
    Explain(Explain),
    /// Xem một số đã in lấy từ ô nào, tính ra sao
    #[command(help_template = HELP, override_usage = "duthao trace TỆP SỐ [THAM SỐ]", disable_help_flag = true)]
    Trace(Trace),
    /// So hai thư mục kết quả, hoặc bản Word đã sửa với bản dựng: số liệu nào, câu nào, dòng nào khác, vì ô nào
    #[command(help_template = HELP, override_usage = "duthao diff CŨ MỚI [THAM SỐ]\n  duthao diff BẢN_WORD.docx [THAM SỐ]", disable_help_flag = true)]
    Diff(Diff),
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Common {
    /// Thư mục hồ sơ hoặc tệp văn bản; không ghi là tất cả
    #[arg(value_name = "ĐƯỜNG DẪN", help_heading = "Đường dẫn")]
    pub paths: Vec<PathBuf>,
    /// Thư mục dự án (mặc định: thư mục này hoặc thư mục gần nhất phía trên có data/)
    #[arg(long, value_name = "THƯ MỤC")]
    pub project: Option<PathBuf>,
    /// Cách in kết quả kiểm tra: human (cho người đọc, mặc định) hoặc json
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "DẠNG", hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
    /// Chỉ in lỗi và cảnh báo
    #[arg(long)]
    pub quiet: bool,
    /// Số tiến trình chạy cùng lúc (mặc định: số nhân của máy)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// In thời gian của từng bước, từng văn bản
    #[arg(long)]
    pub timings: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Cho người đọc
    Human,
    /// Một mảng JSON trên đầu ra chuẩn
    Json,
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Check {
    #[command(flatten)]
    pub common: Common,
    /// In bảng đối chiếu từng văn bản với thể thức Nghị định 30/2020/NĐ-CP
    #[arg(long)]
    pub form: bool,
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Build {
    #[command(flatten)]
    pub common: Common,
    /// Thư mục kết quả (mặc định: output/ của dự án)
    #[arg(long, value_name = "THƯ MỤC")]
    pub output: Option<PathBuf>,
    /// Chỉ làm các loại tệp này: pdf, xlsx, docx
    #[arg(long, value_enum, value_delimiter = ',', value_name = "LOẠI", hide_possible_values = true)]
    pub only: Vec<Kind>,
    /// Ghi PDF theo một tiêu chuẩn: a-2b, a-3b (lưu trữ lâu dài), ua-1 (người khiếm thị đọc được); còn có a-1b, a-2u, a-2a, a-3u, a-3a, a-4
    #[arg(long, value_parser = PossibleValuesParser::new(PdfStandard::ALL.map(PdfStandard::name)), value_name = "TIÊU CHUẨN", hide_possible_values = true)]
    pub pdf_standard: Option<String>,
    /// PDF không kèm cấu trúc cho phần mềm đọc văn bản: tệp nhỏ hơn, phụ lục hàng nghìn dòng dựng nhanh hơn
    #[arg(long)]
    pub untagged: bool,
    /// Cảnh báo cũng làm văn bản bị từ chối
    #[arg(long)]
    pub strict: bool,
    /// Ghi đè cả tệp kết quả đã bị sửa bằng tay, dựng lại cả văn bản không đổi
    #[arg(long)]
    pub force: bool,
    /// Trong các văn bản lập cho từng đơn vị (moi_dong), chỉ dựng của đơn vị này
    #[arg(long, value_name = "TÊN")]
    pub only_unit: Option<String>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Verify {
    #[command(flatten)]
    pub common: Common,
    /// Thư mục kết quả cần đối chiếu (mặc định: output/ của dự án)
    #[arg(long, value_name = "THƯ MỤC")]
    pub output: Option<PathBuf>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Explain {
    /// Mã lỗi, ví dụ TOT001; không ghi thì in danh sách mọi mã
    #[arg(value_name = "MÃ", help_heading = "Mã")]
    pub codes: Vec<String>,
    /// Cách in: human (cho người đọc, mặc định) hoặc json
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "DẠNG", hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Inspect {
    /// Đường dẫn của bảng tính, ở trong hay ngoài dự án
    #[arg(value_name = "BẢNG_TÍNH", help_heading = "Bảng tính")]
    pub workbook: PathBuf,
    /// Thư mục dự án, để lấy «gioi_han» trong data/chung.yaml (mặc định: thư mục này hoặc thư mục gần nhất phía trên có data/)
    #[arg(long, value_name = "THƯ MỤC")]
    pub project: Option<PathBuf>,
    /// Cách in: human (cho người đọc, mặc định) hoặc json
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "DẠNG", hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
    /// Chỉ in khối bang:, không in những gì đã hiểu
    #[arg(long)]
    pub quiet: bool,
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Annotate {
    /// Bảng tính của một hồ sơ trong data/
    #[arg(value_name = "BẢNG_TÍNH", help_heading = "Đường dẫn")]
    pub workbook: PathBuf,
    /// Tệp sẽ ghi, đuôi .xlsx (bảng tính có macro: .xlsm); không ghi đè tệp đã có
    #[arg(value_name = "TỆP_RA", help_heading = "Đường dẫn")]
    pub out: PathBuf,
    /// Thư mục dự án (mặc định: thư mục này hoặc thư mục gần nhất phía trên có data/)
    #[arg(long, value_name = "THƯ MỤC")]
    pub project: Option<PathBuf>,
    /// Cách in: human (cho người đọc, mặc định) hoặc json
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "DẠNG", hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
    /// Chỉ in khi có sự cố
    #[arg(long)]
    pub quiet: bool,
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Collect {
    /// Các phụ lục Excel do đơn vị gửi lại, hoặc thư mục chứa chúng
    #[arg(value_name = "BẢNG_TÍNH", required = true, help_heading = "Đường dẫn")]
    pub workbooks: Vec<PathBuf>,
    /// Bảng tính mới sẽ ghi, đuôi .xlsx, ngoài data/; không ghi đè tệp đã có
    #[arg(long, value_name = "TỆP_RA", required = true)]
    pub to: PathBuf,
    /// Thư mục dự án (mặc định: thư mục này hoặc thư mục gần nhất phía trên có data/)
    #[arg(long, value_name = "THƯ MỤC")]
    pub project: Option<PathBuf>,
    /// Cách in: human (cho người đọc, mặc định) hoặc json
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "DẠNG", hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
    /// Chỉ in lỗi và cảnh báo
    #[arg(long)]
    pub quiet: bool,
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Trace {
    /// Tệp kết quả, ví dụ output/dak-nong-2023/ke-hoach.pdf
    #[arg(value_name = "TỆP", help_heading = "Tìm gì, ở đâu")]
    pub file: PathBuf,
    /// Số như đã in: 4.990, 4990, 7,97%, 03, bốn nghìn chín trăm chín mươi
    #[arg(value_name = "SỐ", required = true, allow_negative_numbers = true, help_heading = "Tìm gì, ở đâu")]
    pub figure: Vec<String>,
    /// Thư mục dự án, để biết tệp nguồn có đổi từ lần dựng không (mặc định: thư mục có data/ gần nhất phía trên tệp)
    #[arg(long, value_name = "THƯ MỤC")]
    pub project: Option<PathBuf>,
    /// Cách in: human (cho người đọc, mặc định) hoặc json
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "DẠNG", hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
    /// Không nhắc về tệp nguồn đã đổi
    #[arg(long)]
    pub quiet: bool,
}

#[derive(Args, Debug)]
#[command(next_help_heading = OPTIONS)]
pub struct Diff {
    /// Thư mục kết quả cũ: output/<hồ sơ>, hoặc cả output; hoặc một bản Word đã sửa, so với bản dựng của nó
    #[arg(value_name = "CŨ", help_heading = "So gì với gì")]
    pub old: PathBuf,
    /// Thư mục kết quả mới
    #[arg(value_name = "MỚI", help_heading = "So gì với gì")]
    pub new: Option<PathBuf>,
    /// Thư mục dự án có bản dựng của bản Word (mặc định: thư mục này hoặc thư mục gần nhất phía trên có data/)
    #[arg(long, value_name = "THƯ MỤC")]
    pub project: Option<PathBuf>,
    /// Thư mục kết quả có bản dựng của bản Word, thay cho output/ của dự án
    #[arg(long, value_name = "THƯ MỤC")]
    pub output: Option<PathBuf>,
    /// Cách in: human (cho người đọc, mặc định) hoặc json
    #[arg(long, value_enum, default_value_t = Format::Human, value_name = "DẠNG", hide_possible_values = true, hide_default_value = true)]
    pub format: Format,
}

/// A kind of output file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Kind {
    Pdf,
    Xlsx,
    Docx,
}

impl Kind {
    pub const ALL: [Self; 3] = [Self::Pdf, Self::Xlsx, Self::Docx];

    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }
}
