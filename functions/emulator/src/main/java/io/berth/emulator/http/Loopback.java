// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A listener on 127.0.0.1, unless told otherwise. Binding and serving are two steps, because what
 * is served has to know its own address first.
 */
public final class Loopback implements AutoCloseable {
  // A GET may have 32 KB of query; the rest is for headers.
  private static final int HEADER_BYTES = 64 * 1024;
  private static final long IDLE_MILLIS = 30_000;
  private static final int THREADS = 200;
  private static final String TAKEN =
      "Port %d on %s is taken: stop what listens there, or give another one with %s N.";
  private static final String NOT_HERE =
      "This machine has no address %s: give one that it has, or 0.0.0.0 for all.";

  private final Server server;
  private final ServerConnector connector;
  private final String host;

  private Loopback(Server server, ServerConnector connector, InetAddress address) {
    this.server = server;
    // All addresses are no address to call; loopback is one of them.
    this.host =
        ListenAddress.inUrl(
            address.isAnyLocalAddress() ? ListenAddress.LOOPBACK.address() : address);
    this.connector = connector;
  }

  /** Takes a port of 127.0.0.1; see {@link #bind(InetAddress, int, String, String)}. */
  public static Loopback bind(int port, String name, String option) throws IOException {
    return bind(ListenAddress.LOOPBACK.address(), port, name, option);
  }

  /**
   * Takes a port.
   *
   * @param address one of this machine's, or 0.0.0.0 for all of them
   * @param port 0 for any free one
   * @param name what the port is for, e.g. {@code emulator}; also names its threads
   * @param option the option that moves it, e.g. {@code --port}
   * @throws IOException with one sentence that names the port and the way out
   */
  public static Loopback bind(InetAddress address, int port, String name, String option)
      throws IOException {
    Server server = server(name);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(address.getHostAddress());
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException e) {
      throw new IOException(whyNot(address, port, option), e);
    }
    return new Loopback(server, connector, address);
  }

  private static Server server(String name) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName(name);
    threads.setDaemon(true);
    // Jetty 12.1.13 gives a buffer back twice when a request behind another on the same connection
    // is malformed; out of a pool, somebody else's connection then loses its bytes.
    Server server = new Server(threads, null, new ByteBufferPool.NonPooling());
    server.setErrorHandler(new PlainErrors());
    return server;
  }

  private static String whyNot(InetAddress address, int port, String option) throws IOException {
    String shown = address.getHostAddress();
    boolean here =
        address.isLoopbackAddress()
            || address.isAnyLocalAddress()
            || NetworkInterface.getByInetAddress(address) != null;
    return here ? TAKEN.formatted(port, shown, option) : NOT_HERE.formatted(shown);
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setSendServerVersion(false);
    // The cloud's answers carry the emulator's own time.
    configuration.setSendDateHeader(false);
    return configuration;
  }

  /** Where this machine reaches it, e.g. {@code http://127.0.0.1:8102}. */
  public URI uri() {
    return URI.create("http://" + host + ":" + connector.getLocalPort());
  }

  /** Starts to answer. */
  public void serve(Handler handler) throws IOException {
    server.setHandler(handler);
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("The listener on " + uri() + " did not start.", e);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
      server.stop();
      server.destroy();
    } catch (Exception e) {
      throw new IllegalStateException("The listener on " + uri() + " did not stop.", e);
    }
  }
}
