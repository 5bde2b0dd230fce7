"""A clock that a test sets, for programs that read the machine's: libfaketime
in all of them, each reading its offset from a file. Only the wall clock is
made, unless monotonic is asked for; what sleeps sleeps as ever, and is to be
woken."""
import os
import shutil
import socket
import time

from servers import temp_folder

LIBRARY = "/usr/lib/%s-linux-gnu/faketime/libfaketime.so.1" % os.uname().machine


class MadeClock:
    def __init__(self, start, monotonic=False):
        """start: seconds since 1970 that it is now."""
        self.folder = temp_folder("clock")
        self.file = os.path.join(self.folder, "offset")
        self.offset = int(start - time.time())
        self.write()
        self.env = {
            "LD_PRELOAD": LIBRARY,
            "FAKETIME_TIMESTAMP_FILE": self.file,
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": str(int(not monotonic)),
            # The sanitizers want to be first; nothing of theirs is replaced.
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") +
            ":verify_asan_link_order=0",
        }

    def write(self):
        with open(self.file + ".new", "w", encoding="utf-8") as f:
            f.write("%+d" % self.offset)
        os.rename(self.file + ".new", self.file)

    def hold(self, at):
        """From now on it is that time for each program when it begins."""
        self.env["FAKETIME_FMT"] = "%s"
        with open(self.file + ".new", "w", encoding="utf-8") as f:
            f.write("@%d" % at)
        os.rename(self.file + ".new", self.file)

    def now(self):
        return time.time() + self.offset

    def forward(self, seconds):
        self.offset += seconds
        self.write()

    def pass_in(self, house, seconds):
        """The daemon of the house sees that so much time has passed."""
        self.forward(seconds)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as s:
            s.sendto(b"w", house.path("alertd.db.wake"))

    def stop(self):
        shutil.rmtree(self.folder)
