//! Findings for people: one report each, with the lines and cells that it is about.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Finding, Label, Place, Severity};

/// All findings, one report after another, each followed by a blank line.
pub fn text(findings: &[Finding], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    findings
        .iter()
        .map(|finding| format!("{}\n\n", single_gutters(&renderer.render(&report(finding)))))
        .collect()
}

/// Drops an empty gutter line that follows another: the renderer puts one between groups and one before rows.
fn single_gutters(text: &str) -> String {
    let is_gutter = |line: &&str| {
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
    };
    let mut lines: Vec<&str> = text.lines().collect();
    lines.dedup_by(|line, before| is_gutter(line) && is_gutter(before));
    lines.join("\n")
}

fn report(finding: &Finding) -> Vec<Group<'_>> {
    let level = match (&finding.waived, finding.severity) {
        (Some(_), _) => Level::NOTE.with_name(Some("đã bỏ qua")),
        (None, Severity::Error) => Level::ERROR.with_name(Some("lỗi")),
        (None, Severity::Warning) => Level::WARNING.with_name(Some("cảnh báo")),
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.as_str());
    let mut groups = vec![Group::with_title(title)];
    for shown in together(finding) {
        with_labels(&mut groups, &shown);
    }
    let notes = finding.notes.iter().cloned();
    let reason = finding.waived.iter().map(|reason| format!("bỏ qua với lý do: {reason}"));
    let mut closing: Vec<_> =
        notes.chain(reason).map(|note| Level::NOTE.with_name(Some("ghi chú")).message(note)).collect();
    if let Some(help) = &finding.help {
        closing.push(Level::HELP.with_name(Some("cách sửa")).message(help.as_str()));
    }
    if let Some(last) = groups.pop() {
        groups.push(last.elements(closing));
    }
    groups
}

/// Labels that mark the same lines are shown together; the primary one comes first.
fn together(finding: &Finding) -> Vec<Vec<&Label>> {
    let mut groups: Vec<Vec<&Label>> = vec![vec![&finding.at]];
    let same_lines = |one: &Label, other: &Label| {
        let lines =
            |label: &Label| label.excerpt.as_ref().map(|excerpt| (excerpt.first_line, excerpt.text.clone()));
        one.place.path() == other.place.path() && lines(one).is_some() && lines(one) == lines(other)
    };
    for label in &finding.also {
        match groups.iter_mut().find(|group| same_lines(group[0], label)) {
            Some(group) => group.push(label),
            None => groups.push(vec![label]),
        }
    }
    groups
}

fn with_labels<'a>(groups: &mut Vec<Group<'a>>, labels: &[&'a Label]) {
    let Some(((first, others), group)) = labels.split_first().zip(groups.pop()) else { return };
    let Some(excerpt) = &first.excerpt else {
        let mut line = first.place.to_string();
        if !first.text.is_empty() {
            line = format!("{line} — {}", first.text);
        }
        groups.push(group.element(Origin::path(line)));
        return;
    };
    let annotation = |label: &'a Label, kind: AnnotationKind| {
        let excerpt = label.excerpt.as_ref()?;
        let annotation = kind.span(excerpt.start..excerpt.end);
        Some(if label.text.is_empty() { annotation } else { annotation.label(label.text.as_str()) })
    };
    let snippet = Snippet::<Annotation<'_>>::source(excerpt.text.as_str())
        .line_start(excerpt.first_line)
        .fold(false)
        .annotations(annotation(first, AnnotationKind::Primary))
        .annotations(others.iter().filter_map(|label| annotation(label, AnnotationKind::Context)));
    match &first.place {
        Place::Text { file, .. } => groups.push(group.element(snippet.path(file.as_str()))),
        // The renderer would add a line and column of its own to a path; a cell is named by its letters, and its
        // rows stand in a group without a path.
        cell => {
            groups.push(group.element(Origin::path(cell.to_string())));
            groups.push(Group::with_level(Level::NOTE).element(snippet));
        }
    }
}
