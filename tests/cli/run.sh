#!/bin/sh
# SPDX-License-Identifier: MIT
# Tests of the program from outside: run.sh BINARY [PATTERN]. Each case_NAME function of cases_*.sh runs in a
# folder and a home of its own, and ends at the first thing that is not as expected.
set -u
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
REKINDLE=$(realpath "${1:?usage: run.sh BINARY [PATTERN]}")
pattern=${2:-}
export REKINDLE here

# --- what cases use -------------------------------------------------------------------------------

fault()
{
	echo "  $*"
	for stream in out err; do
		[ -s $stream ] && sed "s/^/  $stream: /" $stream | head -12
	done
	exit 1
}

# run ARGS...: the program without input; its streams in ./out and ./err, its exit code in $code.
run()
{
	code=0
	"$REKINDLE" "$@" < /dev/null > out 2> err || code=$?
}

# feed TEXT ARGS...: the same, TEXT (with \n) typed through a pipe.
feed()
{
	typed=$1
	shift
	code=0
	printf "$typed" | "$REKINDLE" "$@" > out 2> err || code=$?
}

exits()
{
	[ "$code" -eq "$1" ] || fault "exit $code, not $1"
}
says()
{
	grep -qF -e "$1" out || fault "standard output lacks: $1"
}
says_not()
{
	! grep -qF -e "$1" out || fault "standard output has: $1"
}
warns()
{
	grep -qF -e "$1" err || fault "standard error lacks: $1"
}
is()
{
	[ "$1" = "$2" ] || fault "\"$1\" is not \"$2\""
}
# refuses CODE WORDS ARGS...: exit code, nothing on standard output, one line on standard error.
refuses()
{
	wanted=$1
	words=$2
	shift 2
	run "$@"
	exits "$wanted"
	[ ! -s out ] || fault "$*: standard output is not empty"
	is "$(wc -l < err)" 1
	case $(cat err) in
	"rekindle: "*"$words"*) ;;
	*) fault "$*: the message lacks \"rekindle: ... $words\"" ;;
	esac
}
# untried WORDS: what this machine lacks is said at the end, whatever becomes of the case.
untried()
{
	echo "not tried: $*" >> "$place.untried"
}
mode()
{
	is "$(stat -c %a "$1")" "$2"
}
# Until a command succeeds, at most ten seconds.
await()
{
	turns=0
	until "$@" 2> /dev/null; do
		turns=$((turns + 1))
		[ $turns -lt 200 ] || fault "waited in vain: $*"
		sleep 0.05
	done
}
# program NAME LINES...: a program of that name, first on PATH.
program()
{
	mkdir -p bin
	name=$1
	shift
	{
		echo '#!/bin/sh'
		printf '%s\n' "$@"
	} > "bin/$name"
	chmod 755 "bin/$name"
	PATH=$PWD/bin:$PATH
	export PATH
}
# An alliance; its id in $id.
alliance()
{
	id=$("$REKINDLE" new --name Helios --party Nordwind --party Helix "$@") || fault "new failed"
}
# json FILE PATH: a value of a JSON file, as in json out 0.health
json()
{
	python3 - "$@" <<'END'
import json, sys
value = json.load(open(sys.argv[1]))
for step in sys.argv[2].split('.') if len(sys.argv) > 2 else []:
    value = value[int(step)] if step.lstrip('-').isdigit() else value[step]
print(value if isinstance(value, str) else json.dumps(value))
END
}

# --- running them ---------------------------------------------------------------------------------

one()
{
	place=$(mktemp -d)
	(
		cd "$place" || exit 1
		mkdir home data tmp
		HOME=$place/home XDG_DATA_HOME=$place/data TMPDIR=$place/tmp
		TZ=UTC LC_ALL=C.UTF-8 REKINDLE_TODAY=2026-03-16 TERM=dumb
		export HOME XDG_DATA_HOME TMPDIR TZ LC_ALL REKINDLE_TODAY TERM
		unset REKINDLE_DB REKINDLE_CONFIG XDG_CONFIG_HOME NO_COLOR PAGER VISUAL EDITOR
		: > out
		: > err
		set -e
		"$1"
	) > "$place.log" 2>&1
	result=$?
	if [ $result -ne 0 ]; then
		echo "$1"
		cat "$place.log"
	fi
	[ ! -e "$place.untried" ] || cat "$place.untried"
	rm -rf "$place" "$place.log" "$place.untried"
	return $result
}

passed=0
failed=0
for file in "$here"/cases_*.sh; do
	. "$file"
	for name in $(sed -n 's/^\(case_[a-z0-9_]*\)()$/\1/p' "$file"); do
		case $name in
		*"$pattern"*) ;;
		*) continue ;;
		esac
		# not in an `if`, where `set -e` would mean nothing to the case
		one "$name"
		if [ $? -eq 0 ]; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
		fi
	done
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
