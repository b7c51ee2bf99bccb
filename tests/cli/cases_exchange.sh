# SPDX-License-Identifier: MIT
# export and import.

case_export_import_export_is_the_same()
{
	run import "$here/data/two-sides.json"
	exits 0
	says "added"
	run export Helios
	exits 0
	warns "full confidential copy of Helios"
	cp out first.json
	run import first.json
	exits 0
	says "0 added, 0 changed"
	run import --db other.db first.json
	exits 0
	mode other.db 600
	run export Helios --db other.db
	exits 0
	cmp out first.json
	run export Helios --only
	exits 0
	is "$(json out format)" rekindle-exchange
}

case_import_reads_standard_input()
{
	run import "$here/data/two-sides.json"
	run export Helios -o copy.json
	exits 0
	mode copy.json 600
	code=0
	"$REKINDLE" import - --db other.db --json < copy.json > out 2> err || code=$?
	exits 0
	id=$(json out 0.assessment)
	run show "$id" --db other.db
	exits 0
	says "Ana Ruiz"
}

case_import_dry_changes_nothing()
{
	run import --dry-run "$here/data/two-sides.json"
	exits 0
	says "would be"
	[ ! -e data/rekindle/rekindle.db ]
	alliance
	run import --dry-run "$here/data/two-sides.json"
	exits 0
	run list --json
	is "$(json out | grep -c '"alliance"')" 1
}

case_import_tells_conflicts()
{
	run import "$here/data/two-sides.json"
	run export Helios -o one.json
	sed 's/"Ana Ruiz"/"Ana Ruiz-Vega"/' one.json > two.json
	! cmp -s one.json two.json
	run import two.json --json
	exits 0
	is "$(json out 0.file)" two.json
}

# Yesterday's file changes nothing of today, and says so with both values; a dry run says the same.
case_import_never_goes_back_in_time()
{
	run import "$here/data/two-sides.json"
	run export Helios -o old.json
	sed 's/"Ana Ruiz"/"Ana Ruiz-Vega"/' old.json > new.json
	run import new.json
	exits 0
	is "$(grep -c '^  kept: ' out)" "$(grep -c . out | awk '{print $1 - 1}')"
	run import --dry-run --theirs new.json
	exits 0
	sed 's/would be //' out > dry
	run import --theirs new.json
	exits 0
	cmp out dry || fault "a dry run says something else"
	grep -q '^  overwritten: person Ana Ruiz, name: "Ana Ruiz" of unknown time by "Ana Ruiz-Vega"' out ||
		fault "$(cat out)"
	run import old.json --json
	exits 0
	is "$(json out 0.changed)" 0
	is "$(json out 0.conflicts.0.verdict)" kept
	is "$(json out 0.conflicts.0.database)" Ana\ Ruiz-Vega
	is "$(json out 0.conflicts.0.file)" Ana\ Ruiz
	run export Helios
	! grep -q '"Ana Ruiz"' out || fault "it went back"
}

case_import_leaves_sealed_rounds_alone()
{
	run import "$here/data/two-sides.json"
	run export Helios -o open.json
	python3 - <<-'END'
	import json
	document = json.load(open('open.json'))
	document['assessments'][0]['sealed'] = '2026-11-21'
	json.dump(document, open('sealed.json', 'w'))
	document['assessments'][0]['title'] = 'Another'
	document['assessments'][0]['risks'] = [{'text': 'New'}]
	json.dump(document, open('other.json', 'w'))
	END
	run import --theirs sealed.json
	exits 0
	run import --theirs other.json
	exits 4
	warns "rounds that are sealed"
	run export Helios
	! grep -q 'Another\|New' out || fault "a sealed round was changed"
}

case_import_refuses_what_is_malformed()
{
	echo '{"format": "rekindle-exchange",' > half.json
	refuses 3 "half.json" import half.json
	echo '[]' > list.json
	refuses 3 "list.json" import list.json
	: > empty.json
	refuses 3 "empty.json" import empty.json
	refuses 1 "cannot read missing.json" import missing.json
	refuses 1 "cannot read tmp" import tmp
	refuses 2 "import needs a file" import
	run import "$here/data/two-sides.json" half.json
	exits 3
	run list --json
	is "$(json out)" "[]"
}

case_import_of_several_files_is_all_or_none()
{
	echo '{"alliance": {"id": "n", "name": "New", "parties": [{"name": "A"}]}}' > good.json
	printf '{"alliance": {"name": "X", "parties": [{"name": "A"}]},\n "assessments": [{"risks":\n [{"text": ""}]}]}' > bad.json
	refuses 3 "bad.json:3:12: assessments[0].risks[0].text: must not be empty" import good.json bad.json
	run list --json
	is "$(json out)" "[]"
}

case_plan_that_no_file_could_hold_is_not_stored()
{
	run import "$here/../data/one-round.json"
	refuses 3 "outside the years 1900 to 2200" plan "Phoenix Labs and GenTech Solutions" --save --start 2200-12-29
	run export "Phoenix Labs and GenTech Solutions" -o after.json
	! grep -q '"plan"' after.json || fault "stored all the same"
}

# What the program that had one version only said of it: without what is said now of any version, that
# something has happened and how often such a grade is right.
as_before()
{
	python3 - out > told.json <<-'END'
	import re, sys
	told = open(sys.argv[1]).read()
	told = re.sub(r'\n    \{\n      "id": "event\..*?\n    \},', '', told, flags=re.S)
	print(re.sub(r',\n    "simulated": [^\n]*', '', told), end='')
	END
	cmp told.json "$1" || fault "the diagnosis of ${1##*-} differs"
}

# Rounds of version 1 of the bank are diagnosed as by the program that had no other, byte for byte: the
# expected texts are that program's, but for an impatience in the second year of an alliance, which followed
# from its plan's start and no longer does, and for words: the name of an aspect, recorded facts and people
# who do not count that are said beside a value.
case_rounds_of_core_1_mean_the_same()
{
	told=$here/../data/core-1
	run import "$told/example.json" --db story.db
	exits 0
	seen=0
	for expected in "$told"/diagnosis-????????.json; do
		id=${expected##*diagnosis-}
		run diagnose "${id%.json}" --json --db story.db
		exits 0
		as_before "$expected"
		seen=$((seen + 1))
	done
	is $seen 5
	run import "$here/../data/exchange/0.1.0.json" --db old.db
	exits 0
	run diagnose 1529169f --json --db old.db
	exits 0
	as_before "$told/diagnosis-0.1.0.json"
}

# A file says which version its rounds are of; one that names none is of when there was one.
case_import_of_versions_of_the_bank()
{
	for version in '' ', "version": "1"' ', "version": 2' ', "version": "2"'; do
		named=${version##* }
		printf '{"instrument": {"id": "core"%s}, "alliance": {"name": "P", "parties": [{"name": "A"}, {"name": "B"}]},
			"assessments": [{"title": "One"}]}' "$version" > one.json
		run import one.json --db one.db
		exits 0
		run list --json --db one.db
		run show "$(json out 0.id)" --json --db one.db
		is "$(json out instrument.version)" "$(echo "${named:-1}" | tr -d '"')"
		rm -rf one.db backups
	done
	printf '{"instrument": {"id": "core", "version": "3"}, "alliance": {"name": "P", "parties": [{"name": "A"}]}}' > three.json
	refuses 3 "instrument core 3 is none of those built in (core 1 and 2)" import three.json --db one.db
	is "$(wc -l < err)" 1
}

# A database and a document of 0.1.0 give the same diagnosis and plan, byte for byte, and the same copy;
# the database is brought up to date on the way, with a copy beside it.
case_database_of_0_1_0_means_the_same()
{
	sqlite3 old.db < "$here/../data/db-0.1.0.sql"
	run list --db old.db
	exits 0
	warns "brought up to date"
	[ -f old.db.schema-5 ] || fault "no copy beside the database"
	run import "$here/../data/exchange/0.1.0.json" --db fresh.db
	exits 0
	for command in diagnose plan; do
		run "$command" 1529169f --json --db fresh.db
		exits 0
		mv out fresh.json
		run "$command" 1529169f --json --db old.db
		exits 0
		cmp out fresh.json || fault "$command differs"
	done
	run export 1529169f --db old.db
	exits 0
	python3 - "$here/../data/exchange/0.1.0.json" <<-'END' || fault "the copy differs"
	import json, sys
	# times of change, and nulls that they bring, are new, as is the profile of the round; the plan
	# and the KPIs stood in the round
	# what follows from the plan minds days off and the end of the contract now
	def settle(plan):
	    for derived in 'events', 'warnings':
	        plan.pop(derived)
	    for gate in plan['gates']:
	        gate.pop('date', None)
	def back(document):
	    alliance, (one,) = document['alliance'], document['assessments']
	    one.pop('profile')
	    one['plan'], one['kpis'] = alliance.pop('plan'), alliance.pop('kpis')
	    settle(one['plan'])
	    for entry in one['plan']['actions'] + one['plan']['gates']:
	        entry.pop('round', None)
	    return document
	def plain(value, answer=False):
	    if isinstance(value, list):
	        return [plain(each, answer) for each in value]
	    if not isinstance(value, dict):
	        return value
	    kept = {name: plain(each, answer or name == 'answers') for name, each in value.items()
	            if each is not None and (answer or name not in ('changed', 'drawn'))}
	    return {name: each for name, each in kept.items() if each != {}}
	before = json.load(open(sys.argv[1]))
	settle(before['assessments'][0]['plan'])
	assert plain(back(json.load(open('out')))) == plain(before)
	END
}

# So do those of 0.2.0, and the copy is the file that was written then.
case_database_of_0_2_0_means_the_same()
{
	export REKINDLE_TODAY=2027-03-01
	sqlite3 old.db < "$here/../data/db-0.2.0.sql"
	run list --db old.db
	exits 0
	run import "$here/../data/exchange/0.2.0.json" --db fresh.db
	exits 0
	for command in diagnose plan people answers; do
		for db in fresh old; do
			run "$command" Phoenix --json --db $db.db
			exits 0
			mv out $db.json
		done
		cmp fresh.json old.json || fault "$command differs"
	done
	run export Phoenix --db old.db
	exits 0
	cmp out "$here/../data/exchange/0.2.0.json" || fault "the copy differs"
	run undelete Gone --db old.db
	exits 0
	run show Gone --db old.db
	says "Gone"
}

# The people whom both are to hear, in start.json.
team_of_two()
{
	alliance
	for party in 1 2; do
		for role in sponsor manager operations; do
			run people Helios add --party $party --role $role --name "$role $party"
			exits 0
		done
	done
	run export Helios -o start.json
	exits 0
}

# hear DB WHO RATINGS POINTS: the questions line by line, d for "don't know" and x for declined, and what is
# said and corrected afterwards.
hear()
{
	db=$1
	who=$2
	ratings=$(echo "$3" | sed 's/./&\\n/g; s/d/dk/g; s/x/declined/g')
	feed "y\n\n\n:jump 3\n${ratings}It takes too long.\n.\n" interview Helios --line \
		--respondent "$who" --db $db
	exits 0
	run answer Helios --respondent "$who" split.points $4 --db $db
	exits 0
	run answer Helios --respondent "$who" 4 3 --comment "$who said so" --db $db
	exits 0
}

hear_first_half()
{
	hear $1 "sponsor 1" 44445453433444555243d542443334445334 "40 30 20 10"
	hear $1 "manager 2" 31411212332243231232d322142332322123 "10 20 30 40"
	hear $1 "operations 1" 555553425454253345453545555345544555 "0 0 50 50"
}

hear_second_half()
{
	hear $1 "sponsor 2" 224335333243344335323333353342434231 "25 25 25 25"
	hear $1 "manager 1" 34455x354243334544534443544433424444 "70 10 10 10"
	hear $1 "operations 2" 212131211131122211312321422112212322 "0 10 0 90"
}

# merged DB FILE...: a database of these copies, taken in one by one; its export in DB.json.
merged()
{
	db=$1
	shift
	for copy in "$@"; do
		run import "$copy" --db $db
		exits 0
	done
	run export Helios --db $db
	exits 0
	cp out $db.json
}

# A copy without the order of its lists: respondents and their answers stand in it as they came in, the own
# ones before those of a colleague, and no score minds that.
unordered()
{
	python3 - "$1" <<-'END'
	import json, sys
	def flat(value):
	    if isinstance(value, dict):
	        return {name: flat(one) for name, one in value.items()}
	    if isinstance(value, list):
	        return sorted(map(flat, value), key=lambda one: json.dumps(one, sort_keys=True))
	    return value
	print(json.dumps(flat(json.load(open(sys.argv[1]))), indent=1, sort_keys=True))
	END
}

# Two managers of one team: each begins with the same copy, hears half of the people and takes the other's
# copy in. Whatever is taken in first, it becomes the same, and says what one manager alone would have heard.
case_two_managers_of_one_team_have_the_same_in_the_end()
{
	team_of_two
	for db in ours theirs alone; do
		run import start.json --db $db
		exits 0
	done
	hear_first_half ours
	hear_second_half theirs
	hear_first_half alone
	hear_second_half alone
	for db in ours theirs; do
		run export Helios --db $db -o of-$db.json
		exits 0
	done
	merged ours of-theirs.json
	merged theirs of-ours.json
	merged forth start.json of-ours.json of-theirs.json
	merged back of-theirs.json of-ours.json start.json
	for db in ours theirs forth back; do
		unordered $db.json > $db.flat
	done
	for db in theirs forth back; do
		cmp ours.flat $db.flat || fault "the copies differ: ours and $db"
	done
	cmp ours.json forth.json || fault "of one order the copies differ"
	cmp theirs.json back.json || fault "of one order the copies differ"
	for db in ours theirs forth back alone; do
		run diagnose Helios --json --db $db
		exits 0
		cp out $db.diagnosis
	done
	is "$(json ours.diagnosis parties.0.with_data)$(json ours.diagnosis parties.1.with_data)" 33
	[ "$(json ours.diagnosis health)" != null ] || fault "nothing came out of it"
	for db in theirs forth back alone; do
		cmp ours.diagnosis $db.diagnosis || fault "the diagnoses differ: ours and $db"
	done
}

# What an import brings is diagnosed in its own time: list finds all of it, and writes nothing.
case_import_leaves_nothing_to_diagnose()
{
	db=one.db
	run import --db $db "$here/../data/one-round.json" "$here/data/two-sides.json"
	exits 0
	cp $db before.db
	run list --json --db $db
	[ "$(json out 0.primary)" != null ] || fault "no diagnosis"
	cmp -s $db before.db || fault "list has written"
}

# A long list is written as it comes, and reads as if it had been written whole.
case_list_of_many_is_one_array()
{
	python3 - <<'END'
import json
for n in range(60):
    json.dump({"alliance": {"name": f"Élan {n:02d}", "parties": [{"name": "A"}, {"name": "B"}]},
        "assessments": [{"kind": "baseline", "date": "2026-10-15"}]}, open(f"{n}.json", "w"))
END
	run import [0-9]*.json
	exits 0
	run list --json
	exits 0
	[ "$(wc -c < out)" -gt 20000 ] || fault "the list is short"
	python3 - <<'END' || fault "it is not as one array is written"
import json
text = open("out").read()
rows = json.loads(text)
assert [row["alliance"] for row in rows] == [f"Élan {n:02d}" for n in range(60)]
assert text == json.dumps(rows, indent=2, ensure_ascii=False) + "\n"
END
	run list --json --filter nobody
	is "$(cat out)" "[]"
}
