# SPDX-License-Identifier: MIT
# import --csv: answers of survey tools, by a map. What each shape has to give stands in
# tests/data/survey/NAME.expected, written by hand from NAME.csv.

shapes=$here/../data/survey

# two_sides [NAME NAME]: an alliance of the companies of the shapes.
two_sides()
{
	run new --name Shapes --party "${1:-Alder Works}" --party "${2:-Brine Systems}"
	exits 0
}

# has_answers FILE: what the database has is in FILE, and nothing else.
has_answers()
{
	run export Shapes
	cp out shapes.json
	python3 "$here/survey.py" shapes.json > has
	diff -u "$1" has > differs || fault "$(cat differs)"
}

# shape NAME MAP: imports to what is expected, a dry run and a second time change nothing.
shape()
{
	run import Shapes --csv "$shapes/$1.csv" --map "$2" --dry-run
	exits 0
	says "would be"
	echo > none
	has_answers none
	run import Shapes --csv "$shapes/$1.csv" --map "$2"
	exits 0
	has_answers "$shapes/$1.expected"
	run import Shapes --csv "$shapes/$1.csv" --map "$2"
	exits 0
	says ": 0 added, 0 changed"
	has_answers "$shapes/$1.expected"
}

case_survey_limesurvey()
{
	two_sides
	shape limesurvey-codes limesurvey
}
case_survey_two_headings()
{
	two_sides "Weißwald GmbH" "Çelik A.Ş."
	shape two-header-rows-semicolon two-headings
}
case_survey_google_forms()
{
	two_sides
	shape google-forms google-forms
}
case_survey_kobo()
{
	two_sides
	shape kobo-labels-hxl kobo
}
case_survey_qualtrics()
{
	two_sides
	shape qualtrics-three-headers qualtrics
	# nothing of an address comes along
	! grep -q '203\.0' shapes.json || fault "the IP address was taken over"
}
case_survey_redcap()
{
	two_sides
	shape redcap-long redcap
}

# small_map [LINE...]: a map of the columns id, at, who, as, q and text into ./map.yaml, and these lines.
small_map()
{
	printf '%s\n' 'person:' '  key: id' '  party: who' '  role: as' \
		'  date: {column: at, form: year-month-day, zone: UTC}' 'answers:' \
		'  - {item: strategy.rationale.4, column: q}' \
		'  - {item: open.perceptions.part, column: text}' "$@" > map.yaml
}

# table ROW...: below its headings, into ./table.csv; %b escapes.
table()
{
	printf '%b\n' 'id,at,who,as,q,text' "$@" > table.csv
}

# gives LINE...: the table by the map gives these answers.
gives()
{
	run import Shapes --csv table.csv --map map.yaml
	exits 0
	printf '%s\n' "$@" > wanted
	has_answers wanted
}

# refused WORDS: exit 3, the words, and nothing is changed.
refused()
{
	run export Shapes
	cp out before.json
	refuses 3 "$1" import Shapes --csv table.csv --map map.yaml
	run export Shapes
	cmp out before.json || fault "a refused table has changed something"
}

alder="Alder Works | manager | 2026-10-02 | confidential"

case_survey_words_that_no_map_knows_are_refused()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4,fine' '2,2026-10-02,Alder Works,manager,often,'
	refused 'table.csv:3: column 5 (q): "often" is no whole number from 1 to 5'
	table '1,2026-10-02,Elder Works,manager,4,fine'
	refused 'table.csv:2: column 3 (who): "Elder Works" is no company of the alliance; say by `values` which of Alder Works, Brine Systems'
	table '1,2026-10-02,Alder Works,boss,4,fine'
	refused 'table.csv:2: column 4 (as): "boss" is no role'
	table '1,2/10/2026,Alder Works,manager,4,fine'
	refused 'table.csv:2: column 2 (at): "2/10/2026" is no day in the form that the map says'
	table ',2026-10-02,Alder Works,manager,4,fine'
	refused 'table.csv:2: column 1 (id): the key is empty'
	table '1,2026-10-02,,manager,4,fine'
	refused 'table.csv:2: column 3 (who): no row of this person that counts says the company'
}

case_survey_lines_are_those_of_the_file()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4,"one\r\ntwo\n\nfour"' '' \
		'2,2026-10-02,Alder Works,manager,9,'
	refused 'table.csv:7: column 5 (q)'
	table '1,2026-10-02,Alder Works,manager,4,"one\r\ntwo\n\nfour"'
	gives "$alder | open.perceptions.part | answered | - | one\\ntwo\\n\\nfour | -" \
		"$alder | strategy.rationale.4 | answered | 4 | - | -"
}

case_survey_no_table_is_refused()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4'
	refused 'table.csv:2: has 5 cells, the heading 6; is the file cut off?'
	table '1,2026-10-02,Alder Works,manager,4,fine, quite'
	refused 'table.csv:2: has 7 cells, the heading 6'
	table '1,2026-10-02,Alder Works,manager,4,"fine'
	refused 'table.csv:2: quotes that open in this row are never closed'
	table '1,2026-10-02,Alder Works,manager,4,fi"ne'
	refused 'table.csv:2: quotes'
	: > table.csv
	refused 'table.csv: has 0 rows'
	table '1,2026-10-02,Alder Works,manager,4,f\0344ne'
	refused 'table.csv:2: what stands here or just below is no UTF-8'
	table '1,2026-10-02,Alder Works,manager,4,f\0000ne'
	refused 'table.csv:2: has NUL characters'
	table '1,2026-10-02,Alder Works,manager,4'
	printf 'file: {short_rows: yes}\n' >> map.yaml
	gives "$alder | strategy.rationale.4 | answered | 4 | - | -"
	# empty cells at the end of every row are no cells
	table '1,2026-10-02,Alder Works,manager,4,fine,,'
	run import Shapes --csv table.csv --map map.yaml
	exits 0
}

case_survey_maps_are_checked()
{
	two_sides
	table '1,2026-10-02,Alder Works,manager,4,fine'
	small_map '  - {item: strategy.rationale.5, colum: q}'
	refused 'map.yaml:9: `colum` is no member of an answer; there are item, column'
	small_map '  - {item: strategy.rationale.99, column: q}'
	refused 'map.yaml:9: "strategy.rationale.99" is no question of interviews'
	small_map '  - {item: profile.name, column: q}'
	refused 'map.yaml:9: "profile.name" is no question of interviews'
	small_map '  - {item: strategy.rationale.5, column: q9}'
	refused 'map.yaml:9: table.csv has no column "q9"'
	small_map '  - {item: strategy.rationale.5, position: 7}'
	refused 'map.yaml:9: there is no column 7; table.csv has 6'
	small_map '  - {item: strategy.rationale.4, column: text}'
	refused 'map.yaml:9: strategy.rationale.4 is given twice, first in line 7'
	small_map '  - {item: strategy.rationale.5, column: q, values: {good: 6}}'
	refused 'map.yaml:9: "good" cannot mean "6" of strategy.rationale.5'
	small_map '  - {item: strategy.rationale.5, column: q, values: {"": dont_know}}'
	refused 'map.yaml:9: an empty cell is blank, and means nothing else'
	small_map '  - {item: strategy.rationale.5, column: q, scale: good}'
	refused 'map.yaml:9: there is no scale `good`'
	small_map '  - {item: strategy.rationale.5, column: q, column: text}'
	refused 'map.yaml:9: `column` is given twice'
	small_map '  - {item: strategy.rationale.5, column: q'
	refused 'map.yaml:10: not readable as YAML'
	small_map 'file: {encoding: klingon}'
	refused "the map's encoding \"klingon\" is not known here"
	small_map 'rows: {column: q}'
	refused 'map.yaml:9: needs a column, and `only` or `except`'
	small_map
	sed -i 's|zone: UTC|zone: Europe/Atlantis|' map.yaml
	refused 'map.yaml:5: no time zone is called "Europe/Atlantis" here'
	sed -i 's|, form: .*|}|' map.yaml
	refused 'map.yaml:5: needs a column, and `form`'
	printf 'answers: [{item: strategy.rationale.4, column: q}]\n' > map.yaml
	refused 'map.yaml:1: `person` is missing'
	: > map.yaml
	refused 'map.yaml:1: is empty'
}

case_survey_headings_that_are_twice_need_a_position()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4,fine'
	sed -i '1s/text/q/' table.csv
	sed -i '/open/d' map.yaml
	refused 'map.yaml:7: table.csv has 2 columns "q", the first are columns 5 and 6'
	sed -i 's/column: q/position: 5/' map.yaml
	gives "$alder | strategy.rationale.4 | answered | 4 | - | -"
}

case_survey_encodings_and_separators()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4,fünf'
	five="$alder | open.perceptions.part | answered | - | fünf | -"
	iconv -f UTF-8 -t UTF-16 table.csv > wide.csv
	mv wide.csv table.csv
	gives "$five" "$alder | strategy.rationale.4 | answered | 4 | - | -"
	table '1,2026-10-02,Alder Works,manager,4,fünf'
	iconv -f UTF-8 -t UTF-16LE table.csv > wide.csv
	mv wide.csv table.csv
	refused 'NUL characters'
	printf 'file: {encoding: utf-16le}\n' >> map.yaml
	gives "$five" "$alder | strategy.rationale.4 | answered | 4 | - | -"
	small_map 'file: {encoding: windows-1252, separator: tab}'
	table '1,2026-10-02,Alder Works,manager,4,fünf'
	tr ',' '\t' < table.csv | iconv -f UTF-8 -t WINDOWS-1252 > narrow.csv
	mv narrow.csv table.csv
	gives "$five" "$alder | strategy.rationale.4 | answered | 4 | - | -"
}

case_survey_later_rows_win_and_earlier_answers_stay()
{
	two_sides
	small_map
	table '1,2026-10-02 10:00:00,Alder Works,manager,4,fine'
	gives "$alder | open.perceptions.part | answered | - | fine | -" \
		"$alder | strategy.rationale.4 | answered | 4 | - | -"
	# an empty cell takes nothing back
	table '1,2026-10-02 11:00:00,Alder Works,manager,5,'
	gives "$alder | open.perceptions.part | answered | - | fine | -" \
		"$alder | strategy.rationale.4 | answered | 5 | - | -"
	table '1,2026-10-02 10:30:00,Alder Works,manager,1,poor'
	run import Shapes --csv table.csv --map map.yaml
	says 'kept: answer'
	says 'overwritten: answer'
	printf '%s\n' "$alder | open.perceptions.part | answered | - | poor | -" \
		"$alder | strategy.rationale.4 | answered | 5 | - | -" > wanted
	has_answers wanted
	# without a time nothing is overwritten but on request
	table '1,2026-10-02,Alder Works,manager,2,'
	run import Shapes --csv table.csv --map map.yaml
	says 'kept: answer'
	has_answers wanted
	run import Shapes --csv table.csv --map map.yaml --theirs
	says 'overwritten: answer'
}

case_survey_rows_of_one_key_are_one_person()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4,' '1,,,,,more' '1,2026-10-02,Alder Works,manager,4,'
	gives "$alder | open.perceptions.part | answered | - | more | -" \
		"$alder | strategy.rationale.4 | answered | 4 | - | -"
	table '1,2026-10-02,Alder Works,manager,4,' '1,2026-10-02,Alder Works,manager,5,'
	refused 'table.csv:3: column 5 (q): the same person answers otherwise in line 2'
	table '1,2026-10-02 08:00,Alder Works,manager,4,' '1,2026-10-02 09:00,Alder Works,manager,5,'
	run import Shapes --csv table.csv --map map.yaml
	exits 0
	printf '%s\n' "$alder | open.perceptions.part | answered | - | more | -" \
		"$alder | strategy.rationale.4 | answered | 5 | - | -" > wanted
	has_answers wanted
	table '1,2026-10-02,Alder Works,manager,4,' '1,,Brine Systems,,,'
	refused 'another company or role'
}

case_survey_rows_without_a_key_are_known_by_what_they_say()
{
	two_sides
	small_map
	sed -i '/key/d' map.yaml
	row='x,2026-10-02,Alder Works,manager,4,'
	table "$row" "$row"
	line="$alder | strategy.rationale.4 | answered | 4 | - | -"
	gives "$line" "$line"
	gives "$line" "$line"
	table "$row" "$row" "$row"
	gives "$line" "$line" "$line"
}

case_survey_somebody_who_is_named_is_that_person()
{
	two_sides
	run people Shapes add --party "Alder Works" --role sponsor --name "Ana Ruiz"
	small_map '  - {item: strategy.rationale.5, position: 7}'
	sed -i 's/^  party/  name: name\n  party/' map.yaml
	printf '%s\n' 'id,at,who,as,q,text,r,name' \
		'1,2026-10-02,Alder Works,sponsor,4,,3,"  ana RUIZ "' \
		'2,2026-10-03,Brine Systems,sponsor,2,,,Ana Ruiz' > table.csv
	run import Shapes --csv table.csv --map map.yaml
	exits 0
	run people Shapes --json
	is "$(grep -c '"id"' out)" 2
	run import Shapes --csv table.csv --map map.yaml
	says ': 0 added, 0 changed'
}

case_survey_no_promise_of_confidence_is_broken()
{
	two_sides
	feed 'y\n\n4\n' interview Shapes --line --party "Alder Works" --role manager --name "Ana Ruiz"
	run show Shapes
	says 'Ana Ruiz'
	small_map
	sed -i 's/^  party/  name: text\n  party/; /open/d' map.yaml
	table '1,2026-10-02,Alder Works,manager,4,Ana Ruiz'
	refused 'Ana Ruiz has been heard as "named", the survey is "confidential"'
	sed -i 's/^  party/  attribution: {fixed: named}\n  party/' map.yaml
	run import Shapes --csv table.csv --map map.yaml
	exits 0
	run export Shapes
	python3 "$here/survey.py" out > has
	is "$(grep -c 'manager .* named .* strategy.rationale.4 | answered | 4' has)" 1
	is "$(grep -c confidential has)" 0
}

case_survey_who_does_not_agree_is_not_taken()
{
	two_sides
	small_map
	sed -i 's/^  party/  consent: {column: text, values: {I agree: "yes", I do not: "no"}}\n  party/; /open/d' map.yaml
	table '1,2026-10-02,Alder Works,manager,4,I agree' '2,2026-10-02,Alder Works,manager,1,I do not'
	gives "$alder | strategy.rationale.4 | answered | 4 | - | -"
	run import Shapes --csv table.csv --map map.yaml
	says '1 without consent'
	table '3,2026-10-02,Alder Works,manager,4,Perhaps'
	refused '"Perhaps" is no word of the map'
}

case_survey_guards_of_formulas_come_off()
{
	two_sides
	small_map
	table "1,2026-10-02,Alder Works,manager,4,'=1+1"
	gives "$alder | open.perceptions.part | answered | - | =1+1 | -" \
		"$alder | strategy.rationale.4 | answered | 4 | - | -"
}

case_survey_scales_turn_and_states_are_named()
{
	two_sides
	small_map '  - {item: strategy.rationale.5, position: 6, reversed: yes, values: {never: 1, "99": declined}}'
	sed -i '/open/d' map.yaml
	table '1,2026-10-02,Alder Works,manager,4,Never' '2,2026-10-02,Brine Systems,sponsor,,99'
	gives "$alder | strategy.rationale.4 | answered | 4 | - | -" \
		"$alder | strategy.rationale.5 | answered | 5 | - | -" \
		"Brine Systems | sponsor | 2026-10-02 | confidential | strategy.rationale.5 | declined | - | - | -"
	# a scale that names ratings is all of it
	table '1,2026-10-02,Alder Works,manager,4,3'
	refused 'column 6 (text): "3" is no word of the map'
}

case_survey_nothing_is_not_empty()
{
	two_sides
	small_map 'nothing: not_asked'
	table '1,2026-10-02 08:00,Alder Works,manager,,""'
	gives "$alder | strategy.rationale.4 | not_asked | - | - | -"
	table '1,2026-10-02 09:00,Alder Works,manager,3,'
	gives "$alder | open.perceptions.part | not_asked | - | - | -" \
		"$alder | strategy.rationale.4 | answered | 3 | - | -"
}

case_survey_dry_run_counts_by_column()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4,fine' '2,2026-10-02,Alder Works,manager,often,' \
		'3,2026-10-02,Alder Works,manager,rarely,' ',,,,,'
	run import Shapes --csv table.csv --map map.yaml --dry-run
	exits 3
	warns 'table.csv:3: column 5 (q): "often"'
	says 'table.csv: 4 rows of answers, 3 taken; left out: 1 empty'
	grep -Eq '5 q +strategy.rationale.4 +1 +0 +2' out || fault "column q"
	grep -Eq '6 text +open.perceptions.part +1 +2 +0' out || fault "column text"
	run import Shapes --csv table.csv --map map.yaml --dry-run --json
	exits 3
	is "$(json out 0.survey.columns.4.refused)" 2
	is "$(json out 0.survey.counted)" 3
	sed -i 's/often/4/; s/rarely/5/' table.csv
	run import Shapes --csv table.csv --map map.yaml --dry-run --json
	exits 0
	is "$(json out 0.survey.columns.4.taken)" 3
	is "$(json out 0.dry_run)" true
	echo > none
	has_answers none
}

case_survey_finds_the_round()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4,'
	run import --csv table.csv --map map.yaml
	exits 0
	run new --name Other --party "Alder Works" --party "Brine Systems"
	refuses 2 "Which round? Name it" import --csv table.csv --map map.yaml
	printf 'round: Other\n' >> map.yaml
	run import --csv table.csv --map map.yaml
	exits 0
	says ': 3 added'
	run import Shapes --csv table.csv --map map.yaml
	says ': 0 added'
	refuses 2 "is one word too many" import Shapes Other --csv table.csv --map map.yaml
	refuses 2 "name it by --csv FILE" import table.csv --map map.yaml
	refuses 2 "import needs a file" import
	refuses 2 "there is nothing to write" import --csv table.csv --map map.yaml -o x.yaml
	refuses 2 "cannot be the table and the map" import --csv - --map -
	refuses 1 "nomap.yaml" import Shapes --csv table.csv --map nomap.yaml
}

case_survey_leaves_a_sealed_round_alone()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4,'
	run import Shapes --csv table.csv --map map.yaml
	run seal Shapes
	exits 0
	run export Shapes
	cp out before.json
	table '1,2026-10-03,Alder Works,manager,5,' '2,2026-10-03,Alder Works,manager,5,'
	refuses 4 'was sealed on' import Shapes --csv table.csv --map map.yaml
	run export Shapes
	cmp out before.json
}

case_survey_undo_takes_it_back()
{
	two_sides
	small_map
	table '1,2026-10-02,Alder Works,manager,4,'
	gives "$alder | strategy.rationale.4 | answered | 4 | - | -"
	feed ':undo\n' --line open Shapes
	says 'Saved: undone: import'
	echo > none
	has_answers none
	run people Shapes --json
	is "$(grep -c '"id"' out)" 0
}

# The forms in which the same tools write their tables otherwise.
case_survey_kobo_without_tags_and_with_joined_choices()
{
	two_sides
	grep -v '#org' "$shapes/kobo-labels-hxl.csv" > table.csv
	sed '/parts:/,$d' "$here/../../data/maps/kobo.yaml" > map.yaml
	cat >> map.yaml <<-'END'
	    column: "What slows you down?"
	    separator: " "
	    values: {Approvals: approvals, Travel: travel}
	END
	run import Shapes --csv table.csv --map map.yaml
	exits 0
	sed 's/Approvals; Travel/approvals; travel/' "$shapes/kobo-labels-hxl.expected" > wanted
	has_answers wanted
}

case_survey_qualtrics_as_utf_16_with_tabs()
{
	two_sides
	python3 - "$shapes/qualtrics-three-headers.csv" <<-'END'
	import csv, sys
	with open("table.csv", "w", encoding="utf-16", newline="") as out:
	    csv.writer(out, delimiter="\t").writerows(csv.reader(open(sys.argv[1], newline="")))
	END
	sed 's/header_rows: 3/header_rows: 3\n  separator: tab/' "$here/../../data/maps/qualtrics.yaml" > map.yaml
	run import Shapes --csv table.csv --map map.yaml
	exits 0
	has_answers "$shapes/qualtrics-three-headers.expected"
}

case_survey_older_qualtrics()
{
	two_sides
	printf '%s\n' 'V1,V3,V9,V10,Q1,Q2,' 'ResponseID,Name,EndDate,Finished,Company?,Goals?,' \
		'R_1,Anonymous,2026-10-02 09:00:00,1,Alder Works,4,' \
		'R_2,Anonymous,2026-10-02 09:00:00,0,Alder Works,2,' > table.csv
	printf '%s\n' 'file: {header_rows: 2, name_rows: [2]}' 'rows: {column: Finished, only: "1"}' \
		'person: {key: ResponseID, party: "Company?", role: {fixed: manager}, attribution: {fixed: role},' \
		'  date: {column: EndDate, form: year-month-day}}' \
		'answers: {item: strategy.rationale.4, column: "goals?"}' > map.yaml
	gives 'Alder Works | manager | 2026-10-02 | role | strategy.rationale.4 | answered | 4 | - | -'
}

case_survey_a_file_goes_before_a_shipped_map()
{
	two_sides
	small_map
	mv map.yaml limesurvey
	table '1,2026-10-02,Alder Works,manager,4,'
	run import Shapes --csv table.csv --map limesurvey
	exits 0
	says ': 3 added'
	code=0
	"$REKINDLE" import Shapes --csv - --map limesurvey < table.csv > out 2> err || code=$?
	exits 0
	says 'standard input: 0 added'
}

case_survey_writes_a_first_map()
{
	two_sides
	run import --csv "$shapes/limesurvey-codes.csv"
	exits 0
	says 'column: "G1[SQ001]"'
	says '"Rather yes": MEANS'
	says_not lastpage
	warns 'No --map was given, so nothing is imported'
	warns 'limesurvey'
	cp out map.yaml
	refuses 3 'map.yaml:20: "MEANS" is no role' import Shapes --csv "$shapes/limesurvey-codes.csv" --map map.yaml
	run import --csv "$shapes/qualtrics-three-headers.csv" -o first.yaml
	exits 0
	grep -q 'header_rows: 3' first.yaml || fault "three headings"
	grep -q 'Survey Preview' first.yaml || fault "previews"
	run import --csv "$shapes/kobo-labels-hxl.csv"
	says 'separator: ";"'
	says 'tag_row: yes'
	run import --csv "$shapes/redcap-long.csv"
	says '"1": MEANS'
	run import --csv "$shapes/google-forms.csv"
	says 'position: 9'
	says 'form: month/day/year'
	# a table whose questions are called as the items are is complete but for the words
	small_map
	table '1,2026-10-02,Alder Works,manager,4,'
	sed -i '1s/.*/id,timestamp,company,role,strategy.rationale.4,open.perceptions.part/' table.csv
	run import --csv table.csv
	sed 's/MEANS/manager/; s/"Alder Works": manager/"Alder Works": Alder Works/' out > map.yaml
	gives "$alder | strategy.rationale.4 | answered | 4 | - | -"
}

case_survey_stopped_leaves_nothing()
{
	two_sides
	small_map
	awk 'BEGIN { print "id,at,who,as,q,text"
		for (i = 0; i < 60000; i++) print i ",2026-10-02,Alder Works,manager,4,some words" }' > table.csv
	run export Shapes
	cp out before.json
	code=0
	python3 - "$REKINDLE" <<-'END' || code=$?
	import signal, subprocess, sys
	run = subprocess.Popen([sys.argv[1], "import", "Shapes", "--csv", "table.csv", "--map", "map.yaml"],
	    stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
	for line in run.stderr:
	    if "% are stored" in line:
	        run.send_signal(signal.SIGINT)
	        break
	said = run.stderr.read()
	sys.stderr.write(said)
	assert "stopped; nothing was changed" in said, said
	sys.exit(run.wait())
	END
	exits 130
	run export Shapes
	cmp out before.json || fault "something is left"
}
