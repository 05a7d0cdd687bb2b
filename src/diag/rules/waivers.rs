//! Rules over waivers (`bo_qua`).

use super::rules;

rules! {
    UNUSED_WAIVER {
        code: "WVR001", name: "waiver-without-need", severity: Warning,
        what: "bỏ qua một điều không có lỗi nào",
        why: "lỗi đã sửa mà mục bỏ qua còn lại thì lần sau lỗi thật cùng mã sẽ lọt qua",
        basis: "quy ước của chương trình, docs/forms.md, mục «Bỏ qua một quy tắc»",
        mend: "xóa mục trong «bo_qua»; nếu lỗi vẫn còn thì sửa «chu», «bang», «don_vi», «cot» cho đúng chỗ",
    }
}
