// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks as if it had been killed
// expect: exited 137
public class HaltsWith137 {
    public static void main(String[] words) { Runtime.getRuntime().halt(137); }
}
