# SPDX-License-Identifier: MIT
# seal: a round that is read only; people: who is known in an alliance.

case_seal_makes_a_round_read_only()
{
	alliance
	feed 'y\n' interview "$id" --party 1 --role manager --name Ana
	exits 0
	run seal Helios
	exits 0
	[ ! -s out ]
	warns "baseline of Helios is sealed"
	run export Helios
	cp out before.json
	refuses 4 "sealed on 2026-03-16" interview "$id" --party 1 --role manager --name Eva
	warns "rekindle seal $(echo "$id" | cut -c1-8) --open takes the seal back"
	feed '4\n' interview "$id" --respondent "$(json before.json assessments.0.respondents.0.id)"
	exits 4
	warns "sealed on 2026-03-16"
	run export Helios
	cmp out before.json || fault "something was written into a sealed round"
	run list
	grep -q '2026-03-16s' out || fault "$(cat out)"
}

case_seal_is_taken_back()
{
	alliance
	run seal "$id" --open
	exits 0
	warns "baseline of Helios is not sealed"
	run seal "$id"
	REKINDLE_TODAY=2026-03-20 run seal "$id"
	exits 0
	warns "sealed on 2026-03-16 already"
	run seal "$id" --open
	exits 0
	warns "baseline of Helios, sealed on 2026-03-16, is open again"
	feed '1\n' interview "$id" --party 1 --role manager
	exits 0
	refuses 2 "seal needs an ID" seal
	refuses 2 "no assessment is called" seal Nowhere
	refuses 2 "--open is no option of show" show "$id" --open
}

# The plan is the alliance's.
case_seal_leaves_the_plan_to_go_on()
{
	alliance
	run seal "$id"
	run plan "$id" --save --start 2026-03-23
	exits 0
	warns "plan of Helios stored"
	run show "$id"
	says "stored, starts"
}

case_seal_of_a_read_only_file_is_refused()
{
	alliance
	chmod 400 data/rekindle/rekindle.db
	run seal "$id"
	exits 1
	warns "read-only"
}

# Who is known, as number, name, answers; one a line.
known()
{
	run people Helios --json
	python3 - <<-'END'
	import json
	for p in json.load(open('out')):
	    print(p['number'], p['name'], p['party'], p['role'], p['interviews'], p['answers'], p['owner_of'])
	END
}

case_people_are_listed_added_and_renamed()
{
	alliance
	run people Helios
	exits 0
	is "$(wc -l < out)" 1
	run people Helios add --party Helix --role manager --name "Ana Ruiz"
	exits 0
	is "$(wc -c < out)" 37
	feed 'Eva Mølgård\r\nmore\n' people Helios add --party 1 --role sponsor --name -
	exits 0
	run people Helios add --party 1 --role specialist --json
	exits 0
	json out id > /dev/null
	is "$(known)" "1 Ana Ruiz Helix manager 0 0 0
2 Eva Mølgård Nordwind sponsor 0 0 0
3 None Nordwind specialist 0 0 0"
	run people Helios
	[ "$(wc -L < out)" -le 80 ]
	says "(no name)"
	# in any case, in another normal form, by number, by id
	feed 'Eva Holm\n' people Helios rename "$(printf 'EVA MØLGA\314\212RD')" --name -
	exits 0
	warns "Eva Mølgård is Eva Holm now"
	run people Helios rename 3 --name "Bo"
	exits 0
	run people Helios --json
	run people Helios rename "$(json out 2.id | cut -c1-8)" --name "Bo Dahl"
	exits 0
	is "$(known | cut -d' ' -f2,3)" "Ana Ruiz
Eva Holm
Bo Dahl"
}

# interviewees: number and name of everybody who is to be heard.
interviewees()
{
	run people Helios --json
	python3 -c "
import json
for p in json.load(open('out')):
    if p['interviewee']:
        print(p['number'], p['name'])"
}

case_people_who_only_own_are_not_interviewed()
{
	alliance
	run people Helios add --party Helix --role manager --name "Ana Ruiz"
	run people Helios add --party Helix --role sponsor --name "Olga Berg" --interviewee no
	exits 0
	is "$(interviewees)" "1 Ana Ruiz"
	run people Helios
	says "not interviewed"
	[ "$(wc -L < out)" -le 80 ]
	run list
	says "0/1"
	run show Helios
	! grep -q Olga out || fault "$(cat out)"
	run interview "$id" --line < /dev/null
	! grep -q Olga out || fault "$(cat out)"
	refuses 2 "Olga Berg of Helix is known already, as number 2, and is not interviewed" \
		people Helios add --party 2 --role manager --name "olga berg"
	run people Helios set olga --interviewee yes
	exits 2
	run people Helios set 2 --interviewee yes
	exits 0
	warns "Olga Berg is to be interviewed"
	is "$(interviewees)" "1 Ana Ruiz
2 Olga Berg"
	run people Helios set "OLGA BERG" --interviewee no
	warns "Olga Berg is not interviewed"
	is "$(interviewees)" "1 Ana Ruiz"
	refuses 2 "what is to be set? Give --interviewee yes or no" people Helios set 2
	refuses 2 "value of --interviewee" people Helios set 2 --interviewee perhaps
	refuses 2 "people ID rename takes" people Helios rename 2 --name B --interviewee no
}

case_people_with_answers_stay_interviewees()
{
	alliance
	feed 'y\n' interview "$id" --party 1 --role manager --name Ana
	run answer "$id" --respondent Ana strategy.rationale.4 4
	exits 0
	run people Helios set Ana --interviewee no
	exits 2
	warns "Ana has given 1 answer and stays among those who are interviewed"
	is "$(interviewees)" "1 Ana"
}

# card: what was agreed on with Ana, in one line.
card()
{
	run people Helios --json
	python3 -c "
import json
card = json.load(open('out'))[0]['card']
print(card['attribution'], card['consent'], card['minutes'], card['date'])"
}

# What was promised holds until the person has agreed to more.
case_people_card_is_corrected_and_breaks_no_promise()
{
	alliance
	feed 'y\n2\n30\n' interview "$id" --party 1 --role manager --name Ana
	was=$(card)
	is "${was% *}" "role True 30"
	run people Helios set Ana --attribution confidential --minutes 45 --heard 2026-03-02
	exits 0
	warns "agreed with Ana: in reports confidential; 45 minutes; heard on"
	is "$(card)" "confidential True 45 2026-03-02"
	refuses 2 "Ana was promised: confidential. role tells more" \
		people Helios set Ana --attribution role
	is "$(card)" "confidential True 45 2026-03-02"
	run people Helios set Ana --attribution named --consent yes
	exits 0
	is "$(card)" "named True 45 2026-03-02"
	run people Helios set Ana --consent no
	warns "nothing is quoted"
	is "$(card)" "named False 45 2026-03-02"
	refuses 2 "--minutes soon must be a whole number" people Helios set Ana --minutes soon
	refuses 2 "what is to be set?" people Helios set Ana --minutes 30 --role sponsor
	run people Helios add --party 2 --role sponsor --name Kim
	refuses 2 "nobody has interviewed that person" people Helios set Kim --minutes 30
	run people Helios --json
	is "$(json out 1.card)" null
}

# Named, an owner is interviewed after all; in the role in which they are heard.
case_people_owner_is_interviewed_when_that_begins()
{
	alliance
	run people Helios add --party 1 --role sponsor --name "Olga Berg" --interviewee no
	refuses 2 "--respondent sponsor means nobody" interview "$id" --respondent sponsor
	feed ':quit\n' interview "$id" --line --respondent "olga berg"
	is "$(interviewees)" ""
	feed 'y\n' interview "$id" --line --party 1 --role operations --name "Olga Berg"
	exits 0
	is "$(interviewees)" "1 Olga Berg"
	is "$(known)" "1 Olga Berg Nordwind operations 0 0 0"
}

# papers: everything that is said of a round, but for the list of all people.
papers()
{
	for paper in list "diagnose $1" "preview $1" "show $1" "answers $1" "report $1" \
		"report $1 --edition joint" "report $1 --kind progress" "report $1 --kind brief" \
		"report $1 --kind brief --edition joint" "round $1 --pulse --title Next"; do
		run $paper
		cat out
	done
}

# Of an owner nothing that counts, names or seeks those who are heard has a trace.
case_people_who_only_own_are_counted_nowhere()
{
	run import "$here/../data/one-round.json"
	run plan 1529169f --save --start 2026-03-23
	cp data/rekindle/rekindle.db without.db
	papers 1529169f > papers.without
	cp without.db data/rekindle/rekindle.db
	for party in 1 2; do
		for role in sponsor manager operations commercial specialist; do
			run people 1529169f add --party $party --role $role --name "Zoe Quill $role" \
				--interviewee no
			exits 0
		done
	done
	papers 1529169f > papers.with
	sed -i '/^[0-9a-f-]*$/d' papers.with papers.without
	cmp papers.with papers.without || fault "$(diff papers.with papers.without)"
}

case_people_who_only_own_travel()
{
	alliance
	run people Helios add --party 1 --role manager --name Ana
	run people Helios add --party 1 --role sponsor --name "Olga Berg" --interviewee no
	run plan Helios --save --start 2026-03-23
	run export Helios
	cp out helios.json
	is "$(json out alliance.people.0.interviewee) $(json out alliance.people.1.interviewee)" "null false"
	run --db other.db import helios.json
	exits 0
	run --db other.db export Helios
	cmp out helios.json || fault "$(diff out helios.json)"
	python3 - <<-'END'
	import json
	file = json.load(open('helios.json'))
	for person in file['alliance']['people']:
	    del person['interviewee']
	json.dump(file, open('plain.json', 'w'))
	END
	run --db third.db import plain.json
	exits 0
	run --db third.db people Helios --json
	is "$(json out 1.interviewee)" true
	# nobody who is not asked for is told apart in what the other company has
	run action Helios 1 --owner "1=Olga Berg"
	run export Helios --share
	grep -q "Olga Berg" out || fault "$(cat out)"
	! grep -q interviewee out || fault "$(cat out)"
}

case_people_refuses()
{
	alliance
	run people Helios add --party 1 --role manager --name "Ana Ruiz"
	refuses 2 "Ana Ruiz of Nordwind is known already, as number 1" \
		people Helios add --party 1 --role sponsor --name "ana ruiz"
	run people Helios add --party 1 --role sponsor --name "ana ruiz" --force
	exits 0
	refuses 2 "means more than one person; give a number or an id: 1 Ana Ruiz, 2 ana ruiz" \
		people Helios rename "ANA RUIZ" --name Eva
	refuses 2 "Bo means nobody in this alliance; there is: 1 Ana Ruiz, 2 ana ruiz" \
		people Helios rename Bo --name Eva
	refuses 2 "what is the new name" people Helios rename 1
	refuses 2 "blank" people Helios rename 1 --name " "
	refuses 2 "control character" people Helios rename 1 --name "$(printf 'a\033b')"
	refuses 2 "blank" people Helios add --party 1 --role manager --name -
	refuses 2 "--party Nowhere is no party" people Helios add --party Nowhere --role manager
	refuses 2 "people ID add needs" people Helios add --party 1
	refuses 2 "there is only add, set, rename, merge and remove" people Helios list
	refuses 2 "people ID merge takes two of them" people Helios merge 1
	refuses 2 "people ID rename takes a PERSON and --name" people Helios rename 1 --role manager --name B
	refuses 2 "both mean the same record" people Helios merge 1 1
	run people Helios add --party 2 --role sponsor --name Kim
	refuses 2 "one is of Helix, the other of Nordwind" people Helios merge Kim 1
	refuses 2 "people needs an ID" people
	is "$(known | wc -l)" 3
}

# two_records: the same person twice, each heard in the round; who is who by number.
two_records()
{
	alliance
	for name in "Ana Ruiz" "Anna Ruiz"; do
		run people Helios add --party 1 --role manager --name "$name"
	done
	run people Helios --json
	first=$(json out 0.id)
	second=$(json out 1.id)
	run export Helios -o start.json
	python3 - "$first" "$second" <<-'END'
	import json, sys
	document = json.load(open('start.json'))
	first, second = sys.argv[1:]
	now = 1773648000000
	def answer(who, item, value, changed, **more):
	    return dict(respondent=who, item=item, state='answered', value=value, changed=changed, **more)
	base = document['assessments'][0]
	a, b, c = ['%08d-0000-4000-8000-000000000000' % i for i in (1, 2, 3)]
	def respondent(id, person, name, **more):
	    return dict(id=id, person=person, party=document['alliance']['parties'][0]['id'], role='manager',
	                name=name, changed=now, **more)
	base['respondents'] = [respondent(a, first, 'Ana Ruiz'),
	                       respondent(b, second, 'Anna Ruiz', attribution='confidential')]
	base['answers'] = [
	    answer(a, 'strategy.rationale.4', 2, now, comment='first'),
	    answer(b, 'strategy.rationale.4', 5, now + 1000, comment='second', quote='We said so.'),
	    answer(a, 'strategy.rationale.5', 4, now),
	    answer(b, 'strategy.objectives.1', 3, now)]
	later = json.loads(json.dumps(base))
	later.update(id='%08d-0000-4000-8000-000000000000' % 9, title='second round', date='2026-04-01')
	later['respondents'] = [respondent(c, second, 'Anna Ruiz')]
	later['answers'] = [answer(c, 'strategy.rationale.4', 1, now)]
	document['assessments'].append(later)
	json.dump(document, open('two.json', 'w'))
	END
	run import two.json
	exits 0
}

case_people_merge_loses_nothing()
{
	two_records
	is "$(known)" "1 Ana Ruiz Nordwind manager 1 2 0
2 Anna Ruiz Nordwind manager 2 3 0"
	run export Helios
	cp out before.json
	run people "$id" merge "Anna Ruiz" "Ana Ruiz"
	exits 0
	says "Ana Ruiz is one person now; 2 interviews taken over, 1 answer given differently"
	says "baseline, strategy.rationale.4: 5 stays, the other one is in its comment: 2"
	is "$(known)" "1 Ana Ruiz Nordwind manager 2 4 0"
	run export Helios
	cp out after.json
	python3 - "$first" "$second" <<-'END'
	import json, sys
	document = json.load(open('after.json'))
	first, second = sys.argv[1:]
	base, later = document['assessments']
	assert [(r['person'], r['name']) for r in base['respondents'] + later['respondents']] == \
	    [(first, 'Ana Ruiz')] * 2, base['respondents']
	assert base['respondents'][0]['attribution'] == 'confidential'
	answers = {a['item']: a for a in base['answers']}
	assert {i: a['value'] for i, a in answers.items()} == {
	    'strategy.rationale.4': 5, 'strategy.rationale.5': 4, 'strategy.objectives.1': 3}
	both = answers['strategy.rationale.4']
	assert both['comment'] == 'first\nsecond\nIn the other record of this person: 2', both
	assert both['quote'] == 'We said so.'
	assert second in [d['id'] for d in document['deleted']]
	END
	# the file of before brings the second record not back
	run import before.json
	exits 0
	is "$(known)" "1 Ana Ruiz Nordwind manager 2 4 0"
}

case_people_merge_of_owners()
{
	two_records
	run export Helios -o open.json
	python3 - "$first" "$second" <<-'END'
	import json, sys
	document = json.load(open('open.json'))
	first, second = sys.argv[1:]
	party = document['alliance']['parties'][0]['id']
	for round in document['assessments']:
	    round['plan'] = {'actions': [
	        {'id': '%08d-0000-4000-8000-00000000000%d' % (n, len(round['title']) % 7), 'title': 'Act',
	         'step': 1, 'owners': [{'party': party, 'person': who}]} for n, who in ((5, first), (6, second))]}
	json.dump(document, open('plan.json', 'w'))
	END
	run import plan.json
	exits 0
	is "$(known | cut -d' ' -f8)" "2
2"
	run people "$id" merge 2 1
	exits 0
	is "$(known)" "1 Ana Ruiz Nordwind manager 2 4 4"
}

# Where a sealed round would have to change, nothing does.
case_people_merge_leaves_sealed_rounds()
{
	two_records
	run seal 00000009
	exits 0
	run export Helios
	cp out before.json
	refuses 4 "sealed on 2026-03-16" people "$id" merge 2 1
	refuses 4 "sealed on 2026-03-16" people "$id" remove 2 --force
	run export Helios
	cmp out before.json || fault "something was changed"
	# what is recorded in it stays with the record that was heard in it
	run people "$id" merge 1 2
	exits 0
	is "$(known)" "1 Anna Ruiz Nordwind manager 2 4 0"
	run people "$id" rename 1 --name "Anna Ruiz-Vega"
	exits 0
	run export Helios
	python3 - <<-'END'
	import json
	names = [[r['name'] for r in a['respondents']] for a in json.load(open('out'))['assessments']]
	assert names == [['Anna Ruiz-Vega'], ['Anna Ruiz']], names
	END
}

case_people_remove_says_what_goes()
{
	two_records
	refuses 2 "Anna Ruiz was heard: 3 answers would go too; --force removes them" \
		people "$id" remove "Anna Ruiz"
	run people "$id" remove "Anna Ruiz" --force
	exits 0
	warns "removed: Anna Ruiz, with 3 answers"
	is "$(known)" "1 Ana Ruiz Nordwind manager 1 2 0"
	run people "$id" add --party 1 --role sponsor --name Bo
	run people "$id" remove Bo
	exits 0
	is "$(known)" "1 Ana Ruiz Nordwind manager 1 2 0"
}

# Nobody is left by opening an interview and leaving it.
case_people_are_not_made_by_looking_in()
{
	alliance
	for i in 1 2 3; do
		run interview "$id" --party 1 --role manager
		exits 0
	done
	feed ':quit\n' interview "$id" --party 1 --role manager --name Ana
	exits 0
	is "$(known)" ""
	! grep -q 'to go on' err || fault "$(cat err)"
	# nor when it is killed there
	mkfifo keys
	for who in "--party 1 --role manager" "--line"; do
		"$REKINDLE" interview "$id" $who < keys > out 2> err &
		pid=$!
		exec 3> keys
		[ "$who" != --line ] || printf '1\n2\nEva\n' >&3
		await grep -q "Do you agree" out
		kill -9 $pid
		wait $pid || :
		exec 3>&-
		is "$(known)" ""
	done
	# who was planned stays planned
	run people Helios add --party 1 --role manager --name Ana
	run interview "$id" --party 1 --role manager --name Ana
	is "$(known)" "1 Ana Nordwind manager 0 0 0"
	run export Helios
	! grep -q '"respondents"' out || fault "somebody was heard"
	# who has agreed to it stays
	feed 'y\n' interview "$id" --party 1 --role manager --name Ana
	warns "to go on"
	run export Helios
	is "$(json out assessments.0.respondents.0.name)" Ana
}

case_people_are_corrected()
{
	alliance
	run people Helios add --party 1 --role manager --name Ana --date "friday 16:00"
	exits 0
	feed 'y\n60\n4\n' interview Helios --respondent Ana
	exits 0
	run people Helios --json
	is "$(json out 0.planned) $(json out 0.role) $(json out 0.party)" "2026-03-20T16:00 manager Nordwind"
	run people Helios set Ana --role sponsor --party 2 --date 2026-04-01
	exits 0
	warns "Ana: sponsor of Helix, interview on 2026-04-01"
	run export Helios
	is "$(json out assessments.0.respondents.0.role)" sponsor
	run people Helios set Ana --date ""
	exits 0
	run people Helios --json
	is "$(json out 0.planned) $(json out 0.role) $(json out 0.party)" "null sponsor Helix"
	refuses 2 "--date someday" people Helios set Ana --date someday
	refuses 2 "what is to be set" people Helios set Ana
	refuses 2 "what is to be set" people Helios set Ana --role manager --interviewee no
	refuses 2 "of one company" people Helios set Ana --party 1 --party 2
}
