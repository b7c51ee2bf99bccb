# SPDX-License-Identifier: MIT
# answers: every answer of a round as a table.

# Helios with words, states, a day, a formula, and somebody in confidence who is first in the file.
answered_helix()
{
	python3 - "$here/data/two-sides.json" <<'END'
import json, sys
document = json.load(open(sys.argv[1]))
round = document["assessments"][0]
round["instrument"] = {"id": "core", "version": "2"}
ana, juergen = (one["id"] for one in round["respondents"])
hidden = {**round["respondents"][1], "id": "f0000000-8f5b-4c8e-9a64-0d8a3c1b7e19", "name": "Ola Secret",
    "role": "commercial", "attribution": "confidential"}
round["respondents"].insert(0, hidden)
round["answers"] = [
    {"respondent": hidden["id"], "item": "strategy.objectives.1", "state": "answered", "value": 2,
        "comment": "Said in confidence", "quote": "A secret quote"},
    {"respondent": hidden["id"], "item": "open.successes.best", "state": "answered", "text": "Secret words"},
    {"respondent": hidden["id"], "item": "type.value.4", "state": "not_applicable", "reason": "A secret reason"},
    {"respondent": juergen, "item": "strategy.objectives.1", "state": "answered", "value": 5,
        "comment": "=SUM(A1), \"quoted\"\nand a line"},
    {"respondent": juergen, "item": "strategy.rationale.5", "state": "dont_know"},
    {"respondent": juergen, "item": "split.points", "state": "answered",
        "value": {"strategy": 40.5, "type": 29.5, "partner": 20, "management": 10}},
    {"respondent": ana, "item": "open.successes.best", "state": "answered", "text": "007"},
    {"respondent": ana, "item": "strategy.objectives.1", "state": "answered", "value": 3},
]
json.dump(document, open("answered.json", "w"))
END
	run import answered.json
	exits 0
}

case_answers_have_a_row_each()
{
	answered_helix
	run answers Helios
	exits 0
	warns "these are single answers of Helios"
	cp out first
	is "$(head -n 1 out | tr -d '\r')" \
		"assessment,respondent,party,role,item,aspect,state,value,text,comment"
	python3 - <<'END'
import csv
rows = list(csv.DictReader(open("out", newline="")))
seen = [(row["role"], row["item"], row["aspect"], row["state"], row["value"], row["text"], row["comment"])
    for row in rows]
assert sorted(seen) == sorted([
    ("sponsor", "open.successes.best", "", "answered", "", "007", ""),
    ("sponsor", "strategy.objectives.1", "strategy.objectives", "answered", "3", "", ""),
    ("manager", "strategy.objectives.1", "strategy.objectives", "answered", "5", "",
        "'=SUM(A1), \"quoted\"\nand a line"),
    ("", "strategy.objectives.1", "strategy.objectives", "answered", "2", "", ""),
    ("", "type.value.4", "type.value", "not_applicable", "", "", ""),
    ("manager", "strategy.rationale.5", "strategy.rationale", "dont_know", "", "", ""),
    ("manager", "split.points", "", "answered", "40.5 29.5 20 10", "", ""),
]), seen
# by item, and of one item those in confidence last
of_one = [row["role"] for row in rows if row["item"] == "strategy.objectives.1"]
assert of_one == ["sponsor", "manager", ""], of_one
items = [row["item"] for row in rows]
assert sorted(range(len(items)), key=lambda i: items.index(items[i])) == list(range(len(items)))
END
	run answers Helios --edition internal --format csv
	cmp out first
	run answers Helios -o answers.csv
	exits 0
	mode answers.csv 600
	cmp answers.csv first
	refuses 2 "is a name for another format, and this is csv" answers Helios -o answers.json
}

case_answers_keep_what_was_said_in_confidence()
{
	answered_helix
	for how in "" --wide --json "--wide --json"; do
		run answers Helios $how
		exits 0
		for word in secret confidence f0000000 Ola commercial; do
			! grep -qi "$word" out || fault "$how has $word"
		done
	done
	run answers Helios --json
	is "$(python3 -c "import json
print([(row['respondent'], row['party'], row['role']) for row in json.load(open('out')) if row['party'] is None])")" \
		"[(3, None, None), (3, None, None)]"
	refuses 2 "single answers have no joint edition: both companies may have rekindle report ID --edition joint" \
		answers Helios --edition joint
	refuses 2 "there is no such edition" answers Helios --edition secret
	refuses 2 "answers needs an ID" answers
}

case_answers_have_a_row_a_person()
{
	answered_helix
	run answers Helios --wide
	exits 0
	python3 - <<'END'
import csv
rows = list(csv.DictReader(open("out", newline="")))
assert [(row["party"], row["role"]) for row in rows] == [
    ("Nordwind", "sponsor"), ("Helix", "manager"), ("", "")], rows
assert [row["strategy.objectives.1"] for row in rows] == ["3", "5", "2"]
assert rows[1]["strategy.rationale.5"] == "dont_know"
assert rows[0]["open.successes.best"] == "007" and rows[2]["open.successes.best"] == ""
assert rows[1]["split.points"] == "40.5 29.5 20 10"
assert not any("comment" in title for title in rows[0])
END
	run answers Helios --wide --json
	is "$(python3 -c "import json
print(json.load(open('out'))[1]['split.points'])")" "40.5 29.5 20 10"
	id=$("$REKINDLE" new --name Other --party One --party Two)
	run answers "$id" --wide
	exits 0
	is "$(wc -l < out)" 1
}

# Every cell of the workbook is what the table has, as what it is.
case_answers_as_a_workbook()
{
	answered_helix
	for how in "" --wide; do
		run answers Helios $how
		cp out table.csv
		run answers Helios $how --format xlsx -o answers$how.xlsx
		exits 0
		mode answers$how.xlsx 600
		run answers Helios $how --format xlsx
		cmp out answers$how.xlsx
		python3 "$here/xlsx.py" answers$how.xlsx > book.json
		python3 - <<'END'
import csv, json
table = list(csv.reader(open("table.csv", newline="")))
book = json.load(open("book.json"))
sheet = book["sheets"]["Answers"]
assert len(sheet["rows"]) == len(table)
for written, cells in zip(table, sheet["rows"]):
    cells += [None] * (len(written) - len(cells))
    for one, cell in zip(written, cells):
        said = "" if cell is None else str(cell)
        assert one in (said, "'" + said), (one, cell)
assert sheet["frozen"] == "E2", sheet["frozen"]
assert sheet["filter"].startswith("A1:"), sheet["filter"]
assert sheet["when"][0][1].startswith('OR(E2="dont_know"'), sheet["when"]
assert len(sheet["widths"]) and "internal edition" in sheet["head"]
assert book["created"] == "2026-03-16T00:00:00Z" and book["title"] == "Helios: single answers, internal edition"
assert "_xlnm.Print_Titles 0" in book["printed"], book["printed"]
END
	done
	python3 "$here/xlsx.py" answers.xlsx > book.json
	python3 - <<'END'
import json
rows = json.load(open("book.json"))["sheets"]["Answers"]["rows"]
cells = [cell for row in rows[1:] for cell in row]
assert '=SUM(A1), "quoted"\nand a line' in cells and "007" in cells
assert {type(row[7]) for row in rows[1:] if row[5] == "strategy.objectives" and row[7] is not None} == {int}
END
	PAGER=cat TERM=xterm script -qec "$REKINDLE answers Helios --format xlsx" /dev/null < /dev/null > out || :
	says "a terminal cannot show xlsx; write it to a file: -o FILE.xlsx"
}

# Where the library is missing, everything else works, and one line says what to install.
case_answers_without_the_library()
{
	answered_helix
	! ldd "$REKINDLE" | grep -q xlsxwriter || fault "the program waits for it at every start"
	mkdir empty
	: > empty/libxlsxwriter.so.4
	export LD_LIBRARY_PATH="$PWD/empty"
	run answers Helios
	exits 0
	refuses 1 "is not installed; install it (on Debian: apt-get install libxlsxwriter4)" \
		answers Helios --format xlsx -o new.xlsx
	[ ! -e new.xlsx ]
	unset LD_LIBRARY_PATH
}

# Nothing lies on a disk meanwhile, and a second on another clock makes the same.
case_answers_as_a_workbook_leave_nothing_behind()
{
	answered_helix
	command -v strace > /dev/null || { untried "which files a workbook needs, without strace"; return 0; }
	strace -f -o trace -e trace=open,openat,creat,mkdir "$REKINDLE" answers Helios --format xlsx \
		> one.xlsx 2> err || { untried "which files a workbook needs, where strace may not look"; return 0; }
	! grep -E 'O_CREAT|creat\(|mkdir' trace | grep -v '"/proc/self/fd/\|ENOENT' ||
		fault "it makes files"
	sleep 1.1
	run answers Helios --format xlsx
	cmp out one.xlsx
}

# What a cell has no room for is cut and said; what looks like an escape of the format is a text.
case_answers_as_a_workbook_keep_long_and_odd_texts()
{
	python3 - "$here/data/two-sides.json" << 'END'
import json, sys
document = json.load(open(sys.argv[1]))
round = document["assessments"][0]
round["instrument"] = {"id": "core", "version": "2"}
who = round["respondents"][0]["id"]
round["answers"] = [
    {"respondent": who, "item": "open.successes.best", "state": "answered", "text": "_x0041_ _x00_ __x0042_"},
    {"respondent": who, "item": "open.ideas.one", "state": "answered", "text": "\U0001f600" * 20000},
    {"respondent": who, "item": "open.ideas.more", "state": "answered", "text": "a" * 32000},
]
json.dump(document, open("long.json", "w"))
END
	run import long.json
	exits 0
	run answers Helios --format xlsx -o long.xlsx
	exits 0
	python3 "$here/xlsx.py" long.xlsx > book.json
	python3 - << 'END'
import json
rows = json.load(open("book.json"))["sheets"]["Answers"]["rows"][1:]
texts = {row[4]: row[8] for row in rows}
assert texts["open.successes.best"] == "_x0041_ _x00_ __x0042_", texts["open.successes.best"]
assert texts["open.ideas.more"] == "a" * 32000
cut = texts["open.ideas.one"]
assert cut.endswith("\n[cut: a cell of a spreadsheet holds no more]"), cut[-60:]
units = len(cut.encode("utf-16-le")) // 2
assert 32000 < units <= 32767, units
END
}
