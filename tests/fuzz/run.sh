#!/bin/sh
# SPDX-License-Identifier: MIT
# Every fuzz target that is named for FUZZ_SECONDS, from its seed corpus.
set -eu
seconds=${FUZZ_SECONDS:-30}
for program; do
	name=$(basename "$program")
	work=$(dirname "$program")/corpus-$name
	mkdir -p "$work"
	echo "fuzz: $name for $seconds s"
	"$program" -max_total_time="$seconds" -max_len=20000 -print_final_stats=1 "$work" \
		"tests/fuzz/corpus-${name#fuzz_}" 2>"$program.log" || { tail -40 "$program.log"; exit 1; }
	grep -E 'number_of_executed_units|Done' "$program.log"
done
