#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each complaint of tests/complaints/list is held by a test that is there, and is run.

usage: check.py, in the tree's folder. Prints what is missing; exit 1 when something is.
"""
import glob
import re
import sys

LIST = "tests/complaints/list"
COMPLAINTS = 25


def read(pattern):
    names = sorted(glob.glob(pattern, recursive=True))
    return "\n".join(open(name, encoding="utf-8").read() for name in names)


def complaints():
    """Number, words, tests of each."""
    found = []
    for line in open(LIST, encoding="utf-8"):
        head = re.match(r"(\d+) +(\S.*)", line)
        if head:
            found.append((int(head[1]), head[2], []))
        elif line.startswith(" "):
            found[-1][2].extend(line.split())
    return found


def main():
    sources, cases = read("tests/**/*.c"), read("tests/cli/cases_*.sh")
    defined = set(re.findall(r"^START_TEST\((\w+)\)", sources, re.M))
    run = set(re.findall(r"(?<!START_TEST\()\b(test_\w+)", sources))
    held = defined & run
    held |= set(re.findall(r"^(case_\w+)\(\)", cases, re.M))
    held |= {name.rsplit("/", 1)[1] for name in glob.glob("tests/tui/cases/*.screen")}
    broken = []
    listed = complaints()
    if [number for number, _, _ in listed] != list(range(1, COMPLAINTS + 1)):
        broken.append(f"{LIST}: not the numbers 1 to {COMPLAINTS}, each once")
    for number, words, tests in listed:
        if not tests:
            broken.append(f"{LIST}: {number}, no test: {words}")
        broken += [f"{LIST}: {number}, no such test, or it is not run: {test}"
                   for test in tests if test not in held]
    print("\n".join(broken) or f"complaints: {len(listed)}, each is held by a test")
    sys.exit(bool(broken))


main()
