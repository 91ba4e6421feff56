// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.util.List;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** HTTP/1.1 on one loopback port, with limits on everything a stranger may send. */
public final class HttpServer implements AutoCloseable {
  private static final int HEADER_BYTES = 16 * 1024;
  private static final int CONNECTIONS = 256;
  private static final int IDLE_MILLIS = 10_000;
  private static final int STOP_MILLIS = 5_000;
  private static final int THREADS = 32;

  private final Server server;
  private final ServerConnector connector;

  private HttpServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts serving.
   *
   * @param name for the threads
   * @param port 0 for any free one
   * @throws BindException when the port is taken; the message names it
   */
  public static HttpServer start(String name, int port, List<Route> routes) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName(name);
    // Jetty 12.1.13 gives a buffer back twice when a request behind another on the same connection
    // is malformed; out of a pool, somebody else's connection then loses its bytes.
    Server server = new Server(threads, null, new ByteBufferPool.NonPooling());
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(limits()));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    // Kept-alive connections that carry nothing do not hold up the end.
    connector.setShutdownIdleTimeout(100);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
    server.setHandler(new GracefulHandler(new RouteHandler(routes)));
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(STOP_MILLIS);
    HttpServer http = new HttpServer(server, connector);
    http.open(port);
    return http;
  }

  private static HttpConfiguration limits() {
    HttpConfiguration limits = new HttpConfiguration();
    limits.setRequestHeaderSize(HEADER_BYTES);
    limits.setSendServerVersion(false);
    limits.setSendXPoweredBy(false);
    return limits;
  }

  private void open(int port) throws IOException {
    try {
      connector.open();
      server.start();
    } catch (BindException e) {
      close();
      throw taken(port);
    } catch (IOException e) {
      close();
      throw e.getCause() instanceof BindException ? taken(port) : e;
    } catch (Exception e) {
      close();
      throw new IOException("The HTTP server on port " + port + " did not start.", e);
    }
  }

  private static BindException taken(int port) {
    return new BindException("Port " + port + " is taken by another program.");
  }

  /** The port it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Lets the calls under way finish, for a few seconds, and ends. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The HTTP server did not stop.", e);
    }
  }
}
