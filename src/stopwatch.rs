//! How long every stage took, for `--timings`; told on the screen and never written into an output.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

/// What the time was spent on, in the order of the way through the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// Waiting for forms, fonts and layout, which a thread reads meanwhile.
    Ready,
    /// YAML and workbooks.
    Load,
    Expand,
    /// The rules over the dossier's documents together, and over what holds on a day.
    Agreement,
    /// The rules over tables and figures.
    Content,
    Render,
    /// The rules of the decree's wording.
    Wording,
    Layout,
    /// The rules over the laid-out pages.
    Form,
    Pdf,
    Annex,
    Draft,
    /// Finished files read again and held against the pages.
    ReadBack,
    /// `figures.json`, the key, hashes.
    Record,
}

impl Stage {
    pub const ALL: [Self; 14] = [
        Self::Ready,
        Self::Load,
        Self::Expand,
        Self::Agreement,
        Self::Content,
        Self::Render,
        Self::Wording,
        Self::Layout,
        Self::Form,
        Self::Pdf,
        Self::Annex,
        Self::Draft,
        Self::ReadBack,
        Self::Record,
    ];

    /// As the head of its column.
    pub fn words(self) -> &'static str {
        match self {
            Self::Ready => "chờ mẫu",
            Self::Load => "đọc",
            Self::Expand => "ghép",
            Self::Agreement => "khớp bộ",
            Self::Content => "số liệu",
            Self::Render => "khối",
            Self::Wording => "câu chữ",
            Self::Layout => "dàn trang",
            Self::Form => "thể thức",
            Self::Pdf => "pdf",
            Self::Annex => "xlsx",
            Self::Draft => "docx",
            Self::ReadBack => "đọc lại",
            Self::Record => "ghi nguồn",
        }
    }
}

/// Time by stage; stages that were not reached are missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timings(BTreeMap<Stage, Duration>);

impl Timings {
    pub fn of(&self, stage: Stage) -> Duration {
        self.0.get(&stage).copied().unwrap_or_default()
    }

    pub fn total(&self) -> Duration {
        self.0.values().sum()
    }

    pub fn add(&mut self, other: &Self) {
        for (stage, time) in &other.0 {
            *self.0.entry(*stage).or_default() += *time;
        }
    }
}

/// Gives the time since the last lap to the stage that has just ended.
pub struct Stopwatch {
    since: Instant,
    timings: Timings,
}

impl Stopwatch {
    pub fn start() -> Self {
        Self { since: Instant::now(), timings: Timings::default() }
    }

    pub fn lap(&mut self, stage: Stage) {
        let now = Instant::now();
        *self.timings.0.entry(stage).or_default() += now - self.since;
        self.since = now;
    }

    pub fn timings(self) -> Timings {
        self.timings
    }
}
