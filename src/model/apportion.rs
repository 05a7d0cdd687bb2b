//! Splitting a total into whole shares by weight, within floors and caps: the largest remainder, in integers.
//!
//! - Holds: the exact quotas (every unit's weight times one common level, held at its floor or cap), the whole parts,
//!   and who gets one more: the largest remainder first, then the larger weight, then the order of the units.
//! - In and out: a total and one claim a unit, all in the least amount that is given out; one share a unit out.
//! - Never here: tables, decimals, words. A sum that needs more than 128 bits is refused, never rounded.
//! - Why: the shares of a published total have to add up to it, and anyone has to get the same ones by hand.

use std::cmp::Ordering;

/// What a unit brings to the split.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    pub weight: i128,
    pub floor: i128,
    pub cap: Option<i128>,
}

/// How a unit came to its share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// Held up by its floor.
    Floor,
    /// Held down by its cap.
    Cap,
    /// By its weight alone.
    Free {
        whole: i128,
        /// Of the quota, over `Apportioned::free_weight`.
        remainder: i128,
        /// Its place among the remainders, from 1; 0 where nothing remains.
        rank: usize,
        /// Whether it got one more.
        is_raised: bool,
    },
}

impl Share {
    /// So much the unit gets.
    pub fn amount(self, claim: &Claim) -> i128 {
        match self {
            Self::Floor => claim.floor,
            Self::Cap => claim.cap.unwrap_or(claim.floor),
            Self::Free { whole, is_raised, .. } => whole + i128::from(is_raised),
        }
    }
}

/// A total that is split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apportioned {
    /// One for every claim.
    pub shares: Vec<Share>,
    /// What is left of the total for the units at neither bound.
    pub free_total: i128,
    /// The weights of those units.
    pub free_weight: i128,
    /// How many of them got one more.
    pub raised: usize,
}

/// Why a total cannot be split so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Infeasible {
    NegativeTotal,
    /// These units have a weight below zero.
    NegativeWeights(Vec<usize>),
    /// These units have a floor above their cap.
    CrossedBounds(Vec<usize>),
    /// The floors alone come to more than the total.
    FloorsExceed(i128),
    /// No unit that could take more than its floor has a weight.
    NoWeight,
    /// All units at their caps (those without a weight at their floors) come to less than the total.
    CapsFallShort(i128),
    /// More than can be computed exactly.
    TooLarge,
}

/// Splits the total; the shares add up to it, and each lies within its bounds.
///
/// The quotas are the only ones in which all units between their bounds get the same for each unit of weight. A quota
/// between two whole bounds has whole neighbours within them, so handing out what remains breaks no bound.
pub fn apportion(total: i128, claims: &[Claim]) -> Result<Apportioned, Infeasible> {
    refuse(total, claims)?;
    let (level, over) = level(total, claims).ok_or(Infeasible::NoWeight)?;
    let mut shares: Vec<Share> = claims
        .iter()
        .map(|claim| {
            let quota = claim.weight * level;
            if quota < claim.floor * over {
                Share::Floor
            } else if claim.cap.is_some_and(|cap| quota > cap.min(total) * over) {
                Share::Cap
            } else {
                Share::Free { whole: 0, remainder: 0, rank: 0, is_raised: false }
            }
        })
        .collect();
    let (mut free_total, mut free_weight) = (total, 0);
    for (share, claim) in shares.iter().zip(claims) {
        match share {
            Share::Free { .. } => free_weight += claim.weight,
            bound => free_total -= bound.amount(claim),
        }
    }
    let mut left = free_total;
    let mut open = Vec::new();
    for (at, (share, claim)) in shares.iter_mut().zip(claims).enumerate() {
        // Where no free unit has a weight, nothing is left for them.
        if let Share::Free { whole, remainder, .. } = share
            && free_weight > 0
        {
            let quota = claim.weight * free_total;
            (*whole, *remainder) = (quota / free_weight, quota % free_weight);
            left -= *whole;
            if *remainder > 0 {
                open.push((*remainder, claim.weight, at));
            }
        }
    }
    open.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.cmp(&b.2)));
    let raised = usize::try_from(left).map_err(|_| Infeasible::TooLarge)?;
    for (place, (_, _, at)) in open.iter().enumerate() {
        if let Share::Free { rank, is_raised, .. } = &mut shares[*at] {
            (*rank, *is_raised) = (place + 1, place < raised);
        }
    }
    Ok(Apportioned { shares, free_total, free_weight, raised })
}

/// What no way of splitting could mend.
fn refuse(total: i128, claims: &[Claim]) -> Result<(), Infeasible> {
    let which = |is_so: &dyn Fn(&Claim) -> bool| -> Vec<usize> {
        claims.iter().enumerate().filter(|(_, claim)| is_so(claim)).map(|(at, _)| at).collect()
    };
    let sum = |of: &dyn Fn(&Claim) -> i128| {
        claims.iter().try_fold(0_i128, |sum, claim| sum.checked_add(of(claim))).ok_or(Infeasible::TooLarge)
    };
    if total < 0 {
        return Err(Infeasible::NegativeTotal);
    }
    let negative = which(&|claim| claim.weight < 0);
    if !negative.is_empty() {
        return Err(Infeasible::NegativeWeights(negative));
    }
    let crossed = which(&|claim| claim.cap.is_some_and(|cap| cap < claim.floor));
    if !crossed.is_empty() {
        return Err(Infeasible::CrossedBounds(crossed));
    }
    let floors = sum(&|claim| claim.floor)?;
    if floors > total {
        return Err(Infeasible::FloorsExceed(floors));
    }
    if floors < total && claims.iter().all(|claim| claim.weight == 0) {
        return Err(Infeasible::NoWeight);
    }
    let has_room = claims.iter().any(|claim| claim.weight > 0 && claim.cap.is_none());
    let most = |claim: &Claim| if claim.weight > 0 { claim.cap.unwrap_or(total) } else { claim.floor };
    if !has_room {
        let reached = sum(&most)?;
        if reached < total {
            return Err(Infeasible::CapsFallShort(reached));
        }
    }
    // All that follows is at most twice the total times all weights.
    let weights = sum(&|claim| claim.weight)?;
    let fits = total.checked_mul(weights.max(1)).and_then(|product| product.checked_mul(4)).is_some();
    if fits { Ok(()) } else { Err(Infeasible::TooLarge) }
}

/// How much each unit of weight gets, as a fraction: where the quotas, each held within its bounds, reach the total.
///
/// Their sum grows with the level and bends only where a unit leaves its floor or meets its cap; so the bends are gone
/// through in order until the total lies before the next one.
fn level(total: i128, claims: &[Claim]) -> Option<(i128, i128)> {
    let mut fixed: i128 = claims.iter().map(|claim| claim.floor).sum();
    if fixed == total {
        return Some((0, 1));
    }
    // The level as a fraction, what changes there in what is held fast, and in the weights that grow.
    let mut bends: Vec<(i128, i128, i128, i128)> = Vec::with_capacity(claims.len() * 2);
    for claim in claims.iter().filter(|claim| claim.weight > 0) {
        bends.push((claim.floor, claim.weight, -claim.floor, claim.weight));
        // No unit gets more than the total.
        if let Some(cap) = claim.cap.map(|cap| cap.min(total)) {
            bends.push((cap, claim.weight, cap, -claim.weight));
        }
    }
    let order = |(n, d, ..): &(i128, i128, i128, i128), (m, e, ..): &(i128, i128, i128, i128)| -> Ordering {
        (n * e).cmp(&(m * d))
    };
    // A stable order: a unit whose floor is its cap leaves the one before it meets the other.
    bends.sort_by(order);
    let mut growing = 0;
    for (amount, weight, more_fixed, more_growing) in bends {
        if fixed * weight + amount * growing >= total * weight {
            break;
        }
        fixed += more_fixed;
        growing += more_growing;
    }
    (growing > 0).then_some((total - fixed, growing))
}

#[cfg(test)]
mod tests;
