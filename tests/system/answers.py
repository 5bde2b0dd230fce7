"""Relays that answer nothing to the recipients of a mail before they have
heard DATA, as one may with PIPELINING (RFC 2920), and then what is right, or
not. For test_hostile."""
import random

from smtpd import CLOSE, RESET, STALL

GO, OK = b"354 go on\r\n", b"250 2.1.5 Ok\r\n"
NO, LATER = b"550 5.1.1 no such user\r\n", b"450 4.2.0 greylisted\r\n"
TIRED = b"421 4.3.2 closing\r\n"
LOST = "RCPT: the connection was lost"


def at_once(*parts):
    """Hooks: these are the answers to several recipients and to DATA; who
    sends to one alone gets what is right."""
    def rcpt(session, argument):
        session.recipients.append(
            argument.partition("<")[2].partition(">")[0])
        return ""

    def data(session, argument):
        n = len(session.recipients)
        return parts if n > 1 else (OK * n, GO)
    data.reply = parts
    return {"rcpt": rcpt, "data": data}


# By name: the answers, what becomes of the three (all alike, or each), and
# what is said of the first.
ANSWERS = {
    "in one piece": ((OK + OK + OK, GO), "accepted", "queued as 1"),
    "a byte at a time": (tuple(bytes([b]) for b in OK * 3) + (GO,),
                         "accepted", "queued as 1"),
    "of several lines": ((b"250-a\r\n250-\r\n250 b\r\n" + OK +
                          b"250-c\r\n250 d\r\n", GO), "accepted",
                         "queued as 1"),
    "one refused": ((OK + NO + LATER, GO), "accepted failed queued",
                    "queued as 1"),
    "tired of one, but it goes on": ((OK + TIRED + OK, GO),
                                     "accepted queued accepted",
                                     "queued as 1"),
    "DATA refused": ((OK * 3, b"451 4.3.0 not now\r\n"), "queued",
                     "4.3.0 not now"),
    "all refused, but 354": ((NO * 3, GO), "failed", "no such user"),
    "all refused, and 554": ((NO * 3, b"554 5.5.1 nobody\r\n"), "failed",
                             "no such user"),
    "all put off, but 354": ((LATER * 3, GO), "queued", "greylisted"),
    "gone before the first": ((CLOSE,), "queued", LOST),
    "reset before the first": ((RESET,), "queued", LOST),
    "gone after the first": ((OK, CLOSE), "queued", LOST),
    "reset after two": ((OK * 2, RESET), "queued", LOST),
    "gone before the last": ((OK * 3, CLOSE), "queued",
                             "DATA: the connection was lost"),
    "gone in the midst of one": ((OK + b"250 2.1", CLOSE), "queued",
                                 "RCPT: 250 2.1"),
    "gone in the midst of a code": ((b"25", CLOSE), "queued", "RCPT: 25"),
    "gone between two lines": ((b"250-2.1\r\n", CLOSE), "queued",
                               "RCPT: 250-2.1"),
    "tired, and gone": ((TIRED, CLOSE), "queued", "4.3.2 closing"),
    "tired after one, and gone": ((OK + TIRED, CLOSE), "queued",
                                  "RCPT: 421 4.3.2 closing"),
    "silent after one": ((OK, STALL), "queued", "RCPT: no answer in time"),
    "the first is none": ((b"what\r\n" + OK + OK, GO), "queued",
                          "RCPT: what"),
    "the second is none": ((OK + b"what\r\n" + OK, GO), "queued",
                           "RCPT: what"),
    "the last is none": ((OK * 3, b"what\r\n"), "queued", "DATA: what"),
    "all are none": ((b"\r\n" * 2000,), "queued", "RCPT:"),
    "without a space": ((b"250\r\n" * 3, GO), "queued", "RCPT: 250"),
    "two codes in one": ((b"250-a\r\n550 b\r\n" + OK + OK, GO), "queued",
                         "RCPT: 250-a"),
    "a NUL": ((b"250 a\0b\r\n" + OK + OK, GO), "queued", "RCPT: 250 a"),
    "a line without end": ((b"250 " + b"x" * 3000 + OK * 2, GO), "queued",
                           "RCPT: 250 xxx"),
    "an answer without end": ((b"250-xxxxxxxxxxxxx\r\n" * 5000,), "queued",
                              "RCPT: 250-xxx"),
}


def ready(mail=None, parts=(OK * 3, GO), **hooks):
    """As at_once(), with something else at other stages."""
    return dict(at_once(*parts), mail=mail, **hooks)


EHLO = b"250-test.example.dk\r\n250-PIPELINING\r\n"
# By name: hooks of relays that say more than they were asked, or say it when
# nobody waits any more, and what becomes of the three.
OUT_OF_STEP = {
    "more than MAIL asks": (ready(b"250 ok\r\nwhat\r\n",
                                  (OK * 3 + GO,)), "queued"),
    "MAIL answered twice": (ready(OK * 2, (NO + OK * 2, GO)), "queued"),
    "EHLO answered before": (ready(
        parts=(b"250-2.1.5 a\r\n250 2.1.6 b\r\n" + OK * 2, GO),
        greeting=b"220 test\r\n" + EHLO + b"250 ENHANCEDSTATUSCODES\r\n",
        ehlo=""), "queued"),
    "a keyword behind a blank": (ready(
        parts=(b"250-2.1.5 a\r\n250 2.1.6 b\r\n" + OK * 2 + GO,),
        ehlo=EHLO + b"250-  ENHANCEDSTATUSCODES\r\n"
                    b"250 \tXUSR\r\n"), "accepted"),
    "another behind a blank": (ready(
        ehlo=EHLO + b"250 \t CHUNKING\r\n"), "accepted"),
    "more after some answers": (ready(parts=(OK * 3, GO + b"250 a\r\n")),
                                "queued"),
    "taken before it is sent": (ready(
        parts=(OK * 3, GO + b"250 queued\r\n", CLOSE)), "queued"),
    "taken, and more": (ready(
        end=b"250 2.0.0 Ok: queued as 1\r\n421 4.3.2 closing\r\n"),
        "accepted"),
    "the rest of one too late": (ready(
        parts=(b"250", 5.0, b" ok\r\n" + OK * 2 + GO)), "queued"),
}

PIECES = [OK, OK, OK, GO, NO, LATER, TIRED, b"554 5.5.1 nobody\r\n", b"what",
          b"250-a\r\n", b"550-a\r\n250 b\r\n", b"250", b"-", b" ", b"\r\n",
          b"\n", b"\0", b"2", b"999 z\r\n", b"x" * 1100, b"250-y\r\n" * 600]


def at_random(seed):
    """Hooks: answers that mostly are none, in pieces, and an end; and at one
    of the other stages something behind the right one."""
    dice = random.Random(seed)
    parts = [b"".join(dice.choices(PIECES, k=dice.randint(1, 4)))
             for _ in range(dice.randint(1, 4))]
    stage, right = dice.choice([
        ("greeting", b"220 test\r\n"), ("ehlo", EHLO + b"250 SIZE\r\n"),
        ("mail", OK), ("end", OK), ("rset", OK)])
    more = right + b"".join(dice.choices(PIECES, k=dice.randint(0, 3)))
    end = dice.choice([CLOSE, CLOSE, RESET])
    if dice.randint(0, 2) == 0:
        parts, end = [OK * 3, dice.choice([GO, GO + OK, LATER])], ""
    return ready(parts=tuple(parts + [end]), **{stage: more})
