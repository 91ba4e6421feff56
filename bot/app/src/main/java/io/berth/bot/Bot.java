// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import io.berth.bot.command.CommandParser;
import io.berth.bot.config.BerthConfig;
import io.berth.bot.http.AdminRoutes;
import io.berth.bot.http.HttpResponse;
import io.berth.bot.http.HttpServer;
import io.berth.bot.http.Metrics;
import io.berth.bot.http.Route;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.LedgerConfig;
import io.berth.bot.ledger.model.State;
import io.berth.bot.provision.FunctionClient;
import io.berth.bot.provision.Provisioner;
import io.berth.bot.request.Requests;
import io.berth.bot.slack.SlackSide;
import io.berth.bot.webhook.RequestsHandler;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The bot, wired: every room gets what it needs here and nowhere else. An object, so that tests and
 * the local run start the real thing.
 */
public final class Bot implements AutoCloseable {
  private static final int CALLS_AT_ONCE = 4;
  private static final int MOST_WEBHOOK_BYTES = 65 * 1024;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  // wire() sets both, before anyone has this object.
  @SuppressWarnings("NullAway.Init")
  private HttpServer server;

  @SuppressWarnings("NullAway.Init")
  private HttpServer admin;

  private Bot() {}

  /**
   * Starts it; when this returns, it takes requests.
   *
   * @param clock of signatures, expiry and leases
   * @param random for ids
   * @throws IOException when a port cannot be had; the message says which
   */
  public static Bot start(BerthConfig config, Clock clock, SecureRandom random) throws IOException {
    Bot bot = new Bot();
    try {
      bot.wire(config, clock, new Ids(clock, random));
      return bot;
    } catch (IOException | RuntimeException e) {
      bot.close();
      throw e;
    }
  }

  /** The port of Slack's and the pipelines' requests. */
  public int port() {
    return server.port();
  }

  /** The port of health and metrics. */
  public int adminPort() {
    return admin.port();
  }

  /** Takes no more requests, finishes what is under way, and closes the ledger last. */
  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("The bot did not stop cleanly.", e);
      }
    }
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private void wire(BerthConfig config, Clock clock, Ids ids) throws IOException {
    Metrics metrics = new Metrics();
    Ledger ledger = opened(Ledger.open(ledgerConfig(config), clock));
    SlackSide.Connection connection = SlackSide.Connection.create(config.slack(), clock);
    Requests requests =
        new Requests(
            new CommandParser(config.slack().command(), config.region()),
            config.policy(),
            ledger,
            connection.members(),
            ids::requestId,
            clock,
            config.approval().expires());
    Provisioner provisioner = provisioner(config, ledger, clock, ids);
    SlackSide slack =
        opened(
            SlackSide.create(
                config.slack(), connection, requests, ledger, sealKeys(config), clock, metrics));
    RequestsHandler webhook = new RequestsHandler(config.webhookCallers(), requests, ledger, clock);
    gauges(metrics, ledger);
    admin =
        opened(
            HttpServer.start(
                "admin",
                config.server().adminPort(),
                AdminRoutes.routes(checks(ledger, slack), metrics)));
    server =
        opened(HttpServer.start("http", config.server().port(), routes(slack, webhook, metrics)));
    provisioner.start();
    slack.start(config.execution().poll());
  }

  private static LedgerConfig ledgerConfig(BerthConfig config) {
    return new LedgerConfig(
        config.database().url(), config.database().user(), config.database().password());
  }

  private Provisioner provisioner(BerthConfig config, Ledger ledger, Clock clock, Ids ids) {
    FunctionClient client =
        opened(new FunctionClient(config.functions(), config.execution().callTimeout()));
    ScheduledExecutorService workers =
        Executors.newScheduledThreadPool(CALLS_AT_ONCE, task -> new Thread(task, "provision"));
    long patience = config.execution().callTimeout().toMillis();
    opened(() -> end(workers, patience));
    return opened(
        new Provisioner(
            ledger,
            client,
            new ApprovalSigner(config.approval().keyId(), config.approval().signingKey()),
            config.policy(),
            config.execution(),
            new Provisioner.ProcessContext(
                "berth-" + ProcessHandle.current().pid(), clock, ids, System::nanoTime, workers)));
  }

  /**
   * A call under way may still save its outcome; one that does not is found again at the next
   * start.
   */
  private static void end(ScheduledExecutorService workers, long patienceMillis)
      throws InterruptedException {
    workers.shutdown();
    if (!workers.awaitTermination(patienceMillis, TimeUnit.MILLISECONDS)) {
      workers.shutdownNow();
    }
  }

  private static List<Route> routes(SlackSide slack, RequestsHandler webhook, Metrics metrics) {
    return List.of(
        slack.route(),
        Route.exact(
            "POST",
            RequestsHandler.PATH,
            MOST_WEBHOOK_BYTES,
            call -> answered(webhook.handle(call), metrics)),
        Route.oneBelow(
            "GET", RequestsHandler.PATH + "/", 0, call -> answered(webhook.handle(call), metrics)));
  }

  private static HttpResponse answered(HttpResponse response, Metrics metrics) {
    if (response.status() == 401) {
      metrics.signatureFailure("webhook", "rejected");
    }
    metrics.answered("webhook", response.status() < 300 ? "accepted" : "refused");
    return response;
  }

  /** Whoever signs the calls of a function can open what it seals. */
  private static Map<FunctionName, List<Secret>> sealKeys(BerthConfig config) {
    return config.functions().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().secrets()));
  }

  private static Map<String, Supplier<Optional<String>>> checks(Ledger ledger, SlackSide slack) {
    Map<String, Supplier<Optional<String>>> checks = new LinkedHashMap<>();
    checks.put("database", () -> writable(ledger));
    // A schema that does not fit and a secret that is missing stop the start: who answers has both.
    checks.put("migrations", Optional::empty);
    checks.put("secrets", Optional::empty);
    checks.put("slack", slack::notReady);
    return checks;
  }

  private static Optional<String> writable(Ledger ledger) {
    ledger.checkWritable();
    return Optional.empty();
  }

  private static void gauges(Metrics metrics, Ledger ledger) {
    metrics.gauge(
        "berth.pending.requests",
        "Requests that wait for approval",
        () -> ledger.count(State.PENDING_APPROVAL));
    metrics.gauge(
        "berth.executing.requests",
        "Approved requests that are being carried out",
        () -> ledger.count(State.APPROVED) + ledger.count(State.EXECUTING));
    metrics.gauge(
        "berth.needs.operator",
        "Requests whose outcome a person must settle; alert above 0",
        () -> ledger.count(State.NEEDS_OPERATOR));
  }
}
