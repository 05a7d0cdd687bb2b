//! What became of waivers (`bo_qua`) while a document was made.

use serde::{Deserialize, Serialize};

use crate::diag::Waived;

/// What one document says about waivers: those of its dossier are judged when every document has said this.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct WaiverUse {
    /// Whether every rule looked at the document: else nothing can be said about a waiver that was not needed.
    pub is_through: bool,
    /// The waivers of `ho-so.yaml` that it needed, by their numbers.
    pub needed: Vec<usize>,
    /// What was let stand for it, also of what its dossier shares.
    pub waived: Vec<Waived>,
}
