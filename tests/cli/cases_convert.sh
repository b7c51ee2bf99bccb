# SPDX-License-Identifier: MIT
# Files of office programs: what converters get, and what becomes of what they make. The converters are
# small scripts here; tests/report/office.sh runs real ones.

# No file of a conversion is left, nor what was converted.
swept()
{
	is "$(find tmp -type f | wc -l)" 0
	! ls -A | grep 'rekindle-' || fault "a file was left"
}

# A converter through pipes that keeps what it was given.
keeps()
{
	program "$1" 'PATH=/usr/bin:/bin' 'printf "%s\n" "$@" > asked' 'env > variables' \
		'stat -c %a "$TMPDIR" > private' 'echo "$TMPDIR" > folder' 'cat > page' "printf '$2'" \
		'wc -c < page'
}

# alone ARGS...: with nothing but ./bin to look for programs in.
alone()
{
	before=$PATH
	PATH=$PWD/bin
	run "$@"
	PATH=$before
}

case_convert_gives_a_page_and_little_else_to_the_converter()
{
	run import "$here/data/two-sides.json"
	SECRET=hidden
	export SECRET
	keeps weasyprint '%%PDF-1.7 '
	run report Helios --format pdf -o helios.pdf
	exits 0
	mode helios.pdf 600
	is "$(cat helios.pdf)" "%PDF-1.7 $(wc -c < page)"
	is "$(cat private)" 700
	case $(cat folder) in
	"$PWD/tmp/rekindle-$(id -u)/"*) ;;
	*) fault "its folder is $(cat folder)" ;;
	esac
	is "$(sed 's/=.*//' variables | grep -vx 'PWD\|OLDPWD\|SHLVL\|_' | sort | tr '\n' ' ')" \
		"HOME LC_ALL PATH TMPDIR "
	is "$(tail -n 2 asked | tr '\n' ' ')" "- - "
	grep -q '<h1>Assessment report</h1>' page || fault "no title"
	! grep -q 'var(--' page || fault "a colour is left to the converter"
	grep -q '^svg \.critical {$' page || fault "the charts have no style"
	run report Helios --format pdf
	is "$(head -c 5 out)" %PDF-
	run plan Helios --format pdf -o plan.pdf
	exits 0
	grep -q '<h1>Revival plan</h1>' page || fault "no plan"
	grep -q 'JOINT EDITION' page || fault "for whom is it?"
	swept
}

case_convert_gives_an_office_program_words_and_tables()
{
	run import "$here/data/two-sides.json"
	keeps pandoc 'PK..'
	run report Helios --format docx -o helios.docx
	exits 0
	mode helios.docx 600
	is "$(head -c 4 helios.docx)" PK..
	grep -qx -e --to=docx asked || fault "to what?"
	! grep -q '<svg\|<style\|<nav' page || fault "more than words and tables"
	for words in "Have the missing questions answered on every side" '<th scope="col">'; do
		grep -q "$words" page || fault "lacks $words"
	done
	swept
}

# A browser writes to a file alone.
case_convert_falls_back_to_a_browser()
{
	run import "$here/data/two-sides.json"
	program chromium 'PATH=/usr/bin:/bin' 'for word; do case $word in' \
		'--print-to-pdf=*) made=${word#*=} ;; file://*) page=${word#file://} ;; esac; done' \
		'echo noise; echo noise >&2' 'stat -c %a "$page" > private' 'cp "$page" page' \
		'case $HOME in "$TMPDIR") mkdir -p "$HOME/.config/browser" ;; esac' \
		'date > "$HOME/.config/browser/log"' 'printf "%%PDF-1.4 " > "$made"' 'wc -c < "$page" >> "$made"'
	alone report Helios --format pdf -o helios.pdf
	exits 0
	is "$(cat helios.pdf)" "%PDF-1.4 $(wc -c < page)"
	is "$(cat private)" 600
	mode helios.pdf 600
	is "$(find tmp/rekindle-* -mindepth 1 | wc -l)" 0
	program chromium 'exit 0'
	alone report Helios --format pdf -o none.pdf
	exits 1
	warns "chromium did not make the PDF, and nothing was written; it says: nothing"
	[ ! -e none.pdf ] || fault "a file was written"
	is "$(find tmp/rekindle-* -mindepth 1 | wc -l)" 0
}

# Also the edition that would have been given is not remembered.
case_convert_says_what_to_install()
{
	run import "$here/data/two-sides.json"
	program none
	for format in pdf docx; do
		alone report Helios --edition joint --format $format -o "helios.$format"
		exits 1
		is "$(wc -l < err)" 1
		[ ! -e "helios.$format" ] || fault "a file was written"
		[ ! -s out ] || fault "standard output is not empty"
	done
	warns "DOCX is made by pandoc, which is not installed; install it (on Debian: apt-get install pandoc)"
	alone plan Helios --format pdf -o plan.pdf
	warns "weasyprint or chromium, which is not installed; install it (on Debian: apt-get install weasyprint)"
}

case_convert_leaves_nothing_when_it_fails()
{
	run import "$here/data/two-sides.json"
	program weasyprint 'cat > /dev/null' 'echo "Traceback (most recent call last):" >&2' \
		'echo "  File page, line 1" >&2' 'echo "ValueError: no font" >&2' 'exit 1'
	refuses 1 "weasyprint did not make the PDF, and nothing was written; it says: ValueError: no font" \
		report Helios --format pdf -o helios.pdf
	[ ! -e helios.pdf ] || fault "a file was written"
	# one that writes no PDF, one that is killed half through, one that reads nothing
	for line in 'cat > /dev/null; echo hello' 'printf "%%PDF-1.7"; kill -9 $$' 'exit 3' 'true'; do
		program weasyprint "$line"
		refuses 1 "did not make the PDF" report Helios --format pdf -o helios.pdf
		[ ! -e helios.pdf ] || fault "a file was written: $line"
	done
	printf mine > helios.pdf
	refuses 1 "did not make the PDF" report Helios --format pdf -o helios.pdf --force
	program weasyprint 'cat > /dev/null' 'printf "%%PDF-1.7"'
	refuses 1 "helios.pdf exists already" report Helios --format pdf -o helios.pdf
	is "$(cat helios.pdf)" mine
	refuses 2 "give a name that ends in .pdf" report Helios --format pdf -o helios.docx
	refuses 2 "give a name that ends in .docx" report Helios --format docx -o helios.pdf
	rm out err
	swept
}

# What it started ends with it.
case_convert_is_interrupted_with_the_program()
{
	run import "$here/data/two-sides.json"
	program weasyprint 'cat > page' 'sleep 97 &' 'echo $! > helper' 'echo $$ > running' 'wait'
	for signal in INT TERM HUP; do
		rm -f running
		"$REKINDLE" report Helios --format pdf -o helios.pdf 2> err &
		asked=$!
		await test -s running
		kill -$signal $asked
		# a shell starts what runs beside it with SIGINT ignored
		[ $signal != INT ] || kill -TERM $asked
		code=0
		wait $asked || code=$?
		[ $code -gt 128 ] || fault "exit $code"
		await eval '! kill -0 $(cat running)'
		await eval '! kill -0 $(cat helper)'
		[ ! -e helios.pdf ] || fault "a file was written"
		is "$(find tmp/rekindle-* -mindepth 1 | wc -l)" 0
	done
}

# What a killed program has left goes with the next conversion.
case_convert_sweeps_what_a_killed_program_has_left()
{
	run import "$here/data/two-sides.json"
	program weasyprint 'cat > /dev/null' 'echo $$ > running' 'exec sleep 97'
	"$REKINDLE" report Helios --format pdf -o helios.pdf 2> err &
	asked=$!
	await test -s running
	kill -9 $asked
	code=0
	wait $asked || code=$?
	exits 137
	kill $(cat running)
	is "$(find tmp/rekindle-* -mindepth 1 -maxdepth 1 | wc -l)" 1
	program weasyprint 'cat > /dev/null' 'printf "%%PDF-1.7"'
	run report Helios --format pdf -o helios.pdf
	exits 0
	is "$(find tmp/rekindle-* -mindepth 1 | wc -l)" 0
}

case_convert_shows_no_bytes_on_a_terminal()
{
	run import "$here/data/two-sides.json"
	program weasyprint 'cat > /dev/null' 'printf "%%PDF-1.7"'
	code=0
	script -qec "'$REKINDLE' report Helios --format pdf" /dev/null < /dev/null > out || code=$?
	exits 2
	says "a terminal cannot show pdf: give -o and a name that ends in .pdf"
	script -qec "'$REKINDLE' report Helios --format pdf -o helios.pdf" /dev/null < /dev/null > out
	is "$(cat helios.pdf)" %PDF-1.7
}

# Five slides, each with a sentence for a title and few lines; for both companies; as shapes that are XML.
case_convert_slides_fit()
{
	run import "$here/data/two-sides.json"
	run import "$here/../data/one-round.json"
	keeps pandoc 'PK..'
	for alliance in Helios "Phoenix Labs and GenTech Solutions"; do
		run report "$alliance" --kind slides --json
		exits 0
		cp out slides.json
		run report "$alliance" --format pptx -o slides.pptx --force
		exits 0
		grep -qx -e --to=pptx asked || fault "to what?"
		python3 - slides.json page <<'END' || fault "slides"
import json, re, sys
from xml.etree import ElementTree
report = json.load(open(sys.argv[1]))["report"]
page = open(sys.argv[2], encoding="utf-8").read()
assert report["edition"] == "joint", report["edition"]
assert len(report["sections"]) == 5, len(report["sections"])
for section in report["sections"]:
    assert section["title"].endswith(".") and len(section["title"]) <= 90, section["title"]
    items = [item for block in section["blocks"] for item in block.get("items", [])]
    lines = sum(-(-len(item["text"]) // 60) for item in items)
    assert lines <= 8, (section["title"], lines)
titles = re.findall(r"^# `(.*)`\{=openxml\}$", page, flags=re.M)
slides = re.findall(r"^```\{=openxml\}\n(.*?)^```$", page, flags=re.M | re.S)
assert len(titles) == len(slides) == 5
for title, slide in zip(titles, slides):
    root = ElementTree.fromstring(f'<s xmlns:a="a" xmlns:p="p">{title}{slide}</s>')
    ids = [shape.get("id") for shape in root.iter("{p}cNvPr")]
    assert len(ids) == len(set(ids)), ids
    for frame in list(root.iter("{a}xfrm")) + list(root.iter("{p}xfrm")):
        off, size = frame.find("{a}off"), frame.find("{a}ext")
        assert int(off.get("x")) + int(size.get("cx")) <= 9144000
        assert int(off.get("y")) + int(size.get("cy")) <= 5143500
    assert "JOINT EDITION" in "".join(root.itertext())
END
	done
	refuses 2 "pptx is for slides, not for a brief report; leave out --kind, or give --kind slides" \
		report Helios --kind brief --format pptx
	refuses 2 "a slides report has no parts to choose" report Helios --format pptx --section plan
	refuses 2 "give a name that ends in .pptx" report Helios --format pptx -o slides.pdf
}
