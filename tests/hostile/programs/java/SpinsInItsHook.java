// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: computes when it has ended
// expect: stopped cpu
// cpu-ms: 800
public class SpinsInItsHook {
    public static void main(String[] words) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            while (true) {
                Thread.onSpinWait();
            }
        }));
    }
}
