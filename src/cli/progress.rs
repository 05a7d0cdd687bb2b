//! Progress: a bar on a terminal, plain lines elsewhere, nothing when quiet.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::terminal;

pub struct Progress {
    bar: ProgressBar,
    done: usize,
    total: usize,
    prints_lines: bool,
}

impl Progress {
    pub fn new(quiet: bool) -> Self {
        let shows_bar = !quiet && terminal::is_interactive();
        let bar = if shows_bar { ProgressBar::new(0) } else { ProgressBar::hidden() };
        if shows_bar {
            bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Self { bar, done: 0, total: 0, prints_lines: !quiet && !shows_bar }
    }

    /// So many documents are to be made instead of so many.
    pub fn expect(&mut self, count: usize, instead_of: usize) {
        self.total = self.total.saturating_sub(instead_of) + count;
        self.bar.set_length(self.total as u64);
    }

    /// One more document is through.
    pub fn document(&mut self, dossier: &str, id: &str) {
        self.done += 1;
        let name = format!("{dossier}/{id}");
        if self.prints_lines {
            terminal::error_line(&format!("[{}/{}] {name}", self.done, self.total));
        }
        self.bar.set_position(self.done as u64);
        self.bar.set_message(name);
    }

    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
