// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.request.RequestText;
import io.berth.bot.voice.Dates;
import io.berth.bot.voice.MessagePhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the requester reads in the direct messages, as a function of the request. The value of a
 * secret is never part of it.
 */
public final class Notes {
  /** The actions of the buttons that reveal a secret: those of {@link #reveal(int)}. */
  public static final Pattern REVEALS = Pattern.compile("reveal(_[0-9]+)?");

  private static final String REVEAL = "reveal";

  private final Buttons buttons;

  public Notes(Buttons buttons) {
    this.buttons = buttons;
  }

  /** The action of the button that reveals the secret of that part. */
  public static String reveal(int part) {
    return part == 1 ? REVEAL : REVEAL + "_" + part;
  }

  /** Whether a button of this action reveals a secret. */
  public static boolean isReveal(String action) {
    return REVEALS.matcher(action).matches();
  }

  /** The message about the state that the request is in now. */
  public Message note(Request request) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    String sentence = sentence(request);
    blocks.add(Blocks.markup(sentence));
    if (!request.isSingle() && isBegun(request)) {
      request.parts().forEach(part -> blocks.add(Blocks.markup(partSentence(part))));
    }
    if (request.state() == State.SUCCEEDED && !voters(request, true).isEmpty()) {
      String people = people(voters(request, true));
      blocks.add(Blocks.markup(MessagePhrase.NOTE_APPROVED_BY.text("people", people)));
    }
    words(request).forEach(text -> blocks.add(Blocks.plain(text)));
    List<Map<String, Object>> secrets = reveals(request);
    if (!secrets.isEmpty()) {
      blocks.add(Blocks.actions("code", secrets));
    }
    blocks.add(Blocks.context(MessagePhrase.NOTE_REQUEST.text("id", request.id())));
    return new Message(sentence, blocks);
  }

  private List<Map<String, Object>> reveals(Request request) {
    return request.parts().stream()
        .filter(Part::secretWaiting)
        .map(part -> reveal(request, part))
        .toList();
  }

  private static boolean isBegun(Request request) {
    return request.parts().stream().anyMatch(part -> part.token() > 0 || part.state().terminal());
  }

  private static String sentence(Request request) {
    String title = SafeText.escaped(RequestText.titles(request), 200);
    boolean single = request.isSingle();
    return switch (request.state()) {
      case PENDING_APPROVAL -> waiting(request, title);
      case APPROVED, EXECUTING -> single ? running(request, title) : approved(request, title);
      case SUCCEEDED ->
          single
              ? partSentence(request.parts().get(0))
              : MessagePhrase.NOTE_ALL_DONE.text("title", title);
      case PARTLY -> MessagePhrase.NOTE_PARTLY.text("title", title);
      case FAILED ->
          single
              ? MessagePhrase.NOTE_FAILED.text("title", title)
              : MessagePhrase.NOTE_NONE_DONE.text("title", title);
      case NEEDS_OPERATOR -> MessagePhrase.NOTE_NEEDS_OPERATOR.text("title", title);
      case REJECTED ->
          MessagePhrase.NOTE_REJECTED.text("title", title, "by", by(voters(request, false)));
      case EXPIRED -> MessagePhrase.NOTE_EXPIRED.text("title", title);
      case CANCELLED -> MessagePhrase.NOTE_CANCELLED.text("title", title);
    };
  }

  private static String waiting(Request request, String title) {
    return MessagePhrase.NOTE_WAITS.text(
        "title",
        title,
        "count",
        request.terms().needed(),
        "people",
        people(request.terms().approvers()),
        "until",
        Dates.minute(request.times().expiresAt()));
  }

  private static String running(Request request, String title) {
    return request.parts().get(0).stopped().isPresent()
        ? MessagePhrase.NOTE_STOPPED.text("title", title)
        : approved(request, title);
  }

  private static String approved(Request request, String title) {
    return request.terms().needsApproval()
        ? MessagePhrase.NOTE_APPROVED.text("title", title, "by", by(voters(request, true)))
        : MessagePhrase.NOTE_AT_ONCE.text("title", title);
  }

  private static String partSentence(Part part) {
    String title = SafeText.escaped(part.spec().title().text(), 200);
    return switch (part.state()) {
      case SUCCEEDED -> created(part, title);
      case FAILED, SKIPPED -> MessagePhrase.NOTE_FAILED.text("title", title);
      case NEEDS_OPERATOR -> MessagePhrase.NOTE_NEEDS_OPERATOR.text("title", title);
      case WAITING -> MessagePhrase.NOTE_PART_WAITS.text("title", title);
      case READY -> MessagePhrase.NOTE_PART_STARTS.text("title", title);
      case EXECUTING ->
          part.stopped().isPresent()
              ? MessagePhrase.NOTE_STOPPED.text("title", title)
              : MessagePhrase.NOTE_PART_RUNS.text("title", title);
    };
  }

  private static String created(Part part, String title) {
    String id = "`" + SafeText.escaped(part.resourceId().orElse("?"), 80) + "`";
    return part.kind().handover().isPresent()
        ? MessagePhrase.NOTE_READY.text("title", title, "id", id, "secret", secret(part))
        : MessagePhrase.NOTE_CREATED.text("title", title, "id", id, "progress", progress(part));
  }

  private static String secret(Part part) {
    if (part.revealedAt().isPresent()) {
      return MessagePhrase.NOTE_SECRET_SHOWN.text("at", Dates.minute(part.revealedAt().get()));
    }
    return part.secretWaiting()
        ? MessagePhrase.NOTE_SECRET_ONCE.text()
        : MessagePhrase.NOTE_SECRET_GONE.text();
  }

  /** Its status in the cloud, where it has one, and what can be done with it once it is usable. */
  private static String progress(Part part) {
    Optional<String> next =
        Optional.of(part)
            .filter(Part::isUsable)
            .flatMap(p -> p.kind().next(p.spec().parameters()))
            .map(n -> SafeText.escaped(n.text(), 300));
    Optional<String> status = part.progress().map(p -> SafeText.escaped(p, 40));
    if (status.isEmpty()) {
      return next.map(n -> MessagePhrase.NOTE_NEXT.text("next", n)).orElse("");
    }
    return next.map(n -> MessagePhrase.NOTE_USABLE.text("progress", status.get(), "next", n))
        .orElseGet(() -> MessagePhrase.NOTE_PROGRESS.text("progress", status.get()));
  }

  private static List<String> voters(Request request, boolean approves) {
    return request.votes().stream().filter(v -> v.approves() == approves).map(Vote::voter).toList();
  }

  private static String by(List<String> voters) {
    return voters.isEmpty() ? "" : MessagePhrase.NOTE_BY.text("people", people(voters));
  }

  private static String people(List<String> ids) {
    return ids.stream().limit(20).map(SafeText::person).collect(Collectors.joining(", "));
  }

  /** Why it was denied or went wrong, in the words of people and of the cloud. */
  private static List<String> words(Request request) {
    if (request.state() == State.REJECTED) {
      return request.votes().stream()
          .filter(vote -> !vote.approves())
          .flatMap(vote -> vote.reason().stream())
          .limit(1)
          .map(reason -> MessagePhrase.NOTE_REASON.text("reason", reason))
          .toList();
    }
    return request.parts().stream()
        .flatMap(part -> part.failure().or(() -> stopped(part)).stream())
        .toList();
  }

  private static Optional<String> stopped(Part part) {
    return part.state() == PartState.EXECUTING ? part.stopped() : Optional.empty();
  }

  private Map<String, Object> reveal(Request request, Part part) {
    Map<String, Object> confirm =
        Blocks.confirm(
            MessagePhrase.REVEAL_NOW.text(),
            MessagePhrase.REVEAL_ONCE.text(),
            MessagePhrase.REVEAL_YES.text(),
            MessagePhrase.REVEAL_NO.text());
    String action = reveal(part.id().number());
    String label =
        request.isSingle()
            ? MessagePhrase.REVEAL.text()
            : MessagePhrase.REVEAL_SEVERAL.text("title", part.spec().title());
    return Blocks.button(action, label, buttons.value(action, request), "primary", confirm);
  }
}
