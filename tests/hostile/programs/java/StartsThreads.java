// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: starts threads until none can be started
// expect: exited 3
// processes: 64
public class StartsThreads {
    public static void main(String[] words) {
        try {
            for (int i = 0; i < 1000; ++i) {
                Thread thread = new Thread(null, StartsThreads::sleep, "sleeper", 1 << 16);
                thread.start();
            }
        } catch (OutOfMemoryError none) {
            Runtime.getRuntime().halt(3);
        }
        Runtime.getRuntime().halt(0);
    }

    static void sleep() {
        try {
            Thread.sleep(1000000);
        } catch (InterruptedException end) {
            return;
        }
    }
}
