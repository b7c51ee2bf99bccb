# SPDX-License-Identifier: MIT
# new, list, show, open.

case_new_prints_the_id()
{
	run new --name "Phoenix & GenTech" --party "Phoenix Labs" --party GenTech
	exits 0
	is "$(wc -c < out)" 37
	id=$(cat out)
	run show "$id"
	exits 0
	says "Phoenix & GenTech"
	says "baseline, 2026-03-16"
	! grep -q "baseline, baseline" out || fault "the round is named twice"
	says "Phoenix Labs (your side)"
	run new --name Second --party A --party B --party C --json
	exits 0
	is "$(json out | grep -c '"id"')" 1
	run list --json
	is "$(json out 0.id)" "$id"
	is "$(json out 1.parties)" 3
}

case_new_refuses_bad_names()
{
	long=$(printf '%0201d' 0)
	refuses 2 "--name NAME" new --party A --party B
	refuses 2 "two to six" new --name N
	refuses 2 "two to six" new --name N --party A
	refuses 2 "more than 6 times" new --name N --party A --party B --party C --party D \
		--party E --party F --party G
	refuses 2 "blank" new --name " " --party A --party B
	refuses 2 "blank" new --name N --party A --party ""
	refuses 2 "given twice" new --name N --party A --party a
	refuses 2 "--party 2025: a company has a name with letters" new --name N --party A --party 2025
	refuses 2 "a number or a day is none" new --name N --party A --party B --party 1.4.2025
	refuses 2 "not valid UTF-8" new --name "$(printf 'a\377b')" --party A --party B
	refuses 2 "200 columns" new --name "$long" --party A --party B
	refuses 2 "control character" new --name "$(printf 'a\nb')" --party A --party B
	[ ! -e data/rekindle/rekindle.db ] || fault "a database was made"
	run new --name "${long#0}" --party A --party B
	exits 0
}

case_new_makes_private_files()
{
	umask 000
	alliance
	mode data/rekindle 700
	mode data/rekindle/rekindle.db 600
}

case_new_with_an_instrument_keeps_it()
{
	mkdir bank
	cp "$here"/../../data/instrument/core-1/*.yaml bank
	sed -i 's/^id: core$/id: mine/' bank/core.yaml
	alliance --instrument bank
	rm -r bank
	run show "$id"
	exits 0
	says "mine"
	run instrument show --instrument nowhere.yaml
	exits 1
}

case_instrument_malformed_is_refused()
{
	printf 'items:\n- id: [\n' > bad.yaml
	refuses 3 "bad.yaml" instrument show --instrument bad.yaml
	refuses 3 "bad.yaml" new --name N --party A --party B --instrument bad.yaml
}

case_instrument_show()
{
	run instrument show
	exits 0
	[ "$(wc -L < out)" -le 80 ]
	run instrument show --format json
	exits 0
	is "$(json out id)" core
	is "$(json out version)" 2
	is "$(json out culture)" partner.compatible
	cp out newest.json
	run instrument show 2 --json
	exits 0
	cmp -s out newest.json || fault "the newest is not the one that is shown"
	run instrument show 1 --json
	exits 0
	is "$(json out version)" 1
	is "$(json out culture)" partner.commitment
	run instrument show 1
	exits 0
	refuses 2 "there is only instrument show and instrument check" instrument lint
	refuses 2 "instrument needs a verb" instrument
}

case_list_of_nothing()
{
	run list
	exits 0
	[ ! -s out ]
	warns "no alliance yet"
	run list --json
	exits 0
	is "$(json out)" "[]"
	run list --db missing.db
	exits 1
	[ ! -e missing.db ]
}

# Three alliances of names that are long, short and wide.
named_alliances()
{
	long="$(printf 'An alliance with a very long name indeed \346\227\245\346\234\254')"
	run new --name "$long" --party A --party B
	alliance
	run new --name Argo --party A --party B
}

# Names are whole in a pipe; on a terminal they are cut where there is no room.
case_list_cuts_names_only_where_there_is_no_room()
{
	named_alliances
	run list
	exits 0
	is "$(wc -l < out)" 4
	says "$long baseline 2026-03-16"
	says "$(printf %.8s "$id") Helios   "
	run list --ascii
	! LC_ALL=C grep -q '[^ -~]' out
	command -v script > /dev/null || {
		untried "list on a terminal: there is no script"
		return 0
	}
	for columns in 70 80 140; do
		PAGER=cat TERM=xterm script -qec "stty cols $columns; $REKINDLE list" /dev/null \
			< /dev/null | tr -d '\r' > out
		[ "$(wc -L < out)" -le $columns ] || fault "wider than $columns columns"
		is "$(grep -cF "$long " out)" $((columns / 140))
		is "$(grep -cF '~ baseline' out)" $((1 - columns / 140))
	done
	PAGER=cat TERM=xterm script -qec "stty cols 80; $REKINDLE list --wide" /dev/null < /dev/null > out
	says "$long "
	says "$id"
}

# listed ARGS...: the alliances that list shows, in its order.
listed()
{
	run list --json "$@"
	exits 0
	python3 -c 'import json; print(*(a["alliance"] for a in json.load(open("out"))))'
}

case_list_is_filtered_and_sorted()
{
	alliance
	run new --name Argo --party A --party B
	argo=$(cat out)
	run import "$here/data/two-sides.json" --db data/rekindle/rekindle.db
	exits 0
	run people Argo add --party 1 --role manager --name Ana
	is "$(listed)" "Argo Helios Helios"
	is "$(listed --filter ARGO)" Argo
	is "$(listed --filter "hel base")" "Helios Helios"
	run seal Argo
	is "$(listed --filter sealed)" Argo
	is "$(listed --filter "sealed helios")" ""
	run import "$here/../../data/example/phoenix-gentech.json"
	run list --sort health --json
	is "$(python3 -c 'import json
found = [a["health"] for a in json.load(open("out"))]
print(found[:5] == sorted(found[:5]), found[5:])')" "True [None, None, None]"
	run list --sort date --json
	is "$(json out 0.date)" 2026-11-12
	is "$(json out 7.date)" 2025-10-16
	run list --filter argo --ids
	is "$(cat out)" "$argo"
	run list --filter nothing
	exits 0
	is "$(wc -c < out)" 0
	warns "no assessment has all of these words"
	refuses 2 "it is name, next, health or date" list --sort size
	refuses 2 "leave one out" list --ids --json
	refuses 2 "are about assessments" list --deleted --filter a
}

case_list_brings_summaries_up_to_date()
{
	run import "$here/data/two-sides.json"
	exits 0
	run list --json
	exits 0
	is "$(json out 0.primary)" "$(run diagnose Helios --json; json out primary.cause)"
	run list --json
	is "$(json out 0.health)" "$(run diagnose Helios --json; json out health)"
	is "$(json out parties.0.label)" Nordwind
}

# Helios with a plan: one action is done, one was due yesterday, one is due on Friday.
planned()
{
	sed 's/"respondents": \[/"plan": {"start": "2026-03-02", "track": "relaunch", "actions": [\
		{"id": "collect_facts", "due": "2026-03-13", "active": true, "status": "done"},\
		{"id": "confirm_mandate", "due": "2026-03-15", "active": true},\
		{"id": "walk_process", "due": "2026-03-20", "active": true, "status": "started"}]},\
		&/' "$here/data/two-sides.json" > planned.json
	run import planned.json
	exits 0
}

case_list_says_what_of_the_plan_is_due()
{
	planned
	alliance
	for pass in 1 2; do
		run list --json
		is "$(json out 1.next_due)" null
		is "$(json out 1.late)" 0
		is "$(json out 0.next_due)" 2026-03-15
		is "$(json out 0.late)" 1
		run list
		is "$(grep -c '! 15 Mar$' out)" 1
		is "$(grep -c -e ' --$' out)" 1
		[ "$(wc -L < out)" -le 80 ]
	done
	REKINDLE_TODAY=2026-03-15 run list
	is "$(grep -c ' today$' out)" 1
	REKINDLE_TODAY=2026-03-15 run list --json
	is "$(json out 0.late)" 0
}

case_show_says_how_far_the_plan_is()
{
	planned
	run show Helios
	says "plan        stored, day 15, 1 of 3 done, 1 late"
	run show Helios --json
	is "$(json out plan.next_due)" 2026-03-15
	is "$(json out plan.done) $(json out plan.actions) $(json out plan.late)" "1 3 1"
	REKINDLE_TODAY=2026-02-01 run show Helios
	says "plan        stored, starts 2026-03-02, 1 of 3 done, 0 late"
	run new --name Second --party A --party B
	id=$(cat out)
	run show "$id"
	says "plan        none is stored: rekindle plan $(printf %.8s "$id") --save"
	run show "$id" --json
	is "$(json out plan)" null
}

case_an_id_may_be_short_or_a_name()
{
	alliance
	for name in "$id" "$(printf %.4s "$id")" "$(printf %.8s "$id" | tr a-f A-F)" helios HELIOS; do
		run show "$name" --json
		exits 0
		is "$(json out id)" "$id"
	done
	refuses 2 "" show nobody
	refuses 2 "not valid UTF-8" show "$(printf '\377')"
	alliance
	refuses 2 "" show Helios
}

case_show_tells_what_is_missing()
{
	run import "$here/data/two-sides.json"
	run show Helios
	exits 0
	says "Ana Ruiz"
	says "heard"
	says "For a safe diagnosis"
	says "Flags 1"
	[ "$(wc -L < out)" -le 80 ]
	run show Helios --json
	exits 0
	is "$(json out alliance)" Helios
	is "$(json out people.0.name)" "Ana Ruiz"
	is "$(json out people.0.heard)" true
	is "$(json out flags.0.item)" strategy.rationale.1
}

case_open_needs_a_terminal()
{
	alliance
	refuses 2 "no terminal" open Helios
	refuses 2 "give --line as well" open Helios --strict
	refuses 2 "--no-input cannot be meant" open --no-input
}

case_a_foreign_database_is_refused()
{
	echo "this is no database" > other.db
	refuses 1 "other.db" list --db other.db
	is "$(cat other.db)" "this is no database"
	run list --db .
	exits 1
}
