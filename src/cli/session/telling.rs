//! What a run tells at its end: findings, notes, the summary, waivers, times.

use super::{DECREE_FONT, Session};
use crate::cli::args::Format;
use crate::cli::{conformity, report, terminal, waived};
use crate::diag::{Finding, human, json};

impl Session {
    /// Dossiers finish in any order; what is told is sorted.
    pub(super) fn sort(&mut self) {
        let key = |finding: &Finding| {
            let place = finding.at.place.clone();
            (place.path().to_owned(), place, finding.code.clone(), finding.document.clone())
        };
        self.findings.sort_by_cached_key(key);
        self.faults.sort();
        // The units of a document stay in the order of their table.
        self.rows.sort_by(|a, b| (&a.dossier, &a.id.document).cmp(&(&b.dossier, &b.id.document)));
        self.form.sort_by(|a, b| a.document.cmp(&b.document));
    }

    /// What went wrong stands before what was found.
    pub(super) fn tell_faults(&self) {
        self.faults.iter().for_each(|fault| terminal::error_line(&format!("sự cố: {fault}")));
    }

    pub(super) fn tell(&mut self) {
        self.sort();
        self.tell_faults();
        match self.format {
            Format::Json if self.order.verdicts => {
                let object = conformity::object(&self.findings, &self.form);
                let text = serde_json::to_string_pretty(&object);
                terminal::data(text.as_deref().unwrap_or(conformity::NOTHING));
            }
            Format::Json => {
                let text = serde_json::to_string_pretty(&json::array(&self.findings));
                terminal::data(text.as_deref().unwrap_or("[]"));
            }
            Format::Human => {
                if self.order.verdicts {
                    terminal::data(&conformity::text(&self.form));
                }
                let text = human::text(&self.findings, terminal::is_interactive());
                if !text.is_empty() {
                    terminal::error_line(text.trim_end());
                    terminal::error_line("");
                }
            }
        }
        for path in self.lock_files.iter().filter(|_| !self.quiet) {
            terminal::error_line(&format!(
                "«{path}» là tệp khóa tạm, được bỏ qua: bảng tính đang mở ở đâu đó, số chưa lưu thì chưa được đọc"
            ));
        }
        if let Some(font) = self.substitute.as_ref().filter(|_| !self.quiet) {
            terminal::error_line(&format!(
                "phông chữ: {font} thay cho {DECREE_FONT} (cùng bề rộng chữ); đặt tệp phông của cơ quan vào templates/fonts"
            ));
        }
        if !self.quiet {
            let output = self.folders.as_ref().map(|folders| folders.shown.as_str());
            terminal::error_line(&report::summary(&self.rows, &self.findings, output, self.order.strict));
            let waived = waived::lines(&self.findings, &self.waived);
            waived.iter().for_each(|line| terminal::error_line(line));
        }
        if let Some(times) = &mut self.times {
            terminal::error_line(&format!("\n{}", times.text()));
        }
    }
}
