# SPDX-License-Identifier: MIT
# The content of an export, for a comparison with another: ids as the order in which they first come
# up, without times and the minutes used. same.py FILE
import json
import re
import sys

TIMES = {"changed", "drawn", "begun", "at", "minutes"}
ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
seen = {}


def plain(value):
    if isinstance(value, dict):
        return {name: plain(one) for name, one in sorted(value.items()) if name not in TIMES}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, str):
        return ID.sub(lambda found: f"id {seen.setdefault(found.group(), len(seen))}", value)
    return value


with open(sys.argv[1], encoding="utf-8") as file:
    print(json.dumps(plain(json.load(file)), indent=1, ensure_ascii=False, sort_keys=True))
