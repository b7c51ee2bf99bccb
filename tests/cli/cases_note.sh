# SPDX-License-Identifier: MIT
# note: the quick notes of a round, for scripts.

case_note_is_written_filed_and_deleted()
{
	alliance
	run people Helios add --party 1 --role manager --name Ana
	run audit Helios risks add text='Key people leave'
	exits 0
	run note Helios
	exits 0
	warns "No note is written yet"
	feed 'Ask about travel\n' note Helios add
	exits 0
	warns "note 1 of Helios is kept"
	feed 'Paid late\n' note Helios add - --json
	exits 0
	is "$(json out number)" 2
	is "$(json out filed)" null
	run note Helios file 1 --to person:1
	exits 0
	warns "filed to person: Ana"
	run note Helios file 2 --to risk:1 --json
	exits 0
	is "$(json out filed.kind)" risk
	run note Helios
	says "Ask about travel [person: Ana]"
	says "Paid late [risk: Key people leave]"
	run note Helios file 1 --to nothing
	exits 0
	run note Helios --json
	is "$(json out 0.filed)" null
	is "$(json out 0.text)" "Ask about travel"
	run note Helios drop 1
	exits 0
	run note Helios --json
	is "$(json out 0.text)" "Paid late"
}

case_note_refuses_what_is_not_there()
{
	alliance
	feed ' \n' note Helios add
	exits 2
	warns "needs words"
	run note Helios add Hello
	exits 0
	run note Helios file 1
	exits 2
	warns "where does it go"
	run note Helios file 1 --to attic:1
	exits 2
	warns "person:N or nothing"
	run note Helios file 1 --to objective:1
	exits 2
	run note Helios file 1 --to action:1
	exits 2
	warns "no plan"
	run note Helios file 2 --to nothing
	exits 2
	run note Helios drop
	exits 2
	run note Helios --to nothing
	exits 2
}

# Where a file says in its own words where a note went, that stays as it is.
case_note_filed_in_words_of_old_files_stays()
{
	alliance
	run note Helios add 'Ask about travel'
	run export Helios
	exits 0
	sed 's/"filed": *null/"filed": "the risk register"/' out > other.json
	grep -q register other.json || fault 'nothing was put in'
	run --db other.db import other.json
	exits 0
	run --db other.db note Helios --json
	is "$(json out 0.filed.text)" "the risk register"
	is "$(json out 0.filed.kind)" null
	run --db other.db export Helios
	grep -q '"filed": *"the risk register"' out || fault "the words are lost"
}

# A note goes with the person that it is filed to.
case_note_filed_to_one_of_two_records_of_a_person()
{
	alliance
	run people Helios add --party 1 --role manager --name Ana
	run people Helios add --party 1 --role manager --name Anna
	run note Helios add 'Ask her about travel'
	run note Helios file 1 --to person:Anna
	exits 0
	run people Helios merge Anna Ana
	exits 0
	run note Helios
	says "[person: Ana]"
}
