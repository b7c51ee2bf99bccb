# SPDX-License-Identifier: MIT
# one-round.json a year on: reads the exported alliance, writes it with two pulses and a follow-up; the
# argument is what instrument show --json says. How it is managed is rated a point better from the
# first pulse on, its strategy better and its terms worse a year later; by then somebody has left.
import json
import sys
import uuid

def undated(value):
    """What a hand has written does not say when it was changed."""
    if isinstance(value, list):
        return [undated(each) for each in value]
    if isinstance(value, dict):
        return {name: undated(each) for name, each in value.items() if name not in ("changed", "drawn")}
    return value


document = undated(json.load(sys.stdin))
baseline = document["assessments"][0]
items = {item["id"]: item for item in json.load(open(sys.argv[1], encoding="utf-8"))["items"]}


def identity(*name):
    return str(uuid.uuid5(uuid.NAMESPACE_OID, " ".join(name)))


def moved(item, value, by):
    return min(5, max(1, value - by if items[item]["reversed"] else value + by))


def managed_better(item, value):
    return moved(item, value, 1) if item.startswith("management.") else value


def a_year_on(item, value):
    if item.startswith("strategy."):
        return moved(item, value, 1)
    return moved(item, value, -1) if item.startswith("type.terms.") else managed_better(item, value)


def again(kind, date, rated, left=()):
    respondents = [dict(each, id=identity(date, each["id"]), date=date)
                   for each in baseline["respondents"] if each["id"] not in left]
    known = {each["id"] for each in respondents}
    answers = [dict(each, respondent=identity(date, each["respondent"])) for each in baseline["answers"]]
    answers = [each for each in answers if each["respondent"] in known]
    if kind == "pulse":
        answers = [each for each in answers if items[each["item"]]["health_check"]]
    for each in answers:
        each.pop("id", None)
        if isinstance(each.get("value"), int):
            each["value"] = rated(each["item"], each["value"])
    document["assessments"].append({
        "id": identity(date, "round"), "kind": kind, "title": kind, "date": date,
        "instrument": baseline["instrument"], "respondents": respondents, "answers": answers})


again("pulse", "2027-01-19", managed_better)
again("pulse", "2027-04-19", managed_better)
again("follow-up", "2027-10-15", a_year_on, left=(baseline["respondents"][0]["id"],))
json.dump(document, sys.stdout)
