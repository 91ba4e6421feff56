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
import java.io.PrintStream;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A local Slack on 127.0.0.1: the Web API, the deliveries, the scripted interface, the page. */
public final class StandIn implements AutoCloseable {
  private static final Duration SLACKS_LIMIT = Duration.ofSeconds(3);

  private final HttpServer server;
  private final Workspace workspace;
  private final BotEndpoint bot;
  private final CountDownLatch closing;

  private StandIn(HttpServer server, Workspace workspace, BotEndpoint bot, CountDownLatch closing) {
    this.server = server;
    this.workspace = workspace;
    this.bot = bot;
    this.closing = closing;
  }

  /**
   * How it is set up.
   *
   * @param port where to listen; 0 takes any free port
   * @param botEvents the bot's one URL, such as {@code http://127.0.0.1:8101/slack/events}
   * @param signingSecret shared with the bot; signs every delivery
   * @param botToken what the bot sends as bearer token
   * @param clock for ts values, signatures, trigger ids and response URLs
   * @param random for trigger ids and response URLs
   * @param log one line for each delivery that failed
   */
  public record Options(
      int port,
      URI botEvents,
      String signingSecret,
      String botToken,
      Clock clock,
      SecureRandom random,
      PrintStream log) {
    public Options {
      if (signingSecret.isBlank() || botToken.isBlank()) {
        throw new IllegalArgumentException(
            "signingSecret and botToken: both are needed, and the bot needs the same ones");
      }
    }

    @Override
    public String toString() {
      return "Options[port=" + port + ", botEvents=" + botEvents + ", secrets=***]";
    }
  }

  /**
   * Starts it.
   *
   * @throws IOException naming the port when another program has it
   */
  public static StandIn start(Options options) throws IOException {
    return start(options, SLACKS_LIMIT);
  }

  /** With another time limit for acknowledgements than Slack's. */
  static StandIn start(Options options, Duration limit) throws IOException {
    HttpServer server = HttpServer.bind(options.port());
    Workspace workspace = new Workspace(options.clock(), options.random());
    ResponseUrls responseUrls = new ResponseUrls(server.uri(), options.clock(), options.random());
    PendingFaults faults = new PendingFaults(options.clock());
    DeliveryLog deliveryLog = new DeliveryLog(options.clock(), options.log());
    CallLog callLog = new CallLog(options.clock());
    CountDownLatch closing = new CountDownLatch(1);
    BotEndpoint bot = new BotEndpoint(options.botEvents(), limit);
    DeliverySender deliveries =
        new DeliverySender(bot, options.signingSecret(), options.clock(), faults, deliveryLog);
    HttpHandler api = new WebApi(workspace, server.uri(), options.botToken(), faults, callLog);
    Interactions interactions = Interactions.of(deliveries, workspace, responseUrls);
    HttpHandler local = new LocalApi(workspace, interactions, faults, deliveryLog, callLog);
    server.serve(
        byPathPrefix(
            Map.of(
                "/api/",
                api,
                "/response/",
                new ResponseUrlHandler(responseUrls, workspace.messages()),
                "/local/",
                local),
            new Page()));
    return new StandIn(server, workspace, bot, closing);
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
    closing.countDown();
    workspace.close();
    server.close();
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
