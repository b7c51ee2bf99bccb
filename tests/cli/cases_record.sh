# SPDX-License-Identifier: MIT
# action, gate, audit: what the plan and audit screens do, for scripts.

# An alliance with two people and a stored plan of three actions and a gate.
planned()
{
	alliance
	run people Helios add --party 1 --role manager --name Ana
	run people Helios add --party 2 --role sponsor --name Kim
	run plan Helios --save --start 2026-03-23
	exits 0
}

# of PATH: a member of the first action in the plan as it is now.
of()
{
	run action Helios 1 --json
	json out "$1"
}

# How many steps undo has.
steps()
{
	python3 -c "import sqlite3
print(sqlite3.connect('data/rekindle/rekindle.db').execute('SELECT count(*) FROM change WHERE at IS NOT NULL').fetchone()[0])"
}

# However much is said at once, one undo takes it back; what says nothing new is no step.
case_record_commands_are_one_step_of_undo()
{
	planned
	before=$(steps)
	for again in 1 2; do
		run action Helios 1 --status started --due 2026-04-20 --owner 1=1 --owner 2=2 --note "All at once"
		exits 0
		is "$(steps)" $((before + 1))
	done
	run gate Helios 1 --outcome passed --note "By mail"
	is "$(steps)" $((before + 2))
	run audit Helios governance set mandate=yes steering=no platform=partly
	is "$(steps)" $((before + 3))
	run audit Helios governance set mandate=yes
	run audit Helios risks add text="Prices rise" party=1
	exits 2
	is "$(steps)" $((before + 3))
	run audit Helios risks add text="Prices rise" side=1
	is "$(steps)" $((before + 4))
}

case_action_is_shown()
{
	planned
	run action Helios 1
	exits 0
	says "Action 1     List what was promised and delivered"
	says "Status       open"
	says "Nordwind     Ana"
	says "Helix        nobody yet: no manager is known"
	says "Id           collect_facts"
	[ "$(wc -L < out)" -le 80 ]
	[ ! -s err ]
	run action Helios collect_facts --json
	exits 0
	is "$(json out number)" 1
	is "$(json out status)" open
	cp out by_id
	run export Helios
	run action Helios "$(json out alliance.plan.actions.0.id)" --json
	cmp out by_id
	run plan Helios --json
	is "$(json out actions.0.number) $(json out actions.2.number)" "1 3"
	run plan Helios
	grep -q '^  1  List what was promised' out || fault "no number in the plan"
}

case_action_done_on_an_earlier_day()
{
	planned
	run action Helios 1 --status done
	exits 0
	[ ! -s out ]
	warns "action 1, List what was promised and delivered: done on 2026-03-16, from 2026-03-23 to 2026-04-03"
	REKINDLE_TODAY=2026-03-20 run action Helios 1 --status done --note seen
	is "$(of closed)" 2026-03-16
	run action Helios 1 --done "9 march"
	exits 0
	warns "--done 9 march: Monday, 9 March 2026"
	is "$(of status) $(of closed) $(of note)" "done 2026-03-09 seen"
	refuses 2 "--done 2026-03-17 is ahead of today, 2026-03-16" action Helios 1 --done 2026-03-17
	refuses 2 "--done and --status open contradict each other" action Helios 1 --status open --done today
	refuses 2 "--done 3/4/25 can be 3 April 2025 or 4 March 2025; write 2025-04-03 or 2025-03-04" \
		action Helios 1 --done 3/4/25
	run action Helios 1 --status open --json
	exits 0
	is "$(json out status) $(json out closed)" "open null"
}

case_action_blocked_needs_a_reason()
{
	planned
	refuses 2 "--status blocked needs --reason" action Helios 1 --status blocked
	refuses 2 "--status dropped needs --reason" action Helios 1 --status dropped --reason " "
	refuses 2 "--reason says what blocks an action" action Helios 1 --reason "No money"
	is "$(of status) $(of reason)" "open null"
	feed 'No money,\r\nso far\n\n' action Helios 1 --status blocked --reason -
	exits 0
	warns "blocked"
	is "$(of reason)" "No money,
so far"
	run action Helios 1 --status dropped --reason "Nobody wants it"
	exits 0
	is "$(of status) $(of closed) $(of reason)" "dropped 2026-03-16 Nobody wants it"
	feed 'x\n' action Helios 1 --reason - --note -
	exits 2
	warns "--note - would read standard input, which another - has read already"
	refuses 2 "--note: the text is not valid UTF-8" action Helios 1 --note "$(printf 'a\377')"
	refuses 2 "there is no such status; it is open, started, blocked, done or dropped" \
		action Helios 1 --status late
}

# Somebody new is of that company, and is not interviewed; one step of undo with what they own.
case_action_owner_is_typed()
{
	planned
	before=$(steps)
	run action Helios 1 --owner "1=Ada Bee" --note "By mail"
	exits 0
	warns "new: Ada Bee of Nordwind, who owns parts of the plan and is not interviewed"
	is "$(steps)" $((before + 1))
	is "$(of owners.0.name) $(of owners.0.chosen) $(of note)" "Ada Bee true By mail"
	run people Helios --json
	is "$(json out 2.name) $(json out 2.party) $(json out 2.interviewee) $(json out 2.owner_of)" \
		"Ada Bee Nordwind false 1"
	run action Helios 2 --owner "Nordwind=ADA BEE"
	exits 0
	run people Helios --json
	is "$(json out 2.owner_of)" 2
	refuses 2 "that person is of Nordwind, not of Helix" action Helios 1 --owner "2=Ada Bee"
	run action Helios 1 --owner "1= "
	exits 2
}

# order: the steps of the joint work as they are listed.
order()
{
	run audit Helios process --json
	python3 -c "
import json
print(*(step['step'] for step in json.load(open('out'))))"
}

# The order is stored, travels, is carried into the next round, and is one step of undo.
case_audit_steps_are_put_into_another_order()
{
	alliance
	for step in One Two Three Four; do
		run audit Helios process add step=$step
	done
	before=$(steps)
	run audit Helios process move Four 2
	exits 0
	warns "Four moved"
	is "$(steps)" $((before + 1))
	is "$(order)" "One Four Two Three"
	run audit Helios process move One 4
	is "$(order)" "Four Two Three One"
	run audit Helios process add step=Five
	is "$(order)" "Four Two Three One Five"
	refuses 2 "from 1 to 5" audit Helios process move One 6
	refuses 2 "from 1 to 5" audit Helios process move One first
	refuses 2 "there is none with the id or name Six" audit Helios process move Six 1
	refuses 2 "is not written like that" audit Helios risks move One 1
	refuses 2 "there is no field place in process" audit Helios process set One place=1
	run export Helios
	cp out helios.json
	run --db other.db import helios.json
	run --db other.db export Helios
	cmp out helios.json || fault "$(diff out helios.json)"
	run round Helios --date 2026-04-16
	is "$(order)" "Four Two Three One Five"
}

case_action_dates_owners_recurrence()
{
	planned
	run action Helios 1 --due +3w --owner 1=2 --every "2 weeks on tuesday"
	exits 2
	warns "--owner 1=2: that person is of Helix, not of Nordwind"
	is "$(of due)" 2026-04-03
	run action Helios 1 --start 2026-03-30 --due friday
	exits 2
	warns "it would start on 2026-03-30 and be due before, on 2026-03-20"
	run action Helios 1 --due +3w --owner Helix=2 --owner 1=Ana --every "2 weeks on tuesday"
	exits 0
	warns "--due +3w: Monday, 6 April 2026"
	is "$(of due) $(of dated) $(of every)" "2026-04-06 true 2 weeks on tuesday"
	is "$(of owners.1.name) $(of owners.1.chosen) $(of owners.0.chosen)" "Kim true true"
	run action Helios 1 --owner Helix= --every ""
	exits 0
	is "$(of owners.1.name) $(of every)" "null null"
	refuses 2 "--every often does not say how often" action Helios 1 --every often
	refuses 2 "--owner Kim: write it as PARTY=PERSON" action Helios 1 --owner Kim
	refuses 2 "--owner Nobody is no party of this alliance; it has Nordwind, Helix" \
		action Helios 1 --owner Nobody=1
	refuses 2 "7 means nobody in this alliance" action Helios 1 --owner 1=7
	refuses 2 "0a1b2c3d means nobody in this alliance" action Helios 1 --owner 1=0a1b2c3d
	run action Helios 1 --due ""
	exits 0
	warns "for later"
	is "$(of active) $(of due) $(of start)" "false null null"
	refuses 2 "give --due as well" action Helios 1 --start 2026-04-01
	# what was set by hand stays when the plan is drawn up again
	run action Helios 1 --start 2026-04-01 --due 2026-04-20
	exits 0
	run plan Helios --save --start 2026-05-04
	is "$(of start) $(of due)" "2026-04-01 2026-04-20"
}

# What it is about, takes, serves and moves; what is left empty is the library's again.
case_action_is_put_in_ones_own_words()
{
	planned
	run audit Helios kpis add name="Joint sales" category=operational
	exits 0
	what=$(of what)
	effort=$(of effort_days)
	run action Helios 1 --title "Write the list" --done-when "Both have it" --resources "Ana, 2 days" \
		--effort 3 --quick-win yes --kpi "joint sales"
	exits 0
	warns "action 1, Write the list: open"
	run action Helios 1
	says "Action 1     Write the list"
	says "Done when    Both have it"
	says "Needs        Ana, 2 days"
	says "Effort       3 days"
	says "Quick win    yes"
	says "KPI          Joint sales"
	feed 'As agreed\nin March\n' action Helios 1 --what -
	is "$(of what)" "As agreed
in March"
	run action Helios 1 --title "" --what "" --done-when "" --resources "" --effort "" --kpi "" \
		--quick-win no
	exits 0
	is "$(of title)" "List what was promised and delivered"
	is "$(of what)" "$what"
	is "$(of kpi)" null
	is "$(of effort_days)" "$effort"
	refuses 2 "must be a whole number of days" action Helios 1 --effort -1
	refuses 2 "must be a whole number of days" action Helios 1 --effort 2.5
	refuses 2 "there is no KPI with that id or name" action Helios 1 --kpi nothing
	refuses 2 "there is no joint objective of that number; 0 are recorded" \
		action Helios 1 --objective 1
	refuses 2 "has a line break" action Helios 1 --title "$(printf 'a\nb')"
	refuses 2 "there is no such value of --quick-win" action Helios 1 --quick-win maybe
}

# The words of the library, typed, are not one's own: an update of the library reaches them.
case_action_words_of_the_library_stay_its_own()
{
	planned
	what=$(of what)
	before=$(steps)
	run action Helios 1 --title "List what was promised and delivered" --what "$what"
	exits 0
	is "$(steps)" "$before"
}

case_action_serves_an_objective()
{
	run import "$here/../../data/example/phoenix-gentech.json"
	exits 0
	name="Phoenix Labs and GenTech Solutions"
	run action "$name" 1 --objective 1
	exits 0
	run action "$name" 1
	says "Objective    "
	run action "$name" 1 --objective ""
	exits 0
	run action "$name" 1 --json
	is "$(json out objective)" null
}

case_action_for_now_or_later()
{
	planned
	run action Helios 1 --when now
	exits 0
	is "$(of start)" 2026-03-23
	run action Helios 1 --when later
	exits 0
	warns "for later"
	run action Helios 1 --when now
	exits 0
	is "$(of start)" 2026-03-23
	refuses 2 "--when sets the days too" action Helios 1 --when now --due +3w
	refuses 2 "it is later or now" action Helios 1 --when soon
}

case_action_of_ones_own()
{
	planned
	before=$(steps)
	run action Helios add --title "Buy a cake" --step 2 --owner 1=Ana --note "Chocolate"
	exits 0
	warns "action 4, Buy a cake: open, from 2026-03-23 to 2026-04-03"
	is "$(steps)" $((before + 1))
	run action Helios 4 --json
	is "$(json out step) $(json out note) $(json out active)" "2 Chocolate true"
	run action Helios add --title "Eat it" --step 7 --start 2026-04-07 --json
	exits 0
	is "$(json out start) $(json out due)" "2026-04-07 2026-04-18"
	run action Helios add --title "Wash up" --step 7 --due 2026-03-18 --json
	is "$(json out start) $(json out due)" "2026-03-18 2026-03-18"
	run action Helios add --title "Tell them" --step 7 --due ""
	exits 0
	warns "for later"
	REKINDLE_TODAY=2026-09-01 run plan Helios --redraw --save
	exits 0
	run action Helios 4
	exits 0
	refuses 2 "Give --title" action Helios add --step 2
	refuses 2 "Give --step 1 to 7" action Helios add --title "No step"
	refuses 2 "the steps of a plan are 1 to 7" action Helios add --title "Step 8" --step 8
	refuses 2 "Step 8 is one word too many" action Helios add "Step 8"
	refuses 2 "--step is for a new action" action Helios 1 --step 2
	refuses 2 "nothing stands behind an empty title" action Helios 4 --title ""
	run plan Helios --json
	is "$(json out actions | grep -o '"number"' | wc -l)" 7
}

# Of one's own nothing stays; the library's would come back, so it is dropped, for a reason.
case_action_is_deleted_or_dropped()
{
	planned
	run action Helios add --title "Buy a cake" --step 2
	exits 0
	before=$(steps)
	refuses 2 "is deleted, with what is said of it" action Helios drop 4 --reason "Too sweet"
	refuses 2 "drop takes no option but --reason" action Helios drop 4 --note "Too sweet"
	refuses 2 "drop which action?" action Helios drop
	run action Helios drop 4
	exits 0
	warns "deleted: action 4, Buy a cake"
	is "$(steps)" $((before + 1))
	refuses 2 "there is no action 4 in this plan" action Helios drop 4
	refuses 2 "marked as dropped; give --reason" action Helios drop 1
	feed 'Known\n' action Helios drop 1 --reason -
	exits 0
	warns "action 1, List what was promised and delivered: dropped on 2026-03-16"
	is "$(of reason)" Known
}

case_action_adopted_stays()
{
	planned
	is "$(of adopted)" ""
	refuses 2 "there is no such value of --adopt; it is no or yes" action Helios 1 --adopt maybe
	run action Helios 1 --adopt yes
	exits 0
	warns "action 1, List what was promised and delivered: open, adopted, from 2026-03-23"
	is "$(of adopted)" true
	run plan Helios --json
	is "$(json out actions.0.adopted)" true
	run action Helios 1
	grep -q "open, adopted" out || fault "not said of the action"
	# long after its day: what nobody has touched is moved, what is adopted is not
	due=$(of due)
	REKINDLE_TODAY=2026-09-01 run plan Helios --redraw --save
	exits 0
	is "$(of due)" "$due"
	run action Helios 1 --adopt no
	exits 0
	is "$(of adopted)" ""
	REKINDLE_TODAY=2026-09-02 run plan Helios --redraw --save
	exits 0
	[ "$(of due)" != "$due" ] || fault "late, not adopted and not moved"
}

case_action_refuses_what_is_not_there()
{
	alliance
	refuses 2 "no plan of Helios is stored yet; rekindle plan Helios --save stores the draft" action Helios 1
	refuses 2 "action needs an ID and the number of an action" action Helios
	run plan Helios --save
	refuses 2 "there is no action 99 in this plan" action Helios 99
	refuses 2 "there is no action -- in this plan" action Helios -- --
	refuses 2 "one word too many for action" action Helios 1 2
	refuses 2 "--outcome is no option of action" action Helios 1 --outcome passed
	chmod 400 data/rekindle/rekindle.db
	run action Helios 1 --status started
	exits 1
	warns "read-only"
	run action Helios 1
	exits 0
}

# The plan is the alliance's and goes on; a number is never given twice.
case_action_of_a_sealed_round_and_its_number()
{
	planned
	run seal Helios
	run action Helios 1 --status started
	exits 0
	run export Helios -o plan.json
	python3 - <<-'END'
	import json
	document = json.load(open('plan.json'))
	own = '%08d-0000-4000-8000-000000000000' % 7
	document['alliance']['plan']['actions'].append(
	    {'id': own, 'title': 'Our own', 'step': 1, 'due': '2026-04-10', 'changed': 1773648000000})
	json.dump(document, open('with.json', 'w'))
	del document['alliance']['plan']['actions'][-1]
	document['deleted'] = [{'id': own, 'at': 1773649000000}]
	json.dump(document, open('without.json', 'w'))
	other = json.load(open('with.json'))
	other['alliance']['plan']['actions'][-1].update(id=own.replace('7', '8'), title='Another')
	json.dump(other, open('other.json', 'w'))
	END
	run import with.json
	exits 0
	run action Helios 00000007
	says "Action 4     Our own"
	run import without.json
	exits 0
	refuses 2 "there is no action 4 in this plan" action Helios 4
	run import other.json
	exits 0
	run action Helios 5
	exits 0
	says "Another"
}

case_gate_decision_is_taken_back()
{
	planned
	refuses 2 "gate 1 is not decided, so there is nothing to take back" gate Helios 1 --outcome none
	run gate Helios 1 --outcome passed --note "Both signed"
	exits 0
	before=$(steps)
	refuses 2 "leave out --date" gate Helios 1 --outcome none --date today
	run gate Helios 1 --outcome none --json
	exits 0
	warns "gate 1 of Helios is not decided any more"
	is "$(json out outcome) $(json out decided) $(json out note)" "null null Both signed"
	is "$(steps)" $((before + 1))
	run gate Helios 1
	says "Outcome      not decided"
	run gate Helios 1 --outcome failed
	exits 0
	warns "gate 1 of Helios failed"
}

case_gate_is_decided()
{
	planned
	run gate Helios
	exits 0
	says "Gate 1       Has every side been heard"
	says "Outcome      not decided"
	refuses 2 "what was decided at the gate?" gate Helios 1 --date today
	refuses 2 "which gate was decided?" gate Helios --outcome passed
	refuses 2 "there is no gate 9; this plan has 1 to" gate Helios 9
	refuses 2 "there is no such outcome; it is passed or failed" gate Helios 1 --outcome maybe
	refuses 2 "is ahead of today" gate Helios 1 --outcome passed --date 2026-03-17
	run gate Helios 1 --json
	is "$(json out outcome)" null
	feed 'The board,\nin writing\n' gate Helios 1 --outcome failed --date "10 march" --note -
	exits 0
	[ ! -s out ]
	warns "gate 1 of Helios failed, as of 2026-03-10: the sponsors who have been heard decide with what is known"
	refuses 2 "gate 1 is decided already: failed on 2026-03-10; --force decides it again" \
		gate Helios 1 --outcome passed
	run gate Helios 1 --outcome passed --force --json
	exits 0
	warns "gate 1 of Helios is passed, as of 2026-03-16"
	is "$(json out outcome) $(json out decided) $(json out note)" "passed 2026-03-16 The board,
in writing"
	run gate Helios --json
	is "$(json out 0.number)" 1
}

case_gate_without_a_plan()
{
	alliance
	refuses 2 "no plan of Helios is stored yet" gate Helios 1 --outcome passed
	refuses 2 "gate needs an ID" gate
}

case_audit_adds_shows_sets_drops()
{
	alliance
	run audit Helios incidents
	exits 0
	[ ! -s out ]
	warns "incidents of Helios: nothing is recorded yet"
	feed 'They shouted\nfor an hour\n' audit Helios incidents add what="The freezer failed" \
		date=friday party=Helix consequence=-
	exits 0
	warns "date friday: Friday, 13 March 2026"
	one=$(cut -c1-8 out)
	is "$(wc -c < out)" 37
	run audit Helios incidents
	is "$(cat out)" "$one
  date=2026-03-13
  party=Helix
  what=The freezer failed
  consequence=They shouted
    for an hour"
	run audit Helios incidents set "$one" repaired=yes consequence= --json
	exits 0
	is "$(json out repaired) $(json out consequence) $(json out what)" "true null The freezer failed"
	run audit Helios incidents --json
	is "$(json out 0.id | cut -c1-8) $(json out 0.date)" "$one 2026-03-13"
	refuses 2 "incidents: there is none with the id or name ffff; there is: $one" audit Helios incidents drop ffff
	run audit Helios incidents drop "$one"
	exits 0
	warns "The freezer failed deleted"
	run audit Helios incidents --json
	is "$(json out)" "[]"
}

# Every list, by the same table: one object each, read back, taken by an export and by an import.
case_audit_has_every_list()
{
	alliance
	run audit Helios objectives add text="Reach 40 sites" target=40 due="30 june 2027" result=partly
	exits 0
	run audit Helios kpis add name=Margin category=financial baseline=5 target=10 agreed_by="Ana; Kim"
	kpi=$(cut -c1-8 out)
	run audit Helios actuals add kpi="$kpi" date=2026-03-01 value=7.25
	exits 0
	run audit Helios milestones add text="First site" due=2026-01-31 reached=2026-02-10
	run audit Helios process add step=Order party=1 problem=bottleneck
	run audit Helios risks add text="Prices rise" side=HELIX likelihood="30 %"
	run audit Helios events add what="A new board" kind=sponsor_change date=yesterday
	run audit Helios contributions add party=Helix brings=Money would_lose=Trust
	run audit Helios route add party=1 own_resources=3 tradability=2 closeness=4 integration=5
	exits 0
	run audit Helios governance set mandate=yes steering=partly
	run audit Helios selection set longlist=no
	run audit Helios profile set type=licensing ambitions="learning; efficiency" contract.ends=2027-06-30 \
		contract.notice_days=90 contract.amendable=no competitors=yes
	exits 0
	run audit Helios parties set Helix stance=reluctant size_class=large has_sponsor=no
	run audit Helios companies set 2 label=HX
	run audit Helios alliance set started="1 march 2024"
	run audit Helios assessment set objectives_agreed=yes
	exits 0
	run export Helios
	cp out document.json
	python3 - <<-'END'
	import json
	document = json.load(open('document.json'))
	alliance, base = document['alliance'], document['assessments'][0]
	pick = lambda o, *names: [o[n] for n in names]
	assert pick(base['objectives'][0], 'text', 'target', 'due', 'result') == ['Reach 40 sites', 40, '2027-06-30', 'partly']
	kpi = alliance['kpis'][0]
	assert pick(kpi, 'name', 'target', 'agreed_by') == ['Margin', 10, ['Ana', 'Kim']]
	assert pick(kpi['actuals'][0], 'date', 'value') == ['2026-03-01', 7.25]
	assert pick(base['milestones'][0], 'due', 'reached') == ['2026-01-31', '2026-02-10']
	assert pick(base['process'][0], 'step', 'problem') == ['Order', 'bottleneck']
	assert base['risks'][0]['side'] == alliance['parties'][1]['id'] and base['risks'][0]['likelihood'] == '30 %'
	assert pick(base['events'][0], 'kind', 'date') == ['sponsor_change', '2026-03-15']
	assert base['contributions'][0]['would_lose'] == 'Trust'
	assert base['route'][0]['integration'] == 5
	assert base['checklists']['governance']['steering'] == 'partly' and base['checklists']['selection']['longlist'] == 'no'
	assert base['profile']['ambitions'] == ['learning', 'efficiency'] and base['profile']['contract']['notice_days'] == 90
	assert base['profile']['parties'][1]['stance'] == 'reluctant', base['profile']
	assert alliance['parties'][1]['label'] == 'HX' and alliance['started'] == '2024-03-01'
	assert base['objectives_agreed'] is True
	END
	run audit Helios kpis --json
	is "$(json out 0.actuals.0.value)" 7.25
	run audit Helios governance --json
	is "$(json out mandate) $(json out charter 2> /dev/null || echo none)" "yes none"
	run audit Helios profile
	is "$(cat out)" "type=licensing
ambitions=learning;efficiency
contract.ends=2027-06-30
contract.notice_days=90
contract.amendable=no
competitors=yes"
	run audit Helios profile --json
	is "$(json out contract.ends)" 2027-06-30
	run audit Helios parties
	is "$(tail -4 out)" "HX
  size_class=large
  has_sponsor=no
  stance=reluctant"
	run audit Helios governance drop mandate steering
	run audit Helios governance
	! grep -v unknown out || fault "a row is left"
}

case_audit_says_what_is_wrong()
{
	alliance
	refuses 2 "audit needs an ID and a list" audit Helios
	refuses 2 "audit has no list wombats; there is alliance, companies" audit Helios wombats
	refuses 2 "synopsis: rekindle audit ID incidents [add FIELD=VALUE" audit Helios incidents drop
	refuses 2 "synopsis: rekindle audit ID profile [set FIELD=VALUE...]" audit Helios profile add type=x
	refuses 2 "synopsis: rekindle audit ID parties [set COMPANY" audit Helios parties drop 1
	refuses 2 "there is no field wha in incidents; there is date, party, what, consequence and repaired" \
		audit Helios incidents add wha=x
	refuses 2 "yesterday is no FIELD=VALUE; the fields of incidents are" audit Helios incidents add yesterday
	refuses 2 "incidents: an incident needs \`what\`" audit Helios incidents add date=2026-03-01
	refuses 2 "date soon is no date" audit Helios incidents add what=x date=soon
	refuses 2 "date 3/4/27 can be 3 April 2027 or 4 March 2027" audit Helios incidents add what=x date=3/4/27
	refuses 2 "repaired=maybe must be yes, no or unknown" audit Helios incidents add what=x repaired=maybe
	refuses 2 "party Nobody is no party of this alliance; it has Nordwind, Helix" \
		audit Helios incidents add what=x party=Nobody
	refuses 2 "what: the text is not valid UTF-8" audit Helios incidents add what="$(printf 'a\377')"
	refuses 2 "kind=war: it is one of sponsor_change" audit Helios events add what=x kind=war
	refuses 2 "own_resources=6 must be a whole number from 1 to 5" audit Helios route add party=1 own_resources=6
	refuses 2 "own_resources=two is no number" audit Helios route add party=1 own_resources=two
	refuses 2 "contract.notice_days=-1 must be a whole number from 0 to 100000" \
		audit Helios profile set contract.notice_days=-1
	refuses 2 "type: there is no barter; there is joint_rnd" audit Helios profile set type=barter
	refuses 2 "ambitions: there is no fun; there is joint_innovation" \
		audit Helios profile set "ambitions=learning; fun"
	refuses 2 "kpis: a KPI needs \`category\`" audit Helios kpis add name=Margin
	refuses 2 "direction says the opposite of what lies between baseline and target" \
		audit Helios kpis add name=Margin category=financial baseline=5 target=3
	run audit Helios kpis add name=Margin category=financial
	kpi=$(cat out)
	refuses 2 "kpi: there is none with the id or name 0000; there is: $(echo "$kpi" | cut -c1-8) Margin" \
		audit Helios actuals add kpi=0000 date=2026-03-01 value=1
	run audit Helios actuals add kpi=margin date=2026-03-01 value=1
	exits 0
	refuses 2 "actuals: there is one of the same already, with value=1; set $(cut -c1-8 out) changes it" \
		audit Helios actuals add kpi="$kpi" date=2026-03-01 value=2
	refuses 2 "value=1,5 is no number" audit Helios actuals add kpi="$kpi" date=2026-03-02 value=1,5
	refuses 2 "governance has no row charter; it has managers, mandate" audit Helios governance set charter=yes
	refuses 2 "mandate=ja: it is one of yes, partly, no or unknown" audit Helios governance set mandate=ja
	refuses 2 "mandate is no ROW=VALUE" audit Helios governance set mandate
	refuses 2 "alliance: the alliance needs \`name\`" audit Helios alliance set name=
	refuses 2 "name: the name has a line break" audit Helios companies set 1 name="$(printf 'a\nb')"
	feed 'x\n' audit Helios incidents add what=- consequence=-
	exits 2
	warns "consequence - would read standard input"
	run audit Helios incidents --json
	is "$(json out)" "[]"
}

# Facts are those of a full round: by name its newest open one, and never a pulse's.
case_audit_is_of_a_full_round()
{
	alliance
	run round Helios --pulse
	exits 0
	pulse=$(cut -c1-8 out)
	run audit Helios incidents add what="The freezer failed"
	exits 0
	run audit "$id" incidents
	says "The freezer failed"
	refuses 2 "a pulse holds none of incidents" audit "$pulse" incidents add what=x
	refuses 2 "a pulse holds none of governance" audit Helios governance set mandate=yes --round pulse
	run audit "$pulse" kpis add name=Margin category=financial
	exits 0
	run audit Helios kpis
	says "name=Margin"
	run audit Helios kpis add name=Stores category=operational baseline=0.1 target=1200000
	run audit Helios kpis
	says "baseline=0.1"
	says "target=1200000"
}

# Nothing of a sealed round is changed; its KPIs are the alliance's, and go on.
case_audit_leaves_sealed_rounds()
{
	alliance
	run audit Helios kpis add name=Margin category=financial
	kpi=$(cat out)
	run seal Helios
	refuses 4 "sealed on 2026-03-16" audit Helios incidents add what=x
	refuses 4 "sealed on 2026-03-16" audit Helios profile set competitors=yes
	refuses 4 "sealed on 2026-03-16" audit Helios governance set mandate=yes
	run audit Helios actuals add kpi="$kpi" date=today value=3
	exits 0
	run audit Helios incidents
	exits 0
}

# Days off by hand and from a calendar file, and the turn of the year.
case_audit_days_off()
{
	alliance
	party=$("$REKINDLE" audit Helios companies | head -1)
	run audit Helios days_off add party="$party" from=2026-12-24 to=2026-12-26
	exits 0
	refuses 2 "days_off: there is one of the same already, with to=2026-12-26; set" \
		audit Helios days_off add party="$party" from=2026-12-24
	refuses 3 "\`to\` of the day off is before \`from\`" \
		audit Helios days_off add party="$party" from=2027-05-01 to=2027-04-01
	printf 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261224\r\nEND:VEVENT\r\n' > a.ics
	printf 'BEGIN:VEVENT\r\nDTSTART:20200501\r\nEND:VEVENT\r\n' >> a.ics
	printf 'BEGIN:VEVENT\r\nDTSTART:20261003\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\n' >> a.ics
	cp a.ics b.ics
	run audit Helios days_off read a.ics party="$party"
	exits 0
	warns "1 entry of days off added; 1 of the same first day stood there already, 1 is over"
	run audit Helios days_off
	says "from=2026-10-03"
	says "yearly=yes"
	printf 'BEGIN:VEVENT\r\nDTSTART:20270503\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n' >> b.ics
	refuses 3 "b.ics:14: this event comes again otherwise" audit Helios days_off read b.ics
	refuses 2 "synopsis: rekindle audit ID days_off read FILE [party=COMPANY]" \
		audit Helios days_off read a.ics side="$party"
	refuses 2 "audit ID risks is not written like that" audit Helios risks read a.ics
	run audit Helios plan set works_year_end=yes
	exits 0
	run audit Helios plan
	says "works_year_end=yes"
}

# What the joint edition leaves out, and what adopting it tells.
leaking()
{
	python3 - >leak.json <<'P'
import json, os, subprocess
bank = json.loads(subprocess.check_output([os.environ["REKINDLE"], "instrument", "show", "--json"]))
roles = ["manager", "sponsor", "operations", "commercial"]
doc = {"format": "rekindle-exchange", "version": 1, "instrument": {"id": "core", "version": bank["version"]},
       "alliance": {"name": "Helios", "parties": [{"id": p, "name": n, "has_sponsor": True, "ours": p == "a"}
                                                  for p, n in (("a", "Astra"), ("b", "Borea"))], "people": []},
       "assessments": [{"kind": "baseline", "date": "2026-03-16", "respondents": [], "answers": []}]}
for party in "ab":
    for at, role in enumerate(roles):
        who = f"{party}{at}"
        doc["alliance"]["people"].append({"id": "p" + who, "party": party, "role": role, "name": f"Kim {who}"})
        doc["assessments"][0]["respondents"].append(
            {"id": who, "person": "p" + who, "date": "2026-03-16", "consent": True,
             "attribution": "confidential" if who == "b3" else "named"})
        for item in bank["items"]:
            if item["kind"] != "rated" or role not in item["roles"]:
                continue
            low = item["aspect"] == "management.communication"
            if low and party == "b" and at < 2:
                continue
            value = 2 if low else 3 + (at + len(item["id"])) % 3
            doc["assessments"][0]["answers"].append(
                {"respondent": who, "item": item["id"], "value": 6 - value if item["reversed"] else value})
print(json.dumps(doc))
P
	run import leak.json
	exits 0
	run plan Helios --save --start 2026-03-23
	exits 0
}

case_plan_files_are_joint_unless_asked_otherwise()
{
	leaking
	run plan Helios --json
	exits 0
	internal=$(json out actions | python3 -c 'import json,sys;print(len(json.load(sys.stdin)))')
	says management.communication
	run plan Helios --format csv
	exits 0
	says_not management.communication
	head -1 out | grep -q ',edition' || fault "no column for the edition"
	[ "$(grep -c ',joint' out)" -lt "$internal" ] || fault "an action is left out of none"
	run plan Helios --format csv --edition internal
	says management.communication
	is "$(grep -c ',internal' out)" "$internal"
	run plan Helios --format ics
	says "X-WR-CALDESC:Joint edition\\, for both companies."
	run plan Helios --format ics --edition internal
	says "X-WR-CALDESC:Internal edition\\, not for the partner."
	run plan Helios
	says "JOINT EDITION - for both companies"
	says_not "communication"
	run plan Helios --edition internal
	says "INTERNAL EDITION - not for the partner"
	run plan Helios --json --edition joint
	is "$(json out edition)" joint
	says_not '"aspect.management.communication"'
	says_not '"note"'
	refuses 2 "what a redraw would change is for you alone: leave out --edition, or --redraw" \
		plan Helios --redraw --edition joint
}

case_adopting_says_what_it_tells()
{
	leaking
	run plan Helios --json
	left=$(python3 - <<'P'
import json
print(next(a["number"] for a in json.load(open("out"))["actions"]
           if a["findings"] == ["aspect.management.communication"]))
P
)
	run action Helios "$left" --adopt yes
	exits 0
	warns "The joint edition will show it. From it the other side can work out: low communication"
	run action Helios "$left" --adopt yes
	exits 0
	! grep -q "joint edition" err || fault "said a second time"
	run plan Helios --format csv
	run action Helios 1 --adopt yes
	exits 0
	! grep -q "joint edition" err || fault "said of one that is shown"
}

case_owners_are_named_in_every_edition()
{
	leaking
	for edition in internal joint; do
		run plan Helios --format csv --edition $edition
		says "Kim b3"
		run plan Helios --format ics --edition $edition
		tr -d '\r\n' <out | sed 's/ //g' | grep -q "Kimb3" || fault "$edition calendar: not named"
		run report Helios --edition $edition --section plan
		says "Kim b3"
	done
}

# What nobody is to work out is in no agenda and no shared copy either.
case_shared_copy_holds_facts_and_the_joint_plan()
{
	leaking
	run audit Helios governance set escalation=no
	exits 0
	run action Helios 1 --note "for us alone"
	exits 0
	run export Helios --share -o share.json
	exits 0
	warns "what the other company may have of Helios"
	for word in respondents answers route stance attribution releases "for us alone" \
		'"aspect.management.communication"' '"planned"' '"note"'; do
		! grep -q -e "$word" share.json || fault "the copy has $word"
	done
	is "$(json share.json alliance.plan.edition)" joint
	is "$(json share.json assessments.0.checklists.governance.escalation)" no
	refuses 2 "--only is a full copy of one round, --share what the other company may have: leave one out" \
		export Helios --share --only
	REKINDLE_DB=$PWD/other.db run import share.json
	exits 0
	REKINDLE_DB=$PWD/other.db run plan Helios
	exits 0
}

case_agenda_counts_what_the_joint_edition_shows()
{
	leaking
	run plan Helios --json
	python3 - >hidden <<'P'
import json
action = next(a for a in json.load(open("out"))["actions"] if a["findings"] == ["aspect.management.communication"])
print(action["number"], action["title"], sep="\n")
P
	run action Helios "$(head -1 hidden)" --start 2026-11-30 --due 2026-12-04
	exits 0
	title=$(tail -1 hidden)
	for format in text markdown ics json; do
		REKINDLE_TODAY=2026-12-10 run meeting Helios agenda --body working --format $format
		exits 0
		says_not "$title"
	done
	run action Helios "$(head -1 hidden)" --adopt yes
	REKINDLE_TODAY=2026-12-10 run meeting Helios agenda --body working --format markdown
	says "$title"
}

# Before anything of it is known the list has what there is to know of it.
case_audit_of_a_plan_that_is_not_stored()
{
	alliance
	run audit Helios plan
	exits 0
	run audit Helios plan --json
	exits 0
	is "$(json out works_year_end)" null
	run audit Helios plan set works_year_end=yes
	exits 0
	run audit Helios plan --json
	is "$(json out works_year_end)" true
}
