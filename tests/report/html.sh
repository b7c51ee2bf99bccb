#!/bin/sh
# The example's report as HTML: tidy finds nothing in it, and a browser opens it without a word on
# its console, shows it and prints it. Usage: html.sh PROGRAM [FOLDER for page.png and report.pdf]
set -eu
program=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-html-XXXXXX")
keep=${2:-$work}
trap 'rm -rf "$work"' EXIT
skip() {
	echo "SKIP: $1"
	[ "${CI:-}" != true ] || exit 1
	exit 0
}
fail() {
	echo "html: $1"
	exit 1
}

command -v tidy >/dev/null || skip "no tidy (Debian package tidy)"
browser=$(command -v chromium || command -v chromium-browser) || skip "no Chromium (Debian package chromium)"

mkdir -p "$keep"
page=$work/report.html
"$program" --db "$work/example.db" import "$here/../../data/example/phoenix-gentech.json" >/dev/null
id=$("$program" --db "$work/example.db" list --json | sed -n 's/.*"id": "\([^"]*\)".*/\1/p' | head -n 1)
[ -n "$id" ] || fail "the example has no assessment"
"$program" --db "$work/example.db" report "$id" --format html -o "$page"

# No error and no warning: tidy prints nothing and returns 0.
tidy -q -e "$page" >"$work/tidy" 2>&1 || { cat "$work/tidy"; fail "tidy has found something"; }
[ ! -s "$work/tidy" ] || { cat "$work/tidy"; fail "tidy has found something"; }

# A page that is known to be wrong is heard, so that silence about ours means something.
browse() {
	timeout 120 "$browser" --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage \
		--no-first-run --hide-scrollbars --user-data-dir="$work/profile" \
		--enable-logging=stderr --v=0 "$@" >"$work/out" 2>"$work/console"
}
sed 's|</main>|<script>alert(1)</script>&|' "$page" >"$work/wrong.html"
browse --screenshot="$work/wrong.png" "file://$work/wrong.html" || fail "the browser does not run"
grep -q 'CONSOLE.*Content Security Policy' "$work/console" ||
	{ cat "$work/console"; fail "a script would not be reported"; }

browse --window-size=1000,2400 --screenshot="$keep/page.png" "file://$page" || fail "no screenshot"
! grep 'CONSOLE' "$work/console" || fail "the browser complains"
[ "$(wc -c <"$keep/page.png")" -gt 50000 ] || fail "the screenshot is empty"
browse --no-pdf-header-footer --print-to-pdf="$keep/report.pdf" "file://$page" || fail "not printed"
! grep 'CONSOLE' "$work/console" || fail "the browser complains when it prints"
[ "$(head -c 5 "$keep/report.pdf")" = "%PDF-" ] || fail "what was printed is no PDF"
[ "$(wc -c <"$keep/report.pdf")" -gt 50000 ] || fail "what was printed is empty"
echo "html: tidy and $(basename "$browser") find nothing to complain about"
