//! Seeded faults: one size, weight, alignment, margin, order, ending or word is changed at a time, in the form as data
//! and in the composed blocks of every sample; a rule must tell of it. `docs/seeded-faults.md` is the report
//! (`UPDATE=1 cargo seeded` writes it).

mod form;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

/// What became of a change.
#[derive(Clone, Copy)]
pub enum Outcome {
    Caught,
    /// A reader would see no difference.
    Invisible,
    Missed,
}

/// The changes by group.
#[derive(Default)]
pub struct Report {
    groups: BTreeMap<&'static str, Group>,
}

#[derive(Default)]
struct Group {
    caught: usize,
    invisible: usize,
    missed: Vec<String>,
}

impl Report {
    pub fn add(&mut self, group: &'static str, said: &str, outcome: Outcome) {
        let group = self.groups.entry(group).or_default();
        match outcome {
            Outcome::Caught => group.caught += 1,
            Outcome::Invisible => group.invisible += 1,
            Outcome::Missed => group.missed.push(said.to_owned()),
        }
    }

    /// Changes that show on the page, and how many of them were caught.
    fn counts(&self) -> (usize, usize) {
        let caught = self.groups.values().map(|group| group.caught).sum();
        let missed: usize = self.groups.values().map(|group| group.missed.len()).sum();
        (caught + missed, caught)
    }

    fn drawn(&self) -> String {
        let mut text = String::from(
            "| Sửa gì | Số lần sửa | Báo được | Không thấy trên trang | Sót |\n|---|---:|---:|---:|---:|\n",
        );
        for (name, group) in &self.groups {
            let missed = group.missed.len();
            let shown = group.caught + missed;
            text.push_str(&format!(
                "| {name} | {} | {} | {} | {missed} |\n",
                shown + group.invisible,
                group.caught,
                group.invisible
            ));
        }
        let (shown, caught) = self.counts();
        let hundredths = caught * 10_000 / shown.max(1);
        text.push_str(&format!(
            "\nBáo được {caught} trên {shown} lần sửa thấy được trên trang: {},{:02}%.\n",
            hundredths / 100,
            hundredths % 100
        ));
        let missed: Vec<String> = self
            .groups
            .iter()
            .flat_map(|(name, group)| group.missed.iter().map(move |said| format!("- {name}: {said}\n")))
            .collect();
        if !missed.is_empty() {
            text.push_str(&format!("\nCòn sót:\n\n{}", missed.concat()));
        }
        text
    }
}

#[test]
fn every_change_of_the_form_and_of_the_words_is_told() {
    let (form, words) = (form::report(), words::report());
    let page = format!(
        "# Lỗi cài sẵn\n\nĐể biết các quy tắc có bắt được lỗi thật hay không, mỗi lần chương trình thử sửa đúng một chỗ rồi \
         xem có quy tắc nào báo không. Lần sửa nào không làm trang in khác đi thì không tính. Trang này do \
         `tests/suite/seeded/` viết ra (`UPDATE=1 cargo seeded`) và được kiểm lại ở mỗi lần chạy thử.\n\n\
         ## Sửa thể thức\n\nTừng khóa của `templates/nd30.yaml` mà Nghị định có quy định, đổi sang giá trị sai, trên các \
         ví dụ của [docs/forms.md](forms.md).\n\n{}\n\
         ## Sửa chữ\n\nTừng chỗ trong các khối đã ghép xong của mọi văn bản mẫu trong `data/` và của các ví dụ: đuôi câu, \
         thứ tự, số, chữ hoa, dấu câu.\n\n{}",
        form.drawn(),
        words.drawn()
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/seeded-faults.md");
    if std::env::vars().any(|(name, _)| name == "UPDATE") {
        std::fs::File::create(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, page.as_bytes()))
            .expect("docs/ can be written");
    }
    assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), page, "run UPDATE=1 cargo seeded");
    assert!(form.counts().0 >= 300 && words.counts().0 >= 300);
}
