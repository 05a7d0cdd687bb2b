//! The oracle's arithmetic: whole numbers and tenths of tens, nothing else; rates by trying every base.

use std::cmp::Ordering;
use std::fmt;

/// A decimal as it stands in print: `4,32` is 432 with two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Printed {
    pub units: i64,
    pub places: u32,
}

impl Printed {
    /// Reads `4.32` or `4,32`; a stray `8.390000000000001` of a workbook is what it shows.
    pub fn read(text: &str) -> Option<Self> {
        let (whole, rest) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(rest) {
            return None;
        }
        let read =
            Self { units: format!("{whole}{rest}").parse().ok()?, places: u32::try_from(rest.len()).ok()? };
        let mut shown = if read.places > 6 { read.rounded(6) } else { read };
        while shown.places > 0 && shown.units % 10 == 0 {
            shown = Self { units: shown.units / 10, places: shown.places - 1 };
        }
        Some(shown)
    }

    /// Half up.
    pub fn rounded(self, places: u32) -> Self {
        let units = match places.cmp(&self.places) {
            Ordering::Less => {
                let step = 10_i64.pow(self.places - places);
                (2 * self.units + step).div_euclid(2 * step)
            }
            _ => self.units * 10_i64.pow(places - self.places),
        };
        Self { units, places }
    }

    pub fn minus(self, other: Self) -> Self {
        let places = self.places.max(other.places);
        Self { units: self.rounded(places).units - other.rounded(places).units, places }
    }

    /// In the workbook: with a point, trailing noughts kept.
    pub fn with_point(self) -> String {
        if self.places == 0 {
            return self.units.to_string();
        }
        let step = 10_i64.pow(self.places);
        format!("{}.{:0width$}", self.units / step, self.units % step, width = self.places as usize)
    }

    /// On the page: «1.234», «4,32».
    pub fn with_comma(self) -> String {
        let plain = self.with_point();
        let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut text = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        if rest.is_empty() { text } else { format!("{text},{rest}") }
    }
}

impl fmt::Display for Printed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.with_comma())
    }
}

impl PartialOrd for Printed {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let places = self.places.max(other.places);
        Some(self.rounded(places).units.cmp(&other.rounded(places).units))
    }
}

/// `count` of `base` in hundredths, rounded half up.
pub fn rate(count: i64, base: i64, places: u32) -> Option<Printed> {
    let scaled = count * 100 * 10_i64.pow(places);
    (base > 0).then(|| Printed { units: (2 * scaled + base).div_euclid(2 * base), places })
}

/// The first and the last base that gives the printed rate: every base that could is tried. They have no gaps, since a
/// greater base never gives a greater rate.
pub fn bases(count: i64, printed: Printed) -> Option<(i64, i64)> {
    let scaled = count * 100 * 10_i64.pow(printed.places);
    // One unit of the last place to either side is more than rounding can hide.
    let from = (scaled / (printed.units + 1)).max(1);
    let to = scaled / (printed.units - 1).max(1) + 2;
    let mut found = (from..=to).filter(|base| rate(count, *base, printed.places) == Some(printed));
    let first = found.next()?;
    Some((first, found.next_back().unwrap_or(first)))
}

/// A range or a bound in words: «1,58 - 1,60», «từ 40 đến 45», «trên 20», «không quá 15», or a plain number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    pub least: Option<Printed>,
    pub most: Option<Printed>,
    /// «trên»: the least value itself does not belong to it.
    pub is_open: bool,
}

impl Span {
    pub fn read(text: &str) -> Option<Self> {
        let numbers: Vec<Printed> = text
            .split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .filter_map(Printed::read)
            .collect();
        let starts = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
        let is_open = text.starts_with("trên");
        match numbers[..] {
            [least, most] => Some(Self { least: Some(least), most: Some(most), is_open }),
            [most] if starts(&["không quá", "tối đa", "dưới"]) => {
                Some(Self { least: None, most: Some(most), is_open })
            }
            [least] if is_open || starts(&["ít nhất", "tối thiểu", "từ"]) => {
                Some(Self { least: Some(least), most: None, is_open })
            }
            [exact] => Some(Self { least: Some(exact), most: Some(exact), is_open }),
            _ => None,
        }
    }

    pub fn holds(&self, value: Printed) -> bool {
        let above = self.least.is_none_or(|least| if self.is_open { value > least } else { value >= least });
        above && self.most.is_none_or(|most| value <= most)
    }
}

#[test]
fn rates_are_rounded_half_up_and_bases_found_by_trying() {
    let printed = |text: &str| Printed::read(text).expect("a number");
    assert_eq!(printed("8.390000000000001"), Printed { units: 839, places: 2 });
    assert_eq!(rate(1, 8, 1), Some(Printed { units: 125, places: 1 }));
    assert_eq!(rate(1, 800, 2), Some(Printed { units: 13, places: 2 }), "0,125 is 0,13");
    assert_eq!(bases(4545, printed("25,68")), Some((17_696, 17_702)));
    assert_eq!(bases(2435, printed("13,68")), Some((17_794, 17_806)));
    assert_eq!(
        (printed("13342").with_comma(), printed("4,97").with_point()),
        ("13.342".into(), "4.97".into())
    );
    assert_eq!(Span::read("từ 40 đến 45").map(|span| span.holds(printed("45"))), Some(true));
    assert_eq!(Span::read("trên 1,2").map(|span| span.holds(printed("1,2"))), Some(false));
}
