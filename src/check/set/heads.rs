//! SET004: what the heads and feet of the set say of one issuer and one post is the same, and a tờ trình names the
//! document that it submits as that document names itself.

use super::likeness::{self, Likeness, body_words, subject_words};
use super::name_of;
use crate::diag::{Finding, rules};
use crate::model::card::Card;
use crate::vietnamese::text::{fold, strip_marks};

const SUBMISSION: &str = "to-trinh";
/// The kinds that a submission may submit.
const SUBMITTED: [&str; 3] = ["quyet-dinh", "nghi-quyet", "ke-hoach"];
/// Within so many days a post has one holder.
const DAYS: i32 = 60;

pub fn check(card: &Card, others: &[&Card], findings: &mut Vec<Finding>) {
    let kin = others.iter().filter(|other| fold(&other.abbreviation) == fold(&card.abbreviation));
    let kin: Vec<&Card> = kin.copied().collect();
    let is_issuer = |other: &Card| body_words(&card.issuer) == body_words(&other.issuer);
    let is_place = |other: &Card| fold(&card.place_name) == fold(&other.place_name);
    told(card, &kin, &ISSUER, findings, |other| {
        let is_same = is_issuer(other);
        (is_same || is_place(other) && is_slip(&card.issuer, &other.issuer)).then_some(is_same)
    });
    told(card, &kin, &PLACE, findings, |other| is_issuer(other).then(|| is_place(other)));
    told(card, &kin, &PARENT, findings, |other| {
        let (own, theirs) = (card.parent.as_ref()?, other.parent.as_ref()?);
        is_issuer(other).then(|| body_words(own) == body_words(theirs))
    });
    signatories(card, others, findings);
    others.iter().for_each(|other| submitted(card, other, findings));
}

/// A part of the head that all documents of one issuer share.
struct Detail {
    key: &'static str,
    what: &'static str,
    of: fn(&Card) -> Option<&str>,
}

const ISSUER: Detail =
    Detail { key: "co_quan", what: "cơ quan ban hành", of: |card| Some(card.issuer.as_str()) };
const PLACE: Detail =
    Detail { key: "dia_danh", what: "địa danh", of: |card| Some(card.place_name.as_str()) };
const PARENT: Detail =
    Detail { key: "co_quan_chu_quan", what: "cơ quan chủ quản", of: |card| card.parent.as_deref() };

/// Adds one finding where a document differs from others of its issuer and they are not the fewer; `agrees` tells which
/// others are to be compared with, and whether they agree.
fn told(
    card: &Card,
    others: &[&Card],
    detail: &Detail,
    findings: &mut Vec<Finding>,
    agrees: impl Fn(&Card) -> Option<bool>,
) {
    let (mut support, mut against) = (1, Vec::new());
    for other in others {
        match agrees(other) {
            Some(true) => support += 1,
            Some(false) => against.push(*other),
            None => {}
        }
    }
    let Some(first) = against.first().filter(|_| against.len() >= support) else { return };
    let (own, theirs) = ((detail.of)(card).unwrap_or_default(), (detail.of)(first).unwrap_or_default());
    let message = format!("{} ở đây ghi «{own}», ở {} ghi «{theirs}»", detail.what, name_of(first));
    let key = detail.key;
    let help =
        format!("viết một kiểu trong cả bộ; ghi `{key}` một lần ở ho-so.yaml cho các văn bản cùng cơ quan");
    findings.push(differs(card, &against, key, message).help(help));
}

/// A finding at the key of this document, with those of the others beside.
fn differs(card: &Card, against: &[&Card], key: &'static str, message: String) -> Finding {
    const SHOWN: usize = 3;
    let mut finding = Finding::new(&rules::HEADS_DIFFER, card.place(&[key]), message);
    let mut shown = Vec::new();
    for other in against {
        let place = other.place(&[key]);
        if shown.len() < SHOWN && !shown.contains(&place) {
            finding = finding.also(place.clone(), format!("{} ghi ở đây", name_of(other)));
            shown.push(place);
        }
    }
    finding
}

/// Whether two names differ in marks only, or in one letter.
fn is_slip(one: &str, other: &str) -> bool {
    let plain = |text: &str| fold(&strip_marks(text));
    let (one, other) = (plain(one), plain(other));
    if one == other {
        return true;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let front = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let back = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let longest = one.len().max(other.len());
    one.len().abs_diff(other.len()) <= 1 && front + back + 1 >= longest
}

/// The holder of a post that only one person can hold: a deputy's post has several.
fn signatories(card: &Card, others: &[&Card], findings: &mut Vec<Finding>) {
    for (post, name) in card.signatories.iter().filter_map(holder) {
        let mut support = 1;
        let mut against: Vec<(&Card, &str)> = Vec::new();
        for other in others {
            if body_words(&card.issuer) != body_words(&other.issuer) || !is_of_one_time(card, other) {
                continue;
            }
            let holders = other.signatories.iter().filter_map(holder);
            for (_, other_name) in holders.filter(|(other_post, _)| fold(other_post) == fold(post)) {
                if fold(other_name) == fold(name) {
                    support += 1;
                } else {
                    against.push((*other, other_name));
                }
            }
        }
        let first = against.first().filter(|_| against.len() >= support);
        let Some((first, other_name)) = first else { continue };
        let message = format!(
            "người ký với chức vụ «{post}» ở đây ghi «{name}», ở {} ghi «{other_name}»",
            name_of(first)
        );
        let cards: Vec<&Card> = against.iter().map(|(card, _)| *card).collect();
        findings.push(
            differs(card, &cards, "nguoi_ky", message)
                .help("xem lại họ tên; nếu chức vụ đổi người giữa hai văn bản thì bỏ qua có lý do"),
        );
    }
}

fn holder(signatory: &crate::model::document::Signatory) -> Option<(&str, &str)> {
    /// Posts of a meeting or of one side of an agreement.
    const SEVERAL: [&str; 4] = ["phó", "thư ký", "chủ tọa", "ủy viên"];
    let post = signatory.lines.last()?;
    let name = signatory.name.as_deref().filter(|name| !name.trim().is_empty())?;
    let is_deputy = signatory.lines.iter().any(|line| line.trim_start().starts_with("KT."));
    let folded = fold(post);
    let is_one_of_several = SEVERAL.iter().any(|word| folded.starts_with(&fold(word)));
    (!is_deputy && !is_one_of_several).then_some((post.as_str(), name))
}

fn is_of_one_time(card: &Card, other: &Card) -> bool {
    match (&card.date, &other.date) {
        (Some(own), Some(theirs)) => {
            let days = (own.value.first_day() - theirs.value.first_day()).get_days();
            days.abs() <= DAYS
        }
        _ => card.year == other.year,
    }
}

/// A tờ trình and the document that it submits: a word or two in which their subjects differ are a slip.
fn submitted(card: &Card, other: &Card, findings: &mut Vec<Finding>) {
    let is_pair = |one: &Card, two: &Card| one.kind == SUBMISSION && SUBMITTED.contains(&two.kind.as_str());
    if !is_pair(card, other) && !is_pair(other, card) || card.issuer == other.issuer {
        return;
    }
    let (own, theirs) = (bare_subject(card), bare_subject(other));
    if likeness::of_words(&own, &theirs) == Likeness::Near {
        let name = name_of(other);
        findings.push(
            Finding::new(
                &rules::HEADS_DIFFER,
                card.place(&["trich_yeu"]),
                format!("trích yếu ở đây ghi «{}», ở {name} ghi «{}»", card.subject, other.subject),
            )
            .also(other.place(&["trich_yeu"]), format!("{name} ghi ở đây"))
            .help("tờ trình gọi văn bản được trình đúng như văn bản ấy tự gọi: sửa một trong hai trích yếu"),
        );
    }
}

/// The subject without «ban hành Quyết định».
fn bare_subject(card: &Card) -> Vec<String> {
    const OPENINGS: [&[&str]; 5] =
        [&["ban", "hành"], &["quyết", "định"], &["nghị", "quyết"], &["kế", "hoạch"], &["về", "việc"]];
    let mut words = subject_words(&card.subject);
    while let Some(opening) =
        OPENINGS.iter().find(|opening| words.iter().take(opening.len()).eq(opening.iter()))
    {
        words.drain(..opening.len());
    }
    words
}
