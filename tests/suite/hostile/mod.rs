//! Files that nobody would keep: bombs, cells at the end of the world, half a file. Every one is refused with its name or
//! read, in bounded memory; nothing hangs and nothing panics.
//!
//! `archives` is about the containers, `cells` about what stands in them, `markup` about XML, `binary` about `.xls`,
//! `paths` about where a file lies; `make` builds them at run time, `measure` says what they cost.

mod archives;
mod binary;
mod cells;
mod make;
mod markup;
mod measure;
mod paths;

use std::fs::File;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;

use crate::harness::Project;

/// What must come of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// An error that names the file.
    Refused,
    /// No error at all.
    Read,
    /// One of the two: both are right.
    Either,
}

/// One file, named in `tep`.
struct Case {
    name: String,
    file: &'static str,
    bytes: Vec<u8>,
    outcome: Outcome,
}

fn case(name: impl Into<String>, file: &'static str, bytes: Vec<u8>, outcome: Outcome) -> Case {
    Case { name: name.into(), file, bytes, outcome }
}

/// A table of places, number of households and rate.
const DOSSIER: &str = "\
co_quan: Ủy ban nhân dân huyện Tân Lập
viet_tat: UBND
dia_danh: Tân Lập
nam: 2024
nguoi_ky: { dong: [CHỦ TỊCH] }
noi_nhan: [\"Lưu: VT\"]
bang:
  bang:
    tep: TỆP
    cot:
      ten: { tieu_de: Địa phương, kieu: dia_phuong }
      so: { tieu_de: Số hộ, kieu: so_ho }
      ghi_chu: { tieu_de: Ghi chú, kieu: van_ban }
";

/// The most memory that may be asked for, in KB: far above what a case may take, far below what a bomb takes.
const MOST_MEMORY: u32 = 1_500_000;
/// After this a run counts as hanging.
const LONGEST: Duration = Duration::from_secs(60);

/// Checks every file in a project of its own and says what went wrong, all at once.
fn hold(cases: impl IntoIterator<Item = Case>) {
    let complaints: Vec<String> = cases
        .into_iter()
        .filter_map(|case| {
            let project = Project::new();
            project.file("data/so/ho-so.yaml", DOSSIER.replace("TỆP", case.file));
            project.file(&format!("data/so/{}", case.file), &case.bytes);
            let complaint = judge(&project, case.file, case.outcome).err()?;
            Some(format!("{}: {complaint}", case.name))
        })
        .collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// Whether the program says of the dossier's file what it should.
fn judge(project: &Project, file: &str, outcome: Outcome) -> Result<(), String> {
    let (status, findings, stderr) = check(project)?;
    if !stderr.is_empty() {
        return Err(format!("{status}: {stderr}"));
    }
    let errors: Vec<&Value> = findings.iter().filter(|finding| finding["severity"] == "error").collect();
    let path = format!("data/so/{file}");
    let names = |finding: &&Value| {
        let also = finding["also"].as_array().into_iter().flatten();
        also.chain([&finding["at"]]).any(|place| place["file"] == path.as_str())
            || finding["message"].as_str().is_some_and(|message| message.contains(file))
    };
    let is_right = match outcome {
        Outcome::Refused => errors.iter().any(names),
        Outcome::Read => errors.is_empty(),
        Outcome::Either => errors.is_empty() || errors.iter().any(names),
    };
    let is_code_right = status.code() == Some(i32::from(!errors.is_empty()));
    let told: Vec<String> =
        findings.iter().map(|finding| format!("{} {}", finding["code"], finding["message"])).collect();
    if is_right && is_code_right {
        Ok(())
    } else {
        Err(format!("not {outcome:?}, {status}: {}", told.join("; ")))
    }
}

/// Runs `check` with bounded memory: how it ended, its findings, and what it said on standard error.
fn check(project: &Project) -> Result<(ExitStatus, Vec<Value>, String), String> {
    // Into files: a pipe that nobody reads would stop the program.
    let open = |name: &str| File::create(project.path(name)).expect("a file can be made");
    let mut program = bounded(MOST_MEMORY)
        .args(["check", "--format", "json", "--quiet", "--jobs", "1"])
        .current_dir(project.root())
        .stdin(Stdio::null())
        .stdout(open("stdout"))
        .stderr(open("stderr"))
        .spawn()
        .expect("the program starts");
    let status = wait(&mut program).ok_or("it hangs")?;
    let (stdout, stderr) = (project.read("stdout"), project.read("stderr"));
    match serde_json::from_str(&stdout) {
        Ok(Value::Array(findings)) => Ok((status, findings, stderr)),
        _ => Err(format!("{status}: {stdout}{stderr}")),
    }
}

/// The program under a limit of memory, where the system's shell can set one.
fn bounded(kilobytes: u32) -> Command {
    let program = env!("CARGO_BIN_EXE_duthao");
    if cfg!(unix) {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -v {kilobytes} && exec \"$0\" \"$@\""), program]);
        shell
    } else {
        Command::new(program)
    }
}

fn wait(program: &mut Child) -> Option<ExitStatus> {
    const STEP: Duration = Duration::from_millis(5);
    for _ in 0..LONGEST.as_millis() / STEP.as_millis() {
        if let Some(status) = program.try_wait().expect("a child can be waited for") {
            return Some(status);
        }
        sleep(STEP);
    }
    program.kill().expect("a child can be ended");
    program.wait().ok().and(None)
}

#[test]
fn a_sound_workbook_of_every_kind_that_is_built_here_is_read() {
    hold([
        case("xlsx", "bang.xlsx", make::xlsx(make::ROWS).zip(), Outcome::Read),
        case("xlsx with shared strings", "bang.xlsx", make::shared(&["Xã Ân Thi"]).zip(), Outcome::Read),
    ]);
}

#[test]
fn the_batch_goes_on() {
    let project = Project::sample();
    for (folder, bytes) in
        [("hong", make::xlsx(make::ROWS).zip()[..300].to_vec()), ("rong", Vec::new()), ("sai", vec![7; 5000])]
    {
        project.file(&format!("data/{folder}/ho-so.yaml"), DOSSIER.replace("TỆP", "bang.xlsx"));
        project.file(&format!("data/{folder}/bang.xlsx"), bytes);
    }
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    assert_eq!(run.codes(), ["XLS002"; 3]);
    assert!(project.exists("output/mau/ke-hoach.pdf") && project.exists("output/khac/thong-bao.pdf"));
}
