# SPDX-License-Identifier: MIT
# export: what is said of the copy, and a copy that is encrypted by another program.

clean()
{
	! ls -A | grep 'rekindle-' || fault "a file was left"
	! grep -rl "Ana Ruiz" . --include='*' 2> /dev/null | grep -v '^./data/' || fault "clear text was left"
}

# A name that ends as those of another format do.
case_export_refuses_a_name_of_another_format()
{
	run import "$here/data/two-sides.json"
	refuses 2 "x.xlsx is a name for another format, and this is text" report Helios -o x.xlsx
	refuses 2 "give a name that ends in .md" report Helios --format markdown -o x.HTML
	refuses 2 "give a name that ends in .csv" plan Helios --format csv -o x.txt
	refuses 2 "give a name that ends in .json" export Helios -o copy.csv
	run report Helios --format html -o x.htm
	run plan Helios --format ics -o v1.2
	is "$(ls | grep -c '^x\.\|^v1')" 2
}

case_export_says_what_it_is_once_it_is_written()
{
	run import "$here/data/two-sides.json"
	echo mine > there
	refuses 1 "there exists already" export Helios -o there
	refuses 2 "the database itself" export Helios -o data/rekindle/rekindle.db --force
	code=0
	"$REKINDLE" export Helios > /dev/full 2> err || code=$?
	exits 1
	! grep -q 'full confidential' err || fault "it was not written"
	run export Helios -o copy.json
	exits 0
	warns "full confidential copy of Helios"
}

case_export_to_encrypts_through_age_or_gpg()
{
	run import "$here/data/two-sides.json"
	run export Helios
	cp out clear.json
	program age 'printf "%s\n" "$0" "$@" > asked' 'echo AGE' 'rev'
	program gpg 'printf "%s\n" "$0" "$@" > asked' 'echo GPG' 'rev'
	for to in age1abc 'ssh-ed25519 AAAA ana@example.com'; do
		run export Helios --to "$to" -o copy.age --force
		exits 0
		mode copy.age 600
		warns "encrypted by age: only $to can read it"
		! grep -q 'full confidential' err || fault "$(cat err)"
		is "$(tail -n 1 asked)" "$to"
		is "$(head -n 1 copy.age)" AGE
		sed 1d copy.age | rev | cmp - clear.json
	done
	for to in ana@example.com 0xA1B2C3D4 'Ana; touch here $(touch here)'; do
		run export Helios --to "$to"
		exits 0
		is "$(head -n 1 out)" GPG
		grep -qx -e --no-auto-key-locate asked || fault "gpg may ask the network for the key"
		grep -qx -e --disable-dirmngr asked || fault "gpg may ask the network for the key"
		is "$(tail -n 1 asked)" "$to"
		sed 1d out | rev | cmp - clear.json
	done
	[ ! -e here ] || fault "a shell read the recipient"
	rm clear.json out
	clean
}

case_export_to_leaves_nothing_when_it_fails()
{
	run import "$here/data/two-sides.json"
	program gpg 'cat > /dev/null' 'echo "gpg: warning: what not" >&2' \
		'echo "gpg: nobody: skipped: No public key" >&2' 'exit 2'
	refuses 1 "nothing was written; it says: gpg: warning: what not; gpg: nobody: skipped: No public key" \
		export Helios --to nobody -o copy.gpg
	[ ! -e copy.gpg ] || fault "a file was written"
	# one that reads nothing, one that writes nothing, one that is killed, one half through
	program gpg 'exit 1'
	refuses 1 "it says: nothing" export Helios --to nobody -o copy.gpg
	program gpg 'cat > /dev/null'
	refuses 1 "did not encrypt" export Helios --to nobody -o copy.gpg
	program gpg 'head -c 10' 'kill -9 $$'
	refuses 1 "did not encrypt" export Helios --to nobody -o copy.gpg
	printf 'mine' > copy.gpg
	refuses 1 "copy.gpg exists already" export Helios --to nobody -o copy.gpg
	refuses 1 "did not encrypt" export Helios --to nobody -o copy.gpg --force
	is "$(cat copy.gpg)" mine
	refuses 2 "--to needs a recipient" export Helios --to ''
	refuses 2 "--to needs a recipient" export Helios --to --batch
	rm out err
	clean
}

case_export_to_says_what_to_install()
{
	run import "$here/data/two-sides.json"
	program none
	PATH=$PWD/bin
	code=0
	"$REKINDLE" export Helios --to age1abc -o copy > out 2> err || code=$?
	PATH=/usr/bin:/bin
	exits 1
	warns "apt-get install age"
	[ ! -e copy ] || fault "a file was written"
	PATH=$PWD/bin
	code=0
	"$REKINDLE" export Helios --to ana@example.com > out 2> err || code=$?
	PATH=/usr/bin:/bin
	exits 1
	warns "apt-get install gnupg"
	is "$(wc -l < err)" 1
	[ ! -s out ]
}

# A whole portfolio's worth: more than the pipes hold, both ways.
case_export_to_takes_any_size()
{
	run import "$here/../data/one-round.json"
	program gpg 'cat; i=0; while [ $i -lt 3000 ]; do echo "a line of no use on standard error" >&2;' \
		'i=$((i + 1)); done'
	run export Phoenix\ Labs\ and\ GenTech\ Solutions
	cp out clear.json
	[ "$(wc -c < clear.json)" -gt 150000 ] || fault "$(cat err; wc -c clear.json)"
	run export Phoenix\ Labs\ and\ GenTech\ Solutions --to ana -o copy
	exits 0
	cmp copy clear.json
}

case_export_to_age_is_read_back()
{
	run import "$here/data/two-sides.json"
	if ! command -v age > /dev/null || ! command -v age-keygen > /dev/null; then
		untried "export --to a key of age: age is not installed"
		return 0
	fi
	age-keygen -o key 2> /dev/null
	run export Helios
	cp out clear.json
	run export Helios --to "$(age-keygen -y key)" -o copy.age
	exits 0
	age --decrypt -i key copy.age | cmp - clear.json
	age --decrypt -i key copy.age | "$REKINDLE" import - --db other.db > out
	says "assessment"
	refuses 1 "malformed recipient" export Helios --to age1wrong
}

case_export_to_gpg_is_read_back()
{
	run import "$here/data/two-sides.json"
	if ! command -v gpg > /dev/null; then
		untried "export --to a key of gpg: gpg is not installed"
		return 0
	fi
	GNUPGHOME=$(mktemp -d)
	export GNUPGHOME
	gpg --batch --quiet --passphrase '' --quick-generate-key ana@example.com 2> /dev/null
	run export Helios
	cp out clear.json
	run export Helios --to ana@example.com -o copy.asc
	exits 0
	gpg --batch --quiet --decrypt copy.asc 2> /dev/null | cmp - clear.json
	refuses 1 "skipped: No" export Helios --to nobody@example.com
	gpgconf --kill all
	rm -rf "$GNUPGHOME"
}
