# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: ends without its pool of processes
# expect: exited 3
# expect[no-namespaces]: exited 1
# processes: 32
import multiprocessing
import os
import time

pool = multiprocessing.Pool(4)
pool.map_async(time.sleep, [1000] * 4)
time.sleep(0.1)
os._exit(3)
