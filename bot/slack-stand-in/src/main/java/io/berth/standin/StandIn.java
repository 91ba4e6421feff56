// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import io.berth.standin.delivery.BotEndpoint;
import io.berth.standin.delivery.DeliveryLog;
import io.berth.standin.delivery.DeliverySender;
import io.berth.standin.delivery.Interactions;
import io.berth.standin.faults.PendingFaults;
import io.berth.standin.http.HttpHandler;
import io.berth.standin.http.HttpServer;
import io.berth.standin.local.LocalApi;
import io.berth.standin.response.ResponseUrlHandler;
import io.berth.standin.response.ResponseUrls;
import io.berth.standin.webapi.CallLog;
import io.berth.standin.webapi.WebApi;
import io.berth.standin.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** A local Slack on 127.0.0.1: the Web API, the deliveries, the scripted interface, the page. */
public final class StandIn implements AutoCloseable {
  private static final Duration SLACKS_LIMIT = Duration.ofSeconds(3);

  private final HttpServer server;
  private final Workspace workspace;
  private final PendingFaults faults;
  private final BotEndpoint bot;

  private StandIn(HttpServer server, StandInOptions options, Duration limit) {
    this.server = server;
    this.workspace = new Workspace(options.clock(), options.random());
    this.faults = new PendingFaults(options.clock());
    this.bot = new BotEndpoint(options.botEvents(), limit);
  }

  /**
   * Starts it.
   *
   * @throws IOException naming the port when another program has it
   */
  public static StandIn start(StandInOptions options) throws IOException {
    return start(options, SLACKS_LIMIT);
  }

  /** With another time limit for acknowledgements than Slack's. */
  static StandIn start(StandInOptions options, Duration limit) throws IOException {
    HttpServer server = HttpServer.bind(options.port());
    StandIn standIn = new StandIn(server, options, limit);
    server.serve(standIn.handler(options));
    return standIn;
  }

  /** Where it is, such as {@code http://127.0.0.1:8100}; the Web API is under {@code /api/}. */
  public URI uri() {
    return server.uri();
  }

  /** From now on deliveries go there; for bots that learn their port later than this. */
  public void deliverTo(URI botEvents) {
    bot.moveTo(botEvents);
  }

  /** Waits until it is closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    faults.close();
    workspace.close();
    server.close();
  }

  private HttpHandler handler(StandInOptions options) {
    ResponseUrls responseUrls = new ResponseUrls(uri(), options.clock(), options.random());
    DeliveryLog deliveries = new DeliveryLog(options.clock(), options.log());
    CallLog calls = new CallLog(options.clock());
    DeliverySender sender =
        new DeliverySender(bot, options.signingSecret(), options.clock(), faults, deliveries);
    Interactions interactions = Interactions.of(sender, workspace, responseUrls);
    return byPathPrefix(
        Map.of(
            "/api/", new WebApi(workspace, uri(), options.botToken(), faults, calls),
            "/response/", new ResponseUrlHandler(responseUrls, workspace.messages()),
            "/local/", new LocalApi(workspace, interactions, faults, deliveries, calls)),
        new StaticFiles());
  }

  private static HttpHandler byPathPrefix(
      Map<String, HttpHandler> handlers, HttpHandler otherwise) {
    return request ->
        handlers.entrySet().stream()
            .filter(one -> request.path().startsWith(one.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(otherwise)
            .handle(request);
  }
}
