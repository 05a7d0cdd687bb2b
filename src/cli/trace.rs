//! `duthao trace`: where a printed figure stands, and the cells, formulas and rounding behind it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use super::args::{Format, Trace};
use super::{project_at, terminal};
use crate::diag::Place;
use crate::discover;
use crate::fault::Fault;
use crate::model::input::sha256;
use crate::output;
use crate::recall::{self, Document, Hit, Query, Typed, sentence_around};
use crate::record::FigureRow;
use crate::vietnamese::text::nearest;

/// What is printed as JSON when nothing could be looked at.
pub const NOTHING: &str = "{\"figure\":\"\",\"hits\":[]}";

/// So many sentences with the same number typed by hand are told.
const MOST_TYPED: usize = 3;

/// Looks a figure up in the record of a built document.
pub fn trace(arguments: &Trace) -> Result<u8, Fault> {
    let query = Query::parse(&arguments.figure.join(" "));
    let looked_at = open(arguments).and_then(|opened| Ok((opened.changed(arguments)?, opened)));
    let (changed, opened) = looked_at.inspect_err(|_| {
        if arguments.format == Format::Json {
            terminal::data(&json!({ "figure": query.typed, "hits": [] }).to_string());
        }
    })?;
    changed.iter().filter(|_| !arguments.quiet).for_each(|line| terminal::error_line(line));
    let (hits, elsewhere): (Vec<Hit>, Vec<Hit>) =
        recall::hits(&opened.document, &query).into_iter().partition(|hit| opened.holds(&hit.row));
    let typed = recall::typed(&opened.document, &query);
    match arguments.format {
        Format::Json => {
            let rows: Vec<&FigureRow> = hits.iter().map(|hit| &hit.row).collect();
            let typed = typed.iter().map(|typed| json!({ "text": typed.sentence, "source": typed.source }));
            let typed: Vec<_> = typed.collect();
            let object = json!({ "figure": query.typed, "hits": rows, "typed": typed });
            terminal::data(serde_json::to_string_pretty(&object).as_deref().unwrap_or(NOTHING));
        }
        Format::Human => terminal::data(&opened.text(&query, &hits, &elsewhere, &typed)),
    }
    Ok(0)
}

/// A built file and the document that it belongs to.
struct Opened {
    /// The file's own name.
    name: String,
    folder: PathBuf,
    document: Document,
}

fn open(arguments: &Trace) -> Result<Opened, Fault> {
    let current = std::env::current_dir().map_err(Fault::io("không vào được thư mục", "."))?;
    let path = current.join(&arguments.file);
    output::restore(&path)?;
    let shown = arguments.file.display();
    let (folder, name) = home(&path);
    let manifest = recall::manifest(&folder);
    let listed = manifest.as_ref().and_then(|manifest| {
        let row = manifest.documents.iter().find(|row| row.outputs.iter().any(|file| file.path == name))?;
        Some(recall::recorded(&folder, row, manifest))
    });
    // A copy of a document's files without the manifest still knows its figures.
    let alone = || {
        let ends = name.match_indices('.').map(|(at, _)| &name[..at]);
        ends.rev().find_map(|stem| recall::alone(&folder, stem))
    };
    if !path.is_file() {
        let known = manifest.iter().flat_map(|manifest| &manifest.documents).flat_map(|row| &row.outputs);
        let near = nearest(&name, known.map(|file| file.path.as_str()));
        let help = match near {
            Some(near) => format!("có phải ý là «{near}»?"),
            None => "chọn một tệp trong output/<hồ sơ>/, ví dụ output/dak-nong-2023/ke-hoach.pdf; chưa có thì chạy duthao build".to_owned(),
        };
        return Err(Fault::Usage(format!("không có tệp «{shown}»; {help}")));
    }
    let document = listed.or_else(alone).ok_or_else(|| {
        Fault::Usage(format!(
            "«{shown}» không phải tệp kết quả của duthao: cạnh nó không có manifest.json hay .figures.json nào kể tên nó; chọn một tệp trong output/<hồ sơ>/, ví dụ output/dak-nong-2023/ke-hoach.pdf"
        ))
    })?;
    if !folder.join(format!("{}{}", document.stem, recall::FIGURES)).is_file() {
        return Err(Fault::Usage(format!(
            "cạnh «{shown}» không có «{}{}», nơi ghi nguồn của từng số; dựng lại bằng duthao build",
            document.stem,
            recall::FIGURES
        )));
    }
    Ok(Opened { name, folder, document })
}

/// The dossier's folder and the file's name there: the document of a unit lies in a folder of its own.
fn home(path: &Path) -> (PathBuf, String) {
    let name_in =
        |folder: &Path| path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
    let mut above = path.ancestors().skip(1).take(2);
    let with_manifest = above.find(|folder| folder.join(recall::MANIFEST).is_file());
    let folder = with_manifest.or(path.parent()).unwrap_or(path);
    (folder.to_path_buf(), name_in(folder))
}

/// The last part of a file's path.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

impl Opened {
    /// Whether a figure stands in this file and not in another one of the document.
    fn holds(&self, row: &FigureRow) -> bool {
        // The Word draft holds every section, those too that are PDFs of their own.
        if self.name.ends_with(recall::FIGURES) || self.name.ends_with(".docx") {
            return true;
        }
        if self.name.ends_with(".xlsx") {
            return row.annex.is_some();
        }
        // A copy of some files does not lie in the folder that the record names.
        last(&self.file_of(row)) == last(&self.name)
    }

    /// What is no longer as it was when the file was built: an input, or the file itself.
    fn changed(&self, arguments: &Trace) -> Result<Vec<String>, Fault> {
        let current = std::env::current_dir().map_err(Fault::io("không vào được thư mục", "."))?;
        let root = match &arguments.project {
            Some(project) => Some(project_at(&current, project)?),
            None => discover::project_root(&self.folder),
        };
        let mut lines = Vec::new();
        let own = self.document.outputs.iter().find(|file| file.path == self.name);
        let bytes = fs::read(self.folder.join(&self.name)).ok();
        if let (Some(own), Some(bytes)) = (own, bytes)
            && sha256(&bytes) != own.sha256
        {
            lines.push(format!("«{}» đã bị sửa từ lần dựng; nguồn dưới đây là của bản đã dựng", self.name));
        }
        // Templates are embedded: the file of that name need not be in the project.
        let inputs = self.document.inputs.iter().filter(|input| input.path.starts_with("data/"));
        let is_changed = |path: &str, hash: &str| {
            let path = root.as_ref().map(|root| root.join(path)).filter(|path| path.is_file());
            path.and_then(|path| fs::read(path).ok()).is_some_and(|bytes| sha256(&bytes) != hash)
        };
        let changed: Vec<&str> = inputs
            .filter(|input| is_changed(&input.path, &input.sha256))
            .map(|input| input.path.as_str())
            .collect();
        if !changed.is_empty() {
            lines.push(format!(
                "đã đổi từ lần dựng: {}; chạy duthao build rồi tra lại để được số mới",
                changed.join(", ")
            ));
        }
        Ok(lines)
    }

    fn text(&self, query: &Query, hits: &[Hit], elsewhere: &[Hit], typed: &[Typed]) -> String {
        let mut text = match hits.len() {
            0 => format!("Không có số liệu «{}» trong {}.\n", query.typed, self.name),
            count => format!("Số «{}» đứng ở {count} chỗ trong {}.\n", query.typed, self.name),
        };
        for (number, hit) in hits.iter().enumerate() {
            text.push_str(&format!("\n{}. {}", number + 1, self.hit(&hit.row)));
        }
        if hits.is_empty() && !elsewhere.is_empty() {
            let mut files: Vec<String> = elsewhere.iter().map(|hit| self.file_of(&hit.row)).collect();
            files.dedup();
            text.push_str(&format!("Số này đứng ở {} chỗ trong {}.\n", elsewhere.len(), files.join(", ")));
        }
        if hits.is_empty() && elsewhere.is_empty() && typed.is_empty() {
            let near = recall::nearest(&self.document, query);
            if !near.is_empty() {
                text.push_str(&format!("Số liệu gần nhất của văn bản này: {}.\n", near.join("; ")));
            }
        }
        if !typed.is_empty() {
            let also = if hits.is_empty() { "" } else { "\n" };
            text.push_str(&format!(
                "{also}Không lấy từ ô nào mà do người soạn gõ hoặc do mẫu in (năm, số thứ tự …): {} chỗ.\n",
                typed.len()
            ));
        }
        for typed in typed.iter().take(MOST_TYPED) {
            let place = typed.source.as_ref().map(|place| format!(", viết ở {}", spoken(place)));
            text.push_str(&format!("   «{}»{}\n", typed.sentence, place.unwrap_or_default()));
        }
        text
    }

    /// Where a figure stands, and line by line what is behind it.
    fn hit(&self, row: &FigureRow) -> String {
        let paragraph = row.paragraph.and_then(|number| self.document.text.get(number.checked_sub(1)?));
        let quoted = paragraph.zip(row.offset).map(|(text, offset)| sentence_around(&text.text, offset));
        let page = row.page.map(|page| format!("Trang {page}"));
        let mut text = match (&row.annex, quoted) {
            (Some(annex), _) => {
                let from = row.page.map(|page| format!(", bảng bắt đầu từ trang {page}"));
                format!("{annex}{}, ô ghi «{}»\n", from.unwrap_or_default(), row.text)
            }
            (None, Some(quoted)) => {
                format!("{}: «{quoted}»\n", page.unwrap_or_else(|| "Trong lời văn".to_owned()))
            }
            (None, None) => {
                format!("{}, «{}»\n", page.unwrap_or_else(|| "Trong văn bản".to_owned()), row.text)
            }
        };
        let mut line = |words: String| text.push_str(&format!("   {words}\n"));
        match (row.table.as_deref(), &row.row, &row.column) {
            (Some("hang_so"), _, Some(name)) => line(format!("hằng số «{name}»")),
            (Some(table), Some(unit), Some(column)) => {
                line(format!("dòng «{unit}», cột «{column}», bảng «{table}»"));
            }
            (Some(table), None, Some(column)) => line(format!("tổng cột «{column}», bảng «{table}»")),
            _ => {}
        }
        let places = together(&row.source);
        if !places.is_empty() {
            line(format!("lấy từ: {}", places.join("; ")));
        }
        // The arithmetic begins with its formula.
        let is_shown =
            |formula: &String| row.steps.first().is_some_and(|step| step.contains(formula.as_str()));
        if let Some(formula) = row.formula.as_ref().filter(|formula| !is_shown(formula)) {
            line(format!("công thức: {formula}"));
        }
        for step in &row.steps {
            let said = step.contains(':');
            line(if said { step.clone() } else { format!("cách tính: {step}") });
        }
        if let Some(rounding) = &row.rounding {
            line(format!("cách ghi: {rounding}"));
        }
        text
    }

    fn file_of(&self, row: &FigureRow) -> String {
        row.file.clone().unwrap_or_else(|| format!("{}.pdf", self.document.stem))
    }
}

/// Places as they are said: the cells of one sheet together.
fn together(places: &[Place]) -> Vec<String> {
    let mut said: Vec<(String, String)> = Vec::new();
    for place in places {
        let (before, cell) = match place {
            Place::Cell { file, sheet, cell } => (format!("{file}, trang «{sheet}», ô "), cell.to_string()),
            other => (spoken(other), String::new()),
        };
        match said.last_mut().filter(|(known, _)| *known == before) {
            Some((_, cells)) => cells.push_str(&format!(", {cell}")),
            None => said.push((before, cell)),
        }
    }
    said.into_iter().map(|(before, cells)| format!("{before}{cells}")).collect()
}

/// A place as a clerk says it.
fn spoken(place: &Place) -> String {
    match place {
        Place::Text { file, line, .. } => format!("{file}, dòng {line}"),
        other => other.to_string(),
    }
}
