//! Two lists side by side: what both have in the same order, and what stands between.

/// A place in both lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The same in both, by their positions.
    Same(usize, usize),
    /// What only the old and only the new list has at one place.
    Apart(Vec<usize>, Vec<usize>),
}

/// So many comparisons are made at most; longer lists are held side by side from both ends alone.
const MOST: usize = 16_000_000;

/// The longest common sequence of two lists, with what lies between.
pub fn align(old: &[&str], new: &[&str]) -> Vec<Step> {
    let front = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (rest_old, rest_new) = (&old[front..], &new[front..]);
    let back = rest_old.iter().rev().zip(rest_new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (middle_old, middle_new) = (&rest_old[..rest_old.len() - back], &rest_new[..rest_new.len() - back]);
    let mut pairs: Vec<(usize, usize)> = (0..front).map(|at| (at, at)).collect();
    pairs.extend(common(middle_old, middle_new).into_iter().map(|(a, b)| (a + front, b + front)));
    pairs.extend((0..back).rev().map(|at| (old.len() - 1 - at, new.len() - 1 - at)));

    let mut steps = Vec::new();
    let (mut a, mut b) = (0, 0);
    for (in_old, in_new) in pairs.into_iter().chain([(old.len(), new.len())]) {
        if a < in_old || b < in_new {
            steps.push(Step::Apart((a..in_old).collect(), (b..in_new).collect()));
        }
        if in_old < old.len() {
            steps.push(Step::Same(in_old, in_new));
        }
        (a, b) = (in_old + 1, in_new + 1);
    }
    steps
}

/// The longest common sequence by the usual table of lengths.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    if old.is_empty() || new.is_empty() || old.len().saturating_mul(new.len()) > MOST {
        return Vec::new();
    }
    let width = new.len() + 1;
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            lengths[a * width + b] = if old[a] == new[b] {
                lengths[(a + 1) * width + b + 1] + 1
            } else {
                lengths[(a + 1) * width + b].max(lengths[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b, mut pairs) = (0, 0, Vec::new());
    while a < old.len() && b < new.len() {
        if old[a] == new[b] {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if lengths[(a + 1) * width + b] >= lengths[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_common_stays_together() {
        let old = ["a", "b", "c", "d", "e"];
        let new = ["a", "x", "c", "e", "f"];
        assert_eq!(
            align(&old, &new),
            [
                Step::Same(0, 0),
                Step::Apart(vec![1], vec![1]),
                Step::Same(2, 2),
                Step::Apart(vec![3], vec![]),
                Step::Same(4, 3),
                Step::Apart(vec![], vec![4]),
            ]
        );
        assert_eq!(align(&[], &[]), []);
        assert_eq!(align(&["a"], &[]), [Step::Apart(vec![0], vec![])]);
    }
}
