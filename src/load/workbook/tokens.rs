//! Whether a formula of a binary workbook reads another workbook: its tokens are walked, not understood.

use super::bytes::Bytes;

/// How long references are.
#[derive(Debug, Clone, Copy)]
pub struct Lengths {
    cell: usize,
    area: usize,
    memory: usize,
    array: usize,
    /// Bytes before the length of a text of two bytes a letter, or one with a flag.
    has_narrow_text: bool,
}

/// `.xls` since Excel 97.
pub const BIFF8: Lengths = Lengths { cell: 4, area: 8, memory: 6, array: 7, has_narrow_text: true };
/// `.xlsb`.
pub const BIFF12: Lengths = Lengths { cell: 6, area: 12, memory: 6, array: 14, has_narrow_text: false };

/// Whether a formula names a sheet through one of the references that lead elsewhere.
pub fn reads(formula: &[u8], lengths: Lengths, leads_elsewhere: impl Fn(u16) -> bool) -> bool {
    let mut rest = Bytes(formula);
    while let Some(token) = rest.u8() {
        match step(token, &mut rest, lengths) {
            Some(Some(sheet)) if leads_elsewhere(sheet) => return true,
            Some(_) => {}
            // A token that is not known: nothing can be said of what follows.
            None => return false,
        }
    }
    false
}

/// Passes one token; the number of the reference to a sheet, where it has one.
fn step(token: u8, rest: &mut Bytes<'_>, lengths: Lengths) -> Option<Option<u16>> {
    // Operands come in three classes that are 32 apart.
    let class = if token >= 0x40 { 0x20 | token & 0x1F } else { token };
    let length = match class {
        0x03..=0x16 => 0,
        0x17 => {
            let wide = if lengths.has_narrow_text {
                let letters = usize::from(rest.u8()?);
                letters << (rest.u8()? & 1)
            } else {
                usize::from(rest.u16()?) * 2
            };
            return rest.skip(wide).map(|()| None);
        }
        0x18 => match rest.u8()? {
            0x19 => 12,
            0x1D => 4,
            _ => return None,
        },
        0x19 => {
            let (kind, count) = (rest.u8()?, rest.u16()?);
            // A choice: one jump for each branch and one behind them.
            let jumps = if kind & 4 == 4 { (usize::from(count) + 1) * 2 } else { 0 };
            return rest.skip(jumps).map(|()| None);
        }
        0x1C | 0x1D => 1,
        0x01 | 0x02 => 4,
        0x1E | 0x21 => 2,
        0x1F => 8,
        0x20 => lengths.array,
        0x22 => 3,
        0x23 => 4,
        0x24 | 0x2A | 0x2C => lengths.cell,
        0x25 | 0x2B | 0x2D => lengths.area,
        0x26..=0x28 => lengths.memory,
        0x29 | 0x2E | 0x2F => 2,
        0x39 => return external(rest, 4),
        0x3A | 0x3C => return external(rest, lengths.cell),
        0x3B | 0x3D => return external(rest, lengths.area),
        _ => return None,
    };
    rest.skip(length).map(|()| None)
}

fn external(rest: &mut Bytes<'_>, length: usize) -> Option<Option<u16>> {
    let sheet = rest.u16()?;
    rest.skip(length).map(|()| Some(sheet))
}

#[cfg(test)]
mod tests {
    use super::{BIFF8, BIFF12, reads};

    #[test]
    fn a_reference_behind_other_tokens_is_found() {
        // "ab" & 1 + ref
        let formula = [0x17, 2, 0, b'a', b'b', 0x1E, 1, 0, 0x08, 0x5A, 1, 0, 3, 0, 2, 0xC0, 0x03];
        assert!(reads(&formula, BIFF8, |sheet| sheet == 1));
        assert!(!reads(&formula, BIFF8, |sheet| sheet == 0));
        assert!(!reads(&formula[..11], BIFF8, |_| true), "cut off");
        let formula = [
            0x44, 0, 0, 0, 0, 1, 0xC0, 0x1F, 0, 0, 0, 0, 0, 0, 0, 0, 0x3B, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1,
            0, 1, 0,
        ];
        assert!(reads(&formula, BIFF12, |sheet| sheet == 0));
    }
}
