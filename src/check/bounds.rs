//! What a figure may be between two ends, each open where it is `None`: computing with it, and saying it.

use rust_decimal::Decimal;

use crate::vietnamese::number;

/// The least and the greatest value.
pub type Bounds = (Option<Decimal>, Option<Decimal>);

/// Both ends times a number; a negative one exchanges them.
pub fn times((min, max): Bounds, factor: Decimal) -> Bounds {
    let end = |end: Option<Decimal>| end?.checked_mul(factor);
    match factor {
        factor if factor.is_zero() => (Some(Decimal::ZERO), Some(Decimal::ZERO)),
        factor if factor.is_sign_negative() => (end(max), end(min)),
        _ => (end(min), end(max)),
    }
}

/// The sum, end by end; an end that is open in one is open in the sum.
pub fn plus(left: Bounds, right: Bounds) -> Bounds {
    let end = |left: Option<Decimal>, right: Option<Decimal>| left?.checked_add(right?);
    (end(left.0, right.0), end(left.1, right.1))
}

/// What lies within both; `None` where nothing does.
pub fn meet(left: Bounds, right: Bounds) -> Option<Bounds> {
    let tighter = |one: Option<Decimal>, other: Option<Decimal>, pick: fn(Decimal, Decimal) -> Decimal| match (
        one, other,
    ) {
        (Some(one), Some(other)) => Some(pick(one, other)),
        (one, other) => one.or(other),
    };
    let both = (tighter(left.0, right.0, Decimal::max), tighter(left.1, right.1, Decimal::min));
    both.0.zip(both.1).is_none_or(|(min, max)| min <= max).then_some(both)
}

/// From the least of both to the greatest of both.
pub fn hull(left: Bounds, right: Bounds) -> Bounds {
    let wider = |one: Option<Decimal>, other: Option<Decimal>, pick: fn(Decimal, Decimal) -> Decimal| {
        one.zip(other).map(|(one, other)| pick(one, other))
    };
    (wider(left.0, right.0, Decimal::min), wider(left.1, right.1, Decimal::max))
}

/// Bounds in words, for messages.
pub fn written(bounds: Bounds) -> String {
    written_with(bounds, "")
}

/// Bounds in words with a sign behind their figures: «3 - 4%», «từ 10% trở lên».
pub fn written_with((min, max): Bounds, sign: &str) -> String {
    let figure = |value: Decimal| number::format(value.normalize());
    let shown = |value: Decimal| format!("{}{sign}", figure(value));
    match (min, max) {
        (Some(min), Some(max)) if min == max => shown(min),
        (Some(min), Some(max)) => format!("{} - {}", figure(min), shown(max)),
        (Some(min), None) => format!("từ {} trở lên", shown(min)),
        (None, Some(max)) => format!("không quá {}", shown(max)),
        (None, None) => "bất kỳ".to_owned(),
    }
}
