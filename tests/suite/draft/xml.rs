//! A part of a draft as a tree of elements.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// An element.
#[derive(Debug, Default, Clone)]
pub struct Node {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
    /// The text directly inside.
    pub text: String,
}

impl Node {
    /// The root of a part, which must be well formed.
    pub fn parse(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().expect("well-formed XML") {
                Event::Start(tag) => open.push(Self::of(&tag)),
                Event::Empty(tag) => open.last_mut().expect("a root").children.push(Self::of(&tag)),
                Event::End(_) => {
                    let node = open.pop().expect("it was opened");
                    open.last_mut().expect("a root").children.push(node);
                }
                Event::Text(text) => open.last_mut().expect("a root").text.push_str(&text),
                Event::GeneralRef(name) => {
                    let said = match &*name {
                        "amp" => "&",
                        "lt" => "<",
                        "gt" => ">",
                        "quot" => "\"",
                        "apos" => "'",
                        other => panic!("&{other}; is written as nothing else reads it"),
                    };
                    open.last_mut().expect("a root").text.push_str(said);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let mut top = open.pop().expect("a root");
        assert!(open.is_empty() && top.children.len() == 1, "one root, every element closed");
        top.children.remove(0)
    }

    fn of(tag: &BytesStart<'_>) -> Self {
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let value = quick_xml::escape::unescape(&attribute.value).expect("escaped").into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        Self { name: tag.name().as_ref().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The first child of a name.
    pub fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    pub fn children_of<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// `w:val` of a child.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.get("w:val")
    }

    /// This element and everything inside it, in order.
    pub fn all(&self) -> Vec<&Node> {
        let mut all = vec![self];
        self.children.iter().for_each(|child| all.extend(child.all()));
        all
    }

    /// The text of a paragraph or of all in a cell, as a reader sees it; a line break is a blank.
    pub fn words(&self) -> String {
        let said = |node: &&Node| match node.name.as_str() {
            "w:t" => node.text.replace('\u{a0}', " "),
            "w:br" | "w:tab" => " ".to_owned(),
            _ => String::new(),
        };
        self.all().iter().map(said).collect()
    }
}
