# SPDX-License-Identifier: MIT
# preview: what the other side would see of a joint edition, why not more, and whom to hear.

# heard N: the alliance of one round, with N people of its second side heard; its id in $id.
heard()
{
	python3 - "$here/../data/one-round.json" "$1" <<-'END' > heard.json
		import json, sys
		file = json.load(open(sys.argv[1]))
		round = file["assessments"][0]
		second = file["alliance"]["parties"][1]["id"]
		party = {p["id"]: p["party"] for p in file["alliance"].get("people", [])}
		side = [r["id"] for r in round["respondents"]
		    if r.get("party", party.get(r.get("person"))) == second]
		gone = set(side[int(sys.argv[2]):])
		for kind, of in (("respondents", "id"), ("answers", "respondent"), ("route", "respondent")):
		    round[kind] = [x for x in round.get(kind, []) if x.get(of) not in gone]
		json.dump(file, sys.stdout)
	END
	run import heard.json
	exits 0
	run list --json
	id=$(json out 0.id)
}

case_preview_shows_what_many_said()
{
	heard 9
	run preview "$id"
	exits 0
	says "For the team that runs the review alone"
	says "The other side would see 16 of 16 aspects now."
	says "  Aspects                      16 of 16"
	says "Every aspect is shown."
	run preview "$id" --json
	is "$(json out groups.0.group) $(json out groups.0.shown) $(json out groups.0.of)" "aspects 16 16"
	is "$(json out hear)" "[]"
	is "$(json out assessment)" "$id"
}

case_preview_says_of_whom_too_few_were_heard()
{
	heard 2
	run preview "$id"
	exits 0
	says "The other side would see 0 of 16 aspects now."
	says "Fewer than 3 people of GenTech were heard: nothing but facts is shown."
	says "Whom to hear to show more"
	says "An estimate, as if they answered as the others of their side do."
	says_not "Every aspect is shown."
	run preview "$id" --format json
	is "$(json out withheld.0.group) $(json out withheld.0.subject)" "aspects strategy.rationale"
	is "$(json out withheld.0.why)" facts
	python3 - <<-'END' || fault "the groups and what is withheld do not add up"
		import json
		file = json.load(open("out"))
		for group in file["groups"]:
		    listed = sum(w["group"] == group["group"] for w in file["withheld"])
		    assert listed == group["of"] - group["shown"], group
		shown = [h["aspects"] for h in file["hear"]]
		assert shown and shown[-1] > 0, shown
		assert all(h["role"] in h["roles"] for h in file["hear"])
	END
}

# What it counts as withheld is what the joint report calls so in its map of the aspects.
case_preview_counts_what_the_joint_report_prints()
{
	heard 3
	run preview "$id" --json
	cp out preview.json
	run report "$id" --edition joint --format json
	exits 0
	python3 - <<-'END' || fault "the report withholds something else"
		import json
		withheld = sum(g["of"] - g["shown"] for g in json.load(open("preview.json"))["groups"]
		    if g["group"] in ("aspects", "symptoms"))
		blocks = [b for s in json.load(open("out"))["report"]["sections"] for b in s["blocks"]]
		maps = [b for b in blocks if b.get("columns", [])[1:3] == ["score", "band"]]
		rows = [r for b in maps for r in b["rows"] if r[1] == "withheld"]
		shown = json.load(open("preview.json"))["actions"]
		assert shown and all(a["tells"] and a["title"] for a in shown), shown
		assert len(maps) == 1 and 0 < withheld == len(rows), (withheld, rows)
	END
}

case_preview_of_a_sealed_round_asks_for_nobody()
{
	heard 2
	run seal "$id"
	exits 0
	run preview "$id"
	exits 0
	says "The round is sealed: nobody else is heard in it."
	run preview "$id" --json
	is "$(json out hear)" "[]"
}

case_preview_of_nobody()
{
	alliance
	run preview Helios
	exits 0
	says "No aspect has a score yet: there is nothing to show or to withhold."
	says "Whom to hear to show more"
}

case_preview_refuses_what_is_no_round()
{
	refuses 2 "preview needs an ID; rekindle list shows them" preview
	alliance
	refuses 2 'no assessment is called "Nobody"' preview Nobody
	refuses 2 "" preview Helios --edition joint
}

# What was handed out is printed again while one newcomer alone is new, and the preview says so.
case_preview_is_of_what_is_printed_again()
{
	run import "$here/data/newcomer-before.json"
	exits 0
	run list --json
	id=$(json out 0.id)
	run preview "$id" --json
	is "$(json out as_of)" null
	shown=$(json out groups.0.shown)
	run report "$id" --edition joint
	exits 0
	run import "$here/data/newcomer-after.json"
	exits 0
	run preview "$id"
	exits 0
	says "Ratings and scores as of 16 March 2026"
	run preview "$id" --json
	is "$(json out as_of)" 2026-03-16
	is "$(json out groups.0.shown)" "$shown"
}
