#!/bin/sh
# Installs the named Debian packages that are missing; says so where it cannot.
set -eu
command -v dpkg-query >/dev/null || { echo "not a Debian system; needed: $*" >&2; exit 0; }
missing=
for p in "$@"; do
	dpkg-query -W -f='${Status}' "$p" 2>/dev/null | grep -q 'ok installed' || missing="$missing $p"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" -eq 0 ]; then
	as_root=
elif command -v sudo >/dev/null; then
	as_root=sudo
else
	echo "please install:$missing" >&2
	exit 1
fi
echo "installing:$missing" >&2
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
