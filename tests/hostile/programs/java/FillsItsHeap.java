// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: lets a list grow for ever
// expect: exited 1
import java.util.ArrayList;
import java.util.List;

public class FillsItsHeap {
    public static void main(String[] words) {
        List<long[]> blocks = new ArrayList<>();
        while (true) {
            blocks.add(new long[1 << 15]);
        }
    }
}
