//! The acts that a document names: its legal bases, and citations in its text with the details that stand beside them.

use super::clause;
use crate::check::cited::{self, Cited};
use crate::check::passages::{Part, Passage};
use crate::diag::Located;
use crate::model::card::{Mention, Subject};
use crate::model::document::{Basis, Expanded};
use crate::model::norm::Norm;
use crate::model::text::words;
use crate::vietnamese::date::in_text::{self, Written};
use crate::vietnamese::tokens::keys;

/// Every act that the document names, the legal bases first.
pub fn of(expanded: &Expanded, passages: &[Passage<'_>], norm: &Norm) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = expanded.document.bases.iter().filter_map(given).collect();
    let numbered: Vec<&str> = norm.texts(&["vien_dan", "loai_co_so"]).collect();
    let laws: Vec<&str> = norm.texts(&["vien_dan", "loai_khong_so"]).collect();
    for passage in passages {
        if matches!(passage.part, Part::Basis | Part::Subject | Part::Title | Part::Body) {
            Reader { expanded, passage, dates: in_text::find(&passage.text) }.read(
                &numbered,
                &laws,
                &mut mentions,
            );
        }
    }
    mentions
}

/// A basis whose parts are written under keys of their own.
fn given(basis: &Basis<Vec<crate::model::text::Run>>) -> Option<Mention> {
    let Basis::Act { kind, number, issuer, date, subject, places } = basis else { return None };
    let located = |value: &String, place: &Option<crate::diag::Place>| Located {
        value: value.clone(),
        place: place.clone().unwrap_or_else(|| places.whole.clone()),
    };
    let subject = Located { value: words(subject), place: places.subject.clone() };
    Some(Mention {
        key: number.as_deref().map_or_else(|| law_key(kind, &subject.value), Mention::number_key),
        kind: Some(kind.clone()),
        number: number.as_ref().map(|number| located(number, &places.number)),
        date: date.map(|value| Located {
            value,
            place: places.date.clone().unwrap_or_else(|| places.whole.clone()),
        }),
        issuer: issuer.as_ref().map(|issuer| located(issuer, &places.issuer)),
        place: places.number.clone().unwrap_or_else(|| places.subject.clone()),
        subject: Some(Subject::Given(subject)),
        is_basis: true,
        before: String::new(),
    })
}

struct Reader<'p> {
    expanded: &'p Expanded,
    passage: &'p Passage<'p>,
    dates: Vec<Written>,
}

impl Reader<'_> {
    fn read(&self, numbered: &[&str], laws: &[&str], mentions: &mut Vec<Mention>) {
        let text = self.passage.text.as_str();
        let cited = cited::find(text, numbered);
        for (nth, act) in cited.iter().enumerate() {
            let next = cited.get(nth + 1).map_or(text.len(), |next| next.start);
            mentions.push(self.numbered(act, nth.checked_sub(1).map(|nth| cited[nth].end()), next));
        }
        for date in &self.dates {
            mentions.extend(self.without_number(date, numbered));
        }
        if self.passage.part == Part::Basis {
            mentions.extend(self.law(laws));
        }
    }

    fn located<T>(&self, value: T, at: usize, part: &str) -> Located<T> {
        Located { value, place: self.passage.place(self.expanded, at, part) }
    }

    fn date(&self, written: &Written) -> Located<crate::vietnamese::date::IssueDate> {
        self.located(written.date, written.start, &self.passage.text[written.start..written.end])
    }

    fn numbered(&self, act: &Cited<'_>, before: Option<usize>, next: usize) -> Mention {
        let text = self.passage.text.as_str();
        let (start, end) = clause(text, act.number_at);
        let end = end.max(act.end()).min(next.max(act.end()));
        let mut rest = act.end();
        let mut date = None;
        // «năm 2024/NĐ-CP» belongs to the number of the next act.
        if let Some(written) = self.dates.iter().find(|date| date.start >= rest && date.end <= end)
            && text[rest..written.start].trim() == "ngày"
        {
            rest = written.end;
            date = Some(self.date(written));
        } else if before.is_none_or(|before| before < start) {
            date = self.opening_date(start, act.start);
        }
        let (issuer, rest) = self.issuer(rest, end);
        let follows = text[rest..end].trim_start();
        let follows_at = end - follows.len();
        let has_words = follows.starts_with(char::is_alphabetic) || follows.starts_with(['«', '“', '"']);
        Mention {
            key: Mention::number_key(act.number),
            kind: act.kind.map(|(kind, _)| kind.to_owned()),
            number: Some(self.located(act.number.to_owned(), act.number_at, act.number)),
            date,
            issuer,
            subject: has_words
                .then(|| Subject::Follows(self.located(follows.to_owned(), follows_at, first_word(follows)))),
            is_basis: self.passage.part == Part::Basis,
            before: text[start..act.start].to_owned(),
            place: self.passage.place(self.expanded, act.number_at, act.number),
        }
    }

    /// «Ngày 15/3/2023, Ủy ban nhân dân tỉnh ban hành Kế hoạch số …».
    fn opening_date(&self, start: usize, act: usize) -> Option<Located<crate::vietnamese::date::IssueDate>> {
        let text = self.passage.text.as_str();
        let sentence = &text[start..act];
        let is_issued = [" ban hành ", " đã ban hành ", " ký "].iter().any(|verb| sentence.contains(verb));
        let mut within = self.dates.iter().filter(|date| (start..act).contains(&date.start));
        let (first, another) = (within.next()?, within.next());
        let opens = matches!(text[start..first.start].trim(), "Ngày" | "ngày");
        (opens && is_issued && another.is_none()).then(|| self.date(first))
    }

    /// «của Ủy ban nhân dân tỉnh» and where the words behind it begin.
    fn issuer(&self, from: usize, end: usize) -> (Option<Located<String>>, usize) {
        /// What begins a subject: no body's name holds these words in small letters.
        const STOPS: [&str; 26] = [
            "về", "quy", "phê", "sửa", "hướng", "giao", "thực", "triển", "ngày", "tại", "là", "để", "theo",
            "có", "được", "đã", "khóa", "điều", "công", "bãi", "kèm", "trong", "với", "cho", "do", "tiếp",
        ];
        const MOST: usize = 14;
        let text = &self.passage.text[from..end];
        let Some(rest) = text.trim_start().strip_prefix("của ") else { return (None, from) };
        let begins = from + text.len() - rest.len();
        let mut length = 0;
        for (nth, word) in rest.split_inclusive(' ').enumerate() {
            let bare = word.trim_end();
            // «Ủy ban» is a name, «ban hành» begins a subject.
            let is_issued = bare == "ban" && rest[length + word.len()..].starts_with("hành");
            if is_issued || STOPS.contains(&bare) || nth == MOST {
                break;
            }
            length += word.len();
            if bare.ends_with([',', ':', ')', '.', '»', '”']) {
                break;
            }
        }
        let name = rest[..length].trim_end_matches(|c: char| !c.is_alphanumeric());
        if !name.starts_with(char::is_uppercase) {
            return (None, from);
        }
        (Some(self.located(name.to_owned(), begins, name)), begins + name.len())
    }

    /// «Giám đốc Sở … tại Tờ trình ngày 08 tháng 01 năm 2024».
    fn without_number(&self, date: &Written, kinds: &[&str]) -> Option<Mention> {
        let text = self.passage.text.as_str();
        let before = text[..date.start].trim_end().strip_suffix("ngày")?.trim_end();
        let kind = kinds.iter().find_map(|kind| Some((*kind, cited::ends_with(before, kind)?)))?;
        if !kind.1.starts_with(char::is_uppercase) {
            return None;
        }
        let at = before.len() - kind.1.len();
        let (start, end) = clause(text, at);
        let (issuer, _) = self.issuer(date.end, end.max(date.end));
        Some(Mention {
            key: String::new(),
            kind: Some(kind.0.to_owned()),
            number: None,
            date: Some(self.date(date)),
            issuer,
            subject: None,
            is_basis: self.passage.part == Part::Basis,
            before: text[start..at].to_owned(),
            place: self.passage.place(self.expanded, at, kind.1),
        })
    }

    /// «Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015».
    fn law(&self, kinds: &[&str]) -> Option<Mention> {
        let text = self.passage.text.as_str();
        let opening = text.strip_prefix("Căn cứ ").unwrap_or(text);
        let (kind, rest) = kinds
            .iter()
            .find_map(|kind| Some((*kind, opening.strip_prefix(kind)?.strip_prefix(char::is_whitespace)?)))?;
        let begins = text.len() - opening.len();
        let name = text.len() - rest.len();
        let written = self.dates.first();
        let ends = written.map_or(text.len(), |date| date.start);
        let subject =
            text[name..ends].trim_end().trim_end_matches("ngày").trim_end_matches([' ', ';', '.', ',']);
        if subject.contains('/') {
            return None;
        }
        Some(Mention {
            key: law_key(kind, subject),
            kind: Some(kind.to_owned()),
            number: None,
            date: written.map(|date| self.date(date)),
            issuer: None,
            subject: Some(Subject::Given(self.located(subject.to_owned(), name, subject))),
            is_basis: true,
            before: String::new(),
            place: self.passage.place(self.expanded, begins, kind),
        })
    }
}

/// A law is known by its name.
fn law_key(kind: &str, name: &str) -> String {
    format!("{} {}", kind.to_lowercase(), keys(name).join(" "))
}

fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}
