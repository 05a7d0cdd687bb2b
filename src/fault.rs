//! Faults: the tool or the machine could not do its work. Never the clerk's doing; exit code 2.

use std::io;
use std::path::PathBuf;

/// What went wrong outside the clerk's files.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("{doing} «{}»: {}", path.display(), reason(source))]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
    /// Something could not be written; what stood there before is whole.
    #[error("{doing} «{}»: {}; {}; bản đã dựng trước đó còn nguyên", path.display(), reason(source), mend(source))]
    Output { doing: &'static str, path: PathBuf, source: io::Error },
    #[error("{0}")]
    Usage(String),
    #[error("tiến trình dựng hồ sơ «{dossier}» dừng giữa chừng: {reason}")]
    Worker { dossier: String, reason: String },
    #[error("không dựng được «{document}» (đã thử hai lần): {reason}")]
    Document { document: String, reason: String },
    #[error("một lần dựng khác đang chạy trong «{}» (đã chờ {seconds} giây); chờ lần đó xong rồi chạy lại", path.display())]
    Busy { path: PathBuf, seconds: u64 },
    #[error("lần dựng trước bị ngắt, bản đã dựng còn ở «{}» nhưng chỗ của nó, «{}», đã có thứ khác; chuyển thứ đó đi rồi chạy lại", aside.display(), place.display())]
    Aside { aside: PathBuf, place: PathBuf },
    #[error("đã dừng theo yêu cầu")]
    Interrupted,
    #[error("lỗi của chương trình: {0}; đề nghị báo cho người phụ trách chương trình")]
    Internal(String),
}

/// An input/output error in the clerk's language, with the system's own words where there is no phrase for it.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "không có tệp hoặc thư mục này".to_owned(),
        io::ErrorKind::PermissionDenied => "không có quyền".to_owned(),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "đĩa đã đầy".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ đọc".to_owned(),
        io::ErrorKind::IsADirectory => "là một thư mục".to_owned(),
        io::ErrorKind::NotADirectory => "có một tệp đứng ở chỗ của thư mục".to_owned(),
        io::ErrorKind::AlreadyExists => "đã có tệp cùng tên".to_owned(),
        io::ErrorKind::InvalidFilename => "tên tệp quá dài hoặc không hợp lệ".to_owned(),
        io::ErrorKind::ResourceBusy => "đang được chương trình khác dùng".to_owned(),
        io::ErrorKind::InvalidInput => "không phải tệp thường".to_owned(),
        _ => error.to_string(),
    }
}

/// What to do about an output that could not be written.
fn mend(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "xóa bớt tệp không dùng rồi dựng lại",
        io::ErrorKind::ReadOnlyFilesystem => {
            "dựng vào chỗ khác bằng --output, hoặc mở quyền ghi rồi dựng lại"
        }
        io::ErrorKind::PermissionDenied => {
            "xin quyền ghi, đóng tệp đang mở trong thư mục, hoặc dựng vào chỗ khác bằng --output"
        }
        io::ErrorKind::ResourceBusy => "đóng chương trình đang mở tệp trong thư mục đó rồi dựng lại",
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "chuyển tệp đó sang chỗ khác rồi dựng lại, hoặc dựng vào chỗ khác bằng --output"
        }
        _ => "dựng lại, hoặc dựng vào chỗ khác bằng --output",
    }
}

impl Fault {
    /// For `map_err`: an output that could not be written.
    pub fn output(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Output { doing, path, source }
    }

    /// For `map_err`: an input/output error at a path.
    pub fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { doing, path, source }
    }
}
