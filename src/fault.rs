//! Faults: the tool or the machine could not do its work. Never the clerk's doing; exit code 2.

use std::io;
use std::path::PathBuf;

/// What went wrong outside the clerk's files.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("{doing} «{}»: {source}", path.display())]
    Io { doing: &'static str, path: PathBuf, source: io::Error },
    #[error("{0}")]
    Usage(String),
    #[error("tiến trình dựng hồ sơ «{dossier}» dừng giữa chừng: {reason}")]
    Worker { dossier: String, reason: String },
    #[error("một lần dựng khác đang chạy trong «{}» (đã chờ {seconds} giây)", path.display())]
    Busy { path: PathBuf, seconds: u64 },
    #[error("đã dừng theo yêu cầu")]
    Interrupted,
    #[error("lỗi của chương trình: {0}; đề nghị báo cho người phụ trách chương trình")]
    Internal(String),
}

impl Fault {
    /// For `map_err`: an input/output error at a path.
    pub fn io(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { doing, path, source }
    }
}
