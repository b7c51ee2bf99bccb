#!/bin/sh
# SPDX-License-Identifier: MIT
# The example's reports through the converters that are installed, each read back and held against
# the words of the report. Usage: office.sh PROGRAM [FOLDER for what was made]
set -eu
program=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/rekindle-office-XXXXXX")
keep=${2:-$work}
trap 'rm -rf "$work"' EXIT
mkdir -p "$keep" "$work/weasyprint" "$work/chromium" "$work/pandoc"
REKINDLE_DB=$work/example.db REKINDLE_TODAY=2026-11-16
export REKINDLE_DB REKINDLE_TODAY
"$program" import "$here/../data/one-round.json" >/dev/null
id=$("$program" list --ids | head -n 1)
command -v pdftotext >/dev/null || { echo "office: no pdftotext (Debian package poppler-utils)"; exit 1; }

tried=0
# made CONVERTER FORMAT NAME ARGS...: by that converter alone.
made()
{
	converter=$1 format=$2 name=$1-$3
	shift 3
	if ! command -v "$converter" >/dev/null; then
		echo "not tried: $name: no $converter"
		return
	fi
	ln -sf "$(command -v "$converter")" "$work/$converter/$converter"
	"$program" "$@" --format html -o "$work/$name.html"
	rm -f "$keep/$name.$format"
	PATH=$work/$converter:/nowhere "$program" "$@" --format "$format" -o "$keep/$name.$format"
	python3 "$here/office.py" "$keep/$name.$format" "$work/$name.html"
	tried=$((tried + 1))
}
for converter in weasyprint chromium; do
	made $converter pdf internal report "$id"
	made $converter pdf joint report "$id" --edition joint
	made $converter pdf progress report "$id" --kind progress
	made $converter pdf brief report "$id" --kind brief
done
made pandoc docx internal report "$id"
made pandoc docx joint report "$id" --edition joint
made pandoc docx progress report "$id" --kind progress
made pandoc docx brief report "$id" --kind brief
made pandoc pptx slides report "$id" --kind slides
[ $tried -gt 0 ] || { echo "office: no converter is installed (Debian packages weasyprint, pandoc)"; exit 1; }
echo "office: $tried files hold the words of their reports"
