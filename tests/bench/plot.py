"""Curves as SVG, by gnuplot."""
import os
import shutil
import subprocess

from common import HERE, WORK

POINTS = 200  # of a curve at most


def thin(curve):
    step = max(1, len(curve) // POINTS)
    return curve[::step] + ([curve[-1]] if (len(curve) - 1) % step else [])


def draw(name, title, curves, x, y, style, log=False):
    """Writes NAME.svg beside this file; the Markdown that shows it.
    curves: by name, [[x, y]]."""
    if not shutil.which("gnuplot"):
        return "%s: not drawn, gnuplot is not installed." % title
    os.makedirs(WORK, exist_ok=True)
    plots = []
    for i, (label, curve) in enumerate(curves.items()):
        data = os.path.join(WORK, "%s-%d.dat" % (name, i))
        with open(data, "w", encoding="ascii") as f:
            f.writelines("%g %g\n" % (a, b) for a, b in thin(curve))
        plots.append("'%s' with %s lw 2 title '%s'" % (data, style, label))
    script = """
set terminal svg size 720,420 font 'sans-serif,12' background '#ffffff'
set output '%s.svg'
set title '%s'
set xlabel '%s'
set ylabel '%s'
set key outside right
set grid
%s
plot %s
""" % (os.path.join(HERE, name), title, x, y,
       "set logscale xy" if log else "set xrange [0:*]\nset yrange [0:*]",
       ", ".join(plots))
    subprocess.run(["gnuplot"], input=script, encoding="utf-8", check=True)
    return "![%s](%s.svg)" % (title, name)
