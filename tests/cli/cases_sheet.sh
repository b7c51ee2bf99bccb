# SPDX-License-Identifier: MIT
# sheet: questions that people answer without an interviewer, out and back.

# An alliance with two people to hear, and the sheet of the first in ./sheet.txt.
sent()
{
	export REKINDLE_TODAY=2026-11-16
	alliance
	run people Helios add --party 1 --role manager --name "Ana Ruiz"
	run people Helios add --party 2 --role sponsor --name "Bo Lind"
	run sheet Helios --respondent "Ana Ruiz" --closes 2026-11-30 -o sheet.txt
	exits 0
	run sheet Helios --json
	token=$(json out 0.token)
}

# filled NAME ITEM=VALUE...: the sheet with yes and these answers.
filled()
{
	to=$1
	shift
	sed 's/^Consent: $/Consent: yes/; s/^Attribution: $/Attribution: role/' sheet.txt > "$to"
	for one; do
		number=$(sed -n "s/^Q\([0-9]*\) \[${one%%=*}\]\$/\1/p" sheet.txt)
		sed "s|^\(Answer Q$number:\) \$|\1 ${one#*=}|" "$to" > "$to.new"
		mv "$to.new" "$to"
	done
}

# answers: of the export, item and value, a line each.
answers()
{
	run export Helios
	python3 - <<-'END'
		import json
		for answer in json.load(open("out"))["assessments"][0].get("answers", []):
		    print(answer["item"], answer["state"], answer.get("value"), answer.get("comment"))
	END
}

# as_file NAME PYTHON: an answer file, `a` in it changed by the words.
as_file()
{
	python3 - "$1" "$token" "$2" <<-'END'
		import json, sys
		a = {"format": "rekindle-answers", "version": 1, "token": sys.argv[2],
		     "instrument": {"id": "core", "version": "2"}, "consent": "yes", "attribution": "role",
		     "minutes": 20, "finished": "2026-11-15T10:00:00Z",
		     "answers": [{"item": "strategy.rationale.4", "state": "answered", "value": 4,
		                  "changed": "2026-11-15T09:50:00Z"},
		                 {"item": "open.ideas.one", "state": "answered", "text": "Talk",
		                  "comment": "soon"},
		                 {"item": "type.fit.4", "state": "dont_know"}]}
		exec(sys.argv[3])
		json.dump(a, open(sys.argv[1], "w"), indent=1)
	END
}

case_sheet_of_a_pulse_is_its_health_check()
{
	sent
	run round Helios --pulse
	exits 0
	run sheet Helios --pulse --respondent "Bo Lind" -o pulse.txt
	exits 0
	is "$(grep -c '^Answer Q' pulse.txt)" 15
	run sheet Helios --pulse
	grep -q 'sent .*Bo Lind' out || fault "the pulse has no sheet of Bo Lind"
	run sheet Helios
	grep -q 'not sent .*Bo Lind' out || fault "the full round has a sheet of Bo Lind"
	refuses 2 "leave one out" sheet Helios --pulse --round pulse
}

case_sheet_on_paper_has_the_lines_of_the_text()
{
	sent
	alone sheet Helios --respondent "Bo Lind" --format pdf -o bo.pdf
	exits 1
	warns "PDF is made by weasyprint or chromium"
	run sheet Helios
	grep -q 'not sent .*Bo Lind' out || fault "a sheet counts as sent that was not made"
	keeps weasyprint '%%PDF-1.7 '
	run sheet Helios --respondent "Ana Ruiz" --format pdf -o ana.pdf
	exits 0
	mode ana.pdf 600
	grep '^\(Q[0-9]\|Answer \|Comment \|Sheet: \|Questions: \|End of \)' sheet.txt | sed 's/ $//' > lines
	sed -n 's/^<p [^>]*>\(.*\)<\/p>$/\1/p' page |
		grep '^\(Q[0-9]\|Answer \|Comment \|Sheet: \|Questions: \|End of \)' > of_page
	cmp lines of_page || fault "the page has other lines"
	is "$(grep -c '<script\|http' page)" 0
}

case_sheet_closes_on_no_day_that_is_over()
{
	sent
	refuses 2 "--closes 2026-11-15: that day is over" sheet Helios --respondent "Bo Lind" \
		--closes 2026-11-15 -o late.txt
	[ ! -e late.txt ] || fault "a sheet was written all the same"
	run sheet Helios --respondent "Bo Lind" --closes today -o today.txt
	exits 0
}

case_sheet_that_closed_goes_out_again_with_another_day()
{
	sent
	REKINDLE_TODAY=2026-12-01
	refuses 2 "a sheet closed on 2026-11-30, which is over; give another day" sheet Helios --all -o late.d
	[ ! -e late.d ] || fault "a folder was made all the same"
	refuses 2 "closed on 2026-11-30" sheet Helios --respondent "Ana Ruiz"
	run sheet Helios --respondent "Ana Ruiz" --closes 2026-12-10
	exits 0
	says "Please fill this in and send it back by 10 December 2026"
}

case_sheet_goes_to_those_who_are_asked()
{
	sent
	run people Helios add --party 1 --role specialist --name "Eli Stone" --interviewee no
	exits 0
	refuses 2 "Eli Stone is not to be interviewed; rekindle people Helios set Eli Stone --interviewee yes" \
		sheet Helios --respondent "Eli Stone" -o eli.txt
	[ ! -e eli.txt ] || fault "a sheet was written all the same"
	run people Helios set "Eli Stone" --interviewee yes
	run sheet Helios --respondent "Eli Stone" -o eli.txt
	exits 0
	is "$(wc -c < err)" 0
	filled back.txt strategy.rationale.4=4
	run sheet --read back.txt --save
	exits 0
	run sheet Helios --respondent "Ana Ruiz" -o again.txt
	exits 0
	warns "Ana Ruiz has answered in this round already; what comes back later replaces those answers"
}

case_sheet_goes_out_and_is_listed()
{
	sent
	is "$(head -n 1 sheet.txt)" "Rekindle answer sheet, 1"
	is "$(tail -n 1 sheet.txt)" "End of sheet"
	grep -q "^Sheet: $(echo "$token" | sed 's/..../&-/g; s/-$//')\$" sheet.txt || fault "no token"
	[ "$(awk 'length > 72' sheet.txt | grep -cv '^Q[0-9]')" -eq 0 ] || fault "lines are too long"
	is "$(stat -c %a sheet.txt)" 600
	run sheet Helios
	says "Nordwind manager sent     2026-11-16 2026-11-30"
	says "Helix    sponsor not sent"
	REKINDLE_TODAY=2026-12-01
	run sheet Helios
	says "Nordwind manager missing"
}

case_sheet_is_a_form_of_the_same_token()
{
	sent
	run sheet Helios --respondent "Ana Ruiz" --format html -o form.html
	exits 0
	is "$(head -n 1 form.html)" "<!DOCTYPE html>"
	grep -q "\"token\":\"$token\"" form.html || fault "the form has another token"
	grep -q "Please send it back by 30 November 2026." form.html || fault "no closing date"
	is "$(stat -c %a form.html)" 600
	run sheet Helios --all --format html -o forms
	exits 0
	[ -f "forms/sheet-$(echo "$token" | cut -c 1-8).html" ] || fault "no file by its token"
	refuses 2 "give --format text, html or pdf" sheet Helios --respondent "Ana Ruiz" --format json -o form.json
}

case_sheet_keeps_its_token_until_it_is_revoked()
{
	sent
	run sheet Helios --respondent "Ana Ruiz"
	exits 0
	diff out sheet.txt || fault "the second sheet is another"
	run sheet Helios --revoke --respondent "Ana Ruiz"
	exits 0
	warns "the sheet of Ana Ruiz is revoked"
	filled back.txt strategy.rationale.4=4
	refuses 3 "back.txt:" sheet --read back.txt --save
	warns "this sheet was revoked on 2026-11-16"
	run sheet Helios --respondent "Ana Ruiz"
	! diff out sheet.txt > /dev/null || fault "it has the same token"
	refuses 2 "there is no sheet of Bo Lind to revoke" sheet Helios --revoke --respondent "Bo Lind"
}

case_sheet_all_writes_one_for_each_who_was_not_heard()
{
	sent
	run sheet Helios --all -o out.d
	exits 0
	warns "2 sheets are in out.d"
	is "$(ls out.d | wc -l)" 2
	[ -f "out.d/sheet-$(echo "$token" | cut -c1-8).txt" ] || fault "$(ls out.d)"
	is "$(stat -c %a out.d/*.txt | sort -u)" 600
	refuses 1 "exists" sheet Helios --all -o out.d
	filled back.txt strategy.rationale.4=4
	run sheet --read back.txt --save
	exits 0
	run sheet Helios --all -o later.d
	is "$(ls later.d | wc -l)" 1
}

case_sheet_by_hand_is_read_back()
{
	sent
	filled back.txt strategy.rationale.4=4 type.fit.4=? "type.fit.5=Don’t know" type.weight.4=x
	sed "s/^Comment Q$(sed -n 's/^Q\([0-9]*\) .strategy.rationale.4.$/\1/p' sheet.txt): \$/&two words/" back.txt > commented.txt
	run sheet --read commented.txt
	exits 0
	says "Ana Ruiz of Nordwind (role)"
	says "comment: two words"
	warns "nothing of it is kept yet; --save keeps it"
	says "commented.txt: would be 5 added"
	is "$(answers | wc -l)" 0
	run sheet --read commented.txt --save
	exits 0
	warns "kept: one sheet"
	says "commented.txt: 5 added"
	says_not "would be"
	feed ':undo\n:redo\n:q\n' --line open Helios
	says "Saved: undone: sheets read back"
	is "$(answers | wc -l)" 4
	is "$(answers | grep -c 'answered 4 two words')" 1
	is "$(answers | grep -c dont_know)" 2
	run sheet --read commented.txt --save --json
	exits 0
	is "$(json out kept) $(json out sheets.0.merged.dry_run) $(json out sheets.0.merged.added)" "false false 0"
	warns "nothing was changed: what was read is stored already"
	is "$(answers | wc -l)" 4
	run sheet Helios
	says "Nordwind manager back     2026-11-16 2026-11-30 2026-11-16"
}

case_sheet_answer_file_is_merged_by_time()
{
	sent
	as_file a.rekindle-answers.json ""
	run sheet --read a.rekindle-answers.json --save
	exits 0
	answers > first
	grep -q "strategy.rationale.4 answered 4" first || fault "$(cat first)"
	grep -q "open.ideas.one answered None soon" first || fault "$(cat first)"
	# an answer of an interview since is later
	run answer Helios --respondent "Ana Ruiz" strategy.rationale.4 2
	exits 0
	run sheet --read a.rekindle-answers.json --save
	exits 0
	says "kept"
	answers | grep -q "strategy.rationale.4 answered 2" || fault "$(answers)"
	# one that is later than that
	as_file b.json 'a["answers"] = a["answers"][:1]; a["answers"][0].update(value=5, changed="2030-01-01T00:00:00Z")'
	run sheet --read b.json --save
	exits 0
	answers | grep -q "strategy.rationale.4 answered 5" || fault "$(answers)"
}

case_sheet_without_a_time_is_of_its_file()
{
	sent
	filled first.txt strategy.rationale.4=4 type.fit.4=3
	touch -d "2026-11-15 10:00 UTC" first.txt
	run sheet --read first.txt --save
	exits 0
	says "finished on 15 November 2026"
	# an answer that is left empty in a second version stays
	filled second.txt strategy.rationale.4=5
	touch -d "2026-11-15 09:00 UTC" second.txt
	run sheet --read second.txt --save
	exits 0
	says "Note: one answer is not taken: what is stored is newer"
	warns "nothing was changed: what was read is stored already, or what is stored stays"
	feed "$(sed 's/%/%%/g' second.txt)" sheet --read - --save
	exits 0
	says "Note: one answer is not taken: the sheet says no time, so what is stored stays"
	warns "nothing was changed"
	touch -d "2026-11-15 11:00 UTC" second.txt
	run sheet --read second.txt --save
	exits 0
	warns "kept: one sheet"
	is "$(answers | grep -c 'answered [35]')" 2
	# never later than now
	touch -d "2100-01-01" second.txt
	run sheet --read second.txt --json
	[ "$(json out sheets.0.finished)" \< 2100 ] || fault "it is finished in $(json out sheets.0.finished)"
}

# refused WORDS PYTHON: the answer file so changed is refused, with a line, and changes nothing.
refused()
{
	as_file wrong.json "$2"
	run sheet --read wrong.json --save
	exits 3
	grep -q "wrong.json:[0-9]*:.*$1" err || fault "standard error lacks: $1"
	is "$(answers | wc -l)" 0
}

case_sheet_answer_file_is_refused_with_its_line()
{
	sent
	refused "no sheet of this database has the token" 'a["token"] = "0" * 31 + "1"'
	refused "must be a token" 'a["token"] = "12"'
	refused "must be 1; a newer" 'a["version"] = 2'
	refused "is not the question bank" 'a["instrument"]["version"] = "1"'
	refused "must be \"yes\" or \"no\"" 'a["consent"] = "maybe"'
	refused "must be named, role or confidential" 'a["attribution"] = "loudly"'
	refused "is no question of this round" 'a["answers"][0]["item"] = "no.such.item"'
	refused "must be a whole number from 1 to 5" 'a["answers"][0]["value"] = 6'
	refused "is no state" 'a["answers"][2]["state"] = "tired"'
	refused "must be an instant" 'a["finished"] = "yesterday"'
	refused "is answered otherwise in line" 'a["answers"].append(dict(a["answers"][0], value=1))'
	printf '{"format": "rekindle-answers",\n"version": 1,,}' > wrong.json
	refuses 3 "wrong.json:2:" sheet --read wrong.json
	printf 'Nothing here\n' > none.txt
	refuses 3 "none.txt: there is no sheet in it" sheet --read none.txt
}

case_sheet_says_what_is_not_answered()
{
	sent
	sed 's/^Consent: $/*Consent:* yes/; s/^Answer Q\([0-9]*\): $/- *Answer Q\1:* x/
		s/^\(- .Answer Q\(7\|9\|10\|11\):.\) x/\1/' sheet.txt > back.txt
	all=$(grep -c '^- .Answer Q' back.txt)
	run sheet --read back.txt
	exits 0
	says ", $((all - 4)) of $all answers"
	says "not answered: Q7, Q9 to Q11"
	run sheet --read back.txt --json
	is "$(json out sheets.0.open)" 4
}

# understood ITEM TEXT ANSWER...: so written by hand it is understood as that.
understood()
{
	filled back.txt "$1=$2"
	run sheet --read back.txt --json
	exits 0
	is "$(json out sheets.0.answers.0.state) $(json out sheets.0.answers.0.answer)" "$3"
}

case_sheet_takes_answers_as_people_write_them()
{
	sent
	understood strategy.rationale.4 "4/5" "answered 4"
	understood strategy.rationale.4 "4 of 5" "answered 4"
	understood strategy.rationale.4 "4 (mostly)" "answered 4"
	understood strategy.rationale.4 "*4*" "answered 4"
	bad "is no rating from 1 to 5" 's/^\(Answer Q[0-9]*:\) 4/\1 4 (or 3)/'
	bad "is no rating from 1 to 5" 's/^\(Answer Q[0-9]*:\) 4/\1 4-5/'
	bad "is no rating from 1 to 5" 's/^\(Answer Q[0-9]*:\) 4/\1 4\/10/'
	bad "neither yes nor no" 's/^Consent: yes/Consent: yes and no/'
	for split in "40, 10, 20, 20" "40%, 10%, 20%, 20 %"; do
		filled back.txt "split.points=$split"
		run sheet --read back.txt
		exits 0
		says "90 of 100: not counted until they make 100"
	done
	sed 's/40%, 10%, 20%, 20 %/40\/10\/20\/30/; s/^Consent: yes/Consent: Yes, I agree/
		s/^Attribution: role/Attribution: By role only./' back.txt > whole.txt
	run sheet --read whole.txt
	exits 0
	says "(role)"
	is "$(grep -c 'not counted' out)" 0
	filled back.txt strategy.rationale.4=n/a
	run sheet --read back.txt --json
	is "$(json out sheets.0.answers.0.state)" not_applicable
}

# bad WORDS SED: the filled sheet so changed is refused with its line.
bad()
{
	filled good.txt strategy.rationale.4=4
	sed "$2" good.txt > bad.txt
	run sheet --read bad.txt --save
	exits 3
	grep -q "bad.txt:[0-9]*:.*$1" err || fault "standard error lacks: $1"
	is "$(answers | wc -l)" 0
}

case_sheet_text_is_refused_with_its_line()
{
	sent
	bad "is no rating from 1 to 5" 's/^\(Answer Q[0-9]*:\) 4/\1 7/'
	bad "no line .End of sheet" '/^End of sheet/d'
	bad "no token of 32 digits" 's/^Sheet: .*/Sheet: 1234/'
	bad "no sheet of this database has" 's/^Sheet: ...././; s/^\./Sheet: ffff/'
	bad "of the question bank core 9" 's/^Questions: .*/Questions: core 9/'
	bad "nothing behind .Consent" 's/^Consent: yes/Consent:/'
	bad "neither yes nor no" 's/^Consent: yes/Consent: perhaps/'
	bad "does not say which question Q" '/strategy.rationale.4/d'
	bad "the check does not fit" 's/^\(Answer Q[0-9]*\): 4/\1 ~0000: 4/'
	bad "this is not written as an answer" 's/^\(Answer Q[0-9]*\): 4/\1 4/'
	bad "this is not written as an answer" 's/^Answer \(Q[0-9]*: 4\)/\1/'
	bad "is answered otherwise in line" 's/^\(Answer Q[0-9]*:\) 4/&\n\1 3/'
}

case_sheet_without_consent_keeps_no_answers()
{
	sent
	filled yes.txt strategy.rationale.4=4
	sed 's/^Consent: yes/Consent: no/' yes.txt > no.txt
	run sheet --read no.txt --save
	exits 0
	says "Ana Ruiz of Nordwind does not agree"
	is "$(answers | wc -l)" 0
	is "$(json out assessments.0.respondents.0.consent)" false
}

# said WORDS: what is stored of the one who was heard: consent, attribution.
said()
{
	run export Helios
	is "$(json out assessments.0.respondents.0.consent) $(json out assessments.0.respondents.0.attribution)" "$1"
}

case_sheet_left_empty_is_confidential_also_of_who_was_named()
{
	sent
	filled back.txt strategy.rationale.4=4 type.fit.4=3
	as_file named.json 'a["attribution"] = "named"; a["answers"] = a["answers"][:1]'
	run sheet --read named.json --save
	exits 0
	said "true named"
	# later than what is stored
	sed 's/^Attribution: .*/Attribution: /; s/^Consent: yes/&\nFinished: 2026-11-15T11:00:00Z/' back.txt > later.txt
	run sheet --read later.txt
	says "Ana Ruiz of Nordwind (confidential)"
	says "Note: attribution was named before, and is confidential from now on"
	said "true named"
	# earlier, but with an answer that nobody has given yet
	sed 's/T11:/T09:/' later.txt > earlier.txt
	run sheet --read earlier.txt --save
	exits 0
	says "finished on 15 November 2026"
	says "Note: attribution was named before, and is confidential from now on"
	said "true confidential"
	is "$(answers | wc -l)" 2
	# an older word weakens nothing, a later one with consent does
	as_file older.json 'a["attribution"] = "named"; a["finished"] = "2026-11-14T10:00:00Z"
for b in a["answers"]: b["changed"] = "2026-11-14T10:00:00Z"'
	run sheet --read older.json --save
	says "Note: the sheet says named; attribution stays confidential"
	said "true confidential"
	as_file newer.json 'a["attribution"] = "named"; a["finished"] = "2026-11-16T10:00:00Z"'
	run sheet --read newer.json --save --json
	is "$(json out sheets.0.attribution) $(json out sheets.0.note)" "named attribution was confidential before, and is named from now on"
	said "true named"
}

case_sheet_is_taken_with_its_consent_or_not_at_all()
{
	sent
	as_file no.json 'a["consent"] = "no"; a["attribution"] = "confidential"'
	run sheet --read no.json --save
	exits 0
	said "false confidential"
	filled back.txt strategy.rationale.4=4
	feed "$(sed 's/%/%%/g' back.txt)" sheet --read - --save
	exits 0
	says "Note: no consent is stored, and the sheet is not known to be later: nothing of it is taken"
	says "does not agree"
	is "$(answers | wc -l)" 0
	said "false confidential"
	sed 's/^Consent: yes/&\nFinished: 2026-11-15T11:00:00Z/' back.txt > later.txt
	run sheet --read later.txt --save
	exits 0
	says "Note: attribution was confidential before, and is role from now on; consent was no before"
	is "$(answers | wc -l)" 1
	said "true role"
}

case_sheet_is_refused_by_a_sealed_round()
{
	sent
	filled back.txt strategy.rationale.4=4
	run seal Helios
	refuses 4 "sealed on" sheet --read back.txt --save
	refuses 4 "sealed on" sheet Helios --respondent "Bo Lind" --round "$id"
	refuses 4 "sealed on" sheet Helios --respondent "Ana Ruiz" --round "$id"
	refuses 4 "sealed on" sheet Helios --all --round "$id" -o sealed.d
	[ ! -e sealed.d ] || fault "a folder was made all the same"
}

case_sheet_travels_but_is_not_shared()
{
	sent
	run export Helios
	says '"token":'
	cp out copy.json
	run export Helios --share
	says_not '"sheets"'
	says_not "$(echo "$token" | cut -c1-8)"
	run --db other.db import copy.json
	filled back.txt strategy.rationale.4=4
	run --db other.db sheet --read back.txt --save
	exits 0
	run --db other.db forget Helios "Ana Ruiz" --force
	exits 0
	run --db other.db export Helios
	says_not '"sheets"'
}

case_sheet_is_read_from_folders_of_mails()
{
	sent
	filled back.txt strategy.rationale.4=4
	mkdir -p mails/cur mails/new mails/tmp
	{ printf 'From: a@b\nDate: Sun, 15 Nov 2026 10:00:00 +0000\n\n'; sed 's/^/> /' back.txt; } > mails/cur/1
	printf 'From: a@b\n\nNothing of interest\n' > mails/new/2
	run sheet --read mails --save
	exits 0
	warns "kept: one sheet"
	is "$(answers | grep -c answered)" 1
	mkdir empty
	refuses 3 "there is no sheet in it" sheet --read empty
}

case_sheet_that_was_sent_is_passed_over()
{
	sent
	run sheet Helios --respondent "Bo Lind" -o bo.txt
	refuses 3 ": nothing is filled in" sheet --read sheet.txt bo.txt
	filled back.txt strategy.rationale.4=4
	mkdir box
	{ printf 'From: a@b\nDate: Sun, 15 Nov 2026 10:00:00 +0000\n\n'; cat sheet.txt; } > box/1
	{ printf 'From: a@b\nDate: Sun, 15 Nov 2026 11:00:00 +0000\n\n'; cat back.txt; } > box/2
	cp bo.txt box/3
	run sheet --read box --save
	exits 0
	warns "2 empty sheets were passed over"
	warns "kept: one sheet"
	is "$(answers | wc -l)" 1
	run sheet --read sheet.txt box/2 --json
	exits 0
	is "$(json out sheets.0.answers.0.answer)" 4
}

case_sheet_says_what_does_not_go_together()
{
	sent
	refuses 2 "leave one out" sheet Helios --all --respondent "Bo Lind"
	refuses 2 "--all writes a file for each person" sheet Helios --all
	refuses 2 "for whom is the sheet" sheet Helios --closes 2026-12-01
	refuses 2 "--revoke takes --respondent R and nothing else" sheet Helios --revoke
	refuses 2 "sheet --read takes files alone" sheet --read back.txt --all
	refuses 2 "sheet --read needs a file" sheet --read
	refuses 2 "a sheet is no json" sheet Helios --respondent "Bo Lind" --json
	refuses 2 "sheet needs one ID" sheet
}

# A hundred mails, each with answers that any program can send and with some that only UTF-8 has.
case_sheet_is_read_from_mangled_mails()
{
	sent
	python3 "$here/../sheet/mails.py" "$REKINDLE" "$token" "core 2" > counted || fault "$(cat counted)"
	is "$(cat counted)" "190 read back to the same, 10 refused by line, 0 wrong"
}
