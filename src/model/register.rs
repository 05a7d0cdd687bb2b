//! The register of administrative units that an office keeps: which units there are, where, from when to when.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::diag::Place;
use crate::vietnamese::date::Day;
use crate::vietnamese::text;
use crate::vietnamese::unit_name::{Level, UnitKind, UnitName};

/// One unit of the register, as its row has it.
#[derive(Debug, Clone)]
pub struct Entry {
    pub code: Option<String>,
    /// With its unit word: «Xã Hòa An».
    pub name: String,
    pub key: UnitName,
    pub kind: Option<UnitKind>,
    pub parent: Option<Parent>,
    /// The first day on which it exists; `None`: always.
    pub from: Option<Day>,
    /// The last day on which it exists; `None`: to this day.
    pub to: Option<Day>,
    /// What the register says besides, e.g. which unit took its place.
    pub note: Option<String>,
    pub place: Place,
}

/// The unit that another one belongs to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parent {
    /// As a message names it.
    pub name: String,
    pub key: UnitName,
    /// Where the register names parents by their codes: several may have one name.
    pub code: Option<String>,
}

impl Entry {
    pub fn is_in_force(&self, day: Day) -> bool {
        !self.has_ended(day) && !self.is_to_come(day)
    }

    pub fn has_ended(&self, day: Day) -> bool {
        self.to.is_some_and(|to| to < day)
    }

    pub fn is_to_come(&self, day: Day) -> bool {
        self.from.is_some_and(|from| day < from)
    }

    /// Whether there is a day on which both exist.
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_in_time = |from: Option<Day>, to: Option<Day>| match (from, to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        begins_in_time(self.from, other.to) && begins_in_time(other.from, self.to)
    }
}

/// Every unit, in the order of the file.
#[derive(Debug, Default)]
pub struct Register {
    /// The file, relative to the project.
    pub file: String,
    entries: Vec<Entry>,
    by_core: BTreeMap<String, Vec<usize>>,
    levels: BTreeSet<Level>,
    /// In the order of `by_core`; made when a name is looked for that is not there.
    outlines: OnceLock<Vec<Outline>>,
}

impl Register {
    pub fn new(file: impl Into<String>, entries: Vec<Entry>) -> Self {
        let mut by_core: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, entry) in entries.iter().enumerate() {
            by_core.entry(entry.key.core.clone()).or_default().push(at);
            if let Some(whole) = entry.key.whole_core() {
                by_core.entry(whole).or_default().push(at);
            }
        }
        let levels = entries.iter().filter_map(|entry| entry.kind).map(UnitKind::level).collect();
        Self { file: file.into(), entries, by_core, levels, outlines: OnceLock::new() }
    }

    pub fn entry(&self, at: usize) -> &Entry {
        &self.entries[at]
    }

    pub fn entries(&self) -> impl Iterator<Item = (usize, &Entry)> {
        self.entries.iter().enumerate()
    }

    /// Whether it keeps units of this level at all.
    pub fn keeps(&self, level: Level) -> bool {
        self.levels.contains(&level)
    }

    /// Whether it says what belongs to what.
    pub fn has_parents(&self) -> bool {
        self.entries.iter().any(|entry| entry.parent.is_some())
    }

    /// The entries that a name may mean, on whatever day; what stands behind the name is not looked at.
    pub fn named(&self, name: &UnitName) -> Vec<usize> {
        let bare = UnitName { remark: None, ..name.clone() };
        let cores = std::iter::once(name.core.clone()).chain(name.whole_core());
        let mut found: Vec<usize> =
            cores.filter_map(|core| self.by_core.get(&core)).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found.retain(|at| self.entries[*at].key.matches(&bare));
        found
    }

    /// The entry whose name is nearest to one that is in no register: two letters may be wrong, marks do not count.
    pub fn nearest(&self, name: &UnitName) -> Option<usize> {
        const MOST_WRONG: usize = 2;
        let outlines =
            self.outlines.get_or_init(|| self.by_core.keys().map(|core| Outline::of(core)).collect());
        let wanted = Outline::of(&name.core);
        // A wrong letter changes the length by one at most, and which letters there are by two.
        let is_like = |outline: &Outline| {
            outline.length.abs_diff(wanted.length) <= MOST_WRONG
                && (outline.letters ^ wanted.letters).count_ones() as usize <= 2 * MOST_WRONG
        };
        let like = self.by_core.iter().zip(outlines).filter(|(_, outline)| is_like(outline));
        let near = text::nearest(&name.core, like.map(|((core, _), _)| core.as_str()))?;
        let found = self.by_core.get(near)?;
        found.iter().copied().find(|at| self.entries[*at].kind == name.kind).or(found.first().copied())
    }
}

/// What can be compared at once: a register of a whole country is searched for every name that is misspelt.
#[derive(Debug)]
struct Outline {
    length: usize,
    /// A bit for every letter that occurs, without marks.
    letters: u64,
}

impl Outline {
    fn of(core: &str) -> Self {
        let plain = text::strip_marks(core);
        let letters = plain.chars().fold(0, |letters, c| letters | 1u64 << (u32::from(c) % u64::BITS));
        Self { length: plain.chars().count(), letters }
    }
}
