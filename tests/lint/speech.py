# SPDX-License-Identifier: MIT
# Sentences are whole: a plural is a choice inside a sentence and a list is said by src/words, so
# nobody else picks between two endings ("" and "s", "is" and "are") or puts ", " and " and " between things.
# usage: speech.py, in the tree's folder.
import re

import tree

ROOMS = ("cli", "tui", "line", "report", "words")
TEXT = r'"(?:\\.|[^"\\\n])*"'
TEXTS = rf"{TEXT}(?:\s*{TEXT})*"
JOINS = {", ", " and ", " or ", ", and ", ", or "}
NUMBERS = ({"is", "are"}, {"was", "were"}, {"has", "have"}, {"does", "do"}, {"this", "these"})
HOWS = {"plural": "picks a plural by its ending", "join": "joins a list by hand"}


def without_comments(text):
    """Comments and characters blanked out, strings and lines kept."""
    return re.sub(rf"/\*.*?\*/|//[^\n]*|'(?:\\.|[^'\\\n])*'|({TEXT})",
                  lambda match: match.group() if match.group(1) else tree.blanked(match), text, flags=re.S)


def said(literals):
    return "".join(part[1:-1] for part in re.findall(TEXT, literals))


def differ_by_number(one, other):
    """Are these the singular and the plural of a word, or nothing and an ending?"""
    if {one, other} in NUMBERS:
        return True
    short, long = sorted((one, other), key=len)
    return long in (short + "s", short + "es") or (short.endswith("y") and long == short[:-1] + "ies")


def is_plural(one, other):
    ones, others = one.split() or [""], other.split() or [""]
    pairs = [pair for pair in zip(ones, others) if pair[0] != pair[1]]
    return len(ones) == len(others) and bool(pairs) and all(differ_by_number(*pair) for pair in pairs)


def is_list_of_words(path, before):
    """In the room of words the separators are arguments of texts_join()."""
    return path.startswith("src/words/") and "texts_join(" in re.split(r"[;{}]", before)[-1]


def hits(paths):
    """(file, kind, lines) of each."""
    found = []
    for path in paths:
        code = without_comments(tree.text_of(path))
        plurals = [match.start() for match in re.finditer(rf"\?\s*({TEXTS})\s*:\s*({TEXTS})", code)
                   if is_plural(said(match[1]), said(match[2]))]
        joins = [match.start() for match in re.finditer(TEXTS, code)
                 if said(match.group()) in JOINS and not is_list_of_words(path, code[:match.start()])]
        for kind, places in (("plural", plurals), ("join", joins)):
            if places:
                found.append((path, kind, [code.count("\n", 0, at) + 1 for at in places]))
    return found


def main():
    tree.finish([f"{path}:{','.join(map(str, lines))} {HOWS[kind]}"
                 for path, kind, lines in hits(tree.files(*(f"src/{room}" for room in ROOMS)))])


main()
