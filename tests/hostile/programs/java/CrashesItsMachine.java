// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: writes to address 0, and has the Java machine leave a report of the crash
// expect: signalled SIGABRT
import java.lang.reflect.Field;

public class CrashesItsMachine {
    public static void main(String[] words) throws Exception {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        unsafe.getMethod("putAddress", long.class, long.class).invoke(instance.get(null), 0L, 0L);
    }
}
