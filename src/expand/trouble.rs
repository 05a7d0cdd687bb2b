//! What can be wrong with a reference, before anybody knows where it stands.

use crate::diag::Rule;

/// Why a reference cannot be resolved; the caller knows the place.
#[derive(Debug)]
pub struct Trouble {
    pub rule: &'static Rule,
    pub message: String,
    pub help: Option<String>,
}
