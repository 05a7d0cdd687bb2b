//! `.xlsx` and `.xlsm`: the list of sheets and where each lies; the cells of one of them through calamine.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader, Style, Xlsx, XlsxError};
use quick_xml::events::{BytesStart, Event};

use super::builder::SheetBuilder;
use super::limits::Limits;
use super::package::{Package, Parts};
use super::sheet::{Look, Raw, Sheet};
use super::xlsx_runs::MixedTexts;
use super::{Book, Format, SheetEntry, WorkbookTrouble, damaged, look, xlsx_facts};
use crate::diag::CellRef;

/// An opened workbook.
pub struct XlsxBook {
    package: Package,
    /// The folder of the main part, e.g. `xl/`.
    folder: String,
    sheets: Vec<SheetEntry>,
    /// The part of each sheet, in lower case.
    paths: Vec<String>,
    limits: Limits,
}

impl XlsxBook {
    pub fn open(mut package: Package, limits: &Limits) -> Result<Self, WorkbookTrouble> {
        let main = main_part(&mut package)?;
        let (folder, file) =
            main.rsplit_once('/').map_or(("", main.as_str()), |(folder, file)| (folder, file));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let related = relations(&mut package, &format!("{folder}_rels/{file}.rels"))?;
        let workbook = package.part(&main)?.ok_or_else(|| damaged(format!("thiếu phần «{main}»")))?;
        let mut sheets = Vec::new();
        let mut paths = Vec::new();
        elements(&workbook, &main, |tag| {
            if tag.local_name().as_ref() != "sheet" {
                return;
            }
            let name = attribute(tag, "name").unwrap_or_default();
            let relation = attribute(tag, "id").and_then(|id| related.get(&id));
            // Charts and dialogs are sheets too, without cells.
            let Some((_, target)) = relation.filter(|(kind, _)| kind.ends_with("/worksheet")) else { return };
            let is_visible = attribute(tag, "state").is_none_or(|state| state == "visible");
            sheets.push(SheetEntry { name, is_visible });
            paths.push(absolute(target, &folder).to_lowercase());
        })?;
        Ok(Self { package, folder, sheets, paths, limits: *limits })
    }
}

impl Book for XlsxBook {
    fn format(&self) -> Format {
        Format::Xlsx
    }

    fn sheets(&self) -> &[SheetEntry] {
        &self.sheets
    }

    fn sheet(&mut self, at: usize) -> Result<Sheet, WorkbookTrouble> {
        let (name, path) = (&self.sheets[at].name, &self.paths[at]);
        let folder = self.folder.to_lowercase();
        let parts = self.package.parts(|part| {
            let own = part.strip_prefix(folder.as_str());
            let is_shared = own.is_some_and(|own| {
                let own_folder = own.rsplit_once('/').map_or("", |(folder, _)| folder);
                matches!(own_folder, "" | "_rels" | "theme")
                    && (own.ends_with(".xml") || own.ends_with(".rels"))
            });
            part == path || is_shared || matches!(part, "_rels/.rels" | "[content_types].xml")
        })?;
        for part in parts.all() {
            refuse_false_count(part, self.limits.cells)?;
        }
        let told = xlsx_facts::told(parts.part(path).unwrap_or_default());
        let mut builder = SheetBuilder::new(name, &self.limits);
        told.merges.into_iter().for_each(|merge| builder.merge(merge));
        *builder.facts() = told.facts;
        let shared = parts.part(&format!("{folder}sharedstrings.xml")).unwrap_or_default();
        let mixed = MixedTexts::of(shared);
        read_cells(&parts, name, &told.without_result, &mixed, &mut builder)?;
        Ok(builder.finish())
    }
}

fn read_cells(
    parts: &Parts,
    name: &str,
    without_result: &[CellRef],
    mixed: &MixedTexts,
    builder: &mut SheetBuilder<'_>,
) -> Result<(), WorkbookTrouble> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(parts.bytes.as_slice())).map_err(trouble)?;
    let mut cells = workbook.worksheet_cells_reader(name).map_err(trouble)?;
    let looks: Vec<u16> = cells.styles().iter().map(|style| builder.look(look_of(style))).collect();
    while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(trouble)? {
        let (row, column) = cell.get_position();
        let (row, column) = (row.saturating_add(1), column.saturating_add(1));
        let look = looks.get(style).copied().unwrap_or_default();
        let date;
        let value = match cell.get_value() {
            DataRef::Empty => match without_result.binary_search(&CellRef { row, column }) {
                Ok(_) => Raw::NoResult,
                Err(_) => continue,
            },
            DataRef::Int(whole) => match whole.to_string().parse() {
                Ok(double) => Raw::Number(double),
                Err(_) => continue,
            },
            DataRef::Float(double) => Raw::Number(*double),
            DataRef::SharedString(text) => {
                let at = CellRef { row, column };
                if !builder.push_mixed(at, text, mixed, look)? {
                    builder.push_shared(at, text, look)?;
                }
                continue;
            }
            DataRef::String(text) | DataRef::DurationIso(text) => Raw::Text(text),
            DataRef::Bool(truth) => Raw::Bool(*truth),
            DataRef::DateTime(moment) => match look::date(moment) {
                Some(read) => {
                    date = read;
                    Raw::Date(&date)
                }
                None => Raw::Number(moment.as_f64()),
            },
            DataRef::DateTimeIso(iso) => {
                date = iso.chars().take(10).collect();
                Raw::Date(&date)
            }
            DataRef::Error(error) => {
                date = error.to_string();
                Raw::Error(&date)
            }
        };
        builder.push(row, column, value, look)?;
    }
    Ok(())
}

fn look_of(style: &Style) -> Look {
    let format = style.number_format.as_ref().map_or("General", |format| format.format_code.as_str());
    let font = style.font.as_ref().and_then(|font| font.name.as_deref());
    look::look(format, font)
}

/// calamine makes room for as many shared texts as their part says that it has.
fn refuse_false_count(part: &[u8], most: usize) -> Result<(), WorkbookTrouble> {
    /// Within this the root of a part begins.
    const ROOT: usize = 4096;
    /// `<si/>`
    const SHORTEST: usize = 5;
    let head = String::from_utf8_lossy(&part[..part.len().min(ROOT)]);
    let mut reader = quick_xml::Reader::from_str(&head);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "sst" => {
                let count =
                    attribute(&tag, "uniqueCount").and_then(|count| count.trim().parse::<usize>().ok());
                return match count {
                    Some(count) if count > most.max(part.len() / SHORTEST) => Err(damaged(format!(
                        "bảng chữ chung ghi là có {count} chữ, nhiều hơn số chữ nó chứa được"
                    ))),
                    _ => Ok(()),
                };
            }
            Event::Start(_) | Event::Empty(_) | Event::Eof => break,
            _ => {}
        }
    }
    Ok(())
}

/// The part that the archive names as its main document.
pub fn main_part(package: &mut Package) -> Result<String, WorkbookTrouble> {
    const USUAL: &str = "xl/workbook.xml";
    let related = relations(package, "_rels/.rels")?;
    let named = related.values().find(|(kind, _)| kind.ends_with("/officeDocument"));
    Ok(named.map_or(USUAL.to_owned(), |(_, target)| absolute(target, "")))
}

/// The relations of a part by their id: what it is and where.
pub fn relations(
    package: &mut Package,
    part: &str,
) -> Result<BTreeMap<String, (String, String)>, WorkbookTrouble> {
    let Some(xml) = package.part(part)? else { return Ok(BTreeMap::new()) };
    let mut related = BTreeMap::new();
    elements(&xml, part, |tag| {
        if let (Some(id), Some(kind), Some(target)) =
            (attribute(tag, "Id"), attribute(tag, "Type"), attribute(tag, "Target"))
        {
            related.insert(id, (kind, target));
        }
    })?;
    Ok(related)
}

pub fn absolute(target: &str, folder: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned)
}

/// Hands over every opening tag of a small part.
pub fn elements(xml: &[u8], part: &str, mut see: impl FnMut(&BytesStart<'_>)) -> Result<(), WorkbookTrouble> {
    let broken = |reason: &dyn std::fmt::Display| damaged(format!("phần «{part}» sai cấu trúc ({reason})"));
    let text = std::str::from_utf8(xml).map_err(|error| broken(&error))?;
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Start(tag) | Event::Empty(tag) => see(&tag),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute by its name without a prefix.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    quick_xml::escape::unescape(&found.value).ok().map(std::borrow::Cow::into_owned)
}

fn trouble(error: XlsxError) -> WorkbookTrouble {
    match error {
        XlsxError::Password => WorkbookTrouble::password(),
        error => damaged(format!("phần bên trong sai cấu trúc ({error})")),
    }
}
