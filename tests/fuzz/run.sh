#!/bin/sh
# Every fuzz target for FUZZ_SECONDS under the address and undefined sanitizers, from its seed corpus.
set -eu
seconds=${FUZZ_SECONDS:-30}
B=build/fuzz
make --no-print-directory B=$B CC=clang MODE=asan "$B/gen/builtin.c" "$B/gen/embedded.c" >/dev/null
sources="src/tui/keys/decode.c src/tui/keys/sequence.c src/tui/keys/paste.c $(find src/base src/instrument src/core src/words src/store src/exchange src/report -name '*.c') $B/gen/builtin.c $B/gen/embedded.c"
for target in tests/fuzz/fuzz_*.c; do
	name=$(basename "$target" .c)
	corpus=tests/fuzz/corpus-${name#fuzz_}
	work=$B/corpus-$name
	mkdir -p "$work"
	clang -std=c11 -D_GNU_SOURCE -Iinclude -I"$B/gen" -DREKINDLE_VERSION='"fuzz"' -g -O1 -w \
		-fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
		-o "$B/$name" "$target" $sources -lcyaml -lyaml -lunistring -ljansson -lsqlite3 -lm
	echo "fuzz: $name for $seconds s"
	"$B/$name" -max_total_time="$seconds" -max_len=20000 -print_final_stats=1 "$work" "$corpus" 2>"$B/$name.log" ||
		{ tail -40 "$B/$name.log"; exit 1; }
	grep -E 'number_of_executed_units|Done' "$B/$name.log"
done
