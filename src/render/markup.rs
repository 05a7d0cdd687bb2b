//! The block markup that a form emits, parsed into `Blocks`.
//!
//! `<phan ten kho tep>` a section · `<hai-cot ten><trai/><phai/></hai-cot>` · `<khoi ten nhan>` with text and
//! `<r dam nghieng so cho>` runs · `<bang so/>` a table. Text outside a `<khoi>` is an error: nothing that a
//! template says may get lost.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::model::blocks::{Block, Blocks, Section, TableBlock};
use crate::model::text::Run;

/// Parses the markup; the error says what is wrong, in Vietnamese.
pub fn parse(markup: &str, tables: &[TableBlock]) -> Result<Blocks, String> {
    let mut parser = Parser { reader: Reader::from_str(markup), tables };
    let mut sections = Vec::new();
    loop {
        match parser.next()? {
            Piece::Start(tag) if tag.name == "phan" => {
                let landscape = tag.get("kho") == Some("ngang");
                let component = tag.required("ten")?;
                let own_file = tag.get("tep").map(file_part).transpose()?;
                sections.push(Section { component, landscape, own_file, blocks: parser.blocks("phan")? });
            }
            Piece::Text(text) if text.trim().is_empty() => {}
            Piece::End(_) if !sections.is_empty() => {}
            Piece::Finished if sections.is_empty() => return Err("mẫu không có phần nào".to_owned()),
            Piece::Finished => return Ok(Blocks { sections }),
            other => return Err(format!("{} nằm ngoài <phan>", other.described())),
        }
    }
}

/// A start tag with its attributes.
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
    is_empty: bool,
}

impl Tag {
    fn get(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    fn required(&self, key: &str) -> Result<String, String> {
        self.get(key)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .ok_or_else(|| format!("<{}> thiếu thuộc tính {key}", self.name))
    }
}

enum Piece {
    Start(Tag),
    End(String),
    Text(String),
    Finished,
}

impl Piece {
    fn described(&self) -> String {
        match self {
            Self::Start(tag) => format!("<{}>", tag.name),
            Self::End(name) => format!("</{name}>"),
            Self::Text(text) => format!("chữ «{}»", text.trim()),
            Self::Finished => "phần kết thúc của mẫu".to_owned(),
        }
    }
}

struct Parser<'a> {
    reader: Reader<&'a [u8]>,
    tables: &'a [TableBlock],
}

impl Parser<'_> {
    fn next(&mut self) -> Result<Piece, String> {
        loop {
            let event = self.reader.read_event().map_err(|error| format!("mẫu tạo ra thẻ sai: {error}"))?;
            return Ok(match event {
                Event::Start(start) => Piece::Start(tag(&start, false)?),
                Event::Empty(start) => Piece::Start(tag(&start, true)?),
                Event::End(end) => Piece::End(end.name().as_ref().to_owned()),
                Event::Text(text) => Piece::Text((*text).to_owned()),
                Event::GeneralRef(entity) => {
                    let name = (*entity).to_owned();
                    Piece::Text(character(&name).ok_or_else(|| format!("không hiểu ký hiệu &{name};"))?)
                }
                Event::CData(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                    continue;
                }
                Event::Eof => Piece::Finished,
            });
        }
    }

    fn blocks(&mut self, until: &str) -> Result<Vec<Block>, String> {
        let mut blocks = Vec::new();
        loop {
            match self.next()? {
                Piece::End(name) if name == until => return Ok(blocks),
                Piece::Text(text) if text.trim().is_empty() => {}
                Piece::Start(tag) => match tag.name.as_str() {
                    "khoi" => blocks.push(self.paragraph(&tag)?),
                    "hai-cot" => blocks.push(self.columns(&tag)?),
                    "bang" => blocks.push(self.table(&tag)?),
                    _ => return Err(format!("không có thẻ <{}>", tag.name)),
                },
                other => return Err(format!("{} nằm ngoài <khoi>", other.described())),
            }
        }
    }

    fn paragraph(&mut self, tag: &Tag) -> Result<Block, String> {
        let mut runs: Vec<Run> = Vec::new();
        let mut push = |run: Run| match runs.last_mut() {
            Some(last)
                if last.figure.is_none()
                    && run.figure.is_none()
                    && (last.source == run.source || run.text.is_empty())
                    && (last.bold, last.italic) == (run.bold, run.italic) =>
            {
                last.text.push_str(&run.text);
            }
            _ if run.text.is_empty() && run.figure.is_none() => {}
            _ => runs.push(run),
        };
        if !tag.is_empty {
            loop {
                match self.next()? {
                    Piece::End(name) if name == "khoi" => break,
                    Piece::Text(text) => push(Run::plain(text)),
                    Piece::Start(run) if run.name == "r" => push(self.run(&run)?),
                    other => return Err(format!("{} nằm trong <khoi>", other.described())),
                }
            }
        }
        let label = tag.get("nhan").filter(|label| !label.is_empty()).map(str::to_owned);
        Ok(Block::Paragraph { component: tag.required("ten")?, label, runs })
    }

    fn run(&mut self, tag: &Tag) -> Result<Run, String> {
        let mut text = String::new();
        if !tag.is_empty {
            loop {
                match self.next()? {
                    Piece::End(name) if name == "r" => break,
                    Piece::Text(piece) => text.push_str(&piece),
                    other => return Err(format!("{} nằm trong <r>", other.described())),
                }
            }
        }
        let figure = match tag.get("so") {
            Some(number) => {
                Some(number.parse().map_err(|_| format!("<r so=\"{number}\"> không phải số thứ tự"))?)
            }
            None => None,
        };
        let source = tag.get("cho").and_then(|number| number.parse().ok());
        Ok(Run { text, bold: tag.get("dam").is_some(), italic: tag.get("nghieng").is_some(), figure, source })
    }

    fn columns(&mut self, tag: &Tag) -> Result<Block, String> {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        loop {
            match self.next()? {
                Piece::End(name) if name == "hai-cot" => break,
                Piece::Text(text) if text.trim().is_empty() => {}
                Piece::Start(side) if side.name == "trai" => left = self.blocks("trai")?,
                Piece::Start(side) if side.name == "phai" => right = self.blocks("phai")?,
                other => {
                    return Err(format!("{} nằm trong <hai-cot>, cần <trai> hoặc <phai>", other.described()));
                }
            }
        }
        Ok(Block::Columns { component: tag.required("ten")?, left, right })
    }

    fn table(&mut self, tag: &Tag) -> Result<Block, String> {
        let number = tag.required("so")?;
        let table = number.parse().ok().and_then(|at: usize| self.tables.get(at));
        let Some(table) = table else { return Err(format!("không có bảng số {number}")) };
        if !tag.is_empty {
            self.blocks("bang")?;
        }
        Ok(Block::Table(TableBlock { component: tag.required("ten")?, ..table.clone() }))
    }
}

/// The end of a file's name: letters, digits and hyphens, so that it leads nowhere else.
fn file_part(part: &str) -> Result<String, String> {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !part.is_empty() && part.chars().all(is_plain) {
        Ok(part.to_owned())
    } else {
        Err(format!("<phan tep=\"{part}\"> chỉ nhận chữ thường không dấu, số và gạch nối"))
    }
}

fn tag(start: &BytesStart<'_>, is_empty: bool) -> Result<Tag, String> {
    let name = start.name().as_ref().to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| format!("thuộc tính của <{name}> sai: {error}"))?;
        let value = quick_xml::escape::unescape(&attribute.value)
            .map_err(|error| format!("thuộc tính của <{name}> sai: {error}"))?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(Tag { name, attributes, is_empty })
}

/// A named or numbered character reference.
fn character(name: &str) -> Option<String> {
    quick_xml::escape::unescape(&format!("&{name};")).ok().map(std::borrow::Cow::into_owned)
}
