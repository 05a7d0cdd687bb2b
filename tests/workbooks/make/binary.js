// What LibreOffice cannot write, with SheetJS: node binary.js FROM TO
const fs = require('fs'), path = require('path'), XLSX = require('xlsx');
const [from, to] = process.argv.slice(2);
const write = (name, type, as) => {
  const book = XLSX.readFile(path.join(from, name + '.xlsx'), { cellStyles: true, cellNF: true, cellDates: false });
  // It reads which columns are hidden, but not which rows.
  if (name === 'an') book.Sheets['Biểu 1']['!rows'] = Object.assign([], { 13: { hidden: true } });
  XLSX.writeFile(book, path.join(to, as), { bookType: type, cellStyles: true, bookSST: true, compression: true });
};
for (const name of ['giam-ngheo', 'ty-le-phan-tram', 'an']) write(name, 'xlsb', name + '.xlsb');
for (const version of [2, 3, 4]) write('cu', 'biff' + version, `cu-biff${version}.xls`);
