"""A real Kannel with its fakesmsc, alone in a network namespace."""
import os
import shutil
import subprocess
import unittest
import urllib.parse

from servers import temp_folder, wait_for

FAKESMSC = "/usr/lib/kannel/test/fakesmsc"
USER, PASSWORD = "medcom", "p&w d=1"

KANNEL_CONF = """
group = core
admin-port = 13000
smsbox-port = 13001
admin-password = bar
box-allow-ip = "127.0.0.1"
log-file = "{dir}/bearerbox.log"
log-level = 0

group = smsc
smsc = fake
smsc-id = FAKE
port = 10000
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = 13013
log-file = "{dir}/smsbox.log"
log-level = 0

group = sendsms-user
username = medcom
password = "p&w d=1"
max-messages = 10
concatenation = true
"""


@unittest.skipUnless(os.geteuid() == 0 and shutil.which("ip"),
                     "needs root for a network namespace")
@unittest.skipUnless(shutil.which("bearerbox") and os.path.exists(FAKESMSC),
                     "needs kannel and kannel-extras")
class KannelCase(unittest.TestCase):
    """Starts one for each test."""
    MORE = ""  # of kannel.conf

    def setUp(self):
        self.dir = temp_folder("kannel")
        self.addCleanup(shutil.rmtree, self.dir)
        self.net = "alertd-test-%d" % os.getpid()
        self.inside = ["ip", "netns", "exec", self.net]
        subprocess.run(["ip", "netns", "add", self.net], check=True)
        self.addCleanup(subprocess.run,
                        ["ip", "netns", "delete", self.net], check=True)
        subprocess.run(self.inside + ["ip", "link", "set", "lo", "up"],
                       check=True)
        self.conf = os.path.join(self.dir, "kannel.conf")
        with open(self.conf, "w", encoding="ascii") as f:
            f.write(KANNEL_CONF.format(dir=self.dir) + self.MORE)
        self.dlr = os.path.join(self.dir, "dlr")
        self.out = open(os.path.join(self.dir, "out"), "ab")
        self.addCleanup(self.out.close)
        self.run_inside("bearerbox", self.conf)
        wait_for(lambda: self.connects(13001), "bearerbox")
        self.run_inside("smsbox", self.conf)
        wait_for(lambda: self.connects(13013), "smsbox")

    def run_inside(self, *args, **more):
        files = {"stdout": self.out, "stderr": self.out}
        p = subprocess.Popen(self.inside + list(args), **{**files, **more})
        self.addCleanup(self.end, p)
        return p

    @staticmethod
    def end(p):
        p.terminate()
        try:
            p.wait(10)
        except subprocess.TimeoutExpired:
            p.kill()
            p.wait()
        if p.stdout:
            p.stdout.close()

    def connects(self, port):
        return subprocess.run(
            self.inside + ["python3", "-c", "import socket; socket."
                           "create_connection(('127.0.0.1', %d))" % port],
            stderr=subprocess.DEVNULL, check=False).returncode == 0

    def log(self, name):
        with open(os.path.join(self.dir, name), "rb") as f:
            return f.read()

    def fakesmsc(self, *sms):
        """Connects the SMSC, which brings these SMS ("FROM TO text TEXT");
        what it gets is in the file "smsc"."""
        f = open(os.path.join(self.dir, "smsc"), "ab")
        self.addCleanup(f.close)
        said = b"Fakesmsc client connected"
        before = self.log("bearerbox.log").count(said)
        p = self.run_inside(FAKESMSC, "-m", str(len(sms)), "-i",
                            "0.1" if sms else "1000000",
                            *(sms or ["1 2 text nothing"]),
                            stdout=f, stderr=f)
        wait_for(lambda: self.log("bearerbox.log").count(said) > before,
                 "fakesmsc")
        return p

    def received(self, number):
        """The kind and the text that the SMSC got for a number."""
        for line in self.log("smsc").decode("utf-8", "replace").split("\n"):
            _, found, rest = line.partition("<MedCom %s " % number)
            if found:
                kind, _, text = rest.rstrip(">").partition(" ")
                return kind, urllib.parse.unquote_to_bytes(
                    text.replace("+", " "))
        return None
