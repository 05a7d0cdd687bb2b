//! The written rules about the code itself that a search can check.

use std::fs;
use std::path::Path;

/// A foreign crate and the file or folder that may name it; XML and packages are read in places that share nothing.
const FENCES: &[(&str, &str)] = &[
    ("typst", "src/compile/"),
    ("typst_layout", "src/compile/"),
    ("typst_pdf", "src/compile/"),
    ("typst_kit", "src/compile/"),
    ("comemo", "src/compile/"),
    ("calamine", "src/load/workbook/"),
    ("zip", "src/load/workbook/"),
    ("zip", "src/annotate/package.rs"),
    ("zip", "src/draft/package.rs"),
    ("zip", "src/readback/docx.rs"),
    ("zip", "src/annex/first_page.rs"),
    ("zip", "src/review/package.rs"),
    ("memchr", "src/load/workbook/"),
    ("csv", "src/load/workbook/csv/"),
    ("encoding_rs", "src/load/workbook/"),
    ("serde_yaml", "src/load/yaml.rs"),
    ("tera", "src/render/"),
    ("quick_xml", "src/render/"),
    ("quick_xml", "src/load/workbook/"),
    ("quick_xml", "src/annotate/xml.rs"),
    ("quick_xml", "src/draft/xml.rs"),
    ("quick_xml", "src/readback/docx.rs"),
    ("quick_xml", "src/review/"),
    ("rust_xlsxwriter", "src/annex/"),
    ("rust_xlsxwriter", "src/annotate/values.rs"),
    ("annotate_snippets", "src/diag/human.rs"),
];

/// What creates, changes or removes files.
const WRITES: &[&str] = &[
    "fs::write",
    "File::create",
    "create_dir",
    "fs::rename",
    "remove_file",
    "remove_dir",
    "OpenOptions",
    "hard_link",
    "fs::copy",
];

/// Stages, and what each may use beside `diag`, `fault`, `model`, `vietnamese`: the types that are handed on to it.
const HANDED_ON: &[(&str, &[&str])] = &[
    ("annex", &["check::Checked", "collect::Collected", "load::workbook::{Raw, Sheet}"]),
    ("annotate", &["load::workbook::{Look, Raw, Sheet}"]),
    ("check", &["compile::Pages"]),
    ("collect", &[]),
    ("compile", &["templates::Templates"]),
    ("diag", &[]),
    ("discover", &[]),
    ("draft", &[]),
    ("fault", &[]),
    ("expand", &[]),
    ("load", &[]),
    ("model", &[]),
    ("output", &["record::"]),
    ("readback", &["draft::{PARAGRAPH_MARK, TABLE_MARK}", "load::workbook::"]),
    ("recall", &["record::"]),
    ("record", &["check::Checked", "compile::Pages"]),
    ("render", &["check::Checked", "templates::Templates"]),
    ("review", &["draft::", "recall::", "record::"]),
    ("templates", &["load::Project"]),
    ("vietnamese", &[]),
];
const COMMON: [&str; 4] = ["diag", "fault", "model", "vietnamese"];

const LONGEST: usize = 400;

/// Every file under a folder of the project whose name ends so, with its text, by its path.
fn sources(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: Vec<(String, String)> = walkdir::WalkDir::new(root.join(folder))
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && entry.path().to_string_lossy().ends_with(ending))
        .map(|entry| {
            let path = entry.path().strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
            (path, String::from_utf8_lossy(&fs::read(entry.path()).expect("readable")).into_owned())
        })
        .collect();
    found.sort();
    found
}

/// The lines of code with their numbers: no comments, nothing from `mod tests` on.
fn code(path: &str, text: &str) -> Vec<(usize, String)> {
    if path.contains("/tests") {
        return Vec::new();
    }
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
        .map(|(number, line)| (number + 1, line.to_owned()))
        .collect()
}

fn offences(what: impl Fn(&str, &str) -> bool) -> Vec<String> {
    let mut offences = Vec::new();
    for (path, text) in sources("src", ".rs") {
        for (number, line) in code(&path, &text) {
            if what(&path, &line) {
                offences.push(format!("{path}:{number}: {}", line.trim()));
            }
        }
    }
    offences
}

fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::"))
        .any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
}

#[test]
fn one_foreign_crate_lives_in_one_place() {
    let crossed = offences(|path, line| {
        let is_home =
            |name: &str| FENCES.iter().any(|(other, home)| *other == name && path.starts_with(home));
        FENCES.iter().any(|(name, _)| names_crate(line, name) && !is_home(name))
    });
    assert_eq!(crossed, [""; 0]);
}

#[test]
fn only_output_creates_files() {
    let writers = offences(|path, line| {
        !path.starts_with("src/output/") && WRITES.iter().any(|write| line.contains(write))
    });
    assert_eq!(writers, [""; 0]);
}

#[test]
fn a_stage_knows_what_it_is_handed_and_no_other_stage() {
    let crossed = offences(|path, line| {
        let stage = path.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default();
        let Some((_, handed)) = HANDED_ON.iter().find(|(name, _)| *name == stage) else { return false };
        line.match_indices("crate::").any(|(at, _)| {
            let used = &line[at + "crate::".len()..];
            let from = used.split("::").next().unwrap_or_default();
            from != stage
                && !COMMON.contains(&from)
                && !handed.iter().any(|allowed| used.starts_with(allowed))
        })
    });
    assert_eq!(crossed, [""; 0]);
}

#[test]
fn every_file_says_what_it_is_for_and_is_short() {
    let files: Vec<(String, String)> =
        ["src", "tests", "benches"].into_iter().flat_map(|folder| sources(folder, ".rs")).collect();
    let silent: Vec<&String> =
        files.iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    assert_eq!(silent, [""; 0]);
    let long: Vec<String> = files
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(path, lines)| format!("{path}: {lines} lines"))
        .collect();
    assert_eq!(long, [""; 0]);
}

#[test]
fn nothing_is_left_for_later_and_nothing_is_unwrapped() {
    let left = offences(|_, line| {
        ["todo!", "dbg!", "unimplemented!", "FIXME", ".unwrap()"].iter().any(|word| line.contains(word))
    });
    assert_eq!(left, [""; 0]);
}

#[test]
fn every_template_is_embedded() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    let on_disk = crate::harness::files(&root);
    let embedded: Vec<&str> = duthao::templates::EMBEDDED.iter().map(|(path, _)| *path).collect();
    assert_eq!(on_disk.keys().map(String::as_str).collect::<Vec<_>>(), embedded);
}

#[test]
fn layouts_know_nothing_of_forms_and_forms_set_no_lengths() {
    for (path, text) in sources("templates/layout", ".typ") {
        for delimiter in ["{{", "}}", "{%", "%}"] {
            assert!(!text.contains(delimiter), "{path} holds {delimiter}");
        }
    }
    for (path, text) in sources("templates/forms", ".tera") {
        for unit in ["mm", "cm", "pt", "em"] {
            let is_length = |at: usize| {
                let after = text[at + unit.len()..].chars().next();
                text[..at].ends_with(|c: char| c.is_ascii_digit())
                    && !after.is_some_and(char::is_alphanumeric)
            };
            assert!(!text.match_indices(unit).any(|(at, _)| is_length(at)), "{path} sets a length in {unit}");
        }
        assert!(!text.contains("#set"), "{path} sets a style");
    }
}

#[test]
fn every_rule_is_documented() {
    let mut page = String::from(
        "# Các mã lỗi và cảnh báo\n\nMột mã không bao giờ dùng lại cho việc khác. Lỗi làm văn bản bị từ chối; cảnh báo thì không, \
         trừ khi dùng `--strict`.\nMỗi thông báo nói chỗ sai, số đã thấy, số đáng lẽ phải có và cách sửa. Trang này viết ra từ \
         `src/diag/rules/`\n(`UPDATE=1 cargo tidy`); xem từng mã trên máy: `duthao explain TOT001`.\n\nMã có chữ «bỏ qua được» \
         có thể miễn bằng `bo_qua` với một lý do, xem [docs/forms.md](forms.md#bỏ-qua-một-quy-tắc).\n",
    );
    let all = duthao::diag::rules::all();
    for (family, name) in duthao::diag::rules::FAMILIES {
        let own: Vec<_> = all.iter().filter(|rule| rule.family() == family).collect();
        if own.is_empty() {
            continue;
        }
        page.push_str(&format!(
            "\n## {family}: {name}\n\n| Mã | Tên | Mức | Sai ở đâu |\n|---|---|---|---|\n"
        ));
        for rule in &own {
            let severity = rule.severity.words();
            page.push_str(&format!("| {} | `{}` | {severity} | {} |\n", rule.code, rule.name, rule.what));
        }
        for rule in &own {
            let waivable = if rule.can_be_waived() { " Bỏ qua được." } else { "" };
            page.push_str(&format!(
                "\n**{}**: {}.{waivable}\n\n- Vì sao: {}.\n- Căn cứ: {}.\n- Cách sửa: {}.\n",
                rule.code, rule.what, rule.why, rule.basis, rule.mend
            ));
        }
    }
    let path = format!("{}/docs/rules.md", env!("CARGO_MANIFEST_DIR"));
    if std::env::vars().any(|(name, _)| name == "UPDATE") {
        std::fs::File::create(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, page.as_bytes()))
            .expect("docs/ can be written");
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), page, "run UPDATE=1 cargo tidy");
}
