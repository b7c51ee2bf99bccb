#!/bin/sh
# SPDX-License-Identifier: MIT
# The table says of each row whether it is met, and its status follows: tried on rows written by hand, on none,
# and on a benchmark that broke off.
set -u
cd "$(dirname "$0")/../.." || exit 1
dir=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-bench-XXXXXX")
trap 'rm -rf "$dir"' EXIT
bad=0

row() { # key bar met left_out
	printf '{"key": "%s", "what": "%s", "against": "floor", "unit": "ms", "ours": {"runs": 1, "median": 3, "least": 2},' \
		"$1" "$1"
	printf ' "floor": {"runs": 1, "median": 2, "least": 1}, "ratio": 1.5, "bar": %s%s, "met": %s}\n' \
		"$2" "${4:+, \"left_out\": \"$4\"}" "$3"
}
expect() { # status words-of-the-table [broken]
	out=$(python3 tests/bench/table.py "$dir/rows" "$dir/json" ${3:-})
	status=$?
	{ [ "$status" -eq "$1" ] && echo "$out" | grep -q "$2"; } && return
	echo "bench: the table has status $status where $1 is expected, with \"$2\":"
	echo "$out"
	bad=1
}
row quick 2 true >"$dir/rows"
expect 0 '1.50 x *2.00 x *2  met'
grep -q '"missed": \[\]' "$dir/json" || { echo "bench: the JSON lacks what is missed"; bad=1; }
expect 1 'bench-store broke off' store
row slow 1.2 false >>"$dir/rows"
expect 1 '1.50 x *2.00 x *1.2  MISSED'
grep -A1 '"missed": \[' "$dir/json" | grep -q slow || { echo "bench: the JSON lacks the row missed"; bad=1; }
row absent 1 false "it is not installed" >"$dir/rows"
expect 1 'left out: it is not installed'
row told -1 true >"$dir/rows"
expect 0 'told$'
: >"$dir/rows"
expect 1 '0 rows'
exit "$bad"
