//! What a dossier's report leaves to be published.

use crate::diag::Finding;
use crate::fault::Fault;
use crate::output::{BuiltDocument, Published, Recorded, Scope, Set, Staging};

/// The documents of one dossier, as they came.
pub struct Made {
    pub dossier: String,
    pub built: Vec<BuiltDocument>,
    /// Documents that were refused: their last good files stay.
    pub refused: Vec<String>,
    pub scope: Scope,
    pub findings: Vec<Finding>,
}

impl Made {
    pub fn publish(self, set: Set) -> Result<Published, Fault> {
        let looked = Recorded::read(&set.output, &set.dossier).look();
        let mut staging = Staging::open(set, looked)?;
        for document in self.built {
            staging.add(document)?;
        }
        for document in &self.refused {
            staging.refused_whole(document)?;
        }
        staging.publish(&self.scope, self.findings)
    }
}
