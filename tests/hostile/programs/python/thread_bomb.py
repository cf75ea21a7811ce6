# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: makes threads until none can be made
# expect: exited 0
# output: threads: refused
import os
import threading
import time

for _ in range(64):
    try:
        threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
    except RuntimeError:
        print("threads: refused", flush=True)
        os._exit(0)
os._exit(1)
