# SPDX-License-Identifier: MIT
# What lies outside the program: places, full devices, names and files that nobody means well with.

case_no_home_is_no_place()
{
	unset HOME XDG_DATA_HOME
	for arguments in "new --name A --party B --party C" list "show Helios" \
		"import $here/../data/exchange/minimal.json"; do
		refuses 2 "give --db FILE" $arguments
	done
	HOME=. refuses 2 "give --db FILE" list
	XDG_DATA_HOME=data refuses 2 "give --db FILE" list
	is "$(find . -name '*.db' | wc -l)" 0
	run new --name A --party B --party C --db "$PWD/named.db"
	exits 0
}

# full CODE WORDS ARGS...: on a device that takes nothing.
full()
{
	wanted=$1
	words=$2
	shift 2
	code=0
	"$REKINDLE" "$@" < /dev/null > /dev/full 2> err || code=$?
	exits "$wanted"
	warns "$words"
	is "$(grep -c "cannot be\|cannot write" err)" 1
}

case_a_full_device_is_told_by_every_command()
{
	[ -e /dev/full ] || return 0
	alliance
	stored="everything is stored, but"
	for options in "" --json; do
		full 1 "$stored" new --name "New$options" --party B --party C $options
		full 1 "$stored" import "$here/../data/exchange/minimal.json" $options
		full 1 "$stored" plan "$id" --save $options
		full 1 "cannot write to standard output: No space" import --dry-run \
			"$here/../data/exchange/minimal.json" $options
		for command in list "show $id" "diagnose $id" "plan $id" "report $id" "export $id" \
			"instrument show" "instrument check"; do
			full 1 "cannot write to standard output: No space" $command $options
		done
	done
	full 1 "$stored" interview "$id" --party Helix --role manager
	full 1 "cannot write to standard output: No space" demo --print
	full 1 "cannot write to standard output: No space" help
	full 1 "cannot write to standard output: No space" --version
	run list --json
	is "$(json out | grep -o '"alliance":' | wc -l)" 4
}

# A file that gets the number of a closed stream would be written into by what is printed.
case_closed_streams_spoil_no_file()
{
	code=0
	"$REKINDLE" new --name A --party B --party C >&- 2> err || code=$?
	exits 1
	warns "everything is stored, but"
	code=0
	"$REKINDLE" list <&- >&- 2>&- || code=$?
	exits 1
	run list
	exits 0
	says "A  "
}

# Whatever the spelling: the database, what SQLite keeps beside it, copies and other databases.
case_output_never_hits_a_database()
{
	alliance
	db=$PWD/data/rekindle/rekindle.db
	sqlite3 "$db" "PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS x (y); DROP TABLE x" \
		> /dev/null
	cp "$db" data/rekindle/rekindle.db.schema-3
	cp "$db" other.db
	ln -s "$db" link.db
	ln "$db" hard.db
	ln -s data/rekindle folder
	cd data
	for path in "$db" "$db-wal" "$db-shm" "$db-journal" "$db.schema-3" "$db.schema-9.2" \
		rekindle/rekindle.db-wal ./rekindle/../rekindle/rekindle.db-journal \
		../folder/rekindle.db ../folder/rekindle.db-wal ../folder/../rekindle//rekindle.db \
		../link.db ../hard.db ../other.db; do
		for force in "" --force; do
			for command in report "report --edition joint" plan "plan --save"; do
				refuses 2 "give another name" $command "$id" -o "$path" $force
			done
			run export "$id" -o "$path" $force
			exits 2
			warns "give another name"
		done
	done
	# the database named by a link: SQLite keeps its files where the link leads
	for path in "$db-wal" "$db" ../link.db; do
		refuses 2 "give another name" --db ../link.db report "$id" -o "$path" --force
	done
	refuses 2 "give another name" --db ../link.db report "$id" -o "$db-wal" --force
	run report "$id" -o rekindle/rekindle.db.txt
	exits 0
	run show "$id"
	exits 0
}
