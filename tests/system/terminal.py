"""A program in a real terminal: tmux, a server of its own for each."""
import os
import shlex
import shutil
import signal
import subprocess

from servers import temp_folder, wait_for

# What is set for every program of the tests, so that the machine's language
# and the colours of who starts them change nothing.
PLAIN = {"LC_ALL": "C.UTF-8", "LANGUAGE": "", "TERM": "screen-256color"}


class Terminal:
    """Starts the command in a terminal of that size. env: more of its
    environment; a value of None takes the variable out."""

    def __init__(self, *command, columns=80, rows=24, env=None, folder=None):
        self.folder = temp_folder("terminal")
        self.socket = os.path.join(self.folder, "tmux")
        more = dict(PLAIN, **(env or {}))
        # What env takes out comes before what it sets.
        words = ["env"]
        for name, value in more.items():
            words += ["-u", name] if value is None else []
        words += ["%s=%s" % (n, v) for n, v in more.items() if v is not None]
        # The pane stays when the program ends, with what it has said.
        conf = os.path.join(self.folder, "conf")
        with open(conf, "w", encoding="utf-8") as f:
            f.write("set -g remain-on-exit on\nset -g status off\n"
                    "set -g remain-on-exit-format \"\"\n"
                    "set -g escape-time 0\nset -g history-limit 5000\n"
                    "set -g default-shell /bin/sh\n"
                    # With a pipe it reads all that a program has said before
                    # it lets it go; without, it loses the last words of some.
                    "set-hook -g after-new-session "
                    "'pipe-pane \"cat >/dev/null\"'\n")
        # No word of ours is a command to the shell of tmux.
        line = shlex.join(words + list(command))
        subprocess.run(
            ["tmux", "-S", self.socket, "-f", conf, "-u", "new-session", "-d",
             "-x", str(columns), "-y", str(rows), "-c", folder or self.folder,
             "exec " + line], check=True, env=dict(os.environ, **PLAIN))
        self.server = int(self.ask("display-message", "-p", "#{pid}"))
        self.pid = int(self.ask("display-message", "-p", "#{pane_pid}"))

    def ask(self, *words):
        return subprocess.run(
            ["tmux", "-S", self.socket, *words], check=True,
            stdout=subprocess.PIPE, encoding="utf-8").stdout.rstrip("\n")

    def screen(self, colour=False, history=False):
        """What is on the screen, its lines without blanks at their ends."""
        text = self.ask("capture-pane", "-p", *(["-e"] if colour else []),
                        *(["-S", "-"] if history else []))
        return "\n".join(x.rstrip() for x in text.split("\n")).rstrip("\n")

    def wait(self, text, seconds=60):
        """Until the text has been on the screen, also if it has left it."""
        try:
            wait_for(lambda: text in self.screen(history=True), text, seconds)
        except AssertionError as e:
            raise AssertionError("%s; the screen:\n%s" % (
                e, self.screen(history=True))) from None

    def type(self, text):
        """The text and Enter."""
        if text:
            self.ask("send-keys", "-l", "--", text)
        self.key("Enter")

    def key(self, *names):
        """Keys by tmux' names: C-c, C-d, Enter, Escape, q."""
        self.ask("send-keys", *names)

    def resize(self, columns, rows):
        self.ask("resize-window", "-x", str(columns), "-y", str(rows))

    def ended(self):
        dead = self.ask("display-message", "-p", "#{pane_dead} "
                        "#{pane_dead_status}#{pane_dead_signal}")
        if dead.strip() == "1":
            # tmux sometimes misses that its child has ended: tell it.
            os.kill(self.server, signal.SIGCHLD)
            return False
        return dead.startswith("1")

    def status(self, seconds=60):
        """Waits until the program ends: its exit status, or -1 when a signal
        ended it."""
        wait_for(self.ended, "the program ends", seconds)
        wait_for(lambda: self.fate() != ",", "its exit status")
        status = self.fate().split(",")[0]
        return int(status) if status else -1

    def fate(self):
        """"64," or ",9", an exit status or a signal; "," before it is known:
        tmux may miss that its child has ended, so it is told again."""
        os.kill(self.server, signal.SIGCHLD)
        return self.ask("display-message", "-p",
                        "#{pane_dead_status},#{pane_dead_signal}")

    def hang_up(self):
        """The terminal goes away under the program."""
        self.ask("kill-pane")

    def close(self):
        """Ends the program, when it has not, and the terminal."""
        try:
            os.kill(self.server, signal.SIGTERM)
        except ProcessLookupError:
            pass
        shutil.rmtree(self.folder, ignore_errors=True)
