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
    made = {}  # by its file

    def __init__(self, start, monotonic=False):
        """start: seconds since 1970 that it is now."""
        self.folder = temp_folder("clock")
        self.file = os.path.join(self.folder, "offset")
        self.files = [self.file]
        self.made[self.file] = self
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

    def also_in(self, folder):
        """Another file, for who is shut in and reads nothing outside of its
        folder."""
        self.files.append(os.path.join(folder, "clock"))
        self.write()
        return self.files[-1]

    def put(self, text):
        for name in self.files:
            if os.path.isdir(os.path.dirname(name)):
                with open(name + ".new", "w", encoding="utf-8") as f:
                    f.write(text)
                os.rename(name + ".new", name)

    def write(self):
        self.put("%+d" % self.offset)

    def hold(self, at):
        """From now on it is that time for each program when it begins."""
        self.env["FAKETIME_FMT"] = "%s"
        self.put("@%d" % at)

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
        del self.made[self.file]
        shutil.rmtree(self.folder)
