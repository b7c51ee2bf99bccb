# SPDX-License-Identifier: MIT
# What is said of how often the diagnosis is right is what the full run counted: the table of
# rekindle-method(7), section 5.7, and the figures that reports quote.
# usage: figures.py check|write, in the tree's folder
import re
import sys

COUNTED = "tests/calibrate/expected.txt"
PAGE = "man/rekindle-method.7"
QUOTED = "src/core/diagnosis/calibrated.def"
BEGIN, END = '.\\" make calibrate\n', '.\\" end of make calibrate\n'
FEW, RARE = 100, "RARE"  # alliances, below which no share is quoted, and what stands in its place


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def table():
    """The lines of the first table, its heading first."""
    return read(COUNTED).split("\n\n")[1].split("\n")[1:]


WIDTHS = 6, 7, 7, 11, 7, 7, 7, 9, 7, 6


def narrow(line):
    """As a page of 80 columns has room for it."""
    cells = line.split() if line.startswith("people") else re.split(r" {2,}", line.strip())
    return "".join(cell.rjust(width) for cell, width in zip(cells, WIDTHS, strict=True))


def page():
    """The man page with the table in its place."""
    before, rest = read(PAGE).split(BEGIN)
    after = rest.split(END)[1]
    return before + BEGIN + ".Bd -literal\n" + "\n".join(map(narrow, table())) + "\n.Ed\n" + END + after


def rows():
    """(people, grade): {delta: (alliances, right, held, none)}, shares in per cent."""
    found = {}
    for line in table()[1:]:
        people, delta, grade, *figures = line.replace("%", "").split()[:7]
        found.setdefault((int(people), grade), {})[delta] = [int(figure) for figure in figures]
    return found


def quoted():
    lines = ["/* SPDX-License-Identifier: MIT */",
             "/* CALIBRATED(people, grade, right, right_marked, held, held_marked, missed, missed_marked) in per cent;",
             " * `make calibrate` counts them. RARE: so few alliances of that kind got the grade that no share is quoted. */"]
    for (people, grade), of in rows().items():
        mild, marked = ([RARE] * 3 if of.get(delta, [0])[0] < FEW else of[delta][1:] for delta in ("0.5", "1.0"))
        if mild[0] != RARE:
            shares = ", ".join(f"{share}, {other}" for share, other in zip(mild, marked))
            lines.append(f"CALIBRATED({people}, GRADE_{grade}, {shares})")
    return "\n".join(lines) + "\n"


def main():
    behind = 0
    for path, text in (PAGE, page()), (QUOTED, quoted()):
        if sys.argv[1] == "write":
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        elif read(path) != text:
            print(f"{path} does not say what {COUNTED} counted: make calibrate GOLDEN=write, then read the diff")
            behind = 1
    sys.exit(behind)


main()
