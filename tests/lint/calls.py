# SPDX-License-Identifier: MIT
# No circle of calls between the files of a room, told from the object files of a build: a file
# that needs a function of another stands above it. Data may be shared either way.
# usage: calls.py OBJECTS, in the tree's folder; OBJECTS/src/ROOM/NAME.o belongs to src/ROOM/NAME.c.
import os
import subprocess
import sys

import tree


def symbols(objects):
    """By object file: the functions that it defines, and all names that it needs."""
    defined, needed = {}, {}
    if not objects:
        return defined, needed
    output = subprocess.run(["nm", "-A", "-g", *objects], capture_output=True, text=True, check=True).stdout
    for line in output.splitlines():
        path, rest = line.split(":", 1)
        kind, name = rest.split()[-2:]
        if kind in "TW":
            defined.setdefault(path, set()).add(name)
        elif kind == "U":
            needed.setdefault(path, set()).add(name)
    return defined, needed


def stale(source, made):
    return not os.path.exists(made) or os.path.getmtime(made) < os.path.getmtime(source)


def calls_of(room, sources):
    """By file of the room: the other files that it calls, each with the functions."""
    objects = {made: os.path.relpath(source, f"src/{room}") for source, made in sources}
    defined, needed = symbols(sorted(objects))
    home = {name: objects[made] for made, names in defined.items() for name in names}
    calls = {}
    for made, names in needed.items():
        for name in sorted(names & home.keys()):
            if home[name] != objects[made]:
                calls.setdefault(objects[made], {}).setdefault(home[name], []).append(name)
    return calls


def told(room, part, calls):
    way = tree.round_trip(part, calls)
    steps = [f"{b} ({', '.join(calls[a][b])})" for a, b in zip(way, way[1:])]
    line = f"circle of calls in src/{room}: {' -> '.join([way[0]] + steps)}"
    return line + (f"; in all {len(part)} files: {' '.join(part)}" if len(part) > len(way) - 1 else "")


def main():
    built, breaks = sys.argv[1], []
    for room in sorted(os.listdir("src")):
        if room == "build":
            continue
        sources = [(c, f"{built}/{c[:-2]}.o") for c in tree.files(f"src/{room}", ends=(".c",))]
        late = [source for source, made in sources if stale(source, made)]
        if late:
            breaks.append(f"{late[0]} is newer than its object file: build first")
            continue
        calls = calls_of(room, sources)
        breaks += [told(room, part, calls) for part in tree.circles(calls)]
    tree.finish(breaks)


main()
