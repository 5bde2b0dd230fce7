"""A scripted HTTP server on loopback, for gateways that misbehave.

It reads each request whole, and then does what the script says, part by part:
a text or bytes are sent as they are, a number of seconds is waited, CLOSE,
RESET and STALL are those of smtpd.py; a function is called with the request
and gives a part; DRIP sends the rest of the script a byte at a time.
"""
import re
import socket
import threading

from smtpd import CLOSE, RESET, STALL

DRIP = object()


def answer(status, body, *headers, length=None):
    """A whole answer; length: what Content-Length says instead."""
    body = body if isinstance(body, bytes) else body.encode()
    head = ["HTTP/1.1 %s X" % status,
            "Content-Length: %d" % (len(body) if length is None else length),
            "Connection: close", *headers]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


class Scripted:
    def __init__(self, *script, again=()):
        """again: the script from the second request on, if there is one."""
        self.script, self.again = script, again
        self.requests = []  # head and body, as they came
        self.stopping = threading.Event()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.url = "http://localhost:%d" % self.port
        threading.Thread(target=self.accept, daemon=True).start()

    def close(self):
        self.stopping.set()
        try:
            self.listener.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.listener.close()

    def accept(self):
        while not self.stopping.is_set():
            try:
                connection = self.listener.accept()[0]
            except OSError:
                return
            threading.Thread(target=self.serve, args=(connection,),
                             daemon=True).start()

    def read(self, connection):
        data = b""
        while b"\r\n\r\n" not in data:
            data += connection.recv(65536)
        length = re.search(rb"(?i)content-length: (\d+)", data)
        size = data.index(b"\r\n\r\n") + 4 + int(length[1] if length else 0)
        while len(data) < size:
            data += connection.recv(65536)
        return data

    def serve(self, connection):
        connection.settimeout(30)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        try:
            request = self.read(connection)
            self.requests.append(request)
            first = len(self.requests) == 1 or not self.again
            self.play(connection, request, self.script if first
                      else self.again)
        except OSError:
            pass
        finally:
            connection.close()

    def play(self, connection, request, script):
        drip = False
        for part in script:
            if callable(part):
                part = part(request)
            if part is DRIP:
                drip = True
            elif part is CLOSE:
                return
            elif part is RESET:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER,
                                      b"\1\0\0\0\0\0\0\0")
                return
            elif part is STALL:
                self.stopping.wait(60)
                return
            elif isinstance(part, float):
                self.stopping.wait(part)
            else:
                raw = part if isinstance(part, bytes) else part.encode()
                for i in range(0, len(raw), 1 if drip else len(raw)):
                    connection.sendall(raw[i:i + 1] if drip else raw)
                    if drip and self.stopping.wait(0.3):
                        return
