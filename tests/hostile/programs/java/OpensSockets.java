// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: calls a server, and is one
// expect: exited 0
// output: client: refused
// output: server: refused
// output: datagrams: refused
// blocked: socket
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;

public class OpensSockets {
    interface Opening {
        AutoCloseable open() throws Exception;
    }

    static void attempt(String name, Opening opening) throws Exception {
        try (AutoCloseable opened = opening.open()) {
            System.out.println(name + ": allowed");
        } catch (java.io.IOException refused) {
            System.out.println(name + ": refused");
        }
    }

    public static void main(String[] words) throws Exception {
        attempt("client", () -> new Socket("127.0.0.1", 22));
        attempt("server", () -> new ServerSocket(0));
        attempt("datagrams", () -> new DatagramSocket());
    }
}
