//! How wide a text is in print, asked by whoever sets a text without the typesetter.

/// The widths of texts in the project's fonts.
pub trait Measure {
    /// The width in points of a text on one line.
    fn width_pt(&self, text: &str, face: Face) -> f64;
}

/// Which of a family's four faces, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    pub size_pt: f64,
    pub bold: bool,
    pub italic: bool,
}
