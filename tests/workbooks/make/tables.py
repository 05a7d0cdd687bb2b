"""The sources of the workbooks, made with openpyxl: python3 tables.py FOLDER"""

import datetime
import sys
import unicodedata
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook.external_link.external import (
    ExternalBook, ExternalCell, ExternalLink, ExternalRow, ExternalSheetData, ExternalSheetDataSet, ExternalSheetNames,
)
from openpyxl.packaging.relationship import Relationship

from units import REGISTER, UNITS
from vietnamese import tcvn3, tcvn3_capitals, vni

OUT = Path(sys.argv[1])
LINE = Side(style="thin")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)
MIDDLE = Alignment(horizontal="center", vertical="center", wrap_text=True)


def sheet(title="Biểu 1", book=None):
    if book is None:
        book = Workbook()
        book.active.title = title
        return book, book.active
    return book, book.create_sheet(title)


def put(ws, at, rows):
    """Rows of cells from a row on; None stays blank."""
    for row, cells in enumerate(rows, at):
        for column, value in enumerate(cells, 1):
            if value is not None:
                ws.cell(row, column, value)


def boxed(ws, ranges):
    for cells in ranges.split():
        for row in ws[cells]:
            for cell in row:
                cell.border = BOX


def save(book, name):
    book.properties.creator = "Sở Nông nghiệp và Môi trường"
    book.save(OUT / name)


def letterhead(ws, title, last="K"):
    ws["A1"], ws["F1"] = "UBND TỈNH TÂN LẬP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    ws["A2"], ws["F2"] = "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Độc lập - Tự do - Hạnh phúc"
    ws["A4"] = title
    ws["A5"] = "(Kèm theo Kế hoạch số      /KH-UBND ngày     tháng 01 năm 2026 của Ủy ban nhân dân tỉnh)"
    for cells in ("A1:E1", f"F1:{last}1", "A2:E2", f"F2:{last}2", f"A4:{last}4", f"A5:{last}5"):
        ws.merge_cells(cells)
    for cell in ("A1", "F1", "A2", "F2", "A4", "A5"):
        ws[cell].alignment = MIDDLE
        ws[cell].font = Font(name="Times New Roman", bold=cell != "A5", italic=cell == "A5")


def poverty(ws, total_twice=False):
    """The table of every format: rows 7-9 the head, 10 the ids, 11-19 groups and units, 20 the total."""
    letterhead(ws, "BIỂU TỔNG HỢP CHỈ TIÊU GIẢM NGHÈO NĂM 2026")
    ws["J6"] = "Đơn vị tính: hộ, %"
    ws["J6"].font = Font(italic=True)
    put(ws, 7, [
        ["TT", "Xã, phường", "Tổng số hộ", "Đầu năm 2026", None, None, None, "Chỉ tiêu giảm hộ nghèo", "Cuối năm 2026",
         None, "Ghi chú"],
        [None, None, None, "Hộ nghèo", None, "Hộ cận nghèo", None, None, "Hộ nghèo"],
        [None, None, None, "Số hộ", "Tỷ lệ (%)", "Số hộ", "Tỷ lệ (%)", None, "Số hộ", "Tỷ lệ (%)"],
        ["A", "B", 1, 2, "3=2/1*100", 4, "5=4/1*100", 6, "7=2-6", "8=7/1*100"],
    ])
    for cells in "A7:A9 B7:B9 C7:C9 D7:G7 D8:E8 F8:G8 H7:H9 I7:J7 I8:J8 K7:K9".split():
        ws.merge_cells(cells)
    rows, groups = {}, {}
    at = 12 if total_twice else 11
    for unit in UNITS:
        rows[at] = unit
        if len(unit) == 2:
            group = at
            groups[group] = []
        elif unit[0]:
            groups[group].append(at)
        at += 1
    totals = [11, at] if total_twice else [at]
    for row in totals:
        rows[row] = (None, "Tổng cộng")
    for row, unit in rows.items():
        put(ws, row, [[unit[0], unit[1]]])
        if len(unit) == 6:
            _, _, all_, poor, near, less = unit
            ws[f"C{row}"], ws[f"D{row}"], ws[f"F{row}"], ws[f"H{row}"] = all_, poor, near, less
        else:
            for column in "CDFH":
                parts = groups if row in totals else groups[row]
                ws[f"{column}{row}"] = "=" + "+".join(f"{column}{part}" for part in parts)
        for column, formula in (
            ("E", f"=ROUND(D{row}/C{row}*100,2)"), ("G", f"=ROUND(F{row}/C{row}*100,2)"),
            ("I", f"=D{row}-H{row}"), ("J", f"=ROUND(I{row}/C{row}*100,2)"),
        ):
            ws[f"{column}{row}"] = formula
        for column in "CDFHI":
            ws[f"{column}{row}"].number_format = "#,##0"
        for column in "EGJ":
            ws[f"{column}{row}"].number_format = "0.00"
        if len(unit) == 2:
            for column in "ABCDEFGHIJ":
                ws[f"{column}{row}"].font = Font(bold=True)
    ws["K13" if total_twice else "K12"] = "Xã về đích năm 2026"
    last = max(rows)
    boxed(ws, f"A7:K{last}")
    for column, width in zip("ABCDEFGHIJK", [5, 24, 10, 9, 9, 9, 9, 11, 9, 9, 20]):
        ws.column_dimensions[column].width = width
    put(ws, last + 1, [
        ["Ghi chú: Số liệu đầu năm theo kết quả rà soát tại thời điểm 31/12/2025."], [],
        [None, "NGƯỜI LẬP BIỂU", None, None, None, None, None, "GIÁM ĐỐC"],
        [None, "(Ký, ghi rõ họ tên)", None, None, None, None, None, "(Ký tên, đóng dấu)"],
        [], [None, "Trần Thị Bình", None, None, None, None, None, "Nguyễn Văn An"],
    ])
    return last


def simple(ws, head, rows, at=1):
    put(ws, at, [head] + rows)
    boxed(ws, f"A{at}:{chr(64 + len(head))}{at + len(rows)}")


def counts(title, pairs, note=None, head="Số hộ"):
    """A small table: TT, place, one figure, note."""
    book, ws = sheet()
    ws["A1"] = title
    simple(ws, ["TT", "Xã, phường", head, "Ghi chú"],
           [[at, *pair, *([None] * (2 - len(pair)))] for at, pair in enumerate(pairs, 1)], 3)
    if note:
        ws.cell(len(pairs) + 5, 1, note)
    return book, ws


# The table that stands in every format.
book, ws = sheet()
poverty(ws)
save(book, "giam-ngheo.xlsx")

# The same with a total above and one below.
book, ws = sheet()
poverty(ws, total_twice=True)
save(book, "tong-tren-duoi.xlsx")

# Several tables: two on one sheet, one far from the corner on another.
book, ws = sheet()
last = poverty(ws)
at = last + 9
ws.cell(at, 1, "BIỂU PHỤ: HỖ TRỢ NHÀ Ở CHO HỘ NGHÈO NĂM 2026")
simple(ws, ["STT", "Đơn vị", "Nhu cầu (nhà)", "Kinh phí (triệu đồng)"],
       [[1, "Xã Yên Lạc", 34, 2040], [2, "Xã Đắk R'Lấp", 27, 1620], [None, "Cộng", 61, 3660]], at + 2)
_, other = sheet("Biểu 2", book)
put(other, 6, [[None, None, "Số TT", "Tên xã", "Số hộ nghèo giảm"], [None, None, 1, "Xã Yên Lạc", 130],
               [None, None, 2, "Xã Đắk R'Lấp", 115], [None, None, None, "Tổng số", 245]])
boxed(other, "C6:E9")
save(book, "nhieu-bang.xlsx")

# Groups to three depths, numbering that starts again, spacer rows, a total that is called otherwise.
book, ws = sheet()
rows = [
    ["A", "KHU VỰC THÀNH THỊ", 900], [1, "Phường Tân Lập", 500], [2, "Phường Đông Hà", 400], [],
    ["B", "KHU VỰC NÔNG THÔN", 2100], ["I", "Vùng đồng bằng", 700], [1, "Xã An Bình", 300], [2, "Xã An Hòa", 400],
    ["II", "Vùng miền núi", 1400], ["II.1", "Xã khu vực II", 500], [1, "Xã Yên Lạc", 500],
    ["II.2", "Xã khu vực III", 900], [1, "Xã Ia Đal", 600], [2, "Xã Ia Dom", 300], [],
    [None, "TOÀN TỈNH (A+B)", 3000],
]
ws["A1"] = "CHỈ TIÊU GIẢM HỘ NGHÈO THEO KHU VỰC"
put(ws, 3, [["STT", "Tên đơn vị", "Số hộ nghèo giảm"]] + rows)
save(book, "nhom-nhieu-cap.xlsx")

# Indicators with a unit of measure of their own, ranges, an open bound.
book, ws = sheet()
ws["A1"] = "CHỈ TIÊU KẾ HOẠCH NĂM 2026"
simple(ws, ["TT", "Chỉ tiêu", "Đơn vị tính", "Thực hiện 2025", "Kế hoạch 2026"], [
    ["I", "Giảm nghèo", None, None, None],
    [1, "Tỷ lệ hộ nghèo", "%", 7.97, "6 - 7"],
    [None, "Trong đó: vùng đồng bào DTTS", "%", 22.5, "từ 18 đến 20"],
    [2, "Số hộ thoát nghèo", "hộ", 512, "trên 545"],
    ["II", "Việc làm", None, None, None],
    [3, "Số lao động được giải quyết việc làm", "người", 4990, "5.000 trở lên"],
    [4, "Vốn vay giải quyết việc làm", "triệu đồng", "12.345,5", "tối thiểu 13.000"],
], 3)
save(book, "chi-tieu.xlsx")

# Figures that were typed as text: one row each, the value beside it.
SPELLINGS = [
    ("2.900", 2900), ("1 234", 1234), ("1\u00a0234", 1234), ("1\u202f234", 1234), ("１２３４", 1234), ("'1234", 1234),
    ("1.234.567", 1234567), (" 56 ", 56), ("007", 7), ("950-1050", None), ("950 – 1.050", None), ("trên 20", None),
    ("từ 840 đến 930", None), ("-", 0), ("x", None),
]
book, ws = sheet()
ws["A1"] = "SỐ LIỆU GÕ DẠNG CHỮ"
simple(ws, ["TT", "Xã", "Số hộ", "Giá trị"],
       [[at, f"Xã Tân {at:02}", text, value] for at, (text, value) in enumerate(SPELLINGS, 1)], 3)
_, ws = sheet("Biểu 2", book)
simple(ws, ["TT", "Xã", "Tỷ lệ (%)", "Giá trị"], [
    [at, f"Xã Tân {at:02}", text, value]
    for at, (text, value) in enumerate(
        [("7,97", 7.97), ("7,97%", 7.97), ("7,97 %", 7.97), ("0,5", 0.5), ("１２，５", 12.5), ("12", 12), ("6-7%", None)], 1)
])
for sheet_ in book.worksheets:
    for (cell,) in sheet_["C2:C20"]:
        cell.number_format = "@"
save(book, "so-dang-chu.xlsx")

# «2,900» is 2900 in a column of households and 2,900 in a column of rates.
book, ws = sheet()
simple(ws, ["TT", "Xã", "Số hộ", "Tỷ lệ (%)"], [[1, "Xã An Bình", "2,900", "7,970"], [2, "Xã An Hòa", "3,120", "5,990"]])
save(book, "phay-ngan.xlsx")

# «2.900» that an English locale made 2.9.
book, ws = counts("SỐ HỘ DÂN CƯ", [("Xã An Bình", 2.9), ("Xã An Hòa", 3.12), ("Xã Yên Lạc", 850), ("Xã Ia Đal", 1.575)])
save(book, "hai-phay-chin.xlsx")

# A dash is zero, «x» is no value.
book, ws = counts("HỘ NGHÈO DÂN TỘC THIỂU SỐ", [("Xã An Bình", "-"), ("Xã An Hòa", "x"), ("Xã Yên Lạc", 412),
                                             ("Xã Ia Đal", "–"), ("Tổng cộng", 412)])
ws["A8"] = None
save(book, "gach-va-x.xlsx")

# Rates as Excel keeps them: 0.0797 shown as 7,97%; the second sheet mixes both.
book, ws = sheet()
rows = [(1, "Xã An Bình", 2900, 145), (2, "Xã An Hòa", 3120, 187), (3, "Xã Yên Lạc", 1850, 412)]
simple(ws, ["TT", "Xã", "Tổng số hộ", "Hộ nghèo", "Tỷ lệ"],
       [[*row, round(row[3] / row[2], 4)] for row in rows] + [[None, "Tổng cộng", 7870, 744, round(744 / 7870, 4)]])
for (cell,) in ws["E2:E5"]:
    cell.number_format = "0.00%"
_, other = sheet("Lẫn", book)
simple(other, ["TT", "Xã", "Tổng số hộ", "Hộ nghèo", "Tỷ lệ"],
       [[1, "Xã An Bình", 2900, 145, 0.05], [2, "Xã An Hòa", 3120, 187, 5.99], [3, "Xã Yên Lạc", 1850, 412, "22,27%"]])
other["E2"].number_format = "0.00%"
save(book, "ty-le-phan-tram.xlsx")

# Old code pages, told by the font; headings in a font of capitals.
PLACES = [("Xã An Bình", 145), ("Xã Đắk Hòa", 187), ("Phường Tân Lập", 162), ("Xã Yên Lạc", 412), ("Xã Thủy Đường", 388)]


def legacy(encode, capitals, font, capital_font):
    book, ws = sheet()
    ws["A1"] = capitals("CHỈ TIÊU GIẢM NGHÈO")
    simple(ws, ["TT", encode("Xã, phường"), encode("Số hộ"), encode("Ghi chú")],
           [[at, encode(name), poor, encode("Đã rà soát")] for at, (name, poor) in enumerate(PLACES, 1)]
           + [[None, capitals("TỔNG CỘNG"), 1294, None]], 3)
    for row in ws.iter_rows():
        for cell in row:
            cell.font = Font(name=capital_font if cell.coordinate in ("A1", "B9") else font)
    return book, ws


book, _ = legacy(tcvn3, tcvn3_capitals, ".VnTime", ".VnTimeH")
save(book, "tcvn3.xlsx")
book, _ = legacy(vni, vni, "VNI-Times", "VNI-Times")
save(book, "vni.xlsx")
# The same words in an ordinary font: only the words themselves tell.
book, _ = legacy(tcvn3, lambda text: tcvn3(text.capitalize()), "Arial", "Arial")
save(book, "tcvn3-khong-phong.xlsx")
book, _ = legacy(vni, vni, "Arial", "Arial")
save(book, "vni-khong-phong.xlsx")
# One cell with runs in two fonts, in a workbook that is Unicode otherwise.
book, ws = counts("CHỈ TIÊU", [("Xã An Bình", 145), ("x", 187), ("Xã Yên Lạc", 412)])
ws["B5"] = CellRichText(TextBlock(InlineFont(rFont=".VnTime"), tcvn3("Xã Đắk")), TextBlock(InlineFont(rFont="Arial"), " Hòa"))
save(book, "tcvn3-mot-o.xlsx")

# Decomposed names, invisible signs, no-break and doubled blanks; the declared names are composed.
nfd = lambda text: unicodedata.normalize("NFD", text)
book, ws = sheet()
simple(ws, ["TT", nfd("Xã, phường"), nfd("Số hộ")], [
    [1, nfd("Xã An Bình"), 145], [2, "Xã\u200b Đắk\u00a0Hòa", 187], [3, "Xã  Yên   Lạc ", 412], [4, "\ufeffXã Ia Đal", 405]])
save(book, "nfd.xlsx")

# Names as different hands write them; rows 8 and 9 are one place.
book, ws = counts("TÊN ĐƠN VỊ", [("Xã Hoà Bình", 1), ("Thuỷ Đường", 2), ("UBND xã Lý Nhơn", 3), ("TT. Krông Năng (cũ)", 4),
                               ("P. 1", 5), ("Phường  Đông Hà", 6), ("Xã Quí Hòa", 7), ("Xã Đắk R’Lấp", 8), ("Xã Đắk R'Lấp", 9)])
save(book, "ten-goi.xlsx")

# A hidden row and a hidden column of the table, and a hidden sheet.
book, ws = sheet()
poverty(ws)
ws.row_dimensions[14].hidden = True
ws.column_dimensions["F"].hidden = True
ws.column_dimensions["G"].hidden = True
_, other = sheet("Nháp", book)
other.sheet_state = "hidden"
put(other, 1, [["TT", "Xã, phường", "Số hộ"], [1, "Xã An Bình", 999]])
save(book, "an.xlsx")

# A filter that hides rows.
book, ws = counts("HỘ NGHÈO", [("Xã An Bình", 145, "đồng bằng"), ("Xã An Hòa", 187, "đồng bằng"), ("Xã Yên Lạc", 412, "miền núi"),
                              ("Xã Ia Đal", 405, "miền núi")])
ws.auto_filter.ref = "A3:D7"
ws.auto_filter.add_filter_column(3, ["miền núi"])
for row in (4, 5):
    ws.row_dimensions[row].hidden = True
save(book, "loc.xlsx")

# Merged cells of the table itself: a value over three rows, a name over two columns.
book, ws = sheet()
simple(ws, ["TT", "Xã", "Hộ nghèo", "Kinh phí (triệu đồng)", "Đơn vị thực hiện"], [
    [1, "Xã An Bình", 145, 300, "Phòng Kinh tế"], [2, "Xã An Hòa", 187, None, None], [3, "Xã Yên Lạc", 412, None, None],
    ["Tổng cộng", None, 744, 300, None]])
for cells in ("D2:D4", "E2:E4", "A5:B5"):
    ws.merge_cells(cells)
save(book, "gop-o.xlsx")

# Error values, as results of formulas.
book, ws = counts("HỘ NGHÈO", [("Xã An Bình", "=1/0"), ("Xã An Hòa", "=NA()"), ("Xã Yên Lạc", '=VALUE("x")'), ("Xã Ia Đal", 405)])
save(book, "loi.xlsx")

# Dates: real ones, typed ones; a range that became a date.
book, ws = sheet()
simple(ws, ["TT", "Xã", "Ngày rà soát", "Chỉ tiêu (%)"], [
    [1, "Xã An Bình", datetime.date(2025, 12, 15), "6 - 7"], [2, "Xã An Hòa", "20/12/2025", datetime.date(2026, 7, 6)],
    [3, "Xã Yên Lạc", datetime.date(2026, 1, 5), "5-6"]])
ws["C2"].number_format = ws["C4"].number_format = "dd/mm/yyyy"
ws["D3"].number_format = "d-mmm"
save(book, "ngay.xlsx")

# Formulas that no spreadsheet program has ever calculated.
book, ws = sheet()
simple(ws, ["TT", "Xã", "Tổng số hộ", "Hộ nghèo", "Tỷ lệ (%)"], [
    [1, "Xã An Bình", 2900, 145, "=ROUND(D2/C2*100,2)"], [2, "Xã An Hòa", 3120, 187, "=ROUND(D3/C3*100,2)"],
    [None, "Tổng cộng", "=C2+C3", "=D2+D3", "=ROUND(D4/C4*100,2)"]])
save(book, "chua-tinh.xlsx")

# Figures that stand in another workbook.
book, ws = counts("HỘ NGHÈO", [("Xã An Bình", "=[1]Bieu!B2"), ("Xã An Hòa", "=[1]Bieu!B3"), ("Xã Yên Lạc", 412)])
cached = [ExternalRow(r=row, cell=[ExternalCell(r=f"B{row}", v=str(value))]) for row, value in ((2, 145), (3, 187))]
link = ExternalLink(externalBook=ExternalBook(id="rId1",
    sheetNames=ExternalSheetNames(sheetName=["Bieu"]),
    sheetDataSet=ExternalSheetDataSet(sheetData=[ExternalSheetData(sheetId=0, row=cached)])))
link.file_link = Relationship(type="externalLinkPath", Target="file:///D:/BAOCAO/2025/tong-hop.xlsx", TargetMode="External")
book._external_links.append(link)
save(book, "lien-ket-ngoai.xlsx")

# A register of units, with the changes of 1 July 2025.
book, ws = sheet("Danh mục")
ws["A1"] = "DANH MỤC ĐƠN VỊ HÀNH CHÍNH TỈNH TÂN LẬP"
simple(ws, ["Mã", "Tên đơn vị", "Cấp", "Thuộc", "Hiệu lực từ", "Hiệu lực đến"], [list(row) for row in REGISTER], 3)
for row in ws.iter_rows(min_row=4):
    for cell in row[4:]:
        if cell.value and cell.row % 2:
            day, month, year = map(int, cell.value.split("/"))
            cell.value, cell.number_format = datetime.date(year, month, day), "dd/mm/yyyy"
save(book, "danh-muc.xlsx")
head = "Mã;Tên đơn vị;Cấp;Thuộc;Hiệu lực từ;Hiệu lực đến"
lines = [head] + [";".join(value or "" for value in row) for row in REGISTER]
(OUT / "danh-muc.csv").write_bytes("\r\n".join(lines + [""]).encode("utf-8-sig"))

# For the formats that are too old: no letter beyond ASCII.
book, ws = sheet("Bieu 1")
simple(ws, ["TT", "Xa", "So ho"], [[1, "Xa An Binh", 145], [2, "Xa An Hoa", 187]])
save(book, "cu.xlsx")
