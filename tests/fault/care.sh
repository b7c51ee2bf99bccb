#!/bin/sh
# SPDX-License-Identifier: MIT
# Safety copies, backup and restore under faults at every (FAULT_STEP-th) call that writes: at every
# point the database is whole, and so is every copy that has its name. Usage: care.sh BINARY
set -eu
program=$(realpath "$1")
STEP=${FAULT_STEP:-47}
CC=${CC:-cc}
here=$(dirname "$0")
dir=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-fault-XXXXXX")
trap 'rm -rf "$dir"' EXIT
$CC -std=c11 -D_GNU_SOURCE -Wall -Wextra -g -shared -fPIC -o "$dir/iofault.so" "$here/iofault.c" -ldl
mkdir "$dir/care"
db=$dir/care/x.db
copy=$dir/care/copy.db
export REKINDLE_TODAY=2026-03-16 HOME="$dir"

fail() { # what went wrong
	echo "fault: $what at $n: $1" >&2
	cat "$dir/out" >&2
	exit 1
}

# whole FILE: how many alliances are in it.
whole() {
	[ "$(sqlite3 "$1" "PRAGMA integrity_check")" = ok ] || fail "$1 is not whole"
	sqlite3 "$1" "SELECT count(*) FROM alliance"
}

# faulty WORDS COMMAND...: the program under a fault; its exit code in $code.
faulty() {
	words=$1
	shift
	code=0
	rm -f "$dir/log"
	LD_PRELOAD="$dir/iofault.so" IOFAULT="match=$dir/care,$words" IOFAULT_LOG="$dir/log" \
		"$program" --db "$db" "$@" > "$dir/out" 2>&1 || code=$?
	case $code in 0|1|4|137) ;; *) fail "exit code $code" ;; esac
}

# One alliance in the copy, two in the database.
n=0 what=beginning
: > "$dir/out"
"$program" --db "$dir/care/one.db" new --name One --party A --party B > "$dir/out" 2>&1 || fail new
"$program" --db "$dir/care/one.db" backup "$dir/one.db" > "$dir/out" 2>&1 || fail backup
"$program" --db "$dir/care/one.db" new --name Two --party A --party B > "$dir/out" 2>&1 || fail new
"$program" --db "$dir/care/one.db" backup "$dir/two.db" > "$dir/out" 2>&1 || fail backup

begin() {
	rm -rf "$dir/care"
	mkdir "$dir/care"
	cp "$dir/two.db" "$db"
	cp "$dir/one.db" "$copy"
}

after_backup() {
	[ "$(whole "$db")" = 2 ] || fail "the database has changed"
	count=$(whole "$copy")
	[ "$code" = 0 ] && wanted=2 || wanted="[12]"
	case $count in $wanted) ;; *) fail "$count alliances in the copy" ;; esac
}

# The former state is under one of two names; what has the name of the database is one of both.
after_restore() {
	count=$(whole "$db")
	[ "$(whole "$copy")" = 1 ] || fail "the copy has changed"
	aside=0
	for file in "$db".replaced-*; do
		case $file in *-wal|*-shm|*-journal) continue ;; esac
		[ ! -e "$file" ] || aside=$(whole "$file")
	done
	[ "$count" = 2 ] || [ "$count$aside" = 12 ] || fail "the former state is gone"
	[ "$code" != 0 ] || [ "$count" = 1 ] || fail "said to be restored"
	"$program" --db "$db" restore "$copy" > "$dir/out" 2>&1 || fail "the second try failed"
	[ "$(whole "$db")" = 1 ] || fail "the second try restored nothing"
	[ ! -e "$dir/care/.x.db.restore" ] || fail "something is left"
}

# The change itself is hindered by nothing that happens to the copy.
after_daily() {
	[ "$code" = 137 ] || [ "$code" = 0 ] || fail "the change was refused"
	[ "$(whole "$db")" = 3 ] || fail "the change is gone"
	for file in "$dir/care/backups"/x-*.db; do
		[ ! -e "$file" ] || [ "$(whole "$file")" = 3 ] || fail "a copy of something else"
	done
	REKINDLE_TODAY=2026-03-17 "$program" --db "$db" new --name Four --party A --party B \
		> "$dir/out" 2>&1 || fail "no further change"
	[ "$(whole "$dir/care/backups/x-2026-03-17.db")" = 4 ] || fail "no copy the next day"
	[ "$(ls -A "$dir/care/backups" | grep -c '^.rekindle')" = 0 ] || fail "something is left"
}

sweep() { # what, its check, first point, command...
	what=$1 check=$2 first=$3
	shift 3
	begin
	faulty after=999999 "$@"
	points=$(wc -l < "$dir/log") runs=0
	[ "$code" = 0 ] && [ "$points" -gt 20 ] || fail "the run without a fault"
	for fault in err=EIO err=ENOSPC,count=1 err=EIO,short=1 kill=1; do
		n=$first
		while [ "$n" -lt "$points" ]; do
			begin
			faulty "after=$n,$fault" "$@"
			grep -q FAIL "$dir/log" || fail "no fault happened"
			$check
			# the last calls, which give names, one by one
			left=$((points - 12 - n))
			[ "$left" -gt "$STEP" ] && left=$STEP
			[ "$left" -gt 0 ] || left=1
			n=$((n + left))
			runs=$((runs + 1))
		done
	done
	echo "fault: $what: $runs runs over $points points, everything whole"
}

sweep backup after_backup 0 backup "$copy" --force
sweep restore after_restore 0 restore "$copy"

# Only what happens to the copy: the calls on the database itself come first.
begin
faulty after=999999 new --name Three --party A --party B
first=$(grep -n /backups/ "$dir/log" | head -1 | cut -d: -f1)
sweep "copy of the day" after_daily $((first - 1)) new --name Three --party A --party B

# A file system without second names: for a moment the database has none, but it is whole.
n=0 what="no second names"
begin
LD_PRELOAD="$dir/iofault.so" IOFAULT="match=x.db.replaced,err=EPERM,count=1" IOFAULT_LOG="$dir/log" \
	"$program" --db "$db" restore "$copy" > "$dir/out" 2>&1 || fail "not restored"
grep -q "link .* FAIL" "$dir/log" || fail "no fault happened"
[ "$(whole "$db")$(whole "$db.replaced-2026-03-16")" = 12 ] || fail "something is gone"
echo "fault: restore without second names: everything whole"
