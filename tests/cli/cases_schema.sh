# SPDX-License-Identifier: MIT
# What commands print as JSON against data/json-schema.

# holds NAME ARGS...: the command's JSON is as the schema NAME says, or NAME#PART; what there is not is passed over.
holds()
{
	schema=${1%%#*}
	part=${1#"$schema"}
	shift
	code=0
	"$REKINDLE" "$@" --json < /dev/null > out 2> err || code=$?
	[ "$code" -eq 2 ] && return 0
	exits "${ends:-0}"
	python3 "$here/schema.py" "$here/../../data/json-schema/$schema.json$part" out > faults ||
		fault "$* is not as $schema.json$part says: $(head -n 4 faults)"
	printf '%s\n' "$schema" "$schema$part" >> held
}

holds_audit()
{
	for one in alliance profile assessment plan selection governance companies parties objectives kpis actuals \
		milestones process risks events incidents contributions days_off \
		charter workshop success joint amendments; do
		holds audit#$one audit "$1" $one
	done
	holds audit#route_list audit "$1" route
}

# Every command of every round of a database.
holds_all()
{
	holds list list
	holds bin list --deleted
	holds config config
	holds doctor doctor
	holds search search e
	for id in $("$REKINDLE" list --ids); do
		holds_audit "$id"
		holds action action "$id" 1
		holds gate gate "$id" 1
		for command in show diagnose plan preview people trend note gate meeting quotes sheet; do
			holds $command $command "$id"
		done
		holds answers answers "$id"
		holds answers#wide answers "$id" --wide
		holds report report "$id"
		for kind in progress brief; do
			holds report report "$id" --kind $kind
		done
		holds report meeting "$id" agenda --date 2026-12-07
		holds plan plan "$id" --start 2026-12-07
		holds plan plan "$id" --edition joint
		holds redraw plan "$id" --redraw
		holds shift plan "$id" --shift "open 2"
		for respondent in $("$REKINDLE" show "$id" --json | sed -n 's/.*"respondent": "\([^"]*\)".*/\1/p' | sort | head -n 1); do
			for item in 1 strategy.rationale.4 since.duration split.points; do
				holds answer answer "$id" --respondent "$respondent" $item
			done
		done
	done
}

# What commands that change something print, mostly one object.
changes()
{
	holds "$@"
	exits 0
}

holds_changes()
{
	name="Phoenix Labs and GenTech Solutions"
	changes round new --name Other --party One --party Two
	run delete Other --force
	exits 0
	changes bin list --deleted
	is "$(json out 0.name)" Other
	changes note#note note "$name" add Something
	changes note#note note "$name" file 1 --to action:1
	changes meeting#meeting meeting "$name" add --body steering --action 1 --decision Yes
	changes action action "$name" 1 --note Seen
	changes gate#gate gate "$name" 1 --outcome passed --force
	risk=$("$REKINDLE" audit "$name" risks --json > out; json out 0.id)
	changes audit#risk audit "$name" risks set "$risk" response=None
	changes audit#charter audit "$name" charter set steering.rhythm=Monthly
	changes audit#workshop audit "$name" workshop set challenges=Prices
	run audit "$name" joint add text="Two sites" owner="1=Paul Okafor-Test"
	objective=$(cut -c1-8 out)
	changes audit#joint_objective audit "$name" joint set "$objective" target=2
	point=$(run audit "$name" amendments add text="A fifth point"; cut -c1-8 out)
	changes audit#amendment audit "$name" amendments set "$point" settled=yes
	run sheet "$name" --respondent "$("$REKINDLE" people "$name" --json | sed -n 's/.*"id": "\(.*\)".*/\1/p' | head -n 1)" -o s.txt
	exits 0
	sed 's/^Consent: $/Consent: yes/; s/^Comment Q1: $/&words/' s.txt > back.txt
	changes sheet#read sheet --read back.txt
	changes round round "$name" --pulse
}

# Two rounds: each pair of neighbours.
holds_pairs()
{
	"$REKINDLE" list --ids > ids
	while read -r later; do
		[ -z "${earlier:-}" ] || {
			holds compare compare "$earlier" "$later"
			holds compare compare "$earlier" "$later" --edition joint
		}
		earlier=$later
	done < ids
}

case_schema_holds_of_the_example()
{
	run import "$here/../../data/example/phoenix-gentech.json"
	exits 0
	REKINDLE_TODAY=2026-11-16
	holds_all
	holds_pairs
	holds_changes
	ends=3
	holds faults instrument check "$here/../../data/instrument/core-1"
	ends=0
	holds instrument instrument show
	holds instrument instrument show 1
	holds report report "Phoenix Labs and GenTech Solutions" --edition joint
	holds import import "$here/../../data/example/phoenix-gentech.json" --dry-run
	for schema in "$here"/../../data/json-schema/*.json; do
		grep -qx "$(basename "$schema" .json)" held || fault "nothing was held against $schema"
	done
	is "$(grep '^audit#' held | sort -u | wc -l)" 27
}

case_schema_holds_of_what_is_empty_or_small()
{
	alliance
	holds_all
	run people Helios add --party 1 --role manager
	run import "$here/data/two-sides.json"
	exits 0
	run import "$here/../data/one-round.json"
	exits 0
	holds_all
}

case_schema_holds_of_published_cases()
{
	for name in corning-vitro klm-northwest philips-whirlpool; do
		run import "$here/../cases/$name.json"
		exits 0
	done
	holds_all
}

# The check sees what is missing, unknown, of another type, out of range; and refuses what it does not know.
case_schema_is_held()
{
	alliance
	run show Helios --json
	for break in 'del d["notes"]' 'd["more"] = 1' 'd["notes"] = "1"' 'd["notes"] = -1' 'd["notes"] = True' \
		'd["id"] = "1a2b"' 'd["kind"] = "full"' 'd["parties"].pop()' \
		'd["parties"][0]["label"] = None'; do
		python3 -c "import json
d = json.load(open('out'))
$break
json.dump(d, open('broken.json', 'w'))"
		python3 "$here/schema.py" "$here/../../data/json-schema/show.json" broken.json > faults &&
			fault "$break is not seen"
		[ -s faults ] || fault "$break: $(cat faults)"
	done
	for schema in '{"type": "object", "properties": {}}' '{"uniqueItems": true}' \
		'{"$ref": "#/$defs/none"}' '{"items": {"format": "date"}}' '{"additionalProperties": true}' \
		'{"additionalProperties": {"format": "date"}}'; do
		echo "$schema" > schema.json
		python3 "$here/schema.py" schema.json out 2> said && fault "$schema is taken"
		grep -q "^schema.py: " said || fault "$(cat said)"
	done
	echo '{"additionalProperties": {"type": "null"}, "$defs": {"part": {"type": "array"}}}' > schema.json
	for part in '' '#part' '#none'; do
		python3 "$here/schema.py" "schema.json$part" out > faults 2>&1 && fault "schema.json$part is held"
		[ -s faults ] || fault "schema.json$part: nothing is said"
	done
}
