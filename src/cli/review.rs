//! `duthao diff DRAFT.docx`: what a leader changed in a draft, and where the clerk has to change it.

use std::path::Path;

use serde_json::json;

use super::args::{Diff, Format};
use super::diff::{NOTHING, cut, figure, sentence, short};
use super::report::columns;
use super::terminal;
use crate::discover;
use crate::fault::Fault;
use crate::output;
use crate::recall::{self, Change, Document};
use crate::review::{Draft, Remark, Review};

/// No draft is larger.
const MOST_BYTES: u64 = 64 << 20;

/// Compares a draft with the build that its properties name.
pub fn review(arguments: &Diff) -> Result<u8, Fault> {
    let (draft, built, folder) = open(arguments).inspect_err(|_| {
        if arguments.format == Format::Json {
            terminal::data(NOTHING);
        }
    })?;
    if draft.has_macros {
        terminal::error_line(
            "tệp Word có macro: chương trình không chạy, chỉ đọc lời văn; đừng bật macro khi mở tệp này",
        );
    }
    let review = draft.against(&built);
    match arguments.format {
        Format::Json => {
            let object = json!({
                "figures": review.changes.figures,
                "sentences": review.changes.sentences,
                "rows": review.changes.rows,
                "tracked": review.tracked,
                "comments": review.comments,
            });
            terminal::data(serde_json::to_string_pretty(&object).as_deref().unwrap_or(NOTHING));
        }
        Format::Human => {
            let name = arguments.old.file_name().unwrap_or_default().to_string_lossy().into_owned();
            terminal::data(&text(&review, &name, &format!("{folder}/{}", built.stem), &built));
        }
    }
    Ok(0)
}

/// Whether what is named is a draft and not a folder.
pub fn is_draft(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    ending.is_some_and(|ending| ["docx", "docm", "doc"].contains(&ending.as_str()))
}

/// The draft, the build that it names, and that build's folder as messages name it.
fn open(arguments: &Diff) -> Result<(Draft, Document, String), Fault> {
    let current = std::env::current_dir().map_err(Fault::io("không vào được thư mục", "."))?;
    let path = current.join(&arguments.old);
    let shown = arguments.old.display();
    let size = std::fs::metadata(&path).map_err(Fault::io("không đọc được tệp", &arguments.old))?.len();
    if size > MOST_BYTES {
        return Err(Fault::Usage(format!(
            "«{shown}» lớn hơn {} MB: không phải bản dự thảo",
            MOST_BYTES >> 20
        )));
    }
    let bytes = std::fs::read(&path).map_err(Fault::io("không đọc được tệp", &arguments.old))?;
    let draft = Draft::open(bytes).map_err(|reason| Fault::Usage(format!("«{shown}»: {reason}")))?;
    let (output, named) = match &arguments.output {
        Some(output) => (current.join(output), output.to_string_lossy().into_owned()),
        None => {
            let root = match &arguments.project {
                Some(project) => super::project_at(&current, project)?,
                None => discover::project_root(&current).ok_or_else(|| {
                    Fault::Usage("không thấy thư mục data/ ở đây hay ở thư mục phía trên; chạy trong thư mục dự án, hoặc ghi --project THƯ_MỤC".to_owned())
                })?,
            };
            (root.join("output"), "output".to_owned())
        }
    };
    // The name of a folder, never a way out of the output folder.
    let is_name = |name: &str| !name.is_empty() && !name.contains(['/', '\\']) && !name.starts_with('.');
    let folder = output.join(&draft.dossier);
    let stem = draft.stem();
    let found = Some(&folder).filter(|_| is_name(&draft.dossier)).and_then(|folder| {
        output::restore(folder).ok()?;
        recall::folder(folder)?.documents.into_iter().find(|document| document.stem == stem)
    });
    let built = found.ok_or_else(|| {
        Fault::Usage(format!(
            "«{shown}» được dựng từ hồ sơ «{}», văn bản «{stem}», nhưng không thấy bản dựng đó trong «{named}»; chạy duthao build trong dự án có hồ sơ này rồi so lại",
            draft.dossier
        ))
    })?;
    if built.text.is_empty() {
        return Err(Fault::Usage(format!(
            "bản dựng của «{stem}» do phiên bản chưa ghi lời văn lập; chạy duthao build rồi so lại"
        )));
    }
    let shown = format!("{}/{}", named.trim_end_matches('/'), draft.dossier);
    Ok((draft, built, shown))
}

fn text(review: &Review, name: &str, folder: &str, built: &Document) -> String {
    let Review { changes, tracked, comments } = review;
    let mut text = format!("{name} so với {folder} ({})\n", built.shown());
    let begin = text.len();
    if !changes.figures.is_empty() {
        let head = ["  Đơn vị", "Cột", "Bản dựng", "Bản Word", "Sửa ở", "Chỗ in"].map(str::to_owned);
        let lines: Vec<[String; 6]> =
            std::iter::once(head).chain(changes.figures.iter().map(figure)).collect();
        text.push_str(&format!(
            "\n  Số liệu trong bản Word khác bản dựng: {}\n{}  Số trong bản Word không có hiệu lực: nếu số mới là đúng thì sửa ô (hoặc dòng YAML) ở cột «Sửa ở», dựng lại, rồi so lại.\n",
            changes.figures.len(),
            columns(&lines)
        ));
    }
    if !changes.sentences.is_empty() {
        text.push_str(&format!("\n  Câu: {}\n", changes.sentences.len()));
        changes.sentences.iter().for_each(|one| text.push_str(&sentence(one, ["bản dựng", "bản Word"])));
    }
    if !changes.rows.is_empty() {
        text.push_str(&format!("\n  Dòng của bảng: {}\n", changes.rows.len()));
        for row in &changes.rows {
            let verb = if row.change == Change::Added { "thêm" } else { "bỏ" };
            let place = row.annex.clone().unwrap_or_else(|| format!("bảng {}", row.table));
            let unit = row.unit.as_deref().unwrap_or_default();
            text.push_str(&format!(
                "  {verb} dòng «{unit}», {place}: sửa ở bảng tính, không sửa trong bản Word\n"
            ));
        }
    }
    if !tracked.is_empty() {
        text.push_str(&format!("\n  Sửa có theo dõi: {}\n", tracked.len()));
        for one in tracked {
            let verb = if one.change == Some("deleted") { "xóa" } else { "chèn" };
            text.push_str(&format!("  {} {verb}{}: «{}»\n", author(one), place(one), one.text));
        }
    }
    if !comments.is_empty() {
        text.push_str(&format!("\n  Ý kiến: {}\n", comments.len()));
        for one in comments {
            let about = one.about.as_ref().map(|about| format!(" về «{}»", cut(about))).unwrap_or_default();
            text.push_str(&format!("  {}{about}{}: «{}»\n", author(one), place(one), one.text));
        }
    }
    if text.len() == begin {
        text.push_str("\n  Không có gì khác: lời văn và số liệu như bản dựng, không có ý kiến.\n");
    }
    text
}

fn author(remark: &Remark) -> &str {
    if remark.author.trim().is_empty() { "(không ghi tên)" } else { remark.author.trim() }
}

fn place(remark: &Remark) -> String {
    remark.at.as_ref().map(|place| format!(" ({})", short(place))).unwrap_or_default()
}
