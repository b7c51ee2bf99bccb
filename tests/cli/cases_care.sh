# SPDX-License-Identifier: MIT
# Care for the database: safety copies, backup, restore, doctor.

# A database named by name, with an alliance, a copy of today and a session in line mode that can be held open.
care_setup()
{
	db=$PWD/data/rekindle/rekindle.db
	copy=$PWD/data/rekindle/backups/rekindle-2026-03-16.db
	run import "$here/../data/exchange/minimal.json"
	exits 0
}

# Everything below a folder, with times: what looks must change nothing.
care_state()
{
	find "$PWD/data" -type f -o -type d | sort | xargs stat -c '%n %s %a %y %i'
	find "$PWD/data" -type f | sort | xargs cksum
}

# logged FILE SQL COPY: the file with a -wal in which SQL stands, as a program that is killed leaves both.
logged()
{
	sqlite3 "$1" > /dev/null <<-END
	PRAGMA journal_mode = WAL;
	$2;
	.shell cp '$1' '$3'; cp '$1-wal' '$3-wal'
	END
	[ -s "$3-wal" ] || fault "no -wal to begin with"
}

# doctor CODE STATE WORDS: exit code, state, a part of what to do; nothing is changed.
doctor()
{
	care_state > before
	run doctor
	exits "$1"
	says "$3"
	run doctor --json
	exits "$1"
	is "$(json out state)" "$2"
	[ -n "$(json out next)" ] || fault "no next step"
	care_state > after
	cmp -s before after || fault "doctor changed something: $(diff before after)"
}

case_backup_is_a_whole_copy()
{
	care_setup
	run backup one.db
	exits 0
	says "one.db is a whole copy of $db"
	mode one.db 600
	is "$(ls -A . | grep -c rekindle-)" 0
	refuses 1 "exists already" backup one.db
	run backup --force one.db
	exits 0
	run list --db one.db
	says Phoenix
	refuses 2 "is the database itself or one of its files" backup "$db" --force
	refuses 2 "is the database itself or one of its files" backup "$db-wal" --force
	ln -s "$db" link.db
	refuses 2 "is the database itself or one of its files" backup link.db --force
	refuses 2 "not a plain file" backup . --force
	refuses 1 "cannot write beside" backup none/two.db
	refuses 2 "needs the name of a file" backup
	: > three.db-journal
	run backup three.db
	exits 0
	echo left > four.db-wal
	refuses 2 "four.db-wal lies there" backup four.db
}

# Somebody writes all the time: every copy is whole, and has all that was there when it was begun.
case_backup_while_others_write()
{
	care_setup
	(
		i=0
		while [ ! -e stop ]; do
			i=$((i + 1))
			"$REKINDLE" new --name "N$i" --party A --party B > /dev/null 2>> errors || exit 1
			echo $i > written.new && mv written.new written
		done
	) &
	await test -e written
	for turn in 1 2 3 4 5; do
		before=$(cat written)
		run backup "b$turn.db"
		exits 0
		is "$(sqlite3 "b$turn.db" "PRAGMA integrity_check")" ok
		[ "$(sqlite3 "b$turn.db" "SELECT count(*) FROM alliance")" -gt "$before" ] ||
			fault "a change that was stored is not in the copy"
	done
	: > stop
	wait
	[ ! -s errors ] || fault "$(cat errors)"
}

# The journal of one that is writing is no leftover: whoever comes to read is not in its way.
case_reading_beside_one_that_writes()
{
	care_setup
	sqlite3 "$db" > said 2>&1 <<-EOT || fault "the writer: $(cat said)"
		.timeout 500
		PRAGMA journal_mode = TRUNCATE;
		BEGIN IMMEDIATE;
		UPDATE alliance SET name = 'Helios';
		.shell test -s "$db-journal" && echo writing
		.shell "$REKINDLE" list > listed & sleep 0.3
		COMMIT;
	EOT
	is "$(cat said)" "truncate
writing"
	await test -s listed
	grep -Eq 'Phoenix|Helios' listed || fault "$(cat listed)"
	run list
	says Helios
}

case_restore_swaps_and_keeps_aside()
{
	care_setup
	run backup one.db
	alliance
	run restore one.db
	exits 0
	says "what was there before is kept as $db.replaced-2026-03-16"
	mode "$db" 600
	mode "$db.replaced-2026-03-16" 600
	run list
	says Phoenix
	says_not Helios
	run list --db "$db.replaced-2026-03-16"
	says Helios
	# and back, which keeps the present one again
	run restore "$db.replaced-2026-03-16"
	exits 0
	says "kept as $db.replaced-2026-03-16.2"
	run list
	says Helios
	[ ! -e "data/rekindle/.rekindle.db.restore" ] || fault "something is left"
	# where there is none, and no folder either
	rm -r data/rekindle
	run restore one.db
	exits 0
	says "$db is now what one.db holds"
	says_not "kept as"
	mode data/rekindle 700
	mode "$db" 600
	run list
	says Phoenix
	refuses 2 "restore needs" restore
	refuses 2 ":memory:" --db :memory: restore one.db
}

case_restore_of_each_kept_copy()
{
	care_setup
	for day in 17 18 19; do
		REKINDLE_TODAY=2026-03-$day run new --name "Day$day" --party A --party B
		exits 0
	done
	for day in 19 17 18 16; do
		run restore "data/rekindle/backups/rekindle-2026-03-$day.db"
		exits 0
		run list --json
		is "$(grep -c '"alliance":' out)" $((day - 15))
	done
}

case_restore_refuses_what_is_not_whole()
{
	care_setup
	run backup good.db
	sum=$(cksum < "$db")
	refuses 2 "is the database itself" restore "$db"
	ln "$db" hard.db
	refuses 2 "is the database itself" restore hard.db
	refuses 1 "cannot read none.db" restore none.db
	refuses 2 "is not a file" restore .
	refuses 1 "it is empty" restore out
	echo nothing > text.db
	refuses 1 "not an SQLite file" restore text.db
	sqlite3 foreign.db "CREATE TABLE x (y); PRAGMA user_version = 3"
	refuses 1 "another program's SQLite file" restore foreign.db
	cp good.db newer.db
	sqlite3 newer.db "PRAGMA user_version = 1000"
	refuses 1 "was written by a newer rekindle" restore newer.db
	head -c 100000 good.db > cut.db
	refuses 3 "is cut off: 100000 of its" restore cut.db
	cp good.db page.db
	for page in $(seq 1 90); do
		printf ZZZZZZZZZZZZZZZZ | dd of=page.db bs=1 seek=$((page * 4096)) conv=notrunc 2> /dev/null
	done
	refuses 3 "page.db is damaged" restore page.db
	cp good.db layout.db
	sqlite3 layout.db "CREATE TABLE x (y)"
	refuses 3 "is not laid out as rekindle does it" restore layout.db
	cp good.db row.db
	sqlite3 row.db "UPDATE respondent SET role = 77"
	refuses 3 "row.db: the respondent with key" restore row.db
	! grep -q "safety copy" err || fault "a way back from a file that is not in use"
	cp good.db half.db
	echo journal > half.db-journal
	refuses 3 "copied in the middle of a write" restore half.db
	is "$(cksum < "$db")" "$sum"
	is "$(ls -A data/rekindle | wc -l)" 2
}

case_restore_of_an_older_database()
{
	care_setup
	sqlite3 old.db < "$here/../data/db-0.1.0.sql"
	before=$(sqlite3 old.db "PRAGMA user_version")
	run restore old.db
	exits 0
	is "$(sqlite3 "$db" "PRAGMA user_version")" "$before"
	is "$(sqlite3 old.db "PRAGMA user_version")" "$before"
	is "$(ls -A data/rekindle | grep -c schema)" 0
	run doctor
	exits 0
	says "whole, of an older rekindle"
	run list
	exits 0
	warns "was brought up to date"
	# one that cannot be brought up to date is not let in
	sqlite3 old.db "DROP TABLE change; CREATE TABLE change (x)"
	refuses 1 "cannot be brought up to date" restore old.db
}

# The -wal that belongs to a copy comes with it; one that belongs to what is replaced does not.
case_restore_mixes_no_journals()
{
	care_setup
	run backup one.db
	logged one.db "UPDATE alliance SET name = 'Logged'" two.db
	cp two.db-wal "$db-wal"
	printf broken > "$db"
	run restore two.db
	exits 0
	run list
	says Logged
	[ -s "$db.replaced-2026-03-16-wal" ] || fault "the -wal was not kept"
	is "$(cat "$db.replaced-2026-03-16")" broken
}

# Somebody has it open: by the locks of this program, and by those of another.
case_restore_waits_for_nobody()
{
	care_setup
	run backup one.db
	mkfifo typed
	"$REKINDLE" interview Phoenix --party 1 --role sponsor < typed > said 2>&1 &
	process=$!
	exec 7> typed
	await grep -q "?" said
	refuses 4 "$db is open in process $process" restore one.db
	refuses 4 "is a database that is open in process $process" --db one.db backup "$db" --force
	run doctor
	exits 0
	says "Open in     process $process"
	exec 7>&-
	wait
	mkfifo sql
	sqlite3 "$db" < sql > held &
	exec 7> sql
	echo "BEGIN EXCLUSIVE; UPDATE alliance SET name = name; SELECT 'held';" >&7
	await grep -q held held
	refuses 4 "$db is open in" restore one.db
	doctor 4 locked "end the program that holds it"
	exec 7>&-
	wait
	run restore one.db
	exits 0
}

case_doctor_tells_where_everything_lies()
{
	care_setup
	run doctor
	exits 0
	says "Database    $db"
	says "State       whole"
	says "1 alliance, 1 assessment"
	says "Open in     nobody"
	says "Copies      2026-03-16"
	says "Newest      $copy"
	says "To do       nothing"
	run doctor --json
	exits 0
	is "$(json out database)" "$db"
	is "$(json out newest_copy)" "$copy"
	is "$(json out files.0.whole)" true
	is "$(json out open_in)" "[]"
	refuses 2 ":memory:" --db :memory: doctor
	unset HOME XDG_DATA_HOME
	refuses 2 "no place for a database" doctor
}

# Every kind of damage has its state and one right next step.
case_doctor_knows_each_damage()
{
	care_setup
	cp "$db" whole.db
	command="bring back the newest good copy: rekindle restore $copy"
	doctor 0 whole "To do       nothing"
	rm "$db"
	doctor 1 missing "$command"
	for how in list "new --name Other --party A --party B" "show x"; do
		refuses 1 "is not there, but there are safety copies of it: rekindle restore $copy brings the newest" $how
	done
	[ ! -e "$db" ] || fault "a database was begun beside its copies"
	cp whole.db "$(dirname "$db")/rescue-20260315-120000.db"
	doctor 1 missing "left that could not save: rekindle restore $(dirname "$db")/rescue-20260315-120000.db"
	touch -d 2020-01-01 "$(dirname "$db")/rescue-20260315-120000.db"
	doctor 1 missing "$command"
	rm "$(dirname "$db")/rescue-20260315-120000.db"
	mkdir "$db"
	doctor 1 no_file "the name of a file"
	rmdir "$db"
	: > "$db"
	doctor 3 empty "$command"
	refuses 3 "is empty, but there are safety copies of it: rekindle restore $copy" list
	[ ! -s "$db" ] || fault "an empty database was written"
	echo "a text" > "$db"
	doctor 3 no_database "$command"
	rm "$db"
	sqlite3 "$db" "CREATE TABLE x (y)"
	doctor 3 foreign "$command"
	cp whole.db "$db"
	sqlite3 "$db" "PRAGMA user_version = 1000"
	doctor 1 newer "use the newer rekindle"
	rm "$db"
	sqlite3 "$db" < "$here/../data/db-0.1.0.sql"
	doctor 0 older "brings it up to date"
	head -c 100000 whole.db > "$db"
	doctor 3 truncated "$command"
	cp whole.db "$db"
	for page in $(seq 1 90); do
		printf ZZZZZZZZZZZZZZZZ | dd of="$db" bs=1 seek=$((page * 4096)) conv=notrunc 2> /dev/null
	done
	doctor 3 damaged "$command"
	cp whole.db "$db"
	sqlite3 "$db" "CREATE TABLE x (y)"
	doctor 3 reshaped "$command"
	cp whole.db "$db"
	sqlite3 "$db" "UPDATE respondent SET role = 77"
	doctor 3 strange "$command"
	cp whole.db "$db"
	sqlite3 "$db" "DELETE FROM alliance"
	doctor 3 strange "$command"
	cp whole.db "$db"
	printf '\331\325\005\371\040\241\143\327 journal' > "$db-journal"
	doctor 3 cut_off "takes the write back"
	rm "$db-journal"
	rm "$copy"
	cp whole.db "$db"
	sqlite3 "$db" "UPDATE respondent SET role = 77"
	doctor 3 strange "bring back a copy that you made"
	: > "$db"
	refuses 3 "is empty; rekindle new begins in it" list
	rm "$db"
	doctor 1 missing "rekindle new begins one"
}

case_doctor_cannot_read_what_it_may_not()
{
	[ "$(id -u)" -ne 0 ] || return 0
	care_setup
	chmod 0 "$db"
	run doctor
	exits 1
	says "cannot be read"
	says "chmod u+rw $db"
}

# A -wal that does not belong to the file: whole without it, not with it.
case_doctor_tells_a_left_over_log()
{
	care_setup
	cp "$db" whole.db
	logged other.db "CREATE TABLE x (y); WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL
		SELECT i + 1 FROM n WHERE i < 90) INSERT INTO x SELECT hex(zeroblob(1900)) FROM n" left
	sqlite3 "$db" "PRAGMA journal_mode = WAL" > /dev/null
	cp left-wal "$db-wal"
	doctor 3 left_over "mv $db-wal $db-wal.aside"
	mv "$db-wal" "$db-wal.aside"
	doctor 0 whole "nothing"
}

# What a program that was killed had saved is read, and left where it lies.
case_doctor_reads_what_was_left()
{
	care_setup
	logged "$db" "UPDATE alliance SET name = 'Logged'" kept
	mv kept "$db"
	mv kept-wal "$db-wal"
	doctor 0 whole "the next opening takes it in"
	[ -s "$db-wal" ] || fault "the -wal is gone"
	run list
	says Logged
}

case_doctor_remarks()
{
	care_setup
	chmod 644 "$db"
	doctor 0 whole "chmod go= $db"
	chmod 400 "$db"
	doctor 0 whole "read-only"
	chmod 600 "$db"
	cp "$db" data/rekindle/rescue-20260316T120000.db
	doctor 0 whole "rekindle restore $PWD/data/rekindle/rescue-20260316T120000.db brings that back"
	rm data/rekindle/rescue-*
	host=$(hostname)
	sqlite3 "$db" "INSERT INTO hold (respondent, pid, host, since)
		SELECT min(key), 4194999, '$host', 0 FROM respondent"
	doctor 0 whole "program that is no more"
	sqlite3 "$db" "DELETE FROM hold"
	head -c 100000 "$db" > "$copy"
	doctor 3 whole "a safety copy is damaged"
	says_not "Newest"
	rm "$copy"
	doctor 0 whole "no good safety copy"
}

# Names that a shell would take apart are quoted in what is to be typed.
case_commands_to_type_can_be_typed()
{
	mkdir "my data"
	run --db "my data/it's.db" import "$here/../data/exchange/minimal.json"
	exits 0
	echo broken > "my data/it's.db"
	run --db "my data/it's.db" list
	exits 1
	command=$(sed "s/.*comes back with: rekindle //" err)
	code=0
	eval "\"\$REKINDLE\" $command" > out 2> err || code=$?
	exits 0
	run --db "my data/it's.db" list
	says Phoenix
}

# Of each assessment what no rekindle writes is listed, and what to do.
case_doctor_lists_what_is_absurd()
{
	care_setup
	run new --name Second --party A --party B
	exits 0
	"$REKINDLE" interview Second --party A --role manager --name Zoe --line > typed 2>&1 <<-'END'
		y
		:quit
	END
	sqlite3 "$db" "UPDATE respondent SET date = -40000 WHERE name = 'Zoe'"
	sqlite3 "$db" "UPDATE respondent SET role = 77 WHERE name IS NOT 'Zoe'"
	run doctor
	exits 3
	says "in its column date that no rekindle writes"
	says "in its column role that no rekindle writes"
	says "To do"
	run doctor --json
	exits 3
	is "$(json out faults.0)" "$(json out fault)"
	[ "$(json out faults.1)" != "$(json out faults.0)" ] || fault "the same twice"
}
