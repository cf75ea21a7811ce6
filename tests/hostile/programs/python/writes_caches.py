# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: writes compiled modules where the next run of Python would take them
# expect: exited 0
# output: /program: refused
# output: library: refused
# output: site: refused
import os
import py_compile
import site

PLACES = {
    "/program": os.path.abspath(__file__),
    "library": os.__file__,
    "site": site.__file__,
}
for name, source in PLACES.items():
    try:
        py_compile.compile(source, doraise=True)
        print(name + ": allowed")
    except OSError:
        print(name + ": refused")
