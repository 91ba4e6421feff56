// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/**
 * HTTP/1.1 on loopback with as little as can be between socket and answer, so that a benchmark
 * measures its client. A thread per connection; it counts the connections.
 */
final class StubServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");

  /** Gives the answer to one request. */
  interface Answers {
    StubReply to(String path, byte[] body) throws InterruptedException;
  }

  /**
   * @param headers each with its line end
   */
  record StubReply(String headers, byte[] body) {}

  private final ServerSocket server;
  private final Answers answers;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger connections = new AtomicInteger();

  /**
   * @param sockets with TLS or without
   */
  StubServer(ServerSocketFactory sockets, Answers answers) throws IOException {
    this.server = sockets.createServerSocket(0, 128, InetAddress.getLoopbackAddress());
    this.answers = answers;
    threads.execute(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many connections were opened so far. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        Matcher length = LENGTH.matcher(head);
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        out.write(bytes(answers.to(head.split(" ", 3)[1], body)));
        out.flush();
      }
    } catch (IOException gone) {
      // The client is done, one way or the other.
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] bytes(StubReply answer) {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + answer.body().length
            + "\r\n"
            + answer.headers()
            + "\r\n";
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.getBytes(ISO_8859_1));
    all.writeBytes(answer.body());
    return all.toByteArray();
  }

  /** The lines up to the empty one; empty when the client has gone. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder(512);
    int ends = 0;
    while (ends < 2) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
      ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
    }
    return head.toString();
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
