//! Findings for people: one report each, with the lines and cells that it is about, one place below the other.

use std::borrow::Cow;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::drawing;
use super::grid::Grid;
use super::paint::{Paint, Tone};
use super::{Finding, Label, Place, Severity};

/// All findings, one report after another, each followed by a blank line.
pub fn text(findings: &[Finding], colour: bool) -> String {
    let paint = if colour { Paint::Coloured } else { Paint::Plain };
    findings.iter().map(|finding| format!("{}\n\n", Report::of(finding, paint).text())).collect()
}

/// Places that are shown together; the one that is named first is that of the finding, or its nearest.
enum Shown<'a> {
    Lines(Vec<&'a Label>),
    Cells(&'a Grid, Vec<&'a Label>),
    Named(&'a Label),
}

struct Report<'a> {
    finding: &'a Finding,
    places: Vec<Shown<'a>>,
    /// The width of the line and row numbers.
    gutter: usize,
    paint: Paint,
    renderer: Renderer,
}

impl<'a> Report<'a> {
    fn of(finding: &'a Finding, paint: Paint) -> Self {
        let places = together(finding);
        let last_number = |shown: &Shown<'_>| match shown {
            Shown::Lines(labels) => labels.iter().filter_map(|label| last_line(label)).max().unwrap_or(0),
            Shown::Cells(grid, _) => grid.rows.last().map_or(0, |row| row.number as usize),
            Shown::Named(_) => 0,
        };
        let gutter = digits(places.iter().map(last_number).max().unwrap_or(0));
        let renderer = if paint == Paint::Coloured { Renderer::styled() } else { Renderer::plain() };
        Self { finding, places, gutter, paint, renderer }
    }

    fn text(&self) -> String {
        let mut lines = vec![self.title()];
        for (at, shown) in self.places.iter().enumerate() {
            let arrow = if at == 0 { "-->" } else { ":::" };
            let place = |label: &Label| {
                let arrow = self.paint.with(Tone::Gutter, arrow);
                format!("{}{arrow} {}", " ".repeat(self.gutter), label.place)
            };
            match shown {
                Shown::Named(label) if label.text.is_empty() => lines.push(place(label)),
                Shown::Named(label) => lines.push(format!("{} — {}", place(label), label.text)),
                Shown::Lines(labels) => {
                    lines.extend(labels.first().map(|label| place(label)));
                    self.with_lines(labels, at == 0, &mut lines);
                }
                Shown::Cells(grid, labels) => {
                    lines.extend(labels.first().map(|label| place(label)));
                    self.with_cells(grid, labels, &mut lines);
                }
            }
        }
        self.with_closing(&mut lines);
        lines.join("\n")
    }

    fn title(&self) -> String {
        let finding = self.finding;
        let level = match (&finding.waived, finding.severity) {
            (Some(_), _) => Level::NOTE.with_name(Some("đã bỏ qua")),
            (None, Severity::Error) => Level::ERROR.with_name(Some("lỗi")),
            (None, Severity::Warning) => Level::WARNING.with_name(Some("cảnh báo")),
        };
        let title = level.primary_title(finding.message.as_str()).id(finding.code.as_str());
        self.renderer.render(&[Group::with_title(title)]).trim_end().to_owned()
    }

    /// A line of the gutter, with a number where it has one.
    fn line(&self, number: Option<u32>, text: &str) -> String {
        let number = number.map_or(String::new(), |number| number.to_string());
        let gutter = self.paint.with(Tone::Gutter, &format!("{number:>width$} |", width = self.gutter));
        if text.is_empty() { gutter } else { format!("{gutter} {text}") }
    }

    /// Lines of a text, as annotate-snippets draws them, with numbers as wide as those of all places.
    fn with_lines(&self, labels: &[&Label], is_first: bool, lines: &mut Vec<String>) {
        let Some(excerpt) = labels.first().and_then(|label| label.excerpt.as_ref()) else { return };
        let annotations = labels.iter().enumerate().filter_map(|(at, label)| {
            let excerpt = label.excerpt.as_ref()?;
            let is_primary = is_first && at == 0;
            let kind = if is_primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let annotation = kind.span(excerpt.start..excerpt.end);
            Some(if label.text.is_empty() { annotation } else { annotation.label(label.text.as_str()) })
        });
        let snippet = Snippet::<Annotation<'_>>::source(excerpt.text.as_str())
            .line_start(excerpt.first_line)
            .fold(false)
            .annotations(annotations);
        let drawn = self.renderer.render(&[Group::with_level(Level::NOTE).element(snippet)]);
        let own = labels.iter().filter_map(|label| last_line(label)).max().map_or(1, digits);
        let blanks = " ".repeat(self.gutter.saturating_sub(own));
        lines.push(self.line(None, ""));
        lines.extend(
            drawn.lines().filter(|line| !is_empty_gutter(line)).map(|line| format!("{blanks}{line}")),
        );
        lines.push(self.line(None, ""));
    }

    fn with_cells(&self, grid: &Grid, labels: &[&Label], lines: &mut Vec<String>) {
        lines.push(self.line(None, ""));
        for line in drawing::lines(grid, self.gutter + " | ".len(), self.paint) {
            if line.is_gap {
                lines.push(self.paint.with(Tone::Gutter, "..."));
            } else {
                lines.push(self.line(line.number, &line.text));
            }
        }
        let named: Vec<(String, Tone, &str)> = labels
            .iter()
            .filter(|label| !label.text.is_empty())
            .filter_map(|label| {
                let Place::Cell { cell, .. } = &label.place else { return None };
                let is_at = std::ptr::eq(*label, &self.finding.at);
                let (name, tone) =
                    if is_at { (format!("[{cell}]"), Tone::At) } else { (format!("*{cell}"), Tone::Also) };
                Some((name, tone, label.text.as_str()))
            })
            .collect();
        lines.push(self.line(None, ""));
        let width = named.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
        for (name, tone, text) in &named {
            let blanks = " ".repeat(width.saturating_sub(name.chars().count()));
            lines.push(self.line(None, &format!("{}{blanks} {text}", self.paint.with(*tone, name))));
        }
    }

    /// The arithmetic, the reason of a waiver, and what to do.
    fn with_closing(&self, lines: &mut Vec<String>) {
        let finding = self.finding;
        let notes = finding.notes.iter().map(|note| ("ghi chú", note.clone()));
        let reason = finding.waived.iter().map(|reason| ("ghi chú", format!("bỏ qua với lý do: {reason}")));
        let help = finding.help.iter().map(|help| ("cách sửa", help.clone()));
        for (word, text) in notes.chain(reason).chain(help) {
            let sign = self.paint.with(Tone::Gutter, "=");
            let word = self.paint.with(Tone::Word, word);
            lines.push(format!("{} {sign} {word}: {}", " ".repeat(self.gutter), brief(&text)));
        }
    }
}

/// A note as it is shown: of a sum of a hundred terms only the first and the last ones.
pub fn brief(note: &str) -> Cow<'_, str> {
    const LONGEST: usize = 200;
    const FIRST: usize = 100;
    const LAST: usize = 40;
    const MOST_TERMS: usize = 20;
    let length = note.chars().count();
    if length <= LONGEST || note.matches(" + ").count() < MOST_TERMS {
        return Cow::Borrowed(note);
    }
    let byte = |chars: usize| note.char_indices().nth(chars).map_or(note.len(), |(at, _)| at);
    let (head, tail) = (&note[..byte(FIRST)], &note[byte(length - LAST)..]);
    let head = head.rsplit_once(' ').map_or(head, |(head, _)| head);
    let tail = tail.split_once(' ').map_or(tail, |(_, tail)| tail);
    Cow::Owned(format!("{head} … {tail}"))
}

fn digits(number: usize) -> usize {
    number.max(1).to_string().len()
}

fn last_line(label: &Label) -> Option<usize> {
    let excerpt = label.excerpt.as_ref()?;
    Some(excerpt.first_line + excerpt.text.lines().count().saturating_sub(1))
}

/// Whether a line holds nothing but its bar.
fn is_empty_gutter(line: &str) -> bool {
    let mut in_colour = false;
    let visible = line.chars().filter(|c| match c {
        '\u{1b}' => {
            in_colour = true;
            false
        }
        'm' if in_colour => {
            in_colour = false;
            false
        }
        _ => !in_colour && !c.is_whitespace(),
    });
    visible.eq(['|'])
}

/// Labels of the same lines, or of one sheet, are shown together; the primary one comes first.
fn together(finding: &Finding) -> Vec<Shown<'_>> {
    let lines = |label: &Label| {
        let excerpt = label.excerpt.as_ref()?;
        Some((label.place.path().to_owned(), excerpt.first_line, excerpt.text.clone()))
    };
    let grid_of = |label: &Label| match &label.place {
        Place::Cell { file, sheet, .. } => {
            finding.grids.iter().find(|grid| grid.file == *file && grid.sheet == *sheet)
        }
        _ => None,
    };
    let mut places: Vec<Shown<'_>> = Vec::new();
    for label in std::iter::once(&finding.at).chain(&finding.also) {
        let of_label = (lines(label), grid_of(label));
        let known = places.iter_mut().find_map(|shown| match (shown, &of_label) {
            (Shown::Lines(labels), (Some(wanted), _)) if lines(labels[0]).as_ref() == Some(wanted) => {
                Some(labels)
            }
            (Shown::Cells(grid, labels), (_, Some(wanted))) if std::ptr::eq(*grid, *wanted) => Some(labels),
            _ => None,
        });
        match (known, of_label) {
            (Some(labels), _) => labels.push(label),
            (None, (_, Some(grid))) => places.push(Shown::Cells(grid, vec![label])),
            (None, (Some(_), _)) => places.push(Shown::Lines(vec![label])),
            (None, (None, None)) => places.push(Shown::Named(label)),
        }
    }
    places
}
