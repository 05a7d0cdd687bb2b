//! Row formulas: column names, numbers, `+ - * /` and brackets, computed in decimals.

use std::fmt;

use rust_decimal::Decimal;

/// A parsed `cong_thuc`, e.g. `ngheo_dau - giam`.
#[derive(Debug, Clone, PartialEq)]
pub enum Formula {
    Number(Decimal),
    Column(String),
    Negated(Box<Formula>),
    Binary(Box<Formula>, Operator, Box<Formula>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
}

impl Operator {
    fn symbol(self) -> char {
        match self {
            Self::Add => '+',
            Self::Subtract => '-',
            Self::Multiply => '*',
            Self::Divide => '/',
        }
    }

    fn binds(self) -> u8 {
        match self {
            Self::Add | Self::Subtract => 1,
            Self::Multiply | Self::Divide => 2,
        }
    }
}

/// Where a formula stops making sense: the character (from 0) and what was expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadFormula {
    pub at: usize,
    pub expected: &'static str,
}

impl Formula {
    /// Parses a formula; names are letters, digits and `_`.
    pub fn parse(text: &str) -> Result<Self, BadFormula> {
        let chars: Vec<char> = text.chars().collect();
        let mut parser = Parser { chars: &chars, at: 0, depth: 0 };
        let formula = parser.sum(0)?;
        parser.skip_blanks();
        if parser.at < chars.len() {
            return Err(parser.bad("phép tính hoặc hết công thức"));
        }
        Ok(formula)
    }

    /// The column names that it reads, in order of first use.
    pub fn columns(&self) -> Vec<&str> {
        fn walk<'a>(formula: &'a Formula, names: &mut Vec<&'a str>) {
            match formula {
                Formula::Number(_) => {}
                Formula::Column(name) => {
                    if !names.contains(&name.as_str()) {
                        names.push(name);
                    }
                }
                Formula::Negated(inner) => walk(inner, names),
                Formula::Binary(left, _, right) => {
                    walk(left, names);
                    walk(right, names);
                }
            }
        }
        let mut names = Vec::new();
        walk(self, &mut names);
        names
    }

    /// Whether it multiplies columns or divides by one: then the value of a sum is not the sum of the values.
    pub fn is_ratio(&self) -> bool {
        let has_column = |formula: &Self| !formula.columns().is_empty();
        match self {
            Self::Number(_) | Self::Column(_) => false,
            Self::Negated(inner) => inner.is_ratio(),
            Self::Binary(left, operator, right) => {
                let mixes = match operator {
                    Operator::Multiply => has_column(left) && has_column(right),
                    Operator::Divide => has_column(right),
                    Operator::Add | Operator::Subtract => false,
                };
                mixes || left.is_ratio() || right.is_ratio()
            }
        }
    }

    /// Whether it only adds and subtracts columns and whole numbers: its value has no more decimals than they have.
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Number(number) => number.is_integer(),
            Self::Column(_) => true,
            Self::Negated(inner) => inner.is_whole(),
            Self::Binary(left, operator, right) => {
                matches!(operator, Operator::Add | Operator::Subtract) && left.is_whole() && right.is_whole()
            }
        }
    }

    /// A sum of columns, each times a number, and a number; `None` for every other formula, and where it divides.
    pub fn linear(&self) -> Option<Linear<'_>> {
        match self {
            Self::Number(number) => Some(Linear { factors: Vec::new(), constant: *number }),
            Self::Column(name) => {
                Some(Linear { factors: vec![(name, Decimal::ONE)], constant: Decimal::ZERO })
            }
            Self::Negated(inner) => inner.linear()?.times(Decimal::NEGATIVE_ONE),
            Self::Binary(left, operator, right) => {
                let (left, right) = (left.linear()?, right.linear()?);
                match operator {
                    Operator::Add => left.plus(right),
                    Operator::Subtract => left.plus(right.times(Decimal::NEGATIVE_ONE)?),
                    Operator::Multiply if left.factors.is_empty() => right.times(left.constant),
                    Operator::Multiply if right.factors.is_empty() => left.times(right.constant),
                    Operator::Multiply | Operator::Divide => None,
                }
            }
        }
    }

    /// Its value, or `None` when a column has no number, a divisor is zero or the result is out of range.
    pub fn evaluate(&self, column: &dyn Fn(&str) -> Option<Decimal>) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Column(name) => column(name),
            Self::Negated(inner) => inner.evaluate(column).map(|value| -value),
            Self::Binary(left, operator, right) => {
                let (left, right) = (left.evaluate(column)?, right.evaluate(column)?);
                match operator {
                    Operator::Add => left.checked_add(right),
                    Operator::Subtract => left.checked_sub(right),
                    Operator::Multiply => left.checked_mul(right),
                    Operator::Divide => left.checked_div(right),
                }
            }
        }
    }

    /// The formula with every column written by `name`, e.g. as cells (`C7-E7`) or as figures (`851 - 180`).
    pub fn write(&self, name: &dyn Fn(&str) -> String, number: &dyn Fn(Decimal) -> String) -> String {
        self.write_within(0, name, number)
    }

    fn write_within(
        &self,
        outer: u8,
        name: &dyn Fn(&str) -> String,
        number: &dyn Fn(Decimal) -> String,
    ) -> String {
        match self {
            Self::Number(value) => number(*value),
            Self::Column(column) => name(column),
            Self::Negated(inner) => format!("-{}", inner.write_within(3, name, number)),
            Self::Binary(left, operator, right) => {
                let binds = operator.binds();
                let text = format!(
                    "{} {} {}",
                    left.write_within(binds, name, number),
                    operator.symbol(),
                    right.write_within(binds + 1, name, number)
                );
                if binds < outer { format!("({text})") } else { text }
            }
        }
    }
}

/// A formula as a sum: every column once, with what it is multiplied by.
#[derive(Debug, Clone, PartialEq)]
pub struct Linear<'a> {
    pub factors: Vec<(&'a str, Decimal)>,
    pub constant: Decimal,
}

impl Linear<'_> {
    fn times(mut self, factor: Decimal) -> Option<Self> {
        self.constant = self.constant.checked_mul(factor)?;
        for (_, own) in &mut self.factors {
            *own = own.checked_mul(factor)?;
        }
        Some(self)
    }

    fn plus(mut self, other: Self) -> Option<Self> {
        self.constant = self.constant.checked_add(other.constant)?;
        for (name, factor) in other.factors {
            match self.factors.iter_mut().find(|(known, _)| *known == name) {
                Some((_, own)) => *own = own.checked_add(factor)?,
                None => self.factors.push((name, factor)),
            }
        }
        Some(self)
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.write(&str::to_owned, &|number| number.to_string()))
    }
}

/// Brackets nested deeper than this are refused instead of overflowing the stack.
const DEEPEST: usize = 32;

struct Parser<'a> {
    chars: &'a [char],
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn sum(&mut self, binds: u8) -> Result<Formula, BadFormula> {
        let mut left = self.factor()?;
        while let Some(operator) = self.peek_operator() {
            if operator.binds() <= binds {
                break;
            }
            self.at += 1;
            let right = self.sum(operator.binds())?;
            left = Formula::Binary(Box::new(left), operator, Box::new(right));
        }
        Ok(left)
    }

    fn factor(&mut self) -> Result<Formula, BadFormula> {
        self.skip_blanks();
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.bad("ít ngoặc lồng nhau hơn"));
        }
        let factor = match self.chars.get(self.at) {
            Some('-') => {
                self.at += 1;
                Formula::Negated(Box::new(self.factor()?))
            }
            Some('(') => {
                self.at += 1;
                let inner = self.sum(0)?;
                self.skip_blanks();
                if self.chars.get(self.at) != Some(&')') {
                    return Err(self.bad("dấu đóng ngoặc «)»"));
                }
                self.at += 1;
                inner
            }
            Some(first) if first.is_ascii_digit() => {
                let text = self.take(|c| c.is_ascii_digit() || c == '.');
                let number = text.parse().map_err(|_| self.bad("một số như 100 hoặc 0.5"))?;
                Formula::Number(number)
            }
            Some(first) if first.is_alphabetic() || *first == '_' => {
                Formula::Column(self.take(|c| c.is_alphanumeric() || c == '_'))
            }
            _ => return Err(self.bad("tên cột, số hoặc dấu mở ngoặc")),
        };
        self.depth -= 1;
        Ok(factor)
    }

    fn peek_operator(&mut self) -> Option<Operator> {
        self.skip_blanks();
        match self.chars.get(self.at)? {
            '+' => Some(Operator::Add),
            '-' | '−' | '–' => Some(Operator::Subtract),
            '*' | '×' => Some(Operator::Multiply),
            '/' => Some(Operator::Divide),
            _ => None,
        }
    }

    fn take(&mut self, keep: impl Fn(char) -> bool) -> String {
        let start = self.at;
        while self.chars.get(self.at).is_some_and(|c| keep(*c)) {
            self.at += 1;
        }
        self.chars[start..self.at].iter().collect()
    }

    fn skip_blanks(&mut self) {
        while self.chars.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
    }

    fn bad(&self, expected: &'static str) -> BadFormula {
        BadFormula { at: self.at, expected }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: &str) -> Option<Decimal> {
        let columns = |name: &str| match name {
            "a" => Some(Decimal::from(851)),
            "b" => Some(Decimal::from(180)),
            "zero" => Some(Decimal::ZERO),
            _ => None,
        };
        Formula::parse(text).expect("the formula is well formed").evaluate(&columns)
    }

    #[test]
    fn formulas_are_computed_in_decimals() {
        for (text, expected) in [
            ("a - b", Some("671")),
            ("a - b - 1", Some("670")),
            ("2 * (a - b) / 4", Some("335.5")),
            ("-a + 0.1 + 0.2", Some("-850.7")),
            ("a / zero", None),
            ("a + missing", None),
        ] {
            assert_eq!(value(text).map(|v| v.normalize().to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn formulas_are_written_back_with_the_brackets_they_need() {
        for text in ["a - (b - c)", "a - b - c", "(a + b) * c / 100", "-(a + b)", "a / (b * c)"] {
            assert_eq!(Formula::parse(text).expect("well formed").to_string(), text);
        }
    }

    #[test]
    fn a_broken_formula_says_where_and_what_was_expected() {
        for (text, at) in [("a -", 3), ("(a + b", 6), ("a ; b", 2), ("", 0)] {
            assert_eq!(Formula::parse(text).expect_err("it is broken").at, at, "{text}");
        }
        assert!(Formula::parse(&"(".repeat(5_000)).is_err());
    }
}
