"""What the page offers to machines, over HTTP: another alertd polls it,
promtool and Prometheus read its metrics."""
import datetime
import email
import email.policy
import json
import os
import re
import shutil
import subprocess
import unittest
import urllib.error
import urllib.request
import xml.etree.ElementTree

from house import House
from servers import free_port, listening, temp_folder, wait_for

CONF = """
store: alertd.db
alarm: {mail: [vagt@example.dk]}
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: none}
"""
DEADLINE = 90
ATOM = "{http://www.w3.org/2005/Atom}"
PROMETHEUS = """
global: {scrape_interval: 1s}
scrape_configs:
  - job_name: alertd
    static_configs: [{targets: ["127.0.0.1:%d"]}]
"""


class Machine(unittest.TestCase):
    def publisher(self):
        self.port = free_port()
        self.url = "http://127.0.0.1:%d" % self.port
        house = House(CONF + "web: {listen: \"127.0.0.1:%d\"}\n" % self.port)
        self.addCleanup(house.stop)
        house.start()
        wait_for(lambda: listening(self.port), "the page is there")
        return house

    def get(self, path):
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            return (answer.headers["Content-Type"],
                    answer.read().decode("utf-8"))

    def send(self, house):
        began = datetime.datetime.now(datetime.timezone.utc).replace(
            microsecond=0) - datetime.timedelta(hours=2)
        self.since = began.strftime("%Y-%m-%dT%H:%M:%SZ")
        house.ctl("send", "--effect", "outage", "--service", "FMK", "--title",
                  "FMK er nede", "--text", "Opslag i FMK fejler.", "--since",
                  self.since, "--yes")

    def letter(self, house):
        """The mail of the first notice to a municipality."""
        folder = house.path("Maildir/new")
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), "rb") as f:
                m = email.message_from_binary_file(
                    f, policy=email.policy.default)
            text = m.get_body(("plain",)).get_content()
            if text.startswith("Besked nr. 1,"):
                return text
        return None

    def told(self, house):
        shown = house.ctl("show", "1", "--json", check=False)
        return [] if shown.returncode != 0 else [
            n["type"] for n in json.loads(shown.stdout)["notices_sent"]
            if n["type"] != "page"]

    # --- another alertd -----------------------------------------------------

    def test_one_alertd_polls_another(self):
        publisher = self.publisher()
        follower = House(CONF + "feeds: [{name: other, kind: statuspage, "
                         "url: \"%s\", poll: 10s}]\n" % self.url)
        self.addCleanup(follower.stop)
        follower.start()
        wait_for(lambda: follower.json("feed", "list")[0]["last_ok"],
                 "the first poll", DEADLINE)
        # A drill of the one is nothing to the other.
        publisher.ctl("send", "--effect", "outage", "--service", "FMK",
                      "--title", "FMK er nede", "--text", "Til øvelse.",
                      "--exercise", "--yes", check=False)
        self.send(publisher)
        follower.poll()
        wait_for(lambda: self.told(follower) == ["first"], "it is told on",
                 DEADLINE)
        opened = follower.json("status")["incidents"]
        self.assertEqual(
            [(i["effect"], i["online"], i["service"], i["title"])
             for i in opened], [("outage", "down", "FMK", "FMK er nede")])
        # Since when it is, not since when it was told; no advice twice.
        self.assertEqual(opened[0]["since"], self.since)
        wait_for(lambda: self.letter(follower), "the letter")
        letter = self.letter(follower)
        self.assertIn("> Opslag i FMK fejler.", letter)
        for word in ("> Hvad", "> Besked", "> Virker", "> Hvem", "> -"):
            self.assertNotIn(word, letter)
        number = publisher.json("status")["incidents"][-1]["incident"]
        publisher.ctl("resolve", str(number), "--yes")
        follower.poll()
        wait_for(lambda: self.told(follower) == ["first", "resolved"],
                 "it is over", DEADLINE)
        self.assertEqual(follower.json("status")["incidents"], [])

    def when(self, house):
        """The line of the letter that says when the work is."""
        wait_for(lambda: self.letter(house), "the letter")
        return re.search(r"Hvornår sker det\?\n(.*\n)", self.letter(house))[1]

    def test_announced_work(self):
        """It is work on FMK to the other one too, at the same time."""
        publisher = self.publisher()
        day = datetime.date.today() + datetime.timedelta(days=4)
        times = ["%sT%02d:00:00Z" % (day, hour) for hour in (20, 22)]
        publisher.ctl("send", "--effect", "planned", "--service", "FMK",
                      "--title", "Nye servere", "--text", "Databasen flyttes.",
                      "--starts", times[0], "--ends", times[1], "--yes")
        follower = House(CONF + "feeds: [{name: other, kind: statuspage, "
                         "url: \"%s\", poll: 10s}]\n" % self.url)
        self.addCleanup(follower.stop)
        follower.start()
        wait_for(lambda: self.told(follower) == ["planned"], "it is told on",
                 DEADLINE)
        self.assertEqual(
            [(i["effect"], i["service"], i["title"])
             for i in follower.json("status")["incidents"]],
            [("planned", "FMK", "Nye servere")])
        wait_for(lambda: self.letter(follower), "the letter")
        letter = self.letter(follower)
        self.assertIn("Planlagt arbejde på FMK.", letter)
        self.assertIn(self.when(publisher), letter)
        self.assertIn("> Databasen flyttes.", letter)
        self.assertNotIn("> Hvornår", letter)
        self.assertEqual(json.loads(
            self.get("/api/v2/incidents.json")[1])["incidents"], [])

    # --- what is there ------------------------------------------------------

    def test_answers(self):
        house = self.publisher()
        self.send(house)
        kind, body = self.get("/api/v2/incidents.json")
        self.assertEqual(kind, "application/json; charset=utf-8")
        incident = json.loads(body)["incidents"][0]
        self.assertEqual(incident["name"], "FMK er nede")
        self.assertEqual(incident["status"], "investigating")
        kind, body = self.get("/feed.atom")
        self.assertEqual(kind, "application/atom+xml; charset=utf-8")
        feed = xml.etree.ElementTree.fromstring(body)
        self.assertEqual(len(feed.findall(ATOM + "entry")), 1)
        wait_for(lambda: house.json("status")["self_check"]["passed"],
                 "the first self-check", 30)
        kind, body = self.get("/healthz")
        self.assertEqual((kind, body), ("text/plain; charset=utf-8", "ok\n"))

    def test_who_has_it_already(self):
        self.send(self.publisher())
        for path in ("/api/v2/incidents.json", "/feed.atom"):
            with urllib.request.urlopen(self.url + path, timeout=30) as first:
                etag = first.headers["ETag"]
                self.assertEqual(first.headers["Cache-Control"],
                                 "private, no-cache")
            again = urllib.request.Request(self.url + path,
                                           headers={"If-None-Match": etag})
            with self.assertRaises(urllib.error.HTTPError) as refused:
                urllib.request.urlopen(again, timeout=30)
            self.assertEqual(refused.exception.code, 304)
            self.assertEqual(refused.exception.headers["ETag"], etag)
            refused.exception.close()

    # --- metrics ------------------------------------------------------------

    def value(self, port, query):
        """What Prometheus has of it; None when it has nothing."""
        url = "http://127.0.0.1:%d/api/v1/query?query=%s" % (
            port, urllib.request.quote(query))
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                found = json.load(answer)["data"]["result"]
        except OSError:
            return None
        return found[0]["value"][1] if found else None

    @unittest.skipUnless(shutil.which("promtool"), "promtool is not there")
    def test_promtool(self):
        house = self.publisher()
        self.send(house)
        wait_for(lambda: house.json("status")["self_check"]["passed"],
                 "the first self-check", 30)
        kind, body = self.get("/metrics")
        self.assertEqual(kind, "text/plain; version=0.0.4; charset=utf-8")
        done = subprocess.run(["promtool", "check", "metrics"], input=body,
                              stdout=subprocess.PIPE, encoding="utf-8",
                              stderr=subprocess.STDOUT, check=False)
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    @unittest.skipUnless(shutil.which("prometheus"), "no prometheus")
    def test_prometheus(self):
        house = self.publisher()
        self.send(house)
        folder = temp_folder("prometheus")
        self.addCleanup(shutil.rmtree, folder)
        conf = os.path.join(folder, "prometheus.yml")
        with open(conf, "w", encoding="utf-8") as f:
            f.write(PROMETHEUS % self.port)
        port = free_port()
        log = open(os.path.join(folder, "log"), "w")
        self.addCleanup(log.close)
        process = subprocess.Popen(
            ["prometheus", "--config.file=" + conf,
             "--storage.tsdb.path=" + os.path.join(folder, "data"),
             "--web.listen-address=127.0.0.1:%d" % port],
            stdout=log, stderr=log, cwd=folder)
        self.addCleanup(process.wait, 30)
        self.addCleanup(process.terminate)
        wait_for(lambda: self.value(port, "alertd_up") == "1",
                 "Prometheus has it", DEADLINE)
        # On a busy machine one of its looks may come to nothing.
        for query in ('up{job="alertd"}',
                      'alertd_incidents{kind="actual",state="open"}'):
            wait_for(lambda q=query: self.value(port, q) == "1", query,
                     DEADLINE)
        wait_for(lambda: int(self.value(
            port, 'alertd_deliveries_total{channel="mail",state="accepted"}')
            or 0) >= 99, "all mails are counted", DEADLINE)


if __name__ == "__main__":
    unittest.main()
