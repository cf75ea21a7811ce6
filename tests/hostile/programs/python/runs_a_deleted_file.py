# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: goes on in a program that has no name, and leaves it running
# expect: exited 0
# output: alive
# survivors: 1
import os
import shutil

# Executable from its making: not every box lets a program change that.
copy = os.open("copy", os.O_WRONLY | os.O_CREAT, 0o755)
with open("/usr/bin/python3", "rb") as origin, os.fdopen(copy, "wb") as file:
    shutil.copyfileobj(origin, file)
program = os.open("copy", os.O_RDONLY)
os.unlink("copy")
ends = os.pipe()
if os.fork() == 0:
    os.dup2(ends[1], 9)
    os.execve(program, ["copy", "-I", "-c", "import os, time; os.write(9, b'alive'); time.sleep(1000)"], {})
print(os.read(ends[0], 5).decode())
