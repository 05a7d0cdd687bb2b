//! A whole province in one run: a thousand decisions, nothing changed, one cell changed, one job against two, memory.
//!
//! `cargo bench --bench province` writes a synthetic province to a temporary folder and prints what it measured.
//! `cargo bench --bench province -- write FOLDER [districts|communes|thousand]` only writes it, `change FOLDER` changes
//! one cell of the thousand; for `benches/against-typst/run.sh` and for whoever wants to look. By hand, never in the gate: the machines that run it are
//! shared, so compare within one run.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]
#![expect(clippy::float_arithmetic, reason = "ratios of time")]

#[path = "province/synthetic.rs"]
mod synthetic;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use duthao::discover;
use duthao::load::Project;
use duthao::pipeline::{Course, Order, Workshop};
use duthao::stopwatch::{Stage, Stopwatch, Timings};
use synthetic::{COMMUNES, DISTRICTS, Shape, THOUSAND};

const BINARY: &str = env!("CARGO_BIN_EXE_duthao");

fn main() {
    let arguments: Vec<String> = std::env::args().filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [_, "write", folder] => written(Path::new(folder), THOUSAND),
        [_, "write", folder, count] if count.parse::<usize>().is_ok() => {
            written(Path::new(folder), Shape { groups: count.parse().expect("a number"), ..THOUSAND });
        }
        [_, "change", folder] => {
            // One cell of the thousand decisions.
            synthetic::write(Path::new(folder), THOUSAND, true).expect("the workbook can be written");
        }
        [_, "write", folder, "districts"] => written(Path::new(folder), DISTRICTS),
        [_, "write", folder, "communes"] => written(Path::new(folder), COMMUNES),
        [_, "write", folder, "thousand"] => written(Path::new(folder), THOUSAND),
        [_, "typst", folder, count] => for_typst(Path::new(folder), count.parse().expect("a number")),
        [_, "warm", count] => warm(count.parse().expect("a number of documents"), "pdf,xlsx"),
        [_, "warm", count, kinds] => warm(count.parse().expect("a number of documents"), kinds),
        _ => {
            measure("20 districts of 12 communes", DISTRICTS, 5);
            measure("120 communes of 8 villages", COMMUNES, 3);
            measure("1,000 decisions with an annex of 18 rows", THOUSAND, 3);
            warm(1_000, "pdf,xlsx");
            warm(200, "pdf,xlsx,docx");
        }
    }
}

fn written(root: &Path, shape: Shape) {
    synthetic::write(root, shape, false).expect("the province can be written");
}

/// The whole program over a province, each way so often, medians.
fn measure(what: &str, shape: Shape, rounds: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let root = folder.path();
    written(root, shape);
    let build = |arguments: &[&str]| {
        let began = Instant::now();
        let status = Command::new(BINARY)
            .args(["build", "--quiet", "--only", "pdf,xlsx"])
            .args(arguments)
            .current_dir(root)
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .status()
            .expect("the program starts");
        assert!(status.success(), "the province builds");
        began.elapsed()
    };
    let mut times: [Vec<Duration>; 4] = Default::default();
    for _ in 0..rounds {
        times[0].push(build(&["--force", "--jobs", "1"]));
        times[1].push(build(&["--force", "--jobs", "2"]));
        times[2].push(build(&[]));
        synthetic::write(root, shape, true).expect("the workbook can be written");
        times[3].push(build(&[]));
        written(root, shape);
        build(&[]);
    }
    let [one, two, nothing, cell] = times.map(median);
    println!("{what}: {} documents, medians of {rounds}", shape.groups);
    println!(
        "  one job {:.2} s, two jobs {:.2} s, ratio {:.2}",
        seconds(one),
        seconds(two),
        seconds(one) / seconds(two)
    );
    println!("  a document with two jobs {:.2} ms", seconds(two) * 1000.0 / shape.groups as f64);
    println!("  nothing changed {:.3} s, one cell changed {:.3} s", seconds(nothing), seconds(cell));
}

/// Writes so many documents as Typst projects, each in a folder of its own, with a table in plain Typst in place of the
/// program's own: what the typst command line can compile.
#[expect(clippy::disallowed_methods, reason = "a bench writes what it measures")]
fn for_typst(target: &Path, count: usize) {
    const PLAIN_TABLE: &str = include_str!("against-typst/bang.typ");
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    written(folder.path(), Shape { groups: count, ..THOUSAND });
    let job = discover::jobs(folder.path(), folder.path(), &[]).expect("the province is there").0.remove(0);
    let mut workshop = Workshop::open(Project::new(folder.path())).expect("the embedded templates are sound");
    let mut open = workshop.dossier(&job.dossier);
    workshop.meet(&mut open, &job.documents, &mut Stopwatch::start());
    for work in workshop.works(&mut open, &job.documents, &Order::default()) {
        let mut course = Course::of_unit(&work.document, work.unit.clone());
        workshop.lay_out(&mut open, &work.document, &mut course).expect("the province is in order");
        let folder = target.join(work.unit.map(|unit| unit.slug).unwrap_or_default());
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        for (name, bytes) in workshop.typesetter_files() {
            let bytes = if name == "bang.typ" { PLAIN_TABLE.as_bytes().to_vec() } else { bytes };
            std::fs::write(folder.join(name), bytes).expect("a file can be written");
        }
    }
}

/// One process that makes so many documents one after another: stages, and memory on the way.
fn warm(count: usize, kinds: &str) {
    // The second time the pool is there.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let root = folder.path();
    written(root, Shape { groups: count, ..THOUSAND });
    let order = Order { kinds: kinds.split(',').map(str::to_owned).collect(), ..Order::default() };
    let job = discover::jobs(root, root, &[]).expect("the province is there").0.remove(0);
    let mut workshop = Workshop::open(Project::new(root)).expect("the embedded templates are sound");
    let mut open = workshop.dossier(&job.dossier);
    workshop.meet(&mut open, &job.documents, &mut Stopwatch::start());
    let began = Instant::now();
    let works = workshop.works(&mut open, &job.documents, &order);
    println!(
        "{count} documents ({kinds}) in one process; their keys took {:.1} ms",
        seconds(began.elapsed()) * 1000.0
    );
    let mut timings = Timings::default();
    for (at, work) in works.iter().enumerate() {
        let outcome =
            workshop.document_of(&mut open, &work.document, work.unit.as_ref(), &order).expect("no fault");
        assert!(outcome.built.is_some(), "{:?}", outcome.findings);
        timings.add(&outcome.timings);
        if [1, 10, 100, 500].contains(&(at + 1)) || at + 1 == works.len() {
            println!("  after {:>4}: {}", at + 1, memory());
        }
    }
    let bare = timings.of(Stage::Layout) + timings.of(Stage::Pdf);
    for stage in Stage::ALL {
        let time = seconds(timings.of(stage)) * 1000.0 / count as f64;
        println!("  {stage:<10?} {time:>8.3} ms a document");
    }
    println!(
        "  all {:.2} ms, layout and PDF alone {:.2} ms, ratio {:.2}",
        seconds(timings.total()) * 1000.0 / count as f64,
        seconds(bare) * 1000.0 / count as f64,
        seconds(timings.total()) / seconds(bare)
    );
}

/// Present and greatest memory of this process, where the system tells.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let told = status.lines().filter(|line| line.starts_with("VmRSS") || line.starts_with("VmHWM"));
    told.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join(", ")
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn seconds(time: Duration) -> f64 {
    time.as_secs_f64()
}
