# SPDX-License-Identifier: MIT
# compare, trend: rounds of an alliance held against each other.

# one-round.json with a follow-up; changed by lines of Python, of which `one` is the baseline and
# again(KIND, DATE, VALUE) makes a later round of it. $first and $later are their ids.
two_rounds()
{
	run import "$here/../data/one-round.json"
	run export "Phoenix Labs and GenTech Solutions" -o before.json --force
	python3 -c "
import json, uuid
document = json.load(open('before.json'))
def undated(value):
	if isinstance(value, list):
		return [undated(each) for each in value]
	if isinstance(value, dict):
		return {name: undated(each) for name, each in value.items() if name not in ('changed', 'drawn')}
	return value
document = undated(document)
one = document['assessments'][0]
people = document['alliance']['people']
def again(kind, date, value):
	def new(name):
		return str(uuid.uuid5(uuid.NAMESPACE_OID, kind + date + name))
	respondents = [dict(each, id=new(each['id']), date=date) for each in one['respondents']]
	answers = [dict(each, respondent=new(each['respondent'])) for each in one['answers']]
	for each in answers:
		each.pop('id', None)
		if isinstance(each.get('value'), int):
			each['value'] = value(each, each['value'])
	made = {'id': new('round'), 'kind': kind, 'title': kind, 'date': date,
		'instrument': one['instrument'], 'respondents': respondents, 'answers': answers}
	known = [each for each in document['assessments'] if each['id'] != made['id']]
	document['assessments'] = known + [made]
	return made
def management(each, value):
	return min(5, value + 1) if each['item'].startswith('management.') else value
def drop(made, respondent):
	made['answers'] = [each for each in made['answers'] if each['respondent'] != respondent['id']]
	made['respondents'].remove(respondent)
$1
json.dump(document, open('after.json', 'w'))"
	run import after.json --theirs
	exits 0
	first=$(python3 -c "import json; print(json.load(open('after.json'))['assessments'][0]['id'])")
	later=$(python3 -c "import json; print(json.load(open('after.json'))['assessments'][-1]['id'])")
}

case_compare_as_text_and_json()
{
	two_rounds "again('follow-up', '2027-01-19', management)"
	run compare "$first" "$later"
	exits 0
	says "INTERNAL EDITION"
	says "3 aspects rose beyond chance: governance, communication and capability."
	says "aspects a change cannot be told from chance yet: with 16 tested, 9 pairs could"
	says "10 people answered both times, and nobody else."
	! grep -qi "no change" out || fault "no change is said"
	[ "$(wc -L < out)" -le 80 ]
	cp out text
	run compare "$first" "$later" --edition internal
	cmp out text
	run compare "$(printf %.8s "$first")" "$(printf %.8s "$later")" --ascii
	exits 0
	! LC_ALL=C grep -q '[^ -~]' out || fault "the comparison is not ASCII"
	run compare "$first" "$later" --json
	exits 0
	is "$(json out from)" "$first"
	is "$(json out to)" "$later"
	is "$(json out aspects.14.id)" management.communication
	is "$(printf %.6f "$(json out aspects.14.delta)")" 1.000000
	is "$(json out aspects.14.pairs)" 10
	is "$(json out aspects.14.p)" 0.001953125
	is "$(json out aspects.14.changed)" true
	is "$(json out aspects.0.changed)" false
	is "$(json out causes.3.id)" management
	cp out json
	run compare "$first" "$later" --format json
	cmp out json
	# backwards it is the opposite
	run compare "$later" "$first" --json
	is "$(printf %.6f "$(json out aspects.14.delta)")" -1.000000
	is "$(json out aspects.14.moved)" fell
	is "$(json out health.after)" "$(json json health.before)"
}

case_compare_refuses()
{
	two_rounds "again('follow-up', '2027-01-19', management)"
	run import "$here/data/two-sides.json"
	run list --json
	helios=$(python3 -c "
import json
print([one['id'] for one in json.load(open('out')) if one['alliance'] == 'Helios'][0])")
	refuses 2 "compare needs two IDs" compare "$first"
	refuses 2 "are the same round" compare "$first" "$first"
	refuses 2 "are the same round" compare Helios "$helios"
	refuses 2 "these are rounds of two alliances, Phoenix Labs and GenTech Solutions and Helios" \
		compare "$first" "$helios"
	refuses 2 "no assessment is called \"Wombat\"" compare "$first" Wombat
	refuses 2 "is not valid UTF-8" compare "$first" "$(printf '\377')"
	refuses 2 "there is no such edition" compare "$first" "$later" --edition secret
	refuses 2 "there is no such edition" trend "$first" --edition secret
	refuses 2 "trend needs an ALLIANCE" trend
	refuses 2 "no assessment is called \"Wombat\"" trend Wombat
}

case_trend_of_one_round()
{
	run import "$here/data/two-sides.json"
	run trend Helios
	exits 0
	says "baseline  2026-03-10"
	says "Only one round is stored, of 10 March 2026: there is nothing to compare it"
	[ "$(wc -L < out)" -le 80 ]
	run trend Helios --json
	exits 0
	is "$(json out alliance)" Helios
	is "$(json out rounds.0.kind)" baseline
	is "$(json out rounds.0.health)" null
	is "$(json out changes)" "[]"
}

case_trend_of_several_rounds()
{
	two_rounds "
again('follow-up', '2027-06-01', management)
again('follow-up', '2027-01-19', lambda each, value: value)"
	run trend "Phoenix Labs and GenTech Solutions"
	exits 0
	says "3 rounds, 15 October 2026 to 1 June 2027"
	says "19 JANUARY 2027 TO 1 JUNE 2027"
	says "rekindle compare $(printf %.8s "$first")"
	! grep -qi "no change" out || fault "no change is said"
	[ "$(wc -L < out)" -le 80 ]
	cp out text
	run trend "$later"
	cmp out text
	run trend "$later" --json
	exits 0
	is "$(json out rounds.0.id)" "$first"
	is "$(json out rounds.1.date)" 2027-01-19
	is "$(json out rounds.2.date)" 2027-06-01
	is "$(json out changes.0.from)" "$(json out rounds.0.id)"
	is "$(json out changes.1.to)" "$(json out rounds.2.id)"
	is "$(json out changes.0.aspects.14.changed)" false
	is "$(json out changes.1.aspects.14.changed)" true
	cp out trend.json
	run diagnose "$first" --json
	is "$(json trend.json rounds.0.health)" "$(json out health)"
	is "$(json trend.json rounds.0.causes.3.score)" "$(json out causes.3.score)"
	is "$(json trend.json rounds.0.aspects.15.score)" "$(json out causes.3.aspects.3.score)"
	is "$(json trend.json rounds.0.symptoms.1.perception)" "$(json out symptoms.1.perception)"
	run compare "$(json trend.json rounds.1.id)" "$(json trend.json rounds.2.id)" --json
	python3 -c "
import json
assert json.load(open('out')) == json.load(open('trend.json'))['changes'][1]"
}

# Respondents 0 to 4 are of Phoenix; somebody is gone, and somebody else is new.
case_compare_names_who_is_new_and_gone_but_nobody_confidential()
{
	two_rounds "
made = again('follow-up', '2027-01-19', management)
names = [each['name'] for each in made['respondents'][:3]]
json.dump(names, open('names', 'w'))
drop(made, made['respondents'][0])
# heard openly before, in confidence now: neither new nor gone
made['respondents'][0]['attribution'] = 'confidential'
one['respondents'][1]['attribution'] = 'named'"
	run compare "$first" "$later"
	says "9 people answered both times; 0 are new and 1 was heard no more."
	tr '\n' ' ' < out > line
	grep -qF "Named as heard only in the earlier round: $(json names 0)" line ||
		fault "who is gone is not named"
	says_not "Named as heard only in the later round"
	run compare "$first" "$later" --edition joint
	for name in 0 1 2; do
		says_not "$(json names $name)"
	done
	says_not "answered both times;"
	says_not "heard no more"
}

case_compare_joint_hides_a_change_of_one_person()
{
	two_rounds "
made = again('follow-up', '2027-01-19', management)
drop(made, made['respondents'][0])"
	run compare "$first" "$later" --edition joint
	exits 0
	says "JOINT EDITION - for both companies"
	says "LEFT OUT OF THIS EDITION, AND WHY"
	says "rose beyond chance"
	[ "$(wc -L < out)" -le 80 ]
	run compare "$first" "$later" --edition joint --json
	is "$(json out edition)" joint
	is "$(json out aspects.14.delta)" null
	is "$(json out aspects.14.pairs)" null
	is "$(json out aspects.14.p)" null
	is "$(json out aspects.14.moved)" rose
	is "$(json out aspects.14.before)" 2.4
	run trend "$first" --edition joint --json
	exits 0
	is "$(json out rounds.0.health)" 3.2
	is "$(json out changes.0.aspects.14.delta)" null
	run trend "$first" --edition joint
	exits 0
	says "JOINT EDITION"
	says_not "rekindle compare"
}

case_compare_joint_shows_a_change_of_the_same_people()
{
	two_rounds "again('follow-up', '2027-01-19', management)"
	run compare "$first" "$later" --edition joint --json
	is "$(json out aspects.14.delta)" 1.0
	is "$(json out aspects.14.pairs)" 10
	is "$(json out aspects.14.p)" null
	is "$(json out aspects.14.changed)" true
}

# It hands out each of the rounds. One whose ratings have changed since is printed as it was handed out,
# and no change is told beside what was.
case_compare_joint_prints_what_the_rounds_handed_out()
{
	two_rounds "again('follow-up', '2027-01-19', management)"
	export REKINDLE_TODAY=2027-02-01
	run compare "$first" "$later" --edition joint --json
	exits 0
	cp out then
	is "$(json then from_as_of)" null
	is "$(json then aspects.14.moved)" rose
	two_rounds "
again('follow-up', '2027-01-19', management)
answer = [each for each in one['answers'] if isinstance(each.get('value'), int)][0]
answer['value'] = 1 if answer['value'] != 1 else 2
answer['changed'] = 1800000000000"
	export REKINDLE_TODAY=2027-02-03
	run compare "$first" "$later" --edition joint --json
	exits 0
	is "$(json out from_as_of)" 2027-02-01
	is "$(json out to_as_of)" null
	for aspect in 0 1 5 14; do
		is "$(json out aspects.$aspect.before)" "$(json then aspects.$aspect.before)"
		is "$(json out aspects.$aspect.after)" "$(json then aspects.$aspect.after)"
	done
	is "$(json out causes.0.before)" "$(json then causes.0.before)"
	is "$(json out aspects.14.moved)" null
	is "$(json out aspects.14.delta)" null
	is "$(json out tested)" null
	run compare "$first" "$later" --edition joint
	tr '\n' ' ' < out > line
	grep -qF "ratings and scores are as of 1 February 2027: new ones could tell what one person said" \
		line || fault "as of which day is not said"
	run trend "$later" --edition joint --json
	exits 0
	is "$(json out rounds.0.as_of)" 2027-02-01
	is "$(json out rounds.1.as_of)" null
	run compare "$first" "$later"
	exits 0
	says_not "as of 1 February"
	unset REKINDLE_TODAY
}

# later.json: all.json with other ratings of the first N respondents of the first party, or other words.
edited()
{
	at=$((${at:-1800000000000} + 1000))
	python3 -c "
import json, sys
document = json.load(open('all.json'))
one = document['assessments'][0]
party = one['respondents'][0]['party']
people = [each['id'] for each in one['respondents'] if each['party'] == party]
rated = [each for each in one['answers'] if isinstance(each.get('value'), int)]
item = [each['item'] for each in rated if each['respondent'] == people[0] and
	all(any(other['item'] == each['item'] and other['respondent'] == person for other in rated)
		for person in people[:3])][0]
for person in people[:$1]:
	answer = [each for each in rated if each['respondent'] == person and each['item'] == item][0]
	$2
	answer['changed'] = $at
json.dump(document, open('later.json', 'w'))"
	run --db other.db import later.json
	exits 0
}

# A file of the plan tells what has called for its actions, and so tells of ratings.
case_joint_files_of_a_plan_are_releases()
{
	count="import json; print(len(json.load(open('all.json'))['alliance'].get('releases', [])))"
	rated="answer['value'] = 3 if answer['value'] != 3 else 2"
	first=$(json "$here/../data/one-round.json" assessments.0.id)
	for file in "plan $first" "plan $first --format csv" "plan $first --format ics" \
		"plan $first --edition joint --format json" "export $first --share" \
		"meeting $first agenda"; do
		n=$((${n:-0} + 1))
		run --db $n.db import "$here/../data/one-round.json"
		run --db $n.db plan "$first" --save --edition internal
		run --db $n.db export "$first" -o all.json --force
		is "$(python3 -c "$count")" 0
		run --db $n.db $file
		exits 0
		run --db $n.db export "$first" -o all.json --force
		is "$(python3 -c "$count")" 1
	done
	run import "$here/../data/one-round.json"
	run plan "$first" --format csv
	exits 0
	cp out first.csv
	run export "$first" -o all.json --force
	edited 1 "$rated"
	run --db other.db plan "$first" --format csv
	exits 0
	cmp out first.csv || fault "who rated anew is told by the plan"
	run --db other.db report "$first" --edition joint
	says "Ratings and scores as of"
}

# Who brings the alliance in from a file has its joint editions beside those of their own.
case_joint_editions_are_remembered_where_a_file_brings_them()
{
	rated="answer['value'] = 3 if answer['value'] != 3 else 2"
	run import "$here/../data/one-round.json"
	first=$(json "$here/../data/one-round.json" assessments.0.id)
	run report "$first" --edition joint
	exits 0
	run export "$first" -o all.json
	is "$(json all.json alliance.releases.0.round)" "$first"
	is "$(json all.json alliance.releases.0.printed | grep -c '"cause.management": [1-5]')" 1
	is "$(json all.json alliance.releases.0.ratings | grep -o '"digest"' | wc -l)" 10
	edited 5 "answer['comment'] = 'Said later.'"
	run --db other.db report "$first" --edition joint
	exits 0
	says_not "Ratings and scores as of"
	edited 1 "$rated"
	run --db other.db report "$first" --edition joint
	exits 0
	says "Ratings and scores as of"
	edited 3 "$rated"
	run --db other.db report "$first" --edition joint
	exits 0
	says_not "Ratings and scores as of"
	run --db other.db export "$first" -o both.json
	is "$(python3 -c "import json; print(len(json.load(open('both.json'))['alliance']['releases']))")" 2
	# both are out of the house: what came back beside one tells beside the other
	run import both.json
	exits 0
	run export "$first" -o again.json
	cmp both.json again.json
}

# An alliance whose rounds so far are of version 1: a pulse asks what the last full round asked, the next
# full round what is newest; what both have in common is compared, and it is said how much that is.
case_next_round_takes_the_newest_bank()
{
	run import "$here/../data/core-1/example.json"
	exits 0
	first=$(json "$here/../data/core-1/example.json" assessments.4.id)
	run round "$first" --pulse --date 2026-11-18
	exits 0
	pulse=$(cat out)
	run round "$first" --date 2026-11-20
	exits 0
	later=$(cat out)
	run round "$first" --pulse --date 2026-11-22
	exits 0
	last=$(cat out)
	for round in "$first 1" "$pulse 1" "$later 2" "$last 2"; do
		run show "${round% *}" --json
		exits 0
		is "$(json out instrument.version)" "${round#* }"
	done
	for version in 1 2; do
		run instrument show $version --json
		cp out $version.json
	done
	common=$(python3 - <<-'END'
	import json
	def rated(name):
	    members = ('aspect', 'reversed', 'text', 'low', 'mid', 'high')
	    items = json.load(open(name))['items']
	    return {i['id']: [i[m] for m in members] for i in items if i['kind'] == 'rated'}
	then, now = rated('1.json'), rated('2.json')
	print(sum(then.get(id) == now[id] for id in now), 'of', len(now))
	END
	)
	run compare "$first" "$later"
	exits 0
	tr -s ' \n' '  ' < out > line
	grep -q " $common rated items are the same in both editions of the bank\." line || fault "not: $common"
	run compare "$first" "$later" --json
	is "$(json out items_same) of $(json out items_rated)" "$common"
	run compare "$first" "$pulse"
	exits 0
	says_not "editions of the bank"
	run compare "$first" "$pulse" --json
	is "$(json out items_same)" "$(json out items_rated)"
}

# Random rounds, parties and states, worked out apart from the program.
case_compare_is_what_an_independent_reading_of_the_method_gives()
{
	run instrument show --json
	cp out bank.json
	moved=0
	for seed in 3 6 7 11 12 17 23 29; do
		python3 "$here/rounds.py" make $seed bank.json > rounds.json
		run import rounds.json
		exits 0
		first=$(json rounds.json assessments.0.id)
		later=$(json rounds.json assessments.1.id)
		run compare "$first" "$later" --json
		exits 0
		moved=$((moved + $(python3 "$here/rounds.py" check rounds.json bank.json out)))
	done
	[ $moved -gt 0 ] || fault "nothing has changed in any of them"
}

# The section of the report: against the last full round, whatever pulses lie between.
case_report_tells_what_has_changed()
{
	two_rounds "
again('pulse', '2026-12-01', management)
again('follow-up', '2027-01-19', management)"
	run report "$later" --section changes
	exits 0
	says ". WHAT HAS CHANGED"
	says "From baseline, 15 October 2026 (n 5+5) to follow-up, 19 January 2027 (n 5+5)."
	says "3 aspects rose beyond chance: governance, communication and capability."
	says "10 people answered both times, and nobody else."
	says "1 December 2026: 3 aspects rose"
	says "ALL ROUNDS"
	! grep -qi "no change" out || fault "no change is said"
	run report "$later"
	says ". WHAT HAS CHANGED"
	run report "$first"
	says_not "WHAT HAS CHANGED"
	run report "$first" --section changes
	exits 0
	says "No round came before this one, so nothing can be compared yet."
	run report "$later" --section changes --format json
	is "$(json out report.sections.0.id)" changes
	# without a full round before, the pulses alone
	two_rounds "
again('follow-up', '2027-01-19', management)
document['assessments'][0]['kind'] = 'pulse'"
	run report "$later" --section changes
	says "From pulse, 15 October 2026 (n 5+5) to follow-up, 19 January 2027 (n 5+5)."
}

# A joint report with that section gives of the rounds before what their own joint edition does.
case_report_of_changes_is_a_joint_edition_of_every_round()
{
	two_rounds "
made = again('follow-up', '2027-01-19', management)
drop(made, made['respondents'][0])"
	run report "$later" --section changes --edition joint
	exits 0
	says "JOINT EDITION - for both companies"
	says "rose beyond chance"
	says "LEFT OUT OF THIS COMPARISON, AND WHY"
	says_not "answered both times;"
	says_not "heard no more"
	two_rounds "
made = again('follow-up', '2027-01-19', management)
drop(made, made['respondents'][0])
answer = [each for each in one['answers'] if isinstance(each.get('value'), int)][0]
answer['value'] = 1 if answer['value'] != 1 else 2"
	run report "$later" --section changes --edition joint
	exits 0
	tr '\n' ' ' < out > line
	grep -q "Of the round of 15 October 2026 the ratings and scores are as of" line ||
		fault "as of which day the round before is, is not said"
	says_not "rose beyond chance"
}

case_list_has_health_by_round()
{
	two_rounds "again('follow-up', '2027-01-19', management)"
	run list
	exits 0
	grep -q "Health Primary *Trend Next" out || fault "there is no trend"
	grep -q "^$(printf %.8s "$later") .* ▅▅    " out || fault "the trend is not in its row"
	grep "^$(printf %.8s "$first")" out | grep -q "▅" && fault "a first round has no trend"
	run list --ascii
	grep -q "^$(printf %.8s "$later") .* ++    " out || fault "the trend is not ASCII"
	run import "$here/data/two-sides.json" --db other.db
	run list --db other.db
	says_not Trend
}

# Two rounds in a row without a failing cause, of which nobody knows the day of one.
case_report_of_rounds_without_a_day()
{
	run instrument show --json
	cp out bank.json
	python3 "$here/../data/nord.py" bank.json follow-up::44444:engaged:met \
		follow-up:2026-03-10:44444:engaged:met > nord.json
	run import nord.json
	exits 0
	for kind in assessment progress brief; do
		run report "Nord and Sued" --kind $kind
		exits 0
		says_not "is revived, and"
	done
	run report "Nord and Sued" --section changes
	exits 0
	run trend "Nord and Sued"
	exits 0
}
