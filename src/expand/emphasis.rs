//! Splits the clerk's text into literal stretches and references, with `**đậm**` and `*nghiêng*` as styles.
//!
//! A star that does not pair up prints as typed: «2 * 3», «(*)», «năm*».

/// A stretch of text in one style.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    pub content: Content<'a>,
    pub bold: bool,
    pub italic: bool,
}

#[derive(Debug, PartialEq, Eq)]
pub enum Content<'a> {
    /// The words, and the byte of the text at which they begin.
    Literal { start: usize, words: String },
    /// `{{ … }}` with its braces, or from an unclosed `{{` to the end; `start` is its byte in the text.
    Reference { start: usize, source: &'a str },
}

enum Token<'a> {
    Literal { start: usize, words: String },
    Reference { start: usize, source: &'a str },
    Stars { start: usize, count: usize, before: Option<char>, after: Option<char> },
}

/// Splits a text; `{{{{` is a literal `{{`.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let tokens = tokens(text);
    let (mut bold, mut italic) = (false, false);
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Literal { start, words } => push_literal(&mut pieces, *start, words, bold, italic),
            Token::Reference { start, source } => {
                let content = Content::Reference { start: *start, source };
                pieces.push(Piece { content, bold, italic });
            }
            Token::Stars { start, count, .. } => {
                let style = if *count == 2 { &mut bold } else { &mut italic };
                if *style && can_close(token) {
                    *style = false;
                } else if !*style && can_open(token) && closes_later(&tokens[at + 1..], *count) {
                    *style = true;
                } else {
                    push_literal(&mut pieces, *start, &"*".repeat(*count), bold, italic);
                }
            }
        }
    }
    pieces
}

fn push_literal(pieces: &mut Vec<Piece<'_>>, start: usize, literal: &str, bold: bool, italic: bool) {
    if let Some(Piece { content: Content::Literal { words: last, .. }, bold: b, italic: i }) =
        pieces.last_mut()
        && (*b, *i) == (bold, italic)
    {
        last.push_str(literal);
    } else if !literal.is_empty() {
        let content = Content::Literal { start, words: literal.to_owned() };
        pieces.push(Piece { content, bold, italic });
    }
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut literal = String::new();
    let mut begun = 0;
    let mut at = 0;
    while let Some(next) = text[at..].chars().next() {
        let rest = &text[at..];
        if rest.starts_with("{{{{") {
            literal.push_str("{{");
            at += 4;
        } else if rest.starts_with("{{") {
            tokens.push(Token::Literal { start: begun, words: std::mem::take(&mut literal) });
            let length = rest.find("}}").map_or(rest.len(), |end| end + 2);
            tokens.push(Token::Reference { start: at, source: &rest[..length] });
            at += length;
            begun = at;
        } else if next == '*' {
            let run = rest.len() - rest.trim_start_matches('*').len();
            if run > 2 {
                literal.push_str(&rest[..run]);
            } else {
                tokens.push(Token::Literal { start: begun, words: std::mem::take(&mut literal) });
                let before = text[..at].chars().next_back();
                let after = rest[run..].chars().next();
                tokens.push(Token::Stars { start: at, count: run, before, after });
                begun = at + run;
            }
            at += run;
        } else {
            let own = next.len_utf8();
            let length = rest[own..].find(['{', '*']).map_or(rest.len(), |end| own + end);
            literal.push_str(&rest[..length]);
            at += length;
        }
    }
    tokens.push(Token::Literal { start: begun, words: literal });
    tokens
}

/// A style begins before a word and not inside one; «(*)» is a footnote sign.
fn can_open(token: &Token<'_>) -> bool {
    matches!(token, Token::Stars { before, after, .. }
        if after.is_some_and(begins_word) && before.is_none_or(|c| !c.is_alphanumeric()))
}

fn can_close(token: &Token<'_>) -> bool {
    matches!(token, Token::Stars { before, after, .. }
        if before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[' | '«'))
            && after.is_none_or(|c| !c.is_alphanumeric()))
}

fn begins_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '{' | '«' | '"' | '“' | '(' | '[')
}

fn closes_later(tokens: &[Token<'_>], wanted: usize) -> bool {
    // Something must stand between the stars.
    tokens
        .iter()
        .skip(1)
        .any(|token| matches!(token, Token::Stars { count, .. } if *count == wanted) && can_close(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> String {
        pieces(text)
            .iter()
            .map(|piece| {
                let inner = match &piece.content {
                    Content::Literal { words, .. } => words.clone(),
                    Content::Reference { source, .. } => format!("<{source}>"),
                };
                match (piece.bold, piece.italic) {
                    (true, _) => format!("[b {inner}]"),
                    (_, true) => format!("[i {inner}]"),
                    _ => inner,
                }
            })
            .collect()
    }

    #[test]
    fn stars_that_pair_are_styles_and_all_others_print_as_typed() {
        for (text, expected) in [
            ("giảm **4.990 hộ** trong *năm 2023*.", "giảm [b 4.990 hộ] trong [i năm 2023]."),
            ("2 * 3 * 4", "2 * 3 * 4"),
            ("(*) Ghi chú *", "(*) Ghi chú *"),
            ("(*) theo quý; (*) theo năm", "(*) theo quý; (*) theo năm"),
            ("a*b*c", "a*b*c"),
            ("**{{ x }}** hộ", "[b <{{ x }}>] hộ"),
            ("còn **thiếu", "còn **thiếu"),
            ("***", "***"),
            ("{{{{ không phải tham chiếu }}", "{{ không phải tham chiếu }}"),
            ("mở {{ x", "mở <{{ x>"),
            ("{% if %} # $ _ @ < & \\ \"", "{% if %} # $ _ @ < & \\ \""),
        ] {
            assert_eq!(drawn(text), expected, "{text}");
        }
    }
}
