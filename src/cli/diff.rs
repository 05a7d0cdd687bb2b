//! `duthao diff`: which figures, sentences and rows differ between two output folders, and because of which cells.
//! A draft alone is held against its build by `review.rs`.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use super::args::{Diff, Format};
use super::report::columns;
use super::review::{is_draft, review};
use super::terminal;
use crate::diag::Place;
use crate::fault::Fault;
use crate::output;
use crate::recall::{
    self, Change, Changes, Document, FigureChange, Folder, Known, RowChange, SentenceChange,
};
use crate::record::RowId;

/// What is printed as JSON when nothing could be compared.
pub const NOTHING: &str = "{\"figures\":[],\"sentences\":[],\"rows\":[]}";

/// The most characters of a table's cell.
const WIDEST: usize = 40;

/// Compares two output folders, or a draft with its build.
pub fn diff(arguments: &Diff) -> Result<u8, Fault> {
    let new = match &arguments.new {
        None if is_draft(&arguments.old) => return review(arguments),
        Some(new) if !is_draft(&arguments.old) && !is_draft(new) => Ok(new),
        Some(_) => Err(
            "một bản Word được so với bản dựng của chính nó: chỉ ghi tệp .docx, ví dụ: duthao diff ke-hoach.docx",
        ),
        None => Err(
            "thiếu hai thư mục kết quả, ví dụ: duthao diff output-cu output; hoặc một bản Word: duthao diff ke-hoach.docx",
        ),
    };
    let new = new.map_err(|reason| Fault::Usage(reason.to_owned()));
    let opened = new.and_then(|new| sides(&arguments.old, new)).inspect_err(|_| {
        if arguments.format == Format::Json {
            terminal::data(NOTHING);
        }
    })?;
    let is_silent = |folder: &Folder| folder.documents.iter().any(|document| document.text.is_empty());
    if opened.iter().any(|(old, new)| is_silent(old) || is_silent(new)) {
        terminal::error_line(
            "có văn bản dựng bằng phiên bản chưa ghi lời văn vào manifest.json: chỉ so được phụ lục của văn bản đó",
        );
    }
    let (changes, documents) = compared(&opened);
    match arguments.format {
        Format::Json => {
            let documents: Vec<_> = documents
                .iter()
                .map(|(document, change)| json!({ "document": document, "change": change }))
                .collect();
            let object = json!({
                "documents": documents,
                "figures": changes.figures,
                "sentences": changes.sentences,
                "rows": changes.rows,
            });
            terminal::data(serde_json::to_string_pretty(&object).as_deref().unwrap_or(NOTHING));
        }
        Format::Human => terminal::data(&text(&changes, &documents)),
    }
    Ok(0)
}

/// The dossiers of both folders, pair by pair.
type Pairs = Vec<(Folder, Folder)>;

fn sides(old: &Path, new: &Path) -> Result<Pairs, Fault> {
    let current = std::env::current_dir().map_err(Fault::io("không vào được thư mục", "."))?;
    output::restore(&current.join(old))?;
    output::restore(&current.join(new))?;
    let (of_old, of_new) = (dossiers(&current.join(old)), dossiers(&current.join(new)));
    for (shown, found) in [(old, &of_old), (new, &of_new)] {
        if found.is_none() {
            return Err(Fault::Usage(format!(
                "«{}» không phải thư mục kết quả: không thấy manifest.json trong đó hay trong thư mục con; chọn output hoặc output/<hồ sơ>; giữ bản cũ bằng cách chép thư mục đó sang chỗ khác trước khi dựng lại",
                shown.display()
            )));
        }
    }
    Ok(match (of_old.unwrap_or_default(), of_new.unwrap_or_default()) {
        // Two folders of one dossier each are meant, whatever they are called.
        (Found::One(old), Found::One(new)) => vec![(*old, *new)],
        (old, new) => {
            let (mut old, mut new) = (old.by_name(), new.by_name());
            // One dossier against a whole folder: that dossier alone is asked for.
            let is_asked =
                |name: &String, side: &BTreeMap<String, Folder>| side.len() > 1 || side.contains_key(name);
            let mut names: Vec<String> = old.keys().chain(new.keys()).cloned().collect();
            names.retain(|name| is_asked(name, &old) && is_asked(name, &new));
            names.sort();
            names.dedup();
            names
                .iter()
                .map(|name| (old.remove(name).unwrap_or_default(), new.remove(name).unwrap_or_default()))
                .collect()
        }
    })
}

enum Found {
    /// The folder of one dossier.
    One(Box<Folder>),
    /// A folder of such folders.
    Several(Vec<Folder>),
}

impl Default for Found {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Found {
    fn by_name(self) -> BTreeMap<String, Folder> {
        let folders = match self {
            Self::One(folder) => vec![*folder],
            Self::Several(folders) => folders,
        };
        folders.into_iter().map(|folder| (folder.name.clone(), folder)).collect()
    }
}

fn dossiers(path: &Path) -> Option<Found> {
    if let Some(folder) = recall::folder(path) {
        return Some(Found::One(Box::new(folder)));
    }
    let inside = walkdir::WalkDir::new(path).min_depth(1).max_depth(1).sort_by_file_name();
    let folders: Vec<Folder> =
        inside.into_iter().filter_map(Result::ok).filter_map(|entry| recall::folder(entry.path())).collect();
    (!folders.is_empty()).then_some(Found::Several(folders))
}

/// All changes, and the documents that only one side has.
fn compared(pairs: &Pairs) -> (Changes, Vec<(String, Change)>) {
    let mut changes = Changes::default();
    let mut documents = Vec::new();
    for (old, new) in pairs {
        let (of_old, of_new) = (Known::of(old), Known::of(new));
        let of_id =
            |folder: &'_ Folder, id: &RowId| folder.documents.iter().position(|document| document.id == *id);
        for document in &new.documents {
            match of_id(old, &document.id) {
                Some(at) => recall::changes((&old.documents[at], &of_old), (document, &of_new), &mut changes),
                None => documents.push((document.shown(), Change::Added)),
            }
        }
        let gone = |document: &&Document| of_id(new, &document.id).is_none();
        documents
            .extend(old.documents.iter().filter(gone).map(|document| (document.shown(), Change::Removed)));
    }
    documents.sort();
    (changes, documents)
}

/// What differs in one document.
#[derive(Default)]
struct OfDocument<'a> {
    figures: Vec<&'a FigureChange>,
    sentences: Vec<&'a SentenceChange>,
    rows: Vec<&'a RowChange>,
}

fn text(changes: &Changes, documents: &[(String, Change)]) -> String {
    let mut by_document: BTreeMap<(&String, &Option<String>), OfDocument<'_>> = BTreeMap::new();
    for one in &changes.figures {
        by_document.entry((&one.document, &one.document_unit)).or_default().figures.push(one);
    }
    for one in &changes.sentences {
        by_document.entry((&one.document, &one.document_unit)).or_default().sentences.push(one);
    }
    for one in &changes.rows {
        by_document.entry((&one.document, &one.document_unit)).or_default().rows.push(one);
    }
    let mut text = String::new();
    for (document, change) in documents {
        text.push_str(&format!(
            "{document}: văn bản {}\n",
            match change {
                Change::Added => "mới, bản cũ không có",
                _ => "không còn trong bản mới",
            }
        ));
    }
    for ((document, unit), OfDocument { figures, sentences, rows }) in &by_document {
        let unit = unit.as_ref().map(|unit| format!(", {unit}")).unwrap_or_default();
        text.push_str(&format!("{}{document}{unit}\n", if text.is_empty() { "" } else { "\n" }));
        if !figures.is_empty() {
            let head = ["  Đơn vị", "Cột", "Cũ", "Mới", "Do", "Chỗ in"].map(str::to_owned);
            let lines: Vec<[String; 6]> =
                std::iter::once(head).chain(figures.iter().map(|one| figure(one))).collect();
            text.push_str(&format!("\n  Số liệu: {}\n{}", figures.len(), columns(&lines)));
        }
        if !sentences.is_empty() {
            text.push_str(&format!("\n  Câu: {}\n", sentences.len()));
            sentences.iter().for_each(|one| text.push_str(&sentence(one, ["cũ", "mới"])));
        }
        if !rows.is_empty() {
            text.push_str(&format!("\n  Dòng, cột của bảng: {}\n", rows.len()));
            rows.iter().for_each(|one| text.push_str(&row(one)));
        }
    }
    if text.is_empty() {
        "Hai bản như nhau: không số liệu, câu, dòng nào khác.".to_owned()
    } else {
        text
    }
}

/// A figure that differs, as a line of a table.
pub(super) fn figure(change: &FigureChange) -> [String; 6] {
    let causes: Vec<String> = change.cause.iter().map(short).collect();
    let unit = match (&change.unit, change.table.as_deref()) {
        (Some(unit), _) => unit.as_str(),
        (None, Some("hang_so")) => "(hằng số)",
        (None, _) => "(tổng)",
    };
    let new = if change.new.is_empty() { "(bỏ)" } else { &change.new };
    [
        format!("  {}", cut(unit)),
        cut(change.column.as_deref().unwrap_or_default()),
        cut(&change.old),
        cut(new),
        cut(&causes.join(", ")),
        cut(&change.places.join(", ")),
    ]
}

/// A sentence that differs; both sides by what they are called.
pub(super) fn sentence(change: &SentenceChange, sides: [&str; 2]) -> String {
    let place = change.at.as_ref().map(|place| format!(" ({})", short(place))).unwrap_or_default();
    let (old, new) = (change.old.as_deref().unwrap_or_default(), change.new.as_deref().unwrap_or_default());
    match change.change {
        Change::Added => format!("  thêm{place}: «{new}»\n"),
        Change::Removed => format!("  bỏ{place}: «{old}»\n"),
        Change::Changed => {
            let [was, is] = sides.map(|side| format!("{side}:"));
            let wide = was.chars().count().max(is.chars().count());
            format!("  sửa{place}\n    {was:<wide$} «{old}»\n    {is:<wide$} «{new}»\n")
        }
    }
}

fn row(change: &RowChange) -> String {
    let verb = if change.change == Change::Added { "thêm" } else { "bỏ" };
    let place = change.annex.clone().unwrap_or_else(|| format!("bảng {}", change.table));
    match (&change.unit, &change.column) {
        (Some(unit), _) => format!("  {verb} dòng «{unit}», {place}\n"),
        (None, Some(column)) => format!("  {verb} cột «{column}», {place}\n"),
        (None, None) => format!("  {verb} cả bảng «{}», {place}\n", change.table),
    }
}

/// A place by the file's own name: `chi-tieu.xlsx Biểu 1!F17`, `ke-hoach.yaml:12`.
pub(super) fn short(place: &Place) -> String {
    let name = place.path().rsplit('/').next().unwrap_or_default();
    match place {
        Place::Cell { sheet, cell, .. } => format!("{name} {sheet}!{cell}"),
        Place::Text { line, .. } => format!("{name}:{line}"),
        _ => name.to_owned(),
    }
}

pub(super) fn cut(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if one_line.chars().count() <= WIDEST {
        return one_line;
    }
    format!("{}…", one_line.chars().take(WIDEST - 1).collect::<String>().trim_end())
}
