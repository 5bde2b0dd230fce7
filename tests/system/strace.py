"""Programs that die at a chosen system call: strace kills them with SIGKILL
right before it. The daemon looks for its workers beside itself; in a folder
of ours each is a script that starts the real one under strace, as often as a
fate is laid out for it, and plainly thereafter."""
import collections
import os
import re
import shutil
import subprocess

from servers import BUILD

# All that leaves the process, and an answer that is waited for.
CALLS = ("write", "writev", "pwrite64", "fsync", "fdatasync", "ftruncate",
         "unlink", "rename", "connect", "sendto", "sendmsg", "recvfrom")
NAMES = ("alertd", "alertctl", "alertd-mail", "alertd-sms", "alertd-web")
# -D: the program stays the child of who starts it, under its own id.
SCRIPT = """#!/bin/sh
for i in 1 2 3; do
	if mv "{fates}/{name}.$i" "{fates}/{name}.$i.now" 2>/dev/null; then
		exec strace -D -q -s 0 -e "trace={calls}" \\
		    -o "{fates}/{name}.$i.calls" \\
		    $(cat "{fates}/{name}.$i.now") "{real}/{name}" "$@"
	fi
done
exec "{real}/{name}" "$@"
"""


def allowed():
    """Whether strace is there and may trace."""
    return shutil.which("strace") is not None and subprocess.run(
        ["strace", "-D", "-qq", "-o", os.devnull, "true"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        check=False).returncode == 0


class Programs:
    """A folder of programs, and what is to become of each."""

    def __init__(self, folder):
        self.fates = os.path.join(folder, "fates")
        self.scripts = os.path.join(folder, "programs")
        self.real = os.path.join(folder, "real")
        for f in (self.fates, self.scripts, self.real):
            os.mkdir(f)
        for name in NAMES:
            self.install(name)

    def install(self, name):
        """The daemon looks where it is itself, so it is beside the scripts;
        so is what alertctl starts."""
        core = name in ("alertd", "alertctl")
        link(name, os.path.join(self.real, name))
        if core:
            link(name, os.path.join(self.scripts, name))
        path = os.path.join(self.scripts, name + ".sh" * core)
        with open(path, "w", encoding="utf-8") as f:
            f.write(SCRIPT.format(
                fates=self.fates, name=name, calls=",".join(CALLS),
                real=self.scripts if core else self.real))
        os.chmod(path, 0o755)

    def program(self, name):
        """The script of alertd or alertctl."""
        return os.path.join(self.scripts, name + ".sh")

    def lay_out(self, name, start, call=None, nth=0):
        """The start-th start (1 to 3) of a program is traced; with a call, it
        dies before its nth."""
        fate = "" if call is None else \
            "-e inject=%s:signal=KILL:when=%d" % (call, nth)
        with open(os.path.join(self.fates, "%s.%d" % (name, start)), "w",
                  encoding="utf-8") as f:
            f.write(fate)

    def writing(self):
        """Whether strace still writes what it saw: it is no child of ours, and
        keeps what is short until it ends."""
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open("/proc/%s/cmdline" % pid, "rb") as f:
                    words = f.read().split(b"\0")
            except OSError:
                continue
            if os.path.basename(words[0]) == b"strace" and any(
                    w.startswith(os.fsencode(self.fates)) for w in words):
                return True
        return False

    def trace(self, name, start):
        """The lines of what strace saw; none when it was not started."""
        path = os.path.join(self.fates, "%s.%d.calls" % (name, start))
        if not os.path.exists(path):
            return []
        with open(path, encoding="utf-8", errors="replace") as f:
            return f.read().splitlines()

    def calls(self, name, start=1):
        """How often it made each call."""
        return collections.Counter(
            line.partition("(")[0] for line in self.trace(name, start)
            if re.match(r"\w+\(", line))

    def died(self, name, start=1):
        """Whether its fate has come; not when somebody else killed it."""
        path = os.path.join(self.fates, "%s.%d.now" % (name, start))
        if not os.path.exists(path):
            return False
        with open(path, encoding="utf-8") as f:
            fate = re.match(r"-e inject=(\w+):signal=KILL:when=(\d+)$",
                            f.read())
        return fate is not None and \
            "+++ killed by SIGKILL +++" in self.trace(name, start) and \
            self.calls(name, start)[fate[1]] == int(fate[2])


def link(name, path):
    """A hard link, since a program looks where /proc/self/exe says it is."""
    try:
        os.link(os.path.join(BUILD, name), path)
    except OSError:
        shutil.copy2(os.path.join(BUILD, name), path)
