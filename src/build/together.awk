# SPDX-License-Identifier: MIT
# Which actions a screen offers at the same time, of every list of them in the sources that are named, as a
# table in C for src/tui/together.h. usage: awk -f together.awk FILE...

function begin_file()
{
	split("", macro)
	lists = 0
	defining = listing = 0
	screen = FILENAME
	sub(/\/[^\/]*$/, "", screen)
	sub(/.*\//, "", screen)
	if (screen == "widgets")
		screen = "forms"
}

# The actions of a list, with those of the macros in it.
function actions_of(text,   word, n, i, all)
{
	n = split(text, word, /[^A-Za-z0-9_]+/)
	for (i = 1; i <= n; i++) {
		if (word[i] in macro)
			all = all actions_of(macro[word[i]])
		else if (word[i] ~ /^ACTION_/ && word[i] != "ACTION_NONE")
			all = all word[i] ", "
	}
	return all
}

function end_file(   i, all)
{
	for (i = 1; i <= lists; i++) {
		all = actions_of(list[i])
		if (all != "")
			rows = rows "\t{ \"" screen "\", (const enum act[]){ " all "ACTION_NONE } },\n"
	}
}

FNR == 1 {
	if (NR > 1)
		end_file()
	begin_file()
}

/^#define [A-Za-z0-9_]+($|[ \t])/ {
	name = $2
	macro[name] = ""
	defining = 1
	sub(/^#define [A-Za-z0-9_]+/, "")
}
defining {
	macro[name] = macro[name] " " $0
	defining = /\\$/
	next
}

/enum act [A-Za-z0-9_]+\[[^\]]*\] = / {
	lists++
	list[lists] = ""
	listing = 1
	sub(/.*=/, "")
}
listing {
	list[lists] = list[lists] " " $0
	listing = !/;/
}

/^\t\.name = "/ {
	screen = $0
	sub(/^[^"]*"/, "", screen)
	sub(/".*/, "", screen)
}

END {
	end_file()
	print "/* Made by src/build/together.awk. */"
	print "#include \"together.h\""
	print "const struct together together[] = {"
	printf "%s", rows
	print "\t{ 0, 0 },\n};"
}
