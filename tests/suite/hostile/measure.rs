//! What the worst files cost in time and memory: no test, as a busy machine would fail it, but a table to look at.
//!
//! `cargo test --release --test suite hostile::measure -- --ignored --nocapture`

use std::time::{Duration, Instant};

use super::make::{ROWS, SHEET, SHEET_AFTER, kept, shared, sheet_before, xlsx};
use super::{DOSSIER, LONGEST};
use crate::harness::Project;

/// The most memory that a process and those under it held at once, in KB, by what the system keeps of each.
#[cfg(target_os = "linux")]
fn memory_of(parent: u32) -> u64 {
    let fields = |path: std::path::PathBuf| -> Option<(u32, u64)> {
        let text = std::fs::read_to_string(path.join("status")).ok()?;
        let field =
            |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next());
        Some((field("PPid:")?.parse().ok()?, field("VmHWM:")?.parse().ok()?))
    };
    let processes = std::fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    let under: u64 = processes
        .filter(|entry| entry.file_name().to_string_lossy().bytes().all(|b| b.is_ascii_digit()))
        .filter_map(|entry| fields(entry.path()))
        .filter(|(ppid, _)| *ppid == parent)
        .map(|(_, memory)| memory)
        .max()
        .unwrap_or(0);
    under.max(fields(format!("/proc/{parent}").into()).map_or(0, |(_, memory)| memory))
}

#[cfg(target_os = "linux")]
fn cost(file: &str, bytes: &[u8]) -> (Duration, u64, i32) {
    let project = Project::new();
    project.file("data/so/ho-so.yaml", DOSSIER.replace("TỆP", file));
    project.file(&format!("data/so/{file}"), bytes);
    let began = Instant::now();
    let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_duthao"))
        .args(["check", "--quiet", "--jobs", "1"])
        .current_dir(project.root())
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut memory = 0;
    loop {
        memory = memory.max(memory_of(program.id()));
        if let Some(status) = program.try_wait().expect("a child can be waited for") {
            return (began.elapsed(), memory, status.code().unwrap_or(-1));
        }
        if began.elapsed() > LONGEST {
            program.kill().expect("a child can be ended");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[cfg(target_os = "linux")]
#[test]
#[ignore = "a measurement"]
#[expect(clippy::print_stderr, reason = "a table for whoever runs it")]
fn the_worst_files() {
    const BOMB: usize = 1_000_000_000;
    let rows = |piece: &str| {
        xlsx(ROWS).with_repeated(SHEET, &sheet_before(), piece, BOMB / piece.len(), SHEET_AFTER).zip()
    };
    let cell = |text: &str| {
        format!(
            "{ROWS}<row r=\"4\"><c r=\"A4\"><v>3</v></c><c r=\"C4\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>"
        )
    };
    let far = format!("{ROWS}<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>");
    let strings = shared(&["x"]).with_repeated(
        "xl/sharedStrings.xml",
        "<sst>",
        "<si><t>xã</t></si>",
        BOMB / 20,
        "</sst>",
    );
    let cases = [
        ("a sound workbook", "bang.xlsx", xlsx(ROWS).zip()),
        ("a kept workbook", "bang.xlsx", kept("giam-ngheo.xlsx")),
        ("1 GB of blanks", "bang.xlsx", rows("          ")),
        ("1 GB of rows", "bang.xlsx", rows("<row></row>")),
        ("1 GB of strings", "bang.xlsx", strings.zip()),
        ("XFD1048576", "bang.xlsx", xlsx(&far).zip()),
        ("10 MB of words", "bang.xlsx", xlsx(&cell(&"a b ".repeat(2_500_000))).zip()),
        ("10 MB of digits", "bang.xlsx", xlsx(&cell(&"9".repeat(10_000_000))).zip()),
        ("200,000 deep", "bang.xlsx", xlsx(&cell(&"<a>".repeat(200_000))).zip()),
    ];
    for (name, file, bytes) in cases {
        let (time, memory, code) = cost(file, &bytes);
        eprintln!("{name:>20}: {:>6} ms {:>6} MB, exit {code}", time.as_millis(), memory / 1024);
    }
}
