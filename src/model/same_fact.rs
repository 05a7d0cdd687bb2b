//! Facts that a dossier states in several places (`doi_chieu`): as declared, and as they were found.

use super::table::Value;
use super::text::ClerkText;
use crate::diag::Place;

/// One `bang_nhau`: references that must say the same.
#[derive(Debug, Clone)]
pub struct SameFact {
    pub references: Vec<ClerkText>,
    pub place: Place,
}

/// The same fact where it was found.
#[derive(Debug, Clone)]
pub struct FoundFact {
    pub said: Vec<Said>,
    /// Where it is declared that they are the same.
    pub place: Place,
}

/// What one of the places says.
#[derive(Debug, Clone)]
pub struct Said {
    /// As it is called: «xa.tong.giam».
    pub name: String,
    pub value: Value,
    /// As a message prints it.
    pub text: String,
    pub source: Vec<Place>,
    /// The unit whose row it is.
    pub unit: Option<String>,
}
