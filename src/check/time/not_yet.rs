//! TIM011: what a document tells as done, and the acts that it cites, are not of a later day than its own.

use super::{OnDay, short};
use crate::check::card::clause;
use crate::check::cited::ends_with;
use crate::check::passages::Part;
use crate::check::set::document_of;
use crate::diag::{Finding, Place, rules};
use crate::vietnamese::date::{Day, in_text};

/// Verbs of a sentence that opens with its day: «Ngày 06/02/2026, Ủy ban nhân dân tỉnh ban hành …».
const DONE: [&str; 4] = [" ban hành ", " đã ", " phê duyệt ", " thông qua "];
/// Words right before a day that make what is told done on it.
const DONE_ON: [&str; 2] = ["thông qua", "tại cuộc họp"];

pub fn check(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    told(subject, findings);
    // Bases are TIM001's; what lies in the dossier is held against its own date.
    let cited = subject.card.mentions.iter().filter(|mention| !mention.is_basis);
    for mention in cited {
        let Some(date) = &mention.date else { continue };
        let is_of_set = document_of(mention, subject.card, &subject.others).is_some();
        let is_told = findings.iter().any(|finding| finding.at.place == date.place);
        if !is_of_set && !is_told && date.value.first_day() > subject.last {
            let what = format!("«{}»", mention.name());
            findings.push(finding(subject, date.place.clone(), &what, date.value.first_day()));
        }
    }
}

fn told(subject: &OnDay<'_>, findings: &mut Vec<Finding>) {
    for passage in subject.passages.iter().filter(|passage| passage.part == Part::Body) {
        let text = passage.text.as_str();
        for written in in_text::find(text) {
            let day = written.date.first_day();
            if day <= subject.last {
                continue;
            }
            let (start, end) = clause(text, written.start);
            let before = text[start..written.start].trim_end();
            let bare = ends_with(before, "ngày").map_or(before, |word| &before[..before.len() - word.len()]);
            let opens = bare.trim().is_empty() && before.starts_with("Ngày");
            let is_done = opens && DONE.iter().any(|verb| text[written.end..end].contains(verb))
                || before.len() > bare.len()
                    && DONE_ON.iter().any(|words| ends_with(bare.trim_end(), words).is_some());
            if is_done {
                let typed = &text[written.start..written.end];
                let place = passage.place(subject.expanded, written.start, typed);
                let said = crate::vietnamese::text::beginning(text[start..end].trim());
                findings.push(finding(subject, place, &format!("«{said}»"), day));
            }
        }
    }
}

fn finding(subject: &OnDay<'_>, place: Place, what: &str, day: Day) -> Finding {
    Finding::new(
        &rules::NOT_YET_DONE,
        place,
        format!("{what} ghi ngày {}, sau ngày ban hành: đây là {}", short(day), subject.words()),
    )
    .also(subject.date_place(), "ngày của văn bản này")
    .help("sửa ngày trong câu, hoặc sửa `ngay` của văn bản")
}
