//! The command line: arguments, exit codes, and one short function a verb.
//!
//! Never here: stage logic. Data goes to standard output; progress, findings for people and the summary to standard
//! error. Exit codes: 0 all well, 1 findings of severity error, 2 the tool could not do its work, 130 interrupted.

mod annotate;
mod args;
mod build;
mod collect;
mod conformity;
mod diff;
mod explain;
mod folder;
mod inspect;
mod places;
mod progress;
mod report;
mod review;
mod session;
mod terminal;
mod timings;
mod trace;
mod verify;
mod waived;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::Ordering;

use clap::Parser;
use clap::error::{ContextKind, ErrorKind};

use crate::batch;
use crate::fault::Fault;
use args::{Arguments, Verb};

/// Exit codes of the contract; the highest wins.
pub const REFUSED: u8 = 1;
pub const FAILED: u8 = 2;
pub const INTERRUPTED: u8 = 130;

/// Runs the program with the process's arguments.
pub fn run() -> ExitCode {
    let mut arguments = std::env::args_os();
    if arguments.nth(1).is_some_and(|verb| verb == crate::worker::COMMAND) {
        let root = arguments.next().map(PathBuf::from).unwrap_or_default();
        return worker(root);
    }
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Even then whoever reads standard output as JSON gets JSON.
            let wants_json =
                std::env::args().any(|argument| argument == "json" || argument == "--format=json");
            if wants_json && error.use_stderr() {
                let is_said = |wanted: &str| std::env::args().any(|argument| argument == wanted);
                terminal::data(match () {
                    () if is_said("explain") => explain::NOTHING,
                    () if is_said("inspect") => inspect::NOTHING,
                    () if is_said("trace") => trace::NOTHING,
                    () if is_said("diff") => diff::NOTHING,
                    () if is_said("annotate") => annotate::NOTHING,
                    () if is_said("collect") => collect::NOTHING,
                    () if is_said("verify") => verify::NOTHING,
                    () if is_said("--form") => conformity::NOTHING,
                    () => "[]",
                });
            }
            return usage(&error);
        }
    };
    // Ctrl-C reaches the workers too; the parent finishes nothing more and says so by its exit code.
    let handler = ctrlc::set_handler(|| {
        batch::INTERRUPTED.store(true, Ordering::SeqCst);
        crate::worker::kill_all();
    });
    if let Err(error) = handler {
        terminal::error_line(&format!("không cài được cách dừng bằng Ctrl-C: {error}"));
    }
    let code = match arguments.verb {
        Verb::Check(ref check) => build::check(check),
        Verb::Build(ref build) => build::build(build),
        Verb::Verify(ref verify) => verify::verify(verify),
        Verb::Inspect(ref workbook) => inspect::inspect(workbook),
        Verb::Annotate(ref annotate) => annotate::annotate(annotate),
        Verb::Collect(ref collect) => collect::collect(collect),
        Verb::Explain(ref explain) => explain::explain(explain),
        Verb::Trace(ref trace) => trace::trace(trace),
        Verb::Diff(ref diff) => diff::diff(diff),
    };
    ExitCode::from(code.unwrap_or_else(|fault| {
        terminal::error_line(&format!("sự cố: {fault}"));
        exit_code(&fault)
    }))
}

/// The project that `--project` names.
fn project_at(current: &Path, named: &Path) -> Result<PathBuf, Fault> {
    let root = current.join(named);
    if root.join("data").is_dir() {
        Ok(root)
    } else {
        Err(Fault::Usage(format!("«{}» không có thư mục data/", root.display())))
    }
}

fn exit_code(fault: &Fault) -> u8 {
    if matches!(fault, Fault::Interrupted) { INTERRUPTED } else { FAILED }
}

fn worker(root: PathBuf) -> ExitCode {
    // The parent decides what Ctrl-C means for a document in work.
    let _ = ctrlc::set_handler(|| {});
    match crate::worker::serve(root) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::error_line(&error.to_string());
            ExitCode::from(FAILED)
        }
    }
}

/// Help goes to standard output; what is wrong with the arguments is said in Vietnamese.
fn usage(error: &clap::Error) -> ExitCode {
    let context = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let allowed = context(ContextKind::ValidValue);
    let message = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            terminal::data(&error.render().to_string());
            return ExitCode::SUCCESS;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            error.render().to_string().trim_end().to_owned()
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{argument} cần một giá trị"),
        ErrorKind::InvalidValue => format!("{argument} không nhận «{value}»; chọn trong: {allowed}"),
        ErrorKind::ValueValidation => format!("{argument} không nhận «{value}»"),
        ErrorKind::UnknownArgument => format!("không có tham số «{argument}»"),
        ErrorKind::InvalidSubcommand => {
            format!(
                "không có lệnh «{}»; các lệnh: check, build, verify, inspect, annotate, collect, explain, trace, diff",
                context(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::MissingRequiredArgument => missing(std::env::args().nth(1).as_deref()),
        ErrorKind::ArgumentConflict => format!("{argument} ghi hai lần hoặc không đi cùng tham số khác"),
        _ => error.render().to_string().trim_end().to_owned(),
    };
    terminal::error_line(&message);
    if !matches!(error.kind(), ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand) {
        terminal::error_line("xem cách dùng: duthao --help");
    }
    ExitCode::from(FAILED)
}

/// What has to be typed behind a verb that cannot do without.
fn missing(verb: Option<&str>) -> String {
    let what = match verb {
        Some("trace") => {
            "tệp kết quả hoặc số cần tìm, ví dụ: duthao trace output/dak-nong-2023/ke-hoach.pdf 4.990"
        }
        Some("annotate") => "đường dẫn của bảng tính, hoặc của tệp sẽ ghi",
        Some("collect") => {
            "các bảng tính thu về hoặc tệp sẽ ghi, ví dụ: duthao collect thu-ve --to tong-hop.xlsx"
        }
        Some("diff") => {
            "hai thư mục kết quả, ví dụ: duthao diff output-cu output; hoặc một bản Word: duthao diff ke-hoach.docx"
        }
        _ => "đường dẫn của bảng tính",
    };
    format!("thiếu {what}")
}
