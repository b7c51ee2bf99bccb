# SPDX-License-Identifier: MIT
# instrument check: the linter of question banks. A broken bank is the first released one, one place
# changed: it never changes itself. The rules that are younger than it find their own in it.

source_bank=$here/../../data/instrument/core-1
younger='long-question|hard-to-read|anchor-length|absolute-anchor|reversed-items|who-is-asked'
younger="$younger|health-check|idle-kpi|rival-actions|without-counsel|unserved-subject"

fresh_bank()
{
	rm -rf bank
	mkdir bank
	cp "$source_bank"/*.yaml bank
}

# How many faults of that rule there are in out.
faults_of()
{
	grep -c "\[$1\]$" out || :
}

# The faults in out, without those of the younger rules.
older_faults()
{
	grep -E '^bank.*\]$' out | grep -Ev "\[($younger)\]$" || :
}

# finds RULE FILE MARK: the fault of that rule is reported on the last line of the file that fits MARK.
finds()
{
	line=$(grep -n -e "$3" "bank/$2" | tail -1 | cut -d: -f1)
	[ -n "$line" ] || fault "bank/$2 has no line like $3"
	run instrument check bank
	exits 3
	[ ! -s err ] || fault "standard error is not empty"
	grep -q "^bank/$2:$line: .* \[$1\]$" out || fault "$1 is not found on bank/$2:$line"
	count=$(grep -c "^bank/.*\]$" out)
	case $count in
	1) is "$(tail -1 out)" "1 fault" ;;
	*) is "$(tail -1 out)" "$count faults" ;;
	esac
	is "$(wc -l < out)" $((count + 1))
	echo "$1" >> seen
}

# breaks RULE FILE SED MARK: the same after that change to that file.
breaks()
{
	fresh_bank
	run instrument check bank
	before=$(faults_of "$1")
	sed -i "$3" "bank/$2"
	! cmp -s "bank/$2" "$source_bank/$2" || fault "nothing was changed: $3"
	finds "$1" "$2" "$4"
	[ "$(faults_of "$1")" -gt "$before" ] || fault "$1 was there before the break"
}

case_instrument_check_of_the_first_released_finds_what_younger_rules_ask()
{
	fresh_bank
	run instrument check bank
	exits 3
	is "$(older_faults)" ""
	mv out folder
	run instrument check --instrument bank
	exits 3
	cmp out folder || fault "a bank behind --instrument is read otherwise"
}

case_instrument_check_of_the_newest_released_finds_nothing()
{
	newest=$(ls -d "$here"/../../data/instrument/core-* | sort -V | tail -1)
	for bank in "" "$newest"; do
		run instrument check $bank
		exits 0
		is "$(cat out)" "nothing to mend"
	done
	run instrument check --instrument "$newest"
	exits 0
	is "$(cat out)" "nothing to mend"
	run instrument check --json
	exits 0
	is "$(json out)" "[]"
}

case_instrument_check_finds_a_break_of_every_rule()
{
	breaks yaml 10-profile.yaml 's/topic: "Started"/topik: "Started"/' 'topik:'
	breaks member 73-actions-4-sustaining.yaml '/^- id: kpi_set/,/weeks/s/weeks: .*/weeks: 0/' \
		'weeks: 0'
	breaks duplicate-id 10-profile.yaml 's/id: profile.started/id: profile.name/' 'id: profile.name'
	breaks unknown-reference 73-actions-4-sustaining.yaml 's/kpi: skills_taken_over/kpi: nobody/' \
		'kpi: nobody'
	breaks circular-requires 73-actions-4-sustaining.yaml \
		's/requires: \[list_assumptions\]/requires: [half_year_test]/' '\[half_year_test\]'
	breaks trigger-form 73-actions-4-sustaining.yaml 's/type.terms < 3.5/type.terms <= 3.5/' '<= 3.5'
	breaks missing-anchor 40-rated.yaml '/^  mid: "The same general direction/d' \
		'^- id: strategy.objectives.1'
	breaks missing-anchor 40-rated.yaml \
		's/^  mid: "The same general direction.*/  mid: "each SIDE would describe a different alliance!"/' \
		'mid: "each SIDE'
	breaks too-many-rated 40-rated.yaml \
		'/^- id: results.perceived.3/,$s/roles: .*/roles: [sponsor, operations, commercial]/' \
		'roles: \[sponsor, operations, commercial\]'
	breaks blank-as-safe 10-profile.yaml 's/field: contract.breach/field: contract.litigation/' '^items:'
	breaks unreachable-trigger 73-actions-4-sustaining.yaml 's/type.terms < 3.5/type.terms < 1/' \
		'type.terms < 1'
	breaks orphan-action 73-actions-4-sustaining.yaml '/^- id: judge_trial/,/title/{/tracks/d}' \
		'^- id: judge_trial'
	fresh_bank
	sed -i '/"incident"/d' bank/70-*.yaml
	finds unserved-subject 72-actions-3-momentum.yaml '^- id: commitment_log'
	fresh_bank
	sed -i '/^- id: governance.platform/,$d' bank/30-checklists.yaml
	finds incomplete 10-profile.yaml '^items:'
	fresh_bank
	sed -i 's/aspect: strategy.rationale/aspect: strategy.relevance/' bank/40-rated.yaml
	finds aspect-without-items 10-profile.yaml '^items:'
	fresh_bank
	sed -n '/^- id: exit_lessons/,$p' bank/73-*.yaml | sed 's/id: exit_lessons/id: again/' > again
	cat again >> bank/73-actions-4-sustaining.yaml
	finds similar-actions 73-actions-4-sustaining.yaml '^  what:'
	breaks repeated-wording 10-profile.yaml \
		's/text: "What do people call.*/text: "what is the FULL name, of this company"/' \
		'text: "What is the full name'
	breaks repeated-wording 40-rated.yaml \
		'/^- id: type.value.1/,/mid:/s/^  low: ".*/  low: "each SIDE would describe a different alliance!"/' \
		'low: "each SIDE'
	breaks orphan-action 73-actions-4-sustaining.yaml \
		'/^- id: judge_trial/,/title/s/^  tracks.*/&\n  unless: ["track recommit"]/' 'unless: \["track rec'
	breaks unreachable-trigger 73-actions-4-sustaining.yaml \
		'/^- id: judge_trial/,/title/s/^  tracks.*/&\n  unless: ["aspect type.fit >= 5.5"]/' \
		'type.fit >= 5.5'
	breaks long-question 40-rated.yaml \
		'/^- id: type.value.1/,/low:/s/^  text: "/&If you look back at the year that has now gone by and leave aside what was said in public by anybody on either side, /' \
		'text: "If you look'
	breaks hard-to-read 40-rated.yaml \
		'/^- id: type.value.1/,/low:/s/^  text: ".*/  text: "How equitable is the participation in value generation activities?"/' \
		'text: "How equitable'
	breaks anchor-length 40-rated.yaml \
		'/^- id: type.value.1/,/high:/s/^  mid: ".*/  mid: "Average"/' 'mid: "Average"'
	breaks reversed-items 40-rated.yaml \
		'/^- id: partner.selection.1/,/roles:/s/^  roles/  reversed: true\n&/;
		/^- id: partner.selection.3/,/roles:/s/reversed: true/& # second/' '# second'
	breaks who-is-asked 40-rated.yaml \
		's/^  roles: \[sponsor, manager, specialist\]/  roles: [manager, specialist] # first/;
		/^- id: partner.selection.2/,/probes:/s/\[sponsor, /[/' '# first'
	fresh_bank
	sed -i '/^- id: strategy.objectives.1/,/^- id/s/health_check: true/health_check: false/' bank/40-rated.yaml
	finds health-check 10-profile.yaml '^items:'
	breaks health-check 40-rated.yaml '/^- id: type.terms.1/,/probes:/s/^  health_check: true/&\n  roles: [sponsor] # few/' \
		'# few'
	fresh_bank
	finds absolute-anchor 40-rated.yaml 'every candidate was scored'
	fresh_bank
	sed -i '/^- id: market_share/s/$/\n  moved_by: [type.fit]/; /^- id: trust_index/s/$/\n  moved_by: [type.fit]/' \
		bank/60-catalogues.yaml
	finds idle-kpi 60-catalogues.yaml '^- id: market_share'
	finds idle-kpi 72-actions-3-momentum.yaml 'kpi: trust_index'
	breaks rival-actions 73-actions-4-sustaining.yaml \
		'/^- id: exit_plan/,/title/s/^  tracks.*/&\n  instead_of: [half_year_test]/' 'instead_of:'
	breaks without-counsel 73-actions-4-sustaining.yaml \
		's/title: "Judge the trial by/title: "Stop the trial by/;
		/^- id: judge_trial/,/owner:/s/^  owner: sponsor/& # who/' '# who'
	all_rules_seen
}

# Every row of the program's table was broken above and is in the manual.
all_rules_seen()
{
	sed -n 's/^\t\[RULE_[A-Z]*\] = { "\([a-z-]*\)",.*/\1/p' \
		"$here/../../src/instrument/rules.c" | sort > table
	[ "$(wc -l < table)" -ge 15 ]
	sort -u seen > broken
	diff table broken || fault "not every rule is tested"
	sed -n '/^\.Sh RULES/,/^\.Sh FILES/s/^\.It Cm //p' \
		"$here/../../man/rekindle-instrument.5" | sort > manual
	diff table manual || fault "rekindle-instrument(5) lists other rules"
}

case_instrument_check_tells_every_fault_at_once()
{
	fresh_bank
	sed -i 's/type.terms < 3.5/type.terms < 1/; s/kpi: skills_taken_over/kpi: nobody/' bank/73-*.yaml
	sed -i 's/^  step: 1$/  step: 8/' bank/70-*.yaml
	steps=$(grep -c '^  step: 8' bank/70-*.yaml)
	run instrument check bank
	exits 3
	is "$(grep -c '\[member\]$' out)" "$steps"
	is "$(grep -c '\[unknown-reference\]$' out)" 1
	is "$(grep -c '\[unreachable-trigger\]$' out)" 1
	is "$(older_faults | wc -l)" $((steps + 2))
	grep '^bank' out | cut -d: -f1,2 > places
	sort -t: -k1,1 -k2,2n places | cmp - places || fault "not in the order of the files"
}

case_instrument_check_as_json()
{
	fresh_bank
	sed -i '/^- id: judge_trial/,/title/{/tracks/d}' bank/73-*.yaml
	run instrument check bank --json
	exits 3
	[ ! -s err ]
	python3 -c 'import json
print(json.dumps([f for f in json.load(open("out")) if f["rule"] == "orphan-action"]))' > orphans
	is "$(json orphans 0.file)" bank/73-actions-4-sustaining.yaml
	is "$(json orphans 0.line)" "$(grep -n '^- id: judge_trial' bank/73-*.yaml | cut -d: -f1)"
	is "$(json orphans 0.id)" judge_trial
	case $(json orphans 0.text) in
	"action judge_trial: can never get into a plan"*) ;;
	*) fault "another text" ;;
	esac
	sed -i '/^version:/d' bank/core.yaml
	run instrument check --instrument bank --format json
	exits 3
	is "$(json out -1.rule)" incomplete
	is "$(json out -1.file)" bank
	is "$(json out -1.line)" null
	is "$(json out -1.id)" null
}

case_instrument_check_of_what_is_no_bank()
{
	printf 'id: a\nitems: [\n' > bad.yaml
	run instrument check bad.yaml
	exits 3
	says "[yaml]"
	is "$(tail -1 out)" "1 fault"
	mkdir empty
	run instrument check empty
	exits 3
	says "empty: has no file that ends in .yaml"
	printf 'items:\n- text: \033[31m\n' > "$(printf 'odd\033.yaml')"
	run instrument check "$(printf 'odd\033.yaml')"
	exits 3
	! LC_ALL=C grep -q '[^ -~]' out || LC_ALL=C grep -qv "$(printf '\033')" out
	refuses 1 "nowhere.yaml: cannot be read" instrument check nowhere.yaml
	refuses 2 "reads one question bank" instrument check a --instrument b
	refuses 2 "one word too many" instrument check a b
	refuses 2 "a is no version of the built-in bank, which has 1 and 2; a bank of your own is named with --instrument a" \
		instrument show a
	refuses 2 "leave out 1 or --instrument" instrument show 1 --instrument bank
}

case_instrument_check_reads_one_file_like_a_folder()
{
	cat "$source_bank"/core.yaml > one.yaml
	for key in items route ambitions types fit kpis actions; do
		printf '%s:\n' $key >> one.yaml
		awk -v key=$key '/^[a-z_]+:/ { on = $0 ~ "^" key ":"; next } on' "$source_bank"/*.yaml >> one.yaml
	done
	run instrument check "$source_bank"
	tail -1 out > folder
	run instrument check one.yaml
	exits 3
	is "$(tail -1 out)" "$(cat folder)"
	run instrument check --instrument one.yaml --ascii
	exits 3
	is "$(tail -1 out)" "$(cat folder)"
}
