//! The text of a draft as it stands when every tracked change is accepted, with who changed and said what.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::{Parts, attribute, character, event};
use crate::draft::{FIGURE_TABLE, PARAGRAPH_MARK, TABLE_MARK};

/// A draft's text.
#[derive(Debug, Default)]
pub struct Returned {
    /// In reading order, those in tables of figures left out.
    pub paragraphs: Vec<Paragraph>,
    /// Tables of figures.
    pub tables: Vec<Table>,
    pub tracked: Vec<Tracked>,
    pub comments: Vec<Comment>,
    /// Where comments stand, by their ids.
    pub anchors: BTreeMap<String, Anchor>,
}

#[derive(Debug, Clone, Default)]
pub struct Paragraph {
    /// The numbers of the built paragraphs that it holds: one, none where it is new, several where some were joined.
    pub marks: Vec<usize>,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Table {
    /// Its number among the document's tables.
    pub number: usize,
    pub rows: Vec<Row>,
}

#[derive(Debug, Default)]
pub struct Row {
    pub is_head: bool,
    /// As a tracked change.
    pub is_deleted: bool,
    pub cells: Vec<Cell>,
}

#[derive(Debug, Default)]
pub struct Cell {
    pub text: String,
    pub span: usize,
    /// Goes on with the cell above.
    pub goes_on: bool,
}

/// Where something stands: a paragraph by its place, or a cell of a table of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Paragraph(usize),
    Cell { table: usize, row: usize, column: usize },
}

#[derive(Debug)]
pub struct Tracked {
    pub author: String,
    pub text: String,
    pub is_deleted: bool,
    pub at: Mark,
}

#[derive(Debug, Default)]
pub struct Comment {
    pub id: String,
    pub author: String,
    pub text: String,
}

#[derive(Debug)]
pub struct Anchor {
    pub quoted: String,
    pub at: Mark,
}

/// Reads the text and the comments.
pub fn read(parts: &Parts) -> Result<Returned, String> {
    let mut walk = Walk::default();
    walk.part(parts.document())?;
    for margin in parts.margins() {
        // Of what stands in margins only that counts which was built: a page number is no text.
        let before = walk.found.paragraphs.len();
        walk.part(margin)?;
        let own = walk.found.paragraphs.split_off(before);
        walk.found.paragraphs.extend(own.into_iter().filter(|paragraph| !paragraph.marks.is_empty()));
    }
    let mut found = walk.found;
    if let Some(text) = parts.comments() {
        found.comments = comments(text)?;
    }
    Ok(found)
}

/// Where the reading stands.
#[derive(Default)]
struct Walk {
    found: Returned,
    /// Paragraphs that are open: one may hold a text box with others.
    open: Vec<Paragraph>,
    /// Tables that are open, each with its place among the tables of figures if it is one.
    tables: Vec<Option<usize>>,
    /// Of bookmarks that stand between paragraphs.
    pending: Vec<usize>,
    pending_table: Option<usize>,
    /// Whose insertions and deletions are open.
    inserting: Vec<String>,
    deleting: Vec<String>,
    /// The end of the last paragraph was deleted: the next one goes on with it.
    carried: Option<Paragraph>,
    ends_deleted: bool,
    /// Comments whose words are being read.
    commented: Vec<String>,
    in_text: bool,
    in_row_props: bool,
    in_paragraph_props: usize,
    in_fallback: usize,
}

impl Walk {
    fn part(&mut self, text: &str) -> Result<(), String> {
        let mut reader = Reader::from_str(text);
        loop {
            match event(&mut reader)? {
                Event::Start(tag) => self.start(&tag, false),
                Event::Empty(tag) => self.start(&tag, true),
                Event::End(tag) => self.end(tag.name().as_ref()),
                Event::Text(text) if self.in_text => self.said(&text),
                Event::GeneralRef(name) if self.in_text => {
                    let said = character(&name)
                        .ok_or_else(|| format!("tệp Word đã hỏng (ký hiệu «&{};»)", &*name))?;
                    self.said(&said);
                }
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        let name = tag.name().as_ref().to_owned();
        let author = || attribute(tag, "w:author").unwrap_or_default();
        if name == "mc:Fallback" && !is_empty {
            self.in_fallback += 1;
        }
        if self.in_fallback > 0 {
            return;
        }
        match name.as_str() {
            "w:p" if !is_empty => {
                let mut paragraph = self.carried.take().unwrap_or_default();
                paragraph.marks.append(&mut self.pending);
                self.open.push(paragraph);
                self.ends_deleted = false;
            }
            "w:pPr" if !is_empty => self.in_paragraph_props += 1,
            "w:t" | "w:delText" if !is_empty => self.in_text = true,
            "w:br" | "w:cr" | "w:tab" if self.in_paragraph_props == 0 => self.said(" "),
            "w:noBreakHyphen" => self.said("-"),
            "w:ins" | "w:moveTo" if !is_empty => self.inserting.push(author()),
            "w:del" | "w:moveFrom" if is_empty || self.in_paragraph_props > 0 || self.in_row_props => {
                if self.in_row_props {
                    if let Some(row) = self.row() {
                        row.is_deleted = true;
                    }
                } else if self.in_paragraph_props > 0 {
                    self.ends_deleted = true;
                }
                if !is_empty {
                    self.deleting.push(author());
                }
            }
            "w:del" | "w:moveFrom" => self.deleting.push(author()),
            "w:bookmarkStart" => self.bookmark(&attribute(tag, "w:name").unwrap_or_default()),
            "w:commentRangeStart" => self.commented.extend(attribute(tag, "w:id")),
            "w:commentRangeEnd" => {
                let id = attribute(tag, "w:id");
                self.commented.retain(|open| Some(open) != id.as_ref());
            }
            "w:commentReference" => {
                let at = self.mark();
                if let Some(id) = attribute(tag, "w:id") {
                    self.found.anchors.entry(id).or_insert(Anchor { quoted: String::new(), at });
                }
            }
            _ => self.table_part(&name, tag, is_empty),
        }
    }

    fn table_part(&mut self, name: &str, tag: &BytesStart<'_>, is_empty: bool) {
        match name {
            "w:tbl" if !is_empty => {
                let number = self.pending_table.take();
                let place = number.map(|number| self.begin_table(number));
                self.tables.push(place);
            }
            // Whoever deleted the bookmark left the style.
            "w:tblStyle"
                if self.tables.last() == Some(&None)
                    && attribute(tag, "w:val").as_deref() == Some(FIGURE_TABLE) =>
            {
                let number = self.found.tables.iter().map(|table| table.number + 1).max().unwrap_or(0);
                let place = self.begin_table(number);
                if let Some(last) = self.tables.last_mut() {
                    *last = Some(place);
                }
            }
            "w:tr" if !is_empty => {
                if let Some(table) = self.table() {
                    table.rows.push(Row::default());
                }
            }
            "w:trPr" if !is_empty => self.in_row_props = true,
            "w:tblHeader" => {
                if let Some(row) = self.row() {
                    row.is_head = true;
                }
            }
            "w:tc" if !is_empty => {
                if let Some(row) = self.row() {
                    row.cells.push(Cell { span: 1, ..Cell::default() });
                }
            }
            "w:gridSpan" => {
                let span = attribute(tag, "w:val").and_then(|span| span.parse().ok()).unwrap_or(1);
                if let Some(cell) = self.cell() {
                    cell.span = span;
                }
            }
            "w:vMerge" => {
                let goes_on = attribute(tag, "w:val").is_none_or(|value| value == "continue");
                if let Some(cell) = self.cell() {
                    cell.goes_on = goes_on;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if name == "mc:Fallback" {
            self.in_fallback = self.in_fallback.saturating_sub(1);
        }
        if self.in_fallback > 0 {
            return;
        }
        match name {
            "w:p" => {
                let Some(paragraph) = self.open.pop() else { return };
                if self.ends_deleted && self.open.is_empty() && self.place().is_none() {
                    // Of one that was deleted as a whole nothing goes on, its mark neither.
                    self.carried = Some(paragraph).filter(|paragraph| !paragraph.text.trim().is_empty());
                } else if self.place().is_none() {
                    self.found.paragraphs.push(paragraph);
                } else if let Some(cell) = self.cell() {
                    cell.text.push(' ');
                }
                self.ends_deleted = false;
            }
            "w:pPr" => self.in_paragraph_props = self.in_paragraph_props.saturating_sub(1),
            "w:t" | "w:delText" => self.in_text = false,
            "w:trPr" => self.in_row_props = false,
            "w:ins" | "w:moveTo" => _ = self.inserting.pop(),
            "w:del" | "w:moveFrom" => _ = self.deleting.pop(),
            "w:tbl" => _ = self.tables.pop(),
            "w:body" | "w:hdr" | "w:ftr" => self.found.paragraphs.extend(self.carried.take()),
            _ => {}
        }
    }

    /// Words of a paragraph or a cell.
    fn said(&mut self, text: &str) {
        if self.open.is_empty() || self.in_fallback > 0 {
            return;
        }
        let at = self.mark();
        let who = self.deleting.last().map(|author| (author.clone(), true));
        if let Some((author, is_deleted)) =
            who.or(self.inserting.last().map(|author| (author.clone(), false)))
        {
            match self.found.tracked.last_mut() {
                Some(last) if last.author == author && last.is_deleted == is_deleted && last.at == at => {
                    last.text.push_str(text);
                }
                _ => self.found.tracked.push(Tracked { author, text: text.to_owned(), is_deleted, at }),
            }
        }
        for id in &self.commented {
            let anchor = self.found.anchors.entry(id.clone());
            anchor.or_insert(Anchor { quoted: String::new(), at }).quoted.push_str(text);
        }
        if self.deleting.is_empty() {
            if self.place().is_some() {
                if let Some(cell) = self.cell() {
                    cell.text.push_str(text);
                }
            } else if let Some(paragraph) = self.open.last_mut() {
                paragraph.text.push_str(text);
            }
        }
    }

    fn bookmark(&mut self, name: &str) {
        if let Some(number) = name.strip_prefix(PARAGRAPH_MARK).and_then(|number| number.parse().ok()) {
            match self.open.last_mut() {
                Some(paragraph) => paragraph.marks.push(number),
                None => self.pending.push(number),
            }
        } else if let Some(number) = name.strip_prefix(TABLE_MARK).and_then(|number| number.parse().ok()) {
            // Word moves the mark into the table's first cell.
            match self.place() {
                Some(place) => self.found.tables[place].number = number,
                None => self.pending_table = Some(number),
            }
        }
    }

    fn mark(&self) -> Mark {
        let Some(table) = self.place() else { return Mark::Paragraph(self.found.paragraphs.len()) };
        let rows = &self.found.tables[table].rows;
        let column = rows
            .last()
            .map_or(0, |row| row.cells.iter().map(|cell| cell.span).sum::<usize>().saturating_sub(1));
        Mark::Cell { table, row: rows.len().saturating_sub(1), column }
    }

    fn begin_table(&mut self, number: usize) -> usize {
        self.found.tables.push(Table { number, rows: Vec::new() });
        self.found.tables.len() - 1
    }

    /// The table of figures that is being read.
    fn place(&self) -> Option<usize> {
        self.tables.last().copied().flatten()
    }

    fn table(&mut self) -> Option<&mut Table> {
        let place = self.place()?;
        self.found.tables.get_mut(place)
    }

    fn row(&mut self) -> Option<&mut Row> {
        self.table()?.rows.last_mut()
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        self.row()?.cells.last_mut()
    }
}

fn comments(text: &str) -> Result<Vec<Comment>, String> {
    let mut reader = Reader::from_str(text);
    let mut found: Vec<Comment> = Vec::new();
    let mut in_text = false;
    loop {
        let said = match event(&mut reader)? {
            Event::Start(tag) => {
                if tag.name().as_ref() == "w:comment" {
                    let id = attribute(&tag, "w:id").unwrap_or_default();
                    let author = attribute(&tag, "w:author").unwrap_or_default();
                    found.push(Comment { id, author, text: String::new() });
                }
                in_text = tag.name().as_ref() == "w:t";
                continue;
            }
            Event::End(tag) => {
                in_text = false;
                if tag.name().as_ref() != "w:p" {
                    continue;
                }
                " ".to_owned()
            }
            Event::Text(text) if in_text => (*text).to_owned(),
            Event::GeneralRef(name) if in_text => character(&name).unwrap_or_default(),
            Event::Eof => return Ok(found),
            _ => continue,
        };
        if let Some(comment) = found.last_mut() {
            comment.text.push_str(&said);
        }
    }
}
