#!/bin/sh
# Plants known bugs one by one, and sees that the simulation finds each by the
# invariant that the table of README.md names.
#
#   planted.sh check     that each patch still applies, and is in the table
#   planted.sh [NN ...]  plants all, or those
#
# BUILD is what "make build/sim" has filled; SEEDS is how many worlds a bug is
# given. Needs no git. At the end: 1 when one was not found, or otherwise.
set -eu
cd "$(dirname "$0")/../.."
here=tests/sim/planted
build=${BUILD:-build}
tree=${TREE:-$build/planted}
seeds=${SEEDS:-40}
jobs=${JOBS:-2}
log=$tree/log

# The cell of a row of the table: "cell 03-name 2".
cell() {
	sed -n "s/^| \`$1\` | \(.*\) |\$/\1/p" $here/README.md |
	    awk -F ' [|] ' -v n="$2" '{ print $n }'
}

# Without a trace of it in the tree: patch looks, and does not touch.
applies() {
	patch -p1 --dry-run --batch --silent <"$1" >/dev/null 2>&1
}

check() {
	bad=0
	for p in "$here"/*.patch; do
		name=$(basename "$p" .patch)
		if ! applies "$p"; then
			echo "$p: does not apply any more"
			bad=1
		fi
		if [ "$(cell "$name" 1)" != "$(head -n 1 "$p")" ] ||
		    [ -z "$(cell "$name" 2)" ]; then
			echo "$p: its row of $here/README.md is not right"
			bad=1
		fi
	done
	rows=$(grep -c '^| `' $here/README.md)
	files=$(find $here -name '*.patch' | wc -l)
	if [ "$rows" -ne "$files" ]; then
		echo "$here: $files patches, and $rows rows in README.md"
		bad=1
	fi
	return $bad
}

# Times are kept, so that make builds only what a patch has changed.
lay_out() {
	mkdir -p "$build"
	exec 9>"$tree.lock"
	if ! flock -n 9; then
		echo "$tree: somebody plants there already"
		exit 1
	fi
	rm -rf "$tree"
	mkdir -p "$tree/$build"
	cp -a Makefile alertd tests contacts etc templates tools po "$tree"
	cp -a "$build/obj" "$build/libalertd.a" "$build"/embed* "$tree/$build"
}

# One world; says the invariant that did not hold, or nothing.
world() {
	"$1" -n 1 -f "$2" -t 0 >>"$log" || true
	sed -n "s/^seed $2 breaks invariant \([0-9]*\),.*/\1/p" "$log"
}

days_of() {
	sed -n 's/.* worlds, \([0-9]*\) incident-days.*/\1/p' "$1"
}

# Worlds that do not hold by themselves prove nothing of a bug.
hunt() {
	days=0 seed=0 found=
	while [ -z "$found" ] && [ "$seed" -lt "$seeds" ]; do
		seed=$((seed + 1))
		: >"$log"
		found=$(world "$tree/$build/sim" "$seed")
		days=$((days + $(days_of "$log")))
		cp "$log" "$tree/last"
		: >"$log"
		if [ -n "$found" ] && [ -n "$(world "$build/sim" "$seed")" ]
		then
			found=
		fi
	done
}

plant() {
	name=$(basename "$1" .patch)
	should=$(cell "$name" 2)
	if ! patch -d "$tree" -p1 --batch --silent <"$1"; then
		echo "$name: does not apply"
		return 1
	fi
	if ! make -C "$tree" --no-print-directory -j"$jobs" \
	    BUILD="$build" "$build/sim" >"$log" 2>&1; then
		cat "$log"
		echo "$name: does not build"
		patch -d "$tree" -p1 -R --batch --silent <"$1" || exit 1
		return 1
	fi
	hunt
	# A bug that stays would be found in the place of the next.
	patch -d "$tree" -p1 -R --batch --silent <"$1" || exit 1
	if [ -z "$found" ]; then
		echo "$name: NOT FOUND in $seed worlds, $days incident-days"
		return 1
	fi
	case " $should " in
	*" $found "*) ;;
	*)
		echo "$name: found by $found, not by $should"
		cat "$tree/last"
		return 1
		;;
	esac
	echo "$name: found by $found, world $seed, $days incident-days"
}

main() {
	n=0 good=0
	lay_out
	for p in "$here"/*.patch; do
		nn=$(basename "$p" | cut -d- -f1)
		case " ${*:-$nn} " in
		*" $nn "*) ;;
		*) continue ;;
		esac
		n=$((n + 1))
		if plant "$p"; then
			good=$((good + 1))
		fi
	done
	echo "$n planted, $good found"
	[ "$n" -gt 0 ] && [ "$n" -eq "$good" ]
}

if [ "${1:-}" = check ]; then
	check
else
	main "$@"
fi
