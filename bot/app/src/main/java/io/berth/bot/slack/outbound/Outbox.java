// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.outbound;

import io.berth.bot.http.Metrics;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.model.Audience;
import io.berth.bot.ledger.model.News;
import io.berth.bot.ledger.model.OutboxRow;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Posted;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.request.RequestText;
import io.berth.bot.slack.cards.Blocks;
import io.berth.bot.slack.cards.Buttons;
import io.berth.bot.slack.cards.Cards;
import io.berth.bot.slack.cards.Message;
import io.berth.bot.slack.cards.Notes;
import io.berth.bot.slack.cards.SafeText;
import io.berth.bot.voice.MessagePhrase;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in Slack what happened in the ledger. A row is posted at least once: before a post that
 * could double, the row is put off durably, and a row that was tried before is first looked for in
 * the channel by its metadata.
 */
public final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int MOST_TRIES = 24;

  /** A card that people wait for is tried about as long as they may wait for it. */
  private static final int MOST_TRIES_OF_A_CARD = 600;

  private static final int BATCH = 20;

  /**
   * Longer than one call of Slack may take; a row of a process that died is taken up again after
   * it.
   */
  private static final Duration IN_FLIGHT = Duration.ofSeconds(10);

  /**
   * These change the message that is there; the others are news and make a new one for the
   * requester.
   */
  private static final Set<News> CHANGES = EnumSet.of(News.VOTE, News.PROGRESS, News.REVEALED);

  private final Ledger ledger;
  private final SlackApi api;
  private final Cards cards;
  private final Notes notes;
  private final String approvalsChannel;
  private final Clock clock;
  private final Metrics metrics;

  public Outbox(
      Ledger ledger,
      SlackApi api,
      Buttons buttons,
      String approvalsChannel,
      Clock clock,
      Metrics metrics) {
    this.ledger = ledger;
    this.api = api;
    this.cards = new Cards(buttons);
    this.notes = new Notes(buttons);
    this.approvalsChannel = approvalsChannel;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Posts what is due; says whether there was anything. */
  public boolean postDue() {
    List<OutboxRow> due = ledger.dueOutbox(BATCH);
    for (OutboxRow row : due) {
      ledger
          .find(row.requestId())
          .ifPresentOrElse(
              request -> post(row, request),
              () -> ledger.outboxGiveUp(row.id(), "no such request"));
    }
    return !due.isEmpty();
  }

  private void post(OutboxRow row, Request request) {
    if (row.audience() == Audience.REQUESTER && !SafeText.isSlackUser(request.requester())) {
      ledger.outboxGiveUp(row.id(), "a program asked; it asks for the outcome itself");
      return;
    }
    if (overtaken(row, request)) {
      ledger.outboxGiveUp(row.id(), "overtaken by later news");
      count(row, "overtaken");
      return;
    }
    Message message = row.audience() == Audience.CARD ? cards.card(request) : notes.note(request);
    Sent sent =
        changes(row, request)
            .map(old -> change(row, old, message))
            .orElseGet(() -> post(row, request, message));
    settle(row, request, sent);
  }

  /**
   * Whether the message would say what a later row says again, or asks nobody any more. Each move
   * has a row of its own, so that nothing is left unsaid.
   */
  private boolean overtaken(OutboxRow row, Request request) {
    return switch (row.audience()) {
      case REQUESTER -> isOldNews(row.news(), request);
      // A request that could not be done, as was found before anybody saw its card, needs none.
      case CARD ->
          request.state() == State.FAILED
              && request.times().approvedAt().isEmpty()
              && ledger.posted(request.id(), Audience.CARD).isEmpty();
    };
  }

  private static boolean isOldNews(News news, Request request) {
    return switch (news) {
      case STORED ->
          request.state() != State.PENDING_APPROVAL
              && (request.terms().needsApproval() || request.state().terminal());
      case APPROVED, STOPPED -> request.state().terminal();
      case CREATED, PROGRESS ->
          request.state().terminal() && request.parts().stream().allMatch(Outbox::isAtItsEnd);
      case SECRET_READY -> request.parts().stream().allMatch(part -> part.revealedAt().isPresent());
      case VOTE, REJECTED, EXPIRED, CANCELLED, READY, REVEALED, FAILED, NEEDS_OPERATOR -> false;
    };
  }

  /** Nothing more will be said about it: its own last news has a row. */
  private static boolean isAtItsEnd(Part part) {
    return part.kind().progress().isPresent() && part.isUsable();
  }

  /**
   * The message to change, when this row changes one that is there. While a request of several
   * parts is under way, the requester has one message that tells of all of them.
   */
  private Optional<Posted> changes(OutboxRow row, Request request) {
    boolean change =
        row.audience() == Audience.CARD
            || CHANGES.contains(row.news())
            || !request.isSingle() && !request.state().terminal();
    return change ? ledger.posted(row.requestId(), row.audience()) : Optional.empty();
  }

  /**
   * Changing is idempotent, so that nothing is looked up before; a message that somebody deleted is
   * posted anew.
   */
  private Sent change(OutboxRow row, Posted old, Message message) {
    Sent sent = api.update(old.channel(), old.ts(), message);
    boolean gone =
        sent instanceof Sent.Refused refused && refused.error().equals("message_not_found");
    return gone ? api.post(old.channel(), message, marks(row)) : sent;
  }

  private Sent post(OutboxRow row, Request request, Message message) {
    Sent place =
        row.audience() == Audience.CARD
            ? new Sent.Done(approvalsChannel, "")
            : api.directMessages(request.requester());
    if (!(place instanceof Sent.Done at)) {
      return place;
    }
    if (row.tries() > 0) {
      Sent found = api.find(at.channel(), request.times().createdAt(), marks(row));
      boolean postIt = found instanceof Sent.Done done && done.ts().isEmpty();
      if (!postIt) {
        return found;
      }
    }
    ledger.outboxRetry(row, clock.instant().plus(IN_FLIGHT), "being posted");
    return api.post(at.channel(), message, marks(row));
  }

  /** Ids only: every app in the workspace can read metadata. */
  private static Map<String, Object> marks(OutboxRow row) {
    return Map.of(
        "request", row.requestId(),
        "audience", row.audience().name().toLowerCase(Locale.ROOT),
        "kind", row.news().word(),
        "row", Long.toString(row.id()));
  }

  private void settle(OutboxRow row, Request request, Sent sent) {
    if (sent instanceof Sent.Done done) {
      ledger.outboxDone(row.id(), new Posted(done.channel(), done.ts()));
      count(row, "posted");
    } else if (sent instanceof Sent.Later later) {
      putOff(row, later.pause(), sent);
    } else if (row.tries() + 1 >= mostTries(row, request)) {
      giveUp(row, sent);
    } else {
      putOff(row, backOff(row.tries()), sent);
      tellAsker(row, request, sent);
    }
  }

  private static int mostTries(OutboxRow row, Request request) {
    boolean awaited = row.audience() == Audience.CARD && request.state() == State.PENDING_APPROVAL;
    return awaited ? MOST_TRIES_OF_A_CARD : MOST_TRIES;
  }

  private void putOff(OutboxRow row, Duration pause, Sent sent) {
    ledger.outboxRetry(row, clock.instant().plus(pause), sent.word());
    count(row, "put_off");
    LOG.warn(
        "outbox row {} ({} {}) of request {} put off: {}",
        row.id(),
        row.audience(),
        row.news().word(),
        row.requestId(),
        sent.word());
  }

  private void giveUp(OutboxRow row, Sent sent) {
    ledger.outboxGiveUp(row.id(), sent.word());
    count(row, "given_up");
    LOG.error(
        "outbox row {} ({} {}) of request {} given up after {} tries: {}",
        row.id(),
        row.audience(),
        row.news().word(),
        row.requestId(),
        row.tries() + 1,
        sent.word());
  }

  /**
   * The approvers' channel refused the card: the person who asked hears it once, because nobody
   * else would.
   */
  private void tellAsker(OutboxRow row, Request request, Sent sent) {
    boolean first = row.tries() == 0;
    if (first
        && row.audience() == Audience.CARD
        && sent instanceof Sent.Refused refused
        && SafeText.isSlackUser(request.requester())) {
      String text =
          MessagePhrase.CARD_NOT_POSTED.text(
              "title", RequestText.titles(request), "why", refused.error(), "id", request.id());
      Message note = new Message(SafeText.escaped(text, 1000), List.of(Blocks.plain(text)));
      if (api.directMessages(request.requester()) instanceof Sent.Done at) {
        api.post(at.channel(), note, marks(row));
      }
    }
  }

  /** 1, 2, 4 … seconds, at most five minutes. */
  private static Duration backOff(int tries) {
    return Duration.ofSeconds(Math.min(300, 1L << Math.min(tries, 9)));
  }

  private void count(OutboxRow row, String result) {
    metrics.outbox(row.audience().name().toLowerCase(Locale.ROOT), result);
  }
}
