#!/bin/sh
# SPDX-License-Identifier: MIT
# Faults at every (FAULT_STEP-th) write of the store: full disk, failing disk, torn write, killed
# program. What was acknowledged must be there afterwards. Needs the objects of a build in B.
set -eu
B=${B:-build/debug}
STEP=${FAULT_STEP:-9}
CC=${CC:-cc}
FLAGS="-std=c11 -D_GNU_SOURCE -Wall -Wextra -g"
here=$(dirname "$0")
dir=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-fault-XXXXXX")
acknowledged=$dir/acknowledged
trap 'rm -rf "$dir"' EXIT

$CC $FLAGS -shared -fPIC -o "$dir/iofault.so" "$here/iofault.c" -ldl
$CC $FLAGS -Iinclude -o "$dir/writer" "$here/writer.c" $(find src/base src/instrument \
		src/core src/words src/store -name "*.c" | sed "s|^|$B/|; s|c$|o|") "$B"/gen/builtin.o \
	"$B"/gen/embedded.o -lcyaml -lyaml -lunistring -lm -lsqlite3

fault() { # words of IOFAULT
	rm -rf "$dir"/rekindle.db* "$dir/backups" "$dir/log"
	code=0
	LD_PRELOAD="$dir/iofault.so" IOFAULT="match=rekindle.db,$1" IOFAULT_LOG="$dir/log" \
		"$dir/writer" write "$dir/rekindle.db" > "$acknowledged" 2> "$dir/errors" || code=$?
}

fail() { # what
	echo "fault: $what at $n: $1" >&2
	cat "$dir/errors" "$dir/checked" >&2
	exit 1
}

n=0 what=none
fault after=999999
points=$(wc -l < "$dir/log")
all=$(wc -l < "$acknowledged")
[ "$code" = 0 ] && [ "$points" -gt 50 ] && [ "$all" = 17 ] || fail "the run without a fault"

sweep() { # what, words, "transient" when the second try must succeed
	what=$1 n=0 runs=0
	while [ "$n" -lt "$points" ]; do
		fault "after=$n,$2"
		: > "$dir/checked"
		grep -q FAIL "$dir/log" || fail "no fault happened"
		case $code in 0|1|4|137) ;; *) fail "exit code $code" ;; esac
		if [ "${3:-}" = transient ] && [ "$code" != 4 ]; then
			[ "$(wc -l < "$acknowledged")" = "$all" ] || fail "the second try failed"
		fi
		"$dir/writer" check "$dir/rekindle.db" < "$acknowledged" 2> "$dir/checked" ||
			fail "something is lost"
		n=$((n + STEP)) runs=$((runs + 1))
	done
	echo "fault: $what: $runs runs over $points points, nothing lost"
}

sweep "disk fails for good" err=EIO
sweep "disk fails once" err=EIO,count=1 transient
sweep "disk full once" err=ENOSPC,count=1 transient
sweep "torn write, then failing" err=EIO,short=1
sweep "killed" kill=1

# A limit on the file size instead of a full disk (SIGXFSZ is ignored).
what="file size limit" n=0
rm -rf "$dir"/rekindle.db* "$dir/backups"
code=0
(ulimit -f 300; "$dir/writer" write "$dir/rekindle.db") > "$acknowledged" 2> "$dir/errors" ||
	code=$?
"$dir/writer" check "$dir/rekindle.db" < "$acknowledged" 2> "$dir/checked" ||
	fail "something is lost"
case $code in 1|4) ;; *) fail "exit code $code" ;; esac
echo "fault: $what: nothing lost"

# The same on the screens: full while something is changed, until one is somewhere else.
CK_RUN_SUITE=waiting IOFAULT_SO=$dir/iofault.so REKINDLE=$(realpath "$B/rekindle") \
	"$B/check-tui" > "$dir/checked" 2>&1 || { cat "$dir/checked" >&2; exit 1; }
echo "fault: full disk on the screens: $(tail -n 1 "$dir/checked")"

# Where nothing can be written, everything that reads still does, and what writes says why not.
program=$B/rekindle db=$dir/full.db
"$program" --db "$db" import tests/data/exchange/minimal.json > "$dir/errors" 2>&1 || fail "the import"
sum=$(cksum < "$db")
for error in ENOSPC EIO; do
	for command in list "show Phoenix" "diagnose Phoenix" "trend Phoenix" "report Phoenix" \
		"plan Phoenix" "export Phoenix"; do
		code=0
		LD_PRELOAD="$dir/iofault.so" IOFAULT="match=full.db,after=0,err=$error" \
			"$program" --db "$db" $command > "$dir/checked" 2> "$dir/errors" || code=$?
		[ "$code" = 0 ] && [ -s "$dir/checked" ] || fail "$command where nothing can be written"
	done
	code=0
	LD_PRELOAD="$dir/iofault.so" IOFAULT="match=full.db,after=0,err=$error" \
		"$program" --db "$db" plan Phoenix --save > "$dir/checked" 2> "$dir/errors" || code=$?
	[ "$code" = 1 ] && grep -qE "no room left for|the disk refused" "$dir/errors" ||
		fail "plan --save"
	[ "$(cksum < "$db")" = "$sum" ] || fail "the file was changed"
done
echo "fault: nothing can be written: everything is still read"

# The same with a write that was cut off: it cannot be taken back, what was before it is read.
n=$((points / 2)) found=0
while [ "$found" -lt 3 ] && [ "$n" -lt "$points" ]; do
	fault "after=$n,kill=1"
	n=$((n + 1))
	[ -s "$acknowledged" ] || continue # no alliance yet
	# before it is complete it has no mark at its beginning, and nothing has been written
	head -c 1 "$dir/rekindle.db-journal" 2> /dev/null |
		LC_ALL=C grep -q "$(printf '\331')" || continue
	found=$((found + 1))
	sum=$(cat "$dir/rekindle.db" "$dir/rekindle.db-journal" | cksum)
	code=0
	LD_PRELOAD="$dir/iofault.so" IOFAULT="match=rekindle.db,after=0,err=ENOSPC" \
		"$program" --db "$dir/rekindle.db" list > "$dir/checked" 2> "$dir/errors" || code=$?
	[ "$code" = 0 ] && grep -q "Fault & Sons" "$dir/checked" || fail "list after a cut off write"
	grep -q "it is opened to be read" "$dir/errors" || fail "list does not say so"
	[ "$(cat "$dir/rekindle.db" "$dir/rekindle.db-journal" | cksum)" = "$sum" ] ||
		fail "the cut off write was touched"
done
[ "$found" = 3 ] || fail "no write was cut off"
echo "fault: nothing can be written after a cut off write: everything is still read"

# Somebody is forgotten: cut off at any write, all of it is there or, after another try, nothing is.
mkdir "$dir/whole"
"$program" --db "$dir/whole/cut.db" import tests/data/one-round.json > "$dir/errors" 2>&1 ||
	fail "the import"
rm -r "$dir/whole/backups" # the safety copy of the day has them still, and is named
forget() { # faults
	rm -rf "$dir/cut" "$dir/log"
	cp -r "$dir/whole" "$dir/cut"
	code=0
	LD_PRELOAD="$dir/iofault.so" IOFAULT="match=cut.db,$1" IOFAULT_LOG="$dir/log" "$program" \
		--db "$dir/cut/cut.db" forget "Phoenix Labs and GenTech Solutions" "Marit Solheim" \
		--force > "$dir/checked" 2> "$dir/errors" || code=$?
}
left() { # of her words
	grep -lEra "Week to week it belongs to Dev|Nobody had seen that signature" "$dir/cut"
}
answers() {
	"$program" --db "$1/cut.db" export "Phoenix Labs and GenTech Solutions" 2> "$dir/errors" |
		grep -c '"state"'
}
all=$(answers "$dir/whole")
forget after=999999
[ "$code" = 0 ] && ! left || fail "the run without a fault"
points=$(wc -l < "$dir/log")
[ "$points" -gt 20 ] || fail "too few writes"
for fault in kill=1 err=EIO err=EIO,count=1 err=ENOSPC,count=1; do
	what="forget with $fault" n=0 runs=0 before=0
	while [ "$n" -lt "$points" ]; do
		forget "after=$n,$fault"
		case $code in 0|1|4|137) ;; *) fail "exit code $code" ;; esac
		answers=$(answers "$dir/cut") || fail "it cannot be read"
		code=0
		"$program" --db "$dir/cut/cut.db" forget "Phoenix Labs and GenTech Solutions" \
			"Marit Solheim" --force > "$dir/checked" 2> "$dir/errors" || code=$?
		case $answers:$code in
		"$all":0) before=$((before + 1)) ;;
		*:2) [ "$answers" -lt "$all" ] || fail "the second try" ;;
		*) fail "$answers answers, then exit $code" ;;
		esac
		! left || fail "something is left"
		n=$((n + STEP)) runs=$((runs + 1))
	done
	[ "$before" -gt 0 ] && [ "$before" -lt "$runs" ] || fail "all cuts at one side"
	echo "fault: $what: $runs runs over $points points, all or nothing"
done
