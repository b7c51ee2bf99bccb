#!/bin/sh
# Documented alliances: answer sets written from published accounts, before anything was scored, against
# the causes that the accounts name. A miss is reported as a miss; nothing is tuned to a case.
# Usage: run.sh PROGRAM. Fails only when a case cannot be read or diagnosed.
set -eu
program=$1
here=$(dirname "$0")
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-cases-XXXXXX")
trap 'rm -rf "$work"' EXIT
printf '%-18s %-22s %-14s %-26s %-5s %s\n' case accepted named 'leading set' grade verdict
hits=0 total=0
while read -r name accepted; do
	case $name in '' | '#'*) continue ;; esac
	"$program" --db "$work/$name.db" import "$here/$name.json" >/dev/null
	id=$("$program" --db "$work/$name.db" list --json | sed -n 's/.*"id": "\([^"]*\)".*/\1/p' | head -n 1)
	"$program" --db "$work/$name.db" diagnose "$id" --json >"$work/$name.json"
	set -- $(python3 - "$work/$name.json" <<'END'
import json, sys
d = json.load(open(sys.argv[1]))
p = d["primary"]
print(p["cause"], ",".join(p["leading"]) or "-", d["confidence"]["grade"])
END
	)
	verdict=miss
	case ",$accepted," in *",$1,"*) verdict=hit hits=$((hits + 1)) ;; esac
	total=$((total + 1))
	printf '%-18s %-22s %-14s %-26s %-5s %s\n' "$name" "$accepted" "$1" "$2" "$3" "$verdict"
done <"$here/accepted"
echo "cases from history: $hits of $total named as the accounts do"
