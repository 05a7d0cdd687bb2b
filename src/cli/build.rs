//! `check` and `build`: what is ordered, and what both say of it.

use std::path::PathBuf;

use super::args::{Build, Check, Common, Format, Kind};
use super::session::{Session, Target};
use super::{conformity, terminal};
use crate::diag::Finding;
use crate::fault::Fault;
use crate::model::input::InputRow;
use crate::model::pdf_standard::PdfStandard;
use crate::pipeline::Order;

/// `duthao check`.
pub fn check(arguments: &Check) -> Result<u8, Fault> {
    let order = Order { verdicts: arguments.form, ..Order::default() };
    open_and_run(&arguments.common, None, order)
}

/// `duthao build`.
pub fn build(arguments: &Build) -> Result<u8, Fault> {
    let mut kinds = if arguments.only.is_empty() { Kind::ALL.to_vec() } else { arguments.only.clone() };
    kinds.sort();
    kinds.dedup();
    let order = Order {
        kinds: kinds.into_iter().map(|kind| kind.name().to_owned()).collect(),
        strict: arguments.strict,
        pdf_standard: arguments.pdf_standard.clone(),
        untagged: arguments.untagged,
        ..Order::default()
    };
    refuse_untagged(&order)?;
    let target = Target {
        folder: arguments.output.clone(),
        force: arguments.force,
        only_unit: arguments.only_unit.clone(),
    };
    open_and_run(&arguments.common, Some(target), order)
}

/// A standard that asks for structure cannot do without it.
fn refuse_untagged(order: &Order) -> Result<(), Fault> {
    let standard = order.pdf_standard.as_deref().and_then(PdfStandard::named);
    match standard.filter(|standard| order.untagged && standard.needs_tags()) {
        None => Ok(()),
        Some(standard) => Err(Fault::Usage(format!(
            "--untagged không dùng được với --pdf-standard {}: {} đòi hỏi cấu trúc của văn bản; bỏ một trong hai tham số",
            standard.name(),
            standard.title()
        ))),
    }
}

fn open_and_run(common: &Common, target: Option<Target>, order: Order) -> Result<u8, Fault> {
    let wants_form = order.verdicts;
    match Session::open(common, target, order) {
        Ok(session) => session.run(),
        Err(fault) => {
            if common.format == Format::Json {
                terminal::data(if wants_form { conformity::NOTHING } else { "[]" });
            }
            Err(fault)
        }
    }
}

/// What a check found, and the files that it read.
pub struct Found {
    pub findings: Vec<Finding>,
    pub inputs: Vec<InputRow>,
    /// As after `check`.
    pub code: u8,
}

/// Checks as `duthao check` does, and hands over what was found instead of telling it.
pub fn find(common: &Common) -> Result<Found, Fault> {
    Session::open(common, None, Order::default())?.find()
}

/// The output folder that is meant when none is named.
pub fn default_output(root: &std::path::Path) -> PathBuf {
    root.join("output")
}
