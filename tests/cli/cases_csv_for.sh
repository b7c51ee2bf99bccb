# SPDX-License-Identifier: MIT
# --csv-for and the setting csv: what a CSV is read by.

# as MARK SEPARATOR ARGS...: the file begins with the mark or none, and has the cells of the plain one.
as()
{
	python3 - "$1" "$2" << 'END' || fault "it is not as it should be"
import csv, sys
mark, separator = sys.argv[1:]
plain = list(csv.reader(open("plain", newline="", encoding="utf-8")))
text = open("out", newline="", encoding="utf-8").read()
assert text.startswith("\ufeff") == (mark == "mark"), text[:10]
rows = list(csv.reader(text.removeprefix("\ufeff").splitlines(True), delimiter=separator))
assert len(plain) > 3 and rows == plain, (rows[:2], plain[:2])
END
}

case_csv_for_a_program()
{
	run import "$here/../../data/example/phoenix-gentech.json"
	name="Phoenix Labs and GenTech Solutions"
	mkdir -p "$HOME/.config/rekindle"
	for what in "answers" "answers --wide" "plan --format csv"; do
		rm -f "$HOME/.config/rekindle/config"
		set -- $what "$name"
		run "$@"
		exits 0
		cp out plain
		as none ,
		run "$@" --csv-for any
		cmp out plain
		run "$@" --csv-for excel
		exits 0
		as mark ";"
		cp out excel
		run "$@" --csv-for libreoffice
		as mark ,
		echo "csv excel" > "$HOME/.config/rekindle/config"
		run "$@"
		cmp out excel
		run "$@" --csv-for any
		cmp out plain
	done
	run answers "$name" --json
	exits 0
	is "$(head -c 1 out)" "["
	echo "csv numbers" > "$HOME/.config/rekindle/config"
	refuses 2 "csv is any, excel or libreoffice, not \"numbers\"" list
	rm "$HOME/.config/rekindle/config"
	refuses 2 "there is no such program; it is any, excel or libreoffice" answers "$name" --csv-for numbers
	refuses 2 "--csv-for is about csv, and this is json" answers "$name" --json --csv-for excel
	refuses 2 "--csv-for is about csv, and this is text" plan "$name" --csv-for excel
	refuses 2 "--csv-for is no option of list" list --csv-for excel
}

# Where semicolons part cells, a comma is in numbers.
case_csv_for_numbers()
{
	python3 - "$here/data/two-sides.json" << 'END'
import json, sys
document = json.load(open(sys.argv[1]))
round = document["assessments"][0]
round["instrument"] = {"id": "core", "version": "2"}
round["answers"] = [{"respondent": round["respondents"][0]["id"], "item": "profile.notice", "state": "answered",
    "value": 2.25}]
json.dump(document, open("numbers.json", "w"))
END
	run import numbers.json
	exits 0
	run answers Helios
	says ",answered,2.25,"
	run answers Helios --csv-for excel
	says ";answered;2,25;"
	run answers Helios --csv-for libreoffice
	says ",answered,2.25,"
}
