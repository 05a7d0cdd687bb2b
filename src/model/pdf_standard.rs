//! The PDF standards that a document can be written in.

/// A standard of `--pdf-standard`. Left out of what the typesetter knows: A-1a, in which the page numbers cannot be told
/// from the text, and A-4e, A-4f, which are for drawings and for attached files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PdfStandard {
    A1b,
    A2b,
    A2u,
    A2a,
    A3b,
    A3u,
    A3a,
    A4,
    Ua1,
}

impl PdfStandard {
    pub const ALL: [Self; 9] =
        [Self::A1b, Self::A2b, Self::A2u, Self::A2a, Self::A3b, Self::A3u, Self::A3a, Self::A4, Self::Ua1];

    /// As on the command line and in the manifest: `a-2b`.
    pub fn name(self) -> &'static str {
        match self {
            Self::A1b => "a-1b",
            Self::A2b => "a-2b",
            Self::A2u => "a-2u",
            Self::A2a => "a-2a",
            Self::A3b => "a-3b",
            Self::A3u => "a-3u",
            Self::A3a => "a-3a",
            Self::A4 => "a-4",
            Self::Ua1 => "ua-1",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standard| standard.name() == name)
    }

    /// As people call it: «PDF/A-2b».
    pub fn title(self) -> String {
        let (family, rest) = self.name().split_once('-').unwrap_or((self.name(), ""));
        format!("PDF/{}-{rest}", family.to_uppercase())
    }

    /// Whether the standard asks for the structure that `--untagged` leaves out.
    pub fn needs_tags(self) -> bool {
        matches!(self, Self::A2a | Self::A3a | Self::Ua1)
    }
}
