//! The shape of a Vietnamese syllable: may these letters stand together?
//!
//! - Holds: onsets, rhymes and the tones that they bear.
//! - In and out: one word in, yes or no out.
//! - Never here: a dictionary; «nghiêp» without its tone is no syllable, «nghiệm» is one whatever it means.
//! - Why: text in an unknown code page is told by what it would say (nd30.md §7 row 5).

use std::collections::BTreeSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use super::text::TONES;

/// With those of names in Tây Nguyên (Krông, Plei), longest first where one begins another.
const ONSETS: [&str; 39] = [
    "ngh", "chr", "kr", "br", "pr", "gr", "đr", "dr", "hr", "bl", "pl", "kl", "ch", "gh", "gi", "kh", "ng",
    "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v",
    "x", "",
];

/// What follows the onset, without its tone.
static RHYMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    "a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âk âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oem oen oeo oet oi ok om on ong ooc oong op ot \
    oăc oăm oăn oăng oăt ô ôc ôi ôk ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt \
    u ua uc ui uk um un ung up ut uy uya uych uynh uyt uyu uyên uyêt uân uâng uât uây uê uêch uênh uôc uôi uôm uôn \
    uông uôt uơ ư ưa ưc ưi ưk ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu \
    y ych ynh yt yêm yên yêng yêt yêu"
        .split_whitespace()
        .collect()
});

const SHARP: char = '\u{301}';
const HEAVY: char = '\u{323}';

/// Letters, marks and tone fit together as in one Vietnamese syllable; case does not count.
pub fn is_syllable(word: &str) -> bool {
    let mut tone = None;
    let mut letters = String::with_capacity(word.len());
    for c in word.to_lowercase().nfd() {
        if !TONES.contains(&c) {
            letters.push(c);
        } else if tone.replace(c).is_some() {
            return false;
        }
    }
    let letters: String = letters.nfc().collect();
    ONSETS.iter().any(|onset| {
        letters
            .strip_prefix(onset)
            .is_some_and(|rhyme| RHYMES.contains(rhyme) && is_spelled_so(onset, rhyme) && bears(rhyme, tone))
    })
}

/// Only lower case, only capitals, or one capital in front: «TÊn» is not how a word is written.
pub fn has_natural_case(word: &str) -> bool {
    let rest = word.chars().next().map_or("", |first| &word[first.len_utf8()..]);
    let is_upper = word.chars().all(|c| !c.is_lowercase());
    is_upper || rest.chars().all(|c| !c.is_uppercase())
}

/// «gh» and «ngh» stand before e, ê, i; «c» and «ng» before the others.
fn is_spelled_so(onset: &str, rhyme: &str) -> bool {
    let is_front = rhyme.starts_with(['e', 'ê', 'i']);
    match onset {
        "gh" | "ngh" => is_front,
        "c" | "ng" => !is_front && !rhyme.starts_with('y'),
        _ => true,
    }
}

/// A syllable that ends in c, ch, p, t is sharp or heavy; one in k may be a name without a tone.
fn bears(rhyme: &str, tone: Option<char>) -> bool {
    let is_stopped = rhyme.ends_with(['c', 'p', 't', 'k']) || rhyme.ends_with("ch");
    match tone {
        Some(SHARP | HEAVY) => true,
        None => !is_stopped || rhyme.ends_with('k'),
        Some(_) => !is_stopped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_can_be_a_syllable() {
        let text = "Ủy ban nhân dân tỉnh Đắk Nông Quảng Ngãi Thừa Thiên Huế huyện Hoằng Hóa Nghĩa Đàn Quỳ Hợp Krông Búk \
            Hoà Bình Thuỷ Nguyên giếng gì giữa Khuyển khuỷu nguyệt quốc quyết yêu Ý Ỷ ễ Phường Cửa Ông ngoẹo Ghềnh Nghệ \
            chỉ tiêu giảm hộ nghèo cận nghèo tỷ lệ lũy kế khuếch xoong bước đường rượu Bươu Huỳnh Lịch Sĩ thuở QUÝ";
        for word in text.split_whitespace() {
            assert!(is_syllable(word), "{word}");
        }
    }

    #[test]
    fn tells_what_cannot() {
        let text =
            "nghiêp tât cạ̀ Mỹller Hụtel cafộ Sóo Noọi Haứ Nguyôn tuyờt cê ngẻ ghà bcá x đ oở qùat ếê Ramứn";
        for word in text.split_whitespace() {
            assert!(!is_syllable(word), "{word}");
        }
        assert!(!is_syllable(""));
    }

    #[test]
    fn tells_natural_case() {
        for (word, is_natural) in
            [("Tấn", true), ("TẤN", true), ("tấn", true), ("tẤn", false), ("NộI", false)]
        {
            assert_eq!(has_natural_case(word), is_natural, "{word}");
        }
    }
}
