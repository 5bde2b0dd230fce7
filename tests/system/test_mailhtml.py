"""The HTML of the mails as a browser shows it: on a telephone and beside other
windows, light and dark. The pictures are kept in the folder of the build."""
import os
import pathlib
import shutil
import subprocess
import unittest

import browser
from servers import BUILD, temp_folder

MAILS = os.path.join(BUILD, "tests", "system", "mails")
PICTURES = os.path.join(BUILD, "tests", "mail")

# What is outside of the window, and what is smaller than can be read.
LOOK = """
const bad = [];
for (const e of document.body.querySelectorAll("*")) {
	const r = e.getBoundingClientRect();
	if (r.right > innerWidth + 1)
		bad.push(e.tagName + " is cut off: " + e.textContent.slice(0, 40));
	if (parseFloat(getComputedStyle(e).fontSize) < 16)
		bad.push(e.tagName + " is small");
}
return bad;
"""


@unittest.skipUnless(browser.installed(), "chromium is not installed")
class MailHtml(unittest.TestCase):
    def test_pictures(self):
        folder = temp_folder("mails")
        self.addCleanup(shutil.rmtree, folder)
        subprocess.run([MAILS, folder], check=True)
        os.makedirs(PICTURES, exist_ok=True)
        b = browser.Browser()
        self.addCleanup(b.stop)
        names = sorted(os.listdir(folder))
        self.assertGreaterEqual(len(names), 8)
        for name in names:
            for width, scheme in ((375, "light"), (375, "dark"),
                                  (800, "light"), (800, "dark"),
                                  (375, "forced")):
                with self.subTest(name=name, width=width, scheme=scheme):
                    b.look(width, "light" if scheme == "light" else "dark")
                    # What a mail program does that darkens every mail.
                    b.cdp("Emulation.setAutoDarkModeOverride",
                          enabled=scheme == "forced")
                    b.open(pathlib.Path(folder, name).as_uri())
                    self.assertEqual(b.js(LOOK), [])
                    # One column of at most 600, in the middle.
                    self.assertEqual(
                        b.js("return document.querySelector('h1').closest("
                             "'table').getBoundingClientRect().width"),
                        min(width, 600))
                    b.picture(os.path.join(PICTURES, "%s-%d-%s.png" % (
                        name[:-5], width, scheme)))
