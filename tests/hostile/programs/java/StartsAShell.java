// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: has a shell read an answer and the passwords of the host
// expect: exited 0
// output: answer: refused
// output: shadow: refused
// never: root:
import java.util.concurrent.TimeUnit;

public class StartsAShell {
    static void attempt(String name, String command) throws Exception {
        Process shell = new ProcessBuilder("/bin/sh", "-c", command + " 2>/dev/null").start();
        String found = new String(shell.getInputStream().readAllBytes());
        shell.waitFor(5, TimeUnit.SECONDS);
        System.out.println(name + (found.isEmpty() ? ": refused" : ": " + found));
    }

    public static void main(String[] words) throws Exception {
        attempt("answer", "cat \"$HOSTILE_SECRET/1.ans\"");
        attempt("shadow", "cat /etc/shadow");
    }
}
