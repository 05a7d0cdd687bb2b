"""The same table as text, in the ways that programs write it: python3 text.py UTF8.csv FOLDER"""

import csv
import io
import sys
from pathlib import Path

from vietnamese import cp1258

source, out = Path(sys.argv[1]), Path(sys.argv[2])
rows = list(csv.reader(io.StringIO(source.read_text("utf-8"))))


def text(separator):
    lines = io.StringIO()
    csv.writer(lines, delimiter=separator).writerows(rows)
    return lines.getvalue()


for name, content in {
    "utf8": text(",").encode("utf-8"),
    "utf8-dau": text(",").encode("utf-8-sig"),
    "cham-phay": text(";").encode("utf-8-sig"),
    "tab": text("\t").encode("utf-8"),
    "utf16": text("\t").encode("utf-16-le").join([b"\xff\xfe", b""]),
    "utf16be": text("\t").encode("utf-16-be").join([b"\xfe\xff", b""]),
    "1258": cp1258(text(";")),
}.items():
    (out / f"giam-ngheo-{name}.csv").write_bytes(content)
(out / "giam-ngheo-la-chu.xls").write_bytes(text("\t").encode("utf-16-le").join([b"\xff\xfe", b""]))

# What web programs hand out under the name of a workbook: a page, and the XML of Excel 2003.
escaped = lambda value: value.replace("&", "&amp;").replace("<", "&lt;")
body = "\n".join("<tr>" + "".join(f"<td>{escaped(value)}</td>" for value in row) + "</tr>" for row in rows)
page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>\n<table border="1">\n{body}\n</table>\n</body></html>\n'
(out / "giam-ngheo-la-html.xls").write_text(page, "utf-8")
body = "\n".join(
    "<Row>" + "".join(f'<Cell ss:Index="{at}"><Data ss:Type="String">{escaped(value)}</Data></Cell>' for at, value in enumerate(row, 1) if value) + "</Row>" for row in rows[:13])
(out / "giam-ngheo-la-xml.xls").write_text(
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
    f'\n<Worksheet ss:Name="Biểu 1"><Table>\n{body}\n</Table></Worksheet>\n</Workbook>\n', "utf-8")
