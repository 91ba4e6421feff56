// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import com.slack.api.Slack;
import io.berth.bot.config.SlackConfig;
import io.berth.bot.http.Metrics;
import io.berth.bot.http.Route;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.request.Requests;
import io.berth.bot.slack.cards.Buttons;
import io.berth.bot.slack.inbound.SlackInbound;
import io.berth.bot.slack.outbound.Members;
import io.berth.bot.slack.outbound.Outbox;
import io.berth.bot.slack.outbound.Readiness;
import io.berth.bot.slack.outbound.SlackApi;
import io.berth.bot.slack.outbound.SlackClients;
import io.berth.contract.FunctionName;
import io.berth.contract.text.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything between Slack and the requests, wired: the door for what Slack sends, and the loop
 * that posts what the ledger says.
 */
public final class SlackSide implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackSide.class);
  private static final int WORKERS = 4;
  private static final int WAITING_CLICKS = 200;
  private static final long STOP_SECONDS = 6;

  private final Route route;
  private final Readiness readiness;
  private final Outbox outbox;
  private final ThreadPoolExecutor afterwards;
  private final ScheduledExecutorService poster;

  private SlackSide(
      Route route, Readiness readiness, Outbox outbox, ThreadPoolExecutor afterwards) {
    this.route = route;
    this.readiness = readiness;
    this.outbox = outbox;
    this.afterwards = afterwards;
    this.poster = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "outbox"));
  }

  /** What of Slack is needed before anybody can be asked anything. */
  public record Connection(Slack slack, SlackApi api, Members members) {
    /** Nothing is asked of Slack yet. */
    public static Connection create(SlackConfig config, Clock clock) {
      Slack slack = SlackClients.create(config.apiUrl());
      SlackApi api = new SlackApi(slack, config.botToken());
      return new Connection(slack, api, new Members(api, clock));
    }
  }

  /**
   * Wires it; nothing is asked of Slack yet.
   *
   * @param sealKeys the secrets that open what each function seals
   * @throws IllegalArgumentException when the signing secret is too short to be one
   */
  public static SlackSide create(
      SlackConfig config,
      Connection connection,
      Requests requests,
      Ledger ledger,
      Map<FunctionName, List<Secret>> sealKeys,
      Clock clock,
      Metrics metrics) {
    Buttons buttons = new Buttons(List.of(config.signingSecret()));
    ThreadPoolExecutor afterwards = workers();
    SlackApi api = connection.api();
    Route route =
        SlackInbound.route(
            config,
            connection.slack(),
            api,
            buttons,
            requests,
            ledger,
            sealKeys,
            afterwards,
            clock,
            metrics);
    Outbox outbox = new Outbox(ledger, api, buttons, config.approvalsChannel(), clock, metrics);
    return new SlackSide(route, new Readiness(api, clock), outbox, afterwards);
  }

  /** When all workers are busy the click's own thread does the work: late is better than never. */
  private static ThreadPoolExecutor workers() {
    return new ThreadPoolExecutor(
        WORKERS,
        WORKERS,
        10,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING_CLICKS),
        task -> new Thread(task, "after-click"),
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /** Starts posting what is due, asking the ledger this often. */
  public void start(Duration poll) {
    poster.scheduleWithFixedDelay(this::postAll, 0, poll.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void postAll() {
    try {
      boolean more = true;
      while (more && !poster.isShutdown()) {
        more = outbox.postDue();
      }
    } catch (RuntimeException e) {
      LOG.error("the outbox could not be posted; trying again", e);
    }
  }

  /** Where Slack's requests come in. */
  public Route route() {
    return route;
  }

  /** Whether Slack takes our token: nothing when it does, asked at most once a minute. */
  public Optional<String> notReady() {
    return readiness.notReady();
  }

  /** Finishes the clicks and the post under way, and ends. */
  @Override
  public void close() {
    poster.shutdown();
    afterwards.shutdown();
    try {
      boolean ended =
          poster.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
              && afterwards.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        LOG.warn("a call of Slack did not end in time; the outbox takes it up at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
