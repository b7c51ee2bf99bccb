# SPDX-License-Identifier: MIT
# search: words in all alliances.

# Helios with one who speaks by name and one in confidence, a quick note and a stored plan; Argo
# with a person.
two_alliances()
{
	alliance
	for who in "2 manager named Jürgen" "1 operations confidential Eva"; do
		set -- $who
		attribution=$([ "$3" = named ] && echo 1 || echo 3)
		feed "y\n$attribution\n\n:jump 12\n3\n:jump 12\n:comment The ÜBERGABE fails\n:quit\n" \
			interview "$id" --line --party "$1" --role "$2" --name "$4"
		exits 0
	done
	feed ':note Ask about the handover\n:quit\n' interview "$id" --line --respondent Jürgen
	run plan "$id" --save --start 2026-03-23
	exits 0
	run action Helios 1 --note "übergabe first"
	exits 0
	run new --name Argo --party One --party Two
	exits 0
	run people Argo add --party 1 --role sponsor --name "Jürgen Ohm"
	exits 0
}

# found: what each hit of ./out is, one a line.
found()
{
	python3 - <<-'END'
	import json
	for hit in json.load(open('out')):
	    print(hit['alliance'], hit['kind'], hit['member'], hit['who'] or hit['number'])
	END
}

case_search_finds_what_people_wrote_but_nothing_said_in_confidence()
{
	two_alliances
	run search übergabe --json
	exits 0
	found > hits
	is "$(cat hits)" "$(printf 'Helios action note 1\nHelios answer comment Jürgen')"
	says_not Eva
	run search ÜBERG
	says "Jürgen, on "
	says "The ÜBERGABE fails"
	run search handover
	says "Ask about the handover"
	run search eva --json
	is "$(found)" "Helios person name Eva"
}

# What is a word of its own comes first, the whole text before everything.
case_search_ranks_and_looks_into_every_alliance()
{
	two_alliances
	run search jürgen --json
	is "$(found)" "$(printf 'Helios person name Jürgen\nArgo person name Jürgen Ohm')"
	run search ohm jürgen --json
	is "$(found)" "Argo person name Jürgen Ohm"
	run search sponsor one --json
	is "$(found | head -n 1)" "Argo person role Jürgen Ohm"
	feed 'Ohm\n' search -
	exits 0
	says "Jürgen Ohm, sponsor of One"
}

# The command that a place tells shows it.
case_search_tells_the_command()
{
	two_alliances
	for words in übergabe jürgen handover; do
		run search $words --json
		python3 -c 'import json
for hit in json.load(open("out")): print(hit["command"])' > commands
		while read -r _ command; do
			case $command in
			open*) continue ;;
			esac
			run $command
			exits 0
			[ -s out ] || fault "rekindle $command prints nothing"
		done < commands
	done
	run search übergabe
	grep '^see *rekindle answer .* --respondent ........ ' out || fault "no command in a line"
}

case_search_of_nothing()
{
	alliance
	run search Nobody
	exits 0
	[ ! -s out ] || fault "something was found"
	warns "nothing has these words"
	run search Nobody --json
	is "$(cat out)" "[]"
	refuses 2 "there is no word to look for" search " "
	refuses 2 "search needs a word" search
	printf 'a\377\n' > bytes
	code=0
	"$REKINDLE" search - < bytes > out 2> err || code=$?
	exits 2
	warns "not valid UTF-8"
}
