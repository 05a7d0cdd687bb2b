//! What became of the changes, by kind: the page `docs/mutants.md`, and the list of what was missed.

use std::collections::BTreeMap;
use std::path::Path;

use super::run::Outcome;
use super::sample::Mutation;

#[derive(Default, Clone, Copy)]
struct Count {
    all: usize,
    detectable: usize,
    caught: usize,
    /// Told although everything could still be true.
    more: usize,
}

/// The counts, and a line for every change that was missed.
pub struct Report {
    kinds: BTreeMap<&'static str, Count>,
    missed: Vec<String>,
    false_alarms: Vec<String>,
    /// References that were typed by hand as they are.
    right: usize,
}

impl Report {
    pub fn of(
        mutations: &[Mutation],
        outcomes: &[Outcome],
        (right, false_alarms): (usize, Vec<String>),
    ) -> Self {
        let mut report = Self { kinds: BTreeMap::new(), missed: Vec::new(), false_alarms, right };
        for (mutation, outcome) in mutations.iter().zip(outcomes) {
            let count = report.kinds.entry(mutation.kind).or_default();
            count.all += 1;
            match (&mutation.fault, &outcome.caught) {
                (Some(_), Some(_)) => {
                    (count.detectable, count.caught) = (count.detectable + 1, count.caught + 1)
                }
                (None, Some(_)) => count.more += 1,
                (Some(fault), None) => {
                    count.detectable += 1;
                    report.missed.push(format!("{} [{fault}] {:?}", said(mutation), outcome.others));
                }
                (None, None) => {}
            }
        }
        report
    }

    fn whole(&self) -> Count {
        self.kinds.values().fold(Count::default(), |sum, count| Count {
            all: sum.all + count.all,
            detectable: sum.detectable + count.detectable,
            caught: sum.caught + count.caught,
            more: sum.more + count.more,
        })
    }

    fn page(&self) -> String {
        let mut page = String::from(
            "# Sửa sai thử\n\nĐể biết các quy tắc có bắt được số sai hay không, mỗi lần chương trình thử sửa đúng một chỗ trong các \
             hồ sơ mẫu của `data/`: một chữ số của bảng, một tên, một ngày, một con số gõ trong câu. Một phép thử riêng, không dùng \
             chung gì với các quy tắc, xét xem sau khi sửa mọi số đã in có còn cùng đúng được hay không; chỗ nào không thể cùng đúng \
             thì phải có thông báo chỉ đúng ô hay dòng đó. Trang này do `tests/suite/mutants/` viết ra (`UPDATE=1 cargo test \
             --release --test suite mutants`) và được kiểm lại ở mỗi lần chạy thử.\n\n\
             | Sửa gì | Số lần sửa | Không thể cùng đúng | Báo được | Báo thêm |\n|---|---:|---:|---:|---:|\n",
        );
        let row = |name: &str, count: &Count| {
            let Count { all, detectable, caught, more } = count;
            format!("| {name} | {all} | {detectable} | {caught} | {more} |\n")
        };
        for (kind, count) in &self.kinds {
            page.push_str(&row(kind, count));
        }
        let whole = self.whole();
        page.push_str(&row("cộng", &whole));
        let hundredths = whole.caught * 10_000 / whole.detectable.max(1);
        page.push_str(&format!(
            "\nBáo được {} trên {} lần sửa không thể cùng đúng: {},{:02}%. «Báo thêm» là những lần vẫn có thể đúng mà quy tắc vẫn \
             nhắc.\n\nGõ tay đúng số của bảng vào câu {} lần: báo nhầm {} lần.\n",
            whole.caught,
            whole.detectable,
            hundredths / 100,
            hundredths % 100,
            self.right,
            self.false_alarms.len(),
        ));
        page
    }

    /// Enough is named, and nothing is said of what is right.
    pub fn assert_caught(&self, least: usize) {
        let Count { detectable, caught, .. } = self.whole();
        assert_eq!(self.false_alarms, [""; 0], "right values typed by hand");
        assert!(caught * 10_000 >= least * detectable, "{caught} of {detectable}");
    }

    /// Holds the page against the one in `docs/`, or writes it.
    pub fn hold(&self) {
        let page = self.page();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = folder.join("docs/mutants.md");
        let asked = |name: &str| std::env::vars().find(|(key, _)| key == name).map(|(_, value)| value);
        let write = |path: &Path, text: &str| {
            std::fs::File::create(path)
                .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        };
        if asked("UPDATE").is_some() {
            write(&path, &page);
        }
        if let Some(list) = asked("MISSED") {
            let lines = [self.missed.join("\n"), self.false_alarms.join("\n")].join("\n--- báo nhầm\n");
            write(Path::new(&list), &lines);
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), page, "run UPDATE=1");
    }
}

fn said(mutation: &Mutation) -> String {
    format!("{}: {}: «{}» → «{}»", mutation.kind, mutation.place(), mutation.old, mutation.new)
}
