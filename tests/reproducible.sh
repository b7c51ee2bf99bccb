#!/bin/sh
# SPDX-License-Identifier: MIT
# What is handed out is the same wherever it was built, by whomever, and when: the source archive from a clone
# and from an unpacked archive; the program and everything that is installed from this folder and from the one
# in which the Debian package is built, under another umask, time zone and locale. The package holds what is
# installed, does what it is to do, and lintian finds nothing in it.
# usage: reproducible.sh ARCHIVE FOLDER, of `make dist` and of `make deb`; in the top folder
set -eu
archive=$1 there=$2
unset MAKEFLAGS MFLAGS MAKEOVERRIDES
stage=$PWD/build/stage-reproducible
log=$stage/log

differs()
{
	echo "reproducible: $*"
	exit 1
}
# Names, kinds, modes and bytes below a folder.
tree_of()
{
	(cd "$1" && find . -printf '%P %y %m\n' | LC_ALL=C sort)
	(cd "$1" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2)
}
elsewhere()
{
	(umask 077; export TZ=Pacific/Kiritimati LC_ALL=C.UTF-8 DEB_BUILD_OPTIONS=nocheck; "$@") >> "$log" 2>&1 ||
		{ tail -n 40 "$log"; differs "cannot: $*"; }
}

rm -rf "$stage"
mkdir -p "$stage"
make install DESTDIR="$stage/here" PREFIX=/usr > "$log" 2>&1
elsewhere make deb
first=$(sha256sum < "$archive")
elsewhere make -C "$there" dist
[ "$(sha256sum < "$there/dist/${archive##*/}")" = "$first" ] || differs "archives of a clone and of an archive"
elsewhere make -C "$there" install DESTDIR="$stage/there" PREFIX=/usr
for side in here there; do
	tree_of "$stage/$side" > "$stage/$side.list"
done
cmp build/release/rekindle "$there/build/release/rekindle" || differs "two builds of the program"
diff "$stage/here.list" "$stage/there.list" || differs "two installations"

dpkg-deb -x "$there"/../rekindle_*.deb "$stage/package"
(cd "$stage/here" && find . -type f | sed 's,/man/.*,&.gz,' | LC_ALL=C sort) > "$stage/installed"
(cd "$stage/package" && find . -type f ! -path './usr/share/doc/*' ! -path '*/lintian/*' | LC_ALL=C sort) > "$stage/packed"
diff "$stage/installed" "$stage/packed" || differs "what is installed and what is in the package"
lintian -i -I --pedantic --fail-on error,warning,info,pedantic "$there"/../*.changes
for test in demo journey; do
	PATH="$stage/package/usr/bin:$PATH" "debian/tests/$test"
done
echo "reproducible: archive, program and $(wc -l < "$stage/installed") installed files are the same from two folders"
