"""What the README shows works: its configuration passes config check."""
import os
import re
import shutil
import subprocess
import unittest

from house import CTL
from servers import ROOT, temp_folder


class Readme(unittest.TestCase):
    def test_configuration(self):
        with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as f:
            yaml = re.search(r"```yaml\n(.*?)```", f.read(), re.S).group(1)
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


if __name__ == "__main__":
    unittest.main()
