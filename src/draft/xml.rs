//! XML as it is written: elements with attributes and text, escaped, without the signs that XML 1.0 forbids.

use std::fmt::{Display, Write as _};

/// The declaration that every part begins with.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// An attribute with its value.
pub(super) type Attribute<'a> = (&'a str, &'a dyn Display);

/// A part, or a piece of one.
#[derive(Debug, Default)]
pub(super) struct Xml {
    text: String,
}

impl Xml {
    /// An element that other elements follow inside, until `close`.
    pub(super) fn open(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.text.push('>');
    }

    pub(super) fn close(&mut self, name: &str) {
        self.push("</");
        self.push(name);
        self.push(">");
    }

    /// An element with nothing inside.
    pub(super) fn leaf(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.begin(name, attributes);
        self.push("/>");
    }

    /// An element with text inside.
    pub(super) fn said(&mut self, name: &str, attributes: &[Attribute<'_>], text: &str) {
        self.open(name, attributes);
        self.push(&escaped(text));
        self.close(name);
    }

    /// What has been written elsewhere.
    pub(super) fn push(&mut self, xml: &str) {
        self.text.push_str(xml);
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    fn begin(&mut self, name: &str, attributes: &[Attribute<'_>]) {
        self.push("<");
        self.push(name);
        for (key, value) in attributes {
            let value = value.to_string();
            // Writing to a string cannot fail.
            let _ = write!(self.text, " {key}=\"{}\"", escaped(&value));
        }
    }
}

/// The text as it may stand in an element or in an attribute.
fn escaped(text: &str) -> String {
    let is_written = |c: &char| {
        matches!(c, '\n' | '\t') || !(c.is_ascii_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}'))
    };
    let legible: String = text.chars().filter(is_written).collect();
    quick_xml::escape::escape(legible).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_xml_forbids_are_left_out_and_the_others_escaped() {
        let mut xml = Xml::default();
        xml.said("w:t", &[("a", &"\"<\u{1}")], "x\u{1}\u{B}\u{FFFE}<&>y\u{7}");
        assert_eq!(xml.into_text(), "<w:t a=\"&quot;&lt;\">x&lt;&amp;&gt;y</w:t>");
    }
}
