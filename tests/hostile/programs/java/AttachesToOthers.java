// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: looks for other Java machines, and has them listen for orders
// expect: exited 0
// output: processes: 2
// output: machines: 1
// output: attaching to 1: refused
// expect[no-namespaces]: exited 1
// output[no-namespaces]:
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

public class AttachesToOthers {
    public static void main(String[] words) throws Exception {
        System.out.println("processes: " + ProcessHandle.allProcesses().count());
        Class<?> machine = Class.forName("com.sun.tools.attach.VirtualMachine");
        System.out.println("machines: " + ((List<?>)machine.getMethod("list").invoke(null)).size());
        Files.createFile(Path.of(System.getenv("TMPDIR"), ".attach_pid1"));
        try {
            machine.getMethod("attach", String.class).invoke(null, "1");
            System.out.println("attaching to 1: allowed");
        } catch (java.lang.reflect.InvocationTargetException refused) {
            System.out.println("attaching to 1: refused");
        }
    }
}
