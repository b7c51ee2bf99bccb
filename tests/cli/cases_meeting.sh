# SPDX-License-Identifier: MIT
# meeting: agendas and minutes, for scripts.

# An alliance with two people, and a stored plan of three actions and a gate that are all late.
met()
{
	alliance
	run people Helios add --party 1 --role manager --name Ana
	run people Helios add --party 2 --role sponsor --name Kim
	run plan Helios --save --start 2026-03-23
	exits 0
	export REKINDLE_TODAY=2026-05-20
}

# How many steps undo has.
undo_steps()
{
	python3 -c "import sqlite3
print(sqlite3.connect('data/rekindle/rekindle.db').execute('SELECT count(*) FROM change WHERE at IS NOT NULL').fetchone()[0])"
}

case_meeting_agenda_is_of_the_next_one()
{
	met
	run meeting Helios agenda
	exits 0
	says "steering committee, Monday, 22 June 2026"
	says "Decide gate 1, due on 22 April 2026"
	says "LATE BY MORE THAN 14 DAYS"
	says "Pulse, 23 June 2026."
	[ "$(wc -L < out)" -le 80 ]
	run action Helios 2 --status blocked --reason "No day is free."
	run action Helios 1 --done 2026-05-04
	run meeting Helios agenda --body working --date 2026-06-15 --format markdown
	exits 0
	says "working group, Monday, 15 June 2026"
	says "What blocks it is for its owners to say."
	says "done on"
	says_not "Decide gate"
	run meeting Helios agenda --json
	is "$(json out report.edition)" joint
	run meeting Helios agenda -o agenda.md --format markdown
	exits 0
	mode agenda.md 600
	run meeting Helios agenda -o agenda.md --format markdown
	exits 1
}

# The meeting of the series is the one in the calendar of the plan; one of another day is not.
case_meeting_agenda_as_a_calendar_entry()
{
	met
	run plan Helios --format ics
	uid=$(tr -d '\r' < out | grep -B12 'SUMMARY:Steering committee' | grep ^UID | tail -1)
	[ -n "$uid" ]
	run meeting Helios agenda --format ics
	exits 0
	is "$(grep -c '^BEGIN:VEVENT' out)" 1
	says "$uid"
	says "RECURRENCE-ID;VALUE=DATE:20260622"
	says 'DESCRIPTION:Decisions asked for\n- Decide gate'
	run meeting Helios agenda --format ics --date 2026-06-23
	says "DTSTART;VALUE=DATE:20260623"
	says_not "$uid"
	says_not RECURRENCE-ID
}

case_meeting_minutes_are_taken_and_filed()
{
	met
	before=$(undo_steps)
	run meeting Helios add --body steering --date 2026-05-18 --decision "One budget" --action 1 \
		--decision "Kim names a lead" --note "Ana takes the minutes"
	exits 0
	warns "minutes of the steering committee of 2026-05-18, Helios: 2 decisions and 1 note now"
	is "$(undo_steps)" $((before + 1))
	run action Helios 1 --json
	is "$(json out note)" "18 May 2026, steering committee: Kim names a lead"
	run action Helios 1 --note "Kim was asked"
	# the same meeting goes on, also by standard input, a line each
	feed 'Bo joins\n\nMeet in Oslo\n' meeting Helios add --body steering --date 2026-05-18 --action 1 --note - --json
	exits 0
	is "$(json out edition)" internal
	is "$(json out notes | tr -d ' ')" "$(printf '%s' '[{"text":"Anatakestheminutes","filed":null},{"text":"Bojoins","filed":{"kind":"action","id":"collect_facts","there":true,"number":1}},{"text":"MeetinOslo","filed":{"kind":"action","id":"collect_facts","there":true,"number":1}}]')"
	run action Helios 1 --json
	is "$(json out note | wc -l)" 3
	is "$(json out note | sed -n 1p)" "Kim was asked"
	run meeting Helios
	is "$(sed -n 1p out)" "INTERNAL EDITION - not for the partner"
	says "2026-05-18 steering committee"
	says "Kim names a lead [action"
	run meeting Helios agenda
	says "DECIDED ON 18 MAY 2026, AND WHAT BECAME OF IT"
	says "Kim names a lead: action 1 is open, due on 3 April 2026, late."
	run action Helios 1 --done 2026-05-19
	run meeting Helios agenda
	says "Kim names a lead: action 1 is done since 19 May 2026."
	# minutes to progress report
	run report Helios --kind progress
	exits 0
	says "DECIDED SINCE 20 FEBRUARY 2026"
	tr -s ' \n' ' ' < out > line
	grep -qF "18 May steering committee: One budget; Kim names a lead (action 1 is done since 19 May 2026)." line \
		|| fault "the progress report lacks the decisions"
}

case_meeting_files_to_risks()
{
	met
	run audit Helios risks add text="Prices rise" side=1
	run audit Helios risks --json
	risk=$(json out 0.id)
	run meeting Helios add --body working --risk "$risk" --note "Fix them for a year"
	exits 0
	run audit Helios risks --json
	is "$(json out 0.response)" "20 May 2026, working group: Fix them for a year"
	run meeting Helios --body steering --json
	is "$(json out)" "[]"
	run meeting Helios --body working --json
	is "$(json out 0.notes.0.filed.kind)" risk
}

# A risk is a round's: the next round has it under another id, and it is not gone.
case_meeting_minute_of_a_risk_of_another_round()
{
	met
	run audit Helios risks add text="Prices rise" side=1
	run audit Helios risks --json
	run meeting Helios add --body working --risk "$(json out 0.id)" --note "Fix them for a year"
	exits 0
	run meeting Helios
	says "Fix them for a year [risk: Prices rise]"
	run round Helios
	exits 0
	run meeting Helios
	says "Fix them for a year [a risk not in this round]"
	says_not gone
}

# The words that every output uses, and the short ones.
case_meeting_body_is_taken_as_it_is_said()
{
	met
	run meeting Helios add --body "steering committee" --decision "One budget"
	exits 0
	warns "minutes of the steering committee of 2026-05-20"
	run meeting Helios add --body "working group" --note "Meet in Oslo"
	exits 0
	warns "minutes of the working group of 2026-05-20"
	run meeting Helios --body "working group" --json
	is "$(json out 0.notes.0.text)" "Meet in Oslo"
	run meeting Helios agenda --body "working group"
	exits 0
	says "working group, "
}

# Minutes are the alliance's: they go on when the round is sealed, and travel.
case_meeting_goes_on_after_a_seal()
{
	met
	run seal Helios
	exits 0
	run meeting Helios add --body working --action 2 --decision "Go on"
	exits 0
	run meeting Helios --json
	id=$(json out 0.id)
	run export Helios -o helios.json
	XDG_DATA_HOME=$PWD/other run import helios.json
	exits 0
	XDG_DATA_HOME=$PWD/other run meeting Helios --json
	is "$(json out 0.decisions.0.filed.id)" hear_the_rest
	run meeting Helios drop "$(echo "$id" | cut -c1-8)"
	exits 0
	run meeting Helios --json
	is "$(json out)" "[]"
}

case_meeting_says_what_is_missing()
{
	alliance
	refuses 2 "no plan of Helios is stored yet" meeting Helios agenda
	refuses 2 "Give --body steering or --body working" meeting Helios add --decision x
	refuses 2 "there is no such body; it is steering or working" meeting Helios add --body board --decision x
	refuses 2 "Give --decision or --note" meeting Helios add --body working
	refuses 2 "--note needs words" meeting Helios add --body working --note " "
	refuses 2 "there is none with the id 1" meeting Helios add --body working --risk 1 --note a
	refuses 2 "there is no joint objective" meeting Helios add --body working --objective 1 --note a
	refuses 2 "is ahead of today" meeting Helios add --body working --date 2026-03-17 --note a
	refuses 2 "--decision means nothing" meeting Helios agenda --decision x
	refuses 2 "is not written as ics" meeting Helios --format ics
	refuses 2 "it is not written like that" meeting Helios drop
	refuses 2 "no plan of Helios is stored yet" meeting Helios add --body working --action 1 --note a
	run meeting Helios
	exits 0
	warns "No meeting is recorded yet"
	run plan Helios --save --start 2026-03-23
	refuses 2 "there is no action 99" meeting Helios add --body working --action 99 --note a
	refuses 2 "none follows" meeting Helios add --body working --note a --action 1
	refuses 2 "stand together" meeting Helios add --body working --action 1 --action 2 --note a
}

# A gate that is ahead is not decided, and no report says that it is.
case_report_progress_calls_no_open_gate_decided()
{
	run new --name Tri --party A --party B --party C
	run plan Tri --save --start 2026-03-23
	run report Tri --kind progress
	exits 0
	says "is due on"
	says_not "gate is decided"
	says "no gate is due"
}

case_meeting_is_corrected()
{
	alliance
	run audit Helios joint add text="Two sites"
	run meeting Helios add --body steering --decision One --decision Two --decision Three --note Cold --json
	exits 0
	one=$(json out id | cut -c1-8)
	run meeting Helios move "$one" decision:3 1 --json
	exits 0
	is "$(json out decisions.0.text) $(json out decisions.1.text) $(json out decisions.2.text)" "Three One Two"
	run meeting Helios set "$one" decision:2 "One budget" --json
	is "$(json out decisions.1.text)" "One budget"
	run meeting Helios file "$one" decision:2 --objective 1 --json
	exits 0
	is "$(json out decisions.1.filed.kind)" objective
	run audit Helios joint --json
	json out 0.note | grep -q "One budget" || fault "it is not filed"
	run meeting Helios drop "$one" decision:1 --json
	is "$(json out decisions.0.text) $(json out notes.0.text)" "One budget Cold"
	run meeting Helios set "$one" --date 2026-03-10 --json
	is "$(json out date)" 2026-03-10
	run meeting Helios add --body steering --decision More
	exits 0
	refuses 2 "16 March 2026" meeting Helios set "$one" --date 2026-03-16
	refuses 2 "is ahead of today" meeting Helios set "$one" --date 2026-03-17
	refuses 2 "there is no such row; that meeting has 1" meeting Helios drop "$one" note:2
	refuses 2 "x:1 is no row of minutes" meeting Helios drop "$one" x:1
	refuses 2 "needs words" meeting Helios set "$one" note:1 ""
	refuses 2 "from 1 to 1" meeting Helios move "$one" note:1 2
	refuses 2 "where is it to be filed" meeting Helios file "$one" note:1
	refuses 2 "Give --date" meeting Helios set "$one"
	run meeting Helios --json
	is "$(json out 1.decisions.0.text)" "One budget"
}
