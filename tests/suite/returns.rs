//! Annex workbooks that are sent out, and what units type into them.

use crate::harness::{DOSSIER, PLAN, Project, Run, SHEET};
use crate::package::rewritten;

/// A notice for every commune, with its own row to fill in.
pub const NOTICE: &str = "\
loai: thong-bao
ngay: 20/3/2024
moi_dong: xa
trich_yeu: Chỉ tiêu giảm nghèo năm {{ nam }} của {{ dong.ten | thuong }}
noi_dung:
  - doan: \"{{ dong.ten }} giảm {{ dong.giam }} hộ nghèo; chi tiết tại Phụ lục kèm theo.\"
noi_nhan: [\"Ủy ban nhân dân {{ dong.ten | thuong }}\", \"Lưu: VT\"]
phu_luc:
  - { tieu_de: \"Chỉ tiêu của {{ dong.ten | thuong }}\", bang: xa, cua: dong, cot: [ten, dau, giam, cuoi], bang_tinh: { mo: [giam] } }
";

/// What a unit types into a cell.
#[derive(Clone, Copy)]
pub enum Typed<'a> {
    Number(&'a str),
    Text(&'a str),
    Nothing,
}

/// A workbook with some cells of its first sheet typed over, everything else as it was.
pub fn typed(bytes: &[u8], cells: &[(&str, Typed<'_>)]) -> Vec<u8> {
    let is_first = |name: &str| name == "xl/worksheets/sheet1.xml";
    rewritten(bytes, is_first, |mut sheet| {
        for (cell, typed) in cells {
            let from = sheet.find(&format!("<c r=\"{cell}\"")).unwrap_or_else(|| panic!("no {cell}"));
            let opening = from + sheet[from..].find('>').expect("a tag ends");
            let end = if sheet[..opening].ends_with('/') {
                opening + 1
            } else {
                from + sheet[from..].find("</c>").expect("a cell ends") + "</c>".len()
            };
            let style = sheet[from..opening].split("s=\"").nth(1).and_then(|rest| rest.split('"').next());
            let style = style.unwrap_or("0").to_owned();
            let new = match typed {
                Typed::Number(number) => format!("<c r=\"{cell}\" s=\"{style}\"><v>{number}</v></c>"),
                Typed::Text(text) => {
                    format!("<c r=\"{cell}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
                }
                Typed::Nothing => format!("<c r=\"{cell}\" s=\"{style}\"/>"),
            };
            sheet.replace_range(from..end, &new);
        }
        sheet
    })
}

/// The sample with a notice for every commune, built.
pub fn sent() -> Project {
    let project = Project::new();
    project.file("data/mau/ho-so.yaml", DOSSIER).file("data/mau/thong-bao.yaml", NOTICE);
    project.workbook("data/mau/bang.xlsx", SHEET);
    project.build();
    project
}

/// The sample with one annex that all communes get, built.
pub fn sent_to_all() -> Project {
    let project = Project::sample();
    let open = "    bang: xa\n    bang_tinh: { mo: [giam] }\n";
    project.file("data/mau/ke-hoach.yaml", PLAN.replace("    bang: xa\n", open));
    project.build();
    project
}

impl Project {
    /// A unit sends back what was built for it, with some cells typed over.
    pub fn returned(&self, from: &str, to: &str, cells: &[(&str, Typed<'_>)]) -> &Self {
        let bytes = std::fs::read(self.path(&format!("output/mau/{from}"))).expect("it was sent");
        self.file(to, typed(&bytes, cells))
    }

    /// Collects everything in `thu/` into `moi.xlsx`.
    pub fn collect(&self) -> Run {
        let names: Vec<String> = self.names("thu").into_iter().map(|name| format!("thu/{name}")).collect();
        let arguments = ["collect"].into_iter().chain(names.iter().map(String::as_str));
        self.run(arguments.chain(["--to", "moi.xlsx"]))
    }
}
