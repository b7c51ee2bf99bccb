#!/bin/sh
# SPDX-License-Identifier: MIT
# What a version leaves to those after it, which have to read it: tests/data/db-VERSION.sql and
# exchange/VERSION.json, of one alliance with a bit of everything. Made once, by the program that is released.
# usage: release.sh PROGRAM, in the top folder
set -eu
program=$(realpath "$1")
here=$(CDPATH= cd "$(dirname "$0")" && pwd)
version=$("$program" --version | cut -d ' ' -f 2)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
export HOME="$dir" REKINDLE_DB="$dir/then.db" REKINDLE_TODAY=2027-03-01 LC_ALL=C.UTF-8
unset XDG_DATA_HOME XDG_CONFIG_HOME

"$program" import "$here/exchange/full.json" > /dev/null
"$program" seal Phoenix --round pulse
"$program" round Phoenix
"$program" audit Phoenix all confirm
printf 'y\n\n\nWe build the plant.\n:jump 3\n2\n4\n' |
	"$program" interview Phoenix --party Borealis --role operations --name 'Łucja Öz' --line > /dev/null
"$program" sheet Phoenix --respondent 'Ana Ruiz' --closes 2027-04-01 > /dev/null
echo 'Asked for the figures again.' | "$program" note Phoenix add - > /dev/null
"$program" report Phoenix --edition joint > /dev/null
"$program" people Phoenix add --party Apex --role commercial --name 'Somebody Else'
"$program" people Phoenix remove 'Somebody Else'
"$program" new --name Gone --party One --party Two > /dev/null
"$program" delete Gone
"$program" export Phoenix -o then.json
{
	echo "-- A database of rekindle $version, made by release.sh: rounds, a sitting, a sheet, a bin."
	for pragma in application_id user_version; do
		echo "PRAGMA $pragma = $(sqlite3 then.db "PRAGMA $pragma");"
	done
	sqlite3 then.db .dump
} > "$here/db-$version.sql"
cat then.json > "$here/exchange/$version.json"
