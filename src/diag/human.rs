//! Findings for people: one report each, with the lines and cells that it is about.

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Finding, Label, Place, Severity};

/// All findings, one report after another, each followed by a blank line.
pub fn text(findings: &[Finding], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    findings.iter().map(|finding| format!("{}\n\n", renderer.render(&report(finding)))).collect()
}

fn report(finding: &Finding) -> Vec<Group<'_>> {
    let level = match (&finding.waived, finding.severity) {
        (Some(_), _) => Level::NOTE.with_name(Some("đã miễn")),
        (None, Severity::Error) => Level::ERROR.with_name(Some("lỗi")),
        (None, Severity::Warning) => Level::WARNING.with_name(Some("cảnh báo")),
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.code.as_str());
    let mut group = Group::with_title(title);
    group = with_label(group, &finding.at, AnnotationKind::Primary);
    for label in &finding.also {
        group = with_label(group, label, AnnotationKind::Context);
    }
    for note in &finding.notes {
        group = group.element(Level::NOTE.with_name(Some("ghi chú")).message(note.as_str()));
    }
    if let Some(reason) = &finding.waived {
        let text = format!("được miễn với lý do: {reason}");
        group = group.element(Level::NOTE.with_name(Some("ghi chú")).message(text));
    }
    if let Some(help) = &finding.help {
        group = group.element(Level::HELP.with_name(Some("cách sửa")).message(help.as_str()));
    }
    vec![group]
}

fn with_label<'a>(group: Group<'a>, label: &'a Label, kind: AnnotationKind) -> Group<'a> {
    match &label.excerpt {
        Some(excerpt) => {
            let mut annotation = kind.span(excerpt.start..excerpt.end);
            if !label.text.is_empty() {
                annotation = annotation.label(label.text.as_str());
            }
            group.element(
                Snippet::<Annotation<'_>>::source(excerpt.text.as_str())
                    .line_start(excerpt.first_line)
                    .path(path(&label.place))
                    .fold(false)
                    .annotation(annotation),
            )
        }
        None => {
            let mut line = path(&label.place);
            if !label.text.is_empty() {
                line = format!("{line} — {}", label.text);
            }
            group.element(Origin::path(line))
        }
    }
}

fn path(place: &Place) -> String {
    match place {
        // The renderer adds line and column itself.
        Place::Text { file, .. } => file.clone(),
        other => other.to_string(),
    }
}
