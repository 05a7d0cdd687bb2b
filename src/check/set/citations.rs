//! SET001: a document of the set that another one cites is cited with its own number, date, issuer and kind.
//!
//! A citation belongs to a document of the set only where that is sure: by number and symbol, or by symbol and date
//! where its subject or the words «kèm theo» speak for it too. Numbers begin anew each year, so an act of another year
//! is another act.

use super::likeness::{self, Likeness, body_words, may_be_one_body, subject_words};
use super::{date_place, name_of, short};
use crate::diag::{Finding, Place, rules};
use crate::model::card::{Card, Mention, Subject};

pub fn check(card: &Card, others: &[&Card], findings: &mut Vec<Finding>) {
    for mention in &card.mentions {
        let Some(document) = document_of(mention, card, others) else { continue };
        let differences = differences(mention, document);
        if differences.is_empty() {
            continue;
        }
        let said: Vec<String> = differences.iter().map(|one| one.said.clone()).collect();
        let where_ = if document.file == card.file { "văn bản này" } else { name_of(document) };
        let mut finding = Finding::new(
            &rules::CITED_DIFFERENTLY,
            differences[0].place.clone(),
            format!("{} được dẫn {}", quoted(mention), said.join("; ")),
        );
        for difference in &differences {
            finding = finding.also(document.place(difference.keys), format!("{where_} ghi ở đây"));
        }
        findings.push(finding.help(format!(
            "sửa câu dẫn cho khớp với {}; nếu {where_} mới là chỗ sai thì sửa ở đó",
            document.name()
        )));
    }
}

fn quoted(mention: &Mention) -> String {
    format!("«{}»", mention.name())
}

/// One detail that differs.
struct Difference {
    /// «với ngày …, văn bản ấy ghi ngày …».
    said: String,
    place: Place,
    keys: &'static [&'static str],
}

/// The document of the set, the citing one included, that a mention surely speaks of.
pub fn document_of<'c>(mention: &Mention, card: &'c Card, others: &[&'c Card]) -> Option<&'c Card> {
    let all = || std::iter::once(card).chain(others.iter().copied());
    let Some(number) = &mention.number else { return by_kind(mention, others) };
    let cited = Cited::of(&number.value)?;
    let named = || all().filter(|other| cited.is_number(other) && cited.is_symbol(other));
    let on_day = |other: &&Card| match (&mention.date, &other.date) {
        (Some(said), Some(own)) => said.value.agrees(&own.value),
        _ => true,
    };
    let exact = named().find(on_day).or_else(|| named().find(|other| is_of_time(mention, other)));
    exact.or_else(|| all().find(|other| is_meant(mention, &cited, other, other.file == card.file)))
}

/// A number and a symbol.
struct Cited<'t> {
    number: u32,
    symbol: &'t str,
}

impl<'t> Cited<'t> {
    fn of(text: &'t str) -> Option<Self> {
        let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let symbol = text[digits..]
            .strip_prefix('/')
            .filter(|symbol| !symbol.starts_with(|c: char| c.is_ascii_digit()))?;
        Some(Self { number: text[..digits].parse().ok()?, symbol })
    }

    fn is_number(&self, card: &Card) -> bool {
        card.number == Some(self.number)
    }

    fn is_symbol(&self, card: &Card) -> bool {
        !card.symbol.is_empty() && Mention::number_key(self.symbol) == Mention::number_key(&card.symbol)
    }
}

/// Whether a mention may be of the year in which the document is issued.
fn is_of_time(mention: &Mention, card: &Card) -> bool {
    let (Some(said), Some(own)) = (&mention.date, &card.date) else { return true };
    said.value.year() == own.value.year() || is_alike(mention, card)
}

fn is_alike(mention: &Mention, card: &Card) -> bool {
    likeness_of(mention, card).is_some_and(|likeness| likeness != Likeness::Far)
}

fn likeness_of(mention: &Mention, card: &Card) -> Option<Likeness> {
    mention.subject.as_ref().map(|said| likeness::of_subject(said, &subject_words(&card.subject)))
}

/// Whether a mention that differs in its number or symbol still means the document.
fn is_meant(mention: &Mention, cited: &Cited<'_>, card: &Card, is_own: bool) -> bool {
    if card.number.is_none() {
        return false;
    }
    let is_kind = mention.kind.as_ref() == Some(&card.kind_name);
    let same_day = match (&mention.date, &card.date) {
        (Some(said), Some(own)) => said.value == own.value,
        _ => false,
    };
    if cited.is_number(card) {
        return !cited.is_symbol(card) && is_kind && same_day;
    }
    let is_pointer = mention.before.trim_end().to_lowercase().ends_with("kèm theo");
    let says_nothing_else = !is_own
        && !matches!(&mention.subject, Some(Subject::Given(_)))
        && likeness_of(mention, card).is_none();
    let speaks_for_it = is_alike(mention, card) || is_own && is_pointer || says_nothing_else;
    let no_other_day = mention.date.is_none() && likeness_of(mention, card) == Some(Likeness::Same);
    cited.is_symbol(card) && is_kind && (same_day && speaks_for_it || no_other_day)
}

/// «Giám đốc Sở … tại Tờ trình ngày 08/01/2024»: the only document of that kind from that issuer in the set.
fn by_kind<'c>(mention: &Mention, others: &[&'c Card]) -> Option<&'c Card> {
    let kind = mention.kind.as_ref()?;
    let said = mention.date.as_ref()?;
    let before = body_words(&mention.before);
    let is_issuer = |card: &Card| {
        let issuer = body_words(&card.issuer);
        !issuer.is_empty()
            && (before.windows(issuer.len()).any(|words| words == issuer)
                || mention.issuer.as_ref().is_some_and(|said| body_words(&said.value) == issuer))
    };
    let mut meant = others.iter().filter(|card| card.kind_name == *kind && is_issuer(card));
    let (only, another) = (meant.next()?, meant.next());
    let own = only.date.as_ref()?;
    (another.is_none() && own.value.year() == said.value.year()).then_some(only)
}

fn differences(mention: &Mention, card: &Card) -> Vec<Difference> {
    let mut found = Vec::new();
    let at_number =
        || mention.number.as_ref().map_or_else(|| mention.place.clone(), |number| number.place.clone());
    if let Some(cited) = mention.number.as_ref().and_then(|number| Cited::of(&number.value)) {
        if !cited.is_number(card) || !cited.is_symbol(card) {
            found.push(Difference {
                said: format!("với số, ký hiệu khác: văn bản ấy là «{}»", card.name()),
                place: at_number(),
                keys: if cited.is_number(card) { &["viet_tat", "so"] } else { &["so"] },
            });
        }
        if mention.kind.as_ref().is_some_and(|kind| *kind != card.kind_name) && !card.kind_name.is_empty() {
            found.push(Difference {
                said: format!("với tên loại khác: văn bản ấy là «{}»", card.name()),
                place: at_number(),
                keys: &["so"],
            });
        }
    }
    if let (Some(said), Some(own)) = (&mention.date, &card.date)
        && !said.value.agrees(&own.value)
    {
        found.push(Difference {
            said: format!("với ngày {}, văn bản ấy ghi ngày {}", short(&said.value), short(&own.value)),
            place: date_place(mention),
            keys: &["ngay"],
        });
    }
    if let Some(issuer) = &mention.issuer
        && !may_be_one_body(&issuer.value, &card.issuer)
    {
        found.push(Difference {
            said: format!("là của «{}», cơ quan ban hành văn bản ấy là «{}»", issuer.value, card.issuer),
            place: issuer.place.clone(),
            keys: &["co_quan"],
        });
    }
    if let (Some(Subject::Given(said) | Subject::Follows(said)), Some(Likeness::Near)) =
        (&mention.subject, likeness_of(mention, card))
    {
        found.push(Difference {
            said: format!("với trích yếu khác: văn bản ấy ghi «{}»", card.subject),
            place: said.place.clone(),
            keys: &["trich_yeu"],
        });
    }
    found
}
