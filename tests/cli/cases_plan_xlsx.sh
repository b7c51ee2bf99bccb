# SPDX-License-Identifier: MIT
# plan --format xlsx: the plan as a workbook.

# A stored plan with actions that look like something else, that are late, done, dropped and for later.
planned_helix()
{
	run import "$here/data/two-sides.json"
	export REKINDLE_TODAY=2026-03-16
	run plan Helios --save --start 2026-03-23
	exits 0
	run action Helios add --step 1 --title '=HYPERLINK("x")' --note "Only for us" --start 2026-03-23
	exits 0
	own=$(run plan Helios --json; python3 -c "import json
print([one['number'] for one in json.load(open('out'))['actions'] if one['title'].startswith('=')][0])")
	run action Helios add --step 5 --title 007
	exits 0
	run people Helios add --party 1 --role manager --name "+49 Smith"
	run action Helios "$own" --owner "1=+49 Smith"
	exits 0
	run audit Helios kpis add name=Orders category=financial direction=higher baseline=0 target=100 \
		start=2026-01-01 due=2026-12-31 unit=00
	exits 0
	run audit Helios actuals add kpi=Orders date=2026-03-01 value=62.5
	exits 0
	export REKINDLE_TODAY=2026-05-04
}

case_plan_as_a_workbook()
{
	planned_helix
	run action Helios 1 --status done --done 2026-04-01
	exits 0
	for edition in joint internal; do
		run plan Helios --edition $edition --format csv
		exits 0
		cp out table.csv
		run plan Helios --edition $edition --format xlsx -o $edition.xlsx
		exits 0
		mode $edition.xlsx 600
		python3 "$here/xlsx.py" $edition.xlsx > book.json || fault "it cannot be read"
		python3 - $edition <<'END'
import csv, json, sys
edition = sys.argv[1]
book = json.load(open("book.json"))
names = list(book["sheets"])
assert names[4:] == ["Gates", "KPIs", "Readings", "Gantt"], names
assert [name[:2] for name in names[:4]] == ["1 ", "2 ", "3 ", "4 "], names
table = list(csv.DictReader(open("table.csv", newline="")))
said = lambda cell: "" if cell is None else str(cell).removeprefix("day:")
pairs = {"Action": "title", "Step": "step", "Start": "start", "Due": "due", "Status": "status", "Now": "active",
    "Quick win": "quick_win", "Done when": "done_when", "Resources": "resources", "Objective": "objective",
    "Reason": "reason", "Note": "note", "Findings": "findings", "Id": "id", "Edition": "edition",
    "Owner Nordwind": "owner_Nordwind", "Owner Helix": "owner_Helix"}
for phase in range(1, 5):
    sheet = book["sheets"][names[phase - 1]]
    titles, rows = sheet["rows"][0], sheet["rows"][1:]
    wanted = [one for one in table if one["phase"] == str(phase)]
    assert len(wanted) == len(rows), (phase, len(wanted), len(rows))
    for one, row in zip(wanted, rows):
        cells = dict(zip(titles, row + [None] * len(titles)))
        for title, column in pairs.items():
            assert one[column] in (said(cells[title]), "'" + said(cells[title])), (one, title, cells[title])
        assert cells["Start"] is None or cells["Start"].startswith("day:")
    assert sheet["frozen"] == "D2" and sheet["filter"] and edition + " edition" in sheet["head"]
    formulas = [formula for _, formula in sheet["when"]]
    assert not rows or any("DATE(2026,5,4)" in formula for formula in formulas), formulas
cells = [cell for sheet in book["sheets"].values() for row in sheet["rows"] for cell in row]
assert '=HYPERLINK("x")' in cells and "007" in cells and "+49 Smith" in cells
assert ("Only for us" in cells) == (edition == "internal")
kpis = book["sheets"]["KPIs"]
row = dict(zip(kpis["rows"][0], next(row for row in kpis["rows"] if "Orders" in row)))
assert (row["Latest"], row["Read on"], row["Target"], row["Unit"]) == (62.5, "day:2026-03-01", 100, "00"), row
assert len(kpis["when"]) == 3
assert book["sheets"]["Readings"]["rows"][1] == ["Orders", "day:2026-03-01", 62.5, "00"]
assert len([name for name in book["printed"] if "Print_Titles" in name]) == 8, book["printed"]
END
	done
	refuses 2 "is a name for another format, and this is xlsx" plan Helios --format xlsx -o plan.csv
	refuses 2 "is text or json, not xlsx" plan Helios --redraw --format xlsx
}

# Each week of an action is filled, and no other, with a sign of how it stands.
case_plan_as_weeks()
{
	planned_helix
	run action Helios 1 --status done --done 2026-04-01
	for today in 2026-05-04 2026-04-02; do
		export REKINDLE_TODAY=$today
		run plan Helios --edition internal --format xlsx -o $today.xlsx
		python3 "$here/xlsx.py" $today.xlsx > book.json
		python3 - $today <<'END'
import datetime, json, sys
today = datetime.date.fromisoformat(sys.argv[1])
day = lambda cell: datetime.date.fromisoformat(cell.removeprefix("day:"))
sheet = json.load(open("book.json"))["sheets"]["Gantt"]
titles, rows = sheet["rows"][0], sheet["rows"][1:]
weeks = [day(cell) for cell in titles[5:]]
assert all(one.weekday() == 0 for one in weeks) and weeks == sorted(weeks)
assert {(b - a).days for a, b in zip(weeks, weeks[1:])} == {7}
signs = {"done": "x", "late": "!", "open": "o", "started": "o", "blocked": "o"}
seen = set()
for number, what, start, due, status, *cells in rows:
    cells += [None] * (len(weeks) - len(cells))
    if number is None:
        continue
    seen.add(status)
    start, due = day(start), day(due)
    assert status != "late" or due < today
    filled = [signs[status] if start < week + datetime.timedelta(days=7) and due >= week else None for week in weeks]
    assert cells == filled, (what, start, due, status, cells)
assert {"done", "late" if today.month == 5 else "open"} <= seen, seen
assert any(row[1] == "Gate 1" and "G" in row for row in rows)
assert len(set(sheet["fills"].values())) >= 4, set(sheet["fills"].values())
assert sheet["frozen"] == "C2" and sheet["filter"].startswith("A1:E"), sheet
END
	done
}

# What a joint edition leaves out is nowhere in its workbook.
case_plan_as_a_joint_workbook()
{
	run import "$here/../../data/example/phoenix-gentech.json"
	exits 0
	name="Phoenix Labs and GenTech Solutions"
	run plan "$name" --edition internal --json
	cp out whole.json
	run plan "$name" --edition joint --format csv
	cp out joint.csv
	run plan "$name" --format xlsx -o joint.xlsx
	exits 0
	python3 "$here/xlsx.py" joint.xlsx > book.json
	python3 - <<'END'
import csv, json
ids = {row["id"] for row in csv.DictReader(open("joint.csv", newline=""))}
whole = json.load(open("whole.json"))["actions"]
text = json.dumps(json.load(open("book.json")))
hidden = [one for one in whole if one["id"] not in ids]
notes = [one["note"] for one in whole if one["note"]]
assert notes, "the example has notes"
for one in hidden:
    assert json.dumps(one["title"]) not in text and one["id"] not in text, one["title"]
for note in notes:
    assert json.dumps(note)[1:-1] not in text, note
END
}

case_plan_without_the_library()
{
	planned_helix
	mkdir empty
	: > empty/libxlsxwriter.so.4
	export LD_LIBRARY_PATH="$PWD/empty"
	run plan Helios
	exits 0
	refuses 1 "install it (on Debian: apt-get install libxlsxwriter4)" plan Helios --format xlsx -o new.xlsx
	[ ! -e new.xlsx ]
	unset LD_LIBRARY_PATH
}
