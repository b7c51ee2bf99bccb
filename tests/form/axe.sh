#!/bin/sh
# SPDX-License-Identifier: MIT
# axe-core, the checker of accessibility that `make check-form` runs in its browser: from the npm registry,
# of the version and with the bytes that were looked at, as one script. usage: axe.sh VERSION SHA256 SCRIPT
set -eu
version=$1 sum=$2 script=$3
[ ! -s "$script" ] || exit 0
command -v npm >/dev/null || sh "$(dirname "$0")/../deps.sh" npm
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-axe-XXXXXX")
trap 'rm -rf "$work"' EXIT
npm pack --silent --pack-destination "$work" "axe-core@$version" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
archive=$work/axe-core-$version.tgz
[ "$(sha256sum "$archive" | cut -d ' ' -f 1)" = "$sum" ] || { echo "axe-core $version is not what it was" >&2; exit 1; }
tar -xzf "$archive" -C "$work" package/axe.min.js
mkdir -p "$(dirname "$script")"
mv "$work/package/axe.min.js" "$script"
