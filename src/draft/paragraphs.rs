//! One paragraph component in Word: its style, its words, its line or frame, and the bookmark that leads back.

use super::geometry::{Lines, name_lines};
use super::items::Said;
use super::look::{Form, Look};
use super::props::{self, ParagraphProps, Pitch, RunProps, Twips, twips};
use super::styles::{self, FIXED_FRAME_SPACE, FRAME_SLACK_PT, SEPARATOR, rule_above_id, rule_id, style_id};
use super::xml::Xml;
use crate::model::measure::Measure;
use crate::model::text::{Run, announces};
use crate::model::whole::{is_centred, stretches};

/// What the parts are written with.
pub(super) struct Writer<'a> {
    pub xml: Xml,
    pub form: &'a Form,
    pub measure: &'a dyn Measure,
    /// Bookmarks so far: each has an id of its own.
    pub bookmarks: usize,
}

/// Where a paragraph stands, as far as its style cannot know.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place<'a> {
    /// The room from its left edge on, in points.
    pub width: f64,
    /// Room left blank at its left.
    pub left: f64,
    /// The space above and below, where it is not the style's.
    pub before: Option<f64>,
    pub after: Option<f64>,
    /// Never the last on its page.
    pub keep_next: bool,
    /// Another of the same component follows: the line comes under the last.
    pub is_followed: bool,
    /// The section that ends with it, written.
    pub section: Option<&'a str>,
}

/// The room that a text gets beyond what it was measured at.
const SLACK_PT: f64 = 1.0;

impl Writer<'_> {
    /// A piece that is written apart from the text: what stands in a margin, the end of a section.
    pub(super) fn apart(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let outer = std::mem::take(&mut self.xml);
        write(self);
        std::mem::replace(&mut self.xml, outer).into_text()
    }

    pub(super) fn component(&mut self, said: &Said<'_>, place: Place<'_>) {
        let (form, measure) = (self.form, self.measure);
        let look = form.look(said.component);
        let width = place.width - look.left;
        let words: String = said.runs.iter().map(|run| unbroken(said.component, run)).collect();
        let words = look.cased(&words);
        let lines = if look.breaks_name { name_lines(form, &words) } else { vec![words] };
        let measured = Lines::of(measure, look);
        let text_width = if look.is_balanced { measured.balanced(&lines, width) } else { width };
        let rule = look.rule.filter(|_| !place.is_followed && !said.text.is_empty());

        if let Some(share) = look.rule_above {
            self.rule(&rule_above_id(said.component), look, place, share * width, None);
        }
        let style = style_id(said.component);
        let mut props = ParagraphProps {
            style: Some(&style),
            keep_next: !look.keeps_next && (place.keep_next || look.is_indented && announces(said.runs)),
            before: place.before.filter(|before| differ(*before, look.before)).map(twips),
            after: place.after.filter(|after| rule.is_none() && differ(*after, look.after)).map(twips),
            section: place.section.filter(|_| rule.is_none()),
            ..ParagraphProps::default()
        };
        let narrower = self.narrowed(look, &measured, &lines, width, text_width, &mut props);
        if narrower > 0 || place.left > 0.0 {
            props.left = Some(twips(look.left + place.left) + narrower);
            props.right = (narrower > 0).then_some(narrower);
        }
        self.xml.open("w:p", &[]);
        props::paragraph(&mut self.xml, &props);
        let mark = said.number.map(|number| self.open_mark(&format!("{}{number}", super::PARAGRAPH_MARK)));
        self.words(said, look, &lines);
        if let Some(id) = mark {
            self.close_mark(id);
        }
        self.xml.close("w:p");
        if let Some(rule) = rule {
            let length = measured.rule(rule, &lines, text_width);
            self.rule(&rule_id(said.component), look, place, length, place.section);
        }
    }

    /// How much narrower than its room the text is on either side, because of its frame or its balanced lines.
    fn narrowed(
        &self,
        look: &Look,
        measured: &Lines<'_>,
        lines: &[String],
        width: f64,
        text_width: f64,
        props: &mut ParagraphProps<'_>,
    ) -> Twips {
        let whole = lines.iter().map(|line| measured.width(line)).fold(0.0, f64::max);
        let fixed = look.frame_list.as_ref().and_then(|list| self.form.frame(list, &lines.join(" ")));
        let inner = if let Some((wide, high)) = fixed {
            props.pitch = Some(Pitch::Exact(twips(high) - 2 * 20 * FIXED_FRAME_SPACE));
            wide
        } else if look.is_framed || look.frame_list.is_some() {
            whole + 2.0 * FRAME_SLACK_PT
        } else if text_width < width {
            text_width + 2.0 * SLACK_PT
        } else {
            return 0;
        };
        twips(((width - inner) / 2.0).max(0.0))
    }

    /// A line of some length, drawn as the border of a paragraph with nothing in it.
    fn rule(&mut self, style: &str, look: &Look, place: Place<'_>, length: f64, section: Option<&str>) {
        let rest = (place.width - look.left - length).max(0.0);
        let (left, right) = match look.align {
            "center" => (rest / 2.0, rest / 2.0),
            "right" => (rest, 0.0),
            _ => (0.0, rest),
        };
        let props = ParagraphProps {
            style: Some(style),
            keep_next: place.keep_next && !look.keeps_next,
            left: Some(twips(place.left + look.left + left)),
            right: Some(twips(right)),
            section,
            ..ParagraphProps::default()
        };
        self.blank(&props);
    }

    /// A paragraph with nothing in it.
    pub(super) fn blank(&mut self, props: &ParagraphProps<'_>) {
        self.xml.open("w:p", &[]);
        props::paragraph(&mut self.xml, props);
        self.xml.close("w:p");
    }

    /// Almost no height: between two tables, which Word would join, and behind a table that ends a section.
    pub(super) fn separator(&mut self, section: Option<&str>) {
        self.blank(&ParagraphProps { style: Some(SEPARATOR), section, ..ParagraphProps::default() });
    }

    /// Opens a hidden bookmark and returns its id.
    pub(super) fn open_mark(&mut self, name: &str) -> usize {
        let id = self.bookmarks;
        self.bookmarks += 1;
        self.xml.leaf("w:bookmarkStart", &[("w:id", &id), ("w:name", &name)]);
        id
    }

    pub(super) fn close_mark(&mut self, id: usize) {
        self.xml.leaf("w:bookmarkEnd", &[("w:id", &id)]);
    }

    fn words(&mut self, said: &Said<'_>, look: &Look, lines: &[String]) {
        if look.height.is_some() {
            return;
        }
        if look.breaks_name {
            self.run(None, &lines.join("\n"));
            return;
        }
        let mut pieces: Vec<(Option<&str>, String)> = Vec::new();
        if let Some(label) = said.label {
            let style = (look.bold_label && !look.bold).then_some(styles::BOLD);
            pieces.push((style, format!("{label} ")));
        }
        for run in said.runs {
            let style = match (run.bold && !look.bold, run.italic && !look.italic) {
                (true, true) => Some(styles::BOLD_ITALIC),
                (true, false) => Some(styles::BOLD),
                (false, true) => Some(styles::ITALIC),
                (false, false) => None,
            };
            let text = unbroken(said.component, run);
            match pieces.last_mut() {
                Some((last, before)) if *last == style => before.push_str(&text),
                _ => pieces.push((style, text)),
            }
        }
        for (style, text) in pieces {
            self.run(style, &look.cased(&text));
        }
    }

    /// Text in one style; line breaks and tabs are elements of their own.
    pub(super) fn run(&mut self, style: Option<&str>, text: &str) {
        if text.is_empty() {
            return;
        }
        self.xml.open("w:r", &[]);
        props::run(&mut self.xml, &RunProps { style, ..RunProps::default() });
        for piece in text.split_inclusive(['\n', '\t']) {
            let words = piece.trim_end_matches(['\n', '\t']);
            if !words.is_empty() {
                self.xml.said("w:t", &[("xml:space", &"preserve")], words);
            }
            match piece.chars().last() {
                Some('\n') => self.xml.leaf("w:br", &[]),
                Some('\t') => self.xml.leaf("w:tab", &[]),
                _ => {}
            }
        }
        self.xml.close("w:r");
    }
}

fn differ(one: f64, other: f64) -> bool {
    (one - other).abs() > 0.01
}

/// The words of a run with no-break blanks where no line may end.
fn unbroken(component: &str, run: &Run) -> String {
    let said = |(text, is_whole): (String, bool)| if is_whole { text.replace(' ', "\u{a0}") } else { text };
    stretches(run, is_centred(component)).into_iter().map(said).collect()
}
