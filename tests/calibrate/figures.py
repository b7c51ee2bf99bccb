# SPDX-License-Identifier: MIT
# The table of rekindle-method(7), section 5.7, is what the full run counted.
# usage: figures.py check|write, in the tree's folder
import re
import sys

COUNTED = "tests/calibrate/expected.txt"
PAGE = "man/rekindle-method.7"
BEGIN, END = '.\\" make calibrate\n', '.\\" end of make calibrate\n'


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def table():
    """The lines of the first table, its heading first."""
    return read(COUNTED).split("\n\n")[1].split("\n")[1:]


def page():
    """The man page with the table in its place."""
    before, rest = read(PAGE).split(BEGIN)
    after = rest.split(END)[1]
    return before + BEGIN + ".Bd -literal\n" + "\n".join(table()) + "\n.Ed\n" + END + after


def main():
    behind = 0
    for path, text in ((PAGE, page()),):
        if sys.argv[1] == "write":
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        elif read(path) != text:
            print(f"{path} does not say what {COUNTED} counted: make calibrate GOLDEN=write, then read the diff")
            behind = 1
    sys.exit(behind)


main()
