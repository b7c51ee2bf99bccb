# SPDX-License-Identifier: MIT
# diagnose, plan, report, demo: what is computed.

case_diagnose_as_text_and_json()
{
	run import "$here/data/two-sides.json"
	run diagnose Helios
	exits 0
	[ -s out ]
	[ "$(wc -L < out)" -le 80 ]
	run diagnose Helios --json
	exits 0
	is "$(json out assessment.title)" baseline
	cp out json
	run diagnose Helios --format json
	cmp out json
	refuses 2 "diagnose needs an ID" diagnose
}

case_plan_starts_when_told()
{
	run import "$here/data/two-sides.json"
	run plan Helios --format json --start 2026-04-06
	exits 0
	is "$(json out start)" 2026-04-06
	run plan Helios --format json
	is "$(json out start)" 2026-03-23
	run plan Helios
	exits 0
	[ "$(wc -L < out)" -le 80 ]
	refuses 2 "--start 6 April is no date" plan Helios --start "6 April"
}

case_report_on_standard_output()
{
	run import "$here/data/two-sides.json"
	run report Helios
	exits 0
	says "INTERNAL EDITION"
	[ "$(wc -L < out)" -le 80 ]
	run report Helios --ascii
	! LC_ALL=C grep -q '[^ -~]' out
	cp out whole
	run report Helios --ascii --section summary,plan
	exits 0
	[ "$(wc -l < out)" -lt "$(wc -l < whole)" ]
	refuses 2 "the report has no part \"wombat\"" report Helios --section summary,wombat
	refuses 2 "is no date" report Helios --start soon
}

case_report_kinds()
{
	run import "$here/data/two-sides.json"
	run report Helios --kind assessment
	exits 0
	cp out whole
	run report Helios
	cmp out whole
	run report Helios --kind progress
	exits 0
	says "for the steering committee"
	says "No plan is stored yet"
	says "Only one round is stored"
	[ "$(wc -L < out)" -le 80 ]
	run report Helios --kind brief --ascii
	exits 0
	says "THE DECISION WE ASK FOR"
	[ "$(wc -l < out)" -le 50 ]
	! LC_ALL=C grep -q '[^ -~]' out
	refuses 2 "--kind wombat: there is no such kind of report; it is assessment, progress or brief" \
		report Helios --kind wombat
	refuses 2 "a progress report has no parts to choose" \
		report Helios --kind progress --section plan
	refuses 2 "a brief report has no parts to choose" report Helios --section plan --kind brief
	refuses 2 "reads the stored plan" report Helios --kind progress --start 2026-03-23
}

case_report_into_a_file()
{
	run import "$here/data/two-sides.json"
	umask 000
	run report Helios
	cp out expected
	run report Helios -o report.txt
	exits 0
	[ ! -s out ]
	cmp report.txt expected
	mode report.txt 600
	run report Helios -o -
	cmp out expected
	is "$(ls -A | grep -c rekindle-)" 0
}

case_files_are_not_overwritten()
{
	run import "$here/data/two-sides.json"
	for command in report export; do
		echo mine > there
		run $command Helios -o there
		exits 1
		warns "there exists already"
		is "$(cat there)" mine
		run $command Helios -o there --force
		exits 0
		[ "$(wc -c < there)" -gt 5 ]
		mode there 600
		rm there
	done
	run report Helios -o nowhere/file
	exits 1
	run report Helios -o tmp --force
	exits 2
	warns "not a plain file"
	run export Helios -o data/rekindle/rekindle.db --force
	exits 2
	warns "the database itself"
	run list
	says Helios
}

case_demo_prints_and_leaves_nothing()
{
	run demo
	exits 0
	says "worked example"
	[ "$(wc -L < out)" -le 80 ]
	cp out first
	run demo --print
	exits 0
	cmp out first
	is "$(ls -A tmp data home)" "$(printf 'data:\n\nhome:\n\ntmp:')"
	TMPDIR=/nowhere
	refuses 1 "/nowhere/rekindle-demo" demo
}

case_pager_is_used_on_a_terminal()
{
	command -v script > /dev/null || return 0
	printf '#!/bin/sh\ncat > paged\n' > mypager
	chmod +x mypager
	PAGER=./mypager script -qec "$REKINDLE help" /dev/null > out < /dev/null
	grep -q "usage: rekindle" paged
	! grep -q "usage: rekindle" out
	rm paged
	PAGER=./mypager "$REKINDLE" help > out
	grep -q "usage: rekindle" out
	[ ! -e paged ]
	PAGER=./missing script -qec "$REKINDLE help" /dev/null > out < /dev/null
	grep -q "usage: rekindle" out
	PAGER= script -qec "$REKINDLE help" /dev/null > out < /dev/null
	grep -q "usage: rekindle" out
}
