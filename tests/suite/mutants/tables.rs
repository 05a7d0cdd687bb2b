//! The tables of the samples, described by hand: what every column and row is. The oracle knows nothing else of them.

/// The unrounded values behind a column of rates.
pub struct Rate {
    pub column: char,
    /// The count that it is a rate of.
    pub of: char,
    /// The count that it is taken over; `None` where that stands nowhere.
    pub over: Option<char>,
    pub places: u32,
}

/// Points: the difference of two printed rates.
pub struct Points {
    pub column: char,
    pub from: char,
    pub to: char,
    /// `None`: as many as the cell itself shows.
    pub places: Option<u32>,
}

/// `result = first ± second` in every row.
pub struct Equation {
    pub result: char,
    pub first: char,
    pub sign: i64,
    pub second: char,
}

/// A target written as a range, with the counts whose rate must lie in it.
pub struct Target {
    pub column: char,
    pub of: char,
    pub over: char,
}

/// One table of a sample.
pub struct Table {
    pub dossier: &'static str,
    /// As the documents name it: `huyen.tong.giam`.
    pub id: &'static str,
    pub book: &'static str,
    pub sheet: &'static str,
    pub first_row: u32,
    /// A letter a row: a group `1`, a group inside it `2`, a unit `u`, a part of the row above `p`, the total `T`, a
    /// row of its own unit of measure `.`.
    pub rows: &'static str,
    /// The row with the numbers of the columns.
    pub ids: Option<u32>,
    /// What documents call the columns.
    pub names: &'static [(&'static str, char)],
    /// Columns that are added up.
    pub counts: &'static str,
    pub equations: &'static [Equation],
    pub rates: &'static [Rate],
    pub points: &'static [Points],
    pub targets: &'static [Target],
    /// What may never be greater than what.
    pub within: &'static [(char, char)],
    /// Columns whose cells are figures of a row's own unit of measure: numbers, ranges, bounds.
    pub figures: &'static str,
    /// Counts printed with two digits.
    pub two_digits: &'static str,
}

/// A table without anything.
pub const PLAIN: Table = Table {
    dossier: "",
    id: "",
    book: "",
    sheet: "Biểu 1",
    first_row: 0,
    rows: "",
    ids: None,
    names: &[],
    counts: "",
    equations: &[],
    rates: &[],
    points: &[],
    targets: &[],
    within: &[],
    figures: "",
    two_digits: "",
};

pub const fn minus(result: char, first: char, second: char) -> Equation {
    Equation { result, first, sign: -1, second }
}

const fn plus(result: char, first: char, second: char) -> Equation {
    Equation { result, first, sign: 1, second }
}

const fn rate(column: char, of: char, over: char) -> Rate {
    Rate { column, of, over: Some(over), places: 2 }
}

/// Both rates are taken over a number of households that is not in the table.
pub const fn open_rate(column: char, of: char) -> Rate {
    Rate { column, of, over: None, places: 2 }
}

const POOR_NAMES: &[(&str, char)] = &[
    ("tong_ho", 'C'),
    ("ngheo_dau", 'D'),
    ("ty_le_dau", 'E'),
    ("giam", 'F'),
    ("giam_diem", 'G'),
    ("ngheo_cuoi", 'H'),
    ("ty_le_cuoi", 'I'),
];

/// Households, poor ones before, the cut, poor ones after, with both rates: the same columns in three samples.
const POOR: Table = Table {
    id: "xa",
    names: POOR_NAMES,
    counts: "CDFH",
    equations: &[minus('H', 'D', 'F')],
    rates: &[rate('E', 'D', 'C'), rate('I', 'H', 'C')],
    points: &[Points { column: 'G', from: 'E', to: 'I', places: Some(2) }],
    within: &[('D', 'C'), ('F', 'D')],
    ..PLAIN
};

pub const TABLES: &[Table] = &[
    Table {
        dossier: "chon-thanh-2024",
        book: "chi-tieu-xa-phuong.xlsx",
        first_row: 9,
        rows: "1uuuuu1uuuuT",
        ids: Some(8),
        two_digits: "DFH",
        ..POOR
    },
    Table {
        dossier: "dak-nong-2023",
        id: "huyen",
        book: "chi-tieu-huyen.xlsx",
        first_row: 9,
        rows: "uuuuuuuuT",
        ids: Some(8),
        names: &[
            ("ngheo_dau", 'C'),
            ("ty_le_dau", 'D'),
            ("giam_diem", 'E'),
            ("giam", 'F'),
            ("ngheo_cuoi", 'G'),
            ("ty_le_cuoi", 'H'),
        ],
        counts: "CFG",
        equations: &[minus('G', 'C', 'F')],
        rates: &[open_rate('D', 'C'), open_rate('H', 'G')],
        points: &[Points { column: 'E', from: 'D', to: 'H', places: None }],
        within: &[('F', 'C')],
        ..PLAIN
    },
    Table {
        dossier: "ia-grai-2021",
        id: "chi_tieu",
        book: "chi-tieu-xa.xlsx",
        first_row: 6,
        rows: "......",
        names: &[("nam_nay", 'D')],
        figures: "D",
        ..PLAIN
    },
    Table {
        dossier: "ia-grai-2021",
        book: "chi-tieu-xa.xlsx",
        sheet: "Biểu 2",
        first_row: 9,
        rows: "1pupupupupupupup1pupupupupupupTp",
        ids: Some(8),
        two_digits: "F",
        ..POOR
    },
    Table {
        dossier: "minh-hoa-2026",
        book: "chi-tieu-2026.xlsx",
        first_row: 10,
        rows: "1uuuuuuuu1pupupupupup1uTp",
        ids: Some(9),
        ..POOR
    },
    Table {
        dossier: "minh-hoa-2026",
        id: "ct",
        book: "chi-tieu-2026.xlsx",
        sheet: "Biểu 2",
        first_row: 8,
        rows: "..........",
        ids: Some(7),
        names: &[("thuc_hien", 'D'), ("ke_hoach", 'E')],
        figures: "DE",
        ..PLAIN
    },
    Table {
        dossier: "minh-hoa-2026",
        id: "von",
        book: "chi-tieu-2026.xlsx",
        sheet: "Biểu 3",
        first_row: 10,
        rows: "uuuuT",
        ids: Some(9),
        names: &[("tong", 'C'), ("dau_tu", 'D'), ("thuong_xuyen", 'E')],
        counts: "CDE",
        equations: &[plus('C', 'D', 'E')],
        ..PLAIN
    },
    Table {
        dossier: "minh-hoa-2026",
        id: "kq",
        book: "ket-qua-6-thang.xlsx",
        first_row: 9,
        rows: "1uuuuuuuu1uuuuu1uT",
        ids: Some(8),
        names: &[("chi_tieu", 'C'), ("da_giam", 'D'), ("dat", 'E'), ("con_lai", 'F')],
        counts: "CDF",
        equations: &[minus('F', 'C', 'D')],
        rates: &[Rate { column: 'E', of: 'D', over: Some('C'), places: 1 }],
        ..PLAIN
    },
    Table {
        dossier: "minh-hoa-2026",
        id: "bao",
        book: "thiet-hai-bao.xlsx",
        first_row: 8,
        rows: "uuuuT",
        ids: Some(7),
        names: &[("tong", 'C'), ("sap", 'D'), ("hu_hong", 'E'), ("gao", 'F')],
        counts: "CDEF",
        equations: &[plus('C', 'D', 'E')],
        two_digits: "CDE",
        ..PLAIN
    },
    Table {
        dossier: "quang-nam-2024",
        id: "huyen",
        book: "chi-tieu-giam-ngheo.xlsx",
        first_row: 10,
        rows: "1uuuuuuuuu12uuuuuu2uuuT",
        ids: Some(9),
        names: &[("ngheo_dau", 'C'), ("giam", 'D'), ("ngheo_cuoi", 'E')],
        counts: "CDE",
        equations: &[minus('E', 'C', 'D')],
        within: &[('D', 'C')],
        ..PLAIN
    },
    Table {
        dossier: "quang-ngai-2024",
        id: "chi_tieu",
        book: "chi-tieu.xlsx",
        first_row: 8,
        rows: ".......",
        ids: Some(7),
        names: &[("nam_nay", 'D')],
        figures: "D",
        ..PLAIN
    },
    Table {
        dossier: "quang-ngai-2024",
        id: "huyen",
        book: "chi-tieu-huyen.xlsx",
        sheet: "Biểu 2",
        first_row: 9,
        rows: "1uuuuuuu1uuuuu1uT",
        ids: Some(8),
        names: &[
            ("tong_ho", 'C'),
            ("ngheo_dau", 'D'),
            ("giam_diem", 'E'),
            ("giam", 'F'),
            ("ngheo_cuoi", 'G'),
        ],
        counts: "CDFG",
        equations: &[minus('G', 'D', 'F')],
        targets: &[Target { column: 'E', of: 'F', over: 'C' }],
        within: &[('D', 'C'), ('F', 'D')],
        figures: "E",
        ..PLAIN
    },
];

/// Two cells, each by book, sheet, column and row.
pub type Cell = (&'static str, &'static str, char, u32);

/// What two tables of one dossier say of the same thing.
pub enum Link {
    /// The same figure stands in both.
    Same(Cell, Cell),
    /// The first cell is a range or a bound, and the second lies in it.
    Holds(Cell, Cell),
}

const SMALL: &str = "chi-tieu-xa.xlsx";
const YEAR: &str = "chi-tieu-2026.xlsx";
const HALF: &str = "ket-qua-6-thang.xlsx";
const TARGETS: &str = "chi-tieu.xlsx";
const DISTRICTS: &str = "chi-tieu-huyen.xlsx";

/// The links of a dossier, as its README and its text state them.
pub fn links(dossier: &str) -> Vec<Link> {
    match dossier {
        "ia-grai-2021" => {
            let district = [(6, 'I', 39), (7, 'G', 39), (8, 'F', 39), (9, 'G', 40), (10, 'F', 40)];
            let same = district.map(|(row, column, other)| {
                Link::Same((SMALL, "Biểu 1", 'D', row), (SMALL, "Biểu 2", column, other))
            });
            // Every commune above the average falls by more than the plan's own rule.
            let rule = (11..=23)
                .step_by(2)
                .map(|row| Link::Holds((SMALL, "Biểu 1", 'D', 11), (SMALL, "Biểu 2", 'G', row)));
            same.into_iter().chain(rule).collect()
        }
        "minh-hoa-2026" => {
            const ROWS: [u32; 18] = [10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 23, 25, 27, 29, 31, 32, 33];
            let targets = (9..)
                .zip(ROWS)
                .map(|(row, year)| Link::Same((HALF, "Biểu 1", 'C', row), (YEAR, "Biểu 1", 'F', year)));
            let ranges = [(8, 33), (9, 19)]
                .map(|(row, year)| Link::Holds((YEAR, "Biểu 2", 'E', row), (YEAR, "Biểu 1", 'G', year)));
            targets.chain(ranges).collect()
        }
        "quang-ngai-2024" => [(8, 25), (9, 17)]
            .map(|(row, other)| Link::Same((TARGETS, "Biểu 1", 'D', row), (DISTRICTS, "Biểu 2", 'E', other)))
            .into(),
        _ => Vec::new(),
    }
}
