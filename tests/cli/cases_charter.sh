# SPDX-License-Identifier: MIT
# Charter, workshop, joint objectives and points of the agreement, as lists of audit.

case_charter_shows_what_stands_and_is_kept_when_signed()
{
	alliance
	run audit Helios charter
	exits 0
	is "$(grep -c . out) $(grep '^escalation.hours_2' out)" "17 escalation.hours_2=72"
	run audit Helios charter --json
	is "$(json out escalation.level_1) $(json out agreed) $(json out notes)" "the two leads together null null"
	run audit Helios charter set steering.rhythm=monthly escalation.hours_1=12
	exits 0
	kept
	is "$(json document.json alliance.charter.steering.rhythm)" monthly
	is "$(json document.json alliance.charter.channels)" null
	run audit Helios charter set agreed=2026-03-16 --json
	exits 0
	is "$(json out escalation.hours_1) $(json out escalation.hours_3) $(json out agreed)" "12 240 2026-03-16"
	kept
	is "$(json document.json alliance.charter.escalation.level_3)" "the executive sponsors"
	is "$(json document.json alliance.charter.escalation.hours_2)" 72
	run audit Helios charter set agreed=2026-04-01
	exits 0
	warns "Kept: signed on 1 April 2026, which is still ahead."
	run audit Helios charter set agreed=
	run audit Helios charter --json
	is "$(json out agreed) $(json out escalation.level_3)" "null the executive sponsors"
	refuses 2 "hours_1=-1 must be a whole number" audit Helios charter set escalation.hours_1=-1
	refuses 2 "there is no field charter.notes in charter; there is notes, steering.rhythm" \
		audit Helios charter set charter.notes=x
	refuses 2 "synopsis: rekindle audit ID charter [set FIELD=VALUE...]" audit Helios charter add notes=x
}

kept()
{
	run export Helios
	exits 0
	cp out document.json
}

case_workshop_and_success_are_recorded()
{
	alliance
	run audit Helios workshop set date=2026-03-13 relevant="Both hold" challenges=Prices
	exits 0
	run audit Helios workshop
	is "$(cat out)" "date=2026-03-13
relevant=Both hold
challenges=Prices"
	run audit Helios success add party=Helix text="Fewer visits"
	exits 0
	entry=$(cut -c1-8 out)
	refuses 2 "success: there is one of the same already, with text=Fewer visits; set $entry changes it" \
		audit Helios success add party=2 text=More
	run audit Helios success set "$entry" text="Half the visits"
	run audit Helios success --json
	is "$(json out 0.text)" "Half the visits"
	run audit Helios success drop "$entry"
	exits 0
	run audit Helios success --json
	is "$(json out)" "[]"
}

case_joint_objectives_have_owners()
{
	alliance
	run people Helios add --party 1 --role manager --name Ana
	run audit Helios joint add text="Two sites" target=2 due=2027-09-30 owner=1=Ana owner="2=Bo Lin"
	exits 0
	warns "new: Bo Lin of Helix"
	one=$(cut -c1-8 out)
	run audit Helios joint
	is "$(cat out)" "$one
  text=Two sites
  target=2
  due=2027-09-30
  owner=Nordwind=Ana
  owner=Helix=Bo Lin"
	run people Helios --json
	is "$(json out 1.name) $(json out 1.interviewee) $(json out 1.owner_of)" "Bo Lin false 1"
	refuses 2 "owner 2=Ana: that person is of Nordwind, not of Helix" \
		audit Helios joint set "$one" text=Three owner=2=Ana
	refuses 2 "owner Ana: write it as PARTY=PERSON" audit Helios joint set "$one" owner=Ana
	refuses 2 "joint: a joint objective needs \`text\`" audit Helios joint add owner=1=Ana
	run audit Helios joint set "Two sites" owner=1= --json
	exits 0
	is "$(json out text) $(json out owners.0.name)" "Two sites Bo Lin"
	run audit Helios joint drop "$one"
	exits 0
	warns "Two sites deleted"
	run people Helios --json
	is "$(json out 1.owner_of)" 0
	refuses 2 "there is no field owner in amendments" audit Helios amendments add text=x owner=1=Ana
}

case_amendments_are_settled()
{
	alliance
	run audit Helios amendments add text="Notice of a month" because="Nobody knows the notice"
	exits 0
	one=$(cut -c1-8 out)
	run audit Helios amendments set "$one" settled=yes --json
	is "$(json out settled) $(json out because)" "true Nobody knows the notice"
	run audit Helios amendments drop "$one"
	exits 0
	run audit Helios amendments
	warns "amendments of Helios: nothing is recorded yet"
}
