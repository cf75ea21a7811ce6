// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: keeps buffers outside the heap, which the Java machine counts
// expect: exited 1
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

public class FillsDirectBuffers {
    public static void main(String[] words) {
        List<ByteBuffer> buffers = new ArrayList<>();
        while (true) {
            buffers.add(ByteBuffer.allocateDirect(1 << 22));
        }
    }
}
