#!/bin/sh
# SPDX-License-Identifier: MIT
# The reports of alliances of every kind (kinds.py): what holds for each of them, and page 1 on one sheet.
# Usage: kinds.sh PROGRAM [FOLDER that keeps what was written]
set -eu
program=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-kinds-XXXXXX")
trap 'rm -rf "$work"' EXIT
out=${2:-$work}
export LC_ALL=C.UTF-8 REKINDLE_TODAY=2026-10-15 XDG_CONFIG_HOME="$work"
unset REKINDLE_CONFIG
failed=0
mkdir -p "$out"

# A printed page has room for 60 lines of text.
page() {
	first=$(sed -n '/^1\. /q;/^PAGE 2 /q;p' "$1" | sed '$d' | wc -l)
	[ "$first" -le 60 ] || { echo "$1: page 1 has $first lines"; failed=1; }
	! grep -n ' $' "$1" || { echo "$1: blanks at the end"; failed=1; }
}

"$program" instrument show --json >"$work/bank.json"
kinds=$(python3 "$here/kinds.py" "$work/bank.json" "$work")
for kind in $kinds; do
	REKINDLE_DB=$work/$kind.db
	export REKINDLE_DB
	"$program" import "$work/$kind.json" >"$work/said" 2>&1 || { cat "$work/said"; exit 1; }
	for report in internal joint progress brief slides; do
		case $report in
		internal | joint) options="--edition $report" ;;
		*) options="--kind $report" ;;
		esac
		for format in text html; do
			suffix=$format
			[ $format = html ] || suffix=txt
			"$program" report Kind $options --format $format >"$out/$kind.$report.$suffix"
		done
		page "$out/$kind.$report.txt"
		# what goes to the partner names no command of this program, and no key
		[ "$report" = internal ] || ! grep -nE 'rekindle [a-z]|[Pp]ress [A-Za-z?!]([ ,.;]|$)' \
			"$out/$kind.$report.txt" || { echo "$out/$kind.$report.txt: names a command or a key"; failed=1; }
		case $report in
		internal | joint) "$program" report Kind $options --section summary --format html \
			>"$out/page-1.$kind.$report.html" ;;
		esac
	done
done
python3 "$here/readable.py" "$out"/*.txt "$out"/*.html || failed=1
[ "$failed" -eq 0 ] || exit 1
echo "report: $(echo "$kinds" | wc -l) kinds of alliance read right"
