# SPDX-License-Identifier: MIT
# delete, list --deleted, undelete.

case_delete_and_undelete_an_alliance()
{
	alliance
	run export Helios
	exits 0
	run delete HELIOS
	exits 0
	warns "until 15 April 2026"
	is "$(wc -c < out)" 0
	run list
	says_not Helios
	refuses 2 "no alliance or assessment is called" delete Helios
	run list --deleted
	exits 0
	grep -q "alliance Helios *2026-03-16 2026-04-15$" out || fault "not in the bin"
	run list --deleted --json
	is "$(json out 0.kind)" alliance
	is "$(json out 0.name)" Helios
	is "$(json out 0.deleted)" 2026-03-16
	is "$(json out 0.erased)" 2026-04-15
	bin=$(json out 0.id)
	refuses 2 "nothing in the bin is called" undelete Helio
	run undelete "$(echo "$bin" | cut -c 1-8)"
	exits 0
	warns "brought back: Helios"
	run list --json
	is "$(json out 0.id)" "$id"
	run list --deleted
	exits 0
	warns "nothing lies in the bin"
}

case_import_of_an_older_file_leaves_what_is_deleted_in_the_bin()
{
	alliance
	run export Helios -o old.json
	run list --json
	both="$(json out 0.id) $(json out 0.alliance_id)"
	for one in $both; do
		run delete "$one"
		exits 0
		for dry in --dry-run --json --line; do
			run import old.json $dry
			exits 0
		done
		says "old.json: 0 added, 0 changed"
		says "stays deleted"
		says "rekindle undelete $one brings it back"
		run list --deleted --json
		is "$(json out 0.id)" "$one"
		is "$(grep -c "$one" out)" 1
		run undelete "$one"
		exits 0
		run list
		says Helios
	done
}

case_all_in_the_bin_is_said_with_the_way_back()
{
	alliance
	run list --json
	other=$(json out 0.alliance_id)
	alliance
	run delete "$other"
	run list
	exits 0
	says Helios
	run delete Helios
	run list
	exits 0
	warns "there is no alliance, 2 lie in the bin: rekindle list --deleted shows them, rekindle undelete ID brings one back"
	refuses 2 "2 lie in the bin" show Helios
	run undelete "$other"
	exits 0
	run list
	says Helios
}

# It can be taken back; forget cannot.
case_delete_asks_nothing()
{
	alliance
	run help delete
	says "Asks nothing"
	run --no-input delete "$id"
	exits 0
	warns "rekindle undelete $id brings it back"
	run --no-input undelete "$id"
	exits 0
	refuses 2 "say --force" --no-input forget Helios
}

case_undelete_of_a_persons_name_says_the_id()
{
	alliance
	run people Helios add --party Helix --role manager --name "Bo Lind"
	exits 0
	run people Helios remove "Bo Lind"
	exits 0
	run list --deleted --json
	bo=$(json out 0.id)
	refuses 2 "comes back by its id: $(echo "$bo" | cut -c 1-13) person Bo Lind" undelete "bo lind"
	refuses 2 'nothing in the bin is called "Bo"' undelete Bo
	run undelete "$(echo "$bo" | cut -c 1-13)"
	exits 0
	warns "brought back: Bo Lind"
}

case_delete_by_id_is_the_assessment()
{
	alliance
	run delete "$id"
	exits 0
	warns "assessment of Helios"
	run list --deleted --json
	is "$(json out 0.kind)" assessment
	is "$(json out 0.name)" baseline
	is "$(json out 0.alliance)" Helios
	run undelete "$id"
	exits 0
	run show "$id"
	exits 0
}

case_delete_of_two_of_a_name_asks_for_the_id()
{
	alliance
	alliance
	refuses 2 "can mean more than one" delete Helios
	for one in 1 2; do
		run list --json
		run delete "$(json out 0.alliance_id)"
		exits 0
	done
	refuses 2 "can mean more than one" undelete Helios
	run list --deleted --json
	run undelete "$(json out 0.id)"
	exits 0
	run undelete Helios
	exits 0
	run list --json
	is "$(json out 1.alliance)" Helios
}

case_delete_needs_an_operand()
{
	alliance
	refuses 2 "delete needs an ID" delete
	refuses 2 "undelete needs an ID" undelete
	refuses 2 "not valid UTF-8" delete "$(printf '\377')"
	refuses 1 "there is no database" --db none.db delete Helios
}

# Other copies are told of neither the deletion nor of the way back; they take it as a change.
case_undelete_takes_the_deletion_back()
{
	alliance
	run delete "$id"
	run export Helios
	exits 2
	run undelete "$id"
	run export Helios
	! grep -q deleted out || fault "the deletion is still told"
}

# The example in a folder of its own, Anna of it with words that nobody else has; exported to old.json.
forgetful()
{
	python3 - "$here/../data/one-round.json" "$@" > example.json <<'END'
import json, sys
file = json.load(open(sys.argv[1]))
person = file["alliance"]["people"][0]
person["name"] = "Zacharias Quuxley"
round = file["assessments"][0]
if len(sys.argv) > 2:
    round["sealed"] = "2026-11-01"
for respondent in round["respondents"]:
    if respondent.get("person") == person["id"]:
        respondent["name"] = "Zacharias Quuxley"
        for answer in round["answers"]:
            if answer["respondent"] == respondent["id"]:
                answer["comment"] = "zzcomment"
                answer["quote"] = "zzquote"
json.dump(file, sys.stdout)
END
	run import example.json
	exits 0
	run export Phoenix\ Labs\ and\ GenTech\ Solutions -o old.json
	exits 0
	grep -q zzquote old.json || fault "nothing to forget"
	is "$(left)" "$copy rekindle.db"
}
# The safety copy of the day, which keeps what was forgotten later, and is named.
copy=backups/rekindle-2026-03-16.db
# Files of the data folder that hold any of it.
left()
{
	(cd data/rekindle && grep -lEra "Quuxley|zzcomment|zzquote" . | sed 's,^./,,' | sort | paste -sd " ")
}

case_forget_erases_a_person()
{
	forgetful
	db=data/rekindle/rekindle.db
	name="Phoenix Labs and GenTech Solutions"
	refuses 2 "say --force" forget "$name" "zacharias quuxley"
	refuses 2 "nobody of this alliance is called" forget "$name" Zachary --force
	run forget "$name" "zacharias quuxley" --force
	exits 0
	warns "forgotten: Zacharias Quuxley"
	says "$copy"
	is "$(left)" "$copy"
	run export "$name"
	! grep -qE "Quuxley|zz" out || fault "still exported"
	# nothing brings it back
	run import old.json
	exits 0
	says "stays forgotten: person Zacharias Quuxley"
	is "$(left)" "$copy"
	run import old.json --theirs --json
	json out 0.conflicts | grep -q '"forgotten"'
	is "$(left)" "$copy"
	refuses 2 "nobody of this alliance is called" forget "$name" "zacharias quuxley" --force
}

# Of an alliance that lies in the bin as well; it comes back without them.
case_forget_erases_a_person_of_an_alliance_in_the_bin()
{
	forgetful
	name="Phoenix Labs and GenTech Solutions"
	run delete "$name"
	refuses 2 "nobody of this alliance is called" forget "$name" Zachary --force
	run forget "$name" "zacharias quuxley" --force
	exits 0
	warns "forgotten: Zacharias Quuxley"
	is "$(left)" "$copy"
	run import old.json
	exits 0
	says "stays deleted: alliance"
	run undelete "$name"
	exits 0
	run export "$name"
	exits 0
	! grep -qE "Quuxley|zz" out || fault "still exported"
	grep -q "Dev Anand" out || fault "others are gone"
	run import old.json
	says "stays forgotten: person Zacharias Quuxley"
	is "$(left)" "$copy"
}

# Two records of one person, both heard in one round: what the other said stands in the comments.
case_forget_of_a_record_that_was_merged_leaves_nothing()
{
	forgetful
	name="Phoenix Labs and GenTech Solutions"
	run people "$name" merge "Zacharias Quuxley" "Dev Anand"
	exits 0
	refuses 2 "forget Dev Anand, which erases both; nothing was erased" \
		forget "$name" "Zacharias Quuxley" --force
	# undeleted, and deleted again, it is still in the other
	run list --deleted --json
	run undelete "$(json out 0.id)"
	exits 0
	refuses 2 "forget Dev Anand, which erases both; nothing was erased" \
		forget "$name" "Zacharias Quuxley" --force
	run people "$name" remove "Zacharias Quuxley" --force
	exits 0
	run export "$name"
	grep -q zzquote out || fault "erased all the same"
	# over another merge as well
	run people "$name" merge "Dev Anand" "Inés Caro"
	exits 0
	refuses 2 "forget Inés Caro, which erases both" forget "$name" "Zacharias Quuxley" --force
	run forget "$name" "Inés Caro" --force
	exits 0
	is "$(left)" "$copy"
	run list --deleted
	warns "nothing lies in the bin"
	run import old.json
	says "stays forgotten: person Zacharias Quuxley"
	says "stays forgotten: person Dev Anand"
	is "$(left)" "$copy"
}

case_forget_writes_in_a_sealed_round()
{
	forgetful sealed
	run list --json
	is "$(json out 0.sealed)" 2026-11-01
	run forget "Phoenix Labs and GenTech Solutions" "Zacharias Quuxley" --force
	exits 0
	is "$(left)" "$copy"
}

case_forget_erases_an_alliance_and_names_copies()
{
	forgetful
	name="Phoenix Labs and GenTech Solutions"
	alliance
		cp data/rekindle/rekindle.db data/rekindle/backups/rekindle.2026-03-15.db
	run list --json
	round=$(json out 1.id)
	refuses 2 "forget erases the whole alliance" forget "$round" --force
	run delete "$name"
	exits 0
	run forget "$name" --force
	exits 0
	says "$copy"
	says "backups/rekindle.2026-03-15.db"
	is "$(left)" "$copy backups/rekindle.2026-03-15.db"
	run list --deleted
	warns "nothing lies in the bin"
	run import old.json
	exits 4
	warns "was forgotten here"
	run list
	says Helios
	says_not Phoenix
}

case_bin_is_erased_by_the_first_change_after_its_days()
{
	forgetful
	alliance
	run delete "Phoenix Labs and GenTech Solutions"
	REKINDLE_TODAY=2026-04-15
	run list --deleted
	says Phoenix
	is "$(left)" "$copy rekindle.db"
	run plan Helios --save
	exits 0
	is "$(left)" "$copy"
	run list --deleted
	warns "nothing lies in the bin"
}

# What was written in an editor when the program was killed lies in the temporary folder.
case_forget_leaves_nothing_in_the_temporary_folder()
{
	TMPDIR=$PWD/temporary
	export TMPDIR
	run import "$here/data/two-sides.json"
	exits 0
	db=$(realpath data/rekindle/rekindle.db)
	dead=$(sh -c 'echo $$')
	left=$TMPDIR/rekindle-$(id -u)/$dead.abcdef
	mkdir -p "$left"
	chmod 700 "$TMPDIR/rekindle-$(id -u)" "$left"
	run export Helios
	round=$(json out assessments.0.id)
	who=$(json out assessments.0.respondents.0.id)
	person=$(json out assessments.0.respondents.0.name)
	item=$(json out assessments.0.answers.0.item)
	printf '%s\n%s\n%s\n%s\n1\n%s' "$dead" "$db" "$round" "$who" "$item" > "$left/for"
	echo "What she told us" > "$left/text"
	run forget Helios "$person" --force
	exits 0
	[ ! -e "$left" ] || fault "a text stays: $(ls "$left")"
	! grep -q "What she told us" "$db" || fault "it is in the database"
}
