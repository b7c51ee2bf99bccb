# SPDX-License-Identifier: MIT
# What the rules share: the C files of a tree, code without comments and strings, rooms, the
# circles of a graph, lists of exceptions.
import os
import re
import sys

# Rooms in the order of inclusion: a room includes its own headers and those of lower rank.
RANK = {"base": 0, "build": 0, "instrument": 1, "core": 2, "words": 3, "store": 4, "exchange": 4,
        "report": 4, "sitting": 5, "tui": 6, "line": 6, "cli": 7}
HEADERS = {
    "base": "err str texts pool utf8 date uuid embedded file process program scratch "
            "settings",
    "instrument": "terms instrument",
    "core": "record sheets schema carried person score diagnosis plan trend flow edition release proof "
            "minutes agenda quote preview edition_plan",
    "store": "store next bin care looked portfolio",
    "exchange": "exchange office sheet survey",
    "report": "report rounds convert",
    "sitting": "history people sitting unsaved edited search summary",
    "line": "typed lines",
}
ROOM_OF_HEADER = {name: room for room, names in HEADERS.items() for name in names.split()}


def room_of_header(name):
    """The room of include/rekindle/NAME.h; above core a room has the one of its name, and those listed."""
    return ROOM_OF_HEADER.get(name, name if RANK.get(name, 0) > RANK["core"] else None)


FIXTURES = "tests/lint/fixtures/"  # broken on purpose
# What other programs are held against as well: its figures compare only while it stays byte for byte the same.
TAKEN_OVER = ("tests/bench/floor.c",)


def files(*folders, ends=(".c", ".h")):
    """Paths of the C files below the folders, sorted; without those that rules are tried on, or that are not ours."""
    found = []
    for folder in folders:
        for at, _, names in os.walk(folder):
            found += [os.path.join(at, name) for name in names if name.endswith(ends)]
    return sorted(path for path in found if not path.startswith(FIXTURES) and path not in TAKEN_OVER)


def text_of(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def blanked(match):
    return re.sub(r"[^\n]", " ", match.group())


def code_of(path):
    """The text with comments, strings and characters blanked out, lines kept."""
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', blanked, text_of(path),
                  flags=re.S)


def includes(path):
    """(sign, name) of each #include, sign being < or the quotation mark."""
    return re.findall(r'^#include ([<"])([^>"]+)[>"]', text_of(path), flags=re.M)


def circles(edges):
    """The strongly connected parts of more than one node, each sorted (Tarjan)."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(edges.get(node, ())):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            part = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(part) > 1:
                found.append(sorted(part))

    for node in sorted(edges):
        if node not in index:
            visit(node)
    return sorted(found)


def round_trip(part, edges):
    """A shortest way round inside a part: its nodes in order, the first one again at the end."""
    best = None
    for start in part:
        ways = [[start]]
        seen = set()
        while ways:
            way = ways.pop(0)
            for other in sorted(edges.get(way[-1], ())):
                if other == start:
                    ways = []
                    if best is None or len(way) + 1 < len(best):
                        best = way + [start]
                    break
                if other in part and other not in seen:
                    seen.add(other)
                    ways.append(way + [other])
    return best


def listed(path):
    """The lines of a list of exceptions, without remarks; none where the list is not there."""
    if not os.path.exists(path):
        return []
    lines = (line.split("#")[0].strip() for line in text_of(path).split("\n"))
    return [line for line in lines if line]


def finish(breaks):
    for line in breaks:
        print(line)
    sys.exit(1 if breaks else 0)
