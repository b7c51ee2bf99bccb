# SPDX-License-Identifier: MIT
# Prints who answered what of an exchange document, a line an answer, in an order of its own.
# usage: survey.py FILE
import json
import sys


def cell(value):
    if isinstance(value, dict):
        return " ".join(f"{name}={points:g}" for name, points in value.items())
    return "-" if value is None else str(value).replace("\n", "\\n")


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    parties = {party["id"]: party["name"] for party in document["alliance"]["parties"]}
    lines = []
    for assessment in document["assessments"]:
        people = {person["id"]: person for person in assessment.get("respondents", [])}
        for answer in assessment.get("answers", []):
            who = people[answer["respondent"]]
            lines.append(" | ".join(cell(value) for value in (
                parties[who["party"]], who["role"], who.get("date"), who.get("attribution"), answer["item"],
                answer.get("state"), answer.get("value"), answer.get("text"), answer.get("comment"))))
    print("\n".join(sorted(lines)))


main()
