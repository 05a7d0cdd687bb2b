//! Which registered unit a row is on a document's date.

use super::{AtDate, Named, Roll};
use crate::diag::{Findings, rules};
use crate::model::register::{Entry, Parent};
use crate::vietnamese::date::{self, Day, IssueDate, ShortDate};
use crate::vietnamese::unit_name::{Age, UnitName};

/// What a row is on a day.
#[derive(Clone, Copy, Default)]
pub struct Unit {
    /// The entry that is meant, in force or not.
    pub entry: Option<usize>,
    /// Whether the row stands for a unit of that day: named without «(cũ)», and in force.
    pub counts: bool,
}

impl Roll<'_> {
    /// The unit of every row on a day; what is wrong with it is reported.
    pub fn resolved(&self, at: &AtDate, findings: &mut Findings) -> Vec<Unit> {
        let mut units = vec![Unit::default(); self.rows.len()];
        let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
        for (row, named) in self.rows.iter().enumerate() {
            let (possible, counts) = self.possible(named, at);
            match possible.as_slice() {
                [] if !named.entries.is_empty() => self.not_in_force(named, at, &mut units[row], findings),
                [] => {}
                [only] => units[row] = Unit { entry: Some(*only), counts },
                _ => open.push((row, possible)),
            }
        }
        // First what the sheet says of each, then what the other rows say.
        for (row, possible) in &open {
            if let [only] = self.said_of(&self.rows[*row], possible).as_slice() {
                units[*row] = Unit { entry: Some(*only), counts: !self.rows[*row].name.is_former() };
            }
        }
        let known = units.clone();
        for (row, possible) in open {
            if units[row].entry.is_some() {
                continue;
            }
            let possible = self.said_of(&self.rows[row], &possible);
            match self.fitting(row, &possible, &known).as_slice() {
                [only] => units[row] = Unit { entry: Some(*only), counts: !self.rows[row].name.is_former() },
                several => self.ambiguous(&self.rows[row], several, findings),
            }
        }
        units
    }

    /// The entries that a name can mean on the day: those in force, of a unit marked «(cũ)» those that have ended.
    fn possible(&self, named: &Named, at: &AtDate) -> (Vec<usize>, bool) {
        let of = |fits: &dyn Fn(&Entry) -> bool| -> Vec<usize> {
            named.entries.iter().copied().filter(|entry| fits(self.register.entry(*entry))).collect()
        };
        match named.name.age {
            Age::Former => (of(&|entry| entry.has_ended(at.day)), false),
            Age::Unsaid | Age::New => (of(&|entry| entry.is_in_force(at.day)), true),
        }
    }

    /// Reports a name whose unit is not there on the day.
    fn not_in_force(&self, named: &Named, at: &AtDate, unit: &mut Unit, findings: &mut Findings) {
        let name = self.label(named.row);
        let entries = || named.entries.iter().map(|entry| (*entry, self.register.entry(*entry)));
        let ended = entries().filter(|(_, entry)| entry.has_ended(at.day)).max_by_key(|(_, entry)| entry.to);
        let to_come =
            entries().filter(|(_, entry)| entry.is_to_come(at.day)).min_by_key(|(_, entry)| entry.from);
        if named.name.is_former() {
            let message = format!(
                "«{name}» ghi là đơn vị cũ, nhưng danh mục không có đơn vị nào tên này đã hết hiệu lực trước {}",
                at.words
            );
            let finding = self.finding(&rules::UNKNOWN_UNIT, named.row, message);
            findings.add(match entries().next() {
                Some((_, entry)) => finding
                    .also(entry.place.clone(), "đơn vị cùng tên trong danh mục")
                    .help("bỏ chữ «cũ», hoặc ghi ngày hết hiệu lực của đơn vị vào danh mục"),
                None => finding,
            });
            return;
        }
        match (ended, to_come) {
            (Some((at_entry, entry)), later) => {
                unit.entry = Some(at_entry);
                let last = entry.to.map(short).unwrap_or_default();
                let message = format!("«{name}» chỉ có hiệu lực đến hết ngày {last}, trước {}", at.words);
                let mut finding = self
                    .finding(&rules::ENDED_UNIT, named.row, message)
                    .also(entry.place.clone(), "đơn vị trong danh mục");
                if let Some(note) = &entry.note {
                    finding = finding.note(format!("danh mục ghi: {note}"));
                }
                if let Some((_, later)) = later {
                    let from = later.from.map(short).unwrap_or_default();
                    finding = finding.note(format!("danh mục có «{}» từ ngày {from}", later.name));
                }
                findings
                    .add(finding.help("ghi đơn vị mới; nói về đơn vị trước sắp xếp thì ghi «(cũ)» sau tên"));
            }
            (None, Some((at_entry, entry))) => {
                unit.entry = Some(at_entry);
                let from = entry.from.map(short).unwrap_or_default();
                let message = format!("«{name}» có hiệu lực từ ngày {from}, sau {}", at.words);
                findings.add(
                    self.finding(&rules::FUTURE_UNIT, named.row, message)
                        .also(entry.place.clone(), "đơn vị trong danh mục")
                        .help("xem lại «ngay» của văn bản, tên đơn vị và ngày hiệu lực trong danh mục"),
                );
            }
            (None, None) => {}
        }
    }

    /// Of several entries those that the row itself speaks for: by «(huyện …)» behind its name, by the groups above it.
    fn said_of(&self, named: &Named, possible: &[usize]) -> Vec<usize> {
        let mut left = possible.to_vec();
        if let Some(remark) = &named.name.remark {
            left = narrowed(left, |entry| self.parent(entry).is_some_and(|parent| names(remark, parent)));
        }
        for group in self.groups_above(named.row) {
            let group = UnitName::parse(self.label(group));
            left =
                narrowed(left, |entry| self.parent(entry).is_some_and(|parent| parent.key.matches(&group)));
        }
        left
    }

    /// Of several entries those that fit the rows that are known: of their parent, of their kind, and not one of them.
    fn fitting(&self, row: usize, possible: &[usize], known: &[Unit]) -> Vec<usize> {
        let entries = |is_meant: &dyn Fn(&Named) -> bool| -> Vec<usize> {
            let meant = self.rows.iter().zip(known).filter(|(named, _)| is_meant(named));
            meant.filter_map(|(_, unit)| unit.entry).collect()
        };
        let mut left = possible.to_vec();
        let group = self.rows[row].group;
        for neighbours in [entries(&|named| named.group == group), entries(&|_| true)] {
            if let Some(parent) = self.common_parent(&neighbours) {
                left = narrowed(left, |entry| self.parent(entry) == Some(parent));
            }
        }
        let all = entries(&|_| true);
        left = narrowed(left, |entry| !all.contains(&entry));
        if self.rows[row].name.kind.is_none() {
            let is_usual = |entry: usize| all.iter().any(|other| self.kind(*other) == self.kind(entry));
            left = narrowed(left, is_usual);
        }
        left
    }

    fn ambiguous(&self, named: &Named, possible: &[usize], findings: &mut Findings) {
        let name = self.label(named.row);
        let words: Vec<String> = possible
            .iter()
            .map(|entry| match self.parent(*entry) {
                Some(parent) => format!("«{}» thuộc «{}»", self.register.entry(*entry).name, parent.name),
                None => format!("«{}»", self.register.entry(*entry).name),
            })
            .collect();
        let message =
            format!("«{name}» là tên của {} đơn vị trong danh mục: {}", possible.len(), words.join(", "));
        let mut finding = self.finding(&rules::AMBIGUOUS_UNIT, named.row, message);
        const SHOWN: usize = 3;
        for entry in possible.iter().take(SHOWN) {
            finding = finding.also(self.register.entry(*entry).place.clone(), "đơn vị trong danh mục");
        }
        let example = possible.iter().find_map(|entry| self.parent(*entry));
        findings.add(
            finding.help(match example {
                Some(parent) => format!(
                    "ghi cấp trên sau tên, ví dụ «{name} ({})», hoặc xếp dòng vào nhóm mang tên cấp trên",
                    crate::vietnamese::text::lower_first(&parent.name)
                ),
                None => {
                    "ghi đủ «xã», «phường», «thị trấn» trước tên; danh mục thì ghi cấp trên của từng đơn vị"
                        .to_owned()
                }
            }),
        );
    }

    pub fn parent(&self, entry: usize) -> Option<&Parent> {
        self.register.entry(entry).parent.as_ref()
    }

    fn kind(&self, entry: usize) -> Option<crate::vietnamese::unit_name::UnitKind> {
        self.register.entry(entry).kind
    }

    /// The parent that all of some entries have.
    fn common_parent(&self, entries: &[usize]) -> Option<&Parent> {
        let (first, rest) = entries.split_first()?;
        let parent = self.parent(*first)?;
        rest.iter().all(|entry| self.parent(*entry) == Some(parent)).then_some(parent)
    }

    /// The group rows that a row lies in, the innermost first.
    fn groups_above(&self, row: usize) -> Vec<usize> {
        use crate::model::table::RowKind;
        let mut above = usize::MAX;
        let mut groups = Vec::new();
        for at in (0..row).rev() {
            if let RowKind::Group { level } = self.table.rows[at].kind
                && level < above
            {
                groups.push(at);
                above = level;
            }
        }
        groups
    }
}

/// Whether words behind a name are those of a parent: «huyện Krông Búk», «thuộc huyện Krông Búk».
fn names(remark: &str, parent: &Parent) -> bool {
    let remark = remark.strip_prefix("thuộc ").unwrap_or(remark);
    UnitName::parse(remark).matches(&parent.key)
}

/// What is left of some entries, or all of them where nothing would be.
fn narrowed(entries: Vec<usize>, fits: impl Fn(usize) -> bool) -> Vec<usize> {
    let left: Vec<usize> = entries.iter().copied().filter(|entry| fits(*entry)).collect();
    if left.is_empty() { entries } else { left }
}

fn short(day: Day) -> String {
    date::short(&IssueDate::Day(day), ShortDate::Decree)
}
