#!/bin/sh
# usage: tests/bench/run.sh BENCH BENCH_WEB [RUNS]
# Measures, and writes what was measured into RESULTS.md; what stands there
# from "## Read" on is written by hand and stays.
set -eu
bench=$1
page=$2
runs=${3:-9}
here=$(dirname "$0")
work=$(dirname "$bench")/bench-work
results=$here/RESULTS.md
bytes=10485760
incidents=10000

mkdir -p "$work"
for kind in rss statuspage; do
	"$bench" make $kind $bytes tests/data/filter/*.jsonl >"$work/$kind"
	# For Valgrind, which is fifty times slower.
	"$bench" make $kind $((bytes / 10)) tests/data/filter/*.jsonl \
	    >"$work/$kind.tenth"
done

version() { dpkg-query -W -f '${Version}' "$1" 2>/dev/null || echo "?"; }

machine() {
	echo "- $(date -u +%F), load $(cut -d' ' -f1 /proc/loadavg)"
	echo "- $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1)," \
	    "$(nproc) cores, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1e6 }' \
	    /proc/meminfo), Linux $(uname -r)"
	echo "- $(${CC:-cc} --version | head -1); libxml2 $(version libxml2)," \
	    "Jansson $(version libjansson4), PCRE2 $(version libpcre2-8-0)," \
	    "glibc $(version libc6)"
}

speed() {
	echo "| kind | MiB | reports | reports/s, median | lowest | highest" \
	    "| µs to parse one | µs to judge one | peak MiB | before the body" \
	    "| told, asked, ignored |"
	echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
	for kind in rss statuspage; do
		"$bench" run $kind "$work/$kind" "$runs"
	done
}

count() { # kind, function: instructions in it for each report
	out=$work/callgrind.out
	n=$(valgrind --tool=callgrind --callgrind-out-file="$out" \
	    --toggle-collect="$2" "$bench" run "$1" "$work/$1.tenth" 0 \
	    2>/dev/null)
	awk -v n="$n" '/^(summary|totals):/ { i = $2 }
	    END { printf "%.0f", i / n }' "$out"
}

instructions() {
	if ! command -v valgrind >/dev/null; then
		echo "Not counted: Valgrind is not installed."
		return
	fi
	echo "| kind | instructions to parse one | to judge one |"
	echo "| --- | --- | --- |"
	for kind in rss statuspage; do
		echo "| $kind | $(count $kind feed_parse)" \
		    "| $(count $kind filter_judge) |"
	done
}

pages() {
	db=$work/web.db
	rm -f "$db" "$db-wal" "$db-shm"
	"$page" make "$db" $incidents
	echo "## The page"
	echo
	echo "With $incidents incidents of eight notices each in ten months," \
	    "the newest open and 7,496"
	echo "deliveries of it unfinished. The time from the request to the" \
	    "finished answer, without"
	echo "HTTP itself; wanted are at most 100 ms."
	echo
	echo "| page | path | ms, median | lowest | highest | KiB |"
	echo "| --- | --- | --- | --- | --- | --- |"
	"$page" run "$db" "$runs"
	rm -f "$db" "$db-wal" "$db-shm"
}

{
	echo "# Throughput"
	echo
	echo "Written by \`make bench\`. A made feed of 10 MiB, texts from" \
	    "\`tests/data/filter\`, is"
	echo "parsed and every report judged by the built-in rules, in one" \
	    "process on one core:"
	echo "once to warm up, then $runs times. The time is the process' CPU" \
	    "time. Peak is VmHWM,"
	echo "all runs and the body itself with it; wanted are at least" \
	    "20,000 reports/s, and at"
	echo "most four times the body, 40 MiB."
	echo
	machine
	echo
	speed
	echo
	instructions
	echo
	pages
	echo
	if [ -e "$results" ]; then
		sed -n '/^## Read/,$p' "$results"
	fi
} >"$work/results"
mv "$work/results" "$results"
sed '/^## Read/,$d' "$results"
