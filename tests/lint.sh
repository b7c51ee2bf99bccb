#!/bin/sh
# SPDX-License-Identifier: MIT
# The house rules, one script each under tests/lint; run in the folder of a tree, so that each can be tried on a
# small tree that breaks it (tests/lint/selftest.sh). Prints each break; exit 1 when there is one.
# B is the folder of a build, the newest one unless it is given: who calls whom is read from its object files.
set -u
cd "$(dirname "$0")/.." || exit 1
rules=tests/lint bad=0
export PYTHONDONTWRITEBYTECODE=1
[ -n "${B:-}" ] || B=$(dirname "$(ls -td build/*/rekindle 2>/dev/null | head -n 1)")

rule() {
	out=$(python3 "$rules/$1.py" $(shift; echo "$@")) || bad=1
	[ -z "$out" ] || echo "$out" | sed 's/^/lint: /'
}
rule rooms
rule calls "$B"
rule prose $rules/prose.parsers
rule speech
rule sizes
rule form
# Sentences: each is well formed and said, each call fills its holes; and the check sees a break.
python3 tests/words.py src/words src || bad=1
for f in tests/data/words/*.c; do
	python3 tests/words.py tests/data/words "$f" >/dev/null && echo "lint: tests/words.py lets $f pass" && bad=1
done
[ "$(python3 tests/words.py tests/data/words_malformed /dev/null | wc -l)" -eq 5 ] ||
	{ echo "lint: tests/words.py lets a malformed sentence pass"; bad=1; }
rule pages
rule method

[ "$bad" -eq 0 ] && echo "lint: nothing to mend; $(python3 $rules/sizes.py report)"
exit "$bad"
