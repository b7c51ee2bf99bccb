#!/bin/sh
# SPDX-License-Identifier: MIT
# Is the diagnosis as often right as it was when that was counted last? usage: run.sh CALIBRATE full|short
# GOLDEN=write: counts anew, both ways, and puts the figures where they are said.
set -eu
calibrate=$1 extent=$2 golden=${GOLDEN:-}
cd "$(dirname "$0")/../.."
bank=data/instrument/core-2 here=tests/calibrate
out=$(mktemp) && trap 'rm -f "$out"' EXIT

count() {
	file=$here/$1
	shift
	"$calibrate" $bank "$@" >"$out"
	if [ "$golden" = write ]; then
		cp "$out" "$file"
	else
		diff -u "$file" "$out" >&2 || { echo "make calibrate GOLDEN=write, then read the diff" >&2; exit 1; }
	fi
}
if [ "$extent" = full ]; then
	count expected.txt 1000
	cat $here/expected.txt
fi
if [ "$extent" = short ] || [ "$golden" = write ]; then
	count short.txt 50 short
fi
python3 $here/figures.py "${golden:-check}" >&2
