# SPDX-License-Identifier: MIT
# round, check, --round: a second round, pulses, what they seal, and that a pulse decides nothing.

# $first is the baseline of tests/data/one-round.json.
example()
{
	run import "$here/../data/one-round.json"
	exits 0
	alliance="Phoenix Labs and GenTech Solutions"
	run list --json
	first=$(json out 0.id)
}

# begins ARGS...: a round; its id in $begun.
begins()
{
	run round "$@"
	exits 0
	begun=$(cat out)
	cp err said
}

# Somebody of the pulse answers all that is asked: 2 or 3 each time.
answers()
{
	ratings="y\n\n\n2\n3\n2\n3\n2\n3\n2\n3\n2\n3\n2\n3\n2\n3\n2\n3\n\n\n"
	feed "$ratings" check "$alliance" "$@" --line
	exits 0
}

case_round_begins_with_what_is_known()
{
	example
	run export "$first" -o one.json
	begins "$alliance" --date 2027-01-20 --title "after the summer"
	is "$(wc -l < out)" 1
	grep -q "A follow-up round of $alliance has begun: 13 people to hear, 39 facts of the last round to confirm. Sealed, and read-only from now on: baseline of 2026-10-15." err ||
		fault "what happens is not said"
	run show "$begun" --json
	is "$(json out kind)" follow-up
	is "$(json out title)" "after the summer"
	is "$(json out date)" 2027-01-20
	unconfirmed=$(json out unconfirmed)
	[ "$unconfirmed" -gt 20 ] || fault "$unconfirmed facts to confirm"
	run show "$begun"
	says "Carried over and not confirmed yet: $unconfirmed facts"
	run show "$alliance" --json
	is "$(json out id)" "$begun"
	run export "$begun" -o all.json
	python3 - <<-'END' || fault "what is carried over is not as expected"
	import json
	document = json.load(open('all.json'))
	old, new = document['assessments']
	def bare(each, *without):
	    return {k: v for k, v in each.items()
	            if v is not None and k not in ('id', 'changed', *without)}
	for kind in ('objectives', 'process', 'risks', 'milestones'):
	    assert [bare(x) for x in old.get(kind, [])] == [bare(x) for x in new.get(kind, [])], kind
	assert len(old['objectives']) > 2
	for list in ('selection', 'governance'):
	    assert old['checklists'][list] == new['checklists'][list]
	assert bare(old['profile'], 'parties') == bare(new['profile'], 'parties')
	for kind in ('respondents', 'answers', 'route', 'events', 'notes'):
	    assert not new.get(kind), kind
	assert [bare(x) for x in old.get('incidents', []) if not x.get('repaired')] == \
	    [bare(x) for x in new.get('incidents', [])]
	assert not {x['id'] for x in old['objectives']} & {x['id'] for x in new['objectives']}
	END
	# elsewhere it is still to be confirmed, and comes back as it went
	run import all.json --db other.db
	run show "$begun" --json --db other.db
	is "$(json out unconfirmed)" "$unconfirmed"
	run export "$begun" --db other.db
	cmp out all.json || fault "$(diff out all.json | head)"
}

# What a round has from the one before is confirmed list by list, each a step of undo, or all at once.
case_next_round_is_confirmed_by_command()
{
	example
	export REKINDLE_TODAY=2027-11-22
	begins "$alliance"
	run show "$alliance" --json
	before=$(json out unconfirmed)
	run audit "$alliance" governance confirm
	exits 0
	warns "facts confirmed"
	confirmed=$(sed 's/[^0-9]*\([0-9]*\).*/\1/' err)
	[ "$confirmed" -gt 2 ] && [ "$confirmed" -lt "$before" ] || fault "$confirmed of $before"
	run show "$alliance" --json
	is "$(json out unconfirmed)" $((before - confirmed))
	run audit "$alliance" governance confirm
	warns "Nothing here is left to confirm."
	run audit "$alliance" all confirm
	exits 0
	warns "$((before - confirmed)) facts confirmed"
	run show "$alliance" --json
	is "$(json out unconfirmed)" 0
	refuses 2 "audit has no list all" audit "$alliance" all
	run round "$alliance" --pulse
	exits 0
	refuses 2 "a pulse holds none of risks" audit "$alliance" risks confirm --round pulse
}

# Deleting and bringing back takes no confirmation along, and a file of before says when in words.
case_next_round_stays_confirmed_out_of_the_bin()
{
	example
	export REKINDLE_TODAY=2027-11-22
	begins "$alliance"
	run export "$alliance"
	cp out before.json
	run audit "$alliance" governance confirm
	run show "$alliance" --json
	unconfirmed=$(json out unconfirmed)
	for what in "$alliance" "$begun"; do
		run delete "$what"
		exits 0
		run undelete "$what"
		exits 0
		run show "$alliance" --json
		is "$(json out unconfirmed)" "$unconfirmed"
	done
	run audit "$alliance" all confirm
	warns "$unconfirmed facts confirmed"
	run import before.json
	exits 0
	grep 'begun: ' out err && ! grep -E 'begun: [0-9]{6}| (by|not) [0-9]{6}' out err ||
		fault "$(cat out err)"
	run show "$alliance" --json
	is "$(json out unconfirmed)" 0
}

case_round_seals_what_precedes_it()
{
	example
	begins "$alliance" --pulse --date 2027-01-20
	pulse=$begun
	! grep -q Sealed said || fault "a pulse has sealed a full round"
	begins "$alliance" --pulse --date 2027-02-20
	grep -q "read-only from now on: pulse of 2027-01-20" said || fault "not said"
	begins "$pulse" --date 2027-03-20
	grep -q "read-only from now on: baseline of 2026-10-15, pulse of 2027-02-20" said ||
		fault "$(cat said)"
	run list --json
	python3 -c "
import json
print(' '.join('%s %s' % (r['kind'], bool(r['sealed'])) for r in json.load(open('out'))))" > kinds
	is "$(cat kinds)" "baseline True pulse True pulse True follow-up False"
	refuses 4 "this round was sealed on" interview "$alliance" --round "$first" --party Phoenix \
		--role sponsor --no-input
	run seal "$first" --open
	exits 0
	run seal "$first"
	feed "y\n\n\n3\n" interview "$alliance" --party Phoenix --role sponsor --line
	exits 0
	refuses 4 "has answers already: what was sealed before it stays sealed" seal "$first" --open
}

case_round_refuses()
{
	example
	refuses 2 "round needs an ID" round
	refuses 2 "no assessment is called" round Nobody
	refuses 2 "2026-10-14 is before the baseline of 2026-10-15" round "$first" --date 2026-10-14
	refuses 2 "--date 2026-02-30" round "$first" --date 2026-02-30
	refuses 2 "--title: the name is blank" round "$first" --title " "
	run list --json
	is "$(python3 -c "import json; print(len(json.load(open('out'))))")" 1
	run round "$first" --json --date 2027-01-20
	exits 0
	run show "$(json out id)"
	exits 0
}

# The newest bank lets people say what moved, once the ratings have said that something did.
case_check_of_the_newest_bank_ends_with_an_open_question()
{
	run new --name Kestrel --party A --party B
	exits 0
	begins Kestrel --pulse
	feed 'y\n\n\n2\n3\n2\n3\n2\n3\n2\n3\n2\n3\n2\n3\n2\n3\nLess paper\n.\n\n\n' \
		check Kestrel --party A --role sponsor --line
	exits 0
	says "Question 15 of 15."
	is "$(grep -c 'Saved [23][.:]' out)" 14
	run export Kestrel -o kestrel.json
	exits 0
	grep -q '"text": "Less paper"' kestrel.json || fault "what was said is not there"
}

case_check_needs_an_open_pulse()
{
	example
	refuses 2 "no pulse of $alliance is open: rekindle round ID --pulse begins one" \
		check "$alliance" --party Phoenix --role sponsor
	refuses 2 "$alliance has no pulse: rekindle round ID --pulse begins one" \
		show "$alliance" --round pulse
	refuses 2 "no pulse of" check "$first" --party Phoenix --role sponsor
	begins "$alliance" --pulse --date 2027-01-20
	answers --party Phoenix --role sponsor
	says "15 questions"
	is "$(grep -c 'Saved [23][.:]' out)" 14
	# the interview is still of the full round
	run show "$alliance" --json
	is "$(json out id)" "$first"
	run show "$alliance" --round pulse --json
	is "$(json out id)" "$begun"
	is "$(json out kind)" pulse
	run show "$first" --round "$begun" --json
	is "$(json out id)" "$begun"
	run seal "$begun"
	refuses 2 "no pulse of" check "$alliance" --party Phoenix --role manager
	run import "$here/data/two-sides.json"
	refuses 2 "--round $begun is a round of $alliance, not of Helios" show Helios --round "$begun"
}

case_review_shows_what_was_said_before()
{
	example
	begins "$alliance" --pulse --date 2027-01-20
	feed "y\n\n\n2\n:review\n" check "$alliance" --party Phoenix --role sponsor \
		--name "Marit Solheim" --line
	exits 0
	is "$(sed -n '/^Question 1 of/,/^Question 2 of/p' out | grep -c was\ [1-5])" 0
	[ "$(grep -c 'was [1-5]' out)" -gt 8 ] || fault "what was said before is not shown"
}

case_pulse_decides_nothing()
{
	example
	begins "$alliance" --pulse --date 2027-01-20
	for party in Phoenix GenTech; do
		for role in sponsor manager operations; do
			answers --party $party --role $role --name "$party $role"
		done
	done
	run diagnose "$begun" --json
	exits 0
	cp out pulse.json
	is "$(json pulse.json killers)" "[]"
	is "$(json pulse.json primary.cause)" null
	is "$(json pulse.json primary.leading)" "[]"
	is "$(json pulse.json primary.stability.of)" 0
	is "$(json pulse.json primary.flip_count)" 0
	is "$(json pulse.json decision.track)" null
	is "$(json pulse.json situation)" null
	is "$(json pulse.json confidence.grade)" none
	for list in knockouts pitfalls special findings; do
		is "$(json pulse.json $list)" "[]"
	done
	is "$(printf %.2f "$(json pulse.json health)")" "$(printf %.2f "$(json pulse.json health)")"
	[ "$(json pulse.json causes.0.score)" != null ] || fault "no score"
	run diagnose "$begun"
	exits 0
	says "A pulse shows movement and decides nothing"
	says_not "Silent killers"
	says_not "Decision"
	says_not "Confidence"
	run list --json
	is "$(json out 1.primary)" null
	is "$(json out 1.grade)" none
	is "$(json out 1.next_planned)" null
	[ "$(json out 1.health)" != null ] || fault "no health"
	run list
	exits 0
	run show "$begun"
	says "A pulse shows movement and decides nothing"
	says_not "grade now"
	for format in text markdown html json; do
		for edition in internal joint; do
			run report "$begun" --format $format --edition $edition
			exits 0
			says "decides nothing"
			says_not "Relaunch"
			says_not "Silent killers"
		done
	done
	run report "$begun" --section plan
	says "A pulse has scores and gaps, and none of the parts asked for."
	refuses 2 "there is no progress report of it" report "$begun" --kind progress
	refuses 2 "there is no brief report of it" report "$begun" --kind brief
	refuses 2 "a pulse draws up no plan" plan "$begun" --save
	refuses 2 "a pulse draws up no plan" plan "$begun" --start 2027-02-01
	run trend "$alliance" --json
	is "$(json out rounds.1.kind)" pulse
	run compare "$first" "$begun"
	exits 0
	# what the last full round says is still what is said of the alliance
	run diagnose "$alliance" --json
	is "$(json out primary.cause)" management
}
