# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: goes on in a program that has no name, and leaves it running
# expect: exited 0
# output: alive
# survivors: 1
import os
import shutil

shutil.copy(os.path.realpath("/usr/bin/python3"), "copy")
program = os.open("copy", os.O_RDONLY)
os.unlink("copy")
ends = os.pipe()
if os.fork() == 0:
    os.dup2(ends[1], 9)
    os.execve(program, ["copy", "-I", "-c", "import os, time; os.write(9, b'alive'); time.sleep(1000)"], {})
print(os.read(ends[0], 5).decode())
