# SPDX-License-Identifier: MIT
# What shells complete: asked of the program, and typed into the shells themselves.

# words WORD...: what may stand in the place of the last, one a line.
words()
{
	"$REKINDLE" completion words -- "$@" > out 2> err || fault "completion failed"
	[ ! -s err ] || fault "completion of $* is not silent"
	is "$(head -n 1 out)" words
	sed 1d out | cut -f 1
}
# A list on one line.
row()
{
	tr '\n' ' ' | sed 's/ $//'
}

case_completion_knows_commands_and_options()
{
	words "" > given
	for name in $("$REKINDLE" help | sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
		grep -qx "$name" given || fault "$name is not offered"
	done
	words report x - > given
	for name in format edition kind section output db config json; do
		grep -qx -e "--$name" given || fault "--$name is not offered"
	done
	for name in pulse status; do
		! grep -qx -e "--$name" given || fault "--$name is offered"
	done
	is "$(words seal x - | grep -c json)" 0
	is "$(words report x --format "" | row)" "text markdown html json pdf docx pptx"
	is "$(words report x --format=ht | row)" "--format=text --format=markdown --format=html --format=json --format=pdf --format=docx --format=pptx"
	is "$(words list --format "" | row)" "text json"
	is "$(words --color "" | row)" "auto always never"
	is "$(words new -- - | row)" ""
	is "$(words quotes x "" | row)" "confirm hold"
	is "$(words config "" | row)" ""
	words help "" | grep -qx settings
	words nonsense "" > given
	"$REKINDLE" completion words -- import "" > out
	is "$(cat out)" files
	"$REKINDLE" completion words -- report x -o "" > out
	is "$(cat out)" files
}

# Each word that is offered for an operand is one that the command takes.
case_completion_offers_what_commands_take()
{
	alliance
	for command in meeting people quotes; do
		"$REKINDLE" help $command > help
		for verb in $(words $command Helios ""); do
			grep -qw "$verb" help || fault "$command does not know $verb"
		done
	done
	for list in $(words audit Helios ""); do
		run audit Helios "$list"
		exits 0
	done
	for key in $(words list --sort ""); do
		run list --sort "$key"
		exits 0
	done
	for role in $(words interview Helios --role ""); do
		run people Helios add --party Helix --role "$role"
		exits 0
	done
	for day in $(words plan Helios --start ""); do
		run plan Helios --start "$day"
		exits 0
	done
}

case_completion_knows_alliances_and_ids()
{
	alliance
	"$REKINDLE" new --name -dash --party A --party B > other
	is "$(words show "" | row)" Helios
	prefix=$(printf %.8s "$id")
	is "$(words show "$(printf %.2s "$id")" | grep -cx "$prefix")" 1
	is "$(words diagnose Helios --round "" | row)" "pulse $prefix"
	is "$(words interview Helios --party "" | row)" "Nordwind Helix"
	is "$(words compare Helios "" | row)" Helios
	item=$("$REKINDLE" instrument show --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["items"][0]["id"])')
	words answer Helios "" | grep -qx "$item" || fault "$item is not offered"
	run delete Helios --force
	is "$(words show "" | row)" ""
	is "$(words undelete "" | row)" Helios
	cp "$XDG_DATA_HOME/rekindle/rekindle.db" elsewhere.db
	run undelete Helios
	is "$(words --db elsewhere.db undelete "" | row)" Helios
	is "$(words undelete "" | row)" ""
}

case_completion_names_nobody_who_spoke_in_confidence()
{
	alliance
	feed 'y\n1\n60\n' interview Helios --party Helix --role manager --name "Ana Ruiz"
	feed 'y\n3\n60\n' interview Helios --party Helix --role sponsor --name "Zoe Secret"
	"$REKINDLE" export Helios > exported 2> err
	grep -q '"confidential"' exported || fault "nobody is confidential"
	run people Helios add --party Nordwind --role manager --name "Bo Lind"
	is "$(words interview Helios --respondent "" | row)" "Ana Ruiz Bo Lind"
	is "$(words people Helios rename "" | row)" "Ana Ruiz Bo Lind"
	run round Helios
	is "$(words interview Helios --respondent "" | row)" "Ana Ruiz Bo Lind"
	for kind in show forget people interview; do
		"$REKINDLE" completion words -- $kind Helios "" > out
		says_not Zoe
	done
}

# Nothing is made, changed or waited for, and nothing is said.
case_completion_only_looks()
{
	database=$XDG_DATA_HOME/rekindle/rekindle.db
	is "$(words show "" | row)" ""
	is "$(find data | wc -l)" 1
	alliance
	before=$(cd "$XDG_DATA_HOME" && find . -type f -exec sha256sum {} + | sort)
	words show "" > given
	is "$(cd "$XDG_DATA_HOME" && find . -type f -exec sha256sum {} + | sort)" "$before"
	sqlite3 "$database" "BEGIN EXCLUSIVE; SELECT 1;" ".shell touch held; while [ -e held ]; do sleep 0.05; done" \
		> /dev/null &
	await [ -e held ]
	words show "" > given
	[ ! -s given ] || fault "names came out of a database that is held"
	rm held
	wait
	echo journal > "$database-journal"
	is "$(words show "" | row)" ""
	is "$(cat "$database-journal")" journal
	rm "$database-journal"
	chmod 400 "$database"
	is "$(words show "" | row)" Helios
	chmod 600 "$database"
	sqlite3 "$database" "PRAGMA user_version = 3"
	sum=$(sha256sum < "$database")
	is "$(words show "" | row)" ""
	is "$(sha256sum < "$database")" "$sum"
	echo nonsense > "$database"
	is "$(words show "" | row)" ""
	is "$(REKINDLE_CONFIG=absent words show "" | row)" ""
}

case_completion_script_of_each_shell()
{
	for shell in bash zsh fish; do
		run completion $shell
		exits 0
		cmp out "$here/../../data/completion/rekindle.$shell"
	done
	bash -n "$here/../../data/completion/rekindle.bash"
	refuses 2 "it is bash, zsh or fish" completion csh
	refuses 2 "needs the name of a shell" completion
}

# What people call alliances, typed in every way of quoting, into a shell on a terminal.
shell_completes()
{
	if ! command -v "$1" > /dev/null; then
		untried "$1 is not here, so it completes nothing"
		return
	fi
	: > plain.txt
	for name in "Nord and Sued" "Größe & Söhne" "It's \"\$HOME\"" 'a!b`c\d' A:B=C 'star*[x]' '~tilde' '$(touch hurt)'; do
		"$REKINDLE" new --name "$name" --party Acme --party "B & Co" > /dev/null
	done
	cat > lines <<-'END'
	rekindle show Nord<TAB>
	rekindle show Nord\ a<TAB>
	rekindle show "Nord a<TAB>
	rekindle show 'Nord a<TAB>
	rekindle show Gr<TAB>
	rekindle show It<TAB>
	rekindle show "It<TAB>
	rekindle show 'It<TAB>
	rekindle show a<TAB>
	rekindle show "a<TAB>
	rekindle show A<TAB>
	rekindle show A:<TAB>
	rekindle show st<TAB>
	rekindle show "~t<TAB>
	rekindle show '$(<TAB>
	rekindle diagn<TAB>
	rekindle report A:B=C --form<TAB>ht<TAB>
	rekindle report A:B=C --format=mark<TAB>
	rekindle interview "Größe & Söhne" --party B<TAB>
	rekindle audit A:B=C obj<TAB>
	rekindle import pl<TAB>
	rekindle export A:B=C -o pl<TAB>
	END
	cat > wanted <<-'END'
	["show", "Nord and Sued"]
	["show", "Nord and Sued"]
	["show", "Nord and Sued"]
	["show", "Nord and Sued"]
	["show", "Größe & Söhne"]
	["show", "It's \"$HOME\""]
	["show", "It's \"$HOME\""]
	["show", "It's \"$HOME\""]
	["show", "a!b`c\\d"]
	["show", "a!b`c\\d"]
	["show", "A:B=C"]
	["show", "A:B=C"]
	["show", "star*[x]"]
	["show", "~tilde"]
	["show", "$(touch hurt)"]
	["diagnose"]
	["report", "A:B=C", "--format", "html"]
	["report", "A:B=C", "--format=markdown"]
	["interview", "Größe & Söhne", "--party", "B & Co"]
	["audit", "A:B=C", "objectives"]
	["import", "plain.txt"]
	["export", "A:B=C", "-o", "plain.txt"]
	END
	shell=$1
	set --
	while IFS= read -r line; do set -- "$@" "$line"; done < lines
	python3 "$here/complete.py" "$shell" "$REKINDLE" "$@" > given 2> err || fault "$shell: no answer"
	diff wanted given > out || fault "$shell completes otherwise"
	[ ! -e hurt ] || fault "a name was carried out"
}

case_completion_in_bash()
{
	shell_completes bash
}

case_completion_in_zsh()
{
	shell_completes zsh
}

case_completion_in_fish()
{
	shell_completes fish
}
