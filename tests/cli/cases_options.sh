# SPDX-License-Identifier: MIT
# Options, help, exit codes.

case_nothing_without_a_terminal_is_short_help()
{
	run
	exits 2
	[ ! -s out ]
	grep -qF "rekindle help says more" err
}

case_version()
{
	run --version
	exits 0
	case $(cat out) in
	"rekindle "[0-9]*) ;;
	*) fault "no version" ;;
	esac
	run list -V
	exits 0
}

case_help_is_everywhere()
{
	for arguments in "--help" "-h" "help" "list -h" "-h list" "show --help" "--nonsense -h" \
		"nonsense --help" "new --party -h --help"; do
		run $arguments
		exits 0
		says "usage: rekindle"
		[ ! -s err ] || fault "$arguments: something on standard error"
	done
}

case_help_of_every_command_and_topic()
{
	run help
	for name in demo new list show open interview diagnose compare trend plan report export import \
		people seal instrument help; do
		says "  $name "
		"$REKINDLE" help $name > topic 2> err || fault "help $name"
		grep -qF "usage: rekindle [options] $name" topic || fault "help $name"
		[ "$(wc -L < topic)" -le 80 ] || fault "help $name is too wide"
	done
	for name in keys line settings files environment exit method; do
		says "  $name "
		"$REKINDLE" help $name > topic 2> err || fault "help $name"
		[ -s topic ] || fault "help $name is empty"
		[ "$(wc -L < topic)" -le 80 ] || fault "help $name is too wide"
	done
	[ "$(wc -L < out)" -le 80 ]
	refuses 2 "did you mean diagnose" help diagnos
	refuses 2 "there is no help on" help wombat
}

# The man page as plain text: all its sections, nothing but ASCII, and neither head nor foot.
# Of a command with many options none is missing from its synopsis.
case_help_shows_the_whole_synopsis()
{
	run help action
	exits 0
	tr -s ' \n' '  ' < out > line
	grep -qF -e "[--objective N] [--kpi KPI] [--note TEXT] action one action" line ||
		fault "the synopsis is cut"
}

case_help_method_is_the_manual_page()
{
	run help method
	sed -n 's/^\.S[hs] //p' "$here/../../man/rekindle-method.7" > sections
	[ "$(wc -l < sections)" -gt 40 ]
	while read -r section; do says "$section"; done < sections
	[ "$(head -n 1 out)" = NAME ]
	LC_ALL=C grep -q '[^ -~]' out && fault "signs outside ASCII, or overstrikes"
	[ "$(tail -n 1 out)" = "     rekindle(1), rekindle-exchange(5), rekindle-instrument(5)" ]
}

# One version, wherever it is said; NEWS says of which day it is, and later versions find what it has written.
case_one_version()
{
	run --version
	version=$(cut -d ' ' -f 2 out)
	top=$here/../..
	head -n 1 "$top/NEWS" | grep -qx "rekindle $version (20[0-9-]*)" || fault "NEWS begins with another"
	head -n 1 "$top/debian/changelog" | grep -qF "($version)" || fault "debian/changelog begins with another"
	grep -qF "The newest release, now $version." "$top/SECURITY.md" || fault "SECURITY.md names another"
	[ -f "$top/tests/data/db-$version.sql" ] || fault "no database of $version is kept"
	[ -f "$top/tests/data/exchange/$version.json" ] || fault "no file of $version is kept"
}

# The stages are told one by one, and nobody is told that anything conforms.
case_help_iso44001_relates_and_claims_nothing()
{
	run help iso44001
	exits 0
	for stage in awareness Knowledge assessment selection together creation Staying Exit; do says "$stage"; done
	grep -oE '(strategy|type|partner|management)\.[a-z]+' out | sort > told
	sed -n '/^\.Ss 2\.2/,/^\.El/s/^\.It Cm //p' "$here/../../man/rekindle-method.7" | sort > aspects
	[ "$(wc -l < aspects)" -eq 16 ]
	cmp -s told aspects || fault "not every aspect belongs to one stage"
	tr -s ' \n' '  ' < out > line
	grep -qF "It is no certificate. It claims no conformity" line || fault "the plain statement is missing"
	sed -n 's/^\.It Cm rekindle \([a-z]*\).*/\1/p' "$here/../../man/rekindle-iso44001.7" > commands
	[ "$(wc -l < commands)" -gt 3 ]
	while read -r command; do
		run help "$command"
		exits 0
	done < commands
	run completion words -- help iso
	says iso44001
}

case_the_manual_names_the_topics()
{
	run help
	sed -n '/^Topics:/,$p' out | sed 1d | awk '/^  [a-z]/ { print $1 }' > topics
	[ "$(wc -l < topics)" -gt 7 ]
	sed -n '/^\.It Cm help/,/^\.El/p' "$here/../../man/rekindle.1" > manual
	while read -r topic; do
		grep -qw "$topic" manual || fault "the manual lacks the topic $topic"
	done < topics
}

case_help_names_what_the_manual_names()
{
	run help
	grep -o -- '--[a-z-]*' out | sort -u > options
	for option in $(cat options); do
		case $option in
		--name | --party | --) continue ;;
		esac
		grep -qF "Fl -${option#--}" "$here/../../man/rekindle.1" ||
			fault "the manual lacks $option"
	done
}

case_unknown_option_suggests()
{
	refuses 2 "did you mean --json" list --jsno
	refuses 2 "did you mean --force" list --forc
	refuses 2 "there is no option --wombat" list --wombat=3
	refuses 2 "there is no option -x" list -x
	refuses 2 "there is no option -hx" list -hx
}

case_unknown_command_suggests()
{
	refuses 2 "did you mean diagnose" diagnos Helios
	refuses 2 "did you mean list" lsit
	refuses 2 "there is no command wombat" wombat
}

case_options_refuse_what_they_cannot_mean()
{
	refuses 2 "--line takes no value" --line=yes list
	refuses 2 "--db needs a value" list --db
	refuses 2 "--color" --color=red list
	refuses 2 "--start is no option of list" list --start 2026-03-23
	refuses 2 "--json means nothing to interview" interview Helios --json
	refuses 2 "it is text, markdown, html, json, pdf, docx or pptx" report Helios --format odt
	refuses 2 "--json and --format html contradict" report Helios --json --format html
	refuses 2 "contradict" list --json --format text
	refuses 2 "there is no such format" list --format yaml
	refuses 2 "show needs an ID" show
	refuses 2 "one word too many" show a b
	refuses 2 "no place for a database" list --db=
}

case_options_stand_anywhere()
{
	alliance
	run --json list
	exits 0
	is "$(json out 0.id)" "$id"
	run list --json
	is "$(json out 0.id)" "$id"
	run --db "$PWD/data/rekindle/rekindle.db" list --format=json
	is "$(json out 0.id)" "$id"
	run list --db="$PWD/data/rekindle/rekindle.db" --color never --ascii --no-input
	exits 0
	run --json -- list
	exits 0
	run show -- "$id"
	exits 0
	run show -- --json
	exits 2
}

case_today_is_checked_at_the_start()
{
	REKINDLE_TODAY=2026-13-01 refuses 2 "REKINDLE_TODAY is 2026-13-01" list
	is "$(grep -o 2026-03-23 err)" 2026-03-23
	REKINDLE_TODAY=foo refuses 2 "REKINDLE_TODAY is foo, which is no date; write" list
	is "$(grep -o 2026-03-23 err)" 2026-03-23
	warns "or unset it"
	REKINDLE_TODAY= refuses 2 "REKINDLE_TODAY is empty; write a date" list
	REKINDLE_TODAY=' ' refuses 2 "REKINDLE_TODAY is empty; write a date" list
	REKINDLE_TODAY=tomorrow
	run --help
	exits 0
}

case_memory_is_told_to_keep_nothing()
{
	run --db :memory: new --name Helios --party Nordwind --party Helix
	exits 0
	is "$(wc -l < out)" 1
	warns "gone when this command ends"
	is "$(wc -l < err)" 1
	REKINDLE_DB=:memory: run list
	warns "gone when this command ends"
	[ ! -e :memory: ]
}

case_a_terminal_that_is_not_known_is_named()
{
	command -v script > /dev/null || return 0
	for words in "$REKINDLE" "$REKINDLE open" "$REKINDLE --db x.db open"; do
		code=0
		TERM=foo script -qec "$words" /dev/null > out < /dev/null || code=$?
		exits 0
		says "line by line, since TERM is foo"
		says "TERM=xterm-256color"
		says "1: Alliances"
	done
	script -qec "env -i HOME=$HOME TERM=foo $REKINDLE open" /dev/null > out < /dev/null
	says "line by line, since TERM is foo"
	TERM= script -qec "$REKINDLE" /dev/null > out < /dev/null || code=$?
	says "TERM is not set"
	run
	exits 2
	! grep -q "TERM" err
}

case_a_closed_pipe_is_no_fault()
{
	set +e
	(
		"$REKINDLE" instrument show --json 2> err
		echo $? > code
	) | head -c 1 > /dev/null
	[ ! -s err ] || fault "something on standard error"
	case $(cat code) in
	0 | 141) ;;
	*) fault "exit $(cat code)" ;;
	esac
}

case_a_full_disk_is_told()
{
	[ -e /dev/full ] || return 0
	code=0
	"$REKINDLE" help > /dev/full 2> err || code=$?
	exits 1
	warns "cannot write to standard output: No space left on device"
}

case_messages_are_harmless()
{
	run "$(printf 'w\033[31m\nx')"
	exits 2
	! grep -q "$(printf '\033')" err
	is "$(wc -l < err)" 1
}
