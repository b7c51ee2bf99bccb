# SPDX-License-Identifier: MIT
# What a sealed round keeps of the KPIs, which are the alliance's and go on.

measured()
{
	python3 - "$here/data/two-sides.json" <<-'END'
	import json, sys
	document = json.load(open(sys.argv[1]))
	document['assessments'][0]['id'] = '11111111-0000-4000-8000-000000000001'
	document['alliance']['kpis'] = [
	    {'id': '22222222-0000-4000-8000-000000000001', 'category': 'financial', 'name': 'Revenue',
	     'baseline': 0, 'target': 100, 'agreed_by': ['Nordwind', 'Helix'],
	     'actuals': [{'date': '2026-02-10', 'value': 20}, {'date': '2026-03-12', 'value': 90}]},
	    {'id': '22222222-0000-4000-8000-000000000002', 'category': 'strategic', 'name': 'Patents',
	     'target': 4}]
	json.dump(document, open('measured.json', 'w'))
	END
	run import measured.json
	exits 0
	id=11111111-0000-4000-8000-000000000001
}

# What a colleague has changed of the KPIs since, of all kinds.
changed_since()
{
	run export "$id"
	python3 - <<-'END'
	import json
	document = json.load(open('out'))
	later = 4000000000000 - 2200000000000
	kpis = document['alliance']['kpis']
	kpis[0].update(target=400, name='Turnover', changed=later)
	kpis[0]['actuals'][0].update(value=77, changed=later)
	kpis[0]['actuals'].append({'date': '2026-03-09', 'value': 1, 'changed': later})
	kpis.append({'id': '22222222-0000-4000-8000-000000000003', 'category': 'relationship',
	             'name': 'Visits', 'target': 1, 'changed': later,
	             'actuals': [{'date': '2026-01-01', 'value': 1, 'changed': later}]})
	document['deleted'] = [{'id': kpis[1]['id'], 'at': later}]
	del kpis[1]
	document['assessments'] = []
	json.dump(document, open('since.json', 'w'))
	END
	run import since.json
	exits 0
}

# tells FILE: what is reported of the round, in every way.
tells()
{
	{
		"$REKINDLE" "$@" diagnose "$id" --json
		"$REKINDLE" "$@" diagnose "$id"
		for section in diagnosis performance pitfalls appendix; do
			"$REKINDLE" "$@" report "$id" --section $section
		done
		"$REKINDLE" "$@" report "$id" --kind brief
		"$REKINDLE" "$@" list --json
		"$REKINDLE" "$@" show "$id" --json
	} 2> err
}

case_sealed_round_keeps_its_kpis()
{
	measured
	tells > open
	"$REKINDLE" diagnose "$id" --json > diagnosis
	is "$(json diagnosis performance.kpis)" 20.0
	run seal "$id"
	tells > before
	changed_since
	tells > after
	cmp before after || fault "$(diff before after | head -20)"
	run export "$id"
	cp out first.json
	is "$(json out assessments.0.kpis.0.target)" 100
	is "$(json out assessments.0.kpis.0.actuals)" "$(json out assessments.0.kpis.0.actuals)"
	is "$(json out alliance.kpis.0.target)" 400
	run import first.json --db other.db
	exits 0
	tells --db other.db > elsewhere
	cmp before elsewhere || fault "$(diff before elsewhere | head -20)"
	run export "$id" --db other.db
	cmp out first.json || fault "$(diff out first.json | head -20)"
}

case_sealed_round_keeps_readings_up_to_its_day()
{
	measured
	run seal "$id"
	run export "$id"
	is "$(json out assessments.0.kpis.0.actuals.-1.date)" 2026-02-10
	is "$(json out alliance.kpis.0.actuals.-1.date)" 2026-03-12
}

case_sealed_round_opened_reads_the_kpis_of_the_alliance()
{
	measured
	run seal "$id"
	changed_since
	run seal "$id" --open
	exits 0
	run diagnose "$id" --json
	is "$(json out performance.kpis)" 50.125
	run export "$id"
	! json out assessments.0.kpis 2> /dev/null || fault "an open round keeps KPIs"
	is "$(json out deleted)" "$(json since.json deleted)"
	run seal "$id"
	run export "$id"
	is "$(json out assessments.0.kpis.0.target)" 400
	is "$(json out assessments.0.kpis.1.name)" Visits
}

# Sealed with none is not the same as not said.
case_sealed_round_without_kpis_keeps_none()
{
	run import "$here/data/two-sides.json"
	run export Helios
	id=$(json out assessments.0.id)
	run seal "$id"
	run export "$id"
	is "$(json out assessments.0.kpis)" "[]"
	python3 - <<-'END'
	import json
	document = json.load(open('out'))
	document['alliance']['kpis'] = [{'category': 'financial', 'name': 'Revenue', 'target': 10,
	                                 'actuals': [{'date': '2026-03-01', 'value': 5}]}]
	json.dump(document, open('more.json', 'w'))
	END
	run import more.json
	exits 0
	run import more.json --db other.db
	exits 0
	for db in "$XDG_DATA_HOME/rekindle/rekindle.db" other.db; do
		run diagnose "$id" --json --db "$db"
		is "$(json out performance.kpis)" null
		run export "$id" --db "$db"
		is "$(json out assessments.0.kpis)" "[]"
		is "$(json out alliance.kpis.0.name)" Revenue
	done
}

# A file that seals a round and does not say what with: it is what there is then.
case_sealed_by_a_file_a_round_keeps_the_kpis_of_then()
{
	measured
	python3 - <<-'END'
	import json
	document = json.load(open('measured.json'))
	document['assessments'][0]['sealed'] = '2026-03-16'
	json.dump(document, open('sealing.json', 'w'))
	END
	run import --theirs sealing.json
	exits 0
	changed_since
	run diagnose "$id" --json
	is "$(json out performance.kpis)" 20.0
	run import sealing.json --db other.db
	run diagnose "$id" --json --db other.db
	is "$(json out performance.kpis)" 20.0
}

# Of a time when rounds alone had KPIs: those of a sealed one are its own and the alliance's.
case_sealed_round_of_a_file_of_before_keeps_its_own()
{
	measured
	python3 - <<-'END'
	import json
	document = json.load(open('measured.json'))
	round = document['assessments'][0]
	round['kpis'] = document['alliance'].pop('kpis')
	round['sealed'] = '2026-03-11'
	json.dump(document, open('before.json', 'w'))
	END
	run import before.json --db other.db
	exits 0
	run export "$id" --db other.db
	is "$(json out alliance.kpis.0.name)" Revenue
	is "$(json out assessments.0.kpis.0.name)" Revenue
	is "$(json out assessments.0.kpis.0.actuals.-1.value)" 20
	is "$(json out alliance.kpis.0.actuals.-1.value)" 90
	run diagnose "$id" --json --db other.db
	is "$(json out performance.kpis)" 20.0
}

# What differs is told and left alone.
case_sealed_kpis_of_another_file_are_listed_and_left()
{
	measured
	run seal "$id"
	run export "$id"
	cp out first.json
	python3 - <<-'END'
	import json
	document = json.load(open('first.json'))
	kept = document['assessments'][0]['kpis'][0]
	kept.update(target=7, changed=kept['changed'] + 5)
	json.dump(document, open('other.json', 'w'))
	END
	run import other.json --json
	exits 4
	is "$(json out 0.conflicts.0.verdict)" sealed
	is "$(json out 0.conflicts.0.kind)" kpi
	is "$(json out 0.conflicts.0.name)" Revenue
	is "$(json out 0.conflicts.0.member)" target
	run export "$id"
	cmp out first.json || fault "$(diff out first.json)"
}

case_sealed_kpis_come_back_with_a_deleted_round()
{
	measured
	run seal "$id"
	changed_since
	run export "$id"
	cp out first.json
	run delete Helios
	exits 0
	run undelete Helios
	exits 0
	run diagnose "$id" --json
	is "$(json out performance.kpis)" 20.0
}

case_sealed_kpis_go_with_a_forgotten_alliance()
{
	measured
	run seal "$id"
	run forget Helios --force
	exits 0
	! grep -q Revenue "$XDG_DATA_HOME"/rekindle/rekindle.db* || fault "the name of a KPI is still there"
}
