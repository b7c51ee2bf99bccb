# SPDX-License-Identifier: MIT
# Do two exports say the same, whatever their ids are called and whenever it was said? same.py FILE FILE:
# exit 1, and the lines that differ, where they do not. That something has a time is held, too.
import difflib
import json
import re
import sys

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

TIMES = ("changed", "drawn", "begun", "at")


def undated(value):
    if isinstance(value, list):
        return [undated(each) for each in value]
    if isinstance(value, dict):
        return {name: "a time" if name in TIMES and value[name] else undated(value[name]) for name in sorted(value)}
    return value


def lines(path):
    """Ids are numbered as they come."""
    seen = {}
    text = json.dumps(undated(json.load(open(path, encoding="utf-8"))), indent=1, ensure_ascii=False)
    return UUID.sub(lambda match: "#%d" % seen.setdefault(match[0], len(seen) + 1), text).splitlines()


found = list(difflib.unified_diff(*map(lines, sys.argv[1:3]), *sys.argv[1:3], lineterm=""))
print("\n".join(found[:200]))
sys.exit(bool(found))
