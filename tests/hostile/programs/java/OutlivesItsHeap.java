// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: catches every report of a full heap and fills it anew
// expect: stopped cpu
// cpu-ms: 1500
import java.util.ArrayList;
import java.util.List;

public class OutlivesItsHeap {
    public static void main(String[] words) {
        List<long[]> blocks = new ArrayList<>();
        while (true) {
            try {
                blocks.add(new long[1 << 15]);
            } catch (OutOfMemoryError full) {
                blocks.remove(blocks.size() - 1);
            }
        }
    }
}
