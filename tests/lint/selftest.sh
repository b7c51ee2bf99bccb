#!/bin/sh
# SPDX-License-Identifier: MIT
# Tries each rule on small trees: tests/lint/fixtures/RULE/CASE holds a tree, the file `breaks` what the rule has to
# print there, and `lists` the lists of exceptions that it is given. A sound tree has an empty `breaks`.
set -u
cd "$(dirname "$0")" || exit 1
rules=$PWD bad=0 tried=0
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-lint.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
export PYTHONDONTWRITEBYTECODE=1

# calls.py reads object files: compiled here, beside the tree; the file `late` names one that is then taken away.
compile() {
	rm -rf "$work/o"
	find src -name '*.c' | while read -r c; do
		mkdir -p "$work/o/$(dirname "$c")"
		${CC:-cc} -std=c11 -c -o "$work/o/${c%.c}.o" "$c" || exit 1
	done
	[ ! -f late ] || rm "$work/o/$(sed 's/c$/o/' late)"
}

# What the rule prints; a rule that prints has to fail too, and the other way round.
try() {
	rule=$1
	[ "$rule" = calls ] && { compile; set -- "$rule" "$work/o"; }
	[ ! -f lists ] || set -- "$@" $(cat lists)
	shift
	code=0
	python3 "$rules/$rule.py" "$@" >"$work/out" 2>"$work/err" || code=$?
	[ $code -eq "$(test -s "$work/out" && echo 1 || echo 0)" ] || echo "exit $code" >>"$work/out"
}

for case in fixtures/*/*/; do
	rule=$(basename "$(dirname "$case")")
	cd "$case" || exit 1
	try "$rule"
	if ! diff -u breaks "$work/out"; then
		echo "lint: $rule does not say of $case what it has to"
		cat "$work/err"
		bad=1
	fi
	tried=$((tried + 1))
	cd "$rules" || exit 1
done
for rule in *.py; do
	[ "$rule" = tree.py ] || [ -d "fixtures/${rule%.py}" ] || { echo "lint: $rule has no fixture"; bad=1; }
done
[ "$bad" -eq 0 ] && echo "lint: each rule catches its fixtures ($tried trees)"
exit "$bad"
