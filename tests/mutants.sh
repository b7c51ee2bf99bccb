#!/bin/sh
# SPDX-License-Identifier: MIT
# Breaks one line of the scoring, the diagnosis, the plan, an edition or an interview at a time, in copies of the tree, one for
# each processor: each break must turn unit tests red, those of core or the ones that its line in mutants.list names.
# usage: tests/mutants.sh [NAME...]
set -eu

cd "$(dirname "$0")/.."
list=$PWD/${MUTANTS:-tests/mutants.list}
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-mutants.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM
mkdir "$work/0"
tar -cf - --exclude=./build --exclude=./.git --exclude=./rekindle . | tar -xf - -C "$work/0"
cd "$work/0"

# Tests ROOM:SUITE, built by JOBS and run; 0 when they are green, 1 when they are red, 2 when it does not build. What
# is built lies inside the tree, by paths that a copy of the tree has too.
try()
{
	unit=b/unit-${1%%:*} suite=${1#*:}
	case $1 in attack:*) attacked "$suite" "$2"; return ;; esac
	make -j"$2" B=b MODE=debug "$unit" >log 2>&1 || return 2
	for part in ${suite:-$worked}; do
		CK_RUN_SUITE=$part CK_VERBOSITY=minimal timeout 120 "$unit" >log 2>&1 || return 1
		! grep -q 'Checks: 0,' log || return 2
	done
}

# The same of so many alliances under attack, from the first or as FIRST/COUNT: what an edition must not tell is not
# told.
attacked()
{
	case $1 in */*) first=${1%/*} ;; *) first=1 ;; esac
	make -j"$2" B=b MODE=debug b/attack >log 2>&1 || return 2
	timeout 300 b/attack "$first" "${1#*/}" >log 2>&1 || return 1
}

wanted()
{
	case $1 in ''|'#'*) return 1 ;; esac
	[ -z "$names" ] && return
	case " $names " in *" $1 "*) ;; *) return 1 ;; esac
}
names=$*
trimmed() { echo "$1" | tr -d ' '; }
# "FILE > ROOM:SUITE" names its tests, "FILE > attack:N" the attack on N alliances (or FIRST/N); all the worked examples
# of core otherwise.
tests_of() { case $1 in *'>'*) trimmed "${1#*>}" ;; *) echo core: ;; esac; }

# Of core only the worked examples, elsewhere the suites that are named, all in one process: seconds a mutant.
CK_FORK=no
export CK_FORK
worked="score score_evidence score_performance agreement diagnosis diagnosis_route diagnosis_what_if plan
	plan_stored edition"
suites="$worked
	$(sed -n 's/^[^#|]*|[^|>]*> *[a-z]*:\([a-z_]*\) *|.*/\1/p' "$list")"
find tests/unit -name 'test_*.c' | while read -r file; do
	name=$(basename "$file" .c)
	case " $(echo $suites) " in *" ${name#test_} "*) ;; *) rm "$file" ;; esac
done

while IFS='|' read -r name file script; do
	wanted "$(trimmed "$name")" && printf '%s|%s|%s\n' "$name" "$file" "$script" || :
done <"$list" >"$work/wanted"
if [ ! -s "$work/wanted" ]; then
	echo "mutants: no mutant of that name" >&2
	exit 1
fi
while IFS='|' read -r name file script; do
	tests_of "$file"
done <"$work/wanted" | sort -u >"$work/tests"
while read -r tests; do
	code=0
	try "$tests" "$(nproc)" || code=$?
	[ $code -eq 0 ] && continue
	echo "mutants: the tests $tests are not green before anything is broken:" >&2
	tail -n 20 log >&2
	exit 1
done <"$work/tests"

# One mutant in the tree that one stands in; non-zero where there is no telling.
mutate()
{
	name=$(trimmed "$1") tests=$(tests_of "$2") file=$(trimmed "${2%%>*}")
	cp -p "$file" kept
	sed -i "$3" "$file"
	if cmp -s "$file" kept; then
		echo "mutants: $name: the edit does not change $file: bring tests/mutants.list up to date" >&2
		return 1
	fi
	code=0
	try "$tests" 1 || code=$?
	case $code in
	0) verdict=SURVIVED ;;
	1) verdict=killed ;;
	*)
		echo "mutants: $name: does not build:" >&2
		tail -n 20 log >&2
		return 1 ;;
	esac
	printf '%-22s %-28s %s\n' "$name" "$file" "$verdict" | tee -a verdicts
	cp kept "$file"
}

# Every so manieth of them, from one's own number on.
lane()
{
	cd "$work/$1"
	awk -v at="$1" -v lanes="$lanes" 'NR % lanes == at' "$work/wanted" >share
	while IFS='|' read -r name file script; do
		mutate "$name" "$file" "$script" || return 1
	done <share
	touch finished
}
lanes=$(nproc)
for i in $(seq 1 $((lanes - 1))); do cp -a "$work/0" "$work/$i"; done
for i in $(seq 0 $((lanes - 1))); do lane "$i" & done
wait
for i in $(seq 0 $((lanes - 1))); do
	[ -f "$work/$i/finished" ] || exit 1
	cat "$work/$i/verdicts" 2>/dev/null || :
done >"$work/verdicts"
killed=$(grep -c ' killed$' "$work/verdicts" || :)
echo "$killed of $(wc -l <"$work/verdicts") mutants killed"
[ "$killed" -eq "$(wc -l <"$work/wanted")" ]
