//! WRD003: the place before the date (nd30.md rows 42-44).
//!
//! What a central body's place must be is not in its name, so only its shape is looked at. A local body's place is the
//! unit that its own name names, or for its offices that of the line above; row 44 is decided only where the unit is
//! known to be called after a person, a number or an event, or is a province.

use super::parts::one_line;
use super::unit::{self, Unit};
use super::{TextRule, TextSubject};
use crate::check::judge::Judge;
use crate::diag::{Finding, rules};
use crate::model::verdict::Row;
use crate::vietnamese::text::{capitalise_first, fold};

pub const RULE: TextRule = TextRule { rule: &rules::PLACE_NAME, rows: &[SHAPE, OF_BODY, IN_FULL], check };

const SHAPE: Row = Row::Form(42);
const OF_BODY: Row = Row::Form(43);
const IN_FULL: Row = Row::Form(44);

fn check(subject: &TextSubject<'_>, judge: &mut Judge<'_>) {
    let mut is_there = false;
    for paragraph in subject.main_of("dia_danh_ngay") {
        is_there = true;
        let text = one_line(&paragraph.text);
        let before = text.find("ngày").or_else(|| text.find(',').map(|at| at + 1)).unwrap_or(text.len());
        let written = text[..before].trim();
        let place = written.trim_end_matches(',').trim_end();
        let finding = |message: String| subject.finding_at_key(&rules::PLACE_NAME, &["dia_danh"], message);
        judge.check(SHAPE, !place.is_empty() && written == format!("{place},"), || {
            if place.is_empty() {
                finding("thiếu địa danh trước ngày, tháng, năm".to_owned())
            } else {
                finding(format!("«{written}»: sau địa danh phải có một dấu phẩy: «{place}, ngày …»"))
                    .help("«dia_danh» ghi không có dấu phẩy; đã đúng thì trả templates/forms/dau-trang.tera về bản gốc")
            }
        });
        if !place.is_empty() {
            check_name(subject, judge, place, finding);
        }
    }
    if !is_there {
        for row in [SHAPE, OF_BODY, IN_FULL] {
            judge.not_applicable(row);
        }
    }
}

fn check_name(
    subject: &TextSubject<'_>,
    judge: &mut Judge<'_>,
    place: &str,
    finding: impl Fn(String) -> Finding,
) {
    let unit = unit_of(subject);
    if let Some(word) = abbreviated(subject, place) {
        let right = unit.as_ref().map_or_else(
            || "Thành phố Hồ Chí Minh".to_owned(),
            |unit| format!("{} {}", capitalise_first(&unit.word), unit.name),
        );
        judge.broken(
            IN_FULL,
            finding(format!("địa danh «{place}» viết tắt «{word}»; phải ghi đủ, như «{right}»")),
        );
        return;
    }
    if place.starts_with(char::is_lowercase) {
        judge.broken(SHAPE, finding(format!("địa danh «{place}» phải viết hoa chữ đầu")));
        return;
    }
    let Some(Unit { word, name }) = unit else { return };
    let full = format!("{} {name}", capitalise_first(&word));
    // «Phan Rang - Tháp Chàm» and «Phan Rang-Tháp Chàm» are one place.
    let letters = |text: &str| fold(text).replace(|c: char| !c.is_alphanumeric(), "");
    let same = |right: &str| letters(right) == letters(place);
    judge.check(OF_BODY, same(&name) || same(&full), || {
        finding(format!("địa danh in là «{place}», cơ quan thuộc {word} {name}: phải là «{name}»"))
    });
    if !same(&name) && !same(&full) {
        return;
    }
    // In a name typed all in capitals it cannot be seen which letters are.
    let is_shouted = !name.contains(char::is_lowercase);
    if !is_shouted && same(&name) && name.to_lowercase() == place.to_lowercase() {
        judge.check(SHAPE, name == place, || finding(format!("địa danh in là «{place}», phải là «{name}»")));
    }
    let is_special = name.starts_with(|c: char| c.is_ascii_digit())
        || subject.norm.texts(&["dau_cuoi", "mang_ten_nguoi"]).any(|person| fold(person) == fold(&name));
    if is_special {
        judge.check(IN_FULL, same(&full), || {
            finding(format!(
                "địa danh in là «{place}»; đơn vị mang chữ số, tên người, sự kiện phải ghi đủ: «{full}»"
            ))
        });
    } else if !subject.norm.lists(&["dau_cuoi", "co_the_mang_ten_nguoi"], &word) {
        judge.not_applicable(IN_FULL);
    }
}

/// The unit whose place a body's documents name; `None` where its name does not say so clearly.
fn unit_of(subject: &TextSubject<'_>) -> Option<Unit> {
    let issuer = subject.issuer();
    unit::of(&issuer, subject.norm).or_else(|| {
        let mut offices = subject.norm.texts(&["dau_cuoi", "co_quan_chuyen_mon"]);
        let issuer = fold(&issuer);
        offices.find(|office| issuer.starts_with(&format!("{} ", fold(office))))?;
        unit::of(&one_line(&subject.main_of("co_quan_chu_quan").next()?.text), subject.norm)
    })
}

/// «TP. Hồ Chí Minh» → «TP.»; letters alone are an abbreviation only with their full stop.
fn abbreviated(subject: &TextSubject<'_>, place: &str) -> Option<String> {
    let letters: String = place.chars().take_while(|c| c.is_alphabetic()).collect();
    let next = place[letters.len()..].chars().next()?;
    let is_listed = subject.norm.lists(&["dau_cuoi", "don_vi_viet_tat"], &letters.to_uppercase());
    let is_bare = next == ' ' && letters.chars().count() > 1 && letters == letters.to_uppercase();
    match next {
        '.' if is_listed => Some(format!("{letters}.")),
        _ if is_listed && is_bare => Some(letters),
        _ => None,
    }
}
