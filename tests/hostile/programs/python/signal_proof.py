# SPDX-License-Identifier: GPL-3.0-or-later
#
# attempt: catches every signal that can be caught, and every exception, and spins
# expect: stopped cpu
# cpu-ms: 300
import signal

for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
    signal.signal(number, lambda *unused: None)
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
