# SPDX-License-Identifier: MIT
# Alliances of every kind that a report has to read right for, one exchange file each: of many sides and of
# one, heard and not, healthy and at its end, with one of everything and with long names.
# Usage: kinds.py BANK FOLDER, where BANK is what instrument show --json says; prints the names of the files.
import json
import os
import sys

ROLES = ["manager", "sponsor", "operations", "commercial", "specialist"]
LONG = ["Gesellschaft Raumfahrt", "Compagnie des transports", "Instituut voor Waterbouw"]
bank = json.load(open(sys.argv[1], encoding="utf-8"))
rated = [item for item in bank["items"] if item["kind"] == "rated"]
folder = sys.argv[2]


def heard(document, party, count, rate, attribution):
    """So many people of a party, who rate each item as rate(item, number of the person) says."""
    first = document["assessments"][0]
    for number in range(count):
        who, role = f"{party}-{number}", ROLES[number % len(ROLES)]
        document["alliance"]["people"].append(
            {"id": "person-" + who, "party": party, "role": role, "name": f"Kim {party.upper()}{number}"})
        first["respondents"].append({"id": who, "person": "person-" + who, "attribution": attribution,
                                     "date": "2026-03-16", "consent": True})
        for item in rated:
            value = rate(item, number)
            if role not in item["roles"]:
                continue
            if value is None:
                first["answers"].append({"respondent": who, "item": item["id"], "state": "dont_know"})
            else:
                value = min(5, max(1, value))
                first["answers"].append({"respondent": who, "item": item["id"],
                                         "value": 6 - value if item["reversed"] else value})


def alliance(names, people, rate, attribution="named", **profile):
    """names: of the parties, the first ours; people: heard of each; rate(item, party, person)."""
    parties = [{"id": f"p{i}", "name": name, "has_sponsor": True, "ours": i == 0}
               for i, name in enumerate(names)]
    document = {"format": "rekindle-exchange", "version": 1,
                "instruments": [{"id": bank["id"], "version": bank["version"]}],
                "alliance": {"id": "alliance", "name": "Kind", "started": "2024-09-02", "type": "joint_rnd",
                             "ambitions": ["joint_innovation"], "parties": parties, "people": [], **profile},
                "assessments": [{"id": "round", "kind": "baseline", "date": "2026-03-16",
                                 "instrument": {"id": bank["id"], "version": bank["version"]},
                                 "respondents": [], "answers": []}]}
    for i, count in enumerate(people):
        heard(document, f"p{i}", count, lambda item, number, i=i: rate(item, i, number), attribution)
    return document


def recorded(document, how_many):
    """So many of each thing that is recorded of a round."""
    first, parties = document["assessments"][0], document["alliance"]["parties"]
    for i in range(how_many):
        first.setdefault("objectives", []).append(
            {"id": f"o{i}", "text": f"Aim {i}", "result": "missed",
             **({} if i else {"measure": "units", "target": 10, "due": "2026-12-31"})})
        first.setdefault("kpis", []).append(
            {"id": f"k{i}", "category": "financial", "name": f"Weeks from order to answer {i}", "unit": "weeks",
             "baseline": 8, "target": 1, "due": "2026-12-31", "actuals": [{"date": "2026-03-01", "value": 6}]})
        first.setdefault("incidents", []).append(
            {"id": f"i{i}", "date": "2025-05-05", "party": "p0", "what": "A lot was late", "repaired": False})
        first.setdefault("process", []).append(
            {"id": f"s{i}", "step": f"Hand over {i}", "party": "p0", "problem": "bottleneck"})
        first.setdefault("contributions", []).append(
            {"party": parties[i % len(parties)]["id"], "brings": f"A plant {i}", "would_lose": "A year of work"})
    return document


def good(item, party, person):
    return 4 + (person + party) % 2


def poor(item, party, person):
    return 2 + (person + party) % 2


def at_odds(item, party, person):
    return 5 - person % 2 if party else 1 + person % 2


def managed_poorly(item, party, person):
    return 2 if item["aspect"] and item["aspect"].startswith("management.") else 4 + person % 2


def unknown(item, party, person):
    return None


def stances(document, *all_of_them, **more):
    for party, stance in zip(document["alliance"]["parties"], all_of_them):
        party.update({"stance": stance, **more})
    return document


TWO, SEAS = ["Ardent", "Borrow"], ["North Sea Gas", "North Sea Port", "North Sea Wind"]
KINDS = {
    "nobody": alliance(TWO, [0, 0], good),
    "one-side": recorded(alliance(TWO, [5, 0], poor), 2),
    "one-company": recorded(alliance(TWO[:1], [4], poor), 2),
    "one-each": recorded(alliance(TWO, [1, 1], poor), 1),
    "healthy": recorded(alliance(TWO, [5, 5], good), 0),
    "relaunch": recorded(alliance(TWO, [5, 5], managed_poorly, contract={"ends": "2027-06-30", "notice_days": 1}), 3),
    "at-odds": recorded(alliance(TWO, [5, 5], at_odds), 3),
    "same-words": recorded(alliance(SEAS, [3, 4, 2], poor), 2),
    "long-names": recorded(alliance(LONG, [4, 4, 4], at_odds), 2),
    "six": recorded(alliance([f"Partner {n}" for n in "ABCDEF"], [6, 5, 4, 3, 3, 3], at_odds), 2),
    "in-confidence": recorded(alliance(TWO, [4, 4], poor, attribution="confidential"), 2),
    "all-unknown": alliance(TWO, [4, 4], unknown),
    "reluctant": stances(recorded(alliance(TWO, [4, 4], poor), 2), "engaged", "reluctant"),
    "silent": stances(recorded(alliance(TWO, [4, 4], poor), 2), "engaged", "unresponsive"),
    "dispute": recorded(alliance(TWO, [5, 5], poor, contract={"ends": "2026-11-30", "notice_days": 30, "breach": True,
                                                              "litigation": True}), 3),
}
for name, document in KINDS.items():
    with open(os.path.join(folder, name + ".json"), "w", encoding="utf-8") as file:
        json.dump(document, file)
    print(name)
