# SPDX-License-Identifier: MIT
# Meaning travels as enums and numbers; nobody reads it back out of a sentence. Each call that looks
# into text or at its case, in the rooms from core up, is one of a parser or a search, or else a break.
# usage: prose.py [PARSERS], in the tree's folder. PARSERS: "FILE FUNCTION reason".
import re
import sys

import tree

ROOMS = ("core", "words", "report", "sitting", "tui", "cli", "line")
READERS = r"\b(strstr|strcasestr|isupper|islower|toupper|tolower|strncmp|strncasecmp) ?\("


def hits(paths):
    """By "FILE FUNCTION": the lines of its calls."""
    found = {}
    for path in paths:
        for number, line in enumerate(tree.code_of(path).split("\n"), 1):
            for name in re.findall(READERS, line):
                found.setdefault(f"{path} {name}", []).append(number)
    return found


def check(found, parsers):
    breaks = [f"{call.split()[0]}:{','.join(map(str, lines))} reads prose as data: {call.split()[1]}"
              for call, lines in sorted(found.items()) if call not in parsers]
    return breaks + [f"no such call any more, take it off the list of parsers: {call}"
                     for call in parsers if call not in found]


def main():
    listed = tree.listed(sys.argv[1]) if len(sys.argv) > 1 else []
    parsers = [" ".join(line.split()[:2]) for line in listed]
    tree.finish(check(hits(tree.files(*(f"src/{room}" for room in ROOMS))), parsers))


main()
