# SPDX-License-Identifier: GPL-3.0-or-later
# Reads the name of a fate and meets it. "good" is to print 3.
import os
import signal
import sys
import threading
import time


def good():
    print(3, flush=True)


def allocate():
    room = []
    while True:
        room.append(bytearray(1 << 20))


def flood(stream):
    while True:
        stream.write("y" * 1000 + "\n")


def fork_bomb():
    while True:
        try:
            os.fork()
        except OSError:
            pass


def leave_child():
    good()
    if os.fork() == 0:
        time.sleep(1000)


def recurse(depth):
    return recurse(depth + 1) + 1


def raise_in_two_lines():
    raise ValueError("raised\nin two lines")


def close_stdout():
    sys.stdout.close()


def crash_after_answer():
    good()
    os.abort()


def die_of(number):
    if number not in (signal.SIGKILL, signal.SIGSTOP):
        signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    signal.pause()


def loop():
    while True:
        pass


def exit_3():
    good()
    sys.exit(3)


FATES = {
    "good": good,
    "wrong": lambda: print(4),
    "silent": lambda: None,
    "allocate": allocate,
    "absurd-request": lambda: bytearray(1 << 50),
    "loop": loop,
    "sleep": lambda: time.sleep(1000),
    "wait": lambda: threading.Event().wait(),
    "read-on": lambda: input(),
    "flood": lambda: flood(sys.stdout),
    "flood-stderr": lambda: flood(sys.stderr),
    "fork-bomb": fork_bomb,
    "leave-child": leave_child,
    "divide": lambda: 3 // 0,
    "recurse": lambda: recurse(0),
    "exit-3": exit_3,
    "exit-with-text": lambda: sys.exit("no solution"),
    "throw": raise_in_two_lines,
    "index": lambda: [1, 2][5],
    "null": lambda: None.field,
    "bytes": lambda: sys.stdout.buffer.write(b"3\0\xff\xc3(\n"),
    "close-stdout": close_stdout,
    "crash-after-answer": crash_after_answer,
}

fate, *number = input().split()
if fate == "signal":
    die_of(int(number[0]))
FATES[fate]()
