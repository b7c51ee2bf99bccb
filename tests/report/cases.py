# SPDX-License-Identifier: MIT
# The exchange file of a case: what its ratings say in one row for each respondent is written out, an answer
# to each rated item of the bank in its order: 1 to 5, d for "don't know", - for none.
# Usage: cases.py BANK CASE >FILE, where BANK is what instrument show --json says.
import json
import sys

bank, case = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
rated = [item["id"] for item in bank["items"] if item["kind"] == "rated"]
for assessment in case["assessments"]:
    for respondent, row in assessment.pop("ratings", {}).items():
        assert len(row) == len(rated)
        for item, sign in zip(rated, row):
            said = {"state": "dont_know"} if sign == "d" else {"value": int(sign)} if sign != "-" else None
            if said:
                assessment["answers"].append({"respondent": respondent, "item": item, **said})
json.dump(case, sys.stdout)
