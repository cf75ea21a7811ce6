// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: computes in a thread of the garbage collector's own while it seems to sleep
// expect: stopped cpu
// cpu-ms: 800
import java.lang.ref.Cleaner;

public class SpinsInACleaner {
    static void spin() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    public static void main(String[] words) throws Exception {
        Cleaner.create().register(new Object(), SpinsInACleaner::spin);
        System.gc();
        Thread.sleep(1000000);
    }
}
