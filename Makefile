# SPDX-License-Identifier: MIT
# rekindle: plain GNU make. `make help` lists the targets.

VERSION = 0.2.0
PREFIX  ?= /usr/local
BINDIR  = $(PREFIX)/bin
MANDIR  = $(PREFIX)/share/man
# What the JSON of commands is like, for programs that read it.
SCHEMADIR = $(PREFIX)/share/rekindle/json-schema
JSON_SCHEMAS = $(sort $(wildcard data/json-schema/*.json))
# Maps of what survey tools write, to be copied and mended; the program carries them too.
MAPDIR = $(PREFIX)/share/rekindle/maps
MAPS = $(sort $(wildcard data/maps/*.yaml))
MODE    ?= release
CC      ?= cc
V       ?= 0
Q       = $(if $(filter 1,$(V)),,@)
say     = $(if $(filter 1,$(V)),,@echo '  $(1) $@')
B       = build/$(MODE)

PACKAGES = gcc make pkg-config libncurses-dev libsqlite3-dev libcyaml-dev libyaml-dev \
	libjansson-dev libunistring-dev libcsv-dev libxlsxwriter-dev mandoc
PACKAGES_TEST = check libvterm-dev libical-dev sqlite3 python3 bsdutils clang-format valgrind
PACKAGES_CI = clang llvm libclang-rt-14-dev lcov codespell tidy chromium zsh \
	build-essential debhelper lintian

CPPFLAGS += -D_GNU_SOURCE -Iinclude -I$(B)/gen -DREKINDLE_VERSION='"$(VERSION)"'
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wvla
# What the compiler at hand can harden, of what not every one knows; asked once, for a release only.
accepts = $(shell printf '%s\n' '$(2)' 'int main(void) { return 0; }' | \
	$(CC) -O2 -Werror $(1) -x c -c -o /dev/null - 2>/dev/null && echo '$(1)')
ifeq ($(MODE),release)
HARDEN := $(call accepts,-fstack-clash-protection) $(call accepts,-fcf-protection)
# Level 3 measures what is allocated at run time too; the compiler has to be able to.
DYNAMIC := __SIZE_TYPE__ size(char *p) { return __builtin_dynamic_object_size(p, 0); }
FORTIFY := $(if $(call accepts,-Werror=implicit-function-declaration,$(DYNAMIC)),3,2)
endif
# The same bytes from every folder and of whatever flags come from outside: neither stands in the program.
export PWD := $(CURDIR)
ANYWHERE = -ffile-prefix-map=$(CURDIR)=. -gno-record-gcc-switches
CFLAGS_release = -O2 -g -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=$(FORTIFY) -fstack-protector-strong \
	$(HARDEN) $(ANYWHERE) -fPIE
LDFLAGS_release = -pie -Wl,-z,relro,-z,now
CFLAGS_debug = -O0 -g
CFLAGS_asan = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
LDFLAGS_asan = -fsanitize=address,undefined
CFLAGS_cov = -O0 -g --coverage
LDFLAGS_cov = --coverage
ALL_CFLAGS = -std=c11 $(WARN) $(WERROR) $(CFLAGS_$(MODE)) $(CFLAGS)
ALL_LDFLAGS = $(LDFLAGS_$(MODE)) -Wl,--as-needed $(LDFLAGS)

LIBS_CORE = -lcyaml -lyaml -lunistring -lm
LIBS_STORE = -lsqlite3 -ljansson -lcsv
LIBS_TUI = -lncursesw -ltinfo
# Those first in which a start looks up the most symbols, nearly all of them their own.
LIBS_FIRST_release = -lsqlite3 -lunistring -lc -lncursesw -ltinfo
# libxlsxwriter, which is loaded when it is asked for, writes to what this opens instead of to files.
EXPORTS = -Wl,--export-dynamic-symbol=lxw_tmpfile
# Relative relocations as a bit each, sixteen thousand of them, where the linker and the C library know that
# (glibc 2.36): a start reads 380 KB less.
ifeq ($(MODE),release)
GLIBC_2_36 = '\#include <features.h>' '\#if !__GLIBC_PREREQ(2, 36)' '\#error' '\#endif' 'int main(void) { return 0; }'
PACKED := $(shell printf '%s\n' $(GLIBC_2_36) | $(CC) -Wl,--fatal-warnings,-z,pack-relative-relocs -x c \
	-o /dev/null - 2>/dev/null && echo '-Wl,-z,pack-relative-relocs')
LDFLAGS_release += $(PACKED)
endif
LIBS_READ = -lical
LIBS_TEST = $(shell pkg-config --libs check 2>/dev/null || echo -lcheck)

ROOMS_CORE = base instrument core
ROOMS_WORDS = words
ROOMS_FILE = store exchange report
ROOMS_FACE = sitting tui line cli
sources = $(sort $(foreach r,$(1),$(shell find src/$(r) -name '*.c' 2>/dev/null)))
SRC_CORE = $(call sources,$(ROOMS_CORE))
SRC_WORDS = $(call sources,$(ROOMS_WORDS))
SRC_FILE = $(call sources,$(ROOMS_FILE))
SRC_FACE = $(call sources,$(ROOMS_FACE))
GEN = $(B)/gen/builtin.c $(B)/gen/embedded.c
object = $(patsubst %.c,$(B)/%.o,$(1))
OBJ_CORE = $(call object,$(SRC_CORE)) $(B)/gen/builtin.o
OBJ_WORDS = $(call object,$(SRC_WORDS))
OBJ_FILE = $(call object,$(SRC_FILE)) $(B)/gen/embedded.o
OBJ_FACE = $(call object,$(SRC_FACE)) $(B)/gen/together.o
OBJ_MAIN = $(B)/src/cli/main.o

# Every released version of the bank, and the one that is to be the next: rounds re-open with theirs.
BANKS = $(sort $(wildcard data/instrument/core-*))
INSTRUMENT = $(sort $(wildcard $(BANKS:%=%/*.yaml)))
STEPS = $(sort $(wildcard data/schema/m*.sql))
SHAPE = $(B)/gen/schema.txt
MAKING = $(B)/gen/schema.sql
# The form that a person fills alone; the policy says which style and script it runs.
FORM_STYLE = data/form/form.css
FORM_SCRIPT = data/form/answers.js data/form/form.js
FORM = data/form/form.html data/form/paper.css $(FORM_STYLE) $(FORM_SCRIPT)
POLICY = $(B)/gen/form-policy.txt
EMBEDDED = $(STEPS) $(sort $(wildcard data/example/*.json)) $(wildcard data/keys.conf) $(MAPS) \
	data/report.css data/paper.css $(sort $(wildcard data/completion/*)) $(FORM)
# What `rekindle help method` and `rekindle help iso44001` show: man pages as plain text.
PAGES = $(B)/gen/rekindle-method.txt $(B)/gen/rekindle-iso44001.txt

.PHONY: all
all: rekindle

rekindle: $(B)/rekindle
	@ln -f $< $@ 2>/dev/null || cp -f $< $@

$(B)/rekindle: $(OBJ_CORE) $(OBJ_WORDS) $(OBJ_FILE) $(OBJ_FACE)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) $(EXPORTS) -o $@ $^ $(LIBS_FIRST_$(MODE)) $(LIBS_CORE) $(LIBS_STORE) \
		$(LIBS_TUI)

$(B)/%.o: %.c
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(B)/gen/%.o: $(B)/gen/%.c
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# What is generated: the built-in instruments as static tables, by the loader that reads a user's
# file, and the text files that the program carries.
SRC_MKBUILTIN = src/build/mkbuiltin.c $(filter-out src/core/% src/instrument/released.c,$(SRC_CORE))
$(B)/mkbuiltin: $(call object,$(SRC_MKBUILTIN))
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE)
$(B)/mkembed: $(call object,src/build/mkembed.c)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^
$(B)/gen/builtin.c: $(B)/mkbuiltin $(INSTRUMENT)
	@mkdir -p $(@D)
	$(call say,GEN)
	$(Q)$(B)/mkbuiltin $(BANKS) > $@.tmp && mv $@.tmp $@
# What the schema steps make: to compare an opened file with, and to make a new one.
SRC_MKSCHEMA = src/build/mkschema.c $(call sources,base) $(call sources,store/sqlite)
$(B)/mkschema: $(call object,$(SRC_MKSCHEMA))
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ -lsqlite3 -lunistring
$(SHAPE): $(B)/mkschema $(STEPS)
	@mkdir -p $(@D)
	$(call say,GEN)
	$(Q)$(B)/mkschema shape $(STEPS) > $@.tmp && mv $@.tmp $@
$(MAKING): $(B)/mkschema $(STEPS)
	@mkdir -p $(@D)
	$(call say,GEN)
	$(Q)$(B)/mkschema making $(STEPS) > $@.tmp && mv $@.tmp $@
$(PAGES): $(B)/gen/%.txt: man/%.7 src/build/plainpage.sh
	@mkdir -p $(@D)
	$(call say,GEN)
	$(Q)sh src/build/plainpage.sh $< > $@.tmp && mv $@.tmp $@
$(POLICY): src/build/csp.sh $(FORM_STYLE) $(FORM_SCRIPT)
	@mkdir -p $(@D)
	$(call say,GEN)
	$(Q)sh src/build/csp.sh $(FORM_STYLE) $(FORM_SCRIPT) > $@.tmp && mv $@.tmp $@
$(B)/gen/embedded.c: $(B)/mkembed $(EMBEDDED) $(PAGES) $(POLICY) $(SHAPE) $(MAKING)
	@mkdir -p $(@D)
	$(call say,GEN)
	$(Q)$(B)/mkembed $(EMBEDDED) $(foreach p,$(PAGES),man/$(notdir $(p))=$(p)) \
		data/form/policy.txt=$(POLICY) data/schema.txt=$(SHAPE) data/schema.sql=$(MAKING) > $@.tmp && mv $@.tmp $@

# Which actions the screens offer at the same time, of their sources.
SRC_SCREENS = $(call sources,tui)
$(B)/gen/together.o: CPPFLAGS += -Isrc/tui
$(B)/gen/together.c: src/build/together.awk $(SRC_SCREENS)
	@mkdir -p $(@D)
	$(call say,GEN)
	$(Q)awk -f src/build/together.awk $(SRC_SCREENS) > $@.tmp && mv $@.tmp $@

# Tests. Each tests/unit/ROOM/test_NAME.c gives a suite NAME_suite(); the runner is generated.
# core: the link line without words, curses, SQLite and jansson is the proof that core needs none of
# them; words needs core alone.
$(B)/tests/unit/%.o: CPPFLAGS += -include tests/unit/mark.h
unit_sources = $(sort $(wildcard tests/unit/$(1)/test_*.c))
UNITS = $(foreach r,core words store tui,$(if $(call unit_sources,$(r)),$(B)/unit-$(r)))

# The list changes also when a file goes.
.PHONY: ask_again
define RUNNER
$(B)/gen/tests_$(1).txt: ask_again
	@mkdir -p $$(@D)
	@echo '$(call unit_sources,$(1))' | cmp -s - $$@ || echo '$(call unit_sources,$(1))' > $$@
$(B)/gen/run_$(1).c: tests/unit/run.sh $(B)/gen/tests_$(1).txt
	@sh tests/unit/run.sh tests/unit/$(1) > $$@
endef
$(foreach r,core words store tui,$(eval $(call RUNNER,$(r))))

$(B)/unit-core: $(call object,$(call unit_sources,core)) $(B)/gen/run_core.o $(OBJ_CORE)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE) $(LIBS_TEST)
$(B)/unit-words: $(call object,$(call unit_sources,words)) $(B)/gen/run_words.o $(OBJ_CORE) $(OBJ_WORDS)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE) $(LIBS_TEST)
$(B)/unit-store: $(call object,$(call unit_sources,store)) $(B)/gen/run_store.o $(OBJ_CORE) \
		$(OBJ_WORDS) $(OBJ_FILE)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE) $(LIBS_STORE) $(LIBS_READ) $(LIBS_TEST)
# The wide half of curses, which a C library may not ask for by itself.
$(B)/tests/unit/tui/%.o: CPPFLAGS += -DNCURSES_WIDECHAR=1
$(B)/unit-tui: $(call object,$(call unit_sources,tui)) $(B)/gen/run_tui.o $(OBJ_CORE) $(OBJ_WORDS) $(OBJ_FILE) \
		$(filter-out $(OBJ_MAIN),$(OBJ_FACE))
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE) $(LIBS_STORE) $(LIBS_TUI) $(LIBS_TEST)
# The program on a pseudo-terminal, seen through libvterm.
$(B)/check-tui: $(call object,$(sort $(wildcard tests/tui/*.c)))
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_TEST) -lvterm -lutil -lsqlite3

# Kills on a terminal, of the same stage.
$(B)/sweep-kills: $(call object,tests/sweep/kills.c tests/tui/driver.c tests/tui/stage.c)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_TEST) -lvterm -lutil -lsqlite3

# The form of one person of a file, to be looked at in a browser.
$(B)/form-page: $(call object,tests/form/page.c) $(OBJ_CORE) $(OBJ_WORDS) $(OBJ_FILE)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE) $(LIBS_STORE)

# Random keys and sizes on every screen, of the same stage.
$(B)/soak: $(call object,$(sort $(wildcard tests/soak/*.c)) tests/tui/driver.c tests/tui/stage.c)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_TEST) -lvterm -lutil -lsqlite3

# Ratios against a floor, measured in one interleaved run; on a quiet machine.
# tests/bench/NAME.c with what it needs beside the program's own rooms.
BENCH_SHARED = $(call object,$(addprefix tests/bench/,rows.c runs.c stores.c pty.c))
BENCHES = screens answers scoring growth report import store survey
$(B)/bench-make $(BENCHES:%=$(B)/bench-%): $(B)/bench-%: $(B)/tests/bench/%.o $(BENCH_SHARED) $(OBJ_CORE) \
		$(OBJ_WORDS) $(OBJ_FILE)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE) $(LIBS_STORE) $(LIBS_TEST) -lutil
# As it is built wherever a program is held against it.
$(B)/bench-floor: tests/bench/floor.c
	@mkdir -p $(@D)
	$(call say,LD)
	$(Q)$(CC) -O2 -DDB -o $@ $< -lncursesw -ltinfo -lsqlite3
# The C library says of poll() that it reads nothing of what it is given.
$(B)/bench-keys.so: tests/bench/keys.c
	@mkdir -p $(@D)
	$(call say,LD)
	$(Q)$(CC) -D_GNU_SOURCE -std=c11 $(WARN) $(WERROR) -Wno-maybe-uninitialized -O2 -fPIC \
		-shared -o $@ $<
# How often the diagnosis is right, on simulated alliances.
$(B)/calibrate: $(call object,$(sort $(wildcard tests/calibrate/*.c))) $(OBJ_CORE)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE)
.PHONY: calibrate check-calibrate
calibrate: deps-build $(B)/calibrate
	sh tests/calibrate/run.sh $(CURDIR)/$(B)/calibrate full
check-calibrate: $(B)/calibrate
	sh tests/calibrate/run.sh $(CURDIR)/$(B)/calibrate short
# How much a joint edition still shows, of the same alliances.
$(B)/kept: $(call object,tests/kept/kept.c tests/calibrate/simulate.c) $(OBJ_CORE)
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE)
.PHONY: kept
kept: $(B)/kept
	$(B)/kept data/instrument/core-2
# What a respondent can work out of the editions: the program's main() under another name, in the test.
$(B)/attack: $(call object,$(sort $(wildcard tests/attack/*.c))) $(OBJ_CORE) $(OBJ_WORDS) $(OBJ_FILE) \
		$(filter-out $(OBJ_MAIN),$(OBJ_FACE))
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $^ $(LIBS_CORE) $(LIBS_STORE) $(LIBS_TUI)
FIRST ?= 1
SEEDS ?= 1000
.PHONY: check-attack
check-parts: check-attack
check-attack: $(B)/attack
	$(B)/attack -p tests/attack/leak
	$(B)/attack $(FIRST) $(SEEDS)
# The databases that it measures with stay in BENCH_FOLDER, and are made anew when what they are made of
# changes. BENCH="scoring import" measures these alone; BENCH_ALLIANCES, BENCH_PORTFOLIO, BENCH_ANSWERS and
# BENCH_RUNS less.
PACKAGES_BENCH = dialog
BENCH ?= $(BENCHES)
BENCH_FOLDER = $(CURDIR)/$(B)/bench
BENCH_STAMP = $$(cat tests/bench/stores.[ch] $(STEPS) $(INSTRUMENT) | cksum)
.PHONY: bench deps-bench
deps-bench: deps
	-@sh tests/deps.sh $(PACKAGES_BENCH)
bench: deps-bench $(BENCH:%=$(B)/bench-%) $(B)/bench-floor $(B)/rekindle
	@REKINDLE=$(CURDIR)/$(B)/rekindle FLOOR=$(CURDIR)/$(B)/bench-floor BENCH_FOLDER=$(BENCH_FOLDER) \
		BENCH_STAMP="$(BENCH_STAMP)" sh tests/bench/run.sh $(CURDIR)/$(B) $(BENCH)

# Instructions of a start and of a key, against a record; `make counts` writes it anew.
COUNTS = BUILT="$(MODE) $(CFLAGS)" BENCH_FOLDER=$(BENCH_FOLDER) BENCH_STAMP="$(BENCH_STAMP)" python3 tests/bench/counts.py
OF_COUNTS = tests/bench/counts.txt $(CURDIR)/$(B)/rekindle $(CURDIR)/$(B)/bench-keys.so $(B)/bench-make
.PHONY: counts check-counts check-bench
check-parts: check-counts check-bench
check-bench:
	sh tests/bench/selftest.sh
counts: $(B)/rekindle $(B)/bench-keys.so $(B)/bench-make
	@mkdir -p $(BENCH_FOLDER)
	@$(COUNTS) write $(OF_COUNTS)
check-counts: $(B)/rekindle $(B)/bench-keys.so $(B)/bench-make
	@mkdir -p $(BENCH_FOLDER)
	@$(COUNTS) $(OF_COUNTS)

.PHONY: check check-parts check-unit check-cli check-tui check-cases check-fault check-report check-html
.PHONY: check-sweep sweep
.PHONY: check-asan check-valgrind check-hardened
check: deps
	@$(MAKE) --no-print-directory check-parts
check-parts: check-unit check-cli check-tui check-fault check-sweep check-cases check-report \
		check-calibrate kept lint
	@echo "make check: all parts passed"
check-unit: $(UNITS:$(B)/%=check-%)
# Each test in a process of its own. Those of core and of the store, which are many, in one under the
# address sanitizer, which looks for leaks at the end of every process: that took more time than the
# tests.
UNIT_FORK_asan_core = CK_FORK=no
UNIT_FORK_asan_store = CK_FORK=no
check-unit-%: $(B)/unit-%
	CK_DEFAULT_TIMEOUT=60 $(UNIT_FORK_$(MODE)_$*) $<
check-cli: $(B)/rekindle
	sh tests/cli/run.sh $(B)/rekindle
check-tui: $(B)/rekindle $(B)/check-tui
	CK_DEFAULT_TIMEOUT=60 REKINDLE=$(CURDIR)/$(B)/rekindle $(B)/check-tui
check-cases: $(B)/rekindle
	sh tests/cases/run.sh $(B)/rekindle
# The worked example is what the program makes of its story; its reports, word by word; and what holds for
# those of alliances of every kind.
check-report: $(B)/rekindle
	python3 data/example/grow.py $< tests/data/one-round.json > $(B)/example.json
	cmp $(B)/example.json $(EXAMPLE) || { echo "make example writes it anew"; exit 1; }
	sh tests/report/golden.sh $(B)/rekindle
	sh tests/report/kinds.sh $(B)/rekindle
	sh tests/report/cases.sh $(B)/rekindle
# The items of the newest bank in a table, compared with the one before it.
BANKS = $(shell ls -d data/instrument/core-* | sort -V)
NEWEST = $(lastword $(BANKS))
OF_BANKS = $(NEWEST) $(lastword $(filter-out $(NEWEST),$(BANKS)))
TABLE = python3 tests/instrument/table.py
.PHONY: bank-table check-bank
check-parts: check-bank
bank-table: $(B)/rekindle
	$(TABLE) $< $(OF_BANKS)
check-bank: $(B)/rekindle
	$(TABLE) --check $< $(OF_BANKS)
# The HTML report in a browser; skipped where tidy or Chromium is missing.
check-html: $(B)/rekindle
	sh tests/report/html.sh $(B)/rekindle
# The files of office programs by the converters that are installed, read back; by hand.
.PHONY: check-office-print
check-office-print: $(B)/rekindle
	sh tests/report/office.sh $(B)/rekindle
# The form in a browser, with axe-core, which deps-ci brings; PICTURES=FOLDER keeps what it looked like.
AXE_VERSION = 4.10.3
AXE_SHA256 = 0f2b4d7dcdf7d1219df8d1959ad68e565f51d14c3f0d88bb71cd59abeb956292
AXE = build/npm/axe-core-$(AXE_VERSION)/axe.min.js
.PHONY: check-form
check-form: $(B)/form-page $(B)/rekindle
	REKINDLE=$(CURDIR)/$(B)/rekindle sh tests/form/run.sh $(B)/form-page $(AXE) $(PICTURES)
# Workbooks and tables as LibreOffice reads them, with a PDF of each to look at; skipped where it is missing,
# and no part of any other check.
.PHONY: check-office
check-office: $(B)/rekindle
	sh tests/office/run.sh $(CURDIR)/$(B)/rekindle $(CURDIR)/$(B)/office
# What protects a release is in the program as it was linked.
check-hardened: $(B)/rekindle
	CC="$(CC)" CFLAGS="$(CFLAGS_release)" sh tests/hardened.sh $(B)/rekindle
check-fault: $(B)/rekindle $(B)/check-tui $(OBJ_FILE)
	B=$(B) CC="$(CC)" sh tests/fault/run.sh
	CC="$(CC)" sh tests/fault/care.sh $(B)/rekindle
	CC="$(CC)" sh tests/fault/offline.sh $(B)/rekindle $(B)/check-tui
# Damaged files, kills at random moments, faults of what is written, of a fixed seed: a tenth of them
# with every check; all, with absurd values, random keys and merges, by `make sweep`, or of these parts by
# `make sweep SWEEP="kills"`, of another seed by SWEEP_SEED=N.
SWEEP ?= files kills faults values keys merges
SWEEP_TENTHS ?= 1
SWEEP_SEED ?= 20261126
.PHONY: sweep-files sweep-kills sweep-faults sweep-values sweep-keys sweep-merges
check-sweep: sweep-files sweep-kills sweep-faults
sweep:
	@set -e; for part in $(SWEEP); do \
		$(MAKE) --no-print-directory SWEEP_TENTHS=10 sweep-$$part; done
sweep-files: $(B)/rekindle
	python3 tests/sweep/damaged.py $(B)/rekindle $$(($(SWEEP_TENTHS) * 100)) $(SWEEP_SEED)
sweep-kills: $(B)/rekindle $(B)/sweep-kills
	python3 tests/sweep/killed.py $(B)/rekindle $$(($(SWEEP_TENTHS) * 50)) $(SWEEP_SEED)
	REKINDLE=$(CURDIR)/$(B)/rekindle SWEEP_KILLS=$$(($(SWEEP_TENTHS) * 50)) \
		SWEEP_SEED=$(SWEEP_SEED) $(B)/sweep-kills
sweep-faults: $(B)/rekindle
	CC="$(CC)" FAULT_EVERY=$$((10 / $(SWEEP_TENTHS))) FAULT_SEED=$(SWEEP_SEED) \
		sh tests/fault/written.sh $(B)/rekindle
sweep-values: $(B)/unit-store
	ABSURD_FILES=500 SWEEP_SEED=$(SWEEP_SEED) CK_RUN_SUITE=absurd $(B)/unit-store
sweep-keys: $(B)/unit-tui
	SWEEP_SEED=$(SWEEP_SEED) CK_RUN_SUITE=decode $(B)/unit-tui
# Histories of copies that are merged in different orders, from the seed on.
sweep-merges: $(B)/unit-store $(B)/unit-tui
	@set -e; export HISTORIES=$$(($(SWEEP_TENTHS) * 50)) SWEEP_SEED=$(SWEEP_SEED) \
		CK_DEFAULT_TIMEOUT=120; \
	for suite in merge buried library travels; do \
		CK_RUN_SUITE="exchange $$suite" $(B)/unit-store; done; \
	CK_RUN_SUITE="people travel" $(B)/unit-tui
# What people complain about elsewhere, and the tests that hold it.
.PHONY: check-complaints
check-parts: check-complaints
check-complaints:
	python3 tests/complaints/check.py
# Random keys and sizes on every screen, under the sanitizers: sessions of 500 keys, the first of this seed.
KEYS ?= 100000
RESIZES ?= 1000
SEED ?= 1
.PHONY: soak soak-sessions
soak: deps
	@$(MAKE) --no-print-directory MODE=asan soak-sessions
soak-sessions: $(B)/rekindle $(B)/soak
	REKINDLE=$(CURDIR)/$(B)/rekindle $(B)/soak $(KEYS) $(RESIZES) $(SEED)
check-asan: deps
	@$(MAKE) --no-print-directory MODE=asan check-unit check-cli check-tui
check-valgrind: $(UNITS)
	@set -e; for t in $(UNITS); do CK_FORK=no valgrind -q --error-exitcode=1 --leak-check=full \
		--errors-for-leak-kinds=definite $$t; done

# What takes minutes on one processor, for several at once.
.PHONY: check-long
check-long: soak fuzz calibrate mutants

.PHONY: golden mutants mutants-attack fuzz fault coverage lint format dist
golden: $(B)/rekindle $(B)/check-tui
	REKINDLE=$(CURDIR)/$(B)/rekindle GOLDEN=write $(B)/check-tui
	GOLDEN=write sh tests/report/golden.sh $(B)/rekindle
	GOLDEN=write sh tests/report/cases.sh $(B)/rekindle
# What the program makes of the days of data/example/story.py; the program carries it from the next build on.
.PHONY: example
EXAMPLE = data/example/phoenix-gentech.json
example: $(B)/rekindle
	python3 data/example/grow.py $< tests/data/one-round.json > $(B)/example.json
	mv $(B)/example.json $(EXAMPLE)
mutants: deps
	sh tests/mutants.sh
mutants-attack: deps
	MUTANTS=tests/attack/mutants.list sh tests/mutants.sh
fault: check-fault
# The rules, on this tree and, each, on small trees that break it.
lint: $(B)/rekindle
	B=$(B) CC="$(CC)" sh tests/lint.sh
	CC="$(CC)" sh tests/lint/selftest.sh
format:
	clang-format -i $$(find src include tests -name '*.[ch]' ! -path 'tests/lint/fixtures/*' \
		! -path tests/bench/floor.c)
coverage: deps-ci
	@$(MAKE) --no-print-directory MODE=cov check-unit check-cli check-tui
	lcov -q -c -d build/cov -o build/cov/lcov.info && lcov -q --list build/cov/lcov.info | tail -40
FUZZ_SECONDS ?= 30
# Under the address and undefined sanitizers, by clang's fuzzer.
FUZZERS = $(patsubst tests/fuzz/%.c,build/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
build/fuzz/fuzz_%: build/fuzz/tests/fuzz/fuzz_%.o $(OBJ_CORE) $(OBJ_WORDS) $(OBJ_FILE) \
		$(call object,$(addprefix src/tui/keys/,decode.c sequence.c paste.c))
	$(call say,LD)
	$(Q)$(CC) $(ALL_LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS_CORE) $(LIBS_STORE)
# Clang compiles all of it for that once, and has no warning.
.PHONY: check-clang objects
BY_CLANG = $(MAKE) --no-print-directory B=build/fuzz CC=clang MODE=asan CFLAGS=-fsanitize=fuzzer-no-link
objects: $(OBJ_CORE) $(OBJ_WORDS) $(OBJ_FILE) $(OBJ_FACE) \
		$(call object,$(foreach r,core words store tui,$(call unit_sources,$(r))) \
		$(wildcard tests/tui/*.c))
check-clang: deps-ci
	+@$(BY_CLANG) WERROR=-Werror objects
fuzz: deps-ci
	+@$(BY_CLANG) $(FUZZERS)
	FUZZ_SECONDS=$(FUZZ_SECONDS) sh tests/fuzz/run.sh $(FUZZERS)

# What is missing is installed: as root, or through sudo; elsewhere the names are printed.
.PHONY: deps deps-build deps-ci demo
deps:
	@sh tests/deps.sh $(PACKAGES) $(PACKAGES_TEST)
deps-build:
	@sh tests/deps.sh $(PACKAGES)
deps-ci:
	@sh tests/deps.sh $(PACKAGES) $(PACKAGES_TEST) $(PACKAGES_CI)
	@sh tests/form/axe.sh $(AXE_VERSION) $(AXE_SHA256) $(AXE)
demo: deps-build
	@$(MAKE) --no-print-directory rekindle
	./rekindle demo

.PHONY: install uninstall
MAN1 = rekindle.1
MAN5 = rekindle-config.5 rekindle-instrument.5 rekindle-exchange.5 rekindle-survey.5 \
	rekindle-sheet.5
MAN7 = rekindle-iso44001.7 rekindle-method.7
# Where each shell looks for what completes a command.
BASHDIR = $(PREFIX)/share/bash-completion/completions
ZSHDIR = $(PREFIX)/share/zsh/site-functions
FISHDIR = $(PREFIX)/share/fish/vendor_completions.d
install: rekindle
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 \
		$(DESTDIR)$(MANDIR)/man7 $(DESTDIR)$(BASHDIR) $(DESTDIR)$(ZSHDIR) $(DESTDIR)$(FISHDIR)
	install -m 644 data/completion/rekindle.bash $(DESTDIR)$(BASHDIR)/rekindle
	install -m 644 data/completion/rekindle.zsh $(DESTDIR)$(ZSHDIR)/_rekindle
	install -m 644 data/completion/rekindle.fish $(DESTDIR)$(FISHDIR)/rekindle.fish
	install -m 755 $(B)/rekindle $(DESTDIR)$(BINDIR)/rekindle
	install -m 644 $(MAN1:%=man/%) $(DESTDIR)$(MANDIR)/man1
	install -m 644 $(MAN5:%=man/%) $(DESTDIR)$(MANDIR)/man5
	install -m 644 $(MAN7:%=man/%) $(DESTDIR)$(MANDIR)/man7
	install -d $(DESTDIR)$(SCHEMADIR)
	install -m 644 $(JSON_SCHEMAS) $(DESTDIR)$(SCHEMADIR)
	install -d $(DESTDIR)$(MAPDIR)
	install -m 644 $(MAPS) $(DESTDIR)$(MAPDIR)
uninstall:
	rm -f $(JSON_SCHEMAS:data/json-schema/%=$(DESTDIR)$(SCHEMADIR)/%) \
		$(MAPS:data/maps/%=$(DESTDIR)$(MAPDIR)/%)
	rm -f $(DESTDIR)$(BINDIR)/rekindle $(MAN1:%=$(DESTDIR)$(MANDIR)/man1/%) \
		$(MAN5:%=$(DESTDIR)$(MANDIR)/man5/%) $(MAN7:%=$(DESTDIR)$(MANDIR)/man7/%) \
		$(DESTDIR)$(BASHDIR)/rekindle $(DESTDIR)$(ZSHDIR)/_rekindle $(DESTDIR)$(FISHDIR)/rekindle.fish
ARCHIVE = $(CURDIR)/dist/rekindle-$(VERSION).tar.gz
dist:
	sh src/build/dist.sh $(VERSION) $(ARCHIVE)
# The Debian package, of the archive, in a folder of its own.
DEB = $(CURDIR)/build/deb/rekindle-$(VERSION)
.PHONY: deb check-reproducible
deb: dist
	rm -rf build/deb && mkdir -p build/deb && tar -x -z -C build/deb -f $(ARCHIVE)
	cd $(DEB) && dpkg-buildpackage -us -uc -b && cp ../rekindle_$(VERSION)_*.deb $(CURDIR)/dist
# The same bytes from another folder: the archive, the program, all that is installed; and the package.
check-reproducible: rekindle
	sh tests/reproducible.sh $(ARCHIVE) $(DEB)

-include $(shell find $(B) -name '*.d' 2>/dev/null)

.PHONY: help
help:
	@echo 'make            build ./rekindle          (MODE=release|debug|asan|cov)'
	@echo 'make demo       set up, build, open the worked example'
	@echo 'make check      set up, build, run all tests'
	@echo 'make check-html the HTML report through tidy and a headless browser'
	@echo 'make check-form the form to be filled alone, in a headless browser (PICTURES=FOLDER)'
	@echo 'make check-office workbooks and tables through LibreOffice, where it is installed'
	@echo 'make check-hardened   a release has what protects it'
	@echo 'make check-reproducible   the same bytes from another folder, and the Debian package'
	@echo 'make check-clang  clang has no warning'
	@echo 'make check-asan the tests under the address and undefined sanitizers'
	@echo 'make check-valgrind   the unit tests under valgrind'
	@echo 'make mutants    break scoring a dozen times; each must turn a test red'
	@echo 'make mutants-attack  take out the rules of the editions; each must make the attack fail'
	@echo 'make bench      how fast the program is, as ratios with their bars: one table, and JSON'
	@echo 'make counts     write anew how many instructions a start and a key take (check-counts)'
	@echo 'make calibrate  how often the diagnosis is right, on 60,000 simulated alliances (10 s)'
	@echo 'make kept       how many aspects a joint edition shows of them, by people heard'
	@echo 'make check-attack  what a respondent can work out of the editions (FIRST=1 SEEDS=1000)'
	@echo 'make fuzz       fuzz the readers          (FUZZ_SECONDS=30)'
	@echo 'make fault      make writes fail under the store'
	@echo 'make sweep      1,000 damaged files, 500 absurd ones, 2,000 kills, 720 faults, 200,000 keys'
	@echo '                (SWEEP="files kills faults values keys" SWEEP_SEED=N)'
	@echo 'make soak       random keys and sizes on every screen (KEYS=100000 RESIZES=1000 SEED=1)'
	@echo 'make check-long soak, fuzz, calibrate and mutants, side by side with -j'
	@echo 'make coverage   line coverage of all tests'
	@echo 'make lint       house rules, man pages'
	@echo 'make bank-table the items of the newest bank: who is asked, how long, how plain'
	@echo 'make golden     rewrite the golden screens and reports (then read the diff)'
	@echo 'make format     clang-format over the sources'
	@echo 'make deps       install what is missing (deps-build, deps-ci)'
	@echo 'make install    PREFIX=/usr/local DESTDIR=   (uninstall)'
	@echo 'make dist       source archive'
	@echo 'make deb        the Debian package, with its unit tests (DEB_BUILD_OPTIONS=nocheck: without)'
	@echo 'make clean'

.PHONY: clean
clean:
	rm -rf build rekindle dist coverage
