"""Servers for the system tests: smtp-sink, Postfix, nginx, a CA. All on
loopback, with free ports, in folders of their own, stopped by their own pid."""
import http.server
import json
import os
import random
import shutil
import socket
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(ROOT, os.environ.get("BUILD", "build"))
# The sanitizers keep what is freed for a while: no measure of memory.
SANITIZED = BUILD.endswith("-asan")
QUEUE = os.environ.get("ALERTD_QUEUE",
                       os.path.join(BUILD, "tests", "system", "queue"))


def given_out():
    """The first port that the kernel gives to who asks for any."""
    with open("/proc/sys/net/ipv4/ip_local_port_range") as f:
        return int(f.read().split()[0])


PORTS = range(10000, given_out())


def free_port():
    """One that nobody gets who asks for any: until it is bound, and while
    what was there is away, other tests open many."""
    while True:
        port = random.SystemRandom().choice(PORTS)
        try:
            socket.create_server(("127.0.0.1", port)).close()
            return port
        except OSError:
            pass


def stat(pid):
    """The state of a process and who forked it; ("", 0) when it is gone."""
    try:
        with open("/proc/%d/stat" % pid) as f:
            state, parent = f.read().rpartition(")")[2].split()[:2]
            return state, int(parent)
    except (OSError, ValueError):
        return "", 0


def alive(pid):
    """Whether it runs or could; who is dead may wait to be asked for."""
    return stat(pid)[0] not in ("", "Z", "X")


def children(pid):
    """The processes that it has forked and that live."""
    return [p for p in map(int, filter(str.isdigit, os.listdir("/proc")))
            if stat(p)[1] == pid and alive(p)]


def kill(pid, sign):
    """False: it had ended by itself."""
    try:
        os.kill(pid, sign)
        return True
    except ProcessLookupError:
        return False


def wait_for(condition, what, seconds=60):
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise AssertionError("not within %d s: %s" % (seconds, what))
        time.sleep(0.05)


def listening(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


class WebServer(http.server.ThreadingHTTPServer):
    """Many may ask it at once, who else would try again a second later; and it
    ends at once."""
    request_queue_size = 128

    def serve_forever(self, poll_interval=0.02):
        super().serve_forever(poll_interval)


def temp_folder(prefix):
    folder = tempfile.mkdtemp(prefix="alertd-%s-" % prefix)
    os.chmod(folder, 0o755)
    return folder


def remove(folder):
    """Also while the last of those who are killed still write into it."""
    def removed():
        shutil.rmtree(folder, ignore_errors=True)
        return not os.path.exists(folder)
    wait_for(removed, folder + " is removed")


def run(*command, **more):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, **more)


def queue(*args, lines=()):
    """Runs the queue tool on a database; the words as in
    queue.c."""
    return subprocess.run(
        [QUEUE, *args], check=True, stdout=subprocess.PIPE, encoding="utf-8",
        input="".join(line + "\n" for line in lines)).stdout


def deliveries(db):
    """Every delivery of the outbox, as the queue tool lists it."""
    return json.loads(queue("list", db))


class Authority:
    """A CA of the test's own, and certificates by it."""

    def __init__(self, folder, name="Test CA"):
        self.folder = folder
        self.name = name.replace(" ", "-")
        self.file = os.path.join(folder, self.name + ".pem")
        self.key = os.path.join(folder, self.name + ".key")
        run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes",
            "-days", "2", "-subj", "/CN=" + name, "-keyout", self.key,
            "-out", self.file)

    def certificate(self, name, alternative="DNS:localhost", days=2):
        """Paths of certificate and key for the alternative names; days below
        0: it is no longer good."""
        base = os.path.join(self.folder, name)
        run("openssl", "req", "-newkey", "rsa:2048", "-nodes", "-subj",
            "/CN=" + name, "-keyout", base + ".key", "-out", base + ".csr")
        with open(base + ".ext", "w") as f:
            f.write("subjectAltName=%s\n" % alternative)
        run("openssl", "x509", "-req", "-in", base + ".csr", "-CA", self.file,
            "-CAkey", self.key, "-CAcreateserial", "-days", str(days),
            "-extfile",
            base + ".ext", "-out", base + ".pem")
        return base + ".pem", base + ".key"


class SmtpSink:
    """Postfix' smtp-sink; each message is a file in .dump."""

    def __init__(self, *options):
        self.folder = temp_folder("sink")
        self.dump = os.path.join(self.folder, "dump")
        os.mkdir(self.dump)
        os.chmod(self.dump, 0o777)
        self.port = free_port()
        user = ["-u", "nobody"] if os.getuid() == 0 else []
        self.process = subprocess.Popen(
            [shutil.which("smtp-sink") or "/usr/sbin/smtp-sink", *user,
             "-d", os.path.join(self.dump, "m"), *options,
             "127.0.0.1:%d" % self.port, "100"], cwd=self.folder)
        wait_for(lambda: listening(self.port), "smtp-sink listens")

    def messages(self):
        result = []
        for name in sorted(os.listdir(self.dump)):
            with open(os.path.join(self.dump, name), "rb") as f:
                result.append(f.read())
        return result

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        shutil.rmtree(self.folder)


MAIN_CF = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = {folder}/mail.log
maillog_file_prefixes = {folder}
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.example.dk
mydestination = kommune.example.dk
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
local_recipient_maps = inline:{{ anna@kommune.example.dk=x,
  bo@kommune.example.dk=x }}
local_transport = discard:
default_transport = discard:
smtpd_recipient_limit = {recipient_limit}
smtpd_peername_lookup = no
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = {security}
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
smtpd_sasl_path = smtpd
smtpd_sasl_local_domain = example.dk
cyrus_sasl_config_path = {folder}/conf/sasl
mynetworks = 192.0.2.0/24
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
"""

MASTER_CF = """
{port} inet n - n - - smtpd
{tls_port} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
error unix - - n - - error
discard unix - - n - - discard
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""


def with_entries(main, more):
    """A main.cf with these entries. None may stand twice: every program of
    Postfix would warn of it, also the one that writes the log, which then
    waits for itself."""
    kept, skipping = [], False
    for line in main.splitlines():
        if not line.startswith(" "):
            skipping = line.split(" = ")[0].rstrip(" =") in more
        if not skipping:
            kept.append(line)
    return "\n".join(kept + ["%s = %s" % x for x in more.items()]) + "\n"


class Postfix:
    """A Postfix of the test's own: STARTTLS and implicit TLS, and AUTH for
    what is not to kommune.example.dk (where anna and bo are)."""
    USER, PASSWORD = "alertd", "hemmeligt ord"

    def __init__(self, certificate, key, security="may", recipient_limit=1000,
                 main=None, master=""):
        """main: entries of main.cf beside ours or in their place; master:
        more lines of master.cf."""
        self.folder = temp_folder("postfix")
        self.conf = os.path.join(self.folder, "conf")
        self.port, self.tls_port = free_port(), free_port()
        for name in ("conf", "conf/sasl", "queue", "data"):
            os.mkdir(os.path.join(self.folder, name))
        shutil.chown(os.path.join(self.folder, "data"), "postfix")
        self.write("conf/main.cf", with_entries(MAIN_CF.format(
            folder=self.folder, certificate=certificate, key=key,
            security=security, recipient_limit=recipient_limit), main or {}))
        self.write("conf/master.cf", MASTER_CF.format(
            port=self.port, tls_port=self.tls_port) + master)
        users = os.path.join(self.conf, "sasl", "sasldb2")
        self.write("conf/sasl/smtpd.conf",
                   "pwcheck_method: auxprop\nauxprop_plugin: sasldb\n"
                   "mech_list: PLAIN LOGIN\nsasldb_path: %s\n" % users)
        run("saslpasswd2", "-p", "-c", "-f", users, "-u", "example.dk",
            self.USER, input=self.PASSWORD.encode())
        shutil.chown(users, "postfix")
        run("postfix", "-c", self.conf, "start")
        wait_for(lambda: listening(self.port), "Postfix listens")
        wait_for(lambda: listening(self.tls_port), "Postfix listens")

    def write(self, name, text):
        with open(os.path.join(self.folder, name), "w") as f:
            f.write(text)

    def log(self):
        try:
            with open(os.path.join(self.folder, "mail.log")) as f:
                return f.read()
        except FileNotFoundError:
            return ""

    def stop(self):
        subprocess.run(["postfix", "-c", self.conf, "stop"],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        shutil.rmtree(self.folder, ignore_errors=True)


NGINX = """
{user}
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2;
  fastcgi_temp_path {folder}/t3; uwsgi_temp_path {folder}/t4;
  scgi_temp_path {folder}/t5;
{http}
}}
"""


def nginx(folder, http, *ports):
    """The process of an nginx with that in its block of HTTP, when it listens
    at these ports; all that it writes by itself is in the folder."""
    conf = os.path.join(folder, "nginx.conf")
    with open(conf, "w", encoding="utf-8") as f:
        f.write(NGINX.format(
            user="user nobody nogroup;" if os.getuid() == 0 else "",
            folder=folder, http=http))
    process = subprocess.Popen(
        [shutil.which("nginx") or "/usr/sbin/nginx", "-c", conf, "-p", folder,
         "-e", os.path.join(folder, "error.log")], cwd=folder)
    for port in ports:
        wait_for(lambda p=port: listening(p), "nginx listens")
    return process
