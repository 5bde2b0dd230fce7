"""What the README shows works: its configuration passes config check, its
contacts are imported, and the on-call that it makes is paged and answers by
link, as it says."""
import http.client
import os
import re
import shutil
import signal
import subprocess
import unittest

from house import CTL, House
from servers import ROOT, free_port, temp_folder, wait_for
from smtpd import Smtpd

ANNA = "anna.holm@example.dk"
DEADLINE = 60


def shown(kind):
    """The block of that kind in the README."""
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as f:
        return re.search(r"```%s\n(.*?)```" % kind, f.read(), re.S).group(1)


class Readme(unittest.TestCase):
    def test_configuration(self):
        yaml = shown("yaml")
        self.assertLessEqual(len(yaml.splitlines()), 11)
        folder = temp_folder("readme")
        self.addCleanup(shutil.rmtree, folder)
        for name in re.findall(r"\{file: (\S+?)\}", yaml):
            path = os.path.join(folder, name)
            with open(path, "w", encoding="utf-8") as f:
                f.write("secret\n")
            os.chmod(path, 0o600)
        conf = os.path.join(folder, "alertd.yaml")
        with open(conf, "w", encoding="utf-8") as f:
            f.write(yaml)
        done = subprocess.run([CTL, "-c", conf, "config", "check"],
                              stdout=subprocess.PIPE, check=False,
                              stderr=subprocess.STDOUT, encoding="utf-8")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertNotIn("secret\n", done.stdout)
        self.assertNotIn("remark", done.stdout)

    def local(self, yaml):
        """The same with what is on this machine for what is elsewhere."""
        for old, new in (
                (r"https://status\.nspop\.dk", "http://127.0.0.1:1"),
                (r"relays: \[.*?\]", "relays: [{host: 127.0.0.1, port: %d, "
                 "tls: none}]" % self.smtp.port),
                (r"gateways: \[.*?\]", "transport: file\n  file: sms.txt"),
                (r"web: \{", 'web: {listen: "127.0.0.1:%d", ' % self.port)):
            yaml, n = re.subn(old, new, yaml, flags=re.S)
            self.assertEqual(n, 1, old)
        return yaml + "store: alertd.db\n"

    def ask(self, method, path):
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            c.request(method, path, headers={"Origin": "null"})
            answer = c.getresponse()
            return answer.status, answer.read().decode()
        finally:
            c.close()

    def mails(self):
        return [text for _, to, text in list(self.smtp.messages)
                if ANNA in to]

    def links(self):
        return re.findall(rb"https://alertd\.example\.dk(/svar/[\w-]{22})",
                          b"".join(self.mails()))

    def test_on_call_answers(self):
        self.smtp = Smtpd()
        self.addCleanup(self.smtp.stop)
        self.port = free_port()
        yaml = self.local(shown("yaml"))
        house = House(yaml)
        self.addCleanup(house.stop)
        contacts = house.path("contacts.csv")
        with open(contacts, "w", encoding="utf-8") as f:
            f.write(shown("csv"))
        house.ctl("contacts", "import", contacts, "--replace", "--force")
        self.assertEqual(house.json("config", "check"), [])
        house.start()
        house.write(yaml + "try: me\n")
        house.daemon.send_signal(signal.SIGHUP)
        wait_for(self.links, "a page with a link", DEADLINE)
        link = self.links()[0].decode()
        status, text = self.ask("GET", link)
        self.assertEqual(status, 200)
        self.assertIn("Anna Holm", text)
        self.assertEqual(self.ask("POST", link)[0], 200)
        wait_for(lambda: "taken by Anna Holm" in house.said(), "she has it",
                 DEADLINE)
        wait_for(lambda: len(self.mails()) == 2, "she hears that",
                 DEADLINE)
        house.write(yaml)
        house.daemon.send_signal(signal.SIGHUP)
        wait_for(lambda: len(self.mails()) == 3, "it is over",
                 DEADLINE)
        self.assertIn("reload: %s taken" % house.conf, house.said())


if __name__ == "__main__":
    unittest.main()
