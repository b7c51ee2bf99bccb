#!/bin/sh
# SPDX-License-Identifier: MIT
# Breaks one line of the scoring, the diagnosis, the plan or an edition at a time, in a copy of the tree: each break must
# turn the unit tests of core red. usage: tests/mutants.sh [NAME...]
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

# Builds and runs; 0 when the tests are green, 1 when they are red, 2 when it does not build.
try()
{
	make B="$work/b" MODE=debug "$work/b/unit-core" >"$work/log" 2>&1 || return 2
	CK_VERBOSITY=silent timeout 120 "$work/b/unit-core" >"$work/log" 2>&1 || return 1
}

# Only the worked examples, all in one process: seconds a mutant.
CK_FORK=no
export CK_FORK
suites="score score_evidence score_performance agreement diagnosis diagnosis_route
	diagnosis_confidence diagnosis_findings diagnosis_what_if plan plan_stored edition"
find tests/unit/core -name 'test_*.c' | while read -r file; do
	name=$(basename "$file" .c)
	case " $(echo $suites) " in *" ${name#test_} "*) ;; *) rm "$file" ;; esac
done

code=0
try || code=$?
if [ $code -ne 0 ]; then
	echo "mutants: the tests are not green before anything is broken:" >&2
	tail -n 20 "$work/log" >&2
	exit 1
fi

killed=0 survived=0
while IFS='|' read -r name file script; do
	case $name in ''|'#'*) continue ;; esac
	name=$(echo "$name" | tr -d ' ') file=$(echo "$file" | tr -d ' ')
	if [ $# -gt 0 ]; then
		case " $* " in *" $name "*) ;; *) continue ;; esac
	fi
	cp -p "$file" "$work/kept"
	sed -i "$script" "$file"
	if cmp -s "$file" "$work/kept"; then
		echo "mutants: $name: the edit does not change $file: bring tests/mutants.list up to date" >&2
		exit 1
	fi
	code=0
	try || code=$?
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
