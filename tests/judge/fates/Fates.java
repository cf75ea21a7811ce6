// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the name of a fate and meets it. "good" is to print 3.
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

public class Fates {
    static int zero = 0;

    static void good() {
        System.out.println(3);
        System.out.flush();
    }

    static void allocate() {
        List<byte[]> room = new ArrayList<>();
        while (true) {
            room.add(new byte[1 << 20]);
        }
    }

    static void flood(PrintStream stream) {
        String line = "y".repeat(1000);
        while (true) {
            stream.println(line);
        }
    }

    static int recurse(int depth) {
        return recurse(depth + 1) + 1;
    }

    static void waitForNothing() throws InterruptedException {
        Object nothing = new Object();
        synchronized (nothing) {
            nothing.wait();
        }
    }

    static void leaveThread() {
        good();
        Thread sleeper = new Thread(() -> {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
            }
        });
        sleeper.setDaemon(true);
        sleeper.start();
    }

    static void dieOf(int number) throws Exception {
        new ProcessBuilder("/usr/bin/kill", "-" + number, "" + ProcessHandle.current().pid()).start();
        Thread.sleep(1_000_000);
    }

    static void meet(String fate, Scanner input) throws Exception {
        switch (fate) {
            case "good" -> good();
            case "wrong" -> System.out.println(4);
            case "silent" -> { }
            case "allocate" -> allocate();
            case "absurd-request" -> System.out.println(new long[Integer.MAX_VALUE].length);
            case "loop" -> { while (zero == 0) { zero *= 2; } }
            case "sleep" -> Thread.sleep(1_000_000);
            case "wait" -> waitForNothing();
            case "read-on" -> System.out.println(input.nextInt());
            case "flood" -> flood(System.out);
            case "flood-stderr" -> flood(System.err);
            case "leave-thread" -> leaveThread();
            case "divide" -> System.out.println(3 / zero);
            case "recurse" -> System.out.println(recurse(0));
            case "exit-3" -> { good(); System.exit(3); }
            case "throw" -> throw new IllegalStateException("thrown\nin two lines");
            case "throw-with-cause" -> throw new RuntimeException(new ArithmeticException("the cause"));
            case "index" -> { int[] two = new int[2]; System.out.println(two[zero + 5]); }
            case "null" -> System.out.println(((String) null).length());
            case "bytes" -> System.out.write(new byte[] {'3', 0, -1, (byte) 0xC3, '(', '\n'});
            case "close-stdout" -> System.out.close();
            case "crash-after-answer" -> { good(); throw new IllegalStateException(); }
            case "signal" -> dieOf(input.nextInt());
            default -> throw new IllegalArgumentException(fate);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Scanner input = new Scanner(System.in);
        meet(input.next(), input);
    }
}
