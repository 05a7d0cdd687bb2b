//! `--timings`: a table of milliseconds, one row a document, one column a stage.

use std::time::Duration;

use super::report::columns;
use crate::batch::DossierReport;
use crate::stopwatch::{Stage, Timings};

/// Name, one cell a stage, the sum.
const COLUMNS: usize = Stage::ALL.len() + 2;

/// The head of the last column.
const SUM: &str = "cộng";

/// The time of every document and of what each dossier's documents share.
#[derive(Default)]
pub struct Times {
    rows: Vec<(String, Timings)>,
}

impl Times {
    pub fn add(&mut self, report: &DossierReport) {
        let dossier = &report.task.job.dossier;
        self.rows.push((format!("{dossier}/"), report.timings.clone()));
        let documents = report.documents.iter();
        self.rows.extend(documents.map(|one| (format!("{dossier}/{}", one.shown()), one.timings.clone())));
    }

    /// The table, and how much of it the rules of the decree take.
    pub fn text(&mut self) -> String {
        // Documents come as the processes finish them.
        self.rows.sort_by(|a, b| a.0.cmp(&b.0));
        let mut all = Timings::default();
        for (_, timings) in &self.rows {
            all.add(timings);
        }
        let mut head = vec!["mili giây".to_owned()];
        head.extend(Stage::ALL.map(|stage| format!("{:>6}", stage.words())));
        head.push(format!("{SUM:>6}"));
        let mut lines = vec![cells(head)];
        lines.extend(self.rows.iter().map(|(name, timings)| line(name, timings)));
        lines.push(line("tất cả", &all));
        let share = |time: Duration| tenths(time.as_micros() * 1000 / all.total().as_micros().max(1));
        let figures = all.of(Stage::Content) + all.of(Stage::Agreement);
        let decree = all.of(Stage::Wording) + all.of(Stage::Form);
        let rules =
            [("số liệu, bộ văn bản", figures), ("câu chữ và thể thức", decree)].map(|(what, time)| {
                format!(
                    "Quy tắc {what}: {} ms, {}% thời gian của các tiến trình",
                    milliseconds(time),
                    share(time)
                )
            });
        format!("{}{}", columns(&lines), rules.join("\n"))
    }
}

fn line(name: &str, timings: &Timings) -> [String; COLUMNS] {
    // Right under their heads, as wide as the longest that is likely.
    let shown = |time: Duration, head: &str| {
        let width = head.chars().count().max("9999,9".len());
        format!("{:>width$}", milliseconds(time))
    };
    let mut line = vec![name.to_owned()];
    line.extend(Stage::ALL.map(|stage| shown(timings.of(stage), stage.words())));
    line.push(shown(timings.total(), SUM));
    cells(line)
}

fn cells(line: Vec<String>) -> [String; COLUMNS] {
    let mut cells = line.into_iter();
    std::array::from_fn(|_| cells.next().unwrap_or_default())
}

/// «12,3»; a dash for a stage that was not reached.
fn milliseconds(time: Duration) -> String {
    if time.is_zero() { "-".to_owned() } else { tenths(time.as_micros() / 100) }
}

/// Tenths with a decimal comma.
fn tenths(count: u128) -> String {
    format!("{},{}", count / 10, count % 10)
}
