#!/bin/sh
# SPDX-License-Identifier: MIT
# The program knows no network: every command and the screens, where a call for one would end them.
# offline.sh PROGRAM CHECK_TUI
set -eu
program=$(realpath "$1") screens=$(realpath "$2")
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
data=$(realpath "$here/../data")
dir=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-offline-XXXXXX")
trap 'rm -rf "$dir"' EXIT
${CC:-cc} -std=c11 -D_GNU_SOURCE -Wall -Wextra -o "$dir/offline" "$here/offline.c"
cd "$dir"
HOME=$dir XDG_DATA_HOME=$dir/data TMPDIR=$dir TERM=xterm PAGER=cat
export HOME XDG_DATA_HOME TMPDIR TERM PAGER
unset REKINDLE_DB

# a program that does ask for one is ended by it
code=0
./offline python3 -c 'import socket; socket.socket()' 2> /dev/null || code=$?
[ "$code" = 159 ] || { echo "offline: a socket is not noticed: $code" >&2; exit 1; }

run()
{
	code=0
	./offline "$program" "$@" < answers > out 2> err || code=$?
	[ "$code" = 0 ] || { echo "offline: $*: exit $code" >&2; cat err >&2; exit 1; }
	count=$((count + 1))
}
count=0
printf 'y\n\n\n:jump 3\n3\n:quit\n' > answers
run new --name Helios --party Nordwind --party Helix
run import "$data/exchange/full.json"
run import "$data/exchange/minimal.json" --json --dry-run
run interview Helios --party Helix --role manager --name Ana
run interview Helios --party Nordwind --role sponsor --line
run plan Helios --save
for id in Helios Phoenix; do
	for format in text json csv ics; do run plan "$id" --format $format; done
	for format in text markdown html json; do
		for kind in assessment progress brief; do
			run report "$id" --kind $kind --format $format
		done
	done
	run report "$id" --edition joint -o "$id.html" --format html
	for command in show diagnose trend export; do run $command "$id"; done
	for format in text json; do run trend "$id" --edition joint --format $format; done
	run show "$id" --json
done
run list
run list --json
run compare $(python3 -c "import json
print(*[one['id'] for one in json.load(open('out')) if one['alliance'] == 'Phoenix'])")
run demo --print
run instrument show
run instrument check
run help
for topic in keys line files environment exit method new; do run help $topic; done
run --version

# the screens, as a journey through them
printf '#!/bin/sh\nexec %s/offline %s "$@"\n' "$dir" "$program" > rekindle
chmod +x rekindle
REKINDLE=$dir/rekindle CK_RUN_SUITE=journeys "$screens" > out 2>&1 || { cat out >&2; exit 1; }
grep -q "Checks: [1-9]" out || { echo "offline: no screen was shown" >&2; exit 1; }
echo "offline: $count commands and the screens, no network"
