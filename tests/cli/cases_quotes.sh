# SPDX-License-Identifier: MIT
# quotes: which words of the interviews may go to the other company.

said()
{
	alliance
	feed 'y\n1\n' interview "$id" --party 1 --role manager --name "Ana Ruiz"
	run export Helios
	who=$(json out assessments.0.respondents.0.id)
	printf '{"respondent": "%s", "item": "open.ideas.one", "text": "%s"}' "$who" "$1" > answer
	python3 - <<-'END'
		import json
		file = json.load(open("out"))
		file["assessments"][0]["answers"] = [json.load(open("answer"))]
		json.dump(file, open("with.json", "w"))
	END
	run import with.json
	exits 0
}

case_quotes_wait_for_names_and_ratings()
{
	said "Ana knows who does it"
	run quotes Helios
	exits 0
	says "  1 a name    manager     Ana knows who does it"
	run report Helios --edition joint --format json
	! grep -q "Ana knows" out || fault "a name went out"
	run quotes Helios confirm 1
	exits 0
	warns "1 quote confirmed: joint editions may print it"
	run quotes Helios --json
	says '"bar": "free"'
	run export Helios
	says '"quotable": true'
	run quotes Helios hold 1
	exits 0
	run quotes Helios
	says "  1 stays in  manager     Ana knows who does it"
}

case_quotes_wait_for_companies()
{
	said "Helix has to ask at home first"
	run quotes Helios
	exits 0
	says "  1 a company manager     Helix has to ask at home first"
	run quotes Helios --json
	says '"bar": "company"'
	run report Helios --edition joint --format json
	! grep -q "has to ask" out || fault "a company went out"
	run quotes Helios confirm 1
	run quotes Helios
	says "  1 goes out  manager     Helix has to ask at home first"
}

case_quotes_refuses_what_is_no_number()
{
	said "A good year"
	refuses 2 "2 is no number of a quote; rekindle quotes Helios lists them, 1 to 1" \
		quotes Helios confirm 1 2
	run quotes Helios --json
	says '"bar": "free"'
	refuses 2 "0 is no number of a quote" quotes Helios hold 0
	refuses 2 "it is not written like that; synopsis: rekindle quotes ID" quotes Helios loudly
	run seal Helios
	refuses 4 "sealed on 2026-03-16" quotes Helios hold 1
}

case_quotes_of_nobody()
{
	alliance
	run quotes Helios
	exits 0
	warns "nothing was said yet that may be quoted"
	run quotes Helios --json
	[ "$(cat out)" = "[]" ] || fault "$(cat out)"
}
