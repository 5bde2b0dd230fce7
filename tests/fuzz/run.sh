#!/bin/sh
# usage: tests/fuzz/run.sh fuzz SECONDS [TARGET]
#        tests/fuzz/run.sh keep [TARGET]
# Fuzzes each target for so many seconds, one closing line each; fails when
# one found something. New inputs go to build-fuzz/new/TARGET; keep makes a new
# corpus of them and the old one.
set -u
here=$(dirname "$0")
build="build-fuzz"
what=$1
shift
seconds=60
if [ "$what" = fuzz ]; then
	seconds=$1
	shift
fi
known=$("$build/fuzz" targets)
targets=${*:-$known}
for t in $targets; do
	if ! echo "$known" | grep -qx "$t"; then
		echo "no target \"$t\"; there are: $known" | tr '\n' ' ' >&2
		echo >&2
		exit 64
	fi
done

# 16 KB hold several items of any form; what only a long text reaches is for
# the target "cut", which repeats its input, and for test_feed_hostile.
# A date of 80 bytes and more is none.
max_len() {
	case $1 in
	date) echo 128 ;;
	cut) echo 512 ;;
	html | field | callback | ical | http | bounce | contacts | template)
		echo 4096 ;;
	*) echo 16384 ;;
	esac
}

dicts() {
	case $1 in
	date) echo date ;;
	callback) echo json ;;
	field) echo html ;;
	cut | html) echo html ;;
	rss | confluence | rss-updates) echo xml html date ;;
	path) echo xml json html words ;;
	maildir | mails) echo mail html date ;;
	ical) echo ical ;;
	http) echo http ;;
	bounce) echo bounce mail ;;
	config | rules | preset) echo yaml ;;
	contacts) echo csv ;;
	template) echo mustache ;;
	*) echo json html date ;;
	esac
}

prepare() { # target
	ln -sf fuzz "$build/fuzz-$1"
	mkdir -p "$build/new/$1" "$build/found/$1" "$here/corpus/$1"
	for d in $(dicts "$1"); do
		cat "$here/$d.dict"
	done >"$build/$1.dict"
}

# A body so small takes milliseconds and a few MB: ten seconds are for a busy
# machine; 64 MB at once are not the body's, and 1 GB is more than what the
# sanitizer keeps of freed memory (64 MB) and libFuzzer of inputs.
run() { # target, further arguments
	t=$1
	shift
	ASAN_OPTIONS=quarantine_size_mb=64:${ASAN_OPTIONS:-} \
	"$build/fuzz-$t" -max_len="$(max_len "$t")" -timeout=10 \
	    -malloc_limit_mb=64 -rss_limit_mb=1024 \
	    -artifact_prefix="$build/found/$t/" "$@"
}

stat_of() { # name: from libFuzzer's statistics
	sed -n "s/^stat::$1: *//p" "$log" | tail -1
}

told() { # target
	cover=$(grep -o 'cov: [0-9]* ft: [0-9]* corp: [0-9]*' "$log" | tail -1)
	echo "$1: $(stat_of number_of_executed_units) executions," \
	    "${cover:-no coverage}, $(($(date +%s) - began)) s," \
	    "$(stat_of peak_rss_mb) MB: $2"
}

failed() { # target
	told "$1" "FOUND"
	grep -E 'does not hold|ERROR: |SUMMARY: ' "$log" | sed 's/^/  /'
	input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -1)
	# The last that was run, when it was a kept one.
	[ -n "$input" ] ||
	    input=$(sed -n 's/^Running: //p' "$log" | tail -1)
	echo "  input:  ${input:-none was written}"
	echo "  again:  $build/fuzz-$1 $input"
	echo "  log:    $log"
}

fuzz() { # target
	prepare "$1"
	log=$build/$1.log
	began=$(date +%s)
	# What was found once is run first, and whole.
	set -- "$1" "$here/found/$1"/*
	if [ -e "$2" ] && ! run "$@" >"$log" 2>&1; then
		failed "$1"
		return 1
	fi
	if ! run "$1" -max_total_time="$seconds" -print_final_stats=1 \
	    -dict="$build/$1.dict" "$build/new/$1" "$here/corpus/$1" \
	    >"$log" 2>&1; then
		failed "$1"
		return 1
	fi
	told "$1" "nothing found"
}

# The fewest files of at most 1 KB that reach what all of them reach; how often
# a line is reached does not count, or thousands would be kept.
keep() { # target
	prepare "$1"
	log=$build/$1.keep.log
	kept=$build/kept
	rm -rf "$kept"
	mkdir "$kept"
	if ! run "$1" -set_cover_merge=1 -use_counters=0 -max_len=1024 \
	    "$kept" "$here/corpus/$1" "$build/new/$1" >"$log" 2>&1; then
		echo "$1: not merged, see $log" >&2
		return 1
	fi
	rm -rf "$here/corpus/$1"
	mv "$kept" "$here/corpus/$1"
	find "$here/corpus/$1" -type f -printf '%s\n' |
	    awk -v t="$1" '{ n++; s += $1 }
	    END { printf "%s: %d files, %d bytes kept\n", t, n, s }'
}

# One on each core.
if [ "$what" = fuzz ] && [ "$targets" = "$known" ]; then
	echo "$targets" | xargs -n 1 -P "$(nproc)" "$0" fuzz "$seconds"
	exit
fi
status=0
for t in $targets; do
	case $what in
	fuzz) fuzz "$t" || status=1 ;;
	keep) keep "$t" || status=1 ;;
	*) exit 64 ;;
	esac
done
exit $status
