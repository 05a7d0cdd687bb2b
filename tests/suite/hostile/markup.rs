//! XML that is nested without end, declares a type of document, or defines entities, in every part that may be read.

use super::Outcome::{Either, Read, Refused};
use super::make::{ODS_ROWS, Parts, ROWS, SHEET, ods, shared, xlsx};
use super::{Case, case, hold};

const DEPTH: usize = 200_000;

#[test]
fn xml_nested_two_hundred_thousand_deep() {
    let open = "<a>".repeat(DEPTH);
    let nested = format!("{open}{}", "</a>".repeat(DEPTH));
    let mut cases: Vec<Case> = Vec::new();
    let parts = shared(&["Xã Ân Thi"]);
    for name in parts.names() {
        let whole = shared(&["Xã Ân Thi"]).with(&name, nested.clone()).zip();
        cases.push(case(format!("{name} is nested"), "bang.xlsx", whole, Either));
    }
    for (place, after) in [("before the rows", "</sheetData>"), ("in a row", "</row>"), ("in a cell", "</c>")]
    {
        for (how, text) in [("closed", nested.as_str()), ("left open", open.as_str())] {
            let sheet = super::make::sheet(ROWS).replacen(after, &format!("{text}{after}"), 1);
            cases.push(case(
                format!("{place}, {how}"),
                "bang.xlsx",
                xlsx(ROWS).with(SHEET, sheet).zip(),
                Either,
            ));
        }
    }
    let runs = format!("<si>{}</si>", "<r>".repeat(DEPTH));
    let strings = parts.with("xl/sharedStrings.xml", format!("<sst>{runs}</sst>")).zip();
    cases.push(case("runs in runs", "bang.xlsx", strings, Refused));
    for (name, text) in [("closed", &nested), ("left open", &open)] {
        let rows = format!(
            "{ODS_ROWS}<table:table-row><table:table-cell>{text}</table:table-cell></table:table-row>"
        );
        cases.push(case(format!("ods, {name}"), "bang.ods", ods(&rows).zip(), Either));
    }
    let groups = format!(
        "{}{ODS_ROWS}{}",
        "<table:table-row-group>".repeat(DEPTH),
        "</table:table-row-group>".repeat(DEPTH)
    );
    cases.push(case("ods groups", "bang.ods", ods(&groups).zip(), Either));
    let spans = format!(
        "{ODS_ROWS}<table:table-row><table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell></table:table-row>",
        "<text:span>".repeat(DEPTH)
    );
    cases.push(case("ods spans", "bang.ods", ods(&spans).zip(), Refused));
    hold(cases);
}

/// A declaration before the root of a part.
fn declared(parts: Parts, name: &str, text: &str, declaration: &str) -> Vec<u8> {
    parts.with(name, text.replacen("?>", &format!("?>{declaration}"), 1)).zip()
}

/// Ten entities, each ten times the one before: `&x9;` is a gigabyte.
fn laughs() -> String {
    let mut text = String::from("<!DOCTYPE x [<!ENTITY x0 \"xxxxxxxxxx\">");
    for at in 1..10 {
        let more = format!("&x{};", at - 1).repeat(10);
        text.push_str(&format!("<!ENTITY x{at} \"{more}\">"));
    }
    text + "]>"
}

#[test]
fn a_declared_document_type_or_entity_is_refused_in_every_part() {
    let declarations = [
        ("a type", "<!DOCTYPE x>".to_owned()),
        ("a file", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">".to_owned()),
        ("a type in small letters", "<!doctype x>".to_owned()),
        ("laughs", laughs()),
    ];
    let mut cases: Vec<Case> = Vec::new();
    for (what, declaration) in &declarations {
        let sound = shared(&["Xã Ân Thi"]);
        for name in sound.names() {
            let text = sound.text(&name);
            let text = if text.starts_with("<?") { text } else { format!("<?xml version=\"1.0\"?>{text}") };
            // A part that nobody has to read may be left unread.
            let outcome = match name.as_str() {
                "[Content_Types].xml" | "_rels/.rels" => Either,
                // XML knows the word in capitals only.
                _ if declaration.contains("doctype") => Either,
                _ => Refused,
            };
            let bytes = declared(shared(&["Xã Ân Thi"]), &name, &text, declaration);
            cases.push(case(format!("{what} in {name}"), "bang.xlsx", bytes, outcome));
        }
        let sound = ods(ODS_ROWS);
        for name in sound.names().into_iter().filter(|name| name.ends_with(".xml")) {
            let is_one = name == "content.xml" && !declaration.contains("doctype");
            let outcome = if is_one { Refused } else { Either };
            let bytes = declared(ods(ODS_ROWS), &name, &sound.text(&name), declaration);
            cases.push(case(format!("{what} in {name}"), "bang.ods", bytes, outcome));
        }
    }
    hold(cases);
}

#[test]
fn an_entity_that_is_used_is_refused() {
    let used = |declaration: &str, name: &str| {
        let rows = ROWS.replace("Xã An Hòa", &format!("Xã {name}"));
        declared(xlsx(&rows), SHEET, &super::make::sheet(&rows), declaration)
    };
    let strings =
        |text: &str| format!("<?xml version=\"1.0\"?>{}<sst><si><t>{text}</t></si></sst>", laughs());
    hold([
        case("laughs in a cell", "bang.xlsx", used(&laughs(), "&x9;"), Refused),
        case(
            "a file in a cell",
            "bang.xlsx",
            used("<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>", "&f;"),
            Refused,
        ),
        case("an entity that nobody defined", "bang.xlsx", used("", "&x9;"), Refused),
        case("a letter that there is not", "bang.xlsx", used("", "&#x110000;"), Either),
        case(
            "laughs in strings",
            "bang.xlsx",
            shared(&["x"]).with("xl/sharedStrings.xml", strings("&x9;")).zip(),
            Refused,
        ),
    ]);
}

#[test]
fn words_of_markup_in_a_cell_are_words() {
    let escaped = ROWS.replace("Xã An Hòa", "Xã &lt;!DOCTYPE x&gt;");
    let quoted = ROWS.replace("Xã An Bình", "Xã <![CDATA[<!ENTITY x>]]>");
    let commented = super::make::sheet(ROWS).replace("<sheetData>", "<!-- <!DOCTYPE x [ --><sheetData>");
    let as_number = ROWS.replace("Xã An Hòa", "X&#xE3; An H&#242;a");
    hold([
        case("escaped", "bang.xlsx", xlsx(&escaped).zip(), Read),
        // No office program writes these two; to refuse them is right as well.
        case("quoted", "bang.xlsx", xlsx(&quoted).zip(), Either),
        case("in a comment", "bang.xlsx", xlsx(ROWS).with(SHEET, commented).zip(), Either),
        case("a letter as its number", "bang.xlsx", xlsx(&as_number).zip(), Read),
    ]);
}

#[test]
fn xml_that_is_broken_is_refused() {
    let sound = super::make::sheet(ROWS);
    let half = &sound[..sound.find("Xã An Hòa").expect("a name")];
    let with = |name: &str, text: &str, outcome| {
        case(name, "bang.xlsx", xlsx(ROWS).with(SHEET, text).zip(), outcome)
    };
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(sound.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    hold([
        with("half a sheet", half, Refused),
        with("crossed", &sound.replace("</v></c>", "</c></v>"), Refused),
        with("two roots", &format!("{sound}{sound}"), Either),
        with("no end of an attribute", &sound.replace("r=\"C2\"", "r=\"C2"), Refused),
        case("UTF-16", "bang.xlsx", xlsx(ROWS).with(SHEET, utf16).zip(), Either),
        case(
            "no UTF-8",
            "bang.xlsx",
            xlsx(ROWS).with(SHEET, sound.replace('ã', "\u{1}").as_bytes()).zip(),
            Either,
        ),
    ]);
}
