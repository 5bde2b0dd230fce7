"""A person is forgotten, and the audit trail still verifies.

What is changed behind alertd's back is changed with sqlite3.
"""
import base64
import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
import unittest

from house import CTL
from terminal import Terminal
from test_alertctl import Case, DATAERR, NOINPUT, USAGE

CONTACTS = """\
organisation,name,email,phone
0101,Anna Holm,anna@example.dk,+45 00 00 00 01
0101,Bo Lund,bo@example.dk,+45 00 00 00 02
0147,Anna Holm,holm@example.dk,+45 00 00 00 03
"""

UNGUARDED = ("DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;"
             "DROP TRIGGER audit_next; DROP TRIGGER audit_kept;")


class Told(Case):
    """Three contacts were told of an incident, which is over."""

    def setUp(self):
        super().setUp()
        self.write("c.csv", CONTACTS)
        self.ctl("contacts", "import", self.path("c.csv"))
        self.ctl("send", "--effect", "outage", "--title", "FMK er nede",
                 "--yes")
        self.ctl("resolve", "1", "--yes")

    def sql(self, text):
        with sqlite3.connect(self.path("alertd.db")) as db:
            db.executescript(text)
        db.close()

    def in_database(self, text):
        found = False
        for tail in ("", "-wal"):
            path = self.path("alertd.db" + tail)
            if os.path.exists(path):
                with open(path, "rb") as f:
                    found = found or text.encode() in f.read()
        return found


class Forget(Told):
    def test_refused(self):
        self.refused(DATAERR, "0147", "contacts", "forget", "anna holm")
        self.refused(NOINPUT, "nobody is known", "contacts", "forget",
                     "x@example.dk")
        self.refused(NOINPUT, "no organisation", "contacts", "forget",
                     "Anna Holm", "0102")
        self.refused(DATAERR, "nobody would be left.*: Frederiksberg by",
                     "contacts", "forget", "holm@example.dk", "--yes")
        self.assertTrue(self.in_database("holm@example.dk"))
        self.refused(USAGE, "nobody is there to confirm", "contacts",
                     "forget", "anna@example.dk")
        self.assertTrue(self.in_database("anna@example.dk"))

    def test_json(self):
        args = ("contacts", "forget", "+45 00 00 00 01", "--json")
        would = json.loads(self.ctl(*args, "--dry-run").stdout)
        self.assertTrue(self.in_database("anna@example.dk"))
        did = json.loads(self.ctl(*args, "--yes").stdout)
        self.assertEqual({**would, "dry_run": False}, did)
        self.assertEqual(did["contacts"], 1)
        self.assertEqual(did["deliveries"], 4)
        self.assertFalse(self.in_database("anna@example.dk"))
        self.assertIn("whole", self.ctl("log", "verify").stdout)
        self.assertNotIn("anna@", self.ctl("log", "--json").stdout)
        told = self.json("show", "1")["notices_sent"]
        self.assertEqual([n["recipients"]["addresses"] for n in told], [6, 6])
        self.assertEqual(
            self.ctl("outbox", "list", "--all").stdout.count("forgotten "), 4)
        self.refused(NOINPUT, "nobody is known", *args)

    def test_terminal(self):
        t = Terminal(CTL, "-c", self.conf, "contacts", "forget",
                     "anna@example.dk", folder=self.dir, rows=40)
        self.addCleanup(t.close)
        t.wait("Type FORGET")
        self.assertIn("Anna Holm", t.screen())
        t.type("no")
        t.wait("stopped; nothing was sent or changed")
        self.assertTrue(self.in_database("anna@example.dk"))
        t = Terminal(CTL, "-c", self.conf, "contacts", "forget",
                     "anna@example.dk", folder=self.dir, rows=40)
        self.addCleanup(t.close)
        t.wait("Type FORGET")
        t.type("FORGET")
        t.wait("Forgotten.")
        self.assertFalse(self.in_database("anna@example.dk"))


class Verify(Told):
    """Each by who has dropped the triggers, on a copy of the database."""

    BROKEN = [
        ("UPDATE audit SET %s = 9 WHERE seq = 2" % column,
         "record 2 does not fit")
        for column in ("at", "actor", "action", "incident", "object",
                       "detail")
    ] + [
        ("UPDATE audit SET salt = zeroblob(16) WHERE seq = 2",
         "record 2 does not fit"),
        ("DELETE FROM audit WHERE seq = 2", "record 2 is missing"),
        ("DELETE FROM audit WHERE seq > 3", "record 4 is missing"),
        ("UPDATE audit SET seq = -2 WHERE seq = 2;"
         "UPDATE audit SET seq = 2 WHERE seq = 4;"
         "UPDATE audit SET seq = 4 WHERE seq = -2",
         "in the place of record 2 is record 4"),
        ("UPDATE audit_head SET hash = zeroblob(32)", "the last record"),
    ]

    def test_broken(self):
        shutil.copy(self.path("alertd.db"), self.path("whole.db"))
        for change, said in self.BROKEN:
            with self.subTest(change):
                for tail in ("-wal", "-shm"):
                    if os.path.exists(self.path("alertd.db" + tail)):
                        os.unlink(self.path("alertd.db" + tail))
                shutil.copy(self.path("whole.db"), self.path("alertd.db"))
                self.sql(UNGUARDED + change)
                self.refused(DATAERR, said, "log", "verify")

    def erase_by_hand(self, seq):
        """As alertd(8) says how, and puts nothing on record."""
        with contextlib.closing(sqlite3.connect(self.path("alertd.db"))) as db:
            seed, text = db.execute(
                "SELECT salt, detail FROM audit WHERE seq = ?",
                (seq,)).fetchone()
            left, gone = (hashlib.sha256(seed).digest()[i:i + 16]
                          for i in (0, 16))
            salt = base64.urlsafe_b64encode(gone).rstrip(b"=")
            digest = hashlib.sha256(b"%d:%s%d:%s" % (
                len(salt), salt, len(text.encode()), text.encode()))
            # Without dropping a trigger: it is an erasure.
            db.execute("UPDATE audit SET detail = '(erased)', salt = ?,"
                       " detail_digest = ? WHERE seq = ?",
                       (left, digest.digest(), seq))
            db.commit()

    def test_erased_by_hand(self):
        self.erase_by_hand(2)
        self.refused(DATAERR, "record 2 was erased, and no later", "log",
                     "verify")

    def test_head(self):
        before = json.loads(self.ctl("log", "verify", "--json").stdout)
        head = before["head"]
        self.assertIn(head, self.ctl("log", "verify").stdout)
        self.ctl("contacts", "forget", "anna@example.dk", "--yes")
        # Those who were told with her are told of once more.
        self.assertIn("delivery.restated", self.ctl("log").stdout)
        kept = json.loads(
            self.ctl("log", "verify", "--head", head, "--json").stdout)
        self.assertTrue(kept["verified"])
        self.assertEqual(kept["kept"], before["records"])
        self.refused(DATAERR, "no record has the kept head", "log",
                     "verify", "--head", "0" * 64)
        self.refused(USAGE, "64 hex digits", "log", "verify", "--head", "x")


if __name__ == "__main__":
    unittest.main()
