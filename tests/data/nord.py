# SPDX-License-Identifier: MIT
# A small alliance for journeys: Nord and Sued, three people a side who rate everything of a cause alike.
# nord.py BANK ROUND...: BANK is what instrument show --json says, ROUND is KIND:DATE:RATINGS with what
# the four causes, then trust, information and results are rated, as in baseline:2026-03-02:44423; behind
# it may stand :STANCE of Sued and :RESULT of the objectives. Without DATE nobody knows
# the day. A pulse has the health check alone.
import json
import sys
import uuid

SIDES = {"Nord": ("Ana Ruiz", "Bo Berg", "Cem Ak"), "Sued": ("Dana Roy", "Eva Lund", "Finn Moe")}
ROLES = ("sponsor", "manager", "operations")
CAUSES = ("strategy", "type", "partner", "management")


def identity(*name):
    return str(uuid.uuid5(uuid.NAMESPACE_OID, " ".join(("nord",) + name)))


def people():
    for side, names in SIDES.items():
        for role, name in zip(ROLES, names):
            yield {"id": identity(name), "party": identity(side), "role": role, "name": name}


def rating(item, digits):
    cause = (item["aspect"] or "").split(".")[0]
    given = int(digits[CAUSES.index(cause)] if cause in CAUSES else digits[4])
    return 6 - given if item["reversed"] else given


def answers(items, person, respondent, pulse, digits):
    for item in items:
        if item["kind"] != "rated" or pulse and not item["health_check"]:
            continue
        if pulse or not item["roles"] or person["role"] in item["roles"]:
            yield {"respondent": respondent, "item": item["id"], "state": "answered",
                   "value": rating(item, digits)}


def facts(day, stance, result):
    return {
        "profile": {
            "type": "joint_rnd", "ambitions": ["joint_innovation"],
            "contract": {"ends": "2032-12-31", "amendable": True, "breach": False, "litigation": False},
            "competitors": False,
            "parties": [
                {"party": identity("Nord"), "has_sponsor": True, "size_class": "medium", "stance": "engaged"},
                {"party": identity("Sued"), "has_sponsor": True, "size_class": "medium", "stance": stance}]},
        "objectives_agreed": True,
        "objectives": [
            {"id": identity(day, "objective", str(i)), "text": text, "measure": "units", "baseline": 0,
             "target": 10, "due": day or None, "result": result}
            for i, text in enumerate(("A first joint product", "One line for both plants"))]}


def assessment(items, kind, day, digits, stance="engaged", result="partly"):
    made = {"id": identity(day, kind), "kind": kind, "title": kind, "date": day or None,
            "respondents": [], "answers": []}
    for person in people():
        respondent = identity(day, kind, person["name"])
        made["respondents"].append({"id": respondent, "person": person["id"], "party": person["party"],
                                    "role": person["role"], "name": person["name"], "date": day or None,
                                    "attribution": "named", "consent": True, "minutes": 45})
        made["answers"] += answers(items, person, respondent, kind == "pulse", digits)
    return made if kind == "pulse" else {**made, **facts(day, stance, result)}


bank = json.load(open(sys.argv[1], encoding="utf-8"))
json.dump({
    "format": "rekindle-exchange", "version": 1,
    "instrument": {"id": bank["id"], "version": bank["version"]},
    "alliance": {
        "id": identity("alliance"), "name": "Nord and Sued", "started": "2024-03-04",
        "parties": [{"id": identity(side), "name": side, "label": side, "ours": side == "Nord"}
                    for side in SIDES],
        "people": list(people())},
    "assessments": [assessment(bank["items"], *each.split(":")) for each in sys.argv[2:]]},
    sys.stdout)
