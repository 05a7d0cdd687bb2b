//! `moi_dong`: one document for every row of a table.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::document::Dossier;
use super::table::Table;
use super::text::ClerkText;
use crate::diag::Place;

/// What a document says under `moi_dong`.
#[derive(Debug, Clone)]
pub struct FanOut {
    /// `bang`.
    pub table: ClerkText,
    /// `theo`.
    pub per: Per,
    /// `nhom`: only the rows that lie in this group, named by its number or name.
    pub group: Option<ClerkText>,
    /// `loai`: only units whose names begin with one of these words («xã», «phường»).
    pub kinds: Vec<ClerkText>,
    /// `so`: the column of the documents' numbers.
    pub number: Option<usize>,
    /// `ngay`: the column of their dates.
    pub date: Option<usize>,
    /// Where `moi_dong` stands.
    pub place: Place,
    /// Short texts of the head that name the unit, kept until its row is known.
    pub late: Vec<(Late, ClerkText)>,
}

/// Which rows make a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// `don_vi`: every unit row.
    Unit,
    /// `nhom`: every group row that has units; of groups in groups the outer ones.
    Group,
}

/// A short text of the head that is plain where no row is bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// `viet_tat`.
    Abbreviation,
    /// `dia_danh`.
    PlaceName,
    /// `ho_ten` of the signatory of this number.
    SignatoryName(usize),
    /// `dong` of the signatory of this number: which line.
    SignatoryLine(usize, usize),
}

/// One of a fanned-out document's units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// The row's name as the sheet has it.
    pub name: String,
    /// The name of its files.
    pub slug: String,
    /// Its row in the table.
    pub row: usize,
}

/// What a document for one unit may be made from.
#[derive(Debug, Clone)]
pub struct UnitView {
    pub unit: Unit,
    /// The fan-out's table.
    pub table: String,
    /// What the rules look at: of every table that knows the unit and that the text does not read as a whole, only the
    /// unit's own rows, and the total where the text calls it.
    pub dossier: Arc<Dossier>,
    /// The unit's own rows of the tables that say so (`cua: dong`), by table.
    pub own: Arc<BTreeMap<String, Table>>,
    /// Those rows in the whole tables.
    pub own_rows: BTreeMap<String, Vec<usize>>,
}

/// What the text of a fanned-out document reads beside the unit's own row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reads {
    /// Tables that it prints, repeats or calls rows of as a whole.
    pub whole: BTreeSet<String>,
    /// Tables of which it calls the printed total.
    pub totals: BTreeSet<String>,
    /// Tables of which it prints or repeats the unit's own rows.
    pub own: BTreeSet<String>,
}
