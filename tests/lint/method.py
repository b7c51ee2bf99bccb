# SPDX-License-Identifier: MIT
# The method's man page and the source agree: each section that a comment cites is there, each constant
# of the method stands in its table with the value that the header has, and no comment cites a document
# that is not in the tree. usage: method.py, in the tree's folder
import os
import re

import tree

PAGE = "man/rekindle-method.7"
HEADERS = [f"include/rekindle/{name}.h" for name in ("score", "plan", "trend", "edition")]
NUMBER = r"\d+[a-z]?(?:\.\d+)?"
CITED = rf"(?:[Ss]ections?|rekindle-method\(7\),) ({NUMBER}(?:(?:, and | and | to |, ){NUMBER})*)"


def comments_of(path):
    """(line, text) of each comment, its lines joined."""
    text = tree.text_of(path)
    for match in re.finditer(r"/\*.*?\*/", text, flags=re.S):
        yield text.count("\n", 0, match.start()) + 1, re.sub(r"\s*\n\s*\*?\s*", " ", match.group())


def check_citations(sections):
    breaks = []
    for path in tree.files("src", "include", "tests"):
        for line, text in comments_of(path):
            for cited in re.findall(CITED, text):
                breaks += [f"{path}:{line} cites section {number}, which {PAGE} does not have"
                           for number in re.findall(NUMBER, cited) if number not in sections]
            breaks += [f"{path}:{line} cites {name}, which is not in the tree"
                       for name in re.findall(r"\b[\w/.-]+\.md\b", text) if not os.path.exists(name)]
    return breaks


def constants_of(path):
    defines = re.findall(r"^#define ([A-Z][A-Z0-9_]*)[ \t]+(\S+)", tree.text_of(path), flags=re.M)
    return {name: "see there" if value == "\\" else value for name, value in defines}


def check_constants(page, sections):
    rows = {name: (section, value) for name, section, value in
            re.findall(r"^\.It Dv (\S+) Ta (\S+) Ta (.+)$", page, flags=re.M)}
    defined = {name: value for path in HEADERS if os.path.exists(path) for name, value in constants_of(path).items()}
    breaks = [f"{PAGE}: {name} has no row with its value {value} among the constants"
              for name, value in defined.items() if rows.get(name, ("", ""))[1] != value]
    breaks += [f"{PAGE}: no header defines {name}" for name in rows if name not in defined]
    return breaks + [f"{PAGE}: {name} is said to be of section {section}, which is not there"
                     for name, (section, _) in rows.items() if section not in sections]


def main():
    page = tree.text_of(PAGE)
    sections = set(re.findall(rf"^\.S[hs] ({NUMBER})\. ", page, flags=re.M))
    tree.finish(check_citations(sections) + check_constants(page, sections))


main()
