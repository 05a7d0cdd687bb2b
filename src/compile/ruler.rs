//! The widths of texts in the fonts that the pages are set in, for outputs that are set elsewhere.

#![expect(clippy::float_arithmetic, reason = "advance widths of letters")]

use typst::World;
use typst::layout::{Abs, Em};
use typst::text::{FontInstance, FontStyle, FontVariant, FontVariations, FontWeight};

use super::world::BlockWorld;
use crate::model::measure::{Face, Measure};

/// The four faces of the family that text is set in.
pub struct Ruler {
    /// Upright, italic, bold, bold italic.
    faces: [Option<FontInstance>; 4],
}

impl Ruler {
    pub(super) fn of(world: &BlockWorld, family: &str) -> Self {
        let face = |bold: bool, italic: bool| {
            let weight = if bold { FontWeight::BOLD } else { FontWeight::REGULAR };
            let style = if italic { FontStyle::Italic } else { FontStyle::Normal };
            let variant = FontVariant { style, weight, ..FontVariant::default() };
            let font = world.font(world.book().select(&family.to_lowercase(), variant)?)?;
            // The shipped faces are the same at every size.
            Some(font.instantiate(variant, Abs::pt(12.0), &FontVariations::default()))
        };
        Self { faces: [face(false, false), face(false, true), face(true, false), face(true, true)] }
    }
}

impl Measure for Ruler {
    fn width_pt(&self, text: &str, face: Face) -> f64 {
        /// What a letter takes for which there is no glyph.
        const UNKNOWN_EM: f64 = 0.5;
        let Some(font) = &self.faces[usize::from(face.bold) * 2 + usize::from(face.italic)] else {
            return UNKNOWN_EM * face.size_pt * text.chars().map(|_| 1.0).sum::<f64>();
        };
        let advance = |letter: char| {
            let glyph = font.ttf().glyph_index(letter)?;
            font.x_advance(glyph.0).map(Em::get)
        };
        text.chars().map(|letter| advance(letter).unwrap_or(UNKNOWN_EM)).sum::<f64>() * face.size_pt
    }
}
