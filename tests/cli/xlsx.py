# SPDX-License-Identifier: MIT
# A workbook as JSON, cell by cell: xlsx.py FILE. {"sheets": {NAME: {...}}, "title", "created"}; a cell is a
# number, a text, or for a number that is shown as a day "day:YYYY-MM-DD". A formula in a cell is a fault.
import datetime
import json
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def literal(text):
    """What _x000D_ stands for."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def place(name):
    """(row, column) from 0 of B3."""
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


class Book:
    def __init__(self, path):
        self.parts = zipfile.ZipFile(path)
        assert self.parts.testzip() is None
        self.strings = [literal("".join(t.text or "" for t in one.iter(MAIN + "t")))
                        for one in self.xml("xl/sharedStrings.xml")] if self.has("xl/sharedStrings.xml") else []
        styles = self.xml("xl/styles.xml")
        self.formats = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(MAIN + "numFmt")}
        self.styles = list(styles.find(MAIN + "cellXfs"))
        self.shades = [one for one in styles.find(MAIN + "fills")]

    def has(self, name):
        return name in self.parts.namelist()

    def xml(self, name):
        return tree.fromstring(self.parts.read(name))

    def style(self, cell):
        return self.styles[int(cell.get("s", 0))]

    def is_day(self, cell):
        code = self.formats.get(self.style(cell).get("numFmtId"), "")
        return "yy" in code or "mmm" in code

    def value(self, cell):
        assert cell.find(MAIN + "f") is None, f"a formula in {cell.get('r')}"
        value = cell.find(MAIN + "v")
        if value is None:
            return None
        if cell.get("t") == "s":
            return self.strings[int(value.text)]
        assert cell.get("t", "n") == "n", cell.get("t")
        number = float(value.text)
        if self.is_day(cell):
            return "day:" + (datetime.date(1899, 12, 30) + datetime.timedelta(days=int(number))).isoformat()
        return int(number) if number == int(number) else number

    def fill(self, cell):
        shade = self.shades[int(self.style(cell).get("fillId"))].find(f"{MAIN}patternFill/{MAIN}fgColor")
        return None if shade is None else shade.get("rgb")

    def sheet(self, root):
        rows, fills = [], {}
        for cell in root.iter(MAIN + "c"):
            row, column = place(cell.get("r"))
            while len(rows) <= row:
                rows.append([])
            rows[row] += [None] * (column + 1 - len(rows[row]))
            rows[row][column] = self.value(cell)
            if self.fill(cell):
                fills[cell.get("r")] = self.fill(cell)
        pane, filtered = root.find(f".//{MAIN}pane"), root.find(MAIN + "autoFilter")
        return {
            "rows": rows,
            "fills": fills,
            "frozen": None if pane is None else pane.get("topLeftCell"),
            "filter": None if filtered is None else filtered.get("ref"),
            "widths": [float(one.get("width")) for one in root.iter(MAIN + "col")],
            "when": [(one.get("sqref"), rule.findtext(MAIN + "formula")) for one in
                     root.iter(MAIN + "conditionalFormatting") for rule in one],
            "head": root.findtext(f"{MAIN}headerFooter/{MAIN}oddHeader"),
        }

    def all(self):
        book = self.xml("xl/workbook.xml")
        links = {one.get("Id"): one.get("Target") for one in self.xml("xl/_rels/workbook.xml.rels")}
        core = self.xml("docProps/core.xml")
        text = {one.tag.split("}")[1]: one.text for one in core}
        return {
            "sheets": {one.get("name"): self.sheet(self.xml("xl/" + links[one.get(LINK)]))
                       for one in book.iter(MAIN + "sheet")},
            "printed": {one.get("name") + " " + one.get("localSheetId"): one.text
                        for one in book.iter(MAIN + "definedName")},
            "title": text.get("title"),
            "created": text.get("created"),
        }


if __name__ == "__main__":
    json.dump(Book(sys.argv[1]).all(), sys.stdout)
