"""The page in a real browser: pictures of it, axe-core, the keyboard alone, with
large text, without styles, and with markup from outside.

The pictures are kept in build/tests/pages, to be looked at.
"""
import html.parser
import http.client
import itertools
import os
import unittest

import browser
from scene import FAILED, NO_CONTACT, VIEWER, Outage, Pending, Quiet
from servers import BUILD, wait_for
from test_web import XSS

PICTURES = os.path.join(BUILD, "tests", "pages")
WIDTHS = (390, 1280)
SCHEMES = ("light", "dark")
TARGET = 44  # px: the least width and height of what is tapped
TAB, ENTER = ("Tab", 9), ("Enter", 13)

SIDEWAYS = "return document.documentElement.scrollWidth - innerWidth;"
# What is cut off or crosses its frame: tiles, and blocks that do not scroll.
OVERFLOWING = """
return [...document.querySelectorAll(
		".map .tile, .key li, .box, dl, nav, pre, summary")]
	.filter(e => e.checkVisibility() && (e.scrollWidth > e.clientWidth + 1 ||
		e.scrollHeight > e.clientHeight + 1))
	.map(e => e.className + ": " + e.textContent.slice(0, 40));
"""
SMALL = """
return [...document.querySelectorAll("a, button, summary, input")]
	.filter(e => e.checkVisibility() && e.className != "skip")
	.map(e => [e, e.getBoundingClientRect()])
	.filter(([e, r]) => r.height < arguments[0] || r.width < arguments[0])
	.map(([e, r]) => e.outerHTML + " " + r.width + " x " + r.height);
"""
FOCUSED = """
const e = document.activeElement, s = getComputedStyle(e);
const r = e.getBoundingClientRect();
return e === document.body ? null : {
	text: e.textContent, tag: e.tagName, id: e.id,
	outline: s.outlineStyle == "none" ? 0 : parseFloat(s.outlineWidth),
	seen: r.width > 0 && r.bottom > 0 && r.right > 0 && r.left < innerWidth};
"""
FOCUSABLE = """
return [...document.querySelectorAll(
		"a[href], button, input, summary, [tabindex='0']")]
	.filter(e => e.checkVisibility()).map(e => e.textContent);
"""


class Code(html.parser.HTMLParser):
    """What a page holds that a browser might run, or that the policy of the
    page forbids."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        if tag in ("script", "style", "iframe", "object", "embed", "base"):
            self.found.append(tag)
        for name, value in attrs:
            if name == "style" or name.startswith("on") or (
                    value or "").lower().lstrip().startswith("javascript:"):
                self.found.append("%s %s=%s" % (tag, name, value))


scenes = []


def setUpModule():
    if not browser.installed():
        raise unittest.SkipTest("chromium and chromedriver are not installed")
    unittest.addModuleCleanup(stop)
    scenes.extend((Quiet(), Outage(), Pending()))


def stop():
    while scenes:
        scenes.pop().doCleanups()


class BrowserCase(unittest.TestCase):
    prefs = {}

    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser(prefs=cls.prefs)
        cls.addClassCleanup(cls.browser.stop)
        cls.browser.headers(X_Remote_User=VIEWER)

    def each_look(self, check, widths=WIDTHS, schemes=SCHEMES):
        """Opens every page, and calls check(name of the picture)."""
        for scene in scenes:
            for name, path in scene.paths().items():
                for width, scheme in itertools.product(widths, schemes):
                    self.browser.look(width, scheme)
                    self.browser.open(scene.base() + path)
                    look = "%s-%d-%s" % (name, width, scheme)
                    with self.subTest(look):
                        check(look)

    def expect_no_overflow(self):
        self.assertEqual(self.browser.js(SIDEWAYS), 0)
        self.assertEqual(self.browser.js(OVERFLOWING), [])

    def open_front(self, width=390):
        self.browser.look(width)
        self.browser.open(scenes[1].base() + "/")


class Pages(BrowserCase):
    def test_pictures(self):
        """Nothing is cut off, and nothing needs to be scrolled sideways."""
        os.makedirs(PICTURES, exist_ok=True)

        def check(look):
            self.browser.picture(os.path.join(PICTURES, look + ".png"))
            self.expect_no_overflow()
        self.each_look(check)

    def axe(self):
        try:
            return browser.axe()
        except (OSError, http.client.HTTPException) as e:
            return self.skipTest("axe-core cannot be fetched: %s" % e)

    def test_axe(self):
        source = self.axe()

        def check(_):
            found = self.browser.audit(source)
            self.assertEqual(found, [], "\n".join(found))
        self.each_look(check)

    def test_axe_finds(self):
        """It does look."""
        source = self.axe()
        self.open_front()
        self.browser.js("document.querySelector('h1').remove();"
                        "document.querySelector('dd').style.color = '#888'")
        found = "\n".join(self.browser.audit(source))
        self.assertIn("page-has-heading-one", found)
        self.assertIn("color-contrast", found)

    def test_dark(self):
        """Light on dark at night, and dark on light by day."""
        for scheme in SCHEMES:
            self.browser.look(390, scheme)
            self.browser.open(scenes[1].base() + "/")
            ink, ground = [sum(map(int, c[4:-1].split(","))) / 3 for c in
                           self.browser.js(
                "const s = getComputedStyle(document.body);"
                "return [s.color, s.backgroundColor]")]
            dark, light = sorted((ink, ground))
            self.assertLess(dark, 40)
            self.assertGreater(light, 200)
            self.assertEqual(ground == light, scheme == "light")

    def test_targets(self):
        def check(_):
            self.assertEqual(self.browser.js(SMALL, TARGET), [])
        self.each_look(check, (390,), ("light",))

    def test_no_code(self):
        """Neither scripts nor styles within a page: it needs none."""
        for scene in scenes:
            for path in scene.paths().values():
                code = Code()
                code.feed(scene.ask(path, X_Remote_User=VIEWER).body)
                self.assertEqual(code.found, [], path)

    def test_narrow(self):
        """As wide as a small telephone, or 1280 px at 400 %."""
        self.each_look(lambda _: self.expect_no_overflow(), (320,),
                       ("light",))

    def test_map(self):
        """The country: north is up, east is right, equal tiles."""
        for width in WIDTHS:
            self.open_front(width)
            at = self.browser.js("""
                const found = {};
                for (const e of document.querySelectorAll(".map .tile")) {
                    const r = e.getBoundingClientRect();
                    found[e.dataset.short] = [r.x, r.y, r.width];
                }
                return found;""")
            self.assertEqual(len(at), 98)
            for west, east in (("ESB", "ODE"), ("ODE", "KBH"),
                               ("KBH", "BOR"), ("HOL", "AAR")):
                self.assertTrue(at[west][0] < at[east][0] or
                                (west, east) == ("KBH", "BOR"), west + east)
            for north, south in (("FRH", "AAL"), ("AAL", "AAR"),
                                 ("AAR", "ODE"), ("HEL", "KBH"),
                                 ("KBH", "LOL"), ("KBH", "BOR")):
                self.assertLess(at[north][1], at[south][1], north + south)
            widths = [w for _, _, w in at.values()]
            self.assertLess(max(widths) - min(widths), 1)
            self.assertGreater(min(widths), 24)


class Many(BrowserCase):
    """More municipalities than are drawn: numbers, names, and a list."""
    NAME = "Sundheds- og omsorgscentret ved %d. tværvej"

    def setUp(self):
        scenes[1].sql(
            "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE"
            " i < 1200) INSERT INTO org (kind, code, name, region, vendor)"
            " SELECT 'municipality', printf('x%04d', i), printf(?, i),"
            " 'Region Sjælland', 'novax' FROM n", self.NAME)
        self.addCleanup(scenes[1].sql, "DELETE FROM org WHERE code LIKE 'x%'")

    def test_many(self):
        os.makedirs(PICTURES, exist_ok=True)
        for width in (320, 1280):
            self.browser.look(width)
            self.browser.open(scenes[1].base() + "/")
            self.browser.picture(os.path.join(
                PICTURES, "many-%d-light.png" % width))
            self.expect_no_overflow()
            self.assertEqual(self.browser.js(
                "return document.querySelectorAll('.map').length"), 0)
            self.assertEqual(self.browser.js(
                "return document.querySelectorAll('.names li').length"), 50)
            self.browser.js("document.querySelector("
                            "\"a[href='/kommuner/1?vis=mangler']\").click()")
            wait_for(lambda: self.browser.js(
                "return document.querySelectorAll('tbody tr').length"
                " == 1000"), "the list")
            self.expect_no_overflow()
            self.browser.js("document.querySelector(\"a[rel='next']\")"
                            ".click()")
            wait_for(lambda: self.browser.js(
                "return location.search.includes('efter') && document"
                ".querySelectorAll('tbody tr').length > 200"),
                "the rest of it")
            self.expect_no_overflow()


class Spoken(BrowserCase):
    def test_read_aloud(self):
        """Each tile says name and state, and nothing of what is drawn."""
        for width in WIDTHS:
            self.open_front(width)
            tree = self.browser.tree()
            text = "".join(n for role, n in tree if role == "StaticText")
            text = text.replace("\u00ad", "")
            for words in ("København: kvitteret", "Samsø: ingen kontakt",
                          "Frederikshavn: fået besked", "Struer: fejlet",
                          "Thisted: venter"):
                self.assertIn(words, text)
            for drawn in ("KBH", "FRH", "\u2713", "\u2026"):
                self.assertNotIn(drawn, text)
            roles = [role for role, _ in tree]
            self.assertEqual(roles.count("main"), 1)
            self.assertGreaterEqual(roles.count("listitem"), 98)
            self.assertIn(("heading", "Kommunerne"), tree)

    def test_tables_stay_tables(self):
        """On a telephone rows are drawn as blocks, and are rows still."""
        for width in WIDTHS:
            self.browser.look(width)
            self.browser.open(scenes[1].base() + "/historik/2024")
            tree = self.browser.tree()
            self.assertEqual([n for r, n in tree if r == "columnheader"][:2],
                             ["Sag", "Titel"], width)
            self.assertEqual(len([r for r, _ in tree if r == "row"]), 101)

    def test_without_styles(self):
        """The order of the text makes sense, and each state is in words."""
        self.open_front()
        self.browser.js("for (const s of document.styleSheets)"
                        " s.disabled = true;")
        text = self.browser.js("return document.body.innerText;")
        text = text.replace("\u00ad", "")
        at = -1
        for words in ("Gå til indholdet", "Forside", "Historik",
                      "Driftsstatus", "Sager", "FMK er utilgængeligt",
                      "Næste besked", "Alarmer til vagten", "Kommunerne",
                      "fejlet: %d" % len(FAILED),
                      "ingen kontakt: %d" % len(NO_CONTACT),
                      "København: kvitteret", "Struer: fejlet",
                      "Kilder", "nspop", "Udbakke", "Kontakt:"):
            self.assertIn(words, text[at + 1:], "behind what is before it")
            at = text.index(words, at + 1)
        self.assertEqual(self.browser.js(SIDEWAYS), 0)


class Keyboard(BrowserCase):
    def focused(self, key):
        self.browser.press(*key)
        return self.browser.js(FOCUSED)

    def test_every_link(self):
        """Tab goes to all there is, in its order, and it is seen where."""
        for scene, path in ((scenes[1], "/"), (scenes[1], "/sag/1"),
                            (scenes[1], "/historik/2024?side=2"),
                            (scenes[0], "/nowhere"),
                            (scenes[2], scenes[2].paths()["answer"])):
            self.browser.look(390)
            self.browser.open(scene.base() + path)
            for text in self.browser.js(FOCUSABLE):
                at = self.focused(TAB)
                self.assertIsNotNone(at, text)
                self.assertEqual(at["text"], text, path)
                self.assertGreaterEqual(at["outline"], 2, text)
                self.assertTrue(at["seen"], text)
            # Behind the last: out of the page.
            self.assertIn(self.focused(TAB), (None,), path)

    def test_answer(self):
        """From the link of a mail to the case, by Tab and Enter alone."""
        scene = Pending()
        self.addCleanup(scene.doCleanups)
        self.browser.look(390, "dark")
        self.browser.open(scene.base() + scene.paths()["answer"])
        while self.focused(TAB)["tag"] != "BUTTON":
            pass
        used = "SELECT count(*) FROM code WHERE used IS NOT NULL"
        self.assertEqual(scene.sql(used), [(0,)])
        self.browser.press(*ENTER)
        wait_for(lambda: scene.sql(used) == [(1,)], "it is answered")

    def test_skip(self):
        self.open_front()
        first = self.focused(TAB)
        self.assertEqual(first["text"], "Gå til indholdet")
        self.assertTrue(first["seen"])
        self.assertEqual(self.focused(ENTER)["id"], "indhold")
        self.assertIn("FMK er utilgængeligt", self.focused(TAB)["text"])

    def test_follow(self):
        """A case and what was sent in it, without a mouse."""
        self.open_front()
        while "FMK er utilgængeligt" not in self.focused(TAB)["text"]:
            pass
        self.browser.press(*ENTER)
        self.browser.wait_for_path("/sag/1")
        while "Som sendt til kommunerne" not in self.focused(TAB)["text"]:
            pass
        self.browser.press(*ENTER)
        self.assertTrue(self.browser.js(
            "return document.activeElement.parentElement.open;"))


class LargeText(BrowserCase):
    """Text at 200 %, as the reader set it in the browser."""
    prefs = {"webkit": {"webprefs": {"default_font_size": 32}}}

    def test_large(self):
        def check(_):
            self.assertEqual(self.browser.js(
                "return getComputedStyle(document.body).fontSize;"), "32px")
            self.expect_no_overflow()
        self.each_look(check, schemes=("dark",))


class Markup(BrowserCase):
    def test_from_outside(self):
        """A title of a feed and the name of a contact that would be code are
        text, and nothing runs."""
        title = XSS + "\"'><svg onload=hit()>"
        scene = Outage(title)
        self.addCleanup(scene.doCleanups)
        scene.sql("UPDATE delivery SET name = ?", title)
        scene.sql("UPDATE call SET owner = ?, attended = opened", title)
        for path, where in (("/", "h3"), ("/sag/1", "h1"), ("/historik", "td"),
                            ("/sag/1/besked/1", "td")):
            self.browser.open(scene.base() + path)
            self.assertIsNone(self.browser.dialog(), path)
            self.assertEqual(self.browser.js(
                "return document.querySelectorAll("
                "'script, img, svg, [onerror], [onload]').length;"), 0, path)
            shown = self.browser.js(
                "return [...document.querySelectorAll(arguments[0])]"
                ".map(e => e.textContent);", where)
            self.assertTrue(any(title in s for s in shown), (path, shown[:3]))

    def test_a_dialog_is_seen(self):
        """What the test before looks for is found when it is there."""
        self.browser.open("data:text/html,<script>alert(1)</script>")
        self.assertEqual(self.browser.dialog(), "1")
        self.browser.do("POST", "/alert/dismiss")


if __name__ == "__main__":
    unittest.main()
