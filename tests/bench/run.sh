#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs the benchmarks one after the other, then prints one table of all that they measured; as JSON it is
# bench.json in the folder. usage: run.sh FOLDER NAME...; exit 1 when a bar is missed or a benchmark broke off.
set -u
folder=$1 broken=
shift
export BENCH_ROWS="$folder/bench.rows"
mkdir -p "$BENCH_FOLDER"
: >"$BENCH_ROWS"
for name in "$@"; do
	"$folder/bench-$name"
	[ $? -le 1 ] || broken="$broken $name"
done
python3 tests/bench/table.py "$BENCH_ROWS" "$folder/bench.json" $broken
