//! Names of files and folders made from Vietnamese names.
//!
//! - Holds: the one slug rule.
//! - In and out: a name in, lower-case ASCII letters, digits and single hyphens out (empty if none is left).
//! - Never here: paths, file name endings, making two equal slugs different.
//! - Why: a file named after a commune must survive zip archives, mail and every file system.

use super::text;

/// «Huyện Đắk R'Lấp» → «huyen-dak-rlap».
pub fn slug(name: &str) -> String {
    let plain = text::strip_marks(&text::clean(name)).to_lowercase();
    let mut slug = String::with_capacity(plain.len());
    let mut has_gap = false;
    for c in plain.chars().filter(|c| !text::APOSTROPHES.contains(c)) {
        if !c.is_ascii_alphanumeric() {
            has_gap = true;
            continue;
        }
        if has_gap && !slug.is_empty() {
            slug.push('-');
        }
        has_gap = false;
        slug.push(c);
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_plain_file_names() {
        let rows = [
            ("Huyện Đắk R'Lấp", "huyen-dak-rlap"),
            ("Huyện Đắk R’Lấp", "huyen-dak-rlap"),
            ("huyện  Đắk Rʼ\u{200B}Lấp ", "huyen-dak-rlap"),
            ("Thành phố Gia Nghĩa", "thanh-pho-gia-nghia"),
            ("Thị xã Buôn Hồ (cũ)", "thi-xa-buon-ho-cu"),
            ("Phường 1", "phuong-1"),
            ("Bà Rịa - Vũng Tàu", "ba-ria-vung-tau"),
            ("--UBND/xã_Cát.Vân--", "ubnd-xa-cat-van"),
            ("Xa\u{303} Ho\u{300}a", "xa-hoa"),
            ("đặc khu Lý Sơn", "dac-khu-ly-son"),
            ("…", ""),
            ("", ""),
        ];
        for (name, expected) in rows {
            assert_eq!(slug(name), expected);
        }
    }
}
