#!/bin/sh
# SPDX-License-Identifier: MIT
# The form in a browser: filled by keys alone and by touch, without a network, at two sizes, light and dark,
# on paper, and looked through by axe-core. usage: run.sh PROGRAM AXE [FOLDER for pictures]
# PROGRAM is tests/form/page.c, AXE the script of axe-core, REKINDLE in the environment the program itself;
# FORM_TEST=WORD runs the tests with that word.
set -eu
cd "$(dirname "$0")/../.."
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-form-XXXXXX")
trap 'rm -rf "$work"' EXIT
skip() {
	echo "SKIP: $1"
	[ "${CI:-}" != true ] || exit 1
	exit 0
}
browser=$(command -v chromium || command -v chromium-browser) || skip "no Chromium (Debian package chromium)"
[ -s "$2" ] || skip "no axe-core (make deps-ci)"
[ $# -lt 3 ] || mkdir -p "$3"
PYTHONDONTWRITEBYTECODE=1 python3 tests/form/check.py "$browser" "$1" "$2" "$work" ${3:+"$3"}
