#!/bin/sh
# Makes every workbook of this folder anew: sh make.sh
# Wants soffice, python3 with openpyxl and msoffcrypto-tool, node with xlsx@0.18.5 (NODE_PATH), zip.
set -eu
cd "$(dirname "$0")"
here=$(pwd)
out=$(cd .. && pwd)
work=$(mktemp -d)
mkdir "$work/source" "$work/profile"
# Numbers as a Vietnamese office sees them: 2.900 and 7,97.
mkdir -p "$work/profile/user"
cat >"$work/profile/user/registrymodifications.xcu" <<X
<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item></oor:items>
X
office() { # filter, folder, files
    filter=$1 folder=$2
    shift 2
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$filter" --outdir "$folder" "$@" >/dev/null 2>&1
}
python3 tables.py "$work/source"
python3 biff5.py "$out"
cd "$work"
# Through OpenDocument first, so that LibreOffice has calculated and written everything itself.
office ods ods source/*.xlsx
office xlsx xlsx ods/*.ods
office xls:"MS Excel 97" xls ods/*.ods
office xlsm:"Calc MS Excel 2007 VBA XML" "$out" ods/giam-ngheo.ods
office csv:"Text - txt - csv (StarCalc):44,34,76,1,,0,false,true" csv ods/giam-ngheo.ods
# The picture of the first page is half of the file, and no program reads it for cells.
for file in ods/*.ods; do zip -qd "$file" 'Thumbnails/*'; done

cp xlsx/*.xlsx "$out"
cp source/chua-tinh.xlsx source/danh-muc.csv "$out"
rm "$out/cu.xlsx" "$out/tcvn3-khong-phong.xlsx"
for name in giam-ngheo an loc loi ngay ty-le-phan-tram tcvn3 tcvn3-khong-phong vni lien-ket-ngoai; do cp "xls/$name.xls" "$out"; done
for name in giam-ngheo an loc loi ngay ty-le-phan-tram tcvn3 lien-ket-ngoai; do cp "ods/$name.ods" "$out"; done
node "$here/binary.js" xlsx "$out"
python3 "$here/text.py" csv/giam-ngheo.csv "$out"
sh "$here/password.sh" "$work/ods/phay-ngan.ods" "$out"
python3 - "$work/xlsx/phay-ngan.xlsx" "$out/mat-khau.xlsx" <<P
import sys
from msoffcrypto.format.ooxml import OOXMLFile
with open(sys.argv[1], "rb") as plain, open(sys.argv[2], "wb") as locked:
    OOXMLFile(plain).encrypt("matkhau", locked)
P
# As an English spreadsheet program writes it: 4.30 and "2,900".
rm "$work/profile/user/registrymodifications.xcu"
office csv:"Text - txt - csv (StarCalc):44,34,76,1,,0,false,true" "$work/english" ods/giam-ngheo.ods
cp english/giam-ngheo.csv "$out/giam-ngheo-kieu-anh.csv"
rm -r "$work"
