//! Acts that the composed text of a document cites.

use std::ops::Deref;

use super::TextSubject;
use crate::check::cited::{self, Cited};

/// One mention.
pub struct Act<'s> {
    /// The paragraph's place among the subject's.
    pub paragraph: usize,
    cited: Cited<'s>,
}

impl<'s> Deref for Act<'s> {
    type Target = Cited<'s>;

    fn deref(&self) -> &Cited<'s> {
        &self.cited
    }
}

/// What the text of a form says about the document itself is no mention.
const NO_MENTION: &[&str] =
    &["so_ky_hieu", "chu_ky_so", "kem_theo_dong", "phu_luc_kem_theo", "nguoi_soan", "lien_he"];

/// Every mention, in reading order.
pub fn find<'s>(subject: &'s TextSubject<'_>) -> Vec<Act<'s>> {
    let kinds = subject.norm.texts(&["vien_dan", "loai_co_so"]).collect::<Vec<_>>();
    let paragraphs = subject.paragraphs.iter().enumerate();
    let citing = paragraphs.filter(|(_, paragraph)| !NO_MENTION.contains(&paragraph.component));
    citing
        .flat_map(|(at, paragraph)| {
            cited::find(&paragraph.text, &kinds).into_iter().map(move |cited| Act { paragraph: at, cited })
        })
        .collect()
}
