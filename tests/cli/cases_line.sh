# SPDX-License-Identifier: MIT
# The interview in line mode, through a pipe.

# Number of the first rated question, in $first; consent is given.
begin()
{
	alliance
	feed 'y\n\n600\n:review\n' interview "$id" --party Helix --role operations --name "Jun Park"
	exits 0
	first=$(sed -n 's/^\([0-9]*\): Everyone names the same goals.*/\1/p' out)
	[ -n "$first" ] || fault "the first rated question is not in the review"
	respondent=$("$REKINDLE" show "$id" --json > people; json people people.0.respondent)
}

case_line_rates_and_goes_on_at_the_same_question()
{
	begin
	feed ":jump $first\n2\ndk\nna too new here\n" interview "$id" --respondent "$respondent"
	exits 0
	warns "line by line"
	says "Saved 2"
	says "Saved: don't know."
	says "Saved: not applicable, too new here."
	feed "" interview "$id" --respondent "$respondent" --line
	exits 0
	says "Going on at question $((first + 3)) of "
	says "Your answer? "
	run export "$id"
	python3 - out <<-'END'
	import json, sys
	answers = json.load(open(sys.argv[1]))['assessments'][0]['answers']
	assert [a['state'] for a in answers] == ['answered', 'dont_know', 'not_applicable'], answers
	assert answers[0]['value'] == 2 and answers[2]['reason'] == 'too new here'
	assert all(a['changed'] > 0 for a in answers)
	END
}

# A line is an answer, whatever the screens are told to do after one.
case_line_goes_on_whatever_the_setting()
{
	for setting in no yes; do
		rm -rf data/rekindle
		echo "auto-advance $setting" > config
		begin
		feed ":jump $first\n2\n3\n" --config config interview "$id" --line --respondent "$respondent"
		exits 0
		run export "$id"
		is "$(json out assessments.0.answers | grep -o '"state": "answered"' | wc -l)" 2
	done
}

case_line_open_answer_in_utf8()
{
	begin
	feed ":jump 1\nJ\303\274rgen sagt: \346\227\245\346\234\254\n\nna ja\n.\n" interview "$id" \
		--respondent "$respondent"
	exits 0
	says "Saved 5 words."
	run export "$id"
	python3 - out <<-'END'
	import json, sys
	answers = json.load(open(sys.argv[1]))['assessments'][0]['answers']
	assert answers[0]['text'] == 'Jürgen sagt: 日本\n\nna ja', answers
	END
}

case_line_broken_bytes_are_repaired()
{
	begin
	feed ":jump 1\nbad \377\376 \033[31m end\n.\n:back\n" interview "$id" \
		--respondent "$respondent"
	exits 0
	! grep -q "$(printf '\033')" out
	run export "$id"
	json out > /dev/null
}

case_line_back_change_undo()
{
	begin
	feed ":jump $first\n2\n:back\n4\n:undo\n" interview "$id" --respondent "$respondent"
	exits 0
	says "Current answer: 2. Press Enter to keep. Your answer? "
	says "Saved: undone"
	feed ":redo\n:quit\n" interview "$id" --respondent "$respondent"
	exits 0
	run export "$id"
	is "$(json out assessments.0.answers.0.value)" 4
}

case_line_wrong_input_is_one_hint()
{
	begin
	feed ":jump $first\n6\n\377\n:wombat\n3\n" interview "$id" --respondent "$respondent"
	exits 0
	is "$(grep -c 'is no answer here' out)" 2
	says ":wombat is no command"
	says "Saved 3"
}

case_line_asks_who()
{
	alliance
	feed 'new\n9\n2\n1\nMei Tan\ny\n\n\n' interview "$id" --line
	exits 0
	says "Interview with Mei Tan, Helix, sponsor."
	feed '1\n' interview "$id" --line
	exits 0
	says "Mei Tan"
	feed ':quit\n' interview "$id" --line
	exits 0
}

case_line_without_consent_asks_nothing()
{
	alliance
	feed 'n\n' interview "$id" --party 1 --role manager
	exits 0
	says_not "Question 1"
	run export "$id"
	is "$(json out assessments.0.respondents.0.consent)" false
}

case_line_finishes()
{
	begin
	feed ":jump $first\n3\n:jump 9999\n:review\n" interview "$id" --respondent "$respondent"
	last=$(sed -n 's/.*Type :jump and a number from 1 to \([0-9]*\).*/\1/p' out)
	feed ":jump $last\n:next\ny\n" interview "$id" --respondent "$respondent"
	exits 0
	says "End of the questions."
	says "Finished and saved."
}

case_line_ascii_stays_ascii()
{
	alliance
	feed 'y\n\n\n' --ascii interview "$id" --party Helix --role manager \
		--name "$(printf 'J\303\274rgen')"
	exits 0
	says "J?rgen"
	! LC_ALL=C grep -q '[^ -~]' out
}

case_interview_refuses_what_cannot_be()
{
	alliance
	refuses 2 "Give --respondent R" interview "$id" --no-input
	refuses 2 "one or the other" interview "$id" --respondent 12345678 --party Helix
	refuses 2 "nobody" interview "$id" --respondent 12345678
	refuses 2 "needs --party and --role" interview "$id" --party Helix
	refuses 2 "is no party of this alliance; it has Nordwind, Helix" interview "$id" \
		--party Wombat --role sponsor
	refuses 2 "there is no such role" interview "$id" --party Helix --role boss
	refuses 2 "there is no such" interview "$id" --party Helix --role sponsor --attribution no
	run export "$id"
	is "$(json out assessments.0 | grep -c '"respondents": \[{')" 0
}

case_interview_knows_a_name_again()
{
	begin
	feed "" interview "$id" --party helix --role operations --name "jun park"
	exits 0
	warns "goes on with that interview"
	run show "$id" --json
	is "$(json out people | tr '{' '\n' | grep -c Jun)" 1
}

case_interview_of_a_planned_person_makes_no_second()
{
	for how in "--party 2 --role manager --name Zoe" "--respondent PERSON"; do
		alliance
		run people "$id" add --party 2 --role manager --name Zoe
		exits 0
		how=$(echo "$how" | sed "s/PERSON/$(head -c 8 out)/")
		feed 'y\n:quit\n' interview "$id" --line $how
		exits 0
		run people "$id"
		is "$(grep -c Zoe out)" 1
		feed '3\n:quit\n' interview "$id" --line $how
		exits 0
		run people "$id"
		is "$(grep -c Zoe out)" 1
	done
	refuses 2 "means nobody in this assessment" interview "$id" --line --respondent ffff0000
}

# By name: who is planned, who was heard, and once more in the next round; of two of a name none.
case_interview_of_a_person_by_name()
{
	alliance
	run people "$id" add --party 2 --role manager --name "Jürgen Groß"
	exits 0
	for rating in 3 4; do
		feed "y\n\n\n$rating\n:quit\n" interview "$id" --line --respondent "jürgen groß"
		exits 0
	done
	run people "$id"
	is "$(grep -c Groß out)" 1
	run round Helios --date 2026-03-20
	exits 0
	feed "y\n\n\n2\n:quit\n" interview Helios --line --respondent "Jürgen Groß"
	exits 0
	run people Helios
	is "$(grep -c Groß out)" 1
	run people Helios add --party 1 --role manager --name "Jürgen Groß"
	refuses 2 "more than one" interview Helios --line --respondent "Jürgen Groß" --round "$id"
	refuses 2 "means nobody in this assessment; give a name, an id" \
		interview Helios --line --respondent "Jürgen"
}

case_sealed_is_refused()
{
	run import "$here/data/two-sides.json"
	run export Helios -o one.json
	python3 - one.json sealed.json <<-'END'
	import json, sys
	document = json.load(open(sys.argv[1]))
	document['assessments'][0]['sealed'] = '2026-03-12'
	json.dump(document, open(sys.argv[2], 'w'))
	END
	run import sealed.json --db sealed.db
	exits 0
	feed '3\n' interview Helios --db sealed.db --respondent 6f1c2f0e-8f5b-4c8e-9a64-0d8a3c1b7e11
	exits 4
	warns "sealed on 2026-03-12"
}

# A program that comes after it reads on where the session has ended.
case_line_leaves_what_follows()
{
	begin
	printf ':jump %s\n2\n:quit\nnot for it\n' "$first" > keys
	{ "$REKINDLE" interview "$id" --respondent "$respondent" --line > out 2> err; cat > rest; } < keys
	is "$(cat rest)" "not for it"
	says "Saved 2"
	{ "$REKINDLE" interview "$id" --respondent "$respondent" --line > out 2> err; cat > rest; } <<-END
	:quit
	nor this
	END
	is "$(cat rest)" "nor this"
	cat keys | { "$REKINDLE" interview "$id" --respondent "$respondent" --line > out 2> err; cat > rest; }
	is "$(cat rest)" "not for it"
}

# A session on a fifo: held open by descriptor 3, so that it waits for more.
start()
{
	mkfifo keys
	"$REKINDLE" interview "$id" --respondent "$respondent" --line < keys > out 2> err &
	pid=$!
	exec 3> keys
}

case_line_killed_comes_back_with_the_text()
{
	begin
	start
	printf ':jump %s\n2\n:jump 1\nhalf a sentence\n' "$first" >&3
	await grep -q "Saved 2" out
	await sqlite_has "half a sentence"
	kill -9 $pid
	wait $pid || :
	exec 3>&-
	feed "and its end\n.\n" interview "$id" --respondent "$respondent"
	exits 0
	says "half a sentence"
	run export "$id"
	grep -qF 'half a sentence\nand its end' out
	grep -q '"value": *2' out
}

sqlite_has()
{
	grep -qF "$1" data/rekindle/rekindle.db
}

# Whatever happens to the file: what was answered since is not called saved, and lies beside it.
case_line_tells_that_the_file_is_lost()
{
	begin
	db=$PWD/data/rekindle/rekindle.db
	cp "$db" monday.db
	for how in "mv $db away.db" "rm $db" "cp monday.db new.db; mv new.db $db" \
		"cp monday.db $db"; do
		rm -f keys out err data/rekindle/rescue-*
		cp monday.db "$db"
		start
		printf ':jump %s\n2\n' "$first" >&3
		await grep -q "Saved 2" out
		eval "$how"
		printf '4\n' >&3
		await grep -q "Not saved" out
		! grep -q "Saved 4" out || fault "$how: called saved"
		printf ':quit\n' >&3
		code=0
		wait $pid || code=$?
		exec 3>&-
		exits 1
		warns "kept in rescue-"
		run --db "$(ls data/rekindle/rescue-*.db)" export "$id"
		exits 0
		is "$(grep -c '"value": [24]' out)" 2
	done
}

case_line_interrupted_is_saved()
{
	begin
	start
	printf ':jump %s\n2\n:jump 1\nhalf a sentence\n' "$first" >&3
	await grep -q "Saved 2" out
	await sqlite_has "half a sentence"
	kill -INT $pid
	code=0
	wait $pid || code=$?
	exits 130
	says "Interrupted; everything is saved"
	exec 3>&-
	feed "" interview "$id" --respondent "$respondent"
	says "half a sentence"
}

case_second_session_is_told_who_holds_it()
{
	begin
	start
	printf ':jump %s\n2\n' "$first" >&3
	await grep -q "Saved 2" out
	mv out first-out
	run interview "$id" --respondent "$respondent" --line
	exits 4
	warns "$pid"
	exec 3>&-
	wait $pid
}

case_line_opening_names_the_companies()
{
	mkdir bank
	cp "$here"/../../data/instrument/core-1/*.yaml bank
	python3 - bank/core.yaml <<-'END'
	import re, sys
	bank = open(sys.argv[1]).read().replace('id: core\n', 'id: ours\n', 1)
	bank = re.sub(r'(?m)^opening: >\n(?:  .*\n)+', 'opening: "What {us} thinks of {them}."\n', bank)
	open(sys.argv[1], 'w').write(bank)
	END
	alliance --instrument bank
	feed 'y\n:quit\n' interview "$id" --party Helix --role operations --line
	exits 0
	says "What Helix thinks of "
}

case_hold_ends_with_a_kill_and_is_taken_over()
{
	begin
	start
	printf ':jump %s\n2\n' "$first" >&3
	await grep -q "Saved 2" out
	mv out first-out
	refuses 4 "has been interviewing this respondent since" people "$id" remove 1 --force
	run interview "$id" --respondent "$respondent" --line --force
	exits 0
	kill -9 $pid
	wait $pid || :
	exec 3>&-
	run interview "$id" --respondent "$respondent" --line
	exits 0
	[ ! -e data/rekindle/rekindle.db-lock ] || fault "a lock was left behind"
}

# Without --strict a refused line is told and passed over; with it, it is the last that is read.
case_strict_ends_at_the_first_refused_line()
{
	begin
	feed ':jump 12\n6\n4\n:quit\n' interview "$id" --line --respondent "$respondent"
	exits 0
	says '"6" is no answer here'
	run answer "$id" --respondent "$respondent" 12 --json
	is "$(json out value)" 4.0
	feed ':jump 12\n5\n:jump 12\n9 or so\n3\n' interview "$id" --line --strict \
		--respondent "$respondent"
	exits 3
	warns 'line 4 of the input was refused: "9 or so"'
	run answer "$id" --respondent "$respondent" 12 --json
	is "$(json out value)" 5.0
	for refused in ':nothing' ':jump 900' ':comment'; do
		feed "$refused\n:quit\n" interview "$id" --line --strict --respondent "$respondent"
		exits 3
		warns "line 1 of the input was refused: \"$refused\""
	done
	feed ':jump 12\n\n:comment fine\n:undo\n:q\n' interview "$id" --line --strict \
		--respondent "$respondent"
	exits 0
}

case_strict_holds_before_the_first_question()
{
	alliance
	feed 'maybe\ny\n' interview "$id" --line --strict --party 1 --role manager
	exits 3
	warns 'line 1 of the input was refused: "maybe"'
	feed '1\n9\n' interview "$id" --line --strict
	exits 3
	warns 'line 2 of the input was refused: "9"'
	run people "$id"
	is "$(wc -l < out)" 1
}

case_line_mode_is_left_by_a_short_word()
{
	begin
	feed 'begun\n:q\n' interview "$id" --line --respondent "$respondent"
	exits 0
	says "Saved"
	feed ':q\n' interview "$id" --line
	exits 0
}
