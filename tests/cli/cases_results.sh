# SPDX-License-Identifier: MIT
# diagnose, plan, report, demo: what is computed.

case_diagnose_as_text_and_json()
{
	run import "$here/data/two-sides.json"
	run diagnose Helios
	exits 0
	[ -s out ]
	[ "$(wc -L < out)" -le 80 ]
	run diagnose Helios --json
	exits 0
	is "$(json out assessment.title)" baseline
	cp out json
	run diagnose Helios --format json
	cmp out json
	refuses 2 "diagnose needs an ID" diagnose
}

case_plan_starts_when_told()
{
	run import "$here/data/two-sides.json"
	run plan Helios --format json --start 2026-04-06
	exits 0
	is "$(json out start)" 2026-04-06
	run plan Helios --format json
	is "$(json out start)" 2026-03-23
	run plan Helios
	exits 0
	[ "$(wc -L < out)" -le 80 ]
	run plan Helios --format json --start "7 April"
	exits 0
	is "$(json out start)" 2026-04-07
	is "$(cat err)" "rekindle: --start 7 April: Tuesday, 7 April 2026"
	refuses 2 "--start in April is no date" plan Helios --start "in April"
}

case_report_on_standard_output()
{
	run import "$here/data/two-sides.json"
	run report Helios
	exits 0
	says "INTERNAL EDITION"
	[ "$(wc -L < out)" -le 80 ]
	run report Helios --ascii
	! LC_ALL=C grep -q '[^ -~]' out || fault "the report is not ASCII"
	cp out whole
	run report Helios --ascii --section summary,plan
	exits 0
	[ "$(wc -l < out)" -lt "$(wc -l < whole)" ]
	refuses 2 "the report has no part \"wombat\"" report Helios --section summary,wombat
	refuses 2 "is no date" report Helios --start soon
}

case_report_in_every_format()
{
	run import "$here/data/two-sides.json"
	run report Helios --format markdown
	exits 0
	says "# REKINDLE: Assessment report"
	run report Helios --format html -o report.html
	exits 0
	is "$(head -c 15 report.html)" "<!DOCTYPE html>"
	grep -q "INTERNAL EDITION" report.html || fault "the edition is not named"
	run report Helios --json
	is "$(json out report.edition)" internal
	cp out expected
	run report Helios --format json
	cmp out expected || fault "--json is not --format json"
	for format in markdown html json; do
		run report Helios --ascii --format $format
		exits 0
		! LC_ALL=C grep -q '[^	 -~]' out || fault "$format is not ASCII"
	done
	run report Helios --format html --section plan
	says 'id="plan"'
	says_not 'id="heard"'
}

case_report_in_two_editions()
{
	run import "$here/data/two-sides.json"
	run report Helios --edition internal
	exits 0
	cp out internal
	run report Helios
	cmp out internal
	run report Helios --edition joint
	exits 0
	says "JOINT EDITION - for both companies"
	says "LEFT OUT OF THIS EDITION, AND WHY"
	says "withheld"
	[ "$(wc -L < out)" -le 80 ]
	cp out first
	run report Helios --edition joint
	exits 0
	cmp out first
	refuses 2 "there is no such edition; it is internal or joint" report Helios --edition secret
	refuses 2 "is no option of diagnose" diagnose Helios --edition joint
}

# Two joint reports around one who is new print the same figures.
case_report_joint_again_prints_the_last_release()
{
	export REKINDLE_TODAY=2026-11-16
	run import "$here/data/newcomer-before.json"
	run report Perparty --edition joint
	exits 0
	cp out first.txt
	run report Perparty --edition joint --format json
	cp out first.json
	export REKINDLE_TODAY=2026-11-18
	run import "$here/data/newcomer-after.json"
	exits 0
	run report Perparty --edition joint
	exits 0
	says "Ratings and scores as of 16 November 2026"
	says "As of 16 November 2026."
	sed '/^Ratings and scores as of/,/are of today\.$/d; /^As of 16 November 2026.$/d' out > second.txt
	sed '/Where answers are added/,/each side concerned/d' first.txt | cmp - second.txt
	run report Perparty --edition joint --format json
	is "$(json first.json report.as_of)" null
	is "$(json out report.as_of)" 2026-11-16
	python3 - << 'END' || fault "what they print is not the same"
import json
def leaves(node):
	if isinstance(node, dict):
		return [leaf for value in node.values() for leaf in leaves(value)]
	if isinstance(node, list):
		return [leaf for value in node for leaf in leaves(value)]
	return [node]
said = ("As of 16 November 2026.", "Ratings and scores as of", "Where answers are added")
printed = [[leaf for leaf in leaves(json.load(open(name))["report"]["sections"])
	if leaf not in (None, "text") and not (isinstance(leaf, str) and leaf.startswith(said))]
	for name in ("first.json", "out")]
assert len(printed[0]) > 500
for one, other in zip(*printed):
	assert one == other, (one, other)
assert len(printed[0]) == len(printed[1])
END
	run report Perparty --kind progress
	exits 0
	says "Ratings and scores as of 16 November 2026"
	run report Perparty --kind brief
	exits 0
	says "Ratings and scores as of 16 November 2026"
	[ "$(wc -l < out)" -le 50 ] || fault "the brief has more than a page"
	run report Perparty
	says_not "as of 16 November"
	unset REKINDLE_TODAY
}

case_report_kinds()
{
	run import "$here/data/two-sides.json"
	run report Helios --kind assessment
	exits 0
	cp out whole
	run report Helios
	cmp out whole
	run report Helios --kind progress
	exits 0
	says "for the steering committee"
	says "No plan is stored yet"
	says "Only one round is stored"
	[ "$(wc -L < out)" -le 80 ]
	run report Helios --kind brief --ascii
	exits 0
	says "THE DECISION WE ASK FOR"
	[ "$(wc -l < out)" -le 50 ]
	! LC_ALL=C grep -q '[^ -~]' out
	refuses 2 "--kind wombat: there is no such kind of report; it is assessment, progress, brief or slides" \
		report Helios --kind wombat
	refuses 2 "a progress report has no parts to choose" \
		report Helios --kind progress --section plan
	refuses 2 "a brief report has no parts to choose" report Helios --section plan --kind brief
	refuses 2 "reads the stored plan" report Helios --kind progress --start 2026-03-23
}

case_report_into_a_file()
{
	run import "$here/data/two-sides.json"
	umask 000
	run report Helios
	cp out expected
	run report Helios -o report.txt
	exits 0
	[ ! -s out ]
	cmp report.txt expected
	mode report.txt 600
	run report Helios -o -
	cmp out expected
	is "$(ls -A | grep -c rekindle-)" 0
}

case_files_are_not_overwritten()
{
	run import "$here/data/two-sides.json"
	for command in report export; do
		echo mine > there
		run $command Helios -o there
		exits 1
		warns "there exists already"
		is "$(cat there)" mine
		run $command Helios -o there --force
		exits 0
		[ "$(wc -c < there)" -gt 5 ]
		mode there 600
		rm there
	done
	run report Helios -o nowhere/file
	exits 1
	run report Helios -o tmp --force
	exits 2
	warns "not a plain file"
	run export Helios -o data/rekindle/rekindle.db --force
	exits 2
	warns "the database itself"
	run list
	says Helios
}

case_demo_prints_and_leaves_nothing()
{
	run demo
	exits 0
	says "worked example"
	[ "$(wc -L < out)" -le 80 ]
	cp out first
	run demo --print
	exits 0
	cmp out first
	is "$(ls -A tmp data home)" "$(printf 'data:\n\nhome:\n\ntmp:')"
	TMPDIR=/nowhere
	refuses 1 "/nowhere/rekindle-demo" demo
}

case_pager_is_used_on_a_terminal()
{
	command -v script > /dev/null || return 0
	printf '#!/bin/sh\ncat > paged\n' > mypager
	chmod +x mypager
	PAGER=./mypager script -qec "$REKINDLE help" /dev/null > out < /dev/null
	grep -q "usage: rekindle" paged
	! grep -q "usage: rekindle" out
	rm paged
	PAGER=./mypager "$REKINDLE" help > out
	grep -q "usage: rekindle" out
	[ ! -e paged ]
	PAGER=./missing script -qec "$REKINDLE help" /dev/null > out < /dev/null
	grep -q "usage: rekindle" out
	for none in "" "  " cat; do
		PAGER=$none script -qec "$REKINDLE help" /dev/null > out < /dev/null
		grep -q "usage: rekindle" out
	done
}

# The alliance of one round in a database; phoenix is what stands for it as ID.
phoenix="Phoenix Labs and GenTech Solutions"
example()
{
	run import "$here/../data/one-round.json"
	exits 0
}

# change SCRIPT: the exported document, changed by lines of Python, is imported again.
change()
{
	run export "$phoenix" -o before.json --force
	exits 0
	python3 -c "
import json
document = json.load(open('before.json'))
one, alliance = document['assessments'][0], document['alliance']
$1
def undated(value):
	if isinstance(value, list):
		return [undated(each) for each in value]
	if isinstance(value, dict):
		return {name: undated(each) for name, each in value.items() if name not in ('changed', 'drawn')}
	return value
json.dump(undated(document), open('after.json', 'w'))"
	run import after.json --theirs
	exits 0
}

case_plan_save_stores_one_plan()
{
	example
	run plan "$phoenix" --json --start 2026-11-23
	cp out draft
	run export "$phoenix"
	! grep -q '"plan"' out || fault "a draft was stored"
	run plan "$phoenix" --json --save --start 2026-11-23
	exits 0
	warns "stored: $(json draft actions | grep -o '"title"' | wc -l) actions"
	is "$(json out start)" 2026-11-23
	is "$(json out actions.0.due)" "$(json draft actions.0.due)"
	cp out stored
	run plan "$phoenix" --json
	cmp out stored
	run plan "$phoenix" --json --save
	exits 0
	warns "is stored already"
	cmp out stored
	refuses 2 "--start is for its first draft" plan "$phoenix" --save --start 2026-11-30 --json
	run plan "$phoenix" --json --start 2026-12-07
	is "$(json out start)" 2026-12-07
	run plan "$phoenix" --json
	cmp out stored
}

case_plan_redraw_keeps_what_a_hand_has_set()
{
	example
	run plan "$phoenix" --save --start 2026-11-23 --json
	exits 0
	first=$(json out actions.0.id)
	due=$(json out actions.0.due)
	change "
action = alliance['plan']['actions'][0]
action['status'], action['title'], action['note'] = 'done', 'Our own words', 'kept'
action['closed'] = '2026-03-30'"
	change "
for answer in one['answers']:
    if isinstance(answer.get('value'), (int, float)) and answer['state'] == 'answered':
        answer['value'], answer['changed'] = 3, answer['changed'] + 10 ** 12"
	run plan "$phoenix" --json
	cp out before
	REKINDLE_TODAY=2027-03-01 run plan "$phoenix" --redraw
	exits 0
	cp out listed
	run plan "$phoenix" --json
	cmp out before
	REKINDLE_TODAY=2027-03-01 run plan "$phoenix" --redraw --save
	exits 0
	cmp out listed
	cp err said
	REKINDLE_TODAY=2027-03-01 run plan "$phoenix" --redraw --json
	is "$(json out changes)" false
	run plan "$phoenix" --json
	python3 - "$first" "$due" <<-'END'
	import json, re, sys
	plan = json.load(open('out'))
	added, updated, stale = map(int, re.search(
	    r'redrawn: (\d+) new, (\d+) moved, (\d+) marked', open('said').read()).groups())
	before = {action['id'] for action in json.load(open('before'))['actions']}
	assert all(a['start'] is None or a['start'] >= '2027-03-01'
	    for a in plan['actions'] if a['id'] not in before)
	assert len([a for a in plan['actions'] if a['due'] and a['status'] == 'open']) <= 24
	actions = {action['id']: action for action in plan['actions']}
	kept = actions[sys.argv[1]]
	assert kept['title'] == 'Our own words' and kept['note'] == 'kept', kept
	assert kept['status'] == 'done' and kept['due'] == sys.argv[2], kept
	assert stale > 0 and stale == sum(a.get('stale', False) for a in plan['actions']), stale
	assert added > 0 and updated > 0, (added, updated)
	END
}

case_plan_redraw_hears_people_first()
{
	example
	run plan "$phoenix" --save --start 2026-11-23
	run plan "$phoenix" --json
	cp out before
	REKINDLE_TODAY=2027-11-22 run round "$phoenix"
	exits 0
	REKINDLE_TODAY=2027-11-22 refuses 2 "Nobody is heard in this round yet: hear people first" \
		plan "Phoenix Labs and GenTech Solutions" --redraw --save
	REKINDLE_TODAY=2027-11-22 refuses 2 "The plan stays as it is." \
		plan "Phoenix Labs and GenTech Solutions" --redraw --json
	run plan "$phoenix" --json
	is "$(json out actions.0.stale)" "$(json before actions.0.stale)"
	is "$(json out track)" relaunch
}

# start, open and late: first what would move, then it is done, as one step.
case_plan_shift_shows_then_does()
{
	alliance
	run plan Helios --save --start 2026-03-23
	run plan Helios --json
	cp out before
	run plan Helios --shift "start 2026-04-13"
	exits 0
	says "The plan would start on"
	says "open actions would move."
	run plan Helios --shift "start 2026-04-13" --json
	is "$(json out start) $(json out was_start) $(json out changes)" "2026-04-13 2026-03-23 true"
	is "$(json out moved.0.start) $(json out moved.0.was_start)" "2026-04-13 2026-03-23"
	run plan Helios --json
	cmp out before
	run plan Helios --shift "start 2026-04-13" --save
	exits 0
	warns "plan of Helios shifted: "
	run plan Helios --json
	is "$(json out start) $(json out actions.0.start)" "2026-04-13 2026-04-13"
	feed '2\n:undo\n:redo\n:quit\n' open Helios --line
	says "Saved: undone: plan shifted"
	run plan Helios --shift "open 2 weeks" --save
	exits 0
	run plan Helios --json
	is "$(json out start) $(json out actions.0.start)" "2026-04-13 2026-04-27"
	REKINDLE_TODAY=2026-05-20 run plan Helios --shift "late from 2026-06-01" --save
	exits 0
	REKINDLE_TODAY=2026-05-20 run plan Helios --json
	is "$(json out actions.0.start)" 2026-06-01
	run plan Helios --shift "late 3" --save
	exits 0
	says "Nothing open would move."
	[ ! -s err ] || fault "nothing was to be said"
}

case_plan_shift_refuses()
{
	example
	refuses 2 "so there is nothing to shift" plan "$phoenix" --shift "open 2"
	run plan "$phoenix" --save --start 2026-11-23
	for what in "" 4 open "open monday" "open 0" "open 105" "late 2 months" "start 4" "all 4"; do
		refuses 2 "give start and a day" plan "$phoenix" --shift "$what"
	done
	refuses 2 "leave out one of them" plan "$phoenix" --shift "open 2" --redraw
	refuses 2 "--start is for a draft" plan "$phoenix" --shift "open 2" --start 2026-12-01
	refuses 2 "is for you alone" plan "$phoenix" --shift "open 2" --edition joint
	refuses 2 "text or json, not csv" plan "$phoenix" --shift "open 2" --format csv
}

case_plan_redraw_refuses()
{
	example
	refuses 2 "no plan of Phoenix Labs and GenTech Solutions is stored yet" plan "$phoenix" --redraw
	run plan "$phoenix" --save --start 2026-11-23
	refuses 2 "a redraw begins today" plan "$phoenix" --redraw --start 2026-12-01
	refuses 2 "text or json, not csv" plan "$phoenix" --redraw --format csv
	refuses 2 "--redraw is no option of report" report "$phoenix" --redraw
}

case_plan_save_refuses()
{
	example
	chmod 400 data/rekindle/rekindle.db
	run plan "$phoenix" --save --start 2026-11-23
	exits 1
	[ ! -s out ]
	warns "read-only"
	chmod 600 data/rekindle/rekindle.db
	echo mine > there
	refuses 1 "there exists already" plan "$phoenix" --save -o there
	run export "$phoenix"
	! grep -q '"plan"' out || fault "stored although the file was refused"
	refuses 2 "--save is no option of report" report "$phoenix" --save
}

# What a joint edition says has to be remembered, so that later ones repeat it.
case_joint_edition_of_a_read_only_file()
{
	example
	chmod 400 data/rekindle/rekindle.db
	run report "$phoenix" --edition joint
	exits 1
	[ ! -s out ]
	warns "has to be remembered there: make it writable, or print the internal edition"
	run report "$phoenix" --edition internal
	exits 0
	chmod 600 data/rekindle/rekindle.db
	run report "$phoenix" --edition joint
	exits 0
	cp out first
	chmod 400 data/rekindle/rekindle.db
	run report "$phoenix" --edition joint
	exits 0
	cmp out first
}

case_plan_formats()
{
	example
	run plan "$phoenix" --save --start 2026-11-23
	for format in text csv ics json; do
		run plan "$phoenix" --format $format -o plan.$format
		exits 0
		[ ! -s out ]
		mode plan.$format 600
		run plan "$phoenix" --format $format
		cmp out plan.$format
	done
	run plan "$phoenix" --json
	cmp out plan.json
	head -1 plan.csv | grep -q '^id,phase,step,title,owner_Phoenix,owner_GenTech,start,due,status' ||
		fault "$(head -1 plan.csv)"
	is "$(python3 -c 'import csv; print(len(list(csv.DictReader(open("plan.csv", newline="")))))')" \
		"$(python3 -c 'import json; print(len(json.load(open("plan.json"))["actions"]))')"
	grep -q '^DTSTAMP:20260316T000000Z' plan.ics
	[ "$(LC_ALL=C wc -L < plan.ics)" -le 76 ]
	refuses 2 "it is text, csv, ics, xlsx, json or pdf" plan "$phoenix" --format html
	refuses 2 "--json and --format csv contradict" plan "$phoenix" --format csv --json
	refuses 2 "there is no such format" list --format csv
}

case_plan_calendar_is_new_only_where_it_changed()
{
	example
	run plan "$phoenix" --save --start 2026-11-23
	run plan "$phoenix" --format ics
	cp out first.ics
	run plan "$phoenix" --format ics
	cmp out first.ics
	change "
alliance['plan']['actions'][0]['status'] = 'dropped'
alliance['plan']['actions'][0]['reason'] = 'not needed'"
	run plan "$phoenix" --format ics
	python3 - <<-'END'
	def read(name):
	    text = open(name, newline='', encoding='utf-8').read().replace('\r\n ', '')
	    events = {}
	    for part in text.split('BEGIN:VEVENT')[1:]:
	        rows = dict(row.split(':', 1) for row in part.split('END:')[0].split('\r\n') if row)
	        events[rows.pop('UID')] = (int(rows.pop('SEQUENCE')), rows)
	    return events
	before, after = read('first.ics'), read('out')
	assert before.keys() == after.keys()
	changed = [uid for uid in before if before[uid][1] != after[uid][1]]
	assert len(changed) == 1 and after[changed[0]][1]['STATUS'] == 'CANCELLED'
	for uid in before:
	    assert (before[uid][0] < after[uid][0]) == (uid in changed), uid
	    assert before[uid][0] > 0
	END
}
