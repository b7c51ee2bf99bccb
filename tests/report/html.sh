#!/bin/sh
# The example's reports as HTML: tidy finds nothing in them, and a browser opens each without a word on
# its console, shows it and prints it; page 1 of every kind of alliance is one sheet. Usage: html.sh PROGRAM [FOLDER for what was shown and printed]
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

# The options that give a report
options_of() {
	case $1 in
	internal | joint) echo "--edition $1" ;;
	*) echo "--kind $1" ;;
	esac
}
reports="internal joint progress brief"
mkdir -p "$keep"
"$program" --db "$work/example.db" import "$here/../data/one-round.json" >/dev/null
id=$("$program" --db "$work/example.db" list --json | sed -n 's/.*"id": "\([^"]*\)".*/\1/p' | head -n 1)
[ -n "$id" ] || fail "the example has no assessment"

# No error and no warning: tidy prints nothing and returns 0.
for report in $reports; do
	page=$work/$report.html
	"$program" --db "$work/example.db" report "$id" $(options_of "$report") --format html -o "$page"
	tidy -q -e "$page" >"$work/tidy" 2>&1 || { cat "$work/tidy"; fail "tidy has found something: $report"; }
	[ ! -s "$work/tidy" ] || { cat "$work/tidy"; fail "tidy has found something: $report"; }
done

# A page that is known to be wrong is heard, so that silence about ours means something.
browse() {
	timeout 120 "$browser" --headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage \
		--no-first-run --hide-scrollbars --user-data-dir="$work/profile" \
		--enable-logging=stderr --v=0 "$@" >"$work/out" 2>"$work/console"
}
sed 's|</main>|<script>alert(1)</script>&|' "$work/internal.html" >"$work/wrong.html"
browse --screenshot="$work/wrong.png" "file://$work/wrong.html" || fail "the browser does not run"
grep -q 'CONSOLE.*Content Security Policy' "$work/console" ||
	{ cat "$work/console"; fail "a script would not be reported"; }

for report in $reports; do
	page=$work/$report.html
	browse --window-size=1000,2400 --screenshot="$keep/$report.png" "file://$page" ||
		fail "no screenshot: $report"
	! grep 'CONSOLE' "$work/console" || fail "the browser complains: $report"
	[ "$(wc -c <"$keep/$report.png")" -gt 50000 ] || fail "the screenshot is empty: $report"
	browse --no-pdf-header-footer --print-to-pdf="$keep/$report.pdf" "file://$page" ||
		fail "not printed: $report"
	! grep 'CONSOLE' "$work/console" || fail "the browser complains when it prints: $report"
	[ "$(head -c 5 "$keep/$report.pdf")" = "%PDF-" ] || fail "what was printed is no PDF: $report"
	[ "$(wc -c <"$keep/$report.pdf")" -gt 50000 ] || fail "what was printed is empty: $report"
done
# Page 1 of every kind of alliance is printed on one sheet.
sh "$here/kinds.sh" "$program" "$work/kinds"
for page in "$work"/kinds/page-1.*.html; do
	browse --no-pdf-header-footer --print-to-pdf="$work/page.pdf" "file://$page" || fail "not printed: $page"
	sheets=$(grep -a -c '/Type /Page$' "$work/page.pdf") || fail "no sheet in what was printed: $page"
	[ "$sheets" -eq 1 ] || fail "page 1 takes $sheets sheets: $(basename "$page")"
done
echo "html: tidy and $(basename "$browser") find nothing to complain about in: $reports"
