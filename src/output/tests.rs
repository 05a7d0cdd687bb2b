//! A dossier's folder from outside: what stands in it after documents were built, carried over, refused, edited.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::{BuiltDocument, Facts, Look, NewFile, Published, Recorded, Scope, Set, Staging};
use crate::model::input::InputRow;
use crate::record::{ManifestOptions, RowId};

/// An output folder of its own.
struct Output {
    folder: tempfile::TempDir,
}

impl Output {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::File::create(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
            .expect("the file can be written");
    }

    fn open(&self) -> Staging {
        self.open_with(false)
    }

    fn open_with(&self, force: bool) -> Staging {
        let set = Set {
            output: self.folder.path().to_path_buf(),
            shown: "output".into(),
            dossier: "mau".into(),
            options: ManifestOptions::default(),
            force,
        };
        Staging::open(set, Recorded::read(self.folder.path(), "mau").look()).expect("a staging")
    }

    /// Every file but the manifest, with its text.
    fn files(&self) -> Vec<(String, String)> {
        let root = self.path("mau");
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        for entry in walkdir::WalkDir::new(&root).min_depth(1).into_iter().filter_map(Result::ok) {
            let name = entry.path().strip_prefix(&root).expect("inside").to_string_lossy().into_owned();
            if entry.file_type().is_dir() {
                found.insert(format!("{name}/"), String::new());
            } else if name != super::MANIFEST {
                found.insert(name, fs::read_to_string(entry.path()).expect("a text"));
            }
        }
        found.into_iter().collect()
    }

    fn drawn(&self) -> String {
        let files = self.files();
        files
            .iter()
            .map(|(name, text)| format!("{name} {text}").trim().to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Builds the decision for some units: unit, slug, text.
    fn units(&self, units: &[(&str, &str, &str)]) -> Published {
        let mut staging = self.open();
        for (unit, slug, text) in units {
            staging.add(unit_document(unit, slug, text)).expect("it can be written");
        }
        staging.publish(&everything(), Vec::new()).expect("it can be published")
    }
}

fn everything() -> Scope {
    Scope { documents: Some(vec!["quyet-dinh".into(), "ke-hoach".into()]), whole: vec!["quyet-dinh".into()] }
}

fn facts() -> Facts {
    Facts { inputs: vec![InputRow::of("data/mau/ho-so.yaml", b"nam: 2024")], ..Facts::default() }
}

fn file(name: String, text: &str) -> NewFile {
    NewFile { name, bytes: text.as_bytes().to_vec(), pages: None }
}

fn unit(name: &str) -> RowId {
    RowId::of_unit("quyet-dinh", name)
}

fn unit_document(name: &str, slug: &str, text: &str) -> BuiltDocument {
    let files = [".pdf", ".figures.json"].map(|ending| file(format!("quyet-dinh/{slug}{ending}"), text));
    BuiltDocument { id: unit(name), files: files.into(), facts: facts() }
}

const TWO: &[(&str, &str, &str)] = &[("Xã An", "xa-an", "một"), ("Xã Bình", "xa-binh", "một")];

#[test]
fn a_unit_that_went_away_takes_its_files_along_and_mine_stay() {
    let output = Output::new();
    output.units(TWO);
    output.put("mau/quyet-dinh/ghi-chu.txt", "của tôi");
    output.put("mau/rieng/a/b.txt", "của tôi");
    output.units(&[("Xã An", "xa-an", "hai")]);
    insta::assert_snapshot!(output.drawn(), @"
    quyet-dinh/
    quyet-dinh/ghi-chu.txt của tôi
    quyet-dinh/xa-an.figures.json hai
    quyet-dinh/xa-an.pdf hai
    rieng/
    rieng/a/
    rieng/a/b.txt của tôi
    ");
    fs::remove_file(output.path("mau/quyet-dinh/ghi-chu.txt")).expect("my own file");
    let staging = output.open();
    staging.publish(&everything(), Vec::new()).expect("it can be published");
    insta::assert_snapshot!(output.drawn(), @"
    rieng/
    rieng/a/
    rieng/a/b.txt của tôi
    ");
}

#[test]
fn an_empty_folder_of_mine_stays() {
    let output = Output::new();
    output.units(TWO);
    fs::create_dir_all(output.path("mau/quyet-dinh/trong")).expect("a folder");
    fs::create_dir_all(output.path("mau/trong")).expect("a folder");
    output.units(&[]);
    insta::assert_snapshot!(output.drawn(), @"
    quyet-dinh/
    quyet-dinh/trong/
    trong/
    ");
}

#[test]
fn a_unit_that_is_up_to_date_is_carried_over_beside_one_that_is_new() {
    let output = Output::new();
    output.units(TWO);
    let mut staging = output.open();
    staging.up_to_date(&unit("Xã An")).expect("it is there");
    staging.add(unit_document("Xã Bình", "xa-binh", "hai")).expect("it can be written");
    let published = staging.publish(&everything(), Vec::new()).expect("it can be published");
    assert!(published.is_changed);
    insta::assert_snapshot!(output.drawn(), @"
    quyet-dinh/
    quyet-dinh/xa-an.figures.json một
    quyet-dinh/xa-an.pdf một
    quyet-dinh/xa-binh.figures.json hai
    quyet-dinh/xa-binh.pdf hai
    ");
    let manifest = Recorded::read(output.folder.path(), "mau").manifest;
    assert_eq!(
        manifest.documents.iter().map(|row| row.id()).collect::<Vec<_>>(),
        [unit("Xã An"), unit("Xã Bình")]
    );
}

#[cfg(unix)]
#[test]
fn a_folder_in_which_nothing_changes_is_left_alone() {
    use std::os::unix::fs::MetadataExt;
    let output = Output::new();
    let inode = || fs::metadata(output.path("mau")).expect("the folder").ino();
    output.units(TWO);
    let first = inode();
    let mut staging = output.open();
    for (name, ..) in TWO {
        staging.up_to_date(&unit(name)).expect("it is there");
    }
    let published = staging.publish(&everything(), Vec::new()).expect("nothing is to be done");
    assert!(!published.is_changed);
    assert_eq!(inode(), first);
    // The same bytes once more are no change either.
    assert!(!output.units(TWO).is_changed);
    assert_eq!(inode(), first);
    assert!(!output.path(".duthao/mau.new").exists());
    // But a file that is missing is.
    fs::remove_file(output.path("mau/quyet-dinh/xa-an.pdf")).expect("an output");
    assert!(output.units(TWO).is_changed);
    assert_eq!(output.files().len(), 5);
}

#[test]
fn inputs_that_changed_without_changing_what_is_printed_are_recorded_anew() {
    let output = Output::new();
    output.units(TWO);
    let mut staging = output.open();
    let inputs = vec![InputRow::of("data/mau/ho-so.yaml", b"nam: 2024 # nay")];
    for (name, ..) in TWO {
        staging.refreshed(&unit(name), inputs.clone()).expect("it is there");
    }
    staging.publish(&everything(), Vec::new()).expect("it can be published");
    let manifest = Recorded::read(output.folder.path(), "mau").manifest;
    assert_eq!(manifest.inputs, inputs);
    assert!(manifest.documents.iter().all(|row| manifest.is_of_these_inputs(row)));
}

#[test]
fn a_staging_that_comes_to_nothing_leaves_the_old_set() {
    let output = Output::new();
    output.units(TWO);
    let before = output.files();
    let mut staging = output.open();
    staging.add(unit_document("Xã An", "xa-an", "hai")).expect("it can be written");
    assert!(output.path(".duthao/mau.new").exists());
    drop(staging);
    assert!(!output.path(".duthao/mau.new").exists());
    assert_eq!(output.files(), before);
}

#[test]
fn a_document_that_is_refused_after_it_was_staged_keeps_its_old_files() {
    let output = Output::new();
    output.units(TWO);
    let mut staging = output.open();
    for (name, slug, _) in TWO {
        staging.add(unit_document(name, slug, "hai")).expect("it can be written");
    }
    staging.refused(&unit("Xã An")).expect("it can be taken back");
    let published = staging.publish(&everything(), Vec::new()).expect("it can be published");
    assert_eq!(published.kept.len(), 1);
    insta::assert_snapshot!(output.drawn(), @"
    quyet-dinh/
    quyet-dinh/xa-an.figures.json một
    quyet-dinh/xa-an.pdf một
    quyet-dinh/xa-binh.figures.json hai
    quyet-dinh/xa-binh.pdf hai
    ");
    let mut staging = output.open();
    staging.refused_whole("quyet-dinh").expect("nothing is staged");
    let published = staging.publish(&everything(), Vec::new()).expect("it can be published");
    assert_eq!(published.kept.len(), 2);
    assert_eq!(output.files().len(), 5);
}

#[test]
fn only_one_unit_was_asked_for() {
    let output = Output::new();
    output.units(TWO);
    let mut staging = output.open();
    staging.add(unit_document("Xã Bình", "xa-binh", "hai")).expect("it can be written");
    staging.publish(&Scope::default(), Vec::new()).expect("it can be published");
    insta::assert_snapshot!(output.drawn(), @"
    quyet-dinh/
    quyet-dinh/xa-an.figures.json một
    quyet-dinh/xa-an.pdf một
    quyet-dinh/xa-binh.figures.json hai
    quyet-dinh/xa-binh.pdf hai
    ");
}

#[test]
fn an_edited_file_of_one_unit_holds_that_unit_alone() {
    let output = Output::new();
    output.units(TWO);
    output.put("mau/quyet-dinh/xa-an.pdf", "sửa tay");
    let units = [("Xã An", "xa-an", "hai"), ("Xã Bình", "xa-binh", "hai")];
    let published = output.units(&units);
    let said: Vec<&str> = published.findings.iter().map(|finding| finding.at.place.path()).collect();
    assert_eq!(said, ["output/mau/quyet-dinh/xa-an.pdf"]);
    insta::assert_snapshot!(output.drawn(), @"
    quyet-dinh/
    quyet-dinh/xa-an.figures.json một
    quyet-dinh/xa-an.pdf sửa tay
    quyet-dinh/xa-binh.figures.json hai
    quyet-dinh/xa-binh.pdf hai
    ");
    let looked = Recorded::read(output.folder.path(), "mau").look();
    assert_eq!(looked.look(&unit("Xã An")), Some(Look::Edited));
    assert_eq!(looked.look(&unit("Xã Bình")), Some(Look::Intact));
    let mut staging = output.open_with(true);
    for (name, slug, text) in units {
        staging.add(unit_document(name, slug, text)).expect("it can be written");
    }
    staging.publish(&everything(), Vec::new()).expect("it can be published");
    assert!(output.files().iter().all(|(_, text)| text.is_empty() || text == "hai"));
}

#[test]
fn a_file_that_is_edited_while_the_build_runs_is_not_overwritten() {
    let output = Output::new();
    output.units(TWO);
    let mut staging = output.open();
    for (name, slug, _) in TWO {
        staging.add(unit_document(name, slug, "hai")).expect("it can be written");
    }
    output.put("mau/quyet-dinh/xa-an.pdf", "sửa tay");
    let published = staging.publish(&everything(), Vec::new()).expect("it can be published");
    assert_eq!(published.findings.len(), 1);
    insta::assert_snapshot!(output.drawn(), @"
    quyet-dinh/
    quyet-dinh/xa-an.figures.json một
    quyet-dinh/xa-an.pdf sửa tay
    quyet-dinh/xa-binh.figures.json hai
    quyet-dinh/xa-binh.pdf hai
    ");
}

#[test]
fn a_folder_of_mine_is_never_overwritten_not_even_by_force() {
    for force in [false, true] {
        let output = Output::new();
        output.put("mau/quyet-dinh/xa-an.pdf/thu.txt", "của tôi");
        let mut staging = output.open_with(force);
        for (name, slug, text) in TWO {
            staging.add(unit_document(name, slug, text)).expect("it can be written");
        }
        let published = staging.publish(&everything(), Vec::new()).expect("it can be published");
        assert_eq!(published.findings[0].code, "OUT002");
        assert!(output.path("mau/quyet-dinh/xa-an.pdf/thu.txt").is_file());
        assert!(output.path("mau/quyet-dinh/xa-binh.pdf").is_file());
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_subfolder_is_not_followed() {
    let (output, elsewhere) = (Output::new(), Output::new());
    fs::create_dir_all(output.path("mau")).expect("a folder");
    std::os::unix::fs::symlink(elsewhere.folder.path(), output.path("mau/quyet-dinh")).expect("a link");
    let mut staging = output.open_with(true);
    staging.add(unit_document("Xã An", "xa-an", "một")).expect("it is told");
    let plan = BuiltDocument {
        id: RowId::whole("ke-hoach"),
        files: vec![file("ke-hoach.pdf".into(), "một")],
        facts: facts(),
    };
    staging.add(plan).expect("it can be written");
    let published = staging.publish(&everything(), Vec::new()).expect("it can be published");
    let said: Vec<(&str, &str)> =
        published.findings.iter().map(|finding| (finding.code.as_str(), finding.at.place.path())).collect();
    assert_eq!(said, [("OUT002", "output/mau/quyet-dinh")]);
    assert!(output.path("mau/quyet-dinh").is_symlink() && output.path("mau/ke-hoach.pdf").is_file());
    assert!(fs::read_dir(elsewhere.folder.path()).expect("a folder").next().is_none());
}

#[test]
fn a_manifest_that_leads_out_of_the_folder_is_not_believed() {
    let output = Output::new();
    output.units(TWO);
    let path = output.path("mau/manifest.json");
    let text = fs::read_to_string(&path).expect("the manifest");
    output.put("mau/manifest.json", &text.replace("quyet-dinh/xa-an.pdf", "../../xa-an.pdf"));
    assert!(Recorded::read(output.folder.path(), "mau").manifest.documents.is_empty());
    assert!(Recorded::at(Path::new("khong-co")).manifest.documents.is_empty());
}
