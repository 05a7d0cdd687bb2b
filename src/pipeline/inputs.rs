//! Which files a document was made from.

use super::Workshop;
use crate::model::input::InputRow;

impl Workshop {
    /// The shared files, the document's own file and the templates, with the hashes of the bytes that were read.
    pub(super) fn inputs(&mut self, shared: &[InputRow], file: &str) -> Vec<InputRow> {
        let is_document = |path: &str| path.ends_with(".yaml") || path.ends_with(".yml");
        let is_shared = |path: &str| path.ends_with("/ho-so.yaml") || path.ends_with("/chung.yaml");
        let own = self.project.inputs().into_iter().filter(|input| input.path == file);
        let mut inputs: Vec<InputRow> = shared
            .iter()
            .filter(|input| !is_document(&input.path) || is_shared(&input.path))
            .cloned()
            .chain(own)
            .chain(self.typesetting.ready().inputs.iter().cloned())
            .collect();
        inputs.sort();
        inputs.dedup();
        inputs
    }
}
