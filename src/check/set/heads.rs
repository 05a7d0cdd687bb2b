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
    for other in others {
        issuer(card, other, findings);
        signatory(card, other, findings);
        submitted(card, other, findings);
    }
}

/// Two writings of one issuer: the same abbreviation and two of its other details, and the third nearly the same.
fn issuer(card: &Card, other: &Card, findings: &mut Vec<Finding>) {
    if fold(&card.abbreviation) != fold(&other.abbreviation) {
        return;
    }
    let same_issuer = body_words(&card.issuer) == body_words(&other.issuer);
    let same_place = fold(&card.place_name) == fold(&other.place_name);
    if !same_issuer && same_place && is_slip(&card.issuer, &other.issuer) {
        findings.push(differs(card, other, "co_quan", "cơ quan ban hành", &card.issuer, &other.issuer));
    }
    if same_issuer && !same_place {
        findings.push(differs(card, other, "dia_danh", "địa danh", &card.place_name, &other.place_name));
    }
    if let (true, Some(own), Some(theirs)) = (same_issuer, &card.parent, &other.parent)
        && body_words(own) != body_words(theirs)
    {
        findings.push(differs(card, other, "co_quan_chu_quan", "cơ quan chủ quản", own, theirs));
    }
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

fn differs(card: &Card, other: &Card, key: &'static str, what: &str, own: &str, theirs: &str) -> Finding {
    let name = name_of(other);
    Finding::new(
        &rules::HEADS_DIFFER,
        card.place(&[key]),
        format!("{what} ở đây ghi «{own}», ở {name} ghi «{theirs}»"),
    )
    .also(other.place(&[key]), format!("{name} ghi ở đây"))
    .help(format!("viết một kiểu trong cả bộ; ghi `{key}` một lần ở ho-so.yaml cho các văn bản cùng cơ quan"))
}

/// The holder of a post that only one person can hold: a deputy's post has several.
fn signatory(card: &Card, other: &Card, findings: &mut Vec<Finding>) {
    if body_words(&card.issuer) != body_words(&other.issuer) || !is_of_one_time(card, other) {
        return;
    }
    for own in &card.signatories {
        let Some((post, name)) = holder(own) else { continue };
        let rival = other.signatories.iter().filter_map(holder).find(|(other_post, other_name)| {
            fold(other_post) == fold(post) && fold(other_name) != fold(name)
        });
        if let Some((_, other_name)) = rival {
            let what = format!("người ký với chức vụ «{post}»");
            let finding = differs(card, other, "nguoi_ky", &what, name, other_name);
            findings.push(finding.help("xem lại họ tên; nếu chức vụ đổi người giữa hai văn bản thì bỏ qua có lý do"));
        }
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
    while let Some(opening) = OPENINGS.iter().find(|opening| words.iter().take(opening.len()).eq(opening.iter())) {
        words.drain(..opening.len());
    }
    words
}
