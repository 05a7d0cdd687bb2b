//! What a clerk waits for: a dossier from a cold process, a document in a warm one, and the memory that it takes.
//!
//! `cargo bench` prints peak memory and the binary's size first, then criterion's times. By hand, never in the gate:
//! the machines that run it are shared, so compare within one run.

use std::path::Path;
use std::process::{Command, Stdio};

use criterion::{BatchSize, Criterion};
use duthao::check;
use duthao::diag::Findings;
use duthao::discover::{self, Job};
use duthao::load::{self, Project};
use duthao::model::norm::Norm;
use duthao::pipeline::{Course, LaidOut, Order, Workshop};

const BINARY: &str = env!("CARGO_BIN_EXE_duthao");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn main() {
    let jobs = discover::jobs(Path::new(ROOT), Path::new(ROOT), &[]).expect("the samples are there").0;
    report_sizes(&jobs);
    let mut criterion = Criterion::default().sample_size(30).configure_from_args();
    cold(&mut criterion, &jobs);
    warm(&mut criterion, &jobs);
    rules(&mut criterion, &jobs);
    criterion.final_summary();
}

/// The whole process, from the command line to the files, with a warm disk cache.
fn cold(criterion: &mut Criterion, jobs: &[Job]) {
    let mut group = criterion.benchmark_group("cold process");
    for job in jobs {
        group.bench_function(&job.dossier, |bencher| {
            bencher.iter_batched(
                || tempfile::tempdir().expect("a temporary folder can be made"),
                |output| {
                    let status = Command::new(BINARY)
                        .args(["build", "--quiet", "--output"])
                        .arg(output.path())
                        .arg(Path::new("data").join(&job.dossier))
                        .current_dir(ROOT)
                        .stdout(Stdio::null())
                        .stderr(Stdio::null())
                        .status()
                        .expect("the program starts");
                    assert!(status.success(), "the samples build");
                    output
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// One document in a process that has made it before: what every further document of a batch costs.
fn warm(criterion: &mut Criterion, jobs: &[Job]) {
    let mut group = criterion.benchmark_group("warm process");
    let order = Order { kinds: vec!["pdf".to_owned(), "xlsx".to_owned()], ..Order::default() };
    let mut workshop = Workshop::open(Project::new(ROOT)).expect("the embedded templates are sound");
    for job in jobs {
        for document in &job.documents {
            group.bench_function(format!("{}/{}", job.dossier, document.id), |bencher| {
                let mut loaded = workshop.dossier(&job.dossier);
                bencher.iter(|| {
                    let outcome = workshop.document(&mut loaded, document, &order).expect("no fault");
                    assert!(outcome.built.is_some(), "the samples build");
                });
            });
        }
    }
    group.finish();
}

/// What the rules of the decree take of a document that is made: over its words and over its pages.
fn rules(criterion: &mut Criterion, jobs: &[Job]) {
    let mut group = criterion.benchmark_group("rules");
    let decree = load::to_json("templates/nd30.yaml", include_str!("../templates/nd30.yaml"));
    let norm = Norm::of(&decree.expect("the profile is YAML")).expect("the profile is whole");
    let mut workshop = Workshop::open(Project::new(ROOT)).expect("the embedded templates are sound");
    for job in jobs {
        let mut loaded = workshop.dossier(&job.dossier);
        for document in &job.documents {
            let laid_out = workshop.lay_out(&mut loaded, document, &mut Course::of(document));
            let LaidOut { checked, blocks, pdfs, .. } = laid_out.expect("the samples pass");
            let name = |what: &str| format!("{what}/{}/{}", job.dossier, document.id);
            group.bench_function(name("wording"), |bencher| {
                bencher.iter(|| {
                    let text = check::TextSubject::new(&checked, &blocks, &norm);
                    check::wording(&text, &mut Findings::of_dossier())
                });
            });
            let files = blocks.files();
            group.bench_function(name("form"), |bencher| {
                bencher.iter(|| {
                    for ((_, blocks), pdf) in files.iter().zip(&pdfs) {
                        check::form(&checked, blocks, &pdf.pages, &norm, &mut Findings::of_dossier());
                    }
                });
            });
        }
    }
    group.finish();
}

/// Peak memory of a process that makes every sample once, and the size of the program.
#[expect(clippy::print_stdout, reason = "a bench reports to the person who started it")]
fn report_sizes(jobs: &[Job]) {
    let order = Order { kinds: vec!["pdf".to_owned(), "xlsx".to_owned()], ..Order::default() };
    let mut workshop = Workshop::open(Project::new(ROOT)).expect("the embedded templates are sound");
    for job in jobs {
        let mut loaded = workshop.dossier(&job.dossier);
        for document in &job.documents {
            workshop.document(&mut loaded, document, &order).expect("no fault");
        }
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak =
        status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: not told by this system");
    let size = std::fs::metadata(BINARY).map_or(0, |file| file.len());
    println!("peak memory after all samples, one process: {peak}");
    println!("release binary: {size} bytes");
}
