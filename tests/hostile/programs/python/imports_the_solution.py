# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: imports the solution of the host, by its name and by its path
# expect: exited 0
# output: by name: refused
# output: by path: refused
import importlib.util
import os
import sys

sys.path.insert(0, os.environ["HOSTILE_SECRET"])
try:
    import solution

    print("by name:", solution.secret)
except ImportError:
    print("by name: refused")
try:
    spec = importlib.util.spec_from_file_location("other", os.environ["HOSTILE_SECRET"] + "/solution.py")
    other = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(other)
    print("by path:", other.secret)
except OSError:
    print("by path: refused")
