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

case_list_is_80_columns_wide()
{
	run new --name "$(printf 'An alliance with a very long name indeed \346\227\245\346\234\254')" \
		--party A --party B
	alliance
	run list
	exits 0
	is "$(wc -l < out)" 3
	[ "$(wc -L < out)" -le 80 ]
	says "$(printf %.8s "$id")"
	says "2026-03-16"
	run list --ascii
	! LC_ALL=C grep -q '[^ -~]' out
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
	refuses 2 "--line cannot be meant" open Helios --line
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
