# SPDX-License-Identifier: MIT
# one-round.json some weeks on: reads an exported alliance with a stored plan, writes it with
# actions done, started, blocked and dropped, a workshop held and a gate decided.
import json
import sys

STATES = {
    "partner_criteria": {"status": "done", "closed": "2026-10-13"},
    "mandate_to_gate": {"status": "done", "closed": "2026-10-14",
                        "note": "Signed on one page in Leiden."},
    "joint_feedback": {"status": "started"},
    "amendment_list": {"status": "blocked", "reason": "counsel of GenTech is away until November"},
    "swap_promises": {"status": "dropped", "closed": "2026-10-12",
                      "reason": "the sponsors exchanged theirs in September"},
}
OBJECTIVES = [
    {"text": "A prototype that reads whole blood", "measure": "samples called correctly, %",
     "baseline": 71, "target": 95, "due": "2027-12-17"},
    {"text": "Answers to hypotheses in time", "measure": "weeks from request to answer",
     "baseline": 11.5, "target": 6, "due": "2027-10-29", "note": "Median of a quarter."},
]

document = json.load(sys.stdin)
plan = document["alliance"]["plan"]
by_id = {action["id"]: action for action in plan["actions"]}
for name, state in STATES.items():
    by_id[name].update(state)
plan["objectives"] = OBJECTIVES
plan["workshop"].update({
    "date": "2026-10-14",
    "relevant": "Whole blood within the hour is still what hospitals ask for.",
    "challenges": "Two of the validators are promised to another programme.",
})
plan["gates"][0].update({"outcome": "passed", "decided": "2026-10-15",
                         "note": "Both sponsors signed before the date."})


def undated(value):
    """What a hand has written does not say when it was changed."""
    if isinstance(value, list):
        return [undated(each) for each in value]
    if isinstance(value, dict):
        return {name: undated(each) for name, each in value.items() if name not in ("changed", "drawn")}
    return value


json.dump(undated(document), sys.stdout)
