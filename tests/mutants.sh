#!/bin/sh
# SPDX-License-Identifier: MIT
# Breaks one line of the scoring, the diagnosis, the plan, an edition or an interview at a time, in a copy of the tree: each
# break must turn unit tests red, those of core or the ones that its line in mutants.list names. usage: tests/mutants.sh [NAME...]
set -eu

cd "$(dirname "$0")/.."
list=$PWD/tests/mutants.list
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-mutants.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
tree=$work/tree
mkdir "$tree"
tar -cf - --exclude=./build --exclude=./.git --exclude=./rekindle . | tar -xf - -C "$tree"
cd "$tree"

# Tests ROOM:SUITE, built and run; 0 when they are green, 1 when they are red, 2 when it does not build.
try()
{
	unit=$work/b/unit-${1%%:*} suite=${1#*:}
	make -j"$(nproc)" B="$work/b" MODE=debug "$unit" >"$work/log" 2>&1 || return 2
	[ -n "$suite" ] && CK_RUN_SUITE=$suite && export CK_RUN_SUITE || unset CK_RUN_SUITE
	CK_VERBOSITY=silent timeout 120 "$unit" >"$work/log" 2>&1 || return 1
}

wanted()
{
	case $1 in ''|'#'*) return 1 ;; esac
	[ -z "$names" ] && return
	case " $names " in *" $1 "*) ;; *) return 1 ;; esac
}
names=$*
trimmed() { echo "$1" | tr -d ' '; }
# "FILE > ROOM:SUITE" names its tests; all the worked examples of core otherwise.
tests_of() { case $1 in *'>'*) trimmed "${1#*>}" ;; *) echo core: ;; esac; }

# Of core only the worked examples, elsewhere the suites that are named, all in one process: seconds a mutant.
CK_FORK=no
export CK_FORK
suites="score score_evidence score_performance agreement diagnosis diagnosis_route
	diagnosis_what_if plan plan_stored edition
	$(sed -n 's/^[^#|]*|[^|>]*> *[a-z]*:\([a-z_]*\) *|.*/\1/p' "$list")"
find tests/unit -name 'test_*.c' | while read -r file; do
	name=$(basename "$file" .c)
	case " $(echo $suites) " in *" ${name#test_} "*) ;; *) rm "$file" ;; esac
done

while IFS='|' read -r name file script; do
	wanted "$(trimmed "$name")" && tests_of "$file" || :
done <"$list" | sort -u >"$work/tests"
while read -r tests; do
	code=0
	try "$tests" || code=$?
	[ $code -eq 0 ] && continue
	echo "mutants: the tests $tests are not green before anything is broken:" >&2
	tail -n 20 "$work/log" >&2
	exit 1
done <"$work/tests"

killed=0 survived=0
while IFS='|' read -r name file script; do
	name=$(trimmed "$name") tests=$(tests_of "$file") file=$(trimmed "${file%%>*}")
	wanted "$name" || continue
	cp -p "$file" "$work/kept"
	sed -i "$script" "$file"
	if cmp -s "$file" "$work/kept"; then
		echo "mutants: $name: the edit does not change $file: bring tests/mutants.list up to date" >&2
		exit 1
	fi
	code=0
	try "$tests" || code=$?
	case $code in
	0) verdict=SURVIVED survived=$((survived + 1)) ;;
	1) verdict=killed killed=$((killed + 1)) ;;
	*)
		echo "mutants: $name: does not build:" >&2
		tail -n 20 "$work/log" >&2
		exit 1 ;;
	esac
	printf '%-22s %-28s %s\n' "$name" "$file" "$verdict"
	cp "$work/kept" "$file"
done <"$list"

if [ $((killed + survived)) -eq 0 ]; then
	echo "mutants: no mutant of that name" >&2
	exit 1
fi
echo "$killed of $((killed + survived)) mutants killed"
[ $survived -eq 0 ]
