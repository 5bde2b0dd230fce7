"""Poll after poll of unchanged pages: nothing that alertd holds grows."""
import collections
import json
import os
import subprocess
import sys
import unittest

from servers import BUILD, ROOT, temp_folder

sys.path.append(os.path.join(ROOT, "tests", "bench"))
from idle import FEEDS, Pages  # noqa: E402

DRIVER = os.path.join(BUILD, "tests", "system", "polls")
POLLS, EVERY = 2000, 125
NOISE = 128 * 1024  # bytes: a connection is made anew now and then, with TLS


class PollsCase(unittest.TestCase):
    def setUp(self):
        self.pages = Pages()
        self.addCleanup(self.pages.stop)

    def held(self, path):
        """What it held at the start, and behind each EVERY polls."""
        db = os.path.join(temp_folder("polls"), "alertd.db")
        urls = ["https://localhost:%d/%s/%d.json" % (self.pages.tls, path, n)
                for n in range(FEEDS)]
        done = subprocess.run(
            [DRIVER, db, self.pages.ca, str(POLLS), str(EVERY), *urls],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
            timeout=120, encoding="utf-8").stdout
        return [json.loads(line) for line in done.splitlines()]

    def check(self, path, answer):
        held = self.held(path)
        last, heap = held[-1], [h["heap"] for h in held[1:]]
        half = len(heap) // 2
        self.assertGreaterEqual(last["polls"], POLLS)
        self.assertEqual(last["polls"] - last["unchanged"], FEEDS)
        self.assertEqual(last["rows"], held[1]["rows"])
        self.assertLessEqual(last["files"], held[1]["files"] + 1)
        self.assertLess(min(heap[half:]) - min(heap[:half]), NOISE)
        # In the order in which their bodies were done; the first are whole.
        asked = self.pages.asked()
        self.assertEqual(
            collections.Counter(asked),
            collections.Counter([b"200"] * FEEDS +
                                [answer] * (len(asked) - FEEDS)))

    def test_not_modified(self):
        self.check("same", b"304")

    def test_same_body(self):
        self.check("whole", b"200")


if __name__ == "__main__":
    unittest.main()
