# SPDX-License-Identifier: MIT
# The configuration file.

# settle LINES: the file of this run, in $settings.
settle()
{
	settings=$HOME/.config/rekindle/config
	mkdir -p "$HOME/.config/rekindle"
	printf "$1" > "$settings"
}
# faulty LINES WHERE WORDS: it is refused so, whatever the command, and config says what it did understand.
faulty()
{
	settle "$1"
	refuses 2 "$settings:$2: " list
	warns "$3"
	refuses 2 "$settings:$2: " show Helios
	run config
	exits 2
	warns "$settings:$2: "
}

case_config_without_a_file_has_the_defaults()
{
	run config
	exits 0
	says "$HOME/.config/rekindle/config (not there)"
	is "$(sed -n 's/^date-order  *//p' out)" "ask                       default"
	is "$(sed -n 's/^color critical  *//p' out)" "red bold                  default"
	is "$(sed -n 's/^key sort  *//p' out)" "s                         default"
	says_not " line "
	[ ! -e "$HOME/.config" ] || fault "something was made"
}

case_config_tells_what_the_file_settles()
{
	settle '# mine\r\n\n \tdate-order\t dmy \r\ncolor weak  blue   underline\nkey sort ä\tC-o  Space'
	run config
	exits 0
	is "$(sed -n 's/^date-order  *//p' out)" "dmy                       line 3"
	is "$(sed -n 's/^color weak  *//p' out)" "blue underline            line 4"
	grep -q '^auto-advance  *no  *default$' out
	grep -q '^mouse  *no  *default$' out
	grep -q '^background  *auto  *default$' out
	grep -q '^key sort  *ä C-o Space  *line 5$' out
	is "$(grep -c 'line [0-9]' out)" 3
	run config --json
	is "$(json out there)" true
	is "$(json out fault)" null
	python3 - <<'END'
import json
rows = {row["name"]: row for row in json.load(open("out"))["settings"]}
assert rows["key sort"] == {"name": "key sort", "value": "ä C-o Space", "source": "file", "line": 5}
assert rows["key add"] == {"name": "key add", "value": "a", "source": "default", "line": None}
END
	run help keys
	says "ä C-o Space"
}

case_config_is_found_where_it_is_named()
{
	settle 'date-order dmy\n'
	mkdir elsewhere elsewhere/rekindle
	echo 'date-order mdy' > elsewhere/rekindle/config
	echo 'date-order ymd' > named
	order()
	{
		run config "$@"
		sed -n 's/^date-order  *\([a-z]*\) .*/\1/p' out
	}
	is "$(order)" dmy
	is "$(XDG_CONFIG_HOME=$PWD/elsewhere order)" mdy
	is "$(XDG_CONFIG_HOME=elsewhere order)" dmy
	is "$(REKINDLE_CONFIG=named order)" ymd
	is "$(REKINDLE_CONFIG= order)" dmy
	is "$(REKINDLE_CONFIG=named order --config elsewhere/rekindle/config)" mdy
	is "$(order --config=/dev/null)" ask
	refuses 2 "cannot read the configuration file absent" list --config absent
	refuses 2 "cannot read $PWD: Is a directory" list --config "$PWD"
	REKINDLE_CONFIG=absent refuses 2 "cannot read the configuration file absent" list
}

case_config_that_cannot_be_meant_is_refused_with_its_line()
{
	alliance
	faulty 'date-oder dmy\n' 1 'did you mean date-order?'
	faulty '\n\nwombat 7\n' 3 'there is no setting "wombat"'
	faulty 'date-order dym\n' 1 'date-order is ask, dmy, mdy or ymd, not "dym"'
	faulty 'date-order\n' 1 'not ""'
	faulty 'date-order dmy\ndate-order mdy\n' 2 'line 1 has settled date-order already'
	faulty 'auto-advance maybe\n' 1 'auto-advance is no or yes, not "maybe"'
	faulty 'reminders 5d\n' 1 'reminders is no, 1d, 2d, 3d, 1w or 2w, not "5d"'
	faulty 'key sort a\n' 1 'on the screen portfolio that is the key of add'
	faulty 'key srt b\n' 1 'did you mean sort?'
	faulty 'key\n' 1 'key needs an action'
	faulty 'key sort\n' 1 'sort needs a key'
	faulty 'key sort F9\n' 1 'there is no key "F9"'
	faulty 'key sort q q q q q\n' 1 'one key too many'
	faulty 'key sort C-c\n' 1 'C-c is taken'
	faulty 'key sort 5\n' 1 '5 is taken'
	faulty 'key rate y\n' 1 'cannot be changed'
	faulty 'key time-mark x\n' 1 'x would write or move'
	faulty 'key time-mark Left\n' 1 'Left would write or move'
	faulty 'key SORT b\nkey sort v\n' 2 'line 1 has settled the keys of sort'
	faulty 'color weak pink\n' 1 '"pink" is no colour'
	faulty 'color weak red blue\n' 1 '"blue" is no colour, or a second one'
	faulty 'color week red\n' 1 'not of "week"'
	faulty 'color weak\n' 1 'needs a colour'
	faulty 'date-order dmy\n\377\n' 2 'no text in UTF-8'
	faulty 'date-order \001dmy\n' 1 'no text in UTF-8'
}

case_config_that_is_faulty_lets_doctor_and_help_work()
{
	alliance
	settle 'wombat 7\n'
	run doctor
	exits 0
	says "Settings    $settings:1: there is no setting \"wombat\""
	run doctor --json
	is "$(json out state)" whole
	is "$(json out settings.file)" "$settings"
	case $(json out settings.fault) in
	"$settings:1: "*) ;;
	*) fault "doctor does not tell" ;;
	esac
	run help settings
	exits 0
	says "date-order"
	run --version
	exits 0
	run list -h
	exits 0
	settle 'date-order dmy\n'
	run doctor
	says "Settings    $settings"
	run doctor --json
	is "$(json out settings.fault)" null
}

case_config_may_change_two_keys_with_each_other()
{
	settle 'key sort a\nkey add s\n'
	run config
	exits 0
	settle 'key sort C-l\n'
	refuses 2 "that is the key of redraw" list
}

case_config_defaults_is_a_file_that_settles_what_holds()
{
	settle 'date-order mdy\nkey sort b\n'
	run config --defaults
	exits 0
	cp out begin
	grep -q '^[^#]' begin && fault "something is settled"
	run config --config begin
	is "$(grep -c default out)" "$(grep -c '^#[a-z]' begin)"
	sed 's/^#\([a-z]\)/\1/' begin > all
	run config --config all
	exits 0
	says_not default
	run config --config begin
	cut -c 1-48 out | sed 1d > before
	run config --config all
	cut -c 1-48 out | sed 1d | cmp - before
	refuses 2 "leave one out" config --defaults --json
}

case_config_order_of_a_day_is_that_of_every_command()
{
	alliance
	refuses 2 "2027" plan Helios --start 3/4/27
	settle 'date-order dmy\n'
	run plan Helios --start 3/4/27
	exits 0
	warns "3 April 2027"
	settle 'date-order mdy\n'
	run plan Helios --start 3/4/27
	warns "4 March 2027"
}

# The example of the manual page holds.
case_config_example_of_the_manual()
{
	sed -n '/^\.Bd/,/^\.Ed/p' "$here/../../man/rekindle-config.5" | sed '1d;$d' > example
	[ "$(wc -l < example)" -ge 6 ]
	run config --config example
	exits 0
	is "$(grep -c 'line [0-9]' out)" 7
	for setting in $("$REKINDLE" help settings | sed -n 's/^  \([a-z-]*\) .*/\1/p' | sort -u); do
		grep -q "^\.It Cm $setting" "$here/../../man/rekindle-config.5" ||
			fault "the manual lacks $setting"
	done
}
