# SPDX-License-Identifier: MIT
# Sizes that a reader can hold: lines of a function, lines of a file, files of a folder.
# usage: sizes.py [report], in the tree's folder
import os
import re
import sys

import tree

FUNCTION_MEDIAN, FUNCTION_P90, FILE_MEDIAN, FOLDER_MOST = 11, 22, 390, 25


def functions(path):
    """The lines of each function, from its name's line to the closing brace."""
    body = re.compile(r"^\w[^;{}=]*\)\n\{\n.*?^\}", re.M | re.S)
    return [match.group().count("\n") + 1 for match in body.finditer(tree.code_of(path))]


def share(sizes, percent):
    return sorted(sizes)[len(sizes) * percent // 100] if sizes else 0


def over(what, size, bar):
    return [f"{what}: {size} lines, at most {bar}"] if size > bar else []


def folders():
    breaks = []
    for at, _, names in sorted(os.walk("src")):
        if len(names) > FOLDER_MOST:
            breaks.append(f"{at} holds {len(names)} files, at most {FOLDER_MOST}")
    return breaks


def main():
    paths = tree.files("src", ends=(".c",))
    lines = [tree.text_of(path).count("\n") for path in paths]
    bodies = [size for path in paths for size in functions(path)]
    figures = share(bodies, 50), share(bodies, 90), share(lines, 50)
    if "report" in sys.argv:
        print(f"{len(bodies)} functions, median {figures[0]}, nine in ten {figures[1]}, most "
              f"{max(bodies)} lines; {len(lines)} files, median {figures[2]}, most {max(lines)} lines")
        return
    tree.finish(over("the median function", figures[0], FUNCTION_MEDIAN) +
                over("nine functions in ten", figures[1], FUNCTION_P90) +
                over("the median file", figures[2], FILE_MEDIAN) + folders())


main()
