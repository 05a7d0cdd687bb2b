"""Text as it stood before Unicode: TCVN3 (fonts .VnTime) and VNI (fonts VNI-Times), as cp1252 letters, and cp1258."""

import unicodedata

_LETTERS = "à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ đ Đ è ẻ ẽ é ẹ ê ề ể ễ ế ệ ì ỉ ĩ í ị ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ ù ủ ũ ú ụ ư ừ ử ữ ứ ự ỳ ỷ ỹ ý ỵ Ă Â Ê Ô Ơ Ư"
_CODES = (
    "B5 B6 B7 B8 B9 A8 BB BC BD BE C6 A9 C7 C8 C9 CA CB AE A7 CC CE CF D0 D1 AA D2 D3 D4 D5 D6 D7 D8 DC DD DE "
    "DF E1 E2 E3 E4 AB E5 E6 E7 E8 E9 AC EA EB EC ED EE EF F1 F2 F3 F4 AD F5 F6 F7 F8 F9 FA FB FC FD FE A1 A2 A3 A4 A5 A6"
)
_TCVN3 = dict(zip(_LETTERS.split(), (chr(int(code, 16)) for code in _CODES.split())))


def tcvn3(text):
    """For fonts of both cases; a capital with a tone has no code of its own and is typed in a font of capitals."""
    missing = [c for c in text if ord(c) > 127 and c not in _TCVN3]
    assert not missing, missing
    return "".join(_TCVN3.get(c, c) for c in text)


def tcvn3_capitals(text):
    """For a font of capitals (.VnTimeH), which shows the small codes as capitals."""
    return tcvn3(text.lower())


_TONES = {"\u0301": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0323": 4}
_MARKS = {"": "ùøûõï", "\u0302": "áàåãä", "\u0306": "éèúüë"}
_PLAIN = {"\u0302": "â", "\u0306": "ê"}
_SINGLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ"}


def vni(text):
    out = ""
    for c in unicodedata.normalize("NFC", text):
        small = c.lower()
        case = str.upper if c != small else str
        if small in _SINGLE:
            out += case(_SINGLE[small])
            continue
        base, *signs = unicodedata.normalize("NFD", small)
        tone = next((sign for sign in signs if sign in _TONES), None)
        hat = next((sign for sign in signs if sign in _PLAIN), "")
        if "\u031b" in signs:
            base = {"o": "ô", "u": "ö"}[base]
        out += case(base)
        if tone:
            out += case(_MARKS[hat][_TONES[tone]])
        elif hat:
            out += case(_PLAIN[hat])
    return out


def cp1258(text):
    """Letters with their hat or horn in one byte, the tone in the next, as Windows writes Vietnamese."""
    out = b""
    for c in unicodedata.normalize("NFC", text):
        try:
            out += c.encode("cp1258")
        except UnicodeEncodeError:
            decomposed = unicodedata.normalize("NFD", c)
            tone = next(sign for sign in decomposed if sign in _TONES)
            letter = unicodedata.normalize("NFC", decomposed.replace(tone, ""))
            out += letter.encode("cp1258") + tone.encode("cp1258")
    return out
