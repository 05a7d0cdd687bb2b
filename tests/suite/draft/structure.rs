//! The parts as the schema wants them: order, styles, marks, nothing that Word would ask about.

use std::collections::{BTreeMap, BTreeSet};

use super::xml::Node;
use super::{Draft, all, built};
use crate::harness::Project;

/// The children of elements in the order of the schema (ECMA-376, transitional).
const ORDER: &[(&str, &str)] = &[
    (
        "w:pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr \
      suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap \
      overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd \
      snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc \
      textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr \
      sectPr pPrChange",
    ),
    (
        "w:rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss \
      imprint noProof snapToGrid vanish webHidden color spacing w kern position sz \
      szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout \
      specVanish oMath",
    ),
    (
        "w:tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize \
      tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook \
      tblCaption tblDescription",
    ),
    ("w:trPr", "cantSplit trHeight tblHeader tblCellSpacing jc hidden"),
    (
        "w:tcPr",
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection \
      tcFitText vAlign hideMark",
    ),
    (
        "w:sectPr",
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc \
      pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg \
      textDirection bidi rtlGutter docGrid printerSettings",
    ),
    (
        "w:style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden \
      unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr \
      rPr tblPr trPr tcPr tblStylePr",
    ),
    ("w:pBdr", "top left bottom right between bar"),
    ("w:tblBorders", "top left bottom right insideH insideV"),
    ("w:tblCellMar", "top left bottom right"),
    ("w:tbl", "bookmarkStart tblPr tblGrid tr"),
    ("w:tr", "tblPrEx trPr tc"),
    ("w:docDefaults", "rPrDefault pPrDefault"),
    ("w:styles", "docDefaults latentStyles style"),
    (
        "w:settings",
        "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol \
      listSeparator",
    ),
    ("w:font", "altName panose1 charset family notTrueType pitch sig"),
];

#[test]
fn children_stand_in_the_order_of_the_schema() {
    let order: BTreeMap<&str, Vec<&str>> =
        ORDER.iter().map(|(name, children)| (*name, children.split_whitespace().collect())).collect();
    for draft in all() {
        for (part, text) in draft.parts.iter().filter(|(name, _)| name.starts_with("word/")) {
            let root = Node::parse(text);
            for node in root.all() {
                let Some(order) = order.get(node.name.as_str()) else { continue };
                let place = |child: &Node| {
                    let name = child.name.trim_start_matches("w:");
                    order.iter().position(|known| *known == name).unwrap_or_else(|| {
                        panic!("{} {part}: <{}> may not hold <{}>", draft.name, node.name, child.name)
                    })
                };
                let places: Vec<usize> = node.children.iter().map(place).collect();
                assert!(places.is_sorted(), "{} {part}: {node:#?}", draft.name);
            }
        }
    }
}

#[test]
fn every_paragraph_has_a_named_style_and_nothing_else_says_how_letters_look() {
    for draft in all() {
        let names = draft.style_names();
        let unique: BTreeSet<String> = names.values().map(|name| name.to_lowercase()).collect();
        assert_eq!(unique.len(), names.len(), "{}: two styles of one name", draft.name);
        // Word takes what follows a comma for another name.
        assert!(names.values().all(|name| !name.contains([',', ';'])), "{names:?}");
        for root in std::iter::once(draft.body()).chain(draft.margins()) {
            for node in root.all() {
                match node.name.as_str() {
                    "w:p" => {
                        let style = node.child("w:pPr").and_then(|props| props.value("w:pStyle"));
                        let style = style.unwrap_or_else(|| panic!("{}: no style: {node:?}", draft.name));
                        assert!(names.contains_key(style), "{}: {style} is not defined", draft.name);
                    }
                    "w:rPr" => {
                        let said: Vec<&str> = node.children.iter().map(|child| child.name.as_str()).collect();
                        assert_eq!(said, ["w:rStyle"], "{}", draft.name);
                        let style = node.value("w:rStyle").unwrap_or_default();
                        assert!(names.contains_key(style), "{}: {style} is not defined", draft.name);
                    }
                    "w:tblPr" => {
                        let style = node.value("w:tblStyle").unwrap_or_default();
                        assert!(names.contains_key(style), "{}: {style} is not defined", draft.name);
                    }
                    "w:jc" | "w:outlineLvl" | "w:pBdr" | "w:shd" | "w:tblBorders" => {
                        panic!("{}: <{}> is said by styles only", draft.name, node.name)
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn every_cell_ends_with_a_paragraph_and_rows_are_as_wide_as_their_table() {
    for draft in all() {
        for table in draft.body().all().iter().filter(|node| node.name == "w:tbl") {
            let grid: Vec<i64> = table
                .child("w:tblGrid")
                .expect("a grid")
                .children
                .iter()
                .map(|column| column.get("w:w").and_then(|width| width.parse().ok()).expect("a width"))
                .collect();
            let whole: i64 = grid.iter().sum();
            let props = table.child("w:tblPr").expect("properties");
            let said = props.child("w:tblW").and_then(|width| width.get("w:w")).expect("a width");
            assert_eq!(said, whole.to_string(), "{}", draft.name);
            assert_eq!(props.child("w:tblLayout").and_then(|layout| layout.get("w:type")), Some("fixed"));
            for row in table.children_of("w:tr") {
                assert!(row.child("w:trPr").is_some_and(|props| props.child("w:cantSplit").is_some()));
                let mut at = 0;
                for cell in row.children_of("w:tc") {
                    assert_eq!(cell.children.last().map(|last| last.name.as_str()), Some("w:p"));
                    let props = cell.child("w:tcPr").expect("properties");
                    let span: usize =
                        props.value("w:gridSpan").map_or(1, |span| span.parse().expect("a number"));
                    let width = props.child("w:tcW").and_then(|width| width.get("w:w")).expect("a width");
                    assert_eq!(width, grid[at..at + span].iter().sum::<i64>().to_string());
                    at += span;
                }
                assert_eq!(at, grid.len(), "{}: a row has every column", draft.name);
            }
        }
    }
}

#[test]
fn marks_are_hidden_and_each_is_there_once() {
    for draft in all() {
        let mut ids = BTreeSet::new();
        let mut names = BTreeSet::new();
        for root in std::iter::once(draft.body()).chain(draft.margins()) {
            let all = root.all();
            let starts = all.iter().filter(|node| node.name == "w:bookmarkStart");
            for start in starts {
                let name = start.get("w:name").expect("a name").to_owned();
                // Word does not show a name that begins so.
                assert!(name.starts_with("_d") || name.starts_with("_b"), "{name}");
                assert!(names.insert(name), "{}", draft.name);
                assert!(ids.insert(start.get("w:id").expect("an id").to_owned()), "{}", draft.name);
            }
            let ends = all.iter().filter(|node| node.name == "w:bookmarkEnd");
            assert!(ends.clone().all(|end| ids.contains(end.get("w:id").expect("an id"))));
        }
        assert!(names.contains("_d0"));
    }
}

#[test]
fn the_package_names_every_part_and_nothing_outside_it() {
    for draft in all() {
        let types = draft.parts["[Content_Types].xml"].clone();
        for name in
            draft.parts.keys().filter(|name| !name.ends_with(".rels") && *name != "[Content_Types].xml")
        {
            assert!(types.contains(&format!("PartName=\"/{name}\"")), "{}: {name}", draft.name);
        }
        let relations = draft.part("word/_rels/document.xml.rels");
        for relation in &relations.children {
            assert_eq!(relation.get("TargetMode"), None, "{}: nothing outside", draft.name);
            let target = relation.get("Target").expect("a target");
            assert!(draft.parts.contains_key(&format!("word/{target}")), "{}: {target}", draft.name);
        }
        let ids: Vec<&str> = relations.children.iter().filter_map(|relation| relation.get("Id")).collect();
        for node in draft.body().all() {
            if let Some(id) = node.get("r:id") {
                assert!(ids.contains(&id), "{}: {id}", draft.name);
            }
        }
        for part in ["vbaProject", "macro", "embeddings", "attachedTemplate", "altChunk"] {
            assert!(!draft.parts.iter().any(|(name, text)| name.contains(part) || text.contains(part)));
        }
    }
}

#[test]
fn a_draft_tells_which_document_it_is_and_no_more() {
    let project = Project::sample();
    let drafts = built(&project);
    let plan = drafts.iter().find(|draft| draft.name == "mau/ke-hoach.docx").expect("the plan");
    let said = |part: &str| -> Vec<String> {
        let root = plan.part(part);
        let said = root.children.iter().map(|node| {
            let name = node.get("name").unwrap_or(&node.name);
            let value = node.children.first().map_or(node.text.as_str(), |value| value.text.as_str());
            format!("{name}: {value}")
        });
        said.collect()
    };
    assert_eq!(said("docProps/custom.xml"), ["duthao: 1", "duthao_ho_so: mau", "duthao_van_ban: ke-hoach"]);
    assert_eq!(
        said("docProps/core.xml"),
        [
            "dc:title: Kế hoạch giảm nghèo năm 2024",
            "dc:creator: Ủy ban nhân dân huyện Tân Lập",
            "dc:language: vi-VN",
            "dcterms:created: 2024-03-15T00:00:00Z",
            "dcterms:modified: 2024-03-15T00:00:00Z",
        ]
    );
    let styles = &plan.parts["word/styles.xml"];
    let fonts = "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" \
                 w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>";
    assert_eq!(styles.matches("<w:rFonts").count(), 1, "one font, said once");
    assert!(styles.contains(fonts) && styles.contains("<w:lang w:val=\"vi-VN\""));
    assert!(plan.parts["word/settings.xml"].contains("w:name=\"compatibilityMode\""));
}

/// A value of a style, e.g. `w:sz`.
fn of_style(draft: &Draft, name: &str, value: &str) -> Option<String> {
    let styles = draft.part("word/styles.xml");
    let style = styles.children_of("w:style").find(|style| style.value("w:name") == Some(name))?;
    style.all().iter().find(|node| node.name == value).and_then(|node| node.get("w:val")).map(str::to_owned)
}

#[test]
fn styles_have_the_sizes_of_the_form_and_follow_its_switches() {
    let project = Project::sample();
    let sizes = |project: &Project| -> Vec<String> {
        let drafts = built(project);
        let plan = drafts.iter().find(|draft| draft.name == "mau/ke-hoach.docx").expect("the plan");
        [
            "Quốc hiệu",
            "Tiêu ngữ",
            "Tên cơ quan ban hành",
            "Trích yếu",
            "Căn cứ",
            "Khoản",
            "Nơi nhận",
            "Số trang",
        ]
        .iter()
        .map(|name| format!("{name} {}", of_style(plan, name, "w:sz").unwrap_or_default()))
        .collect()
    };
    insta::assert_snapshot!(sizes(&project).join("; "), @"Quốc hiệu 26; Tiêu ngữ 28; Tên cơ quan ban hành 26; Trích yếu 28; Căn cứ 28; Khoản 28; Nơi nhận 22; Số trang 28");
    project.plan("loai: ke-hoach\n", "loai: ke-hoach\nthe_thuc: { co_chu: 12-13-13, le_trai: 35 }\n");
    insta::assert_snapshot!(sizes(&project).join("; "), @"Quốc hiệu 24; Tiêu ngữ 26; Tên cơ quan ban hành 24; Trích yếu 26; Căn cứ 26; Khoản 26; Nơi nhận 22; Số trang 26");
    let drafts = built(&project);
    let plan = drafts.iter().find(|draft| draft.name == "mau/ke-hoach.docx").expect("the plan");
    assert!(plan.parts["word/document.xml"].contains("w:left=\"1985\""), "35 mm");
}
