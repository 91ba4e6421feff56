// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A listener on 127.0.0.1. Binding and serving are two steps, because what is served has to know
 * its own address first.
 */
public final class Loopback implements AutoCloseable {
  // A GET may have 32 KB of query; the rest is for headers.
  private static final int HEADER_BYTES = 64 * 1024;
  private static final long IDLE_MILLIS = 30_000;
  private static final int THREADS = 200;

  private final Server server;
  private final ServerConnector connector;

  private Loopback(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Takes a port.
   *
   * @param port 0 for any free one
   * @param name what the port is for, e.g. {@code emulator}; also names its threads
   * @param option the option that moves it, e.g. {@code --port}
   * @throws IOException with one sentence that names the port and the way out
   */
  public static Loopback bind(int port, String name, String option) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName(name);
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setErrorHandler(new PlainErrors());
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException e) {
      throw new IOException(
          "Port "
              + port
              + " on 127.0.0.1 is taken: stop what listens there, or give another one with "
              + option
              + " N.",
          e);
    }
    return new Loopback(server, connector);
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(HEADER_BYTES);
    configuration.setSendServerVersion(false);
    // The cloud's answers carry the emulator's own time.
    configuration.setSendDateHeader(false);
    return configuration;
  }

  /** Where it listens, e.g. {@code http://127.0.0.1:8102}. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
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
      throw new IllegalStateException("The listener on 127.0.0.1 did not stop.", e);
    }
  }
}
