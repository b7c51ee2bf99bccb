# SPDX-License-Identifier: MIT
# Meaning travels as enums and numbers; nobody reads it back out of a sentence. Each call that looks
# into text or at its case, in the rooms from core up, is one of a parser or a search, or else a break.
# usage: prose.py [PARSERS [LIST]], in the tree's folder. PARSERS: "FILE FUNCTION reason"; LIST: the calls
# that are still there, "FILE FUNCTION COUNT"; it only gets shorter.
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


def check(found, parsers, owed):
    breaks = []
    for call, lines in sorted(found.items()):
        path, name = call.split()
        if call not in parsers and len(lines) > owed.get(call, 0):
            breaks.append(f"{path}:{','.join(map(str, lines))} reads prose as data: {name}, "
                          f"{len(lines)} where {owed.get(call, 0)} are known")
    breaks += [f"fewer calls than the list says, shorten it: {call} {count}" for call, count in owed.items()
               if len(found.get(call, ())) < count]
    return breaks + [f"no such call any more, take it off the list of parsers: {call}"
                     for call in parsers if call not in found]


def main():
    lists = [tree.listed(path) for path in sys.argv[1:]] + [[], []]
    parsers = [" ".join(line.split()[:2]) for line in lists[0]]
    owed = {line.rsplit(" ", 1)[0]: int(line.rsplit(" ", 1)[1]) for line in lists[1]}
    found = hits(tree.files(*(f"src/{room}" for room in ROOMS)))
    tree.finish(check(found, parsers, owed))


main()
