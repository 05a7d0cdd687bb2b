//! Colours of what is printed for people beside annotate-snippets' own.

/// What a piece of a report is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Row numbers, letters of columns, bars, arrows.
    Gutter,
    /// The cell that the finding is about.
    At,
    /// A cell that matters for it.
    Also,
    /// «ghi chú», «cách sửa».
    Word,
}

/// Whether there is colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    Plain,
    Coloured,
}

impl Paint {
    /// The text as it is to be printed.
    pub fn with(self, tone: Tone, text: &str) -> String {
        let code = match (self, tone) {
            (Self::Plain, _) => return text.to_owned(),
            (Self::Coloured, Tone::Gutter) => "1;94",
            (Self::Coloured, Tone::At) => "1;91",
            (Self::Coloured, Tone::Also) => "1;96",
            (Self::Coloured, Tone::Word) => "1",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}
