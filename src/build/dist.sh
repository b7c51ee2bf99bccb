#!/bin/sh
# SPDX-License-Identifier: MIT
# The source archive of a version: the same bytes whoever makes it, where and when. In a clone it has what is
# committed; in an unpacked archive what the MANIFEST in it names.
# usage: dist.sh VERSION ARCHIVE, in the top folder. SOURCE_DATE_EPOCH is the time of all files; without it,
# the day that NEWS has for the version.
set -eu
export LC_ALL=C
name=rekindle-$1 archive=$2
day=$(sed -n "s/^rekindle $1 (\(.*\))\$/\1/p" NEWS)
[ -n "$day" ] || { echo "dist: NEWS has no day for $1" >&2; exit 1; }
epoch=${SOURCE_DATE_EPOCH:-$(date -u -d "$day" +%s)}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tree=$work/$name
mkdir "$tree"
if [ -e .git ]; then
	git archive -o "$work/tree" HEAD
else
	tar -c -f "$work/tree" -T MANIFEST
fi
tar -x -f "$work/tree" -C "$tree"
(cd "$tree" && { find . -type f ! -path ./MANIFEST; echo ./MANIFEST; } | cut -c 3- | sort) > "$work/files"
mv "$work/files" "$tree/MANIFEST"
sed "s,^,$name/," "$tree/MANIFEST" > "$work/files"
tar -c -f "$work/tar" -C "$work" -T "$work/files" --format=ustar --mtime="@$epoch" \
	--owner=0 --group=0 --numeric-owner --mode=u+rw,go+rX,go-w
mkdir -p "$(dirname "$archive")"
gzip -9 -n < "$work/tar" > "$archive"
