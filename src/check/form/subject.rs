//! One file of a document, as the rules of the form read it: every paragraph with the lines, rules and frames that it
//! became on the page.

use crate::check::{Checked, place_of_component};
use crate::compile::Pages;
use crate::diag::{Finding, Place, Rule};
use crate::model::blocks::{Block, Blocks, Section, TableBlock};
use crate::model::norm::{ComponentNorm, Norm};
use crate::model::printed::{DrawnFrame, DrawnRule, Printed, PrintedBlock, PrintedLine};
use crate::model::text::{Run, words};
use crate::vietnamese::text::beginning;

/// One file of a document.
pub struct PageSubject<'a> {
    pub checked: &'a Checked,
    pub norm: &'a Norm,
    pub printed: &'a Printed,
    /// The sections of this file: the document itself, or one annex or attached document with a file of its own.
    pub sections: Vec<PageSection<'a>>,
    /// Every paragraph in reading order; the left column of a head or foot before its right one.
    pub texts: Vec<PrintedText<'a>>,
    /// Every paragraph and table of the file by its number, with its section's number.
    pub leaves: Vec<(usize, &'a Block)>,
    /// The text area of every page; none where the layout has no mark of it.
    pub areas: Vec<Option<TextArea>>,
}

/// A section and the pages that it takes.
pub struct PageSection<'a> {
    pub section: &'a Section,
    pub first_page: usize,
    pub last_page: usize,
}

/// What lies within the margins of a page, in millimetres from the paper's left and top edge.
#[derive(Debug, Clone, Copy)]
pub struct TextArea {
    pub left_mm: f64,
    pub right_mm: f64,
    /// The top of the highest text or table.
    pub top_mm: f64,
    pub bottom_mm: f64,
}

impl TextArea {
    pub fn centre_mm(&self) -> f64 {
        f64::midpoint(self.left_mm, self.right_mm)
    }
}

/// A paragraph and what became of it on the page.
pub struct PrintedText<'a> {
    pub component: &'a str,
    /// None for a component that the decree's profile does not know.
    pub norm: Option<&'a ComponentNorm>,
    /// Its section's number.
    pub at: usize,
    /// Its number among the paragraphs and tables of the file.
    pub number: usize,
    /// «I.», «Điều 1.», «a)», «-»; empty where there is none.
    pub label: &'a str,
    pub runs: &'a [Run],
    /// Whether it stands in a column of the head or the foot.
    pub in_column: bool,
    pub lines: Vec<&'a PrintedLine>,
    /// The room that it takes, one for each page.
    pub areas: Vec<&'a PrintedBlock>,
    pub rules: Vec<&'a DrawnRule>,
    pub frames: Vec<&'a DrawnFrame>,
}

impl<'a> PrintedText<'a> {
    fn new(at: usize, number: usize, block: &'a Block, in_column: bool, norm: &'a Norm) -> Option<Self> {
        let Block::Paragraph { component, label, runs } = block else { return None };
        Some(Self {
            component,
            norm: norm.component(component),
            at,
            number,
            label: label.as_deref().unwrap_or_default(),
            runs,
            in_column,
            lines: Vec::new(),
            areas: Vec::new(),
            rules: Vec::new(),
            frames: Vec::new(),
        })
    }

    /// The words of the runs, without the label.
    pub fn words(&self) -> String {
        words(self.runs)
    }

    /// A name or number that is still to be written by hand prints nothing.
    pub fn is_blank(&self) -> bool {
        self.label.is_empty() && self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    pub fn first(&self) -> Option<&'a PrintedLine> {
        self.lines.first().copied()
    }

    pub fn last(&self) -> Option<&'a PrintedLine> {
        self.lines.last().copied()
    }

    /// The room that it takes on the page of a line.
    pub fn area_of(&self, line: &PrintedLine) -> Option<&'a PrintedBlock> {
        self.areas.iter().copied().find(|area| area.page == line.page)
    }

    /// What the message calls it, e.g. «trích yếu».
    pub fn called(&self) -> &'a str {
        self.norm.map_or(self.component, |norm| norm.called.as_str())
    }

    /// Whether it stands in a margin of the first page and takes no room in the text.
    pub fn in_margin(&self) -> bool {
        matches!(self.component, "pham_vi" | "lien_he" | "chu_ky_so")
    }
}

impl<'a> PageSubject<'a> {
    pub fn new(checked: &'a Checked, blocks: &'a Blocks, pages: &'a Pages, norm: &'a Norm) -> Self {
        let printed = &pages.printed;
        let mut leaves = Vec::new();
        let mut texts = Vec::new();
        let mut sections = Vec::new();
        for (at, section) in blocks.sections.iter().enumerate() {
            let first = leaves.len();
            collect(at, &section.blocks, false, norm, &mut leaves, &mut texts);
            sections.push((section, first..leaves.len()));
        }
        attach(printed, leaves.len(), &mut texts);
        let sections = sections
            .into_iter()
            .map(|(section, numbers)| {
                let own = || printed.blocks.iter().filter(|b| b.block.is_some_and(|n| numbers.contains(&n)));
                let first_page = own().map(|block| block.page).min().unwrap_or(1);
                let last_page = own().map(|block| block.page).max().unwrap_or(first_page);
                PageSection { section, first_page, last_page }
            })
            .collect();
        Self { checked, norm, printed, sections, texts, leaves, areas: areas(printed) }
    }

    /// The paragraphs of one component.
    pub fn of<'s>(&'s self, component: &'s str) -> impl Iterator<Item = &'s PrintedText<'a>> {
        self.texts.iter().filter(move |text| text.component == component)
    }

    /// The paragraph of one component that a section prints; the first of several.
    pub fn in_section(&self, at: usize, component: &str) -> Option<&PrintedText<'a>> {
        self.texts.iter().find(|text| text.at == at && text.component == component && !text.lines.is_empty())
    }

    /// Whether everything that was composed was found on the pages by its label, and the text area of every page: only
    /// then a component that is not there is surely not in the document.
    pub fn is_legible(&self) -> bool {
        self.areas.iter().all(Option::is_some)
            && self.texts.iter().all(|text| text.is_blank() || !text.lines.is_empty())
    }

    /// The text area of a page (from 1).
    pub fn area(&self, page: usize) -> Option<TextArea> {
        self.areas.get(page.checked_sub(1)?).copied().flatten()
    }

    /// The section that a page (from 1) belongs to.
    pub fn section_of(&self, page: usize) -> Option<&PageSection<'a>> {
        self.sections.iter().find(|section| (section.first_page..=section.last_page).contains(&page))
    }

    /// A finding at a printed line, with the place of the text that stands there.
    pub fn finding(&self, rule: &Rule, line: &PrintedLine, message: impl Into<String>) -> Finding {
        self.finding_at(rule, line.page, &line.text, line.block, &line.component, message)
    }

    /// A finding at some text of a block, with the place of the words that stand there.
    pub fn finding_at(
        &self,
        rule: &Rule,
        page: usize,
        text: &str,
        block: Option<usize>,
        component: &str,
        message: impl Into<String>,
    ) -> Finding {
        let whole = block.and_then(|number| self.leaves.get(number)).map(|(_, block)| match block {
            Block::Paragraph { label, runs, .. } => {
                format!("{} {}", label.as_deref().unwrap_or_default(), words(runs))
            }
            _ => text.to_owned(),
        });
        let whole = whole.unwrap_or_else(|| text.to_owned());
        let finding = Finding::new(rule, self.page_place(page, text), message).help(rule.mend).words(whole);
        match self.source(block, component, text) {
            Place::File { .. } => finding,
            place => finding.also(place, "chữ này lấy ở đây"),
        }
    }

    /// A finding at a page as a whole.
    pub fn finding_on_page(&self, rule: &Rule, page: usize, message: impl Into<String>) -> Finding {
        Finding::new(rule, self.page_place(page, ""), message).help(rule.mend)
    }

    fn page_place(&self, page: usize, text: &str) -> Place {
        let text = beginning(text.trim_end());
        Place::Page { file: self.checked.document().file.clone(), page, text }
    }

    /// Where the text of a block was written: the cell of a table that holds these words, the first run of a clerk's,
    /// else the key that the component prints.
    pub fn source(&self, block: Option<usize>, component: &str, text: &str) -> Place {
        let runs = match block.and_then(|number| self.leaves.get(number)) {
            Some((_, Block::Paragraph { runs, .. })) => runs.as_slice(),
            Some((_, Block::Table(table))) => match self.cell(table, text.trim()) {
                Some(cell) => return cell,
                None => &[],
            },
            _ => &[],
        };
        let written = runs.iter().find_map(|run| self.checked.source(run.source?));
        match written {
            Some(source) => source.place_of(0, ""),
            None => place_of_component(self.checked, component),
        }
    }
}

impl PageSubject<'_> {
    /// The workbook's cell whose words stand in a table.
    fn cell(&self, block: &TableBlock, text: &str) -> Option<Place> {
        let tables = self.checked.printed_tables();
        let (printed, table) = tables.get(block.number)?;
        let before = usize::from(table.number_column.is_some());
        for (row, cells) in block.rows.iter().enumerate() {
            let Some(at) = cells.cells.iter().position(|cell| cell.contains(text)) else { continue };
            let column = printed.columns.get(at.checked_sub(before)?)?;
            table.rows.get(row)?.cells.get(*column)?;
            return Some(table.place(row, *column));
        }
        None
    }
}

/// Numbers paragraphs and tables as the layout does: in reading order, the left column before the right one.
fn collect<'a>(
    at: usize,
    blocks: &'a [Block],
    in_column: bool,
    norm: &'a Norm,
    leaves: &mut Vec<(usize, &'a Block)>,
    texts: &mut Vec<PrintedText<'a>>,
) {
    for block in blocks {
        if let Block::Columns { left, right, .. } = block {
            collect(at, left, true, norm, leaves, texts);
            collect(at, right, true, norm, leaves, texts);
        } else {
            texts.extend(PrintedText::new(at, leaves.len(), block, in_column, norm));
            leaves.push((at, block));
        }
    }
}

/// Gives every paragraph what stands on the page under its number.
fn attach<'a>(printed: &'a Printed, count: usize, texts: &mut [PrintedText<'a>]) {
    let mut text_of = vec![None; count];
    for (at, text) in texts.iter().enumerate() {
        text_of[text.number] = Some(at);
    }
    let place = |block: Option<usize>| text_of.get(block?).copied().flatten();
    for line in &printed.lines {
        if let Some(at) = place(line.block) {
            texts[at].lines.push(line);
        }
    }
    for block in &printed.blocks {
        if let Some(at) = place(block.block) {
            texts[at].areas.push(block);
        }
    }
    for rule in &printed.rules {
        if let Some(at) = place(rule.block) {
            texts[at].rules.push(rule);
        }
    }
    for frame in &printed.frames {
        if let Some(at) = place(frame.block) {
            texts[at].frames.push(frame);
        }
    }
}

/// The text areas: sides and foot by the mark that the layout leaves there, the top by the highest text or table.
fn areas(printed: &Printed) -> Vec<Option<TextArea>> {
    const MARK: &str = "khung_chu";
    const NOT_IN_TEXT: [&str; 5] = [MARK, "so_trang", "pham_vi", "lien_he", "chu_ky_so"];
    let mut areas: Vec<Option<TextArea>> = vec![None; printed.paper_mm.len()];
    let mut tops = vec![f64::INFINITY; printed.paper_mm.len()];
    for block in &printed.blocks {
        let Some(page) = block.page.checked_sub(1).filter(|page| *page < areas.len()) else { continue };
        if block.component == MARK {
            areas[page] = Some(TextArea {
                left_mm: block.left_mm,
                right_mm: block.right_mm,
                top_mm: 0.0,
                bottom_mm: block.top_mm,
            });
        } else if !NOT_IN_TEXT.contains(&block.component.as_str()) {
            tops[page] = tops[page].min(block.top_mm);
        }
    }
    for (area, top) in areas.iter_mut().zip(tops) {
        if let Some(area) = area {
            area.top_mm = top;
        }
    }
    areas
}
