# SPDX-License-Identifier: GPL-3.0-or-later
"""run_tests.py PLACE: runs the tests of tests.json in the guest, as whoever started it, and `grind doctor` at last.

PLACE is login, service or root, as in start.sh. In a service only tests of label `guest-service` run, since it differs
from a login in little. One line a test, and what it said if it failed; exits with 1 if one did.
"""
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 8  # times a test's limit, which is for a real machine
HERE = Path(__file__).resolve().parent
PLACE = sys.argv[1]


def run(command, folder, environment, seconds):
    """Exit status (None: killed after too long) and output. What outlives the test in its session is killed."""
    # The build folder as such is not here.
    started = subprocess.Popen(command, cwd=folder if os.path.isdir(folder) else "/tmp",
                               env={**os.environ, **environment, "GRINDSTONE_GUEST": PLACE}, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
    try:
        output, _ = started.communicate(timeout=seconds)
        return started.returncode, output
    except subprocess.TimeoutExpired:
        os.killpg(started.pid, signal.SIGKILL)
        output, _ = started.communicate()
        return None, output


def say(verdict, name, seconds, output=b"", remark=""):
    sys.stdout.buffer.write(f"{verdict:4} {PLACE:7} {name}  {seconds:.0f} s{remark}\n".encode())
    for line in output.splitlines():
        sys.stdout.buffer.write(b"    " + line + b"\n")
    sys.stdout.flush()


def skipped_lines(output):
    """What Qt Test left out, with the reason on the line after it."""
    lines = output.splitlines()
    return b"\n".join(line for i, line in enumerate(lines) if line.startswith(b"SKIP") or
                      (i > 0 and lines[i - 1].startswith(b"SKIP") and not line.startswith(b"PASS")))


def run_test(test):
    environment = test["environment"]
    if "GRINDSTONE_HOME" in environment:
        environment["GRINDSTONE_HOME"] += "-" + PLACE  # not one that another user has made
    begin = time.monotonic()
    status, output = run(test["command"], test["folder"], environment, test["timeout"] * PATIENCE)
    seconds = time.monotonic() - begin
    if status is not None and status == test["skipCode"]:
        say("SKIP", test["name"], seconds, output)
    elif status == 0:
        say("PASS", test["name"], seconds, skipped_lines(output))
    else:
        ended = "took too long" if status is None else f"exit status {status}"
        say("FAIL", test["name"], seconds, output, f", {ended}")
    return status == 0 or (status is not None and status == test["skipCode"])


def examine(build):
    """The best rung of the ladder is what this machine was made for."""
    begin = time.monotonic()
    _, output = run([f"{build}/bin/grind", "doctor", "--json"], "/tmp", {"LC_ALL": "C.UTF-8"}, 600)
    try:
        tier = json.loads(output)["sandbox"]["tier"]
    except (ValueError, KeyError):
        tier = "unknown"
    say("PASS" if tier == "full" else "FAIL", "grind doctor", time.monotonic() - begin, output, f", tier {tier}")
    return tier == "full"


def main():
    plan = json.loads((HERE / "tests.json").read_text())
    tests = [test for test in plan["tests"] if PLACE != "service" or "guest-service" in test["labels"]]
    passed = [run_test(test) for test in tests]
    passed.append(examine(plan["build"]))
    print(f"{PLACE}: {passed.count(True)} of {len(passed)} passed", flush=True)
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
