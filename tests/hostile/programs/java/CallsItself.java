// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: calls itself for ever
// expect: exited 1
public class CallsItself {
    static int descend(int depth) { return descend(depth + 1) + 1; }

    public static void main(String[] words) { descend(0); }
}
