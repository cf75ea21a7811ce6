// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has two threads wait for each other
// expect: stopped wall idle
// wall-ms: 1500
import java.util.concurrent.CountDownLatch;

public class WaitsForItself {
    static final CountDownLatch BothHold = new CountDownLatch(2);

    static void take(Object first, Object second) {
        synchronized (first) {
            BothHold.countDown();
            try {
                BothHold.await();
            } catch (InterruptedException end) {
                return;
            }
            synchronized (second) {
                System.out.println("not dead");
            }
        }
    }

    public static void main(String[] words) {
        Object left = new Object();
        Object right = new Object();
        new Thread(() -> take(left, right)).start();
        take(right, left);
    }
}
