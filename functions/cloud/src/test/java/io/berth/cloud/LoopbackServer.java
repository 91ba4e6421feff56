// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on a bare socket that counts the requests it has read whole, and then does with each
 * what the test says: answers, or misbehaves as no HTTP server library would.
 */
final class LoopbackServer implements AutoCloseable {
  /** What is sent for the n-th request (from 0); empty means: close without a byte. */
  interface Behaviour {
    String answer(int request) throws InterruptedException;
  }

  record Received(String head, byte[] body) {
    String header(String name) {
      return head.lines()
          .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
          .map(line -> line.substring(name.length() + 2))
          .findFirst()
          .orElse("");
    }
  }

  private final ServerSocket socket;
  private final Behaviour behaviour;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();

  LoopbackServer(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  static String ok(String json) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
        + json.getBytes(UTF_8).length
        + "\r\n\r\n"
        + json;
  }

  static String status(String line, String... headers) {
    String all = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n" + all + "\r\n";
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  List<Received> received() {
    return received;
  }

  int connections() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket client : open) {
      client.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        open.add(client);
        daemon(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream());
      while (true) {
        Received request = read(in, client.getOutputStream());
        int index = received.size();
        received.add(request);
        String answer = behaviour.answer(index);
        if (answer.isEmpty()) {
          return;
        }
        client.getOutputStream().write(answer.getBytes(UTF_8));
        client.getOutputStream().flush();
      }
    } catch (IOException | InterruptedException closed) {
      // The client hung up, or the test is over.
    }
  }

  private static Received read(InputStream in, OutputStream out) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("closed");
      }
      head.write(next);
    }
    Received withoutBody = new Received(head.toString(ISO_8859_1), new byte[0]);
    if (withoutBody.header("Expect").equals("100-continue")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(UTF_8));
      out.flush();
    }
    int length = Integer.parseInt("0" + withoutBody.header("Content-Length"));
    return new Received(withoutBody.head(), in.readNBytes(length));
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "loopback-server");
    thread.setDaemon(true);
    thread.start();
  }
}
