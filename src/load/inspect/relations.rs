//! What columns say of one another: rates of counts over a total, «before − cut = after», sums of the columns beside.
//!
//! A relation is only told where the figures bear it out; the row of column ids («9=1-2-3», «4=3/1*100») says what is
//! worth trying first.

use rust_decimal::{Decimal, RoundingStrategy};

use super::kinds::Kind;
use crate::model::formula::{Formula, Operator};
use crate::vietnamese::text::fold;

/// A column as far as its relations hang on it.
pub struct Figures<'a> {
    pub kind: Kind,
    /// Whether nothing but its being a number told the kind: a sum with counts of households makes it one.
    pub is_open: bool,
    pub path: Vec<&'a str>,
    /// The decimals with which a rate is written.
    pub decimals: u32,
    /// What its cell in the row of column ids says.
    pub id: Option<String>,
}

/// What was found about one column; the numbers are places in the list of columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Relations {
    pub rate_of: Option<usize>,
    pub rate_over: Option<usize>,
    /// With the reason.
    pub formula: Option<(Sum, &'static str)>,
}

/// Columns that are added up, or subtracted where the flag says so.
pub type Sum = Vec<(usize, bool)>;

/// The columns and their values, row by row.
pub struct Grid<'a> {
    pub columns: Vec<Figures<'a>>,
    pub rows: Vec<u32>,
    pub value: &'a dyn Fn(u32, usize) -> Option<Decimal>,
}

/// Rows that are looked at first: what fails here is not tried on the whole sheet.
const SAMPLE: usize = 60;
/// Of a hundred rows that a stated relation must hold in.
const MOSTLY: usize = 80;

impl Grid<'_> {
    /// What every column is to the others.
    pub fn relations(&self) -> Vec<Relations> {
        let mut found = vec![Relations::default(); self.columns.len()];
        self.rates(&mut found);
        self.stated(&mut found);
        let mut used: Vec<Vec<usize>> = Vec::new();
        for (at, relation) in found.iter().enumerate() {
            used.extend(relation.formula.as_ref().map(|(sum, _)| members(at, sum)));
        }
        self.sums_beside(&mut found, &mut used);
        self.differences(&mut found, &mut used);
        self.points(&mut found);
        found
    }

    fn of(&self, is_wanted: impl Fn(Kind) -> bool) -> Vec<usize> {
        (0..self.columns.len()).filter(|at| is_wanted(self.columns[*at].kind)).collect()
    }

    fn has_word(&self, at: usize, words: &[&str]) -> bool {
        self.columns[at].path.iter().any(|label| {
            let folded = fold(label);
            words.iter().any(|word| folded.contains(&fold(word)))
        })
    }

    fn parent(&self, at: usize) -> Option<&[&str]> {
        self.columns[at].path.split_last().map(|(_, above)| above).filter(|above| !above.is_empty())
    }

    /// `cua` and `tren`: the count and the total that give the rate.
    fn rates(&self, found: &mut [Relations]) {
        let counts = self.of(Kind::adds_up);
        for rate in self.of(|kind| kind == Kind::Percent) {
            if let Some((count, total)) = self.stated_ratio(rate)
                && self.share(|row| self.fits(rate, count, total, row)) >= Some(MOSTLY / 2)
            {
                (found[rate].rate_of, found[rate].rate_over) = (Some(count), Some(total));
                continue;
            }
            let near = self.nearest(rate, &counts);
            let mut totals: Vec<usize> = counts.clone();
            totals.sort_by_key(|at| (!self.has_word(*at, &["tổng"]), *at));
            let pairs = near.iter().flat_map(|count| totals.iter().map(move |total| (*count, *total)));
            let fitting = pairs.filter(|(count, total)| count != total).find(|(count, total)| {
                self.share(|row| self.fits(rate, *count, *total, row)) >= Some(MOSTLY)
            });
            if let Some((count, total)) = fitting {
                (found[rate].rate_of, found[rate].rate_over) = (Some(count), Some(total));
            }
        }
        self.rates_without_total(found);
    }

    /// The count beside a rate under the same heading, where all such rates of a row may have one denominator.
    fn rates_without_total(&self, found: &mut [Relations]) {
        const NEARLY: Decimal = Decimal::from_parts(5, 0, 0, false, 2);
        let counts = self.of(Kind::adds_up);
        let mut reference: Option<(usize, usize)> = None;
        for rate in self.of(|kind| kind == Kind::Percent) {
            let beside =
                |count: &&usize| self.parent(rate).is_some() && self.parent(**count) == self.parent(rate);
            let Some(count) = counts.iter().rfind(|count| beside(count) && **count < rate) else { continue };
            if found[rate].rate_of.is_some() {
                continue;
            }
            let denominator = |rate: usize, count: usize, row: u32| {
                let (rate, count) = ((self.value)(row, rate)?, (self.value)(row, count)?);
                (rate > Decimal::ZERO && count > Decimal::ZERO).then(|| count.checked_div(rate)).flatten()
            };
            let share = self.share(|row| {
                let own = denominator(rate, *count, row)?;
                let Some((rate, count)) = reference else { return Some(true) };
                let other = denominator(rate, count, row)?;
                Some((own - other).abs() <= other.checked_mul(NEARLY)?)
            });
            if share >= Some(MOSTLY) {
                found[rate].rate_of = Some(*count);
                reference.get_or_insert((rate, *count));
            }
        }
    }

    /// The counts, those under the same heading first, then those on the left, the nearest first.
    fn nearest(&self, rate: usize, counts: &[usize]) -> Vec<usize> {
        let mut near = counts.to_vec();
        near.sort_by_key(|at| {
            let is_beside = self.parent(rate).is_some() && self.parent(*at) == self.parent(rate);
            (!is_beside, *at > rate, at.abs_diff(rate))
        });
        near
    }

    /// Whether a rate is the count over the total, within the rounding; `None` where a row does not say.
    fn fits(&self, rate: usize, count: usize, total: usize, row: u32) -> Option<bool> {
        let value = |at| (self.value)(row, at);
        let (printed, count, total) = (value(rate)?, value(count)?, value(total)?);
        if total.is_zero() {
            return None;
        }
        let exact = count.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(total)?;
        let decimals = self.columns[rate].decimals;
        let rounded = exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
        Some(rounded == printed.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero))
    }

    /// Whether two columns may stand in one sum.
    fn may_add_up(&self, one: usize, other: usize) -> bool {
        let (one, other) = (&self.columns[one], &self.columns[other]);
        one.kind == other.kind || one.is_open || other.is_open
    }

    /// How many of a hundred rows hold, of those that say; `None` where fewer than two say. Gives up early.
    fn share(&self, holds: impl Fn(u32) -> Option<bool>) -> Option<usize> {
        const TRIED: usize = 8;
        let (mut said, mut held) = (0, 0);
        for row in self.rows.iter().take(SAMPLE) {
            if let Some(holds) = holds(*row) {
                said += 1;
                held += usize::from(holds);
            }
            if said == TRIED && held * 2 < said {
                return Some(0);
            }
        }
        (said > 1).then(|| held * 100 / said)
    }

    /// Whether it holds in every row, of which several say; the first rows settle most cases.
    fn holds_everywhere(&self, least: usize, holds: impl Fn(u32) -> Option<bool>) -> bool {
        let mut said = 0;
        for (number, row) in self.rows.iter().enumerate() {
            // Columns that are mostly blank say nothing of each other.
            if number == SAMPLE && said == 0 {
                return false;
            }
            match holds(*row) {
                Some(false) => return false,
                Some(true) => said += 1,
                None => {}
            }
        }
        said >= least
    }

    fn sum(&self, sum: &[(usize, bool)], row: u32) -> Option<Decimal> {
        sum.iter().try_fold(Decimal::ZERO, |total, (at, is_minus)| {
            let value = (self.value)(row, *at)?;
            if *is_minus { total.checked_sub(value) } else { total.checked_add(value) }
        })
    }

    fn adds_up_to(&self, target: usize, sum: &[(usize, bool)], row: u32) -> Option<bool> {
        let (value, sum) = ((self.value)(row, target)?, self.sum(sum, row)?);
        Some(value == sum)
    }

    /// «4=3/1*100» in the row of column ids.
    fn stated_ratio(&self, rate: usize) -> Option<(usize, usize)> {
        match self.stated_formula(rate)? {
            Formula::Binary(ratio, Operator::Multiply, _) => match *ratio {
                Formula::Binary(count, Operator::Divide, total) => {
                    Some((self.named(&count)?, self.named(&total)?))
                }
                _ => None,
            },
            Formula::Binary(count, Operator::Divide, total) => {
                Some((self.named(&count)?, self.named(&total)?))
            }
            _ => None,
        }
    }

    /// What stands behind the equals sign of a column id, the ids written as names.
    fn stated_formula(&self, at: usize) -> Option<Formula> {
        let (_, formula) = self.columns[at].id.as_deref()?.split_once('=')?;
        let mut named = String::new();
        let mut chars = formula.trim_matches(['(', ')']).chars().peekable();
        while let Some(c) = chars.next() {
            let c = match c {
                'x' | 'X' | '×' => '*',
                ':' | '÷' => '/',
                '–' | '−' => '-',
                c => c,
            };
            named.push(c);
            if !c.is_ascii_digit() && chars.peek().is_some_and(char::is_ascii_digit) {
                named.push('c');
            }
        }
        if named.starts_with(|c: char| c.is_ascii_digit()) {
            named.insert(0, 'c');
        }
        // «100» is no column.
        Formula::parse(&named.replace("c100", "100").replace('%', "")).ok()
    }

    fn named(&self, formula: &Formula) -> Option<usize> {
        let Formula::Column(name) = formula else { return None };
        self.by_id(name.strip_prefix('c')?)
    }

    fn by_id(&self, id: &str) -> Option<usize> {
        let own =
            |text: &str| text.split('=').next().unwrap_or_default().trim_matches(['(', ')', ' ']).to_owned();
        self.columns.iter().position(|column| column.id.as_deref().is_some_and(|text| own(text) == id))
    }

    /// «9=1-2-3» in the row of column ids.
    fn stated(&self, found: &mut [Relations]) {
        for at in self.of(Kind::adds_up) {
            let sum = || -> Option<Sum> {
                let formula = self.stated_formula(at)?;
                let linear = formula.linear()?;
                let terms = linear.factors.iter().map(|(name, factor)| {
                    let is_minus = *factor == Decimal::NEGATIVE_ONE;
                    (is_minus || *factor == Decimal::ONE).then_some(())?;
                    Some((self.by_id(name.strip_prefix('c')?)?, is_minus))
                });
                let terms: Option<Sum> = terms.collect();
                terms.filter(|terms| terms.len() > 1 && linear.constant.is_zero())
            };
            let held = sum().filter(|sum| self.share(|row| self.adds_up_to(at, sum, row)) >= Some(MOSTLY));
            found[at].formula = held.map(|sum| (sum, "theo dòng ký hiệu cột"));
        }
    }

    /// «Tổng số» with the columns on its right that add up to it.
    fn sums_beside(&self, found: &mut [Relations], used: &mut Vec<Vec<usize>>) {
        const LEAST_ROWS: usize = 2;
        let counts = self.of(Kind::adds_up);
        for (place, target) in counts.iter().enumerate() {
            let is_total = self.has_word(*target, &["tổng", "cộng"]);
            if found[*target].formula.is_some() || !is_total {
                continue;
            }
            let right: Vec<usize> =
                counts[place + 1..].iter().copied().take_while(|at| self.may_add_up(*at, *target)).collect();
            let sum = (2..=right.len()).rev().find_map(|count| {
                let sum: Sum = right[..count].iter().map(|at| (*at, false)).collect();
                self.holds_everywhere(LEAST_ROWS, |row| self.adds_up_to(*target, &sum, row)).then_some(sum)
            });
            if let Some(sum) = sum {
                used.push(members(*target, &sum));
                found[*target].formula = Some((sum, "bằng tổng các cột bên phải"));
            }
        }
    }

    /// `after = before - cut`, `all = one + other`, for the columns that are results by their words, then by their place.
    fn differences(&self, found: &mut [Relations], used: &mut Vec<Vec<usize>>) {
        const RESULTS: [&str; 5] = ["cuối", "còn lại", "còn", "sau", "tổng"];
        let counts = self.of(Kind::adds_up);
        let mut targets = counts.clone();
        targets.sort_by_key(|at| (!self.has_word(*at, &RESULTS), std::cmp::Reverse(*at)));
        for target in targets {
            if found[target].formula.is_some() {
                continue;
            }
            let is_result = self.has_word(target, &RESULTS);
            let least = if is_result { 2 } else { 4 };
            let others: Vec<usize> = counts
                .iter()
                .copied()
                .filter(|at| *at != target && self.may_add_up(*at, target))
                .filter(|at| is_result || *at < target)
                .collect();
            let pairs = others.iter().flat_map(|one| others.iter().map(move |other| (*one, *other)));
            let sums = pairs.filter(|(one, other)| one != other).flat_map(|(one, other)| {
                let difference = vec![(one, false), (other, true)];
                let both = (one < other).then(|| vec![(one, false), (other, false)]);
                std::iter::once(difference).chain(both)
            });
            let telling = |sum: &Sum| {
                // A column of noughts bears out everything.
                let is_moved = |row: &u32| {
                    sum.iter().all(|(at, _)| (self.value)(*row, *at).is_some_and(|v| !v.is_zero()))
                };
                self.rows.iter().take(SAMPLE).filter(|row| is_moved(row)).count() >= least.min(2)
            };
            let held = sums.filter(|sum| !used.contains(&members(target, sum))).find(|sum| {
                self.holds_everywhere(least, |row| self.adds_up_to(target, sum, row)) && telling(sum)
            });
            if let Some(sum) = held {
                used.push(members(target, &sum));
                found[target].formula = Some((sum, "đúng ở mọi dòng"));
            }
        }
    }

    /// Points of a rate: the rate before less the rate after.
    fn points(&self, found: &mut [Relations]) {
        let rates = self.of(|kind| kind == Kind::Percent);
        for target in self.of(|kind| kind == Kind::Points) {
            let pairs = rates.iter().flat_map(|one| rates.iter().map(move |other| (*one, *other)));
            let mut sums = pairs
                .filter(|(one, other)| one != other)
                .map(|(one, other)| vec![(one, false), (other, true)]);
            let held = sums.find(|sum| self.holds_everywhere(2, |row| self.adds_up_to(target, sum, row)));
            found[target].formula = held.map(|sum| (sum, "đúng ở mọi dòng"));
        }
    }
}

fn members(target: usize, sum: &[(usize, bool)]) -> Vec<usize> {
    let mut members: Vec<usize> = sum.iter().map(|(at, _)| *at).chain([target]).collect();
    members.sort_unstable();
    members
}
