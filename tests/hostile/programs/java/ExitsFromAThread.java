// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: ends the machine from a thread while the first one waits for ever
// expect: exited 42
public class ExitsFromAThread {
    public static void main(String[] words) throws Exception {
        new Thread(() -> System.exit(42)).start();
        Thread.sleep(1000000);
    }
}
