# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: has a shell read an answer and the passwords of the host
# expect: exited 0
# output: answer: refused
# output: shadow: refused
# output: sudo: refused
# never: root:
import os
import subprocess

answer = os.system('cat "$HOSTILE_SECRET/1.ans" 2>/dev/null')
print("answer:", "refused" if answer else "allowed", flush=True)
shadow = subprocess.run(["/bin/sh", "-c", "cat /etc/shadow"], capture_output=True)
print("shadow:", "refused" if shadow.returncode else shadow.stdout)
try:
    sudo = subprocess.run(["sudo", "-n", "cat", "/etc/shadow"], capture_output=True).returncode
except OSError:
    sudo = -1
print("sudo:", "refused" if sudo else "allowed")
