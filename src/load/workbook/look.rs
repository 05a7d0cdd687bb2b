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
    use super::{Encoding, look};

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
