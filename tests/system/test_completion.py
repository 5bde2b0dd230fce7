"""Tab in bash, zsh and fish, in a real terminal: what stands on the line
afterwards. And what the scripts ask: it never waits, and says nothing of
mistakes."""
import json
import os
import shutil
import subprocess
import unittest

from house import CTL, House
from servers import BUILD, temp_folder
from terminal import Terminal

CONF = """
store: alertd.db
feeds: [{name: nspop, kind: statuspage, url: "file:///nowhere"}]
mail: {transport: maildir, maildir: Maildir, from: fmk-drift@example.dk}
sms: {transport: none}
"""
ONCALL = """organisation,name,email,phone
medcom,Anna Holm,anna@example.dk,+45 00 00 00 11
"""

# What is typed in front of Tab, and the line afterwards.
LINES = (
    ("alertctl stat", "alertctl status"),
    ("alertctl contacts im", "alertctl contacts import"),
    ("alertctl send --expec", "alertctl send --expected-end"),
    ("alertctl send --effect da", "alertctl send --effect data_error"),
    ("alertctl send -e pl", "alertctl send -e planned"),
    ("alertctl preview --fmk-online=w", "alertctl preview --fmk-online=works"),
    ("alertctl --json feed test n", "alertctl --json feed test nspop"),
    ("alertctl -c other.yaml feed test o",
     "alertctl -c other.yaml feed test other-feed"),
    ("alertctl update --title x ", "alertctl update --title x 1"),
    ("alertctl contacts list med", "alertctl contacts list medcom"),
    ("alertctl contacts import onc", "alertctl contacts import oncall.csv"),
    ("alertctl --config=oth", "alertctl --config=other.yaml"),
    ("alertctl send --to region:Syd", "alertctl send --to region:Syddanmark"),
    ("alertctl send --to=vendor:k", "alertctl send --to=vendor:kmd"),
    ("alertctl oncall cover An", "alertctl oncall cover Anna\\ Holm"),
)
# Nothing can follow, or what is asked cannot be read: nothing changes.
NOTHING = ("alertctl -c broken.yaml feed test n", "alertctl nonsense x",
           "alertctl -c none.yaml show 1")

SHELLS = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             "PS1='> '; . <(alertctl completion bash)"),
    "zsh": (["zsh", "-f", "-i"],
            "PS1='> '; autoload -U compinit; compinit -D -u;"
            " source <(alertctl completion zsh)"),
    "fish": (["fish", "--no-config", "-i"],
             "set -g fish_autosuggestion_enabled 0;"
             " function fish_prompt; echo '> '; end;"
             " alertctl completion fish | source"),
}


class Shells(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.house = House(CONF)
        cls.addClassCleanup(cls.house.stop)
        for name, text in (("oncall.csv", ONCALL), ("broken.yaml", "a: ["),
                           ("other.yaml", CONF.replace("nspop",
                                                       "other-feed"))):
            with open(cls.house.path(name), "w", encoding="utf-8") as f:
                f.write(text)
        cls.house.ctl("contacts", "import", cls.house.path("oncall.csv"))
        cls.house.ctl("contacts", "import", small(cls.house), "--replace",
                      "--force")
        cls.house.ctl("send", "--effect", "outage", "--title", "FMK er nede",
                      "--yes")

    def shell(self, name):
        command, begin = SHELLS[name]
        home = temp_folder("home")
        self.addCleanup(shutil.rmtree, home)
        t = Terminal(*command, columns=120, folder=self.house.folder, env={
            "PATH": BUILD + ":" + os.environ["PATH"], "HOME": home,
            "XDG_RUNTIME_DIR": home,
            "ALERTD_CONFIG": self.house.conf})
        self.addCleanup(t.close)
        t.type(begin + "; echo re''ady")
        t.wait("ready")
        return t

    def drive(self, name):
        t = self.shell(name)
        for typed, line in LINES:
            t.ask("send-keys", "-l", "--", typed)
            t.wait("> " + typed.rstrip())
            t.key("Tab")
            t.wait("> " + line)
            t.key("C-u")
        for typed in NOTHING:
            t.ask("send-keys", "-l", "--", typed)
            t.key("Tab")
            # The shell has come to its end with the key when it shows what is
            # typed behind it.
            t.ask("send-keys", "-l", "--", "Z")
            t.wait("> " + typed + "Z")
            t.key("C-u")
        said = t.screen(history=True)
        for word in ("No such file", "mistake", "alertctl:", "rror:"):
            self.assertNotIn(word, said)

    def test_bash(self):
        self.drive("bash")

    def test_zsh(self):
        self.drive("zsh")

    def test_fish(self):
        self.drive("fish")

    def test_several_are_listed(self):
        for name in SHELLS:
            t = self.shell(name)
            t.ask("send-keys", "-l", "--", "alertctl re")
            t.wait("alertctl re")
            t.key("Tab", "Tab")
            for word in ("resolve", "retract", "report", "replay"):
                t.wait(word)
            t.close()

    def test_fish_says_what_they_are(self):
        done = subprocess.run(
            ["fish", "--no-config", "-c", "alertctl completion fish | source;"
             " complete -C 'alertctl sta'"], stdout=subprocess.PIPE,
            encoding="utf-8", check=True, env=dict(
                os.environ, PATH=BUILD + ":" + os.environ["PATH"],
                XDG_RUNTIME_DIR=self.house.folder))
        self.assertRegex(done.stdout, r"^status\twhat is open")


class Asked(unittest.TestCase):
    def setUp(self):
        self.folder = temp_folder("completion")
        self.addCleanup(shutil.rmtree, self.folder)

    def words(self, *words):
        done = subprocess.run(
            [CTL, "completion", "words", "--", *words], timeout=60,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8", cwd=self.folder,
            check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return [x.split("\t")[0] for x in done.stdout.splitlines()]

    def test_a_configuration_that_does_not_answer(self):
        os.mkfifo(os.path.join(self.folder, "fifo"))
        self.assertEqual(
            self.words("-c", "fifo", "feed", "test", ""), [])

    def test_options_once(self):
        self.assertIn("--title", self.words("send", "--t"))
        self.assertNotIn("--title", self.words(
            "send", "--title", "x", "--t"))
        # The value of an option is none, whatever it looks like.
        self.assertIn("--text", self.words("send", "--title", "--text", "--t"))
        self.assertEqual(self.words("send", "--", "--t"), [])

    def test_every_command(self):
        table = subprocess.run([CTL, "--json", "--help"], check=True,
                               stdout=subprocess.PIPE).stdout

        for c in json.loads(table)["commands"]:
            words = c["name"].split()
            for i, word in enumerate(words):
                self.assertIn(word, self.words(*words[:i], word[:3]))
            for o in c["options"]:
                self.assertIn("--" + o["name"],
                              self.words(*words, "--" + o["name"][:2]))


def small(house):
    """A file with one municipality, so that a notice is told at once."""
    path = house.path("small.csv")
    with open(path, "w", encoding="utf-8") as f:
        f.write(ONCALL + "0101,FMK,fmk@example.dk,+45 00 00 00 12\n")
    return path


if __name__ == "__main__":
    unittest.main()
