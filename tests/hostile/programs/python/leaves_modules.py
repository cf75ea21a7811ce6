# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: leaves modules behind that the next run of Python would import
# roles: leaves then finds
# attempt[leaves]: writes them wherever Python looks
# expect: exited 0
# output[leaves]: work: allowed
# output[leaves]: library: refused
# output[leaves]: library: refused
# output[finds]:
import os
import site
import sys

NAMES = ("sitecustomize.py", "usercustomize.py", "json.py", "random.py")
FOLDERS = (".", os.environ["TMPDIR"], "/dev/shm", site.getusersitepackages())
LIBRARY = (os.path.dirname(os.__file__), "/usr/lib/python3/dist-packages")


def leave_in(folder):
    try:
        os.makedirs(folder, exist_ok=True)
        for name in NAMES:
            with open(os.path.join(folder, name), "w") as file:
                file.write("print('imported', __file__)\n")
        return True
    except OSError:
        return False


if sys.argv[1] == "leaves":
    print("work:", "allowed" if leave_in(FOLDERS[0]) else "refused")
    for folder in FOLDERS[1:]:
        leave_in(folder)
    for folder in LIBRARY:
        print("library:", "allowed in " + folder if leave_in(folder) else "refused")
else:
    os.system("/usr/bin/python3 -c 'import json, random'")
