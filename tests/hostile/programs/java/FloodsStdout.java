// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes lines to stdout for ever
// expect: stopped output
public class FloodsStdout {
    public static void main(String[] words) {
        while (true) {
            System.out.println("all work and no play");
        }
    }
}
