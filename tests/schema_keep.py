#!/usr/bin/env python3
"""Keeps a database of the schema of today's programs as SQL, so that versions
to come are tried on it: make schema-keep.

The newest file before it in tests/data/schema is brought up to date by today's
programs; a table that is new gets the row that rows.sql has for it.
"""
import glob
import os
import re
import sqlite3
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, "tests", "data", "schema")
QUEUE = os.path.join(ROOT, os.environ.get("BUILD", "build"), "tests", "system",
                     "queue")


def bring_up(path):
    """As the daemon does it when it starts; the version that it then has."""
    subprocess.run([QUEUE, "open", path], check=True)
    with sqlite3.connect(path) as db:
        return db.execute("PRAGMA user_version").fetchone()[0]


def files():
    return {int(os.path.basename(f)[:-4]): f
            for f in glob.glob(os.path.join(FOLDER, "[0-9]*.sql"))}


def tables(db):
    return [r[0] for r in db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite%' ORDER BY name")]


def fill(db):
    """Rows for what is empty; the tables for which there are none."""
    with open(os.path.join(FOLDER, "rows.sql"), encoding="utf-8") as f:
        # A line is for the table of its last INSERT; what that needs is before.
        rows = {re.findall(r"INSERT INTO (\w+)", line)[-1]: line for line in f
                if line.startswith("INSERT INTO ")}
    lacking = []
    for table in tables(db):
        if db.execute("SELECT 1 FROM %s LIMIT 1" % table).fetchone():
            continue
        if table in rows:
            db.executescript(rows[table])
        else:
            lacking.append(table)
    return lacking


def dump(path, out):
    with sqlite3.connect(path) as db:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        lacking = fill(db)
        db.commit()
        if lacking:
            raise SystemExit(
                "no row in %s: add an INSERT of each to %s" % (
                    ", ".join(lacking), os.path.join(FOLDER, "rows.sql")))
        lines = list(db.iterdump())
    with open(out, "w", encoding="utf-8") as f:
        f.write("\n".join(lines))
        f.write("\nPRAGMA user_version = %d;\n" % version)


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.db")
        version = bring_up(path)
        os.unlink(path)
        kept = files()
        base = max(v for v in kept if v < version)
        with open(kept[base], encoding="utf-8") as f:
            with sqlite3.connect(path) as db:
                db.executescript(f.read())
        bring_up(path)
        out = os.path.join(FOLDER, "%02d.sql" % version)
        dump(path, out)
        print("read it: git diff %s" % os.path.relpath(out))


if __name__ == "__main__":
    sys.exit(main())
