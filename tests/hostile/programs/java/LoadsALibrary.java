// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: takes native code from its working folder into the Java machine
// expect: exited 0
// output: no library: refused
// output: library: loaded
import java.nio.file.Files;
import java.nio.file.Path;

public class LoadsALibrary {
    static void load(String name, Path path) {
        try {
            System.load(path.toAbsolutePath().toString());
            System.out.println(name + ": loaded");
        } catch (UnsatisfiedLinkError refused) {
            System.out.println(name + ": refused");
        }
    }

    public static void main(String[] words) throws Exception {
        Files.writeString(Path.of("text.so"), "not a library");
        load("no library", Path.of("text.so"));
        Files.copy(Path.of(System.getProperty("java.home"), "lib", "libzip.so"), Path.of("copy.so"));
        load("library", Path.of("copy.so"));
    }
}
