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
		for command in list "show $id" "diagnose $id" "trend $id" "plan $id" "report $id" \
			"export $id" "instrument show" "instrument check"; do
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
		"$db-wal.of-another-file-20260101-120000" "$db-journal.damaged-20260101-120000" \
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

# An index without its entries: the people would be in no list, and nobody would know.
case_damage_is_told_by_every_command()
{
	run import "$here/../data/exchange/minimal.json"
	exits 0
	db=$PWD/data/rekindle/rekindle.db
	page=$(sqlite3 "$db" "SELECT rootpage FROM sqlite_schema WHERE name = 'respondent_assessment'")
	dd if=/dev/zero of="$db" bs=1 seek=$(((page - 1) * 4096 + 3)) count=2 conv=notrunc 2> dd
	sum=$(cksum < "$db")
	for command in list "show Phoenix" "diagnose Phoenix" "trend Phoenix" "report Phoenix" \
		"plan Phoenix" "export Phoenix" "export Phoenix -o taken.json" "plan Phoenix --save" \
		"import $here/../data/exchange/minimal.json" "new --name A --party B --party C"; do
		run $command
		exits 3
		warns "is damaged"
		warns "its newest good copy comes back with: rekindle restore"
		[ ! -s out ] || fault "$command: something is taken out"
	done
	[ ! -e taken.json ] || fault "a damaged file was exported"
	[ "$(cksum < "$db")" = "$sum" ] || fault "the damaged file was changed"
}

# Names with escape sequences and bytes that are no text, in every message that has a name in it.
case_names_of_files_never_steer_a_terminal()
{
	name=$(printf 'a\033]0;x\007\302\233\377b')
	cp "$here/../data/exchange/minimal.json" "$name.json"
	alliance
	for arguments in "import $name.json" "import $name.json --dry-run" "import $name.none" \
		"import $name.json --json" "instrument check $name.json" "instrument check $name" \
		"instrument check --json $name.json" "--instrument $name.json list" \
		"--db $name.json list" "--db $name.json/x list" "--db $name.none list" \
		"report $id -o $name.json" "report $id -o $name/x" "plan $id -o $name.json" \
		"list $name" "$name" "help $name" "show $name" "--db=$name new --name A \
		--party B --party C" "--db $name report A --section $name"; do
		run $arguments
		LC_ALL=C grep -q "$(printf '[\033\007\233\377]')" out err &&
			fault "$(printf %s "$arguments" | cat -v): raw"
	done
	[ -f "$name" ] || fault "no such database"
}

# So many kB at the most. The address sanitizer reserves more than any bound; it keeps one itself.
at_most()
{
	if grep -q __asan_init "$REKINDLE"; then
		export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}hard_rss_limit_mb=$(($1 / 1000))"
	else
		ulimit -v "$1"
	fi
}

case_what_has_no_end_is_given_up()
{
	for path in /dev/zero huge.json; do
		[ $path = huge.json ] && truncate -s 300M huge.json
		(
			at_most 2000000
			refuses 3 "$path is larger than 256 MiB" import $path
		)
		(
			at_most 400000
			run instrument check $path
			exits 3
			says "larger than 4 MiB"
			refuses 3 "larger than 4 MiB" --instrument $path list
		)
	done
	code=0
	"$REKINDLE" import - < /dev/zero > out 2> err || code=$?
	exits 3
	warns "standard input is larger than 256 MiB"
	refuses 1 "is not a file" --db /dev/zero list
	mkfifo pipe
	refuses 1 "is not a file" --db pipe list
	cat "$here/../data/exchange/minimal.json" > pipe &
	run import pipe
	exits 0
	refuses 1 "cannot read ." import .
}

# Brackets without end: refused where they get too deep, before anything walks all of them.
case_depth_is_refused_with_its_place()
{
	printf '{"a":\n%s' "$(head -c 100000 /dev/zero | tr '\0' '[')" > deep.json
	refuses 3 "deep.json:2:2048: not valid JSON: lists and objects are nested too deeply" \
		import deep.json
	printf 'id: x\nitems: %s' "$(head -c 100000 /dev/zero | tr '\0' '[')" > deep.yaml
	refuses 3 "deep.yaml:2: column 23: lists and mappings are nested more than 16 deep" \
		--instrument deep.yaml list
	awk 'BEGIN { for (i = 0; i < 50000; i++) printf "{a: " }' > maps.yaml
	refuses 3 "maps.yaml:1: column 65: lists and mappings are nested more than 16 deep" \
		--instrument maps.yaml list
	awk 'BEGIN { for (i = 0; i < 50000; i++) printf "- " }' > dashes.yaml
	run instrument check dashes.yaml
	exits 3
	says "dashes.yaml:1: column 33: lists and mappings"
}

# spoilt SQL WORDS COMMAND...: refused with exit 3 once another program has done that to the file.
spoilt()
{
	cp whole.db spoilt.db
	sqlite3 spoilt.db "PRAGMA ignore_check_constraints = ON; $1"
	words=$2
	shift 2
	refuses 3 "$words" --db spoilt.db "$@"
}

case_rows_that_no_rekindle_writes_are_refused()
{
	export REKINDLE_DB=whole.db
	run import "$here/../data/exchange/full.json"
	exits 0
	id=$(sqlite3 whole.db "SELECT lower(hex(id)) FROM assessment
		WHERE key = (SELECT min(assessment) FROM checklist)")
	for command in show diagnose trend plan report export; do
		spoilt "UPDATE respondent SET role = 77" "the respondent with key" $command "$id"
		spoilt "UPDATE party_profile SET stance = -3" "in its column stance" $command "$id"
		spoilt "UPDATE kpi SET category = 2147483647" "column category" $command "$id"
		spoilt "UPDATE checklist SET row = 9999" "column row" $command "$id"
		spoilt "UPDATE assessment SET date = 9223372036854775807" "column date" \
			$command "$id"
	done
	spoilt "UPDATE assessment SET kind = 5" "has a kind or a day" list
	spoilt "UPDATE assessment SET sealed = -99999999" "has a kind or a day" list
}

# Nothing in the schema of a received file runs.
case_a_schema_of_another_program_is_refused()
{
	export REKINDLE_DB=whole.db
	run import "$here/../data/exchange/minimal.json"
	exits 0
	id=$(sqlite3 whole.db "SELECT lower(hex(id)) FROM assessment")
	for schema in "CREATE TRIGGER t AFTER UPDATE ON answer BEGIN DELETE FROM party; END" \
		"CREATE TRIGGER t AFTER INSERT ON change BEGIN DELETE FROM party; END" \
		"ALTER TABLE person RENAME TO p; CREATE VIEW person AS SELECT * FROM p" \
		"CREATE TABLE other (a)" "CREATE INDEX extra ON answer (comment)" \
		"ALTER TABLE kpi ADD COLUMN more TEXT" "DROP INDEX party_alliance"; do
		for command in list "show $id" "plan $id --save"; do
			spoilt "$schema" "is not laid out as rekindle does it" $command
			is "$(sqlite3 spoilt.db 'SELECT count(*) FROM party')" 2
		done
	done
	sqlite3 whole.db "ANALYZE; VACUUM"
	run list
	exits 0
}

# Whatever the locale: only a terminal that cannot show it gets ASCII.
case_files_are_utf8_in_any_locale()
{
	name=$(printf 'In\303\251s Caro')
	alliance
	feed 'y\n' interview "$id" --party Helix --role manager --name "$name"
	run plan "$id" --save
	for locale in C POSIX en_US.ISO-8859-1; do
		unset LANG LC_ALL
		LC_ALL=$locale
		export LC_ALL
		for format in text markdown html json; do
			run report "$id" --format $format -o file.$format --force
			exits 0
			grep -qF "$name" file.$format || fault "$locale, $format: the name is lost"
			run report "$id" --format $format
			says "$name"
			run report "$id" --format $format -o file.$format --ascii --force
			! LC_ALL=C grep -q '[^	 -~]' file.$format || fault "$format: not ASCII"
		done
		for command in show "plan --format csv" export; do
			run $command "$id"
			exits 0
		done
		run show "$id"
		says "$name"
		run export "$id" -o export.json --force
		grep -qF "$name" export.json || fault "the name is lost"
	done
	PAGER=cat LC_ALL=C TERM=xterm script -qec "$REKINDLE show $id" /dev/null > out < /dev/null
	says "In?s Caro"
	PAGER=cat LC_ALL=C.UTF-8 TERM=xterm script -qec "$REKINDLE show $id" /dev/null > out < /dev/null
	says "$name"
}

case_days_that_there_are_not_say_which()
{
	alliance
	for command in plan report; do
		refuses 2 "--start 2026-02-30 is no date: that month has 28 days" $command "$id" \
			--start 2026-02-30
		refuses 2 "--start 2028-02-30 is no date: that month has 29 days" $command "$id" \
			--start 2028-02-30
		refuses 2 "--start 2026-13-01 is no date: a year has 12 months" $command "$id" \
			--start 2026-13-01
		refuses 2 "--start 9999-12-27 is out of range: years go from 1900 to 2200" $command \
			"$id" --start 9999-12-27
		refuses 2 "--start 1.2.2026 can be 1 February 2026 or 2 January 2026; write 2026-02-01 or 2026-01-02" \
			$command "$id" --start 1.2.2026
	done
	REKINDLE_TODAY=2026-02-30 refuses 2 "which is no date: that month has 28 days" list
	REKINDLE_TODAY=9999-12-27 refuses 2 "which is out of range: years go from" list
}

# What commands print is text: no colour, whatever --color says, on a terminal neither.
case_what_is_printed_has_no_colour()
{
	alliance
	for command in list "show $id" "diagnose $id" "trend $id" "report $id" "plan $id" help; do
		run --color always $command
		exits 0
		! grep -q "$(printf '\033')" out || fault "$command: colour"
		PAGER=cat TERM=xterm script -qec "$REKINDLE --color always $command" /dev/null \
			> out < /dev/null
		! grep -q "$(printf '\033')" out || fault "$command: colour on a terminal"
	done
}
