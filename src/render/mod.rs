//! A checked document to blocks, through the form's Tera template.
//!
//! Comes in: `Checked`, the form as data, the templates. Goes out: `Blocks` and the properties of the outputs.
//! Never here: lengths and sizes (the layout has them), looking figures up. The only place that knows Tera.
//! Why: what stands on the page and in which order is composed once, for PDF and Word alike.

mod body;
mod markup;
mod runs;
mod table;
mod tables;
mod view;

use tera::{Context, Tera};

use crate::check::Checked;
use crate::diag::{Finding, Place, rules};
use crate::model::blocks::{Block, Blocks, Properties};
use crate::model::body::Written;
use crate::model::document::Document;
use crate::model::profile::Profile;
use crate::model::text::{RichText, words};
use crate::templates::Templates;
use crate::vietnamese::date::IssueDate;
use tables::Tables;

/// The forms, parsed.
pub struct Forms {
    tera: Tera,
}

impl Forms {
    /// Parses every form; a broken one is a finding at its line.
    pub fn parse(templates: &Templates) -> Result<Self, Box<Finding>> {
        let mut tera = Tera::new();
        tera.autoescape_on(vec![".tera"]);
        let sources: Vec<(String, String)> = templates
            .paths("forms/")
            .map(|path| (path.to_owned(), templates.text(path).into_owned()))
            .collect();
        tera.add_raw_templates(sources).map_err(|error| Box::new(finding(&error, "forms")))?;
        Ok(Self { tera })
    }
}

/// Composes a document.
pub fn blocks(checked: &Checked, profile: &Profile, forms: &Forms) -> Result<Blocks, Box<Finding>> {
    let document = checked.document();
    let form = document.identity.form.as_str();
    let template = format!("forms/{form}.tera");
    if !forms.tera.contains_template(&template) {
        let place = Place::file(document.file.as_str());
        return Err(Box::new(
            Finding::new(
                &rules::TEMPLATE,
                place,
                format!("chưa có mẫu {form} cho loại «{}»", document.identity.kind),
            )
            .help(format!("thêm tệp templates/{template}, hoặc chọn loại khác")),
        ));
    }
    let mut tables = Tables::new(checked, profile.portrait_characters);
    let view = view::of(checked, profile, &mut tables);
    let context = Context::from_serialize(&view).map_err(|error| Box::new(finding(&error, &template)))?;
    let text =
        forms.tera.render(&template, &context).map_err(|error| Box::new(finding(&error, &template)))?;
    let broken = |message: String| {
        Box::new(
            Finding::new(&rules::TEMPLATE, Place::file(format!("templates/{template}")), message)
                .help("so lại với mẫu gốc của chương trình; mỗi chữ phải nằm trong một <khoi>"),
        )
    };
    let blocks = markup::parse(&text, &tables.blocks).map_err(broken)?;
    whole(&blocks, document, tables.blocks.len(), profile).map_err(broken)?;
    Ok(blocks)
}

/// What a changed template must not lose: the document itself, every annex, and components that the form knows.
fn whole(
    blocks: &Blocks,
    document: &Document<RichText, Written>,
    tables: usize,
    profile: &Profile,
) -> Result<(), String> {
    let of =
        |component: &str| blocks.sections.iter().filter(|section| section.component == component).count();
    if of("van_ban") != 1 {
        return Err("mẫu phải có đúng một <phan ten=\"van_ban\">".to_owned());
    }
    for (component, count, what) in [
        ("phu_luc", document.annexes.len(), "phụ lục"),
        ("kem_theo", document.attachments.len(), "văn bản kèm theo"),
    ] {
        if of(component) != count {
            return Err(format!("văn bản có {count} {what}, mẫu in ra {}", of(component)));
        }
    }
    let mut printed: Vec<usize> = Vec::new();
    let known = profile.all.get("thanh_phan").and_then(serde_json::Value::as_object);
    let mut queue: Vec<&Block> = blocks.sections.iter().flat_map(|section| &section.blocks).collect();
    while let Some(block) = queue.pop() {
        match block {
            Block::Paragraph { component, .. } => {
                if known.is_some_and(|known| !known.contains_key(component)) {
                    return Err(format!(
                        "thành phần «{component}» không có trong «thanh_phan» của nd30.yaml"
                    ));
                }
            }
            Block::Columns { left, right, .. } => queue.extend(left.iter().chain(right)),
            Block::Table(table) => printed.push(table.number),
        }
    }
    printed.sort_unstable();
    if printed != (0..tables).collect::<Vec<_>>() {
        return Err(format!("văn bản có {tables} bảng, mẫu phải in mỗi bảng đúng một lần"));
    }
    Ok(())
}

/// Title, author and the date that stands for the clock in every output.
pub fn properties(checked: &Checked, profile: &Profile) -> Properties {
    let document = checked.document();
    let identity = &document.identity;
    let kind = profile.kind(&identity.kind).map_or(identity.kind.as_str(), |kind| kind.ten.as_str());
    let (year, month, day) = match identity.date.as_ref().map(|date| date.value) {
        Some(IssueDate::Day(date)) => (date.year(), date.month(), date.day()),
        Some(IssueDate::Month { year, month }) => (year, month, 1),
        None => (identity.year, 1, 1),
    };
    let subject = crate::vietnamese::text::lower_first(&words(&document.subject));
    Properties {
        title: format!("{kind} {subject}").trim_end().to_owned(),
        author: words(&identity.issuer).replace('\n', " "),
        year,
        month,
        day,
    }
}

/// A Tera error in the clerk's voice, at the template's line where Tera knows it.
fn finding(error: &tera::Error, template: &str) -> Finding {
    let (place, message) = match error.kind() {
        tera::ErrorKind::SyntaxError(report) | tera::ErrorKind::RenderingError(report) => (
            Place::Text {
                file: format!("templates/{}", report.filename()),
                line: report.span().start_line,
                column: report.span().start_col + 1,
                width: 1,
            },
            report.message().to_owned(),
        ),
        _ => (Place::file(format!("templates/{template}")), error.to_string()),
    };
    Finding::new(&rules::TEMPLATE, place, format!("mẫu văn bản có lỗi: {message}"))
        .help("sửa tệp mẫu trong thư mục templates/, hoặc xóa nó để dùng mẫu gốc của chương trình")
}
