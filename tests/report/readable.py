# SPDX-License-Identifier: MIT
# What nobody may find in a report: slips of grammar at one and at none, holes that nothing filled, ids of
# findings, commands of the program in a paper for the other side; in HTML a heading that is skipped, a
# table without heads, a part that scrolls and cannot be reached by the keyboard, text cut for its width.
# Usage: readable.py FILE...; prints what it finds and fails.
import html.parser
import re
import sys

NOUNS = ("days weeks months hours people persons respondents actions points objectives KPIs items rounds answers "
         "gaps rows pairs companies sides causes aspects scores ratings readings entries person-days steps wins "
         "interviews questions comments incidents risks milestones events notes gates decisions").split()
SLIPS = {
    "more than one of one": r"\b1 (of 1 )?(%s)\b" % "|".join(NOUNS),
    "one are": r"\b(1|[Oo]ne) ([a-z]+ )?(of [0-9]+ [a-z]+ )?(are|were|have)\b",
    "no of": r"\bno of\b",
    "none of none": r"\b0 of 0\b",
    "nothing where a name belongs": r"\b(with|of|on|by|for|and) [?,;.]|\( ?\)|\"\"",
    "two stops": r"(?<!\.)\.\.(?!\.)|;;|,,| [,;.](?![.0-9])",
    "not a number": r"\bnan\b|\binf\b|\(null\)|[0-9]e\+[0-9]",
    "two names cut alike": r"(\S{3,}~) +\1",
    "id of a finding": r"\b(aspect|gap|killer|cause|checklist|visibility|decision|knockout|pitfall|special|"
                       r"blame|divided|pain)\.[a-z]",
}
OUTSIDE = {"a command of the program": r"\brekindle [a-z]+\b"}


class Page(html.parser.HTMLParser):
    """The structure that who cannot see the page goes by."""

    def __init__(self):
        super().__init__()
        self.found, self.rank, self.heads, self.subjects, self.text = [], 0, None, None, []
        self.quiet = False

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.quiet = tag in ("style", "title") or (self.quiet and tag == "style")
        if re.fullmatch("h[1-6]", tag):
            if int(tag[1]) > self.rank + 1:
                self.found.append(f"h{tag[1]} below h{self.rank}")
            self.rank = int(tag[1])
        if given.get("class") in ("table", "chart") and "tabindex" not in given:
            self.found.append("scrolls and has no tabindex")
        if tag == "table":
            self.heads = self.subjects = 0
        if tag == "th":
            self.heads += given.get("scope", "").startswith("col")
            self.subjects += given.get("scope", "").startswith("row")
        if tag == "ol":
            self.found.append("a list with two numbers")

    def handle_endtag(self, tag):
        self.quiet = False
        if tag == "table" and not (self.heads and self.subjects):
            self.found.append("a table without heads")

    def handle_data(self, text):
        if not self.quiet:
            self.text.append(text)


def faults_of(path):
    content = open(path, encoding="utf-8").read()
    found = []
    if path.endswith(".html"):
        page = Page()
        page.feed(content)
        content, found = " ".join(page.text), page.found
        found += [f"cut: {each}" for each in re.findall(r".{0,20}~.{0,5}", content)]
    else:
        found += [f"wider than 80: {line}" for line in content.splitlines() if len(line) > 80 and line.isascii()]
    flat = re.sub(r"\s+", " ", content.replace("\u00a0", " "))
    rules = dict(SLIPS)
    if not re.search(r"\.(internal|diagnose|plan)\.", path):
        rules.update(OUTSIDE)
    for name, rule in rules.items():
        found += [f"{name}: {flat[max(0, m.start() - 40):m.end() + 30]}" for m in re.finditer(rule, flat)]
    return found


failed = False
for path in sys.argv[1:]:
    for fault in faults_of(path):
        print(f"{path.rsplit('/', 1)[-1]}: {fault}")
        failed = True
sys.exit(failed)
