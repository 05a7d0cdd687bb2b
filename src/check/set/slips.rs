//! Slips of the hand in digits: one digit another, or two that stand side by side exchanged.

use crate::model::card::Mention;
use crate::vietnamese::date::IssueDate;

/// Whether two numbers and symbols differ by one slip: «07/2021/NĐ-CP» and «70/2021/NĐ-CP».
pub fn in_number(one: &str, other: &str) -> bool {
    let padded = |number: &str| {
        let key = Mention::number_key(number);
        let digits = key.chars().take_while(char::is_ascii_digit).count();
        format!("{:0>6}{}", &key[..digits], &key[digits..])
    };
    in_digits(&padded(one), &padded(other))
}

/// Whether two days differ by one slip: 14/01/2026 and 15/01/2026, 14/01/2026 and 14/10/2026.
pub fn in_date(one: &IssueDate, other: &IssueDate) -> bool {
    let digits = |date: &IssueDate| {
        let day = date.first_day();
        format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
    };
    in_digits(&digits(one), &digits(other))
}

fn in_digits(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len() != other.len() {
        return false;
    }
    let different: Vec<usize> = (0..one.len()).filter(|at| one[*at] != other[*at]).collect();
    let are_digits = different.iter().all(|at| one[*at].is_ascii_digit() && other[*at].is_ascii_digit());
    are_digits
        && match different.as_slice() {
            [_] => true,
            [first, second] => {
                second - first == 1 && one[*first] == other[*second] && one[*second] == other[*first]
            }
            _ => false,
        }
}

#[test]
fn one_slip_is_told_from_another_number() {
    for (one, other) in
        [("07/2021/NĐ-CP", "70/2021/NĐ-CP"), ("7/NQ-HĐND", "09/NQ-HĐND"), ("52/TTr", "25/TTr")]
    {
        assert!(in_number(one, other), "{one} {other}");
    }
    for (one, other) in [("07/2021/NĐ-CP", "7/2021/NĐ-CP"), ("833/QĐ-UBND", "1367/QĐ-UBND"), ("5/QĐ", "5/NQ")]
    {
        assert!(!in_number(one, other), "{one} {other}");
    }
}
