# SPDX-License-Identifier: MIT
# delete, list --deleted, undelete.

case_delete_and_undelete_an_alliance()
{
	alliance
	run export Helios
	exits 0
	run delete HELIOS
	exits 0
	warns "until 15 April 2026"
	is "$(wc -c < out)" 0
	run list
	says_not Helios
	refuses 2 "no alliance or assessment is called" delete Helios
	run list --deleted
	exits 0
	says "alliance    Helios                              2026-03-16  2026-04-15"
	run list --deleted --json
	is "$(json out 0.kind)" alliance
	is "$(json out 0.name)" Helios
	is "$(json out 0.deleted)" 2026-03-16
	is "$(json out 0.erased)" 2026-04-15
	bin=$(json out 0.id)
	refuses 2 "nothing in the bin is called" undelete Helio
	run undelete "$(echo "$bin" | cut -c 1-8)"
	exits 0
	warns "brought back: Helios"
	run list --json
	is "$(json out 0.id)" "$id"
	run list --deleted
	exits 0
	warns "nothing lies in the bin"
}

case_delete_by_id_is_the_assessment()
{
	alliance
	run delete "$id"
	exits 0
	warns "assessment of Helios"
	run list --deleted --json
	is "$(json out 0.kind)" assessment
	is "$(json out 0.name)" baseline
	is "$(json out 0.alliance)" Helios
	run undelete "$id"
	exits 0
	run show "$id"
	exits 0
}

case_delete_of_two_of_a_name_asks_for_the_id()
{
	alliance
	alliance
	refuses 2 "can mean more than one" delete Helios
	for one in 1 2; do
		run list --json
		run delete "$(json out 0.alliance_id)"
		exits 0
	done
	refuses 2 "can mean more than one" undelete Helios
	run list --deleted --json
	run undelete "$(json out 0.id)"
	exits 0
	run undelete Helios
	exits 0
	run list --json
	is "$(json out 1.alliance)" Helios
}

case_delete_needs_an_operand()
{
	alliance
	refuses 2 "delete needs an ID" delete
	refuses 2 "undelete needs an ID" undelete
	refuses 2 "not valid UTF-8" delete "$(printf '\377')"
	refuses 1 "there is no database" --db none.db delete Helios
}

# Other copies are told of neither the deletion nor of the way back; they take it as a change.
case_undelete_takes_the_deletion_back()
{
	alliance
	run delete "$id"
	run export Helios
	exits 2
	run undelete "$id"
	run export Helios
	! grep -q deleted out || fault "the deletion is still told"
}
