//! What a clerk types into a cell: numbers, ranges, dates, names. Nothing may panic, and what is read is written in a
//! form that reads as the same.

#![no_main]

use duthao::vietnamese::date::ShortDate;
use duthao::vietnamese::range::Dash;
use duthao::vietnamese::{collation, date, number, range, slug, text};
use libfuzzer_sys::fuzz_target;

#[global_allocator]
static COUNTED: duthao_fuzz::Counted = duthao_fuzz::Counted;

const MOST_BYTES: usize = 64 << 20;

fuzz_target!(|bytes: &[u8]| {
    // Both what is text and what another program took for text.
    duthao_fuzz::within(MOST_BYTES, || check(&String::from_utf8_lossy(bytes)));
});

fn check(typed: &str) {
    numbers(typed);
    ranges(typed);
    dates(typed);
    words(typed);
}

fn numbers(typed: &str) {
    for read in [number::parse as number::Reader, number::parse_rate] {
        match read(typed) {
            Ok(value) => {
                let written = number::format(value);
                let again = number::parse(&written);
                assert_eq!(again, Ok(value), "«{typed}» is {value}, written «{written}»");
                assert_eq!(number::format(again.expect("it was read")), written);
                let _ = (number::format_scaled(value, 2), number::leading_zero(value));
            }
            // A message is made of it, and must not be empty.
            Err(bad) => assert!(!bad.to_string().is_empty()),
        }
    }
}

fn ranges(typed: &str) {
    for read in [number::parse as number::Reader, number::parse_rate] {
        match range::parse_with(typed, read) {
            Ok(read_range) => {
                let range = read_range.range;
                assert!(range.ends().next().is_some(), "«{typed}» has no end");
                for dash in [Dash::Spaced, Dash::Close] {
                    let sign = if read_range.has_percent { "%" } else { "" };
                    let written = range.print(dash, sign, &number::format);
                    let again = range::parse(&written);
                    assert_eq!(again, Ok(read_range), "«{typed}» is written «{written}»");
                }
            }
            Err(bad) => assert!(!bad.to_string().is_empty()),
        }
    }
}

fn dates(typed: &str) {
    match date::parse(typed) {
        Ok(read) => {
            for written in [
                date::short(&read, ShortDate::Decree),
                date::short(&read, ShortDate::TwoDigits),
                date::iso(&read),
            ] {
                assert_eq!(date::parse(&written), Ok(read), "«{typed}» is written «{written}»");
            }
            assert!(!date::long(&read).is_empty());
        }
        Err(bad) => assert!(!bad.to_string().is_empty()),
    }
}

fn words(typed: &str) {
    let cleaned = text::clean(typed);
    assert_eq!(text::clean(&cleaned), cleaned, "cleaned twice");
    let folded = text::fold(typed);
    assert_eq!(text::fold(&cleaned), folded, "cleaned, then folded");
    // Marks of other scripts may stand between a letter and its tone; no name in Vietnam has them.
    let is_latin = |c: char| matches!(c, '\0'..='\u{24F}' | '\u{300}'..='\u{36F}' | '\u{1E00}'..='\u{1EFF}');
    if typed.chars().all(is_latin) {
        assert_eq!(text::fold(&folded), folded, "folded twice");
    }
    let _ = (text::strip_marks(typed), text::word_key(typed), text::capitalise_first(typed));
    let _ = (text::lower_first(typed), text::beginning(typed), collation::key(typed), slug::slug(typed));
    let short: String = typed.chars().take(40).collect();
    let _ = text::nearest(&short, ["Xã An Bình", "", short.as_str()].into_iter());
}
