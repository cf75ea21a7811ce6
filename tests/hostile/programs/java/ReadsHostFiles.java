// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: opens what is the host's, and writes where other programs read
// expect: exited 0
// output: 1.ans: refused
// output: /etc/shadow: refused
// output: /proc/1/environ: refused
// output: /usr/lib/x: refused
// output: /program/x: refused
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class ReadsHostFiles {
    static void read(String name, Path path) {
        try {
            System.out.println(name + ": " + Files.readString(path));
        } catch (IOException refused) {
            System.out.println(name + ": refused");
        }
    }

    static void write(Path path) {
        try {
            Files.writeString(path, "x");
            System.out.println(path + ": allowed");
        } catch (IOException refused) {
            System.out.println(path + ": refused");
        }
    }

    public static void main(String[] words) {
        read("1.ans", Path.of(System.getenv("HOSTILE_SECRET"), "1.ans"));
        read("/etc/shadow", Path.of("/etc/shadow"));
        read("/proc/1/environ", Path.of("/proc/1/environ"));
        write(Path.of("/usr/lib/x"));
        write(Path.of("/program/x"));
    }
}
