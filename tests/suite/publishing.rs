//! Whole sets: whatever happens to a build, each dossier's folder holds the complete old or the complete new set.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::harness::{NOTICE, OTHER_DOSSIER, Project, files, say};

/// Two small dossiers; the second version has other words in both, and one more document in one.
fn version(project: &Project, is_second: bool) {
    let day = if is_second { "thứ Ba" } else { "thứ Hai" };
    for dossier in ["bac", "nam"] {
        project.file(&format!("data/{dossier}/ho-so.yaml"), OTHER_DOSSIER);
        let notice = NOTICE.replace("thứ Hai", day).replace("Lịch", &format!("Lịch {dossier}"));
        project.file(&format!("data/{dossier}/thong-bao.yaml"), notice);
    }
    let more = "data/nam/them.yaml";
    if is_second {
        project.file(more, NOTICE.replace("Lịch", "Sửa lịch"));
    } else if project.exists(more) {
        project.remove(more);
    }
}

/// The outputs of a dossier by name.
type Outputs = BTreeMap<String, Vec<u8>>;

/// What both versions make of a dossier.
fn both(dossier: &str) -> [Outputs; 2] {
    [false, true].map(|is_second| {
        let project = Project::new();
        version(&project, is_second);
        project.build();
        project.files(&format!("output/{dossier}"))
    })
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number below `bound`.
    fn throw(&mut self, bound: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % bound.max(1)
    }
}

#[cfg(unix)]
fn start(project: &Project, jobs: &str) -> Child {
    use std::os::unix::process::CommandExt;
    Command::new(env!("CARGO_BIN_EXE_duthao"))
        .args(["build", "--quiet", "--jobs", jobs])
        .current_dir(project.root())
        .process_group(0)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// Ends a build and its workers as a power cut would.
#[cfg(unix)]
fn kill(build: &mut Child) {
    let group = format!("-{}", build.id());
    // A build that has just ended has no group any more.
    let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
    build.wait().expect("its end");
}

#[cfg(unix)]
#[test]
fn killed_at_two_hundred_moments_every_set_is_whole() {
    const KILLS: usize = 200;
    let sets = ["bac", "nam"].map(|dossier| (dossier, both(dossier)));
    let project = Project::new();
    version(&project, false);
    project.build();
    let began = Instant::now();
    project.run(["build", "--quiet", "--force", "--jobs", "2"]);
    let whole = u64::try_from(began.elapsed().as_micros()).expect("less than an age");
    let mut dice = Dice(0x5eed_2024);
    let mut new_sets = 0;
    for number in 0..KILLS {
        version(&project, number % 2 == 0);
        let mut build = start(&project, if number % 4 < 2 { "1" } else { "2" });
        if number % 2 == 0 {
            // At any moment, more often than not towards the end.
            let (one, other) = (dice.throw(whole), dice.throw(whole));
            std::thread::sleep(Duration::from_micros(one.max(other)));
        } else {
            // Around the moment when a set is staged and exchanged.
            let staged = project.path(&format!("output/.duthao/{}.new", sets[number / 2 % 2].0));
            let patience = Duration::from_micros(whole * 4);
            let began = Instant::now();
            while !staged.exists()
                && began.elapsed() < patience
                && build.try_wait().is_ok_and(|end| end.is_none())
            {
                std::thread::sleep(Duration::from_micros(200));
            }
            std::thread::sleep(Duration::from_micros(dice.throw(4_000)));
        }
        kill(&mut build);
        for (dossier, versions) in &sets {
            let there = project.files(&format!("output/{dossier}"));
            let which = versions.iter().position(|version| *version == there);
            assert!(which.is_some(), "kill {number}: output/{dossier} holds neither set: {:?}", there.keys());
            new_sets += usize::from(which == Some(usize::from(number % 2 == 0)));
        }
        if number % 10 == 9 {
            project.build();
            assert!(!project.exists("output/.duthao"), "kill {number}: the next build cleans up");
            for (dossier, versions) in &sets {
                assert!(
                    project.files(&format!("output/{dossier}")) == versions[usize::from(number % 2 == 0)]
                );
            }
        }
    }
    say(&format!("{KILLS} kills, {new_sets} of {} sets were new", 2 * KILLS));
}

#[test]
fn a_pdf_that_somebody_has_open_goes_on_being_read_and_the_build_succeeds() {
    let project = Project::sample();
    project.build();
    let old = project.files("output/mau")["ke-hoach.pdf"].clone();
    let mut open = File::open(project.path("output/mau/ke-hoach.pdf")).expect("the PDF");
    let mut read = vec![0; old.len() / 2];
    open.read_exact(&mut read).expect("its first half");
    project.plan("so: 12", "so: 13");
    // Elsewhere the folder of an open file cannot be renamed: there the old set stays, and the message says so.
    let run = project.run(["build", "--quiet"]);
    assert_eq!(run.code, if cfg!(unix) { 0 } else { 2 }, "{}", run.stderr);
    open.read_to_end(&mut read).expect("its second half");
    assert!(read == old, "the reader has the old bytes, whole");
    assert_eq!(project.files("output/mau")["ke-hoach.pdf"] != old, cfg!(unix));
}

#[cfg(unix)]
#[test]
fn an_output_that_is_a_link_is_an_edit_and_force_replaces_the_link_alone() {
    let (project, elsewhere) = (Project::sample(), Project::new());
    project.build();
    let good = project.files("output");
    elsewhere.file("ban-ky.pdf", "bản ký");
    project.remove("output/mau/ke-hoach.pdf");
    let link = project.path("output/mau/ke-hoach.pdf");
    std::os::unix::fs::symlink(elsewhere.path("ban-ky.pdf"), &link).expect("a link");
    let run = project.run(["build", "--format", "json", "--quiet"]);
    assert_eq!((run.code, run.codes()), (1, vec!["OUT001".to_owned()]), "{}", run.stderr);
    assert!(link.is_symlink());
    assert_eq!(project.run(["build", "--force", "--quiet"]).code, 0);
    assert!(project.files("output") == good && !link.is_symlink());
    assert_eq!(elsewhere.read("ban-ky.pdf"), "bản ký");
}

#[test]
fn the_only_copy_stands_aside_and_i_ask_where_a_figure_came_from() {
    for verb in [
        &["trace", "output/mau/ke-hoach.pdf", "590"][..],
        &["diff", "output", "output"],
        &["diff", "output/mau", "output/mau"],
        &["build"],
    ] {
        let project = Project::sample();
        project.build();
        let good = project.files("output");
        std::fs::create_dir(project.path("output/.duthao")).expect("a folder");
        fs::rename(project.path("output/mau"), project.path("output/.duthao/mau.old")).expect("set aside");
        let run = project.run(verb.iter().copied());
        assert_eq!(run.code, 0, "{verb:?}: {}", run.stderr);
        assert!(project.files("output") == good, "{verb:?}");
    }
}

/// A small disk of its own, where the machine lets us mount one.
struct Disk {
    folder: tempfile::TempDir,
}

impl Disk {
    fn mount(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let options = format!("size={size}");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "tmpfs"])
            .arg(folder.path())
            .stderr(Stdio::null())
            .status();
        if mounted.is_ok_and(|status| status.success()) {
            return Some(Self { folder });
        }
        say("skipped: a disk of its own can only be mounted by root");
        None
    }

    fn remount(&self, options: &str) {
        let status =
            Command::new("mount").args(["-o", &format!("remount,{options}")]).arg(self.path()).status();
        assert!(status.is_ok_and(|status| status.success()), "{options}");
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).status();
    }
}

/// Builds into a disk; the code and what was said, with the disk called «đĩa».
fn build_on(project: &Project, disk: &Disk) -> (i32, String) {
    build_with(project, disk, "2")
}

/// The same with so many processes: with one it is always the same document that fails first.
fn build_with(project: &Project, disk: &Disk, jobs: &str) -> (i32, String) {
    let output = disk.folder("ra").display().to_string();
    let run = project.run(["build", "--quiet", "--jobs", jobs, "--output", &output]);
    (run.code, run.stderr.replace(&disk.path().display().to_string(), "đĩa"))
}

#[test]
fn the_disk_is_full() {
    let Some(disk) = Disk::mount("400k") else { return };
    let project = Project::new();
    version(&project, false);
    let (code, said) = build_on(&project, &disk);
    assert_eq!(code, 0, "{said}");
    let versions = ["bac", "nam"].map(|dossier| (dossier, both(dossier)));
    version(&project, true);
    // From no room at all to room for everything.
    let (mut refused, mut built, mut message) = (0, 0, String::new());
    for room in (0..=12).map(|step| step * 24 * 1024) {
        let filler = disk.folder("day");
        let mut file = File::create(&filler).expect("a file");
        let free = free_bytes(disk.path());
        let fill = vec![0; usize::try_from(free.saturating_sub(room)).expect("a small disk")];
        std::io::Write::write_all(&mut file, &fill).expect("the disk has this room");
        let (code, said) = build_with(&project, &disk, if room == 0 { "1" } else { "2" });
        fs::remove_file(filler).expect("the filler");
        assert!(!disk.folder("ra/.duthao").exists(), "with {room} bytes: nothing is left behind");
        for (dossier, versions) in &versions {
            let there = files(&disk.folder("ra").join(dossier));
            let is_old = there == versions[0];
            assert!(is_old || there == versions[1], "with {room} bytes: {dossier} is whole; {said}");
            assert!(code == 2 || !is_old, "{said}");
        }
        match code {
            0 => built += 1,
            2 => {
                refused += 1;
                if room == 0 {
                    message = said;
                }
            }
            other => panic!("with {room} bytes: {other}: {said}"),
        }
    }
    assert!(refused > 0 && built > 0, "{refused} refused, {built} built");
    insta::assert_snapshot!(message, @"
    sự cố: không ghi được tệp «đĩa/ra/bac/thong-bao.docx»: đĩa đã đầy; xóa bớt tệp không dùng rồi dựng lại; bản đã dựng trước đó còn nguyên
    sự cố: không ghi được tệp «đĩa/ra/nam/them.docx»: đĩa đã đầy; xóa bớt tệp không dùng rồi dựng lại; bản đã dựng trước đó còn nguyên
    ");
}

fn free_bytes(disk: &Path) -> u64 {
    let told = Command::new("df").args(["--output=avail", "-B1"]).arg(disk).output().expect("df");
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    told.lines().last().and_then(|line| line.trim().parse().ok()).expect("a number of bytes")
}

#[test]
fn the_disk_is_read_only() {
    let Some(disk) = Disk::mount("1m") else { return };
    let project = Project::new();
    version(&project, false);
    assert_eq!(build_on(&project, &disk).0, 0);
    let good = files(disk.path());
    version(&project, true);
    disk.remount("ro");
    let (code, said) = build_on(&project, &disk);
    assert_eq!(code, 2);
    insta::assert_snapshot!(said, @"sự cố: không ghi được vào thư mục kết quả «đĩa/ra»: ổ đĩa chỉ đọc; dựng vào chỗ khác bằng --output, hoặc mở quyền ghi rồi dựng lại; bản đã dựng trước đó còn nguyên");
    assert!(files(disk.path()) == good);
    disk.remount("rw");
    assert_eq!(build_on(&project, &disk).0, 0);
    assert!(files(disk.path()) != good);
}

#[cfg(unix)]
#[test]
fn the_output_folder_may_be_read_but_not_written() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let project = Project::new();
    version(&project, false);
    project.build();
    let good = project.files("output");
    version(&project, true);
    let allow = |mode: u32| {
        for folder in ["output", "output/bac", "output/nam"] {
            fs::set_permissions(project.path(folder), PermissionsExt::from_mode(mode)).expect("permissions");
        }
    };
    fs::set_permissions(project.root(), PermissionsExt::from_mode(0o755)).expect("permissions");
    allow(0o555);
    // Nothing is forbidden to root: somebody else builds then.
    let is_root = File::create(project.path("output/x"))
        .is_ok_and(|_| fs::remove_file(project.path("output/x")).is_ok());
    let run = project.run_with(["build", "--quiet"], |command| {
        if is_root {
            command.uid(65534).gid(65534);
        }
    });
    allow(0o755);
    assert!(project.files("output") == good);
    assert_eq!(run.code, 2, "{}", run.stderr);
    let said = run.stderr.replace(&project.root().display().to_string(), "");
    insta::assert_snapshot!(said, @"sự cố: không ghi được vào thư mục kết quả «/output»: không có quyền; xin quyền ghi, đóng tệp đang mở trong thư mục, hoặc dựng vào chỗ khác bằng --output; bản đã dựng trước đó còn nguyên");
}
