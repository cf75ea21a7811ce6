// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: asks for its end while it ends, which waits for itself
// expect: stopped wall idle
// wall-ms: 1500
public class ExitsInItsHook {
    public static void main(String[] words) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.exit(2)));
        System.exit(1);
    }
}
