# SPDX-License-Identifier: MIT
# Who includes whom: rooms by rank, private headers inside their room, no circle of headers,
# libraries in their rooms, core without input, output and clock. usage: rooms.py, in the tree's folder
import os
import re

import tree

LIBRARIES = [
    (r"(?:ncursesw?/)?(?:n?curses|term)\.h", ("src/tui/", "src/cli/terminal.c")),
    (r"sqlite3\.h", ("src/store/sqlite/",)),
    (r"cyaml/.*", ("src/instrument/",)),
    (r"yaml\.h", ("src/instrument/", "src/exchange/survey/")),
    (r"csv\.h", ("src/exchange/survey/",)),
    (r"xlsxwriter(?:/.*|\.h)", ("src/exchange/office/",)),
    (r"jansson\.h", ("src/exchange/", "src/report/", "src/cli/")),
]
WORLD = r"\b(?:time|getenv|fopen|printf|clock_(?:ms|today|monotonic_ms)) ?\("


def room_of(path):
    if path.startswith("include/"):
        return tree.room_of_header(os.path.basename(path)[:-2])
    return path.split("/")[1]


def may_include(room, other):
    return other == room or tree.RANK[other] < tree.RANK[room] or (room, other) == ("exchange", "store")


def resolved(path, sign, name):
    """Where an #include of ours leads to; None for the system's."""
    if sign == "<":
        return f"include/{name}" if name.startswith("rekindle/") else None
    return os.path.normpath(os.path.join(os.path.dirname(path), name))


def check_include(path, room, target):
    other = room_of(target)
    if target.startswith("include/"):
        return [] if other is None or may_include(room, other) else [
            f"{path} ({room}) includes <{target[8:]}> ({other})"]
    private = target.startswith(f"src/{room}/")
    return [] if private else [f"{path} ({room}) includes a private header of another room: {target}"]


def check_libraries(path):
    breaks = []
    for sign, name in tree.includes(path):
        for library, homes in LIBRARIES:
            if sign == "<" and re.fullmatch(library, name) and not path.startswith(homes):
                breaks.append(f"{path} includes <{name}>, which stays in {' '.join(homes)}")
    return breaks


def check_rooms(paths):
    breaks, edges = [], {}
    for path in paths:
        room = room_of(path)
        if room not in tree.RANK:
            breaks.append(f"{path} belongs to no room: add it to tests/lint/tree.py")
            continue
        for sign, name in tree.includes(path):
            target = resolved(path, sign, name)
            if target:
                edges.setdefault(path, set()).add(target)
                breaks += check_include(path, room, target) if room != "build" else []
        breaks += check_libraries(path)
    return breaks, edges


def check_core(paths):
    breaks = []
    for path in paths:
        for number, line in enumerate(tree.code_of(path).split("\n"), 1):
            if re.search(WORLD, line):
                breaks.append(f"{path}:{number} does input or output or asks a clock, in core")
    return breaks


def main():
    breaks, edges = check_rooms(tree.files("src", "include"))
    for part in tree.circles(edges):
        breaks.append("circle of headers: " + " -> ".join(tree.round_trip(part, edges)))
    tree.finish(breaks + check_core(tree.files("src/core")))


main()
