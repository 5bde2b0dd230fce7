#!/usr/bin/env python3
"""Runs the system tests (tests/system/test_*.py), all or those named.

Each starts its own servers on loopback with ports and folders of its own.
Closes with "N passed, N failed, N skipped".
"""
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))


class Result(unittest.TextTestResult):
    """Prints one line a test, and why one was skipped."""

    def getDescription(self, test):
        return test.id()


def main():
    sys.path.insert(0, HERE)
    os.chdir(os.path.dirname(os.path.dirname(HERE)))
    names = sys.argv[1:] or sorted(
        f[5:-3] for f in os.listdir(HERE)
        if f.startswith("test_") and f.endswith(".py"))
    suite = unittest.TestSuite(
        unittest.defaultTestLoader.loadTestsFromName("test_" + n)
        for n in names)
    result = unittest.TextTestRunner(
        resultclass=Result, verbosity=2, stream=sys.stdout).run(suite)
    bad = len(result.failures) + len(result.errors) + \
        len(result.unexpectedSuccesses)
    skipped = len(result.skipped)
    print("system: %d passed, %d failed, %d skipped" % (
        result.testsRun - bad - skipped, bad, skipped))
    return 1 if bad or result.testsRun == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
