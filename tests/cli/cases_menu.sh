# SPDX-License-Identifier: MIT
# open --line: numbered menus for everything that the screens do.

# menu LINES... -- ARGS...: each LINES typed as one line.
menu()
{
	: > typed
	while [ "$1" != -- ]; do
		printf '%s\n' "$1" >> typed
		shift
	done
	shift
	code=0
	"$REKINDLE" --line "$@" < typed > out 2> err || code=$?
}


case_menu_begins_an_alliance_and_leaves()
{
	menu 1 3 Helios Nordwind Helix "" :back :q --
	exits 0
	says "Everything is saved."
	"$REKINDLE" list --json > out
	is "$(json out 0.alliance)" Helios
	menu 1 2 Helios :back :back :back --
	exits 0
	says "Helios, baseline."
	menu -- open Helios
	exits 0
	says "1: Overview"
	refuses 2 "no assessment is called" open Nowhere --line
}

case_menu_takes_commands_at_every_prompt()
{
	alliance
	menu 2 2 1 1 Ana :undo 1 :redo 1 :help 2 1 :back 1 -- open Helios
	exits 0
	is "$(grep -c 'Nordwind  *sponsor' out)" 2
	says "Saved: undone: "
	says "Saved: redone: "
	says "A number chooses."
	run people Helios
	is "$(wc -l < out)" 2
}

case_menu_refuses_what_is_not_meant()
{
	alliance
	menu 99 x :nothing 2 2 9 :back 2 1 1 "" -- open Helios
	exits 0
	says "Type a number from 1 to 10, or :back."
	says ":nothing is no command"
	menu 2 2 Nobody 1 "" -- open Helios
	exits 0
	says "Not done: --party Nobody is no party"
	menu 2 3 - 1 Ana -- open Helios
	says "Something has to be typed here"
	menu 2 2 Nobody 1 "" -- open Helios --strict
	exits 3
	warns 'line 5 of the input was refused: ""'
}

# Every place lists what can be done there, and whatever needs nothing is done.
case_menu_of_every_place()
{
	run import "$here/../../data/example/phoenix-gentech.json"
	exits 0
	name="Phoenix Labs and GenTech Solutions"
	for place in 1 2 3 4 5 6 7 8 9 10; do
		menu $place "" :back -- open "$name"
		exits 0
		[ ! -s err ] || fault "place $place: $(cat err)"
	done
	menu 1 1 :back 2 1 :back 5 1 2 4 :back 6 1 :back 7 1 :back 8 1 :back 9 1 -- open "$name"
	exits 0
	! grep -q "^Not done\|Not done:" out || fault "$(grep 'Not done' out)"
	says "Marit Solheim"
	says "Gate 1"
}

# What an action is called, takes and moves; a single = brings the library's back.
case_menu_rewords_an_action()
{
	alliance
	run plan Helios --save --start 2026-03-23
	exits 0
	menu 6 8 1 "Write the list" "" "Both have it" "" 9 1 3 "" "" 1 2 :back -- open Helios
	exits 0
	! grep -q 'Not done:' out || fault "$(grep 'Not done:' out)"
	run action Helios 1
	says "Write the list"
	says "Both have it"
	says "Effort       3 days"
	says "Quick win    yes"
	says "later, looked at after the second gate"
	menu 6 8 1 = "" = "" 9 1 = = = 2 1 :back -- open Helios
	exits 0
	! grep -q 'Not done:' out || fault "$(grep 'Not done:' out)"
	run action Helios 1
	says "List what was promised and delivered"
	says_not "Both have it"
	says_not "Effort       3 days"
	says_not "Quick win"
}

case_menu_adds_and_drops_an_action()
{
	alliance
	run plan Helios --save --start 2026-03-23
	exits 0
	menu 6 10 "Buy a cake" 2 "" "" 10 "Eat it" 7 "" 2026-04-30 11 4 "" 11 1 "Known" :undo 11 1 "" \
		:back -- open Helios
	exits 0
	is "$(grep -c 'Not done:' out)" 1
	says "Not done: this action is the library's"
	run plan Helios --json
	is "$(json out actions | grep -o '"title": "[BE][a-z]* [a-z]*"')" '"title": "Eat it"'
	run action Helios 1
	says "Status       open"
}

case_menu_shifts_the_plan_and_takes_a_gate_back()
{
	alliance
	run plan Helios --save --start 2026-03-23
	exits 0
	menu 6 4 "start 2026-04-06" n 4 "open 2" y 4 "whenever" n :back 7 2 1 passed "" "" 3 1 \
		:back -- open Helios
	exits 0
	is "$(grep -c 'Not done:' out)" 1
	says "The plan would start on"
	says "Not done: --shift whenever: give start and a day"
	run action Helios 1 --json
	is "$(json out start)" 2026-04-06
	run gate Helios 1 --json
	is "$(json out outcome)" null
}

# The first use, from an alliance to the next round, told by menus and told by commands.

by_menus()
{
	menu 1 3 Helios Nordwind Helix "" \
		2 Helios \
		2 2 1 manager Ana 2 2 operations Jun 4 Jun operations "" "2026-04-01 10:00" :back \
		3 1 1 y "" 60 ":jump 12" ":comment so far" 4 :quit \
		1 2 y 2 "" ":jump 12" 2 :quit \
		4 Jun 13 dk "" "" "" :back \
		4 2 6 "Forty joint sales" "sales" 0 40 2026-12-31 "" "" :back \
		4 3 12 yes no "" "" "" "" "" "" "" "" \
		2 23 "Two sites" "" "" 2 "" "" 1=Ana "2=Bo Lin" "" \
		3 21 2026-03-16 "Both still hold" "" "" 2 22 2 "Fewer visits" \
		2 24 "Notice of a month" "" "" 3 20 "" monthly "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" "" \
		2026-03-16 :back \
		5 1 :back \
		6 2 2026-03-23 y 6 1 2026-03-16 "It was quick" :back \
		7 2 1 passed 2026-03-16 "Both signed" :back \
		8 3 steering "" "One budget" "" "Ana takes the minutes" "" :back \
		10 2 "Ask for the paper" 3 1 action:1 :back \
		9 4 "" "" :back \
		3 2 1 y "" "" ":jump 2" 3 :quit :back \
		9 3 "Second look" "" 1 :quit --
	exits 0
	! grep -q 'Not done:' out || fault "$(grep 'Not done:' out)"
}

by_commands()
{
	run new --name Helios --party Nordwind --party Helix
	exits 0
	run people Helios add --party 1 --role manager --name Ana
	exits 0
	run people Helios add --party 2 --role operations --name Jun
	exits 0
	run people Helios set Jun --role operations --date "2026-04-01 10:00"
	exits 0
	feed 'y\n\n60\n:jump 12\n:quit\n' interview Helios --respondent Ana
	exits 0
	run answer Helios --respondent Ana 12 4 --comment "so far"
	exits 0
	feed 'y\n2\n\n:jump 12\n:quit\n' interview Helios --respondent Jun
	exits 0
	run answer Helios --respondent Jun 12 2
	exits 0
	run answer Helios --respondent Jun 13 dk
	exits 0
	run audit Helios objectives add text="Forty joint sales" measure=sales baseline=0 target=40 \
		due=2026-12-31
	exits 0
	run audit Helios governance set managers=yes mandate=no
	exits 0
	run audit Helios joint add text="Two sites" target=2 owner=1=Ana owner="2=Bo Lin"
	exits 0
	run audit Helios workshop set date=2026-03-16 relevant="Both still hold"
	exits 0
	run audit Helios success add party=2 text="Fewer visits"
	exits 0
	run audit Helios amendments add text="Notice of a month"
	exits 0
	run audit Helios charter set steering.rhythm=monthly agreed=2026-03-16
	exits 0
	run plan Helios --save --start 2026-03-23
	exits 0
	run action Helios 1 --done 2026-03-16 --note "It was quick"
	exits 0
	run gate Helios 1 --outcome passed --date 2026-03-16 --note "Both signed"
	exits 0
	run meeting Helios add --body steering --decision "One budget" --note "Ana takes the minutes"
	exits 0
	run note Helios add "Ask for the paper"
	exits 0
	run note Helios file 1 --to action:1
	exits 0
	run round Helios --pulse
	exits 0
	feed 'y\n\n\n:jump 2\n3\n:quit\n' check Helios --respondent Ana
	exits 0
	run round Helios --title "Second look"
	exits 0
}

case_menu_tells_the_same_story_as_commands()
{
	by_menus
	run export Helios -o menus.json
	exits 0
	rm -r data/rekindle
	by_commands
	run export Helios -o commands.json
	exits 0
	python3 "$here/same.py" menus.json > menus
	python3 "$here/same.py" commands.json > commands
	diff menus commands > differ || fault "$(head -n 20 differ)"
	[ "$(wc -l < menus)" -gt 300 ] || fault "hardly anything was told"
}

case_menu_files_minutes_and_drops_a_meeting()
{
	alliance
	run audit Helios joint add text="Two sites"
	exits 0
	menu 8 4 steering 2026-03-16 "" 1 "" "Both sign" 5 working "" "" "" "" "Hall is cold" -- open Helios
	exits 0
	run meeting Helios --json
	is "$(json out 0.decisions.0.text) $(json out 0.decisions.0.filed.kind)" "Both sign objective"
	is "$(json out 1.notes.0.text) $(json out 1.notes.0.filed)" "Hall is cold null"
	one=$(json out 0.id | cut -c1-8)
	run audit Helios joint --json
	json out 0.note | grep -q "Both sign" || fault "it is not filed"
	menu 8 6 "$one" decision:1 "Both signed" 8 "$one" decision:1 "" 1 "" 10 "$one" 2026-03-10 -- open Helios
	exits 0
	run meeting Helios --json
	grep -q "Both signed" out || fault "the words are not corrected"
	grep -q "2026-03-10" out || fault "the day is not corrected"
	menu 8 7 "$one" decision:1 1 9 "$one" decision:1 -- open Helios
	exits 0
	run meeting Helios --json
	! grep -q "Both signed" out || fault "the row is left"
	menu 8 11 "$one" -- open Helios
	exits 0
	run meeting Helios --json
	is "$(json out 0.notes.0.text)" "Hall is cold"
	is "$(json out | grep -c '"id"')" 1
}
