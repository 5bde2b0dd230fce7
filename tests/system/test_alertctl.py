"""alertctl as scripts see it: forms, exit statuses, and nothing half done.

Mail goes to a Maildir and SMSes to a file, in a folder of each test's own.
"""
import json
import os
import re
import shutil
import subprocess
import unittest

from house import CTL, SAMPLE
from servers import ROOT, temp_folder

SHARED = os.environ.get("ALERTD_SHARED", os.path.join(ROOT, "..", "shared"))
NIGHT = os.path.join(ROOT, "tests", "data", "nspop-sequence")

USAGE, DATAERR, NOINPUT, UNAVAILABLE = 64, 65, 66, 69
TEMPFAIL, CONFIG = 75, 78

CONF = """\
store: alertd.db
feeds:
  - name: nspop
    kind: statuspage
    url: file://%(dir)s/feed.json
mail:
  transport: maildir
  maildir: Maildir
  from: "FMK-drift <fmk-drift@example.dk>"
sms:
  transport: file
  file: sms.txt
  sender: FMKDRIFT
"""


def shared(*names):
    path = os.path.join(SHARED, *names)
    if not os.path.exists(path):
        raise unittest.SkipTest("%s is absent" % os.path.join(*names))
    return path


class Case(unittest.TestCase):
    """A folder with a configuration, and alertctl run in it."""

    def setUp(self):
        self.dir = temp_folder("ctl")
        self.addCleanup(shutil.rmtree, self.dir)
        self.conf = self.write("alertd.yaml", CONF % {"dir": self.dir})

    def path(self, name):
        return os.path.join(self.dir, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as f:
            os.fchmod(f.fileno(), 0o600)
            f.write(text)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as f:
            return f.read()

    def plain(self, *args, **options):
        """Runs alertctl without any configuration of ours."""
        env = dict(os.environ)
        env.pop("ALERTD_CONFIG", None)
        return subprocess.run(
            [CTL] + list(args), cwd=self.dir, env=env, timeout=120,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8", **options)

    def ctl(self, *args, status=0):
        r = self.plain("-c", self.conf, *args)
        self.assertEqual(r.returncode, status, r.stdout + r.stderr)
        self.assertNotRegex(r.stderr, "ERROR: (Address|Leak)Sanitizer")
        return r

    def refused(self, status, words, *args):
        """alertctl ends with status, and says the words on stderr."""
        r = self.ctl(*args, status=status)
        self.assertRegex(r.stderr, words)
        return r

    def json(self, *args, status=0):
        return json.loads(self.ctl("--json", *args, status=status).stdout)

    def sample(self):
        self.ctl("contacts", "import", SAMPLE)

    def mails(self):
        new = self.path("Maildir/new")
        return os.listdir(new) if os.path.isdir(new) else []

    def told(self):
        """The mails to others than the on-call, who is paged."""
        return [m for m in self.mails()
                if "medcom-vagt@" not in self.read("Maildir/new/" + m)]

    def send(self, *more, status=0):
        return self.ctl("send", "--effect", "outage", "--title", "FMK er nede",
                        "--text", "Vi undersøger det.", *more, status=status)


class CommandLine(Case):
    def test_version(self):
        self.assertRegex(self.plain("--version").stdout, r"^alertctl \d")

    def test_mistakes_name_the_nearest(self):
        for args, words in (
                (["sned"], 'did you mean "send"'),
                (["feed", "prase", "x"], 'did you mean "feed parse"'),
                (["contacts", "lst"], 'did you mean "contacts list"'),
                (["feeds"], 'did you mean "feed"'),
                (["feed"], "list, test, parse"),
                (["feed", "frobnicate"], "list, test, parse"),
                (["--jsn", "status"], "did you mean --json"),
                (["-jsn", "status"], "did you mean --json"),
                (["-json", "status"], "did you mean --json"),
                (["--effect", "outage", "send"], "behind the command"),
                # Not the text "ext", nor the letters y, e and s.
                (["update", "-text", "5"], "did you mean --text"),
                (["send", "-effect=outage"], "did you mean --effect"),
                (["send", "-yes"], "did you mean --yes"),
                (["send", "-nq"], "unknown option -q"),
                (["send", "--effect", "outge"], 'did you mean "outage"'),
                (["send", "-e", "none"], "outage, degraded, data_error"),
                (["send", "--fmk-online", "wrks"], 'did you mean "works"'),
                (["preview", "--type", "frst"], 'did you mean "first"'),
                (["feed", "parse", "--kind", "ras", "x"], 'mean "rss"'),
                (["completion", "bsh"], 'did you mean "bash"'),
                (["frobnicate"], "--help"),
                (["send", "--titel", "x"], "did you mean --title"),
                (["send", "--title"], "needs a value"),
                (["send", "--yes=1"], "takes no value"),
                (["send", "-q"], "unknown option -q"),
                (["contacts", "show"], "argument is missing"),
                (["show", "1", "2"], "too many arguments"),
                ([], "usage:")):
            r = self.plain(*args)
            self.assertEqual(r.returncode, USAGE, args)
            self.assertIn(words, r.stderr)
            self.assertEqual(r.stdout, "")
            if args:
                self.assertEqual(r.stderr.count("alertctl: "), 1, args)

    def test_values_that_look_like_options(self):
        r = self.plain("send", "--title", "-text", "--effect", "x")
        self.assertIn("--effect x", r.stderr)
        r = self.plain("send", "-t", "-yes", "--effect", "x")
        self.assertIn("--effect x", r.stderr)

    def test_missing_configuration(self):
        r = self.plain("-c", "nowhere.yaml", "status")
        self.assertEqual(r.returncode, NOINPUT)
        self.assertIn("nowhere.yaml", r.stderr)
        body = os.path.join(NIGHT, "2026-03-28T221300Z.json")
        r = self.plain("-c", "nowhere.yaml", "feed", "parse", body)
        self.assertEqual(r.returncode, NOINPUT)

    def test_configuration_from_the_environment(self):
        self.sample()
        r = subprocess.run([CTL, "--json", "status"], cwd="/",
                           env=dict(os.environ, ALERTD_CONFIG=self.conf),
                           stdout=subprocess.PIPE)
        self.assertEqual(r.returncode, 0)
        self.assertEqual(len(json.loads(r.stdout)["municipalities"]), 98)

    def test_no_configuration_anywhere(self):
        if os.path.exists("/etc/alertd/alertd.yaml"):
            raise unittest.SkipTest("this machine has a configuration")
        said = set()
        for args in (["status"], ["config", "check"], ["feed", "list"],
                     ["send"], ["contacts", "import", SAMPLE], ["show", "1"],
                     ["preview", "1"], ["log"], ["outbox", "list"]):
            r = self.plain(*args)
            self.assertEqual(r.returncode, CONFIG, args)
            said.add(r.stderr)
        self.assertEqual(len(said), 1, said)
        self.assertIn("-c FILE", said.pop())

    def into_full(self, *args):
        with open("/dev/full", "w", encoding="utf-8") as full:
            return subprocess.run(
                [CTL, "-c", self.conf] + list(args), stdout=full,
                cwd=self.dir, stderr=subprocess.PIPE, encoding="utf-8")

    def test_full_output_is_an_error(self):
        r = self.into_full("--help")
        self.assertEqual(r.returncode, 74)
        self.assertNotIn("is done", r.stderr)

    def test_what_prints_says_that_nobody_can_read_it(self):
        """Into a full disk and a closed output, whatever the answer is."""
        self.sample()
        self.ctl("send", "-e", "outage", "--title", "T", "-y")
        feed = os.path.join(NIGHT, sorted(os.listdir(NIGHT))[0])
        for args in (["contacts", "export"], ["contacts", "list"],
                     ["report", "1"], ["report", "1", "--csv"],
                     ["report", "1", "--html"], ["log"], ["log", "verify"],
                     ["coverage"], ["coverage", "--csv"], ["show", "1"],
                     ["status"], ["status", "--json"], ["feed", "parse", feed],
                     ["preview", "1"], ["outbox", "list"], ["oncall"],
                     ["selfcheck"]):
            good = self.plain("-c", self.conf, *args)
            self.assertIn(good.returncode, (0, 1), (args, good.stderr))
            self.assertNotEqual(good.stdout, "", args)
            closed = subprocess.run(
                ["sh", "-c", 'exec "$0" "$@" >&-', CTL, "-c", self.conf,
                 *args], cwd=self.dir, stderr=subprocess.PIPE,
                encoding="utf-8", check=False)
            for r in (self.into_full(*args), closed):
                self.assertEqual(r.returncode, 74, args)
                self.assertRegex(
                    r.stderr, "alertctl: (the output cannot be written|"
                    "svaret kan ikke skrives)\n$")

    def test_whoever_read_enough_hears_nothing(self):
        read, write = os.pipe()
        os.close(read)
        r = subprocess.run(
            [CTL, "--help"], stdout=write, stderr=subprocess.PIPE,
            encoding="utf-8", check=False)
        os.close(write)
        self.assertEqual((r.returncode, r.stderr), (74, ""))

    def test_full_output_after_the_deed(self):
        r = self.into_full("contacts", "import", SAMPLE)
        self.assertEqual(r.returncode, 74)
        self.assertIn("done all the same", r.stderr)
        self.assertGreater(len(self.json("contacts", "list")), 98)
        r = self.into_full("send", "-e", "outage", "--title", "T", "-y")
        self.assertEqual(r.returncode, 74)
        self.assertIn("done all the same", r.stderr)
        self.assertEqual(len(self.json("status")["incidents"]), 1)
        r = self.into_full("update", "--text", "x", "--dry-run")
        self.assertEqual(r.returncode, 74)
        self.assertNotIn("is done", r.stderr)


class Feeds(Case):
    KEYS = {"id", "revision", "title", "text", "url", "published", "updated",
            "components", "impact", "status", "phase"}

    def parse(self, *args):
        r = self.plain("feed", "parse", *args)
        self.assertEqual(r.returncode, 0, r.stderr)
        return json.loads(r.stdout)

    def test_form(self):
        body = os.path.join(NIGHT, "2026-03-28T221300Z.json")
        for args in ([body], ["--kind", "statuspage", body]):
            reports = self.parse(*args)
            fmk = [r for r in reports if r["id"] == "i0fmk007"][0]
            self.assertLessEqual(self.KEYS, set(fmk))
            self.assertEqual(fmk["title"], "FMK er utilgængeligt i produktion")
            self.assertEqual(fmk["published"], "2026-03-28T22:12:00Z")
            self.assertEqual(fmk["phase"], "open")
            self.assertEqual(fmk["impact"], "critical")
            self.assertEqual(fmk["status"], "investigating")
            self.assertIn({"name": "FMK", "status": "major_outage"},
                          [{k: c[k] for k in ("name", "status")}
                           for c in fmk["components"]])

    def test_real_feeds(self):
        real = shared("fixtures", "real")
        self.assertEqual(
            len(self.parse(os.path.join(real, "statuspage-incidents.json"))),
            22)
        for name in ("statuspage-history.rss", "statuspage-history.atom",
                     "confluence-blogposts.atom"):
            path = os.path.join(real, name)
            with open(path, encoding="utf-8") as f:
                items = len(re.findall("<(?:item|entry)[ >]", f.read()))
            reports = self.parse(path)
            self.assertEqual(len(reports), items, name)
            for r in reports:
                self.assertIn(r["phase"],
                              ("info", "planned", "open", "resolved"))
        for r in self.parse("--kind", "confluence", path):
            self.assertRegex(r["id"], r"\d+$")
            self.assertNotRegex(r["id"], r"-\d+-\d+$")

    def test_no_feed(self):
        for text in ("", "<html><title>Log in</title></html>", "[1, 2",
                     '{"incidents": 7}'):
            path = self.write("body", text)
            for args in ([path], ["--kind", "statuspage", path]):
                r = self.plain("feed", "parse", *args)
                self.assertEqual(r.returncode, DATAERR, text)
                self.assertEqual(r.stdout, "")
        self.assertEqual(self.plain("feed", "parse", "none").returncode,
                         NOINPUT)
        self.assertEqual(
            self.plain("feed", "parse", "--kind", "json", path).returncode,
            USAGE)

    def test_test_and_list(self):
        self.refused(UNAVAILABLE, "feed nspop: ", "feed", "test")
        shutil.copy(os.path.join(NIGHT, "2026-03-28T221300Z.json"),
                    self.path("feed.json"))
        r = self.ctl("feed", "test", "nspop")
        self.assertRegex(r.stdout, "broadcast +outage +open +FMK er util")
        self.assertTrue(self.json("feed", "test")[0]["ok"])
        self.refused(USAGE, 'did you mean "nspop"', "feed", "test", "nsop")
        self.assertEqual(self.json("feed", "list")[0]["name"], "nspop")
        self.assertFalse(os.path.exists(self.path("alertd.db")))


class Explain(Case):
    def test_corpus(self):
        corpus = shared("corpus", "messages.jsonl")
        r = self.plain("explain", "--corpus", corpus)
        self.assertEqual(r.returncode, 0, r.stderr)
        said = [json.loads(line) for line in r.stdout.splitlines()]
        with open(corpus, encoding="utf-8") as f:
            labels = {m["id"]: m for m in map(json.loads, f)}
        self.assertEqual(len(said), len(labels))
        for s in said:
            self.assertLessEqual(
                {"id", "verdict", "effect", "phase", "reason"}, set(s))
        for key, least in (("verdict", 0.90), ("phase", 0.95)):
            good = sum(s[key] == labels[s["id"]][key] for s in said)
            self.assertGreaterEqual(good / len(said), least, key)
        for s in said:
            if labels[s["id"]]["verdict"] == "broadcast":
                self.assertNotEqual(s["verdict"], "ignore", s["id"])
        self.assertRegex(r.stderr, "%")

    def test_bad_corpus(self):
        path = self.write("corpus", '{"id": "a", "title"\n')
        r = self.plain("explain", "--corpus", path)
        self.assertEqual(r.returncode, DATAERR)
        self.assertIn(path + ":1", r.stderr)
        good = {"id": "a", "title": "FMK er nede", "verdict": "broadcast",
                "effect": "outage", "phase": "open"}
        for key in ("title", "verdict", "effect", "phase"):
            bad = {k: v for k, v in good.items() if k != key}
            self.write("corpus", json.dumps(good) + "\n" + json.dumps(bad))
            r = self.plain("explain", "--corpus", path)
            self.assertEqual(r.returncode, DATAERR, key)
            self.assertRegex(r.stderr, path + ":2: .*" + key)
            self.assertNotIn(path + ":1", r.stderr)
            self.assertEqual(len(r.stdout.splitlines()), 2)

    def test_file(self):
        body = os.path.join(NIGHT, "2026-03-28T221300Z.json")
        r = self.plain("--json", "explain", body)
        self.assertEqual(r.returncode, 0, r.stderr)
        said = {s["id"]: s
                for s in map(json.loads, r.stdout.splitlines())}
        self.assertEqual(said["i0fmk007"]["verdict"], "broadcast")
        self.assertEqual(said["i0tst001"]["verdict"], "ignore")
        self.assertEqual(self.plain("explain").returncode, USAGE)
        self.assertEqual(self.plain("explain", "./none.json").returncode,
                         NOINPUT)

    def rules(self, old, new):
        """The built-in rules, with one text changed, are those in use."""
        with open(os.path.join(ROOT, "etc", "rules.yaml"),
                  encoding="utf-8") as f:
            text = f.read()
        self.assertIn(old, text)
        self.write("rules.yaml", text.replace(old, new, 1))
        with open(self.conf, "a", encoding="utf-8") as f:
            f.write("rules: rules.yaml\n")

    def test_rules_of_the_feed(self):
        body = os.path.join(NIGHT, "2026-03-28T221300Z.json")

        def verdict(*args):
            r = self.ctl("--json", "explain", "--report", "i0fmk006", *args,
                         body)
            return json.loads(r.stdout)["verdict"]
        with open(self.conf, encoding="utf-8") as f:
            conf = f.read()
        second = "  - name: other\n    kind: rss\n    url: file:///none\n"
        self.write("alertd.yaml", conf.replace("mail:\n", second + "mail:\n"))
        self.assertEqual(verdict("--feed", "nspop"), "broadcast")
        with open(os.path.join(ROOT, "etc", "rules.yaml"),
                  encoding="utf-8") as f:
            end = f.read()[-20:]
        self.rules(end, end + "feeds:\n  - {feed: nspop, min_impact: major,"
                              " below: ignore}\n")
        for args in (["--feed", "nspop"], ["--kind", "statuspage"]):
            self.assertEqual(verdict(*args), "ignore", args)
        for args in ([], ["--feed", "other"]):
            self.assertEqual(verdict(*args), "broadcast", args)
        self.refused(USAGE, 'did you mean "nspop"', "explain", "--feed",
                     "nsop", body)
        self.refused(USAGE, 'did you mean "nspop"', "replay", "--feed",
                     "nsop", NIGHT)

    def test_rules_have_changed(self):
        self.ctl("replay", "--deliver", "--kind", "statuspage", NIGHT)
        was = self.ctl("explain", "i0vans01").stdout
        self.assertNotIn("Today's rules", was)
        self.rules("id: VANS\n    verdict: ignore",
                   "id: VANS\n    verdict: ask")
        now = self.ctl("explain", "i0vans01").stdout
        self.assertEqual(now.splitlines()[:3], was.splitlines()[:3])
        self.assertRegex(now, "Today's rules.*say:\n  ask, effect ")
        said = json.loads(self.ctl("--json", "explain", "i0vans01").stdout)
        self.assertEqual(said["verdict"], "ignore")
        self.assertEqual(said["chain"]["verdict"], "ask")

    def test_id(self):
        self.ctl("replay", "--deliver", "--kind", "statuspage", NIGHT)
        by_event = self.ctl("--json", "explain", "i0fmk007").stdout
        self.assertEqual(json.loads(by_event)["verdict"], "broadcast")
        self.assertIn("i0fmk007", self.ctl("explain", "1").stdout)
        self.refused(NOINPUT, "zzz", "explain", "zzz")


class Replay(Case):
    def test_nothing_went_out(self):
        os.mkdir(self.path("night"))
        self.write("night/2026-03-28T221200Z.json", '{"incidents": []}')
        self.write("night/2026-03-28T221300Z.json", json.dumps(
            {"incidents": [{"id": "a", "name": "Fejl i SEB",
                            "status": "investigating", "impact": "minor",
                            "created_at": "2026-03-28T22:12:30Z",
                            "updated_at": "2026-03-28T22:12:30Z",
                            "incident_updates": [], "components": []}]}))
        r = self.ctl("replay", "--summary", self.path("night"))
        self.assertRegex(r.stdout, "(?s)went out.*\n  nothing\n.*asked about"
                                   ".*a: Fejl i SEB")

    def lines(self, *args):
        r = self.plain("replay", *args)
        self.assertEqual(r.returncode, 0, r.stderr)
        return [json.loads(line) for line in r.stdout.splitlines()]

    def test_the_night(self):
        lines = self.lines("--kind", "statuspage", NIGHT)
        for n in lines:
            self.assertLessEqual(
                {"at", "incident", "reference", "event", "notice", "type",
                 "effect", "title", "recipients", "reason"}, set(n))
            self.assertNotIn("VANS", n["title"])
            self.assertNotIn("TEST1", n["title"])
            self.assertEqual(n["recipients"]["municipalities"], 98)
            self.assertRegex(n["reference"], r"^FMK-2026-\d{4}$")
        fmk = [n for n in lines if n["event"] == "i0fmk007"]
        self.assertEqual((fmk[0]["type"], fmk[0]["effect"], fmk[0]["at"]),
                         ("first", "outage", "2026-03-28T22:13:00Z"))
        self.assertEqual((fmk[-1]["type"], fmk[-1]["at"]),
                         ("resolved", "2026-03-29T04:41:00Z"))
        self.assertEqual([n["notice"] for n in fmk],
                         list(range(1, len(fmk) + 1)))
        times = [seconds(n["at"]) for n in fmk]
        self.assertLessEqual(
            max(b - a for a, b in zip(times, times[1:])), 7200)
        self.assertEqual({n["effect"] for n in fmk
                          if n["type"] == "update"} - {"outage"},
                         {"degraded"})
        nas = [n for n in lines if n["event"] != "i0fmk007"]
        self.assertEqual([(n["type"], n["effect"]) for n in nas],
                         [("first", "degraded"), ("resolved", "degraded")])

    def test_shared_night_is_the_same(self):
        night = shared("fixtures", "nspop-sequence")
        self.assertEqual(self.lines("--kind", "statuspage", night),
                         self.lines(NIGHT))

    def test_until(self):
        night = self.path("night")
        os.mkdir(night)
        for name in ("2026-03-28T201100Z.json", "2026-03-28T221300Z.json"):
            shutil.copy(os.path.join(NIGHT, name), night)
        self.assertEqual([n["type"] for n in self.lines(night)], ["first"])
        more = self.lines("--until", "2026-03-29T06:13:00Z", night)
        self.assertEqual([n["at"][11:16] for n in more],
                         ["22:13", "00:13", "02:13", "04:13", "06:13"])
        for until in ("tomorrow", "2026-03-28T20:10:59Z"):
            r = self.plain("replay", "--until", until, night)
            self.assertEqual(r.returncode, USAGE, until)
            self.assertIn(until, r.stderr)

    def test_nothing_readable(self):
        night = self.path("night")
        os.mkdir(night)
        self.write("night/2026-03-28T221300Z.json", "<html>log in</html>")
        self.write("night/2026-03-28T223000Z.json", "[1,")
        r = self.plain("replay", night)
        self.assertEqual(r.returncode, DATAERR)
        self.assertRegex(r.stderr, "no body could be read: .*T221300Z.json: ")

    def test_a_bad_body_resolves_nothing(self):
        night = self.path("night")
        os.mkdir(night)
        shutil.copy(os.path.join(NIGHT, "2026-03-28T221300Z.json"), night)
        self.write("night/2026-03-28T223000Z.json", "<html>log in</html>")
        r = self.plain("replay", "--until", "2026-03-29T01:00:00Z", night)
        self.assertEqual(r.returncode, 0, r.stderr)
        self.assertIn("2026-03-28T223000Z.json", r.stderr)
        self.assertEqual(
            [json.loads(line)["type"] for line in r.stdout.splitlines()],
            ["first", "repeat"])

    def test_bad_folders(self):
        night = self.path("night")
        self.assertEqual(self.plain("replay", night).returncode, NOINPUT)
        os.mkdir(night)
        self.assertEqual(self.plain("replay", night).returncode, NOINPUT)
        for name in ("README", "2026-03-28T22:13:00Z.json",
                     "2026-13-28T221300Z.json", "2026-03-28T221300Z.txt"):
            path = self.write("night/" + name, "{}")
            r = self.plain("replay", night)
            self.assertEqual(r.returncode, DATAERR, name)
            self.assertIn(name, r.stderr)
            self.assertIn("2026-03-28T221300Z.json", r.stderr)
            os.unlink(path)

    def test_deliver(self):
        self.sample()
        lines = self.ctl("replay", "--deliver", NIGHT).stdout.splitlines()
        self.assertEqual(len(lines), len(self.lines(NIGHT)))
        self.assertGreaterEqual(len(self.mails()), 98)
        self.assertIn("FMK", self.read("sms.txt"))
        counts = self.json("status")["outbox"]
        for channel in ("mail", "sms"):
            self.assertEqual(counts[channel]["queued"], 0)
            self.assertEqual(counts[channel]["sending"], 0)
            self.assertEqual(counts[channel]["failed"], 0)
            self.assertGreaterEqual(counts[channel]["accepted"], 98)
        self.refused(DATAERR, "empty store", "replay", "--deliver", NIGHT)
        self.assertIn("whole", self.ctl("log", "verify").stdout)
        shown = self.json("show", "1")
        self.assertGreater(len(shown["reports"]), 0)
        self.assertGreater(len(shown["notices_sent"]), 0)

    def test_deliver_never_to_anybody(self):
        self.conf = self.write("alertd.yaml", """\
store: alertd.db
mail:
  from: fmk@example.dk
  relays:
    - host: localhost
      port: 1
      tls: none
sms:
  transport: none
""")
        self.refused(CONFIG, "reaches nobody", "replay", "--deliver", NIGHT)
        self.assertFalse(os.path.exists(self.path("alertd.db")))

    def test_summary(self):
        r = self.plain("replay", "--summary", NIGHT)
        self.assertEqual(r.returncode, 0, r.stderr)
        for words in ("2026-03-28 23:13", "98/98", "TEST1", "Subject: ",
                      "SMS ("):
            self.assertIn(words, r.stdout)


def seconds(text):
    import calendar
    import time
    return calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))


class Contacts(Case):
    def rows(self):
        return self.read("out.csv").splitlines()

    def export(self):
        self.ctl("contacts", "export", "out.csv")
        return self.rows()

    def test_round_trip(self):
        self.sample()
        first = self.export()
        self.assertGreater(len(first), 98)
        r = self.ctl("contacts", "import", "--replace", "out.csv")
        self.assertEqual(self.export(), first, r.stdout)
        printed = self.ctl("contacts", "export").stdout.splitlines()
        self.assertEqual(printed, first)

    def test_dry_run_changes_nothing(self):
        r = self.ctl("contacts", "import", "--dry-run", SAMPLE)
        self.assertNotEqual(r.stdout, "")
        self.refused(NOINPUT, "no store yet", "contacts", "list")
        self.sample()
        before = self.export()
        rows = before[:1] + before[2:]
        self.write("less.csv", "\n".join(rows) + "\n")
        self.ctl("contacts", "import", "-n", "--replace", "less.csv")
        self.assertEqual(self.export(), before)

    def test_replace(self):
        self.sample()
        before = self.export()
        self.write("less.csv", "\n".join(before[:-1]) + "\n")
        self.ctl("contacts", "import", "less.csv")
        self.assertEqual(self.export(), before)
        self.ctl("contacts", "import", "--replace", "less.csv")
        self.assertEqual(self.export(), before[:-1])

    def test_replace_that_leaves_nobody(self):
        self.sample()
        before = self.export()
        first = before[1].split(",")[0]
        less = self.write("less.csv", "\n".join(
            [r for r in before if not r.startswith(first + ",")]) + "\n")
        few = self.write("few.csv", "\n".join(before[:2]) + "\n")
        self.refused(DATAERR, r"1 municipality .*\(København by .*SMS\).*--force",
                     "contacts", "import", "--replace", less)
        r = self.refused(DATAERR, r" 97 municipalities .*--force",
                         "contacts", "import", "--replace", few)
        self.assertEqual(r.stderr.count(", "), 5)
        r = self.refused(DATAERR, "--force", "contacts", "import", "-n",
                         "--replace", less)
        self.assertIn("remove " + first, r.stdout)
        self.assertEqual(self.export(), before)
        self.ctl("contacts", "import", "--replace", "--force", less)
        self.assertEqual(len(self.export()),
                         len(self.read("less.csv").splitlines()))

    def test_file_without_rows(self):
        self.sample()
        before = self.export()
        for text in (before[0] + "\n", "# nothing\n" + before[0] + "\n"):
            path = self.write("none.csv", text)
            for more in ([], ["--replace"], ["--replace", "--force"]):
                self.refused(DATAERR, "holds no contacts", "contacts",
                             "import", *more, path)
        self.assertEqual(self.export(), before)

    def test_export_names_the_target(self):
        self.sample()
        r = self.refused(73, "no/such.csv: No such file", "contacts",
                         "export", "no/such.csv")
        self.assertNotIn("tmp", r.stderr)

    def test_bad_rows_all_or_nothing(self):
        self.sample()
        before = self.export()
        bad = before[:3] + [before[3].replace("@", "@@")] + before[4:6] + \
            [re.sub(r"\+45\d+", "+45123", before[6])] + before[7:9] + \
            [before[9], before[9]]
        self.write("bad.csv", "\n".join(bad) + "\n")
        r = self.refused(DATAERR, r"bad\.csv:4:\d+: ", "contacts", "import",
                         "--replace", "bad.csv")
        self.assertRegex(r.stderr, r"bad\.csv:7:\d+: ")
        self.assertRegex(r.stderr, r"bad\.csv:11(:\d+)?: ")
        self.assertEqual(self.export(), before)
        self.refused(NOINPUT, "none.csv", "contacts", "import", "none.csv")

    def test_list(self):
        self.sample()
        everyone = self.json("contacts", "list")
        one = self.json("contacts", "list", "0101")
        self.assertGreater(len(everyone), len(one))
        self.assertGreater(len(one), 0)
        self.assertIn("example.dk", self.ctl("contacts", "list").stdout)
        self.refused(NOINPUT, "did you mean|no organisation", "contacts",
                     "list", "0100")


class Texts(Case):
    def test_preview(self):
        for effect in ("outage", "degraded", "data_error", "planned"):
            r = self.plain("preview", "--effect", effect)
            self.assertEqual(r.returncode, 0, r.stderr)
            self.assertRegex(r.stdout, r"SMS \(GSM-7, \d+ septets, [1-3] ")
        r = self.plain("preview", "--effect", "outage", "--html")
        self.assertIn("<", r.stdout)
        j = json.loads(self.plain("--json", "preview", "--effect", "outage",
                                  "--type", "resolved").stdout)
        self.assertEqual(set(j), {"subject", "text", "html", "sms", "to",
                                  "checks"})
        self.assertEqual(self.plain("preview").returncode, USAGE)
        self.assertEqual(
            self.plain("preview", "--effect", "fire").returncode, USAGE)

    def preview(self, *args):
        r = self.plain("--json", "preview", *args)
        self.assertEqual(r.returncode, 0, r.stderr)
        return json.loads(r.stdout)

    def test_preview_of_what_is_said(self):
        outage = self.preview("--effect", "outage")
        for more in (["--path"], ["--fmk-online", "works"], ["--exercise"],
                     ["--service", "NAS"], ["--type", "update"]):
            j = self.preview("--effect", "outage", *more)
            self.assertNotEqual(j["text"], outage["text"], more)
        self.assertIn("ØVELSE", self.preview(
            "--effect", "outage", "--exercise")["subject"])
        self.assertIn("22.00", self.preview(
            "--effect", "planned", "--starts", "2099-12-01 22:00")["text"])
        for kind in ("update", "repeat", "resolved"):
            j = self.preview("--effect", "outage", "--type", kind)
            self.assertRegex(j["text"], r"(?i)(besked|nr\.?|nummer)\D*2\b")
        for effect, kind in (("outage", "planned"), ("planned", "repeat"),
                             ("planned", "first")):
            r = self.plain("preview", "--effect", effect, "--type", kind)
            self.assertEqual(r.returncode, USAGE)
            self.assertIn("does not go with", r.stderr)
        self.sample()
        self.send("--yes")
        self.refused(USAGE, "invented", "preview", "1", "--path")
        self.assertIn("FMK er nede", self.ctl("preview", "1").stdout)

    def test_template_render(self):
        template = self.write("t.txt", "{{#l}}{{a}};{{/l}}{{{b}}}\n")
        data = self.write("d.json", '{"l": [{"a": 1}, {"a": 2}], "b": "<"}')
        r = self.plain("template", "render", template, data)
        self.assertEqual((r.returncode, r.stdout), (0, "1;2;<\n"))
        self.write("t.txt", "{{#l}}")
        r = self.plain("template", "render", template, data)
        self.assertEqual(r.returncode, DATAERR)
        self.write("d.json", "{")
        r = self.plain("template", "render", template, data)
        self.assertEqual(r.returncode, DATAERR)
        r = self.plain("template", "render", "none", data)
        self.assertEqual(r.returncode, NOINPUT)


class ConfigCheck(Case):
    def test_good(self):
        self.sample()
        r = self.ctl("config", "check")
        self.assertIn("is good", r.stdout)
        self.assertEqual(self.found(), [])

    LAST_RESORT = "alarm: is empty, so nobody can be told when the database"

    def found(self, status=0):
        """All but that there is no last resort, which is true of most."""
        return [x for x in self.json("config", "check", status=status)
                if not x["message"].startswith(self.LAST_RESORT)]

    def remarks(self, conf):
        self.write("alertd.yaml", CONF % {"dir": self.dir} + conf)
        found = self.found()
        self.assertEqual({x["kind"] for x in found} - {"remark"}, set())
        return [x["message"] for x in found]

    def test_no_last_resort(self):
        self.sample()
        self.remarks("")
        self.assertTrue(self.json("config", "check")[0]["message"].startswith(
            self.LAST_RESORT))
        self.remarks("alarm: {mail: [v@example.dk]}\n")
        self.assertEqual(self.json("config", "check"), [])

    def contacts(self, *rows):
        self.ctl("contacts", "import", "--replace", "--force", self.write(
            "some.csv", "organisation,name,email,phone\n" +
            "".join(r + "\n" for r in rows)))

    def test_nobody_to_page(self):
        """Before there is a store, and when it knows nobody of the on-call."""
        nobody = "nobody is on call: no team has a contact"
        self.assertRegex("\n".join(self.remarks("")), nobody)
        self.assertEqual(self.remarks("alarm: {mail: [v@example.dk]}\n"), [])
        self.contacts("0101,A,a@example.dk,")
        found = "\n".join(self.remarks(""))
        self.assertRegex(found, nobody)
        self.assertRegex(found, r"team medcom \(MedCom\) has no contact")
        self.assertRegex(found, r"team kl \(KL\) has no contact")
        self.contacts("medcom,B,b@example.dk,")
        found = self.remarks("")
        self.assertEqual(len(found), 1)
        self.assertRegex(found[0], "team kl")

    def test_step_without_contacts(self):
        steps = "escalation: {steps: [{team: medcom}, {team: %s, " \
            "channels: [sms]}]}\n"
        self.contacts("medcom,B,b@example.dk,", "kl,C,c@example.dk,")
        found = self.remarks(steps % "kl")
        self.assertEqual(len(found), 1)
        self.assertRegex(found[0], "step KL pages nobody: team kl has no "
                         "contact with a number")
        self.contacts("medcom,B,b@example.dk,", "kl,C,,+45 00 00 00 02")
        self.assertEqual(self.remarks(steps % "kl"), [])

    def test_no_links(self):
        self.sample()
        self.assertRegex("\n".join(self.remarks("web: {}\n")),
                         "^web.base_url: not given")
        self.assertRegex(
            "\n".join(self.remarks("escalation: {sms_link: yes}\n")),
            "^escalation.sms_link: without web.base_url")
        self.assertEqual(self.remarks(
            "web: {base_url: https://alertd.example.dk}\n"
            "escalation: {sms_link: yes}\n"), [])

    def test_replies_that_nobody_hands_on(self):
        self.sample()
        reply = "escalation: {reply_number: '00 00 00 09'}\n"
        web = "web: {base_url: https://alertd.example.dk}\n"
        self.assertRegex(self.remarks(reply)[0], "without web: no reply")
        self.assertRegex(self.remarks(reply + web)[0],
                         "no gateway has a callback_secret")
        conf = (CONF % {"dir": self.dir}).replace(
            "  transport: file\n  file: sms.txt\n", "  gateways: "
            "[{preset: kannel, url: 'http://127.0.0.1:9/', user: u, "
            "password: p%s}]\n") + reply + web
        self.write("alertd.yaml", conf % "")
        self.assertRegex(self.found()[0]["message"],
                         "no gateway has a callback_secret")
        self.write("alertd.yaml", conf % ", callback_secret: %s" % ("a" * 32))
        self.assertEqual(self.found(), [])

    GATEWAYS = {
        "cpsms": "user: u, apikey: k", "gatewayapi": "token: t",
        "gatewayapi-mobile": "token: t", "inmobile": "apikey: k",
        "twilio": "account_sid: A, auth_token: t, from: '+4500000000'",
    }

    def callbacks(self, preset, more, web=""):
        """Remarks on a gateway that may call, with these settings of it."""
        self.write("alertd.yaml", (CONF % {"dir": self.dir}).replace(
            "  transport: file\n  file: sms.txt\n", "  gateways: [{preset: "
            "%s, %s, callback_secret: %s%s}]\n" % (
                preset, self.GATEWAYS[preset], "a" * 32, more)) +
            "alarm: {mail: [v@example.dk]}\n" + web)
        return [x["message"] for x in self.found()]

    def test_callbacks_that_nobody_takes(self):
        web = "web: {base_url: https://alertd.example.dk}\n"
        self.assertEqual(self.callbacks("cpsms", "", web), [])
        found = self.callbacks("cpsms", "")
        self.assertEqual(found, [
            "sms.gateways[]: cpsms has a callback_secret, but without web: "
            "there is nobody whom it could call"])

    def test_callbacks_without_an_address(self):
        found = self.callbacks("inmobile", "", "web: {}\n")
        self.assertEqual(found[1:], [
            "sms.gateways[]: inmobile is not told where to report delivery: "
            "give web.base_url, or callback_url here"])
        # It was said where, and there is nothing to say.
        own = ", callback_url: 'https://sms.example.dk/status'"
        self.assertEqual(len(self.callbacks("inmobile", own, "web: {}\n")), 1)
        self.assertEqual(len(self.callbacks(
            "gatewayapi-mobile", ", callback_hmac_secret: s", "web: {}\n")), 1)

    def test_callbacks_that_are_not_signed(self):
        web = "web: {base_url: https://alertd.example.dk}\n"
        for preset, key in (("gatewayapi", "callback_jwt_secret"),
                            ("gatewayapi-mobile", "callback_hmac_secret")):
            self.assertEqual(self.callbacks(preset, "", web), [
                "sms.gateways[]: calls of %s are taken unsigned, as anybody "
                "who learns their URL can make them: give %s" % (preset, key)])
            self.assertEqual(self.callbacks(preset, ", %s: s" % key, web), [])
        # Its key is the token that it has anyway.
        self.assertEqual(self.callbacks("twilio", "", web), [])

    def test_port_that_needs_a_right(self):
        self.sample()
        web = "web: {base_url: https://a.example.dk, listen: '%s'}\n"
        for listen in ("127.0.0.1:80", "[::1]:1023"):
            self.assertEqual(self.remarks(web % listen), [
                "web.listen: the port is below 1024, which alertd may not "
                "have under systemd: let the proxy have it, and listen on "
                "127.0.0.1:8411"])
        self.assertEqual(self.remarks(web % "127.0.0.1:1024"), [])

    def test_all_mistakes_at_once(self):
        bad = self.write("bad.yaml", """\
stroe: x
notices:
  repeat: soon
mail:
  transport: maildir
  maildir: Maildir
  from: fmk@example.dk
  relays:
    - host: localhost
      user: u
      password: hunter2
      tls: maybe
""")
        r = self.plain("config", "check", bad)
        self.assertEqual(r.returncode, CONFIG)
        for words in ("bad.yaml:1:1: ", '"store"', "bad.yaml:3:",
                      "bad.yaml:12:"):
            self.assertIn(words, r.stderr)
        self.assertNotIn("hunter2", r.stdout + r.stderr)
        r = self.plain("--json", "config", "check", bad)
        self.assertEqual(r.returncode, CONFIG)
        self.assertGreaterEqual(len(json.loads(r.stdout)), 3)
        self.assertEqual(self.plain("config", "check", "none").returncode,
                         NOINPUT)

    def rules(self, *words):
        """The built-in rules with more words of a fault, as the file's."""
        with open(os.path.join(ROOT, "etc/rules.yaml"), encoding="utf-8") as f:
            text = f.read()
        key = "\n  fault:\n"
        self.assertIn(key, text)
        self.write("rules.yaml", text.replace(
            key, key + "".join("    - '%s'\n" % w for w in words)))
        self.conf = self.write("rules-conf.yaml", self.read("alertd.yaml") +
                               "\nrules: rules.yaml\n")

    def test_rules(self):
        self.sample()
        self.rules("qqq", "qqq")
        r = self.ctl("config", "check")
        self.assertIn("is good", r.stdout)
        self.assertRegex(r.stderr, r'rules.yaml:\d+:7: words.fault: "qqq" '
                         r"stands twice")
        found = self.found()
        self.assertEqual([x["kind"] for x in found], ["remark"])

        self.rules("q&q", "qqq", "qqq")
        r = self.ctl("config", "check", status=CONFIG)
        self.assertRegex(r.stderr, r'rules.yaml:\d+:7: words.fault: "q&q" is '
                         r"never found")
        self.assertNotIn("is good", r.stdout)
        found = self.found(CONFIG)
        self.assertEqual([x["kind"] for x in found], ["mistake", "remark"])
        # Only the check minds.
        self.ctl("status")


if __name__ == "__main__":
    unittest.main()
