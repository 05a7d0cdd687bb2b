//! Shares by hand, and what holds for all of them.

use proptest::prelude::*;

use super::{Apportioned, Claim, Infeasible, Share, apportion};

fn claim(weight: i128, floor: i128, cap: Option<i128>) -> Claim {
    Claim { weight, floor, cap }
}

fn amounts(total: i128, claims: &[Claim]) -> Vec<i128> {
    let Apportioned { shares, .. } = apportion(total, claims).expect("it can be split");
    shares.iter().zip(claims).map(|(share, claim)| share.amount(claim)).collect()
}

fn by_weight(total: i128, weights: &[i128]) -> Vec<i128> {
    amounts(total, &weights.iter().map(|weight| claim(*weight, 0, None)).collect::<Vec<_>>())
}

#[test]
fn the_largest_remainders_get_one_more() {
    assert_eq!(by_weight(100, &[412, 318, 270]), [41, 32, 27]);
    assert_eq!(by_weight(10, &[1, 1, 1]), [4, 3, 3]);
    assert_eq!(by_weight(0, &[5, 3]), [0, 0]);
    assert_eq!(by_weight(7, &[0, 9]), [0, 7]);
    assert_eq!(by_weight(2, &[0, 1, 0, 1]), [0, 1, 0, 1]);
}

#[test]
fn equal_remainders_go_to_the_larger_weight_then_to_the_upper_row() {
    // 0,5 and 1,5 and 1,0: both remainders are one half.
    assert_eq!(by_weight(3, &[1, 3, 2]), [0, 2, 1]);
    assert_eq!(by_weight(3, &[3, 1, 2]), [2, 0, 1]);
    assert_eq!(by_weight(1, &[7, 7]), [1, 0]);
}

#[test]
fn what_a_bound_takes_or_leaves_is_split_among_the_others() {
    // By weight 50, 30, 20: the first may have 40 at most, the last needs 25.
    let claims = [claim(5, 0, Some(40)), claim(3, 0, None), claim(2, 25, None)];
    assert_eq!(amounts(100, &claims), [40, 35, 25]);
    // The floor of the last pushes the second below its own floor: 60, 25, 15 become 55, 25, 20.
    let claims = [claim(60, 0, None), claim(25, 24, None), claim(15, 30, None)];
    assert_eq!(amounts(100, &claims), [46, 24, 30]);
    // A cap frees more than a floor takes: the unit at its floor is let go again.
    let claims = [claim(80, 0, Some(10)), claim(15, 20, None), claim(5, 0, None)];
    assert_eq!(amounts(100, &claims), [10, 68, 22]);
}

#[test]
fn bounds_that_leave_no_choice_are_met() {
    let claims = [claim(5, 3, Some(3)), claim(1, 0, Some(4)), claim(0, 2, Some(9))];
    assert_eq!(amounts(9, &claims), [3, 4, 2]);
    assert_eq!(amounts(5, &claims), [3, 0, 2]);
    let split = apportion(9, &claims).expect("the caps are the total");
    assert_eq!(split.shares.iter().filter(|share| matches!(share, Share::Free { rank: 1.., .. })).count(), 0);
}

#[test]
fn what_cannot_be_split_says_why() {
    let reason = |total, claims: &[Claim]| apportion(total, claims).expect_err("it cannot be split");
    assert_eq!(reason(-1, &[claim(1, 0, None)]), Infeasible::NegativeTotal);
    assert_eq!(reason(5, &[claim(1, 0, None), claim(-1, 0, None)]), Infeasible::NegativeWeights(vec![1]));
    assert_eq!(reason(5, &[claim(1, 3, Some(2))]), Infeasible::CrossedBounds(vec![0]));
    assert_eq!(reason(5, &[claim(1, 3, None), claim(1, 3, None)]), Infeasible::FloorsExceed(6));
    assert_eq!(reason(5, &[claim(0, 3, None), claim(0, 0, None)]), Infeasible::NoWeight);
    assert_eq!(reason(5, &[claim(1, 0, Some(2)), claim(0, 1, Some(9))]), Infeasible::CapsFallShort(3));
    assert_eq!(reason(i128::MAX / 2, &[claim(9, 0, None)]), Infeasible::TooLarge);
    assert_eq!(reason(5, &[]), Infeasible::NoWeight);
}

#[test]
fn a_hundred_thousand_units_keep_their_sum() {
    let claims: Vec<Claim> = (0..100_000_i128)
        .map(|at| claim(1_000 + at * 7_919 % 10_007, at % 5, Some(2_000 + at * 31 % 4_001)))
        .collect();
    assert_eq!(amounts(123_456_789, &claims).iter().sum::<i128>(), 123_456_789);
}

/// Weights that are often equal, bounds that often bind.
fn claims() -> impl Strategy<Value = Vec<Claim>> {
    let one = (0_i128..40, 0_i128..12, prop::option::of(0_i128..60))
        .prop_map(|(weight, floor, room)| claim(weight, floor, room.map(|room| floor + room)));
    prop::collection::vec(one, 1..12)
}

proptest! {
    #[test]
    fn the_sum_is_kept_and_every_bound(total in 0_i128..400, claims in claims()) {
        let Ok(split) = apportion(total, &claims) else { return Ok(()) };
        let amounts: Vec<i128> =
            split.shares.iter().zip(&claims).map(|(share, claim)| share.amount(claim)).collect();
        prop_assert_eq!(amounts.iter().sum::<i128>(), total);
        for (amount, claim) in amounts.iter().zip(&claims) {
            prop_assert!(*amount >= claim.floor && claim.cap.is_none_or(|cap| *amount <= cap));
        }
        prop_assert_eq!(apportion(total, &claims), Ok(split));
    }

    #[test]
    fn it_is_refused_only_where_no_amounts_fit(total in 0_i128..400, claims in claims()) {
        let least: i128 = claims.iter().map(|claim| claim.floor).sum();
        let most: i128 = claims
            .iter()
            .map(|claim| if claim.weight > 0 { claim.cap.unwrap_or(total) } else { claim.floor })
            .sum();
        prop_assert_eq!(apportion(total, &claims).is_ok(), least <= total && total <= most);
    }

    #[test]
    fn a_larger_weight_never_gets_less(
        total in 0_i128..400,
        weights in prop::collection::vec(0_i128..50, 1..12),
        floor in 0_i128..5,
        room in prop::option::of(0_i128..60),
    ) {
        let claims: Vec<Claim> =
            weights.iter().map(|weight| claim(*weight, floor, room.map(|room| floor + room))).collect();
        let Ok(split) = apportion(total, &claims) else { return Ok(()) };
        let amounts: Vec<i128> =
            split.shares.iter().zip(&claims).map(|(share, claim)| share.amount(claim)).collect();
        for (a, heavier) in weights.iter().enumerate() {
            for (b, lighter) in weights.iter().enumerate() {
                prop_assert!(heavier <= lighter || amounts[a] >= amounts[b]);
                // Of two alike the upper row is served first, and by one at most.
                let apart = amounts[a] - amounts[b];
                prop_assert!(heavier != lighter || a > b || (0..=1).contains(&apart));
            }
        }
    }

    #[test]
    fn the_order_of_rows_matters_only_among_equals(total in 0_i128..400, claims in claims(), turn in 0_usize..12) {
        let Ok(split) = apportion(total, &claims) else { return Ok(()) };
        let mut turned: Vec<(usize, Claim)> = claims.iter().copied().enumerate().collect();
        turned.rotate_left(turn % claims.len());
        let other = apportion(total, &turned.iter().map(|(_, claim)| *claim).collect::<Vec<_>>());
        let other = other.expect("the order makes nothing impossible");
        for ((at, claim), share) in turned.iter().zip(&other.shares) {
            let alone = claims.iter().filter(|same| same.weight == claim.weight).count() == 1;
            prop_assert!(!alone || share.amount(claim) == split.shares[*at].amount(claim));
        }
    }

    #[test]
    fn every_share_is_its_quota_but_for_less_than_one(total in 0_i128..400, claims in claims()) {
        let Ok(split) = apportion(total, &claims) else { return Ok(()) };
        for (share, claim) in split.shares.iter().zip(&claims) {
            let (amount, quota) = (share.amount(claim) * split.free_weight, claim.weight * split.free_total);
            match share {
                Share::Floor => prop_assert!(quota <= amount),
                Share::Cap => prop_assert!(split.free_weight == 0 || quota >= amount),
                Share::Free { .. } => prop_assert!((amount - quota).abs() < split.free_weight.max(1)),
            }
        }
    }
}
