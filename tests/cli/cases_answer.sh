# SPDX-License-Identifier: MIT
# answer: one answer of one person, by a command.

# Helios with a manager of Helix who has agreed, and an operations planned.
heard_helix()
{
	alliance
	feed 'y\n\n\n:quit\n' interview "$id" --line --party 2 --role manager --name "Ana Ruiz"
	exits 0
	run people Helios add --party 2 --role operations --name "Jun Park"
	exits 0
}

# given STATE VALUE ITEM WORDS...: the answer that comes of it.
given()
{
	state=$1
	value=$2
	shift 2
	run answer Helios --respondent manager "$@" --json
	exits 0
	is "$(json out state)" "$state"
	is "$(json out value)" "$value"
}

case_answer_takes_what_line_mode_takes()
{
	heard_helix
	given answered 4.0 strategy.rationale.4 4
	given dont_know null strategy.rationale.4 DK
	given declined null strategy.rationale.4 declined
	given blank null strategy.rationale.4 skip
	given not_applicable null strategy.rationale.4 na there is none
	is "$(json out reason)" "there is none"
	given answered '{"strategy": 40.0, "type": 30.0, "partner": 20.0, "management": 10.0}' \
		split.points 40 30 20 10
	given answered 3.0 12 3
	[ ! -s err ] || warns "stored: "
	refuses 2 "\"6\" is no answer here. Type 1, 2, 3, 4 or 5" \
		answer Helios --respondent manager strategy.rationale.4 6
}

case_answer_reads_texts_from_standard_input()
{
	heard_helix
	feed 'dk, or so\nsecond line\n' answer Helios --respondent manager open.perceptions.part - --json
	exits 0
	is "$(json out state)" answered
	is "$(json out text)" "$(printf 'dk, or so\nsecond line')"
	feed 'nobody told us' answer Helios --respondent manager strategy.rationale.4 na -
	exits 0
	feed 'in her words' answer Helios --respondent manager strategy.rationale.4 --quote - --flag \
		--evidence minutes
	exits 0
	run answer Helios --respondent manager strategy.rationale.4 --json
	is "$(json out reason)" "nobody told us"
	is "$(json out quote)" "in her words"
	is "$(json out evidence)" minutes
	is "$(json out flag)" true
	run answer Helios --respondent manager strategy.rationale.4 --quote "" --no-flag --json
	is "$(json out quote)" null
	is "$(json out evidence)" minutes
	is "$(json out flag)" false
	feed 'x' answer Helios --respondent manager 1 - --comment -
	exits 2
	warns "another - has read already"
	feed '' answer Helios --respondent manager 1 -
	exits 2
	warns "standard input has no answer in it"
}

case_answer_without_a_value_shows_it()
{
	heard_helix
	run answer Helios --respondent manager strategy.rationale.4 2 --comment "so far"
	exits 0
	[ ! -s out ] || fault "something is on standard output"
	warns "stored: strategy.rationale.4 of Ana Ruiz: 2"
	run answer Helios --respondent manager strategy.rationale.4
	exits 0
	says "answer       2"
	says "comment      so far"
	says_not "quote"
}

# All that is given in one command is stored, or nothing of it.
case_answer_that_is_wrong_changes_nothing()
{
	heard_helix
	run export Helios
	cp out before.json
	run answer Helios --respondent manager strategy.rationale.4 9 --comment "so far"
	exits 2
	run answer Helios --respondent manager strategy.rationale.4 3 --flag --no-flag
	exits 2
	run answer Helios --respondent manager strategy.rationale.44 3
	exits 2
	warns "did you mean strategy.rationale.4?"
	run answer Helios --respondent manager 400 3
	exits 2
	run export Helios
	cmp out before.json || fault "something was stored"
}

# Nobody is given answers who has not agreed; whoever is not meant is listed.
case_answer_asks_whom_and_whether_they_agreed()
{
	heard_helix
	refuses 1 "Jun Park has not agreed to be interviewed yet" \
		answer Helios --respondent "jun park" 1 3
	refuses 2 "whose answer? Give --respondent R" answer Helios 1 3
	refuses 2 "means nobody in this assessment" answer Helios --respondent sponsor 1 3
	run people Helios add --party 1 --role manager
	run people Helios add --party 1 --role specialist
	refuses 2 "means more than one in this assessment" answer Helios --respondent manager 1 3
	warns "Ana Ruiz, "
	warns "manager of Nordwind"
	! grep -q "Jun Park" err || fault "somebody is listed who is not meant"
	run answer Helios --respondent "Manager of Helix" 1 3
	exits 0
	refuses 1 "specialist of Nordwind has not agreed" answer Helios --respondent specialist 1 3
}

# An interview goes on where it was left, at the words that were begun.
case_answer_leaves_the_place_of_the_interview()
{
	heard_helix
	feed ':jump 7\n:quit\n' interview Helios --line --respondent manager
	exits 0
	run answer Helios --respondent manager 2 4
	exits 0
	feed ':quit\n' interview Helios --line --respondent manager
	says "question 7"
}

# What a file brought of somebody whose consent nobody asked for is read, and not changed.
case_answer_of_a_file_is_read()
{
	run import "$here/../cases/corning-vitro.json"
	exits 0
	who=$("$REKINDLE" show "Corning and Vitro" --json > people; json people people.0.respondent)
	run answer "$(json people id)" --respondent "$who" 12 --json
	exits 0
	refuses 1 "has not agreed" answer "$(json people id)" --respondent "$who" 12 3
}

case_answer_is_refused_in_a_sealed_round()
{
	heard_helix
	run seal Helios
	refuses 4 "sealed on 2026-03-16" answer Helios --respondent manager 2 4
	run answer Helios --respondent manager 2
	exits 0
}

case_interview_takes_a_role_for_the_respondent()
{
	heard_helix
	feed ':jump 12\n4\n:quit\n' interview Helios --line --respondent manager
	exits 0
	run answer Helios --respondent manager 12 --json
	is "$(json out value)" 4.0
}
