# SPDX-License-Identifier: MIT
# Workbooks and tables of the example through LibreOffice: check.py BINARY FOLDER. What it makes of each sheet is
# held against what the file has, cell by cell; each workbook is printed as a PDF, which stays in the folder.
import csv
import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "cli"))
import xlsx  # noqa: E402

NAME = "Phoenix Labs and GenTech Solutions"
# commas, quotes, UTF-8, from the first row, texts quoted as they are, formulas as results, every sheet
ALL_SHEETS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
FILES = {
    "answers": ["answers", NAME, "--format", "xlsx"],
    "answers-wide": ["answers", NAME, "--wide", "--format", "xlsx"],
    "plan-joint": ["plan", NAME, "--format", "xlsx"],
    "plan-internal": ["plan", NAME, "--edition", "internal", "--format", "xlsx"],
}


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(words)}: {done.returncode}: {done.stderr}")
    return done.stdout


def convert(folder, kind, name, *more):
    run("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", *more, "--convert-to", kind,
        "--outdir", folder, os.path.join(folder, name))


def said(cell):
    if isinstance(cell, float):
        return f"{cell:.10g}"
    return "" if cell is None else str(cell).removeprefix("day:")


def same(one, other):
    if one == other:
        return True
    try:
        return abs(float(one) - float(other)) < 1e-9
    except ValueError:
        return False


def compare(where, wanted, found):
    """How many cells are the same; the first that is not ends it."""
    if len(wanted) != len(found):
        sys.exit(f"{where}: {len(found)} rows, not {len(wanted)}")
    for number, (row, other) in enumerate(zip(wanted, found), 1):
        row = [said(cell) for cell in row] + [""] * (len(other) - len(row))
        other = other + [""] * (len(row) - len(other))
        for one, cell in zip(row, other):
            if not same(one, cell):
                sys.exit(f"{where}: row {number}: {cell!r}, not {one!r}")
    return sum(len(row) for row in wanted)


def read(path, **how):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file, **how))


def check_book(folder, name):
    book = xlsx.Book(os.path.join(folder, name + ".xlsx")).all()
    convert(folder, ALL_SHEETS, name + ".xlsx")
    for sheet, content in book["sheets"].items():
        cells = compare(f"{name}, {sheet}", content["rows"], read(os.path.join(folder, f"{name}-{sheet}.csv")))
        print(f"{name}: {sheet}: {cells} cells are the same")
    convert(folder, "pdf", name + ".xlsx")
    print(f"{name}: printed as {folder}/{name}.pdf")


def check_table(program, folder, reader, separator):
    """Opened as UTF-8: without a window nobody can be asked."""
    path = os.path.join(folder, f"table-{reader}.csv")
    run(program, "answers", NAME, "--csv-for", reader, "-o", path)
    convert(folder, "xlsx", os.path.basename(path), f"--infilter=Text - txt - csv (StarCalc):{ord(separator)},34,76,1")
    rows = next(iter(xlsx.Book(path[:-4] + ".xlsx").all()["sheets"].values()))["rows"]
    wanted = read(path, delimiter=separator)
    if rows[0][0] != "assessment":
        sys.exit(f"{path}: the mark of UTF-8 has become text: {rows[0][0]!r}")
    print(f"{reader}: {compare(path, rows, wanted)} cells are the same")


def main():
    program, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    os.environ["REKINDLE_DB"] = os.path.join(folder, "office.db")
    os.environ["REKINDLE_TODAY"] = "2026-11-16"
    run(program, "import", "data/example/phoenix-gentech.json")
    for name, words in FILES.items():
        run(program, *words, "-o", os.path.join(folder, name + ".xlsx"))
        check_book(folder, name)
    for reader, separator in (("any", ","), ("libreoffice", ","), ("excel", ";")):
        check_table(program, folder, reader, separator)


main()
