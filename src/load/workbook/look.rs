//! What a cell's number format and font say about its value, whatever the file's format.

use super::sheet::Look;
use crate::vietnamese::legacy::Encoding;

/// The look that a number format and a font give.
pub fn look(format: &str, font: Option<&str>) -> Look {
    let shown = plain(format);
    let digits = shown.split_once('.').map(|(_, behind)| {
        behind.chars().take_while(|c| matches!(c, '0' | '#' | '?')).filter(|c| *c == '0').count()
    });
    let shows_digits = shown.contains(['0', '#', '?']);
    Look {
        is_percent: shown.contains('%'),
        decimals: shows_digits.then(|| u8::try_from(digits.unwrap_or(0)).unwrap_or(0)),
        encoding: font.and_then(Encoding::of_font),
    }
}

/// What the number of a cell stands for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shown {
    #[default]
    Number,
    /// A date or a time of day.
    Date,
    /// A span of time: `[h]:mm`.
    Span,
}

/// What a number format shows.
pub fn shown(format: &str) -> Shown {
    let is_span = ["[h", "[m", "[s"].iter().any(|span| {
        // `[mm]`, but not `[magenta]`.
        let lower = format.to_ascii_lowercase();
        lower.match_indices(span).any(|(at, _)| {
            let inside = lower[at + 1..].split(']').next().unwrap_or_default();
            inside.bytes().all(|byte| byte == span.as_bytes()[1])
        })
    });
    let names_a_part = || plain(format).contains(['d', 'm', 'y', 'h', 's', 'D', 'M', 'Y', 'H', 'S']);
    match () {
        () if is_span => Shown::Span,
        () if names_a_part() => Shown::Date,
        () => Shown::Number,
    }
}

/// The number formats that a file need not write down (ECMA-376, 18.8.30).
pub fn built_in(number: u16) -> &'static str {
    match number {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5 | 6 | 37 | 38 | 41 | 42 => "#,##0_);(#,##0)",
        7 | 8 | 39 | 40 | 43 | 44 => "#,##0.00_);(#,##0.00)",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 | 13 => "# ?/?",
        14..=17 | 22 | 27..=36 | 50..=58 => "dd/mm/yyyy",
        18..=21 | 45 | 47 => "h:mm:ss",
        46 => "[h]:mm:ss",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    }
}

/// A date as `2023-03-15`; `None` for a time of day or a span of time.
pub fn date(moment: &calamine::ExcelDateTime) -> Option<String> {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    moment.is_datetime().then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The format of positive numbers, without quoted text, colours and conditions.
fn plain(format: &str) -> String {
    let mut plain = String::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        match c {
            ';' => break,
            '"' => chars.by_ref().take_while(|c| *c != '"').for_each(drop),
            '[' => chars.by_ref().take_while(|c| *c != ']').for_each(drop),
            // A sign that is shown as it is, a blank as wide as a sign, a sign that fills the cell.
            '\\' | '_' | '*' => drop(chars.next()),
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::{Encoding, Shown, look, shown};

    #[test]
    fn dates_are_told_from_numbers() {
        for (format, kind) in [
            ("General", Shown::Number),
            ("#,##0\"d\"", Shown::Number),
            ("[Magenta]0", Shown::Number),
            ("[$-42A]dd/mm/yyyy;@", Shown::Date),
            ("h:mm AM/PM", Shown::Date),
            ("[h]:mm:ss", Shown::Span),
            ("[Red][mm]:ss", Shown::Span),
            ("_(* #,##0_);_(@_)", Shown::Number),
        ] {
            assert_eq!(shown(format), kind, "{format}");
        }
    }

    #[test]
    fn formats_and_fonts_are_told() {
        for (format, is_percent, decimals) in [
            ("General", false, None),
            ("0.00%", true, Some(2)),
            ("#,##0", false, Some(0)),
            ("0.0##", false, Some(1)),
            ("0\"%\"", false, Some(0)),
            ("[Red]0.00;-0.00%", false, Some(2)),
            ("0\\%", false, Some(0)),
            ("_(* #,##0.00_)", false, Some(2)),
            ("dd/mm/yyyy", false, None),
        ] {
            let look = look(format, Some("Times New Roman"));
            assert_eq!((look.is_percent, look.decimals), (is_percent, decimals), "{format}");
            assert_eq!(look.encoding, None);
        }
        assert_eq!(look("General", Some(".VnTimeH")).encoding, Some(Encoding::Tcvn3Capitals));
        assert_eq!(look("General", Some("VNI-Times")).encoding, Some(Encoding::Vni));
    }
}
