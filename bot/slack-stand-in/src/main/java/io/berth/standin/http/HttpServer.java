// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.http;

import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Jetty on 127.0.0.1. The port is bound first, so that what is served may know its own address
 * before the first request arrives.
 */
public final class HttpServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;

  private HttpServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Takes the port; 0 takes any free one.
   *
   * @throws IOException naming the port when another program has it
   */
  public static HttpServer bind(int port) throws IOException {
    QueuedThreadPool threads = new QueuedThreadPool(200, 4);
    threads.setName("slack-stand-in");
    // As the bot, and for its reason: Jetty 12.1.13 gives some buffers back twice.
    Server server = new Server(threads, null, new ByteBufferPool.NonPooling());
    HttpConfiguration quiet = new HttpConfiguration();
    quiet.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(quiet));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException taken) {
      throw new IOException("port " + port + " on 127.0.0.1 cannot be used: it is taken", taken);
    }
    return new HttpServer(server, connector);
  }

  /** Where it listens, without a path. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort());
  }

  /** Starts to answer. */
  public void serve(HttpHandler handler) throws IOException {
    server.setHandler(new JettyAdapter(new LoopbackGuard(handler)));
    try {
      server.start();
    } catch (Exception failed) {
      throw new IOException("the local Slack could not start: " + failed.getMessage(), failed);
    }
  }

  /** Waits until it is closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception failed) {
      throw new IllegalStateException("the local Slack could not stop", failed);
    }
  }
}
