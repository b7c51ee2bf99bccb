#!/bin/sh
# SPDX-License-Identifier: MIT
# What both companies read of alliances that differ in kind, word by word: the joint assessment report and the
# brief of cases/NAME.json, against cases/NAME.joint.txt and NAME.brief.txt.
# Usage: cases.sh PROGRAM; with GOLDEN=write the texts are written anew, to be read as a diff.
set -eu
program=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-cases-XXXXXX")
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
failed=0 count=0

compare() {
	if [ "${GOLDEN:-}" = write ]; then
		cp "$work/$1" "$here/cases/$1"
	elif ! diff -u "$here/cases/$1" "$work/$1" >"$work/diff" 2>&1; then
		head -n 40 "$work/diff"
		failed=$((failed + 1))
	fi
	count=$((count + 1))
}

# How much the plan of a text has to do.
active() { sed -n 's/.*[^0-9]\([0-9][0-9]*\) active actions*[,.].*/\1/p' "$1" | head -n 1; }

# A draft in a file is the draft of the report.
same_plan() {
	"$program" plan "$alliance" --edition joint >"$work/$name.plan.txt"
	in_report=$(active "$work/$name.joint.txt") in_file=$(active "$work/$name.plan.txt")
	[ -n "$in_report" ] && [ "$in_report" = "$in_file" ] && return
	echo "report: the plan of $name has ${in_report:-no} active actions in the report, ${in_file:-none} in its file"
	exit 1
}

"$program" instrument show 1 --json >"$work/bank.json"
for case in "$here"/cases/*.json; do
	name=$(basename "$case" .json)
	REKINDLE_DB="$work/$name/case.db" REKINDLE_TODAY=2026-03-16
	[ "$name" != revived ] || REKINDLE_TODAY=2027-03-22
	export REKINDLE_DB REKINDLE_TODAY
	mkdir "$work/$name"
	python3 "$here/cases.py" "$work/bank.json" "$case" >"$work/$name/case.json"
	"$program" import "$work/$name/case.json" >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
	alliance=$(sed 's/.*"alliance":{"id":"[^"]*","name":"\([^"]*\)".*/\1/' "$case")
	"$program" report "$alliance" --edition joint >"$work/$name.joint.txt"
	compare "$name.joint.txt"
	# a pulse has no plan and no brief
	[ "$name" != pulse ] || continue
	same_plan
	"$program" report "$alliance" --kind brief >"$work/$name.brief.txt"
	compare "$name.brief.txt"
done
[ "$failed" -eq 0 ] || { echo "report: $failed cases differ; make golden writes them anew"; exit 1; }
echo "report: $count texts of cases as agreed"
