# SPDX-License-Identifier: MIT
# What lies outside the program: places, full devices, names and files that nobody means well with.

case_no_home_is_no_place()
{
	unset HOME XDG_DATA_HOME
	for arguments in "new --name A --party B --party C" list "show Helios" \
		"import $here/../data/exchange/minimal.json"; do
		refuses 2 "give --db FILE" $arguments
	done
	HOME=. refuses 2 "give --db FILE" list
	XDG_DATA_HOME=data refuses 2 "give --db FILE" list
	is "$(find . -name '*.db' | wc -l)" 0
	run new --name A --party B --party C --db "$PWD/named.db"
	exits 0
}
