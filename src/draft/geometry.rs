//! Lines of text measured: where centred text breaks, how long its last line is, how wide the columns of the head are.

use super::items::Said;
use super::look::{Form, Look, Rule};
use crate::model::measure::{Face, Measure};

/// The fonts that lines are measured in.
#[derive(Clone, Copy)]
pub(super) struct Lines<'a> {
    pub measure: &'a dyn Measure,
    pub face: Face,
}

impl<'a> Lines<'a> {
    pub(super) fn of(measure: &'a dyn Measure, look: &Look) -> Self {
        Self { measure, face: Face { size_pt: look.size, bold: look.bold, italic: look.italic } }
    }

    pub(super) fn width(&self, text: &str) -> f64 {
        // Word gives no-break blanks their room at a line's end too.
        self.measure.width_pt(text.trim_matches(' '), self.face)
    }

    /// The widths of the printed lines of one line of text.
    fn broken(&self, line: &str, width: f64) -> Vec<f64> {
        let whole = self.width(line);
        if whole <= width {
            return vec![whole];
        }
        let mut lines = Vec::new();
        let mut last = String::new();
        for word in line.split(' ') {
            let longer = if last.is_empty() { word.to_owned() } else { format!("{last} {word}") };
            if last.is_empty() || self.width(&longer) <= width {
                last = longer;
            } else {
                lines.push(self.width(&last));
                word.clone_into(&mut last);
            }
        }
        lines.push(self.width(&last));
        lines
    }

    fn count(&self, lines: &[String], width: f64) -> f64 {
        lines.iter().map(|line| self.broken(line, width).iter().map(|_| 1.0).sum::<f64>()).sum()
    }

    /// How many lines a text takes.
    pub(super) fn needed(&self, text: &str, width: f64) -> f64 {
        self.count(&[text.to_owned()], width)
    }

    /// The narrowest of some widths that needs no more lines than the full one, so that a centred title does not end
    /// in a single word.
    pub(super) fn balanced(&self, lines: &[String], width: f64) -> f64 {
        let whole = lines.iter().map(|line| self.width(line)).fold(0.0, f64::max);
        if whole <= width {
            return width;
        }
        let forced = lines.iter().map(|_| 1.0).sum::<f64>();
        let full = self.count(lines, width);
        let share = whole / (full / forced).round().max(1.0);
        for slack in [1.02, 1.06, 1.12, 1.2, 1.3, 1.45] {
            let tried = share * slack;
            if tried >= width {
                return width;
            }
            if self.count(lines, tried) <= full {
                return tried;
            }
        }
        width
    }

    /// The length of the line drawn under the last printed line.
    pub(super) fn rule(&self, rule: Rule, lines: &[String], width: f64) -> f64 {
        let last = lines.last().and_then(|line| self.broken(line, width).pop()).unwrap_or_default();
        match rule {
            Rule::AsText => last,
            Rule::Share(share) => last * share,
        }
    }
}

/// The lines of the name of an office, broken after the fixed phrases so that «ỦY BAN NHÂN DÂN» stands above «TỈNH …».
pub(super) fn name_lines(form: &Form, name: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for part in name.split('\n') {
        let part = part.trim();
        let rest = form.name_phrases().find_map(|phrase| {
            let length = phrase.chars().count();
            let at = part.char_indices().nth(length).map(|(at, _)| at)?;
            let (head, rest) = part.split_at(at);
            let rest = rest.strip_prefix(' ').filter(|rest| !rest.is_empty())?;
            (head.to_lowercase() == phrase.to_lowercase()).then_some((head, rest))
        });
        match rest {
            Some((head, rest)) => lines.extend([head.to_owned(), rest.to_owned()]),
            None => lines.push(part.to_owned()),
        }
    }
    lines
}

/// The right column of the head is as wide as its one-line texts need: the national name must never wrap, a long place
/// name should not.
pub(super) fn right_column(form: &Form, measure: &dyn Measure, right: &[Said<'_>], width: f64) -> f64 {
    let wanted = |said: &Said<'_>| {
        let look = form.look(said.component);
        Lines::of(measure, look).width(&look.cased(&said.text)) + 2.0
    };
    let least = form.number("dau_trang", "cot_phai") * width;
    let most = form.number("dau_trang", "cot_phai_toi_da") * width;
    right.iter().map(wanted).fold(least, f64::max).min(most)
}
