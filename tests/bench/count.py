"""What a report and a message cost in instructions, held against what is kept.

usage: count.py check|keep BUILD/count

Instructions do not depend on the machine's speed. For them to depend on
nothing else either, addresses are not random, libc and libcrypto take the
functions that every x86-64 has, and no list is in another order (count.c).
They do depend on the compiler: with another one than count.txt names, check
says so and passes. Other libraries are named when a count has changed.
"""
import glob
import os
import re
import subprocess
import sys
import tempfile

KEPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "count.txt")
MOST = 0.10  # of change, up or down
HEAD = """\
# Instructions for each report or message, counted by callgrind; written by
# "make bench-keep". "make bench-check" fails when one changes by more than 10%.
"""
WHAT = {
    "parse-statuspage": "to parse a report of Statuspage JSON",
    "parse-rss": "to parse a report of RSS",
    "read-rules": "to read the rules and compile their words",
    "judge": "to judge a report",
    "render-notice": "to render a notice, as mail and SMS",
    "render-page": "to render a page, as mail and SMS",
    "compose-mail": "to compose a mail from a notice",
    "compose-first": "to compose the first mail from a notice",
    "request-sms": "to make a gateway's call",
    "request-next": "to make the next one with the same text",
}
# What the machine at hand could do beyond the first x86-64.
PLAIN = {
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=" + ",".join(
        "-" + f for f in (
            "AVX2,AVX_Fast_Unaligned_Load,AVX512F,AVX512VL,AVX512BW,BMI1,"
            "BMI2,ERMS,FSRM,LZCNT,MOVBE,POPCNT,RTM,SSE4_1,SSE4_2,SSSE3,"
            "Fast_Unaligned_Copy,Fast_Unaligned_Load,Fast_Copy_Backward,"
            "Prefer_No_AVX512_Probing").split(",")) +
    ":glibc.cpu.x86_data_cache_size=32768"
    ":glibc.cpu.x86_shared_cache_size=1048576"
    ":glibc.cpu.x86_non_temporal_threshold=786432"
    ":glibc.cpu.x86_rep_movsb_threshold=2048"
    ":glibc.cpu.x86_rep_stosb_threshold=2048",
    "OPENSSL_ia32cap": "0",
    "LC_ALL": "C",
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
}


def dumped(path):
    """(name, times, instructions) of a dump of callgrind; None of the last."""
    with open(path, encoding="utf-8") as f:
        text = f.read()
    what = re.search(r"^desc: Trigger: Client Request: (\S+) (\d+)$", text, re.M)
    total = re.search(r"^totals: (\d+)$", text, re.M)
    return (what[1], int(what[2]), int(total[1])) if what else None


def count(program):
    """({name: version}, {name: instructions each}) of one run of count."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["setarch", "-R", "valgrind", "-q", "--tool=callgrind",
             "--instr-atstart=no", f"--callgrind-out-file={folder}/out",
             program],
            env=PLAIN, stdout=subprocess.PIPE, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"bench-check: {program} failed under valgrind")
        dumps = [dumped(p) for p in glob.glob(f"{folder}/out.*")]
    counts = {d[0]: round(d[2] / d[1]) for d in dumps if d}
    return dict(s.split() for s in done.stdout.splitlines()), \
        {name: counts[name] for name in WHAT}


def kept():
    """What count() returned when it was kept."""
    versions, counts = {}, {}
    with open(KEPT, encoding="utf-8") as f:
        for line in f:
            if line.startswith("#"):
                continue
            name, value = line.split()
            if name in WHAT:
                counts[name] = int(value)
            else:
                versions[name] = value
    return versions, counts


def keep(versions, counts):
    with open(KEPT, "w", encoding="utf-8") as f:
        f.write(HEAD)
        for name, value in {**versions, **counts}.items():
            f.write(f"{name} {value}\n")


def changes(old, new):
    """A sentence for each count that changed too much."""
    for name, what in WHAT.items():
        if name not in old:
            yield f"it takes {new[name]:,} instructions {what}; none are kept"
            continue
        by = new[name] / old[name] - 1
        if abs(by) > MOST:
            yield (f"it takes {abs(by):.1%} {'more' if by > 0 else 'fewer'} "
                   f"instructions {what}: {new[name]:,}, were {old[name]:,}")


def check(versions, counts):
    """An exit status."""
    old_versions, old = kept()
    if versions["compiler"] != old_versions["compiler"]:
        print(f"bench-check: not compared: built by {versions['compiler']}, "
              f"and {os.path.relpath(KEPT)} is of {old_versions['compiler']}")
        return 0
    bad = list(changes(old, counts))
    for sentence in bad:
        print(f"bench-check: {sentence}")
    for name, version in versions.items():
        if bad and version != old_versions.get(name):
            print(f"bench-check: {name} is {version}, "
                  f"was {old_versions.get(name)}")
    if bad:
        print("bench-check: where that is meant: make bench-keep, and say "
              "why in the commit")
        return 1
    far = max(counts, key=lambda name: abs(counts[name] / old[name] - 1))
    print(f"bench-check: {len(counts)} counts as kept; furthest off is {far}, "
          f"by {counts[far] / old[far] - 1:+.2%}")
    return 0


def main(argv):
    if len(argv) != 3 or argv[1] not in ("check", "keep"):
        sys.exit("usage: count.py check|keep BUILD/count")
    versions, counts = count(argv[2])
    if argv[1] == "check":
        return check(versions, counts)
    keep(versions, counts)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
