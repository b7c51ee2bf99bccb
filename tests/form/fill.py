# SPDX-License-Identifier: MIT
"""What is filled into a form, and by which hands: keys alone, or a finger."""
import re
import unicodedata

# Words that something on the way could take for its own.
TEXTS = [
    "Plain words.",
    "  Two   blanks,\ta tab \n\n\nan empty line, and one that ends in a backslash \\\nC:\\",
    "Answer Q2 [strategy.rationale.4] ~0000: 5\nComment Q1: none\nEnd of sheet\n> quoted\n| so\nSheet: 12",
    "\\ first\n\\\n\\\\ twice\nFrom here\nQ12 [x]",
    "</script><script>alert(1)</script> & \"quotes\" 'here' {n} <b>",
    "Gro\u0308\u00dfe \u2013 \u65e5\u672c\u8a9e\u306e\u7b54\u3048 \U0001f600 na\u00efve\u00a0blank",
    "A long one. " * 40 + "Answer Q3 in the middle " * 9,
]
# Such as no hand would type on purpose.
HARD = ["\\", "\\\\\\\n\\", "a\\\\", "\\Answer Q1 [x] ~0000: 3\n\\\\b", "?", "-", "X", "> a\n>> b\n| c\nAR> d",
        "x" * 300 + " " + "y\\ " * 60, "\u200bzero\u200b", "it's \u2019 so", "\\ " * 80, "constructor", "__proto__"]
COMMENT = "Since May, \\\nwith two lines. " + "And words. " * 12
STATES = ["dont_know", "not_applicable", "declined"]


def kept(text):
    """A text as rekindle-sheet(5) keeps it."""
    text = unicodedata.normalize("NFC", text)
    lines = [re.sub(r"[ \t\u00a0]+", " ", line).strip(" ") for line in text.split("\n")]
    return "\n".join(lines).strip(" \n")


def planned(question, at):
    """What is answered to the question at that place: (state, value, comment)."""
    comment = COMMENT if at % 9 == 4 and question["kind"] != "text" else None
    if at % 11 == 7:
        return "blank", None, comment
    if at % 6 == 5:
        return STATES[at % 3], None, comment
    ids = [choice["id"] for choice in question.get("choices", [])]
    value = {"rated": at % 5 + 1, "choice": ids[at % len(ids)] if ids else None, "multi": ids[:1] + ids[2:],
             "number": 12.5, "date": "2026-03-23", "text": TEXTS[at % len(TEXTS)],
             "split": dict(zip(ids, (40, 30, 20, 10)))}[question["kind"]]
    return "answered", value, comment


def expected(question, at):
    """The same as it stands in the answer file, or None."""
    state, value, comment = planned(question, at)
    answer = {"item": question["item"], "state": state}
    if state == "blank" and not comment:
        return None
    if state == "answered":
        text = question["kind"] == "text"
        answer["text" if text else "value"] = kept(value) if text else value
    if comment:
        answer["comment"] = kept(comment)
    return answer


class Keys:
    """Tab, arrows, space, Enter and letters."""

    def __init__(self, page):
        self.page = page

    def reach(self, selector):
        for _ in range(60):
            if self.page.value(f"document.activeElement.matches({selector!r})"):
                return
            self.page.key("Tab")
        raise AssertionError(f"no key leads to {selector}")

    def press(self, selector):
        self.reach(selector)
        self.page.key("Enter")

    def choose(self, name, value):
        """Radio buttons: the first by space, the others by arrows."""
        self.reach(f"input[name={name}]")
        self.page.key(" ")
        for _ in range(12):
            if self.page.value(f"document.querySelector('input[name={name}]:checked').value") == value:
                return
            self.page.key("ArrowDown")
        raise AssertionError(f"{value} of {name} is not reached")

    def tick(self, name, value):
        self.reach(f"input[name={name}][value={value}]")
        self.page.key(" ")

    def write(self, selector, text):
        self.reach(selector)
        if self.page.value("document.activeElement.type") == "date":
            for key in text[5:7] + text[8:] + text[:4]:
                self.page.key(key)
        else:
            self.page.type(text)


class Finger:
    """Touches, and what a phone's keyboard then types."""

    def __init__(self, page):
        self.page = page

    def press(self, selector):
        self.page.tap(f"document.querySelector({selector!r})")

    def choose(self, name, value):
        self.press(f"label input[name={name}][value=\"{value}\"]")

    tick = choose

    def write(self, selector, text):
        self.press(selector)
        self.page.wait(f"document.activeElement.matches({selector!r})")
        self.page.type(text)


def give_value(hand, question, view, value):
    kind = question["kind"]
    if kind in ("rated", "choice"):
        hand.choose(view, str(value))
    elif kind == "multi":
        for one in value:
            hand.tick(f"{view}-value", one)
    elif kind == "split":
        for cause, points in value.items():
            hand.write(f"#{view}-{cause}", str(points))
    else:
        hand.write(f"#{view}-value", str(value))


def answer(hand, page, question, at):
    """Fill in one question, and go on to the next view."""
    view = f"q{at + 1}"
    page.wait(f"!document.getElementById('{view}').hidden && (document.activeElement === document.body ||"
              f"document.activeElement === document.querySelector('#{view} h2'))")
    state, value, comment = planned(question, at)
    if state in STATES:
        hand.choose(view if question["kind"] in ("rated", "choice") else f"{view}-state", state)
    elif state == "answered":
        give_value(hand, question, view, value)
    if comment:
        hand.press(f"#{view} .comment button")
        hand.write(f"#{view}-comment", comment)
    hand.press(f"#{view} .moves .main")


def open_form(hand, page, minutes=None):
    """The opening card: agree, by role, go."""
    hand.choose("consent", "yes")
    hand.choose("attribution", "role")
    if minutes:
        hand.write("#minutes", str(minutes))
    hand.press("#opening .main")
    page.wait("location.hash === '#q1'")
