"""A headless Chromium through chromedriver, spoken to in W3C WebDriver with the
standard library; and axe-core, from the npm registry, to run in it."""
import base64
import hashlib
import http.client
import io
import json
import os
import shutil
import subprocess
import tarfile
import urllib.request

from servers import BUILD, free_port, listening, remove, temp_folder, wait_for

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
         "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync",
         "--disable-dev-shm-usage", "--force-color-profile=srgb",
         "--hide-scrollbars")
PATIENCE = 60  # seconds for one command, on a busy machine

# One version and no other: what it finds is a result of the tests.
AXE_VERSION = "4.11.0"
AXE_SHA512 = ("ilYanEU8vxxBexpJd8cWM4ElSQq4QctCLKih0TSfjIfCQTeyH/6zVrmIJfLPrKTK"
              "JRbiG+cfnZbQIjAlJmF1jQ==")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
AXE_RUN = """
const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: "tag", values: arguments[0]},
	resultTypes: ["violations"]}).then(
	r => done({ran: r.testEngine.version, found: r.violations.map(
		v => v.id + ": " + v.help + "\\n" + v.nodes.map(
			n => "  " + n.target + "  " + n.html.slice(0, 120) + "\\n    "
				+ n.failureSummary.replace(/\\n/g, "\\n    ")
			).slice(0, 5).join("\\n"))}),
	e => done({ran: "", found: [String(e)]}));
"""


def installed():
    return shutil.which("chromedriver") and shutil.which("chromium")


def registry():
    """The npm registry that is set up here."""
    if shutil.which("npm"):
        done = subprocess.run(["npm", "config", "get", "registry"],
                              stdout=subprocess.PIPE, encoding="utf-8",
                              stderr=subprocess.DEVNULL, check=False)
        if done.stdout.startswith("http"):
            return done.stdout.strip().rstrip("/")
    return "https://registry.npmjs.org"


def right(package):
    return base64.b64encode(hashlib.sha512(package).digest()).decode() \
        == AXE_SHA512


def fetch_axe():
    """The package, by npm or else by HTTPS. OSError: it is not to be had."""
    name = "axe-core-%s.tgz" % AXE_VERSION
    if shutil.which("npm"):
        folder = temp_folder("axe")
        try:
            subprocess.run(
                ["npm", "pack", "--silent", "axe-core@" + AXE_VERSION],
                cwd=folder, timeout=PATIENCE, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, check=True)
            with open(os.path.join(folder, name), "rb") as f:
                return f.read()
        except subprocess.SubprocessError:
            pass  # an npm that is not set up: perhaps the registry answers
        finally:
            shutil.rmtree(folder)
    with urllib.request.urlopen("%s/axe-core/-/%s" % (registry(), name),
                                timeout=PATIENCE) as answer:
        return answer.read(16 << 20)


def axe():
    """The text of axe.js, kept in the folder of the build. OSError: it cannot
    be fetched; ValueError: what was fetched is something else."""
    path = os.path.join(BUILD, "tests", "axe-core-%s.tgz" % AXE_VERSION)
    try:
        with open(path, "rb") as f:
            package = f.read()
    except FileNotFoundError:
        package = b""
    if not right(package):
        package = fetch_axe()
        if not right(package):
            raise ValueError("axe-core %s: the checksum is another" %
                             AXE_VERSION)
        with open("%s.%d" % (path, os.getpid()), "wb") as f:
            f.write(package)
        os.rename(f.name, path)
    with tarfile.open(fileobj=io.BytesIO(package)) as tar:
        return tar.extractfile("package/axe.min.js").read().decode()


class WebDriverError(Exception):
    def __init__(self, value):
        super().__init__("%s: %s" % (value.get("error"), value.get("message")))
        self.error = value.get("error")


class Browser:
    """One window, in a process and a profile of its own."""

    def __init__(self, prefs=None):
        self.folder = temp_folder("chromium")
        self.port = free_port()
        self.session = None
        self.log = open(os.path.join(self.folder, "log"), "wb")
        self.driver = subprocess.Popen(
            ["chromedriver", "--port=%d" % self.port], cwd=self.folder,
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log,
            # What is left behind there goes with the folder.
            env=dict(os.environ, TMPDIR=self.folder))
        try:
            wait_for(lambda: listening(self.port), "chromedriver listens", 60)
            self.session = self.begin(prefs or {})
        except BaseException:
            self.stop()
            raise

    def begin(self, prefs):
        options = {
            "args": [*FLAGS, "--user-data-dir=" +
                     os.path.join(self.folder, "data")], "prefs": prefs}
        return self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "unhandledPromptBehavior": "ignore",
            "goog:chromeOptions": options}}})["sessionId"]

    def call(self, method, path, body=None):
        c = http.client.HTTPConnection("127.0.0.1", self.port,
                                       timeout=PATIENCE)
        try:
            c.request(method, path,
                      None if body is None else json.dumps(body),
                      {"Content-Type": "application/json"})
            answer = c.getresponse()
            value = json.loads(answer.read())["value"]
        finally:
            c.close()
        if answer.status != 200:
            raise WebDriverError(value)
        return value

    def do(self, method, path, **body):
        return self.call(method, "/session/%s%s" % (self.session, path),
                         body if method == "POST" else None)

    def cdp(self, command, **params):
        return self.do("POST", "/goog/cdp/execute", cmd=command, params=params)

    def open(self, url):
        """Until the page is there in full."""
        self.do("POST", "/url", url=url)

    def js(self, script, *args):
        """What the script returns; the policy of the page does not bind it."""
        return self.do("POST", "/execute/sync", script=script, args=args)

    def js_async(self, script, *args):
        return self.do("POST", "/execute/async", script=script, args=args)

    def look(self, width, scheme="light", height=844, scale=1):
        """A window of that width, and what the system prefers."""
        self.cdp("Emulation.setDeviceMetricsOverride", width=width,
                 height=height, deviceScaleFactor=scale, mobile=False)
        self.cdp("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme}])

    def headers(self, **named):
        """What is sent with each request from now on."""
        self.cdp("Network.enable")
        self.cdp("Network.setExtraHTTPHeaders", headers={
            k.replace("_", "-"): v for k, v in named.items()})

    def picture(self, path):
        """The whole page as PNG."""
        size = self.cdp("Page.getLayoutMetrics")["cssContentSize"]
        data = self.cdp("Page.captureScreenshot", format="png",
                        captureBeyondViewport=True, clip={
                            "x": 0, "y": 0, "scale": 1,
                            "width": size["width"],
                            "height": size["height"]})["data"]
        with open(path, "wb") as f:
            f.write(base64.b64decode(data))

    def wait_for_path(self, path):
        wait_for(lambda: self.js("return document.readyState == 'complete' &&"
                                 " location.pathname") == path, path)

    def press(self, key, code, shift=False):
        """A key with the keyboard: what a page does not see coming."""
        for kind in ("rawKeyDown", "keyUp"):
            self.cdp("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                     windowsVirtualKeyCode=code, modifiers=8 * shift)
        if key == "Enter":
            self.cdp("Input.dispatchKeyEvent", type="char", text="\r")

    def dialog(self):
        """The text of what a script asks; None: nobody asks."""
        try:
            return self.do("GET", "/alert/text")
        except WebDriverError as e:
            if e.error == "no such alert":
                return None
            raise

    def tree(self):
        """What is read aloud: role and name of each node, in order."""
        nodes = self.cdp("Accessibility.getFullAXTree")["nodes"]
        return [(n["role"]["value"], n.get("name", {}).get("value", ""))
                for n in nodes if not n["ignored"]]

    def audit(self, source):
        """What axe-core has against the page, a text each."""
        self.js(source + "\n;return 0;")
        said = self.js_async(AXE_RUN, AXE_TAGS)
        if said["ran"] != AXE_VERSION:
            raise AssertionError("axe-core did not run: %s" % said["found"])
        return said["found"]

    def stop(self):
        try:
            if self.session is not None:
                self.do("DELETE", "")
        finally:
            self.driver.terminate()
            self.driver.wait(20)
            self.log.close()
            remove(self.folder)
