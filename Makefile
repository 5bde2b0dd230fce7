# alertd. "make demo" and "make check" are all a newcomer needs; "make help"
# lists the rest.

CC      ?= cc
PREFIX  ?= /usr/local
BUILD   ?= build
WERROR  ?=
EXTRA   ?=
# V=1 shows the commands.
Q       := $(if $(V),,@)

PKGS    := libcurl libesmtp-1.0 sqlite3 yaml-0.1 libxml-2.0 jansson \
           libpcre2-8 libutf8proc gmime-3.0 libcrypto libssl libmicrohttpd \
           libical libseccomp
STD     := -std=c11 -D_GNU_SOURCE -Ialertd
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wvla -Wundef -Wformat=2 \
           -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
           -Wpointer-arith -Wcast-qual -Wwrite-strings -Wconversion \
           -Wimplicit-fallthrough -Wswitch-enum -Wnull-dereference
HARDEN  := -O2 -g -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
           -fstack-clash-protection -fcf-protection \
           -fno-common -fPIE
# clang 14 has it only behind a flag that says it will go away.
ifeq (,$(findstring clang,$(shell $(CC) --version)))
HARDEN  += -ftrivial-auto-var-init=zero
# -fanalyzer takes an iconv_t that is -1 for one that was opened.
ANALYZER_LEAK := -Wno-analyzer-malloc-leak
endif
OPT     ?= $(HARDEN)
# -isystem: the warnings are about our code, not about the libraries' headers.
INCS     = $(shell pkg-config --cflags $(PKGS) | sed 's/-I/-isystem /g')
CFLAGS   = $(STD) $(WARN) $(WERROR) $(OPT) $(EXTRA)
# GnuTLS looks for that function of base/rest.c by its name.
LDFLAGS  = -pie -Wl,-z,relro,-z,now,-z,noexecstack -Wl,--as-needed \
           -Wl,--export-dynamic-symbol=_gnutls_global_init_skip $(EXTRA)
LIBS     = $(shell pkg-config --libs $(PKGS)) -lcsv

# Programs: each has one file with its main; all the rest is the library.
MAINS   := $(wildcard alertd/alertd.c alertd/deliver/alertd-mail.c \
           alertd/deliver/alertd-sms.c alertd/web/alertd-web.c)
CTL_SRC := $(sort $(wildcard alertd/alertctl/*.c \
           alertd/alertctl/*/*.c))
# ONLY="base feed" builds the library of those folders alone.
ONLY    ?=
LIB_DIR := $(if $(ONLY),$(ONLY:%=alertd/%),alertd alertd/*)
LIB_SRC := $(sort $(filter-out $(MAINS),$(wildcard $(LIB_DIR:%=%/*.c))))
LIB_SRC := $(filter-out $(CTL_SRC),$(LIB_SRC))
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/obj/%.o) $(BUILD)/embedded_files.o
CTL_OBJ := $(CTL_SRC:%.c=$(BUILD)/obj/%.o)
LIB     := $(BUILD)/libalertd.a
PROGS   := $(MAINS:%.c=$(BUILD)/%) $(if $(CTL_SRC),$(BUILD)/alertctl)
PROGS   := $(addprefix $(BUILD)/,$(notdir $(PROGS)))

# What is built into the programs.
EMBED   := $(shell LC_ALL=C ls contacts/*.csv etc/rules.yaml \
           etc/gateways/*.yaml etc/completion/* templates/*/* \
           alertd/web/style.css 2>/dev/null | LC_ALL=C sort)

UNIT_SRC := $(sort $(wildcard tests/unit/test_*.c))
UNIT     := $(UNIT_SRC:tests/unit/%.c=$(BUILD)/tests/%)

# What alertctl says in other languages, beside it in $(BUILD).
PO      := $(sort $(wildcard po/*.po))
MO      := $(PO:po/%.po=$(BUILD)/locale/%/LC_MESSAGES/alertd.mo)

all: $(PROGS) $(MO)

$(BUILD)/locale/%/LC_MESSAGES/alertd.mo: po/%.po
	@mkdir -p $(@D)
	@echo "  MSG  $<"
	$(Q)msgfmt --check-format -o $@ $<

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(CC) $(CFLAGS) $(INCS) -MMD -MP -c -o $@ $<

$(BUILD)/obj/alertd/feed/charset.o: override EXTRA += $(ANALYZER_LEAK)
# While it waits a process keeps the pages of what it calls last: not those of
# the PLT, too.
$(BUILD)/obj/alertd/base/rest.o: override EXTRA += -fno-plt

$(BUILD)/embed: tools/embed.c
	@mkdir -p $(@D)
	@echo "  CC   $<"
	$(Q)$(CC) -O1 -o $@ $<

$(BUILD)/embedded_files.c: $(BUILD)/embed $(EMBED) Makefile
	@$(BUILD)/embed $(EMBED) >$@.tmp
	@mv $@.tmp $@

$(BUILD)/embedded_files.o: $(BUILD)/embedded_files.c
	@echo "  CC   $<"
	$(Q)$(CC) $(STD) -O1 -fPIE -c -o $@ $<

$(LIB): $(LIB_OBJ)
	@rm -f $@
	@echo "  AR   $@"
	$(Q)ar rcs $@ $(LIB_OBJ)

$(BUILD)/alertd: $(BUILD)/obj/alertd/alertd.o $(LIB)
	@echo "  LINK $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)
$(BUILD)/alertd-mail: $(BUILD)/obj/alertd/deliver/alertd-mail.o $(LIB)
	@echo "  LINK $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)
$(BUILD)/alertd-sms: $(BUILD)/obj/alertd/deliver/alertd-sms.o $(LIB)
	@echo "  LINK $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)
$(BUILD)/alertd-web: $(BUILD)/obj/alertd/web/alertd-web.o $(LIB)
	@echo "  LINK $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)
$(BUILD)/alertctl: $(CTL_OBJ) $(LIB)
	@echo "  LINK $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

$(BUILD)/tests/%: tests/unit/%.c $(LIB)
	@mkdir -p $(@D)
	@echo "  TEST $@"
	$(Q)$(CC) $(CFLAGS) -Itests/unit $(INCS) -MMD -MP -MF $@.d $(LDFLAGS) \
	    -o $@ $< $(filter %.o,$^) $(LIB) $(LIBS) -lcmocka

# These hold alertctl's own files to the test, which are not in the library.
CTL_TESTS := test_manual_ctl test_screen test_alertctl test_draft test_flat \
    test_out_list
$(CTL_TESTS:%=$(BUILD)/tests/%): $(filter-out %/alertctl.o,$(CTL_OBJ))

# Databases with a past, for benches and tests.
PAST_OBJ := $(BUILD)/obj/tests/bench/past.o
$(BUILD)/tests/test_flat $(BUILD)/tests/test_through: $(PAST_OBJ)

# What is fuzzed; a unit test runs the kept inputs through it.
FUZZ_OBJ := $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard tests/fuzz/*.c))
$(BUILD)/tests/test_fuzz: $(filter-out %/fuzz.o,$(FUZZ_OBJ))
$(BUILD)/fuzz: $(FUZZ_OBJ) $(LIB)
	@echo "  LINK $@"
	$(Q)$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LIBS)

# Programs of the benchmark: filter, web and what others add use the library;
# gateway, sink and wire are servers that note what they see.
BENCH_SRC := $(filter-out %/past.c %/record.c %/slowdisk.c, \
             $(wildcard tests/bench/*.c))
BENCH     := $(BENCH_SRC:tests/bench/%.c=$(BUILD)/bench/%) \
             $(BUILD)/bench/slowdisk.so
$(BUILD)/bench/%: tests/bench/%.c $(LIB)
	@mkdir -p $(@D)
	@echo "  TOOL $@"
	$(Q)$(CC) $(CFLAGS) $(INCS) -MMD -MP -MF $@.d $(LDFLAGS) -o $@ $< \
	    $(filter %.o,$^) $(LIB) $(LIBS)
$(BUILD)/bench/gateway $(BUILD)/bench/sink $(BUILD)/bench/wire: \
    $(BUILD)/obj/tests/bench/record.o
$(BUILD)/bench/made: $(PAST_OBJ)
$(BUILD)/bench/slowdisk.so: tests/bench/slowdisk.c
	@mkdir -p $(@D)
	@echo "  TOOL $@"
	$(Q)$(CC) $(STD) $(WARN) $(WERROR) -O1 -fPIC -shared -o $@ $<

# The simulation; tests/sim/README.md.
SIM_SRC := $(sort $(wildcard tests/sim/*.c))
SIM_OBJ := $(SIM_SRC:%.c=$(BUILD)/obj/%.o)
$(SIM_OBJ): CFLAGS += -Itests/sim
$(BUILD)/sim: $(SIM_OBJ) $(LIB)
	@echo "  LINK $@"
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LIBS)

# Programs that only the system tests use.
$(BUILD)/tests/system/%: tests/system/%.c $(LIB)
	@mkdir -p $(@D)
	@echo "  TOOL $@"
	$(Q)$(CC) $(CFLAGS) $(INCS) -MMD -MP -MF $@.d $(LDFLAGS) -o $@ $< $(LIB) \
	    $(LIBS)
TOOL_SRC := $(sort $(filter-out %/faults.c,$(wildcard tests/system/*.c)))
TOOLS    := $(TOOL_SRC:tests/system/%.c=$(BUILD)/tests/system/%) \
            $(BUILD)/tests/system/faults.so
# To be preloaded; it is to see every allocation, and change none of its own.
$(BUILD)/tests/system/faults.so: tests/system/faults.c
	@mkdir -p $(@D)
	@echo "  TOOL $@"
	$(Q)$(CC) $(STD) $(WARN) $(WERROR) -O1 -fPIC -shared -o $@ $<

-include $(LIB_OBJ:.o=.d) $(CTL_OBJ:.o=.d) $(FUZZ_OBJ:.o=.d) $(SIM_OBJ:.o=.d) \
    $(MAINS:%.c=$(BUILD)/obj/%.d) $(UNIT:=.d) \
    $(TOOL_SRC:tests/system/%.c=$(BUILD)/tests/system/%.d) \
    $(BENCH_SRC:tests/bench/%.c=$(BUILD)/bench/%.d) $(PAST_OBJ:.o=.d)

help:
	@echo "make demo        install what is missing, build, show the main job"
	@echo "make check       install what is missing, build, run all tests"
	@echo "make unit        the unit tests alone"
	@echo "make system      the system tests alone (NAME=mail: one of them)"
	@echo "make sweep       crashes at system calls in a broadcast (POINTS=20 of each)"
	@echo "make sim         years on a made clock, with faults and crashes"
	@echo "                 (SEEDS=50 FIRST=7; SEED=7: one, with its trace)"
	@echo "make sim-planted known bugs, planted one by one: each must be found"
	@echo "                 (PLANT=04: one of them)"
	@echo "make torture     every fault of the machine, and every allocation that fails"
	@echo "make check-asan  the same under ASan and UBSan, but for what only prints"
	@echo "make check-valgrind  the unit tests of what reads, under valgrind"
	@echo "make fuzz        fuzz the parsers and the filter, each for SECONDS=60"
	@echo "                 (TARGET=rss: one of them); clang and libFuzzer"
	@echo "make fuzz-keep   keep what the last of them found that is new"
	@echo "make bench       speed against others, into tests/bench/RESULTS.md"
	@echo "                 (NAME=deliver: a part of it; RUNS=5)"
	@echo "make bench-check instructions for each report and message, against those"
	@echo "                 that are kept (make bench-keep keeps them)"
	@echo "make lint        clang-format, cppcheck, clang-tidy, mandoc, shellcheck"
	@echo "make install     to DESTDIR and PREFIX ($(PREFIX))"
	@echo "make format      clang-format over all files"
	@echo "make po          bring po/*.po up to date with the sources"
	@echo "make terminal-keep  keep what each command says now in a terminal"
	@echo "make schema-keep keep a database of today's schema, for the tests"
	@echo "make clean       remove $(BUILD) and demo"

# --- what a fresh machine lacks ---------------------------------------------

deps:
	@etc/install-deps build
deps-check:
	@etc/install-deps build test
# The libraries are asked for when make reads this file again.
demo: deps
	@$(MAKE) --no-print-directory -j$(JOBS) all
	@sh tests/demo.sh $(BUILD)
check: deps-check
	@$(MAKE) --no-print-directory -j$(JOBS) all unit-build $(BUILD)/sim
	@$(MAKE) --no-print-directory unit
	@$(BUILD)/sim -n 2 -f 1
	@$(MAKE) --no-print-directory system

# --- tests ------------------------------------------------------------------

JOBS := $(shell nproc 2>/dev/null || echo 1)
unit-build: $(UNIT) $(TOOLS)
unit: $(UNIT)
	@tests/sim/planted.sh check
	@rm -f $(BUILD)/tests/took
	@printf '%s\n' $(UNIT) | xargs -P $(JOBS) -I TEST sh -c \
	    'b=$$(date +%s%N); TEST >TEST.log 2>&1; s=$$?; \
	    echo $$((($$(date +%s%N) - b) / 1000000)) ms TEST \
	    >>$(BUILD)/tests/took; flock $(BUILD)/tests cat TEST.log; \
	    [ $$s -eq 0 ] && rm -f TEST.failed || touch TEST.failed; exit $$s' || \
	    { echo "failed: $$(cd $(BUILD)/tests && ls *.failed)"; \
	    grep -ahE '^\[  FAILED|^\[   LINE|ERROR: |^SUMMARY' \
	    $$(ls $(BUILD)/tests/*.failed | sed 's/failed$$/log/'); exit 1; }
	@echo "the slowest of them:"; sort -rn $(BUILD)/tests/took | head -30
system: $(PROGS) $(MO) $(TOOLS)
	@BUILD=$(BUILD) python3 tests/system/run.py $(NAME)
# Every n-th system call, so that at most POINTS of a kind are taken.
sweep: $(PROGS) $(MO)
	@BUILD=$(BUILD) nice python3 tests/system/sweep.py
# Every fault, and each allocation that comes from another place, or each
# EVERY-th of them.
EVERY   ?= 1
torture: $(PROGS) $(MO) $(TOOLS)
	@ALERTD_TORTURE=$(EVERY) BUILD=$(BUILD) python3 tests/system/run.py faults memory
terminal-keep: $(PROGS) $(MO)
	@ALERTD_GOLDEN=1 BUILD=$(BUILD) python3 tests/system/run.py terminal
	@echo "read it: git diff tests/data/terminal"
schema-keep: $(BUILD)/tests/system/queue
	@BUILD=$(BUILD) python3 tests/schema_keep.py
# What reads what comes from outside, and the daemon itself.
ASAN_SYSTEM := abuse answer callback check coverage daemon escalation feed feed_wire \
    health mail mailfeed oncall receipt sms web
check-asan:
	@$(MAKE) --no-print-directory check NAME="$(or $(NAME),$(ASAN_SYSTEM))" \
	    BUILD=$(BUILD)-asan OPT="-O1 -g -fno-omit-frame-pointer" \
	    EXTRA="-fsanitize=address,undefined -fno-sanitize-recover=undefined"

# What valgrind sees and the sanitizers do not: values that were never set. Of
# what reads what people, servers and feeds write, that which takes no minutes;
# the longest first.
VALGRIND_UNIT := contacts fuzz conf dsn callback_read mailfolder compose \
    mailauth gateway sms address mustache dates
check-valgrind: deps-check
	@$(MAKE) --no-print-directory -j$(JOBS) \
	    $(VALGRIND_UNIT:%=$(BUILD)/tests/test_%)
	@printf '%s\n' $(VALGRIND_UNIT) | xargs -P $(JOBS) -I TEST sh -c \
	    'valgrind -q --error-exitcode=99 \
	    --suppressions=tests/valgrind.supp $(BUILD)/tests/test_TEST \
	    >$(BUILD)/tests/TEST.valgrind 2>&1; s=$$?; \
	    tail -1 $(BUILD)/tests/TEST.valgrind | sed "s/^/test_TEST under valgrind: /"; \
	    [ $$s -eq 0 ] || cat $(BUILD)/tests/TEST.valgrind; exit $$s'

# --- simulation -------------------------------------------------------------

SEEDS ?= 48
FIRST ?= 1
SEED  ?=
sim: $(BUILD)/sim
	@$(BUILD)/sim $(if $(SEED),-s $(SEED),-n $(SEEDS) -f $(FIRST) -j 2)
	@$(if $(SEED),,echo "over real files:"; $(BUILD)/sim -n 1 -f 3 -r)
# Known bugs, of which each must be found: tests/sim/planted/README.md.
PLANT ?=
sim-planted: $(BUILD)/sim
	@BUILD=$(BUILD) CC="$(CC)" JOBS=$(JOBS) nice tests/sim/planted.sh $(PLANT)

# --- fuzzing ----------------------------------------------------------------

FUZZ_CC ?= clang
SECONDS ?= 60
TARGET  ?=
fuzz-build:
	@etc/install-deps build fuzz
	@$(MAKE) --no-print-directory -j$(JOBS) BUILD=build-fuzz CC="$(FUZZ_CC)" \
	    ONLY="base conf contacts deliver feed filter escalation outbox sandbox \
	    store web" OPT="-O1 -g -fno-omit-frame-pointer" \
	    EXTRA="-fsanitize=fuzzer-no-link,address,undefined \
	    -fno-sanitize-recover=undefined" build-fuzz/fuzz
fuzz: fuzz-build
	@tests/fuzz/run.sh fuzz $(SECONDS) $(TARGET)
fuzz-keep: fuzz-build
	@tests/fuzz/run.sh keep $(TARGET)

# --- speed ------------------------------------------------------------------

RUNS ?= 5
bench-deps:
	@etc/install-deps build test bench
bench: bench-deps
	@$(MAKE) --no-print-directory -j$(JOBS) all $(BENCH) \
	    $(BUILD)/tests/system/queue
	@BUILD=$(BUILD) RUNS=$(RUNS) python3 tests/bench/run.py $(NAME)
bench-check: deps-check
	@$(MAKE) --no-print-directory -j$(JOBS) $(BUILD)/bench/count
	@python3 tests/bench/count.py check $(BUILD)/bench/count
bench-keep: $(BUILD)/bench/count
	@python3 tests/bench/count.py keep $(BUILD)/bench/count

# --- the state of the code --------------------------------------------------

SOURCES := $(sort $(wildcard alertd/*.[ch] alertd/*/*.[ch] \
           alertd/*/*/*.[ch] tests/*/*.[ch] \
           tools/*.[ch]))
format:
	clang-format -i $(SOURCES)
lint:
	@etc/install-deps build test lint
	@clang-format --dry-run -Werror $(SOURCES)
	cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr \
	    --enable=warning,portability,performance \
	    --suppress=missingIncludeSystem -Ialertd -D_GNU_SOURCE -j$(JOBS) \
	    --include=tools/cppcheck.h alertd tools
	@find alertd tools -name '*.c' | xargs -P $(JOBS) -n 16 sh -c \
	    'clang-tidy --quiet "$$@" -- $(STD) $(INCS) 2>/dev/null' tidy
	cd man && mandoc -T lint *.[158]
	shellcheck $(SCRIPTS)
SCRIPTS := .ci/run etc/install-deps $(wildcard etc/completion/*.bash tests/*.sh \
           tests/*/*.sh)

# The strings in _() and tr_n(): new ones are added, empty, to each catalogue.
PO_SRC := $(sort $(wildcard alertd/*.[ch] alertd/*/*.[ch] \
          alertd/*/*/*.[ch]))
XGETTEXT = xgettext --from-code=UTF-8 -k_ -kN_ -ktr_n:1,2 --no-location \
    --sort-output --package-name=alertd -o
$(BUILD)/alertd.pot: $(PO_SRC)
	@mkdir -p $(@D)
	$(Q)$(XGETTEXT) $@ $(PO_SRC)
po: $(BUILD)/alertd.pot
	@for p in $(PO); do msgmerge --quiet --no-fuzzy-matching --sort-output \
	    --update --backup=none $$p $<; done
	@for p in $(PO); do msgattrib --no-obsolete -o $$p $$p; done

# --- installation -----------------------------------------------------------

BINDIR   = $(DESTDIR)$(PREFIX)/bin
LIBEXEC  = $(DESTDIR)$(PREFIX)/libexec/alertd
MANDIR   = $(DESTDIR)$(PREFIX)/share/man
SHAREDIR = $(DESTDIR)$(PREFIX)/share/alertd
LOCALEDIR = $(DESTDIR)$(PREFIX)/share/locale
# Where bash-completion, zsh and fish look by themselves.
BASHDIR  = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSHDIR   = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISHDIR  = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
UNITDIR  = /etc/systemd/system
SYSUSERS = /etc/sysusers.d
install: all
	install -d $(BINDIR) $(LIBEXEC) $(MANDIR)/man1 $(MANDIR)/man5 \
	    $(MANDIR)/man8 $(SHAREDIR)/gateways $(SHAREDIR)/templates \
	    $(SHAREDIR)/contacts $(SHAREDIR)/proxy
	install -m 755 $(BUILD)/alertd $(BUILD)/alertctl $(BINDIR)
	install -m 755 $(BUILD)/alertd-mail $(BUILD)/alertd-sms \
	    $(BUILD)/alertd-web $(LIBEXEC)
	install -m 644 etc/alertd.yaml etc/rules.yaml $(SHAREDIR)
	install -m 644 etc/gateways/*.yaml $(SHAREDIR)/gateways
	install -m 644 contacts/*.csv $(SHAREDIR)/contacts
	install -m 644 etc/proxy/nginx.conf etc/proxy/Caddyfile $(SHAREDIR)/proxy
	cp -R templates/da templates/en $(SHAREDIR)/templates
	for p in $(PO:po/%.po=%); do \
	    install -D -m 644 $(BUILD)/locale/$$p/LC_MESSAGES/alertd.mo \
	    $(LOCALEDIR)/$$p/LC_MESSAGES/alertd.mo; done
	install -D -m 644 etc/completion/alertctl.bash $(BASHDIR)/alertctl
	install -D -m 644 etc/completion/alertctl.zsh $(ZSHDIR)/_alertctl
	install -D -m 644 etc/completion/alertctl.fish $(FISHDIR)/alertctl.fish
	install -d $(DESTDIR)$(UNITDIR) $(DESTDIR)$(SYSUSERS)
	for u in alertd.service alertd-backup.service alertd-backup.timer; do \
	    sed 's|/usr/local/bin|$(PREFIX)/bin|' etc/systemd/$$u \
	    >$(DESTDIR)$(UNITDIR)/$$u; done
	install -m 644 etc/systemd/alertd.sysusers \
	    $(DESTDIR)$(SYSUSERS)/alertd.conf
	for m in man/*.1; do install -m 644 $$m $(MANDIR)/man1; done
	for m in man/*.5; do install -m 644 $$m $(MANDIR)/man5; done
	for m in man/*.8; do install -m 644 $$m $(MANDIR)/man8; done

clean:
	rm -rf $(BUILD) $(BUILD)-asan build-clang build-fuzz demo

.PHONY: all help deps deps-check demo check unit-build unit system sweep torture \
    terminal-keep schema-keep check-asan check-valgrind sim \
    sim-planted fuzz-build fuzz fuzz-keep bench-deps bench bench-check \
    bench-keep format lint po install clean
