"""A scripted SMTP server on loopback, for servers that misbehave.

Hooks, by name: greeting, ehlo, helo, starttls, auth, mail, rcpt, data, line
(one of the message, without its end), end (after the final dot), quit. Each
is a reply or a function of (session, argument) that returns one:
None (what a good server says), a text to send (bytes go as they are), CLOSE,
RESET, STALL, a number of seconds to wait, or a tuple or a generator of these,
done in order.
"""
import base64
import socket
import threading
import types

CLOSE = object()
STALL = object()
RESET = object()


class Session:
    def __init__(self):
        self.commands = []
        self.messages = []  # (sender, recipients, text)
        self.tls = False
        self.user = None
        self.sender = None
        self.recipients = []


class End(Exception):
    pass


class Smtpd:
    def __init__(self, hooks=None, tls=None, context=None, auth=None,
                 extensions=("PIPELINING", "CHUNKING", "SIZE 10000000",
                             "ENHANCEDSTATUSCODES", "8BITMIME"), port=0):
        self.hooks = hooks or {}
        self.tls = tls
        self.context = context
        self.auth = auth
        self.extensions = list(extensions)
        self.sessions = []
        self.now = self.most = 0  # connections that are open; at once
        self.counting = threading.Lock()
        self.stopping = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", port))
        self.port = self.listener.getsockname()[1]
        self.threads = []
        self.accepter = threading.Thread(target=self.accept, daemon=True)
        self.accepter.start()

    def stop(self):
        self.stopping.set()
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.accepter.join(10)
        for thread in self.threads:
            thread.join(10)

    @property
    def messages(self):
        return [m for s in self.sessions for m in s.messages]

    def commands(self):
        return [c for s in self.sessions for c in s.commands]

    def accept(self):
        while not self.stopping.is_set():
            try:
                connection = self.listener.accept()[0]
            except OSError:
                return
            # Small answers do not wait for one another.
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            session = Session()
            self.sessions.append(session)
            thread = threading.Thread(target=Dialogue(
                self, connection, session).run, daemon=True)
            self.threads.append(thread)
            thread.start()


class Dialogue:
    def __init__(self, server, connection, session):
        self.server = server
        self.connection = connection
        self.session = session
        self.file = None

    def run(self):
        with self.server.counting:
            self.server.now += 1
            self.server.most = max(self.server.most, self.server.now)
        try:
            self.connection.settimeout(30)
            if self.server.tls == "tls":
                self.start_tls()
            self.file = self.connection.makefile("rb")
            self.reply("greeting", None, "220 test.example.dk ESMTP")
            while True:
                line = self.file.readline()
                if not line:
                    break
                self.command(line.decode("latin-1").rstrip("\r\n"))
        except (OSError, End, ValueError):
            pass
        finally:
            with self.server.counting:
                self.server.now -= 1
            if self.file is not None:
                self.file.close()
            self.connection.close()

    def start_tls(self):
        self.connection = self.server.context.wrap_socket(
            self.connection, server_side=True)
        self.session.tls = True
        self.file = self.connection.makefile("rb")

    def reply(self, name, argument, usual, before=None):
        """What was sent, the last text of it; before it is sent, before(it)
        is called."""
        hook = self.server.hooks.get(name)
        answer = hook(self.session, argument) if callable(hook) else hook
        if answer is None:
            answer = usual
        sent = ""
        if not isinstance(answer, (tuple, types.GeneratorType)):
            answer = (answer,)
        # Of a generator it is not known which is the last.
        last = len(answer) - 1 if isinstance(answer, tuple) else -1
        for i, part in enumerate(answer):
            if part is CLOSE:
                raise End()
            if part is RESET:
                self.connection.setsockopt(
                    socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                raise End()
            if part is STALL:
                self.server.stopping.wait(60)
                raise End()
            if isinstance(part, float):
                self.server.stopping.wait(part)
            elif part:
                sent = part
                raw = part if isinstance(part, bytes) else (
                    part.replace("\n", "\r\n") + "\r\n").encode()
                if i == last and before is not None:
                    before(raw.decode("latin-1"))
                self.connection.sendall(raw)
        return sent if isinstance(sent, str) else sent.decode("latin-1")

    def command(self, line):
        verb, _, argument = line.partition(" ")
        verb = verb.upper()
        self.session.commands.append(line)
        if verb == "EHLO":
            offers = list(self.server.extensions)
            if self.server.tls == "starttls" and not self.session.tls:
                offers.append("STARTTLS")
            elif self.server.auth:
                offers.append("AUTH PLAIN")
            self.reply("ehlo", argument, "250-test.example.dk\n" + "\n".join(
                "250%s%s" % (" " if i + 1 == len(offers) else "-", o)
                for i, o in enumerate(offers)) if offers else "250 test")
        elif verb == "STARTTLS":
            if self.reply("starttls", None, "220 go on").startswith("220"):
                self.start_tls()
        elif verb == "AUTH":
            said = argument.partition(" ")[2]
            good = base64.b64decode(said).split(b"\0")[1:] == [
                x.encode() for x in self.server.auth or ()]
            self.reply("auth", argument, "235 2.7.0 welcome" if good
                       else "535 5.7.8 wrong password")
        elif verb == "MAIL":
            self.session.sender = argument
            self.session.recipients = []
            self.reply("mail", argument, "250 2.1.0 Ok")
        elif verb == "RCPT":
            if self.reply("rcpt", argument, "250 2.1.5 Ok")[:1] == "2":
                self.session.recipients.append(
                    argument.partition("<")[2].partition(">")[0])
        elif verb == "DATA":
            if self.reply("data", None, "354 go on")[:1] == "3":
                self.message()
        elif verb == "QUIT":
            self.reply("quit", None, "221 2.0.0 Bye")
            raise End()
        else:
            self.reply(verb.lower(), argument, "250 2.0.0 Ok")

    def message(self):
        lines = []
        while True:
            line = self.file.readline()
            if not line:
                raise End()
            if line == b".\r\n":
                break
            lines.append(line[1:] if line[:1] == b"." else line)
            if "line" in self.server.hooks:
                self.reply("line", line, "")
        text = b"".join(lines)

        def taken(said):
            # Whoever hears of it finds it.
            if said[:1] == "2":
                self.session.messages.append(
                    (self.session.sender, list(self.session.recipients), text))

        self.reply("end", text, "250 2.0.0 Ok: queued as 1", taken)
