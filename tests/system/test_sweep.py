"""Crashes in the middle of a broadcast, a few of them: each program dies at a
system call that a seed chooses, and recipient by recipient it is reconciled
what came of it. SEED=7 takes the choice back; "make sweep" goes through all of
them."""
import concurrent.futures
import copy
import os
import random
import shutil
import unittest

import crash
import strace
from outage import MAILS, NUMBERS, RESOLVE, UPDATE, make_template
from reconcile import reconcile
from servers import temp_folder

SEED = int(os.environ.get("SEED") or random.randrange(1 << 32))
AT_ONCE = 3
TRACED = ("alertd", "alertd-mail", "alertd-sms")


@unittest.skipUnless(strace.allowed(), "no strace, or it may not trace")
class Sweep(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = temp_folder("sweep-template")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.template = make_template(cls.folder)
        cls.act = sorted(crash.ACTS)[SEED % len(crash.ACTS)]
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            clean = pool.submit(crash.broadcast, cls.template,
                                [(name, 1) for name in TRACED] +
                                [("alertd-mail", 2)])
            acted = pool.submit(crash.operator, cls.template, cls.act)
        cls.clean, cls.acted = clean.result(), acted.result()
        print("SEED=%d" % SEED, flush=True)

    # --- nobody dies --------------------------------------------------------

    def judge(self, change):
        """What is said of the clean round once it was changed."""
        books = copy.deepcopy(self.clean.books)
        copies = list(self.clean.taken.copies)
        taken = copy.copy(self.clean.taken)
        taken.copies = copies
        change(books, copies)
        return reconcile(books, taken, MAILS, NUMBERS, {})

    def said(self, change, words):
        complaints = self.judge(change)
        self.assertTrue(any(words in c for c in complaints),
                        "%s not in %s" % (words, complaints))

    def newest(self, copies):
        """Where the first mail of the newest notice is."""
        return next(i for i, c in enumerate(copies)
                    if c.channel == "mail" and
                    c.key.split(".")[2:4] == ["1", "2"])

    def test_clean(self):
        self.assertEqual(self.clean.complaints, [])
        self.assertFalse(self.clean.deaths)
        self.assertEqual(self.clean.books.repeated(self.clean.taken), 0)
        self.assertEqual(self.acted.complaints, [])

    def test_reconciliation_finds_it(self):
        """Each way in which it may be wrong."""
        def accepted(books):
            return next(d for d in books.deliveries
                        if d["state"] == "accepted" and d["number"] == 2)

        self.assertEqual(self.judge(lambda books, copies: None), [])
        self.said(lambda books, copies: copies.pop(self.newest(copies)),
                  "nobody received it")
        self.said(lambda books, copies: copies.pop(self.newest(copies)),
                  "never got notice 2 of incident 1")
        self.said(lambda books, copies: copies.append(
            copies[self.newest(copies)]), "no doubt is on record")
        self.said(lambda books, copies: copies.append(
            copies[self.newest(copies)]), "1 units of mail were repeated")
        self.said(lambda books, copies: copies.reverse(),
                  "came after notice 2")
        self.said(lambda books, copies: accepted(books).update(
            state="superseded"), "no doubt is on record")
        self.said(lambda books, copies: accepted(books).update(
            state="sending"), "is still sending")
        self.said(lambda books, copies: books.by_mail.clear(),
                  "is no delivery")
        self.said(lambda books, copies: books.audit.remove(next(
            r for r in books.audit if r["action"] == "delivery.accepted")),
            "0 records of acceptance")

    # --- somebody dies ------------------------------------------------------

    def choose(self, rng, name):
        """A call of a program, and which one of its kind: each kind as likely
        as another."""
        # Of two workers one may have found nothing left to do.
        start = 1 if self.clean.calls[name, 1] else 2
        calls = self.clean.calls[name, start]
        call = rng.choice(sorted(calls))
        return name, start, call, rng.randint(1, calls[call])

    def rounds(self, rng):
        """How to run each."""
        steps = [(UPDATE,), (UPDATE, RESOLVE)]
        for name in rng.sample(TRACED, 2):
            yield crash.broadcast, [self.choose(rng, name)], rng.choice(steps)
        yield crash.broadcast, [self.choose(rng, "alertd"), (
            "alertd", 2, "pwrite64", rng.randint(1, 30))]
        yield crash.power_cut, rng.randint(1, 20)
        yield crash.unheard, "alertd-mail", rng.randint(3, 12)
        yield crash.unheard, "alertd-sms", rng.randint(1, 4)
        calls = self.acted.calls["alertctl", 1]
        yield (crash.operator, self.act, "pwrite64",
               rng.randint(1, calls["pwrite64"]))

    def test_crashes(self):
        rounds = list(self.rounds(random.Random(SEED)))
        with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
            results = [(args, pool.submit(run, self.template, *args))
                       for run, *args in rounds]
        died = 0
        for args, future in results:
            with self.subTest(args, seed=SEED):
                result = future.result()
                died += sum(result.deaths.values())
                self.assertEqual(result.complaints, [], result.said)
        # Work is not shared alike each time, so that one may be missed.
        self.assertGreaterEqual(died, len(rounds) // 2)


if __name__ == "__main__":
    unittest.main()
