#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The sentences of a room of words and the calls that say them.

usage: words.py FOLDER-OF-DEF-FILES SOURCE...

Each sentence is well formed: braces in pairs, choices with a branch for others, plain names, no
double blank, no blank at an end. Each is said somewhere. Each call words(pool, W_NAME, ...) fills
the holes that W_NAME has and no other; where the sentence comes from a table of the same file or
from a choice of two, that holds for every one of them. words_plain() says sentences without holes;
where it says the member of a row, every sentence in the tables of rows of that folder has none.
Prints each break; exit 1 when there is one.
"""
import glob
import os
import re
import sys

NAME = r"[a-z][a-z0-9_]*"
broken = []


def breaks(where, what):
    broken.append(f"{where}: {what}")


def parts(text, depth=0):
    """Holes of a pattern, in a set; a fault is raised as ValueError."""
    holes, at = set(), 0
    while at < len(text):
        if text[at] in "}|" and (depth == 0 or text[at] == "}"):
            raise ValueError("a stray brace or bar")
        if text[at] != "{":
            at += 1
            continue
        end = closing(text, at)
        inside = text[at + 1 : end]
        name, colon, branches = inside.partition(":")
        if not re.fullmatch(NAME, name):
            raise ValueError(f"no name of a hole: {name!r}")
        holes.add(name)
        if colon:
            if depth:
                raise ValueError("a choice inside a choice")
            holes |= choice(branches)
        at = end + 1
    return holes


def closing(text, at):
    depth = 0
    for i in range(at, len(text)):
        depth += {"{": 1, "}": -1}.get(text[i], 0)
        if depth == 0:
            return i
    raise ValueError("a brace is not closed")


def choice(text):
    branches, depth, begin = [], 0, 0
    for i, c in enumerate(text + "|"):
        depth += {"{": 1, "}": -1}.get(c, 0)
        if c == "|" and depth == 0:
            branches.append(text[begin:i])
            begin = i + 1
    holes, forms = set(), []
    for branch in branches:
        form, equals, said = branch.partition("=")
        if not equals or form not in ("zero", "one", "other") or form in forms:
            raise ValueError(f"no branch: {branch!r}")
        forms.append(form)
        holes |= parts(said, 1)
    if "other" not in forms or len(forms) < 2:
        raise ValueError("a choice without a branch for others, or with nothing to choose")
    return holes


def read_sentences(folder):
    found = {}
    for where in sorted(glob.glob(os.path.join(folder, "**", "*.def"), recursive=True)):
        for n, line in enumerate(open(where, encoding="utf-8"), 1):
            if not line.startswith("SENTENCE("):
                continue
            match = re.fullmatch(r'SENTENCE\(([A-Z][A-Z0-9_]*), ((?:"(?:[^"\\]|\\.)*"(?: NB )?)+)\)\n', line)
            if not match:
                breaks(f"{where}:{n}", "not SENTENCE(NAME, \"text\") on one line")
                continue
            name, text = match[1], "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match[2]))
            if name in found:
                breaks(f"{where}:{n}", f"{name} stands twice")
            if "  " in text or text != text.strip():
                breaks(f"{where}:{n}", f"{name} has a blank too many")
            if text.count("{") == 0 and not text:
                breaks(f"{where}:{n}", f"{name} is empty")
            try:
                found[name] = parts(text)
            except ValueError as fault:
                breaks(f"{where}:{n}", f"{name}: {fault}")
                found[name] = None
    return found


def arguments(text, begin):
    """The arguments of the call whose bracket opens at begin: texts at the top level."""
    depth, start, out, at = 0, begin + 1, [], begin
    while at < len(text):
        c = text[at]
        if c in "\"'":
            at = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'').match(text, at).end()
            continue
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(c, 0)
        if (c == "," and depth == 1) or depth == 0:
            out.append(text[start:at].strip())
            start = at + 1
        if depth == 0:
            return out
        at += 1
    return out


def sentences_of(table, text, at):
    """The sentences that stand in the last table of that name before a place of the file."""
    found = set()
    for match in re.finditer(rf"\b{table}(?:\[[^\]]*\])+ = \{{", text[:at]):
        found = set(re.findall(r"\bW_([A-Z0-9_]+)", text[match.end() : closing(text, match.end() - 1)]))
    return found


def sentences_of_rows(folder):
    """Those in tables of structs of the files of a folder: any of them may be the member of a row."""
    found = set()
    for file in glob.glob(os.path.join(folder, "*.c")):
        text = open(file, encoding="utf-8").read()
        for match in re.finditer(r"^(?:static )?const struct \w+ \w+\[\] = \{", text, flags=re.M):
            found |= set(re.findall(r"\bW_([A-Z0-9_]+)", text[match.end() : closing(text, match.end() - 1)]))
    return found


def hole_of(argument, text):
    """The name that a hole is given, also where it is kept in a variable first."""
    match = re.match(r'hole_\w+\(\s*"([^"]*)"', argument)
    if match:
        return match[1]
    if re.fullmatch(r"\w+", argument):
        names = set(re.findall(rf'struct hole {argument} =\s*hole_\w+\(\s*"([^"]*)"', text))
        if len(names) == 1:
            return names.pop()
    return None


def check_call(where, text, at, sentences, call, plain):
    sentence = call[0] if plain else call[1] if len(call) > 1 else ""
    names = set(re.findall(r"\bW_([A-Z0-9_]+)", sentence))
    if not names:
        table = re.match(r"(\w+)\[", sentence)
        names = sentences_of(table[1], text, at) if table else set()
    if not names and plain and re.fullmatch(r"\w+(?:\[\w+\]\.|->)\w+", sentence):
        names = sentences_of_rows(os.path.dirname(where.partition(":")[0]))
    if not names:
        breaks(where, f"which sentence is it? {sentence}")
    filled = [] if plain else [hole_of(a, text) for a in call[2:]]
    if None in filled:
        breaks(where, f"a hole without a name in the call: {call[2:]}")
    if len(filled) != len(set(filled)):
        breaks(where, f"a hole is filled twice: {filled}")
    for name in sorted(names):
        if name not in sentences:
            breaks(where, f"no sentence {name}")
        elif sentences[name] is not None and sentences[name] != set(filled):
            breaks(where, f"{name} has the holes {sorted(sentences[name])}, filled are {filled}")


def check_file(file, sentences, said):
    text = re.sub(r"/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m[0]), open(file, encoding="utf-8").read(), flags=re.S)
    said |= set(re.findall(r"\bW_([A-Z0-9_]+)", text))
    for match in re.finditer(r"\b(words|words_plain)\(", text):
        where = f"{file}:{text.count(chr(10), 0, match.start()) + 1}"
        before = text[: match.start()].rstrip()
        if before.endswith("#define") or re.search(r"\bconst char \*$", before):
            continue
        check_call(where, text, match.start(), sentences, arguments(text, match.end() - 1), match[1] == "words_plain")


def main():
    sentences, said = read_sentences(sys.argv[1]), set()
    for source in sys.argv[2:]:
        files = [source] if os.path.isfile(source) else [
            os.path.join(folder, f) for folder, _, names in os.walk(source) for f in names if f.endswith((".c", ".h"))]
        for file in sorted(files):
            check_file(file, sentences, said)
    if any(os.path.isdir(source) for source in sys.argv[2:]):
        for name in sorted(set(sentences) - said):
            breaks(sys.argv[1], f"nobody says {name}")
    for line in broken:
        print(f"words: {line}")
    return 1 if broken else 0


sys.exit(main())
