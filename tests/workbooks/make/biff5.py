"""Workbooks of Excel 5.0 and 95 (BIFF5), which no program at hand writes with Vietnamese text: python3 biff5.py FOLDER

Records as [MS-XLS] and OpenOffice's «excelfileformat.pdf» describe them; one stream «Book» in an OLE container.
"""

import struct
import sys
from pathlib import Path

from units import UNITS
from vietnamese import cp1258, tcvn3, tcvn3_capitals


def record(code, data=b""):
    return struct.pack("<HH", code, len(data)) + data


def begin(kind):
    return record(0x0809, struct.pack("<HHHH", 0x0500, kind, 0x096C, 0x07C9))


def book(fonts, code_page, cells, hidden_rows=()):
    """`cells`: {(row, column): text bytes | number | (number, formula tokens)}; `fonts`: names, by `style(row, column)`."""
    faces, style, charset = fonts
    head = begin(0x0005) + record(0x0042, struct.pack("<H", code_page))
    # Font 4 is never written; a cell's formats begin behind 15 formats of styles.
    for face in [faces[0]] * 4 + faces:
        head += record(0x0031, struct.pack("<HHHHHBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, charset, 0, len(face)) + face)
    for _ in range(15):
        head += record(0x00E0, struct.pack("<HHHBBHHHH", 0, 0, 0xFFF5, 0x20, 0, 0, 0, 0, 0))
    for font in range(len(faces)):
        for number_format in (0, 2, 10):
            head += record(0x00E0, struct.pack("<HHHBBHHHH", 5 + font, number_format, 1, 0x20, 0, 0, 0, 0, 0))
    name = b"Bieu 1"
    sheet_at = len(head) + 4 + 7 + len(name) + 4
    head += record(0x0085, struct.pack("<IHB", sheet_at, 0, len(name)) + name) + record(0x000A)
    rows, columns = max(row for row, _ in cells) + 1, max(column for _, column in cells) + 1
    body = begin(0x0010) + record(0x0200, struct.pack("<HHHHH", 0, rows, 0, columns, 0))
    for row in range(rows):
        flags = 0x0120 if row in hidden_rows else 0x0100
        body += record(0x0208, struct.pack("<HHHHHHHH", row, 0, columns, 255, 0, 0, flags, 15))
    for (row, column), value in sorted(cells.items()):
        font = style(row, column)
        if isinstance(value, bytes):
            body += record(0x0204, struct.pack("<HHHH", row, column, 15 + 3 * font, len(value)) + value)
            continue
        number, formula = value if isinstance(value, tuple) else (value, None)
        look = 15 + 3 * font + (1 if isinstance(number, float) else 0)
        if formula is None:
            body += record(0x0203, struct.pack("<HHHd", row, column, look, number))
        else:
            body += record(0x0006, struct.pack("<HHHdHIH", row, column, look, number, 0, 0, len(formula)) + formula)
    return head + body + record(0x000A)


def reference(row, column):
    return struct.pack("<BHB", 0x44, row | 0xC000, column)


def sum_of(cells):
    return reference(*cells[0]) + b"".join(reference(*cell) + b"\x03" for cell in cells[1:])


def container(stream):
    """The smallest OLE file: header, one sector of the table of sectors, one of the directory, the stream."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    count = len(stream) // 512
    assert count <= 126
    table = [0xFFFFFFFD, 0xFFFFFFFE] + list(range(3, count + 2)) + [0xFFFFFFFE]
    table += [0xFFFFFFFF] * (128 - len(table))

    def entry(name, kind, child, start, size):
        name = (name + "\0").encode("utf-16-le") if name else b""
        return struct.pack("<64sHBBIII16sIQQIII", name, len(name), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child, b"", 0, 0, 0,
                           start, size, 0)

    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Book", 2, 0xFFFFFFFF, 2, len(stream))
    directory += entry("", 0, 0xFFFFFFFF, 0, 0) * 2
    header = struct.pack("<8s16sHHHHH6xIIIIIIIII", bytes.fromhex("D0CF11E0A1B11AE1"), b"", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0,
                         4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return header + struct.pack("<128I", *table) + directory + stream


HEAD = ["TT", "Xã, phường", "Tổng số hộ", "Hộ nghèo đầu năm", "Tỷ lệ hộ nghèo đầu năm (%)", "Chỉ tiêu giảm hộ nghèo", "Ghi chú"]


def cells(encode, capitals):
    """The poverty table with a head of one row: Excel 95 cannot merge cells."""
    grid = {(0, 0): capitals("BIỂU CHỈ TIÊU GIẢM NGHÈO"), (1, 5): encode("Đơn vị tính: hộ, %")}
    grid |= {(2, column): encode(text) for column, text in enumerate(HEAD)}
    groups = {}
    for row, unit in enumerate(UNITS, 3):
        if unit[0]:
            grid[row, 0] = unit[0] if isinstance(unit[0], int) else unit[0].encode()
        grid[row, 1] = encode(unit[1])
        if len(unit) == 2:
            group = groups.setdefault(row, [])
        else:
            grid |= {(row, column): unit[at] for column, at in ((2, 2), (3, 3), (5, 5))}
            if unit[0]:
                group.append(row)
    last = 3 + len(UNITS)
    grid[last, 1] = encode("Tổng cộng")
    for total, parts in [*groups.items(), (last, list(groups))]:
        for column in (2, 3, 5):
            value = [grid[part, column] for part in parts]
            value = sum(one[0] if isinstance(one, tuple) else one for one in value)
            grid[total, column] = (value, sum_of([(part, column) for part in parts]))
    for row in range(3, last + 1):
        all_, poor = (value[0] if isinstance(value := grid[row, column], tuple) else value for column in (2, 3))
        grid[row, 4] = round(poor / all_ * 100 + 1e-9, 2)
    grid[last + 1, 0] = encode("Ghi chú: số liệu rà soát cuối năm 2025")
    return grid


def save(name, *arguments, **named):
    (Path(sys.argv[1]) / name).write_bytes(container(book(*arguments, **named)))


one_font = lambda *_: 0
save("giam-ngheo-biff5.xls", ([b"Arial"], one_font, 163), 1258, cells(cp1258, cp1258))
latin = lambda encode: lambda text: encode(text).encode("latin-1")
capitals_in_title = lambda row, _: int(row == 0)
save("tcvn3-biff5.xls", ([b".VnTime", b".VnTimeH"], capitals_in_title, 0), 1252, cells(latin(tcvn3), latin(tcvn3_capitals)))
save("an-biff5.xls", ([b"Arial"], one_font, 163), 1258, cells(cp1258, cp1258), hidden_rows=(4,))
