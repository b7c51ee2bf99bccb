# SPDX-License-Identifier: MIT
# seal: a round that is read only; people: who is known in an alliance.

case_seal_makes_a_round_read_only()
{
	alliance
	feed '1\n' interview "$id" --party 1 --role manager --name Ana
	exits 0
	run seal Helios
	exits 0
	[ ! -s out ]
	warns "baseline of Helios is sealed"
	run export Helios
	cp out before.json
	refuses 4 "sealed on 2026-03-16" interview "$id" --party 1 --role manager --name Eva
	warns "rekindle seal $(echo "$id" | cut -c1-8) --open takes the seal back"
	feed '4\n' interview "$id" --respondent "$(json before.json assessments.0.respondents.0.id)"
	exits 4
	warns "sealed on 2026-03-16"
	run export Helios
	cmp out before.json || fault "something was written into a sealed round"
	run list
	grep -q '2026-03-16s' out || fault "$(cat out)"
}

case_seal_is_taken_back()
{
	alliance
	run seal "$id" --open
	exits 0
	warns "baseline of Helios is not sealed"
	run seal "$id"
	REKINDLE_TODAY=2026-03-20 run seal "$id"
	exits 0
	warns "sealed on 2026-03-16 already"
	run seal "$id" --open
	exits 0
	warns "baseline of Helios, sealed on 2026-03-16, is open again"
	feed '1\n' interview "$id" --party 1 --role manager
	exits 0
	refuses 2 "seal needs an ID" seal
	refuses 2 "no assessment is called" seal Nowhere
	refuses 2 "--open is no option of show" show "$id" --open
}

# The plan is the alliance's.
case_seal_leaves_the_plan_to_go_on()
{
	alliance
	run seal "$id"
	run plan "$id" --save --start 2026-03-23
	exits 0
	warns "plan of Helios stored"
	run show "$id"
	says "stored, starts"
}

case_seal_of_a_read_only_file_is_refused()
{
	alliance
	chmod 400 data/rekindle/rekindle.db
	run seal "$id"
	exits 1
	warns "read-only"
}
