#!/bin/sh
# SPDX-License-Identifier: MIT
# The alliance of one-round.json with its plan under way, as `rekindle report` prints it, against golden/.
# Usage: golden.sh PROGRAM; with GOLDEN=write the files are written anew, to be read as a diff.
set -eu
program=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-golden-XXXXXX")
trap 'rm -rf "$work"' EXIT
unset REKINDLE_CONFIG
export XDG_CONFIG_HOME="$work"
export REKINDLE_DB="$work/example.db" LC_ALL=C.UTF-8
example="Phoenix Labs and GenTech Solutions"
failed=0

# name, the day, then the options that give it
reports="
internal       2026-10-15 --edition internal
joint          2026-10-15 --edition joint
progress       2026-12-15 --kind progress
brief          2026-10-20 --kind brief
slides         2026-11-16 --kind slides
"
# the same of it a year on
rounds="
changes        2027-10-20 --section changes
changes-joint  2027-10-20 --section changes --edition joint
"
# what is printed of the worked example, on the last day of its story
story="
story.txt           --section summary,heard,performance,plan,kpis,gates,open
story-progress.txt  --kind progress
story-progress.html --kind progress --format html
story-changes.txt   --section changes --edition joint
"
# name of the file behind the report's, then the options that give it
formats="
txt            --format text
ascii.txt      --format text --ascii
md             --format markdown
html           --format html
json           --format json
"

export REKINDLE_TODAY=2026-10-15
# A plan that is worked on: stored, then some weeks on.
"$program" import "$here/../data/one-round.json" >"$work/out"
"$program" plan "$example" --save --start 2026-10-19 >"$work/out" 2>&1
"$program" export "$example" 2>"$work/err" | python3 "$here/worked-plan.py" >"$work/worked.json"
"$program" import --theirs "$work/worked.json" >"$work/out"

compare()
{
	file=$1
	shift
	"$program" report "$example" "$@" >"$work/$file"
	if [ "${GOLDEN:-}" = write ]; then
		cp "$work/$file" "$here/golden/$file"
	elif ! diff -u "$here/golden/$file" "$work/$file" >"$work/diff" 2>&1; then
		head -n 40 "$work/diff"
		failed=$((failed + 1))
	fi
}

# What holds for every text: lines of at most 80 cells, page 1 of at most 60 lines, no blank at an end.
page()
{
	[ "$(wc -L <"$1")" -le 80 ] || { echo "$1: a line is too long"; failed=$((failed + 1)); }
	! grep -n ' $' "$1" || { echo "$1: blanks at the end"; failed=$((failed + 1)); }
	grep -q "^1\. \|^PAGE 2 " "$1" || return 0
	first=$(sed -n "/^1\. /q;/^PAGE 2 /q;p" "$1" | sed "\$d" | wc -l)
	[ "$first" -le 60 ] || { echo "$1: page 1 has $first lines"; failed=$((failed + 1)); }
}

mkdir -p "$here/golden"
# Every report of the list on standard input, in every format.
print_all()
{
	while read -r report REKINDLE_TODAY options; do
		while read -r suffix format; do
			[ -z "$report" ] || [ -z "$suffix" ] ||
				compare "$report.$suffix" $options $format
		done <<-EOF
		$formats
		EOF
		[ -z "$report" ] || page "$work/$report.txt"
	done
}
print_all <<EOF
$reports
EOF

# A year later, with two pulses between.
REKINDLE_DB="$work/rounds.db" REKINDLE_TODAY=2026-10-15
"$program" import "$here/../data/one-round.json" >"$work/out"
"$program" instrument show 2 --json >"$work/bank.json"
"$program" export "$example" 2>"$work/err" |
	python3 "$here/../data/rounds.py" "$work/bank.json" >"$work/rounds.json"
"$program" import --theirs "$work/rounds.json" >"$work/out"
print_all <<EOF
$rounds
EOF

# The worked example itself.
REKINDLE_DB="$work/story.db" REKINDLE_TODAY=2026-11-16
"$program" import "$here/../../data/example/phoenix-gentech.json" >"$work/out"
while read -r file options; do
	[ -z "$file" ] || compare "$file" $options
	case $file in *.txt) page "$work/$file" ;; esac
done <<EOF
$story
EOF
[ "$failed" -eq 0 ] || { echo "report: $failed differ; make golden writes them anew"; exit 1; }
echo "report: as agreed in $(find "$here/golden" -type f | wc -l) files"
