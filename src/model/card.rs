//! A document's card: the few facts about it by which the documents of one dossier are compared with each other.

use std::collections::BTreeMap;

use super::document::Signatory;
use crate::diag::{Located, Place};
use crate::vietnamese::date::IssueDate;
use crate::vietnamese::tokens::is_dash;

/// One document of a dossier.
#[derive(Debug, Clone)]
pub struct Card {
    /// The YAML file, relative to the project.
    pub file: String,
    /// The kind's id, e.g. `ke-hoach`, and what it is called: «Kế hoạch».
    pub kind: String,
    pub kind_name: String,
    /// «KH-UBND».
    pub symbol: String,
    /// Blank until the registry gives one.
    pub number: Option<u32>,
    pub date: Option<Located<IssueDate>>,
    pub year: i16,
    /// On one line, as the head prints it.
    pub issuer: String,
    pub parent: Option<String>,
    pub abbreviation: String,
    pub place_name: String,
    pub subject: String,
    pub signatories: Vec<Signatory>,
    /// The acts that its text cites and its legal bases name, in reading order.
    pub mentions: Vec<Mention>,
    pub deadlines: Vec<Deadline>,
    pub meetings: Vec<Meeting>,
    /// Where the values of its head stand, by key.
    pub keys: BTreeMap<String, Place>,
}

/// One mention of an act.
#[derive(Debug, Clone)]
pub struct Mention {
    /// What two mentions of one act share: its number and symbol, or the name of a law; empty where neither is known.
    pub key: String,
    /// As the list of kinds writes it: «Kế hoạch».
    pub kind: Option<String>,
    /// Number and symbol as typed; a law has none, nor has «Tờ trình ngày 08/01/2024».
    pub number: Option<Located<String>>,
    pub date: Option<Located<IssueDate>>,
    pub issuer: Option<Located<String>>,
    pub subject: Option<Subject>,
    /// Whether it is a legal basis, or stands in one.
    pub is_basis: bool,
    /// The words of its sentence before it: who proposes, what is attached to what.
    pub before: String,
    pub place: Place,
}

/// What an act is about.
#[derive(Debug, Clone)]
pub enum Subject {
    /// The clerk gives it as such.
    Given(Located<String>),
    /// The words that follow in running text: its subject may begin them, or nothing of it.
    Follows(Located<String>),
}

/// A sentence that sets a day for a task.
#[derive(Debug, Clone)]
pub struct Deadline {
    pub limit: Limit,
    pub date: Located<IssueDate>,
    /// The cells that the date was read from, where it is a figure.
    pub sources: Vec<Place>,
    /// The words of the task in order, without those that any task has.
    pub words: Vec<String>,
    /// The numbers among its words: «quý 1», «đợt 2».
    pub numbers: Vec<String>,
    /// The task as written, for messages.
    pub task: String,
}

/// A day that a document gives to a meeting.
#[derive(Debug, Clone)]
pub struct Meeting {
    pub kind: MeetingKind,
    pub date: Located<IssueDate>,
    /// Whether the document is the meeting's own, its invitation or minutes, and does not only speak of it.
    pub is_own: bool,
}

/// What the meeting is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingKind {
    /// «Cuộc họp».
    Meeting,
    /// «Hội nghị».
    Conference,
}

/// What the day is to the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// «trước ngày», «chậm nhất ngày»: to be done by then.
    Due,
    /// «đến hết ngày»: holds until then.
    Until,
}

impl Card {
    /// Where the first of these keys stands that is written, else the document's file.
    pub fn place(&self, keys: &[&str]) -> Place {
        let place = keys.iter().find_map(|key| self.keys.get(*key).cloned());
        place.unwrap_or_else(|| Place::file(self.file.as_str()))
    }

    /// «Kế hoạch số 147/KH-UBND», or «Kế hoạch» while it has no number.
    pub fn name(&self) -> String {
        match self.number {
            Some(number) => format!("{} số {number:02}/{}", self.kind_name, self.symbol),
            None => self.kind_name.clone(),
        }
    }

    /// The first and the last day on which it may be issued.
    pub fn days(&self) -> (crate::vietnamese::date::Day, crate::vietnamese::date::Day) {
        match &self.date {
            Some(date) => (date.value.first_day(), date.value.last_day()),
            None => {
                let first = IssueDate::of_year(self.year.max(1)).first_day();
                (first, first.last_of_year())
            }
        }
    }
}

impl Mention {
    /// A number and symbol in the form in which two writings of it are equal: «05/NQ-HĐND» is «5/NQ–HĐND».
    pub fn number_key(number: &str) -> String {
        let plain: String =
            number.trim_start_matches('0').chars().map(|c| if is_dash(c) { '-' } else { c }).collect();
        plain.to_lowercase()
    }

    /// Whether the number names its year, so that no other act of another year has it.
    pub fn has_year(&self) -> bool {
        self.year_of_number().is_some()
    }

    /// 2021 of «07/2021/NĐ-CP».
    pub fn year_of_number(&self) -> Option<i16> {
        let year = self.number.as_ref()?.value.split('/').nth(1)?;
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        is_year.then(|| year.parse().ok())?
    }

    /// «Kế hoạch số 147/KH-UBND», «Luật Lưu trữ», «Tờ trình».
    pub fn name(&self) -> String {
        let kind = self.kind.as_deref().unwrap_or_default();
        match (&self.number, &self.subject) {
            (Some(number), _) if kind.is_empty() => number.value.clone(),
            (Some(number), _) => format!("{kind} số {}", number.value),
            (None, Some(Subject::Given(subject))) => format!("{kind} {}", subject.value),
            (None, _) => kind.to_owned(),
        }
    }
}
