// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes memory that no limit of the Java machine counts
// expect: stopped memory
// memory-mib: 192
import java.lang.reflect.Field;
import java.lang.reflect.Method;

public class FillsMemoryOutsideItsHeap {
    public static void main(String[] words) throws Exception {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Method allocate = unsafe.getMethod("allocateMemory", long.class);
        Method fill = unsafe.getMethod("setMemory", long.class, long.class, byte.class);
        while (true) {
            Object address = allocate.invoke(instance.get(null), 1L << 22);
            fill.invoke(instance.get(null), address, 1L << 22, (byte)1);
        }
    }
}
