//! `moc_thoi_gian`: an office's own dated records, in the shape of `templates/moc-thoi-gian.yaml`.

use super::fields::Fields;
use super::json::json_of;
use super::layers::{DOSSIER_KEYS, OFFICE_KEYS, SHARED_KEYS};
use super::yaml::Node;
use crate::diag::{Finding, Findings, rules};
use crate::model::timeline::Timeline;

pub const KEY: &str = "moc_thoi_gian";

const HELP: &str =
    "ghi như templates/moc-thoi-gian.yaml: van_ban, co_quan, cap, chuan_ngheo; ngày dạng 01/7/2025";

/// The records of `ho-so.yaml` laid over those of `chung.yaml`.
pub fn own(shared: &[Node], findings: &mut Findings) -> Timeline {
    // The keys were looked at when the files were read.
    let mut already_said = Findings::of_dossier();
    let keys: Vec<&str> = SHARED_KEYS.iter().chain(DOSSIER_KEYS).chain(OFFICE_KEYS).copied().collect();
    let files = shared.iter().rev().filter_map(|node| Fields::of(node, "", &keys, &mut already_said));
    let nodes: Vec<&Node> = files.filter_map(|fields| fields.get(KEY)).collect();
    nodes.into_iter().fold(Timeline::default(), |joined, node| {
        let read = json_of(node).and_then(|value| {
            Timeline::of(&value).map_err(|reason| {
                let message = format!("«{KEY}» ghi sai: {reason}");
                Box::new(Finding::new(&rules::WRONG_SHAPE, node.place.clone(), message).help(HELP))
            })
        });
        match read {
            Ok(own) => joined.with(&own),
            Err(finding) => {
                findings.add(*finding);
                joined
            }
        }
    })
}
