#!/bin/sh
# SPDX-License-Identifier: MIT
# What is written to a file, under faults at every call that writes it: full disk, failing disk,
# short write, failed sync, failed rename. The old file stands whole, or the new one does; the exit
# code is 1, one line says what, and nothing is left beside it. Usage: written.sh BINARY
# FAULT_EVERY=N: only every N-th of them, from FAULT_SEED on (default: all).
set -eu
program=$(realpath "$1")
EVERY=${FAULT_EVERY:-1}
SEED=${FAULT_SEED:-20261126}
CC=${CC:-cc}
here=$(dirname "$0")
dir=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-fault-XXXXXX")
trap 'rm -rf "$dir"' EXIT
$CC -std=c11 -D_GNU_SOURCE -Wall -Wextra -g -shared -fPIC -o "$dir/iofault.so" "$here/iofault.c" -ldl
export REKINDLE_TODAY=2026-03-16 HOME="$dir"
db=$dir/x.db
name="Phoenix Labs and GenTech Solutions"
n=0 what="beginning" fault=none
: > "$dir/said"

fail() { # what went wrong
	echo "fault: $what, $fault at $n: $1" >&2
	cat "$dir/said" >&2
	exit 1
}

"$program" --db "$db" import tests/data/one-round.json > "$dir/said" 2>&1 || fail import
"$program" --db "$db" plan "$name" --save > "$dir/said" 2>&1 || fail plan

# The program under a fault; its exit code in $code. An old file is there unless told otherwise.
faulty() { # words, "old" or "none", command...
	words=$1 before=$2
	shift 2
	rm -rf "$dir/out" "$dir/log"
	mkdir "$dir/out"
	case $before in old) echo "the old file" > "$dir/out/file" ;; esac
	code=0
	LD_PRELOAD="$dir/iofault.so" IOFAULT="match=$dir/out,$words" IOFAULT_LOG="$dir/log" \
		"$program" --db "$db" "$@" > "$dir/printed" 2> "$dir/said" || code=$?
}

stands() { # "old" or "none"
	case $1 in
	old) [ "$(cat "$dir/out/file")" = "the old file" ] ;;
	none) [ ! -e "$dir/out/file" ] ;;
	esac
}

check() { # "old" or "none"
	[ ! -s "$dir/printed" ] || fail "something is on standard output"
	[ "$(ls -A "$dir/out" | grep -cv '^file$')" = 0 ] || fail "something is left beside it"
	case $code in
	0) # the rest of what was cut short is written with the next call
		[ "$fault" = err=EIO,short=1,count=1 ] && grep -q "write .* FAIL" "$dir/log" ||
			fail "a fault is not told"
		cmp -s "$dir/out/file" "$dir/new" || fail "said to be written, and is not"
		;;
	1)
		[ "$(grep -vc '^rekindle: this is a full copy' "$dir/said")" = 1 ] ||
			fail "not one line that says what"
		grep -q "$dir/out/file" "$dir/said" || fail "the file is not named"
		cmp -s "$dir/out/file" "$dir/new" || stands "$1" || fail "neither the old nor the new"
		if stands "$1" && grep -q "is written" "$dir/said"; then fail "said to be written"; fi
		if ! stands "$1" && ! grep -q "is written" "$dir/said"; then
			fail "written, and not said"
		fi
		;;
	*) fail "exit code $code" ;;
	esac
}

point=$SEED runs=0 points_all=0
sweep() { # command...
	what=$* fault=none n=0
	set -- "$@" -o "$dir/out/file"
	for before in none old; do
		[ "$before" = none ] || set -- "$@" --force
		faulty after=999999 "$before" "$@"
		[ "$code" = 0 ] || fail "the run without a fault"
		points=$(wc -l < "$dir/log")
		[ "$points" -ge 5 ] || fail "too few calls: $points"
		cp "$dir/out/file" "$dir/new"
		for fault in err=EIO,spare=unlink err=ENOSPC,spare=unlink err=EIO,count=1 \
			err=ENOSPC,count=1 err=ENOSPC,short=1,spare=unlink err=EIO,short=1,count=1; do
			n=0
			while [ "$n" -lt "$points" ]; do
				if [ $((point % EVERY)) = 0 ]; then
					faulty "after=$n,$fault" "$before" "$@"
					grep -q FAIL "$dir/log" || fail "no fault happened"
					check "$before"
					runs=$((runs + 1))
				fi
				point=$((point + 1)) points_all=$((points_all + 1)) n=$((n + 1))
			done
		done
	done
}

for format in text markdown html json; do
	sweep report "$name" --format "$format"
done
sweep report "$name" --kind progress
sweep report "$name" --kind brief
for format in text csv ics json; do
	sweep plan "$name" --format "$format"
done
sweep export "$name"
sweep export "$name" --only
# what comes back from the program that encrypts, here one that says the same each time
mkdir "$dir/bin"
printf '#!/bin/sh\necho AGE\ntr a-z n-za-m\n' > "$dir/bin/age"
chmod 755 "$dir/bin/age"
PATH=$dir/bin:$PATH
sweep export "$name" --to age1abc
echo "fault: reports, plans and exports in files: $runs of $points_all faults, seed $SEED: old or new, whole"
