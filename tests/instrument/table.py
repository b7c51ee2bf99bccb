#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The items of a bank in a table: who is asked, how long, how plain, what is the same as before.

usage: table.py [--check] PROGRAM BANK [OLDER-BANK]

The rules are those of rekindle-method(7), section 2, counted here a second time beside the linter.
What breaks one of them is printed below it; with --check nothing else is, and the exit status is 1.
"""
import json
import re
import subprocess
import sys

ROLES = ["sponsor", "manager", "operations", "commercial", "specialist"]
ENDS = ["low", "mid", "high"]
CAUSES = ["strategy", "type", "partner", "management"]
SYMPTOMS = ["symptom.trust", "symptom.information"]
CHECKED = ["strategy.objectives", "strategy.relevance", "strategy.sponsorship", "type.terms",
           "partner.commitment", "management.governance", "management.communication"] + SYMPTOMS
# How the joint work is planned from week to week is not a sponsor's to know.
NOT_SPONSORS = ["management.coordination"]
MEANING = ["kind", "aspect", "reversed", "text"] + ENDS
ABSOLUTE = set("""all always anybody anyone completely entirely every everybody everyone everything
everywhere fully never no-one nobody none nothing perfectly""".split())
QUESTION_WORDS, ANCHOR_WORDS, EASE_LEAST = 30, range(2, 15), 50
RATED_A_ROLE, ROLES_AN_ASPECT, ITEMS_A_SCALE, OPEN_A_ROLE = 36, 3, 3, 6


def words(text):
    return [w for w in (text or "").split() if re.search(r"\w", w)]


def syllables(word):
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", letters))
    if groups > 1 and re.search(r"([^aeioul]e|[^aeioutd]ed)$", letters):
        groups -= 1
    return max(groups, 1)


def ease(text):
    said = words(text)
    ends = sum(w[-1] in ".?!:;" for w in said)
    sentences = ends + (said[-1][-1] not in ".?!:;")
    return 206.835 - 1.015 * len(said) / sentences - 84.6 * sum(map(syllables, said)) / len(said)


def normal(text):
    return " ".join(re.findall(r"\w+", (text or "").lower()))


def healthy(item):
    return item["low" if item["reversed"] else "high"]


def absolutes(item):
    said = [re.match(r"[a-z-]*", re.sub(r"^[^a-z]*", "", w)).group() for w in
            healthy(item).lower().split()]
    return [w for w in said if w in ABSOLUTE]


def read(program, bank):
    text = subprocess.run([program, "--instrument", bank, "instrument", "show", "--format", "json"],
                          check=True, capture_output=True).stdout
    return json.loads(text)["items"]


def state(item, older):
    """Compared with the item of that id in the older bank."""
    if item["id"] not in older:
        return "new"
    same = all(item[member] == older[item["id"]][member] for member in MEANING)
    return "same" if same else "CHANGED"


def row(item, older):
    asked = "".join(role[0] if role in item["roles"] else "." for role in
                    ["sponsor", "manager", "operations", "commercial"])
    asked += "x" if "specialist" in item["roles"] else "."
    anchors = "/".join(str(len(words(item[end]))) for end in ENDS) if item["kind"] == "rated" else ""
    marks = ["reversed"] * item["reversed"] + ["check"] * item["health_check"]
    if item["kind"] == "rated":
        marks += absolutes(item)
    return (f"{item['id']:28} {asked} {len(words(item['text'])):5} {ease(item['text']):5.0f} "
            f"{anchors:>9} {state(item, older):7} {' '.join(marks)}".rstrip())


def item_breaks(items, older):
    """What an item breaks by itself."""
    for item in items:
        name, count = item["id"], len(words(item["text"]))
        if count > QUESTION_WORDS:
            yield f"{name}: {count} words, at most {QUESTION_WORDS}"
        if item["section"] == "interview" and ease(item["text"]) < EASE_LEAST:
            yield f"{name}: reading ease {ease(item['text']):.0f}, at least {EASE_LEAST}"
        if item["section"] == "interview" and state(item, older) == "CHANGED":
            yield f"{name}: means something else than in the older bank; it needs a new id"
        for end in ENDS if item["kind"] == "rated" else []:
            if len(words(item[end])) not in ANCHOR_WORDS:
                yield f"{name}: {end} has {len(words(item[end]))} words, 2 to 14"


def wording_breaks(rated, items):
    seen = {}
    for item in items:
        if seen.setdefault(normal(item["text"]), item["id"]) != item["id"]:
            yield f"{item['id']}: text as of {seen[normal(item['text'])]}"
    seen = {}
    for item in rated:
        for end in ENDS:
            other = seen.setdefault(normal(item[end]), item["id"])
            if other != item["id"]:
                yield f"{item['id']}: {end} as an anchor of {other}"
    count = sum(bool(absolutes(item)) for item in rated)
    if 4 * count > len(rated):
        yield f"{count} of {len(rated)} healthy ends have an absolute word, at most a quarter"


def role_breaks(rated, items):
    for role in ROLES:
        count = sum(role in item["roles"] for item in rated)
        open_items = sum(item["kind"] == "text" and item["section"] == "interview" and
                         role in item["roles"] for item in items)
        if count > RATED_A_ROLE:
            yield f"{role}: {count} rated items, at most {RATED_A_ROLE}"
        if open_items < OPEN_A_ROLE:
            yield f"{role}: {open_items} open items, at least {OPEN_A_ROLE}"


def scale_breaks(rated):
    for scale in sorted({item["aspect"] for item in rated}):
        own = [item for item in rated if item["aspect"] == scale]
        roles = {role for item in own for role in item["roles"]}
        needed = {"manager"} | (set() if scale in NOT_SPONSORS else {"sponsor"})
        if len(own) != ITEMS_A_SCALE:
            yield f"{scale}: {len(own)} items, {ITEMS_A_SCALE}"
        if sum(item["reversed"] for item in own) > 1:
            yield f"{scale}: more than one item is reversed"
        if len(roles) < ROLES_AN_ASPECT or not needed <= roles:
            yield f"{scale}: asked of {', '.join(sorted(roles))}"


def check_breaks(rated, items):
    checked = [item for item in rated if item["health_check"]]
    scales = [item["aspect"] for item in checked]
    for item in checked:
        if len(item["roles"]) != len(ROLES):
            yield f"{item['id']}: the health check asks every role"
    for scale in CHECKED:
        if scale not in scales:
            yield f"health check: nothing about {scale}"
    for scale in sorted(set(scales)):
        if scales.count(scale) > 1 or (scale not in SYMPTOMS and scale.split(".")[0] not in CAUSES):
            yield f"health check: {scales.count(scale)} items of {scale}"
    texts = [item for item in items if item["kind"] == "text" and item["health_check"]]
    if len(texts) != 1 or any(len(item["roles"]) != len(ROLES) for item in texts):
        yield f"health check: {len(texts)} open questions, one that every role is asked"
    for cause in CAUSES:
        count = len({scale for scale in scales if scale.startswith(cause + ".")})
        if count != 3:
            yield f"health check: {count} aspects of {cause}, 3"


def print_table(items, rated, older):
    print(f"{'item':28} {'asked':5} words  ease   anchors than    marks")
    for item in items:
        if item["section"] == "interview" and item["kind"] in ("rated", "text"):
            print(row(item, older))
    eases = sorted(ease(item["text"]) for item in rated)
    print("\nrated items: " + ", ".join(f"{sum(role in i['roles'] for i in rated)} {role}"
                                        for role in ROLES))
    print(f"absolute words at the healthy end: {sum(bool(absolutes(i)) for i in rated)} of "
          f"{len(rated)}; reading ease from {eases[0]:.0f}, median {eases[len(eases) // 2]:.0f}")
    print(f"health check: {sum(i['health_check'] for i in rated)}; reversed: "
          f"{sum(i['reversed'] for i in rated)}; the same as in the older bank: "
          f"{sum(state(i, older) == 'same' for i in rated)}")


def main(arguments):
    check = "--check" in arguments
    program, bank, *rest = [a for a in arguments if a != "--check"]
    items = read(program, bank)
    rated = [item for item in items if item["kind"] == "rated"]
    older = {item["id"]: item for item in read(program, rest[0])} if rest else {}
    if not check:
        print_table(items, rated, older)
    breaks = [*item_breaks(items, older), *wording_breaks(rated, items),
              *role_breaks(rated, items), *scale_breaks(rated), *check_breaks(rated, items)]
    for text in breaks:
        print(f"{bank}: {text}")
    return check and bool(breaks)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
