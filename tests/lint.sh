#!/bin/sh
# The house rules that a grep can prove. Prints each break; exit 1 when there is one.
set -u
bad=0
broken() { echo "lint: $1"; bad=1; }

# 1. Inclusion: base < instrument < core < words < store, exchange, report < tui, line < cli.
rank() {
	case $1 in
	base | build) echo 0 ;; instrument) echo 1 ;; core) echo 2 ;; words) echo 3 ;;
	store | exchange | report) echo 4 ;; tui | line) echo 5 ;; cli) echo 6 ;; *) echo 9 ;;
	esac
}
room_of_header() {
	case $1 in
	err | str | texts | pool | utf8 | date | uuid | embedded | file) echo base ;;
	terms | instrument) echo instrument ;;
	record | schema | score | diagnosis | plan | trend | flow | edition) echo core ;;
	words) echo words ;; store) echo store ;; exchange) echo exchange ;; report) echo report ;;
	tui) echo tui ;; line) echo line ;; cli) echo cli ;;
	*) echo unknown ;;
	esac
}
for h in include/rekindle/*.h; do
	n=$(basename "$h" .h)
	[ "$(room_of_header "$n")" != unknown ] || broken "$h belongs to no room: add it to tests/lint.sh"
done
includes() { sed -n "s|^#include <rekindle/\([a-z0-9_]*\)\.h>.*|\1|p" "$1"; }
for f in $(find src -name '*.[ch]') include/rekindle/*.h; do
	case $f in
	include/*) room=$(room_of_header "$(basename "$f" .h)") ;;
	*) room=$(echo "$f" | cut -d/ -f2) ;;
	esac
	[ "$room" = build ] && continue
	mine=$(rank "$room")
	for h in $(includes "$f"); do
		other=$(room_of_header "$h")
		theirs=$(rank "$other")
		[ "$theirs" -lt "$mine" ] || [ "$other" = "$room" ] ||
			{ [ "$room" = exchange ] && [ "$other" = store ]; } ||
			broken "$f ($room) includes <rekindle/$h.h> ($other)"
	done
	# A private header is read inside its own room only.
	sed -n 's|^#include "\([^"]*\)".*|\1|p' "$f" | while read -r h; do
		own=$(cd "$(dirname "$f")" && realpath --relative-to="$OLDPWD" "$h" 2>/dev/null)
		case $own in src/"$room"/*) ;; *) [ "$own" = src/tui/actions.def ] || echo "$f: $h" ;; esac
	done | grep . && broken "a private header of another room"
done

# 2. Libraries stay in their rooms.
for rule in 'curses\.h|term\.h:src/tui/|src/cli/terminal\.c' 'sqlite3\.h:src/store/' 'cyaml|yaml\.h:src/instrument/' \
	'jansson\.h:src/exchange/|src/report/|src/cli/'; do
	library=${rule%%:*} rooms=${rule#*:}
	hits=$(grep -rlE "#include <($library)" src include | grep -vE "^($rooms)")
	[ -z "$hits" ] || broken "$library outside its room: $(echo $hits)"
done
hits=$(grep -rnE '\b(time|getenv|fopen|printf|clock_(ms|today|monotonic_ms)) ?\(' src/core | grep -vE 'snprintf|pool_printf|str_addf')
[ -z "$hits" ] || broken "core does I/O or asks a clock: $hits"

# 3. SQL is never built by printf.
hits=$(grep -rnE 'printf.*(SELECT|INSERT|UPDATE|DELETE) ' src | grep -v 'DELETED')
[ -z "$hits" ] || broken "SQL built by printf: $hits"

# 4. Form: SPDX line, no trailing blanks, headers that compile alone, no typedef of structs.
for f in $(find src include tests -name '*.[ch]'); do
	head -1 "$f" | grep -q 'SPDX-License-Identifier: MIT' || broken "$f has no SPDX line"
done
hits=$(grep -rnE '[ 	]+$' src include tests/*.sh Makefile man README.md 2>/dev/null | head -3)
[ -z "$hits" ] || broken "trailing blanks: $hits"
hits=$(grep -rnE 'typedef struct' src include)
[ -z "$hits" ] || broken "typedef of a struct: $hits"
sources=$(find src include tests -name '*.[ch]')
hits=$(clang-format --dry-run -Werror $sources 2>&1 | grep -E 'error:' | cut -d: -f1 | sort -u | head -5)
[ -z "$hits" ] || broken "not laid out as .clang-format says (make format): $(echo $hits)"
hits=$(for f in $sources; do expand "$f" | LC_ALL=C.UTF-8 grep -nE '^.{101,}' | sed "s|^|$f:|"; done | head -3)
[ -z "$hits" ] || broken "lines over 100 columns: $hits"
for h in include/rekindle/*.h; do
	${CC:-cc} -std=c11 -D_GNU_SOURCE -Iinclude -Wall -Wextra -Wpedantic -fsyntax-only -x c "$h" || broken "$h does not compile alone"
done

# 5. Sentences: each is well formed and said, each call fills its holes; and the check sees a break.
python3 tests/words.py src/words src || broken "sentences"
for f in tests/data/words/*.c; do
	python3 tests/words.py tests/data/words "$f" >/dev/null && broken "tests/words.py lets $f pass"
done
[ "$(python3 tests/words.py tests/data/words/malformed /dev/null | wc -l)" -eq 5 ] ||
	broken "tests/words.py lets a malformed sentence pass"

# 6. Man pages.
for m in man/*; do
	(cd man && mandoc -Tlint -W warning "${m#man/}") || broken "$m"
done

[ "$bad" -eq 0 ] && echo "lint: nothing to mend"
exit "$bad"
