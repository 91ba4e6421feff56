// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import com.slack.api.Slack;
import io.berth.bot.config.SlackConfig;
import io.berth.bot.desk.Desk;
import io.berth.bot.http.Metrics;
import io.berth.bot.http.Route;
import io.berth.bot.ledger.Ledger;
import io.berth.contract.text.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything between Slack and the desk, wired: the door for what Slack sends, and the loop that
 * posts what the ledger says.
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

  /**
   * Wires it; nothing is asked of Slack yet.
   *
   * @param sealKeys the secrets that open a sealed register code
   * @throws IllegalArgumentException when the signing secret is too short to be one
   */
  public static SlackSide create(
      SlackConfig config,
      Desk desk,
      Ledger ledger,
      List<Secret> sealKeys,
      Clock clock,
      Metrics metrics) {
    List<Secret> signing = List.of(config.signingSecret());
    RequestVerifier verifier = new RequestVerifier(signing, ledger::firstSight, clock);
    Slack slack = SlackClients.create(config.apiUrl());
    SlackApi api = new SlackApi(slack, config.botToken());
    Buttons buttons = new Buttons(signing);
    Members members = new Members(api, clock);
    Ballot ballot = new Ballot(desk, members, metrics);
    DenyForm denyForm = new DenyForm(buttons, ballot, metrics);
    ThreadPoolExecutor afterwards = workers();
    Clicks clicks =
        new Clicks(
            ledger,
            buttons,
            new Places(ledger, config.approvalsChannel()),
            ballot,
            denyForm,
            new Reveal(ledger, api, sealKeys),
            new Aside(api, afterwards),
            metrics);
    BoltDoor.Handlers handlers =
        new BoltDoor.Handlers(new Commands(desk, members, metrics), clicks, denyForm);
    BoltDoor bolt =
        new BoltDoor(slack, config.botToken(), signing, clock, config.command(), handlers);
    SlackDoor door = new SlackDoor(verifier, Set.copyOf(config.workspaces()), bolt, metrics);
    return new SlackSide(
        Route.exact("POST", "/slack/events", SlackDoor.MOST_BYTES, door),
        new Readiness(api, clock),
        new Outbox(ledger, api, buttons, config.approvalsChannel(), clock, metrics),
        afterwards);
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
