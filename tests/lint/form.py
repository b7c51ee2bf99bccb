# SPDX-License-Identifier: MIT
# Form: SPDX lines, white space, layout, width, structs without typedef, SQL that nobody prints
# together, public headers that compile alone. usage: form.py, in the tree's folder; CC names the compiler
import glob
import os
import re
import shlex
import subprocess

import tree

COLUMNS = 100


def check_lines(path):
    lines = tree.text_of(path).split("\n")
    breaks = [] if "SPDX-License-Identifier: MIT" in lines[0] else [f"{path} has no SPDX line"]
    for number, line in enumerate(lines, 1):
        if len(line.expandtabs(8)) > COLUMNS:
            breaks.append(f"{path}:{number} is wider than {COLUMNS} columns")
        if line.endswith((" ", "\t")):
            breaks.append(f"{path}:{number} ends in blanks")
        if re.search(r"typedef struct", line):
            breaks.append(f"{path}:{number} has a typedef of a struct")
        if path.startswith("src/") and re.search(r"printf.*\b(SELECT|INSERT|UPDATE|DELETE) ", line):
            breaks.append(f"{path}:{number} builds SQL by printf")
    return breaks


def check_blanks(path):
    return [f"{path}:{number} ends in blanks" for number, line in enumerate(tree.text_of(path).split("\n"), 1)
            if line.endswith((" ", "\t"))]


def check_layout(paths):
    """Two formatters at a time: the slowest of all the rules."""
    halves = [paths[::2], paths[1::2]]
    running = [subprocess.Popen(["clang-format", "--dry-run", "-Werror", *half], stderr=subprocess.PIPE, text=True)
               for half in halves if half]
    output = "".join(process.communicate()[1] for process in running)
    names = sorted(set(re.findall(r"^(.+?):\d+:\d+: error:", output, flags=re.M)))
    return [f"{name} is not laid out as .clang-format says (make format)" for name in names]


def check_alone(header):
    command = shlex.split(os.environ.get("CC", "cc")) + ["-std=c11", "-D_GNU_SOURCE", "-Iinclude", "-Wall", "-Wextra",
                                                         "-Wpedantic", "-fsyntax-only", "-x", "c", header]
    return [] if subprocess.run(command, check=False).returncode == 0 else [f"{header} does not compile alone"]


def main():
    paths = tree.files("src", "include", "tests")
    texts = [path for path in glob.glob("tests/**/*.sh", recursive=True) + glob.glob("tests/lint/*.py") +
             glob.glob("man/*") + ["Makefile", "README.md"] if os.path.exists(path) and not path.startswith(tree.FIXTURES)]
    breaks = [line for path in paths for line in check_lines(path)]
    breaks += [line for path in sorted(texts) for line in check_blanks(path)]
    breaks += check_layout(paths)
    breaks += [line for header in sorted(glob.glob("include/rekindle/*.h")) for line in check_alone(header)]
    tree.finish(breaks)


main()
