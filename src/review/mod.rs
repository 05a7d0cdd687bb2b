//! A draft that comes back from a leader, held against the build that its properties name.
//!
//! Comes in: the bytes of a `.docx`, the record of a build. Goes out: figures, sentences and rows that were changed in
//! Word, tracked changes and comments, each with the YAML line or the cell to change. Never here: writing files, printing.
//! Why: what a leader marks up must go back into the sources; a figure that is changed in Word alone is wrong next week.

mod compare;
mod package;
mod reading;
mod tables;
mod words;

use serde::Serialize;

use crate::diag::Place;
use crate::recall::{Changes, Document};
use package::Parts;
use reading::{Mark, Returned};

/// A draft that was read.
pub struct Draft {
    pub dossier: String,
    pub document: String,
    /// The unit's part of the file names, where the document is one of many.
    pub unit: Option<String>,
    /// Whether it holds macros; nothing runs them.
    pub has_macros: bool,
    returned: Returned,
}

/// A comment, or a tracked change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    pub author: String,
    /// The comment; what was inserted or deleted.
    pub text: String,
    /// The words that a comment is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// `inserted` or `deleted`; none for a comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<&'static str>,
    /// The YAML line or the cell that the words come from; null for what the form itself says.
    pub at: Option<Place>,
}

/// All that a leader did to a draft.
#[derive(Debug, Default)]
pub struct Review {
    pub changes: Changes,
    pub tracked: Vec<Remark>,
    pub comments: Vec<Remark>,
}

impl Draft {
    /// Reads a draft; the error says in the clerk's words why it is none.
    pub fn open(bytes: Vec<u8>) -> Result<Self, String> {
        let parts = Parts::open(bytes)?;
        let properties = parts.properties()?;
        let property = |at: usize| properties.get(crate::draft::PROPERTIES[at]).cloned();
        let (Some(version), Some(dossier), Some(document)) = (property(0), property(1), property(2)) else {
            return Err(FOREIGN.to_owned());
        };
        if version != crate::draft::VERSION {
            return Err(format!(
                "bản Word này do một phiên bản khác của duthao lập (dạng {version}, chương trình này đọc dạng {}); dựng lại rồi gửi bản mới",
                crate::draft::VERSION
            ));
        }
        Ok(Self {
            dossier,
            document,
            unit: property(3),
            has_macros: parts.has_macros(),
            returned: reading::read(&parts)?,
        })
    }

    /// What the names of the document's files begin with.
    pub fn stem(&self) -> String {
        match &self.unit {
            None => self.document.clone(),
            Some(unit) => format!("{}/{unit}", self.document),
        }
    }

    /// Holds the draft against the build.
    pub fn against(&self, built: &Document) -> Review {
        let mut review = Review::default();
        let matched = compare::paragraphs(&self.returned, built, &mut review);
        tables::compare(&self.returned, built, &mut review);
        let place = |mark: &Mark| match mark {
            Mark::Paragraph(at) => {
                let row = matched.get(*at).copied().flatten()?;
                built.text.get(row)?.source.clone()
            }
            Mark::Cell { table, row, column } => {
                tables::place(self.returned.tables.get(*table)?, built, *row, *column)
            }
        };
        for tracked in &self.returned.tracked {
            review.tracked.push(Remark {
                author: tracked.author.clone(),
                text: words::squeezed(&tracked.text),
                about: None,
                change: Some(if tracked.is_deleted { "deleted" } else { "inserted" }),
                at: place(&tracked.at),
            });
        }
        for comment in &self.returned.comments {
            let anchor = self.returned.anchors.get(&comment.id);
            review.comments.push(Remark {
                author: comment.author.clone(),
                text: words::squeezed(&comment.text),
                about: anchor.map(|anchor| words::squeezed(&anchor.quoted)).filter(|text| !text.is_empty()),
                change: None,
                at: anchor.and_then(|anchor| place(&anchor.at)),
            });
        }
        review
    }
}

const FOREIGN: &str = "tệp Word này không phải bản dự thảo do duthao dựng (hoặc đã mất thông tin về hồ sơ khi được lưu bằng chương trình khác): chép lời sửa vào chính tệp .docx trong output/<hồ sơ>/, rồi so lại";
