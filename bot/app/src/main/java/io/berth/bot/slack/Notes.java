// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the requester reads in the direct messages, as a function of the request. A register code's
 * value is never part of it.
 */
final class Notes {
  static final String REVEAL = "reveal";

  private final Buttons buttons;

  Notes(Buttons buttons) {
    this.buttons = buttons;
  }

  /** The message about the state that the request is in now. */
  Message note(Request request) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    String sentence = sentence(request);
    blocks.add(Blocks.markup(sentence));
    if (request.state() == State.SUCCEEDED && !by(request, true).isEmpty()) {
      blocks.add(Blocks.markup("Approved" + by(request, true) + "."));
    }
    words(request).ifPresent(text -> blocks.add(Blocks.plain(text)));
    if (request.sealedValueWaiting() && request.state() == State.SUCCEEDED) {
      blocks.add(Blocks.actions("code", List.of(reveal(request))));
    }
    blocks.add(Blocks.context("Request " + request.id()));
    return new Message(sentence, blocks);
  }

  private static String sentence(Request request) {
    String subject = Show.escaped(Wording.subject(request), 200);
    return switch (request.state()) {
      case PENDING_APPROVAL -> waiting(request, subject);
      case APPROVED, EXECUTING -> approved(request, subject);
      case SUCCEEDED -> succeeded(request, subject);
      case FAILED -> "Your " + subject + " was not created.";
      case NEEDS_OPERATOR ->
          "Your " + subject + " is unsettled: a platform engineer must look at it.";
      case REJECTED -> "Your request for " + subject + " was denied" + by(request, false) + ".";
      case EXPIRED ->
          "Nobody decided about your " + subject + " in time. Ask again if you still need it.";
      case CANCELLED -> "Your request for " + subject + " is cancelled.";
    };
  }

  private static String waiting(Request request, String subject) {
    int needed = request.terms().needed();
    return "Your request for %s waits for %d %s from %s, until %s."
        .formatted(
            subject,
            needed,
            needed == 1 ? "approval" : "approvals",
            people(request.terms().approvers()),
            Wording.time(request.expiresAt()));
  }

  private static String approved(Request request, String subject) {
    return request.terms().needed() == 0
        ? "Your request for " + subject + " needs no approval; it is being created."
        : "Your request for "
            + subject
            + " is approved"
            + by(request, true)
            + "; it is being created.";
  }

  private static String succeeded(Request request, String subject) {
    String id = "`" + Show.escaped(request.resourceId().orElse("?"), 80) + "`";
    if (Wording.isRegistry(request)) {
      return "Your " + subject + " is created: " + id + state(request) + ".";
    }
    String code = "Your " + subject + " is ready: " + id + ".";
    if (request.revealedAt().isPresent()) {
      return code
          + " Its value was shown to you, "
          + Wording.time(request.revealedAt().get())
          + ".";
    }
    return request.sealedValueWaiting()
        ? code + " Its value is shown once, and only to you."
        : code + " Its value can no longer be shown; ask for a new code.";
  }

  private static String state(Request request) {
    return request
        .progress()
        .map(
            progress ->
                progress.equals("Running")
                    ? ", Running: push your images"
                    : ", " + Show.escaped(progress, 40))
        .orElse("");
  }

  private static String by(Request request, boolean approves) {
    String names =
        people(
            request.votes().stream()
                .filter(v -> v.approves() == approves)
                .map(Vote::voter)
                .toList());
    return names.isEmpty() ? "" : " by " + names;
  }

  private static String people(List<String> ids) {
    return ids.stream().limit(20).map(Show::person).collect(Collectors.joining(", "));
  }

  /** Why it was denied or went wrong, in the words of people and of the cloud. */
  private static Optional<String> words(Request request) {
    if (request.state() == State.REJECTED) {
      return request.votes().stream()
          .filter(vote -> !vote.approves())
          .findFirst()
          .flatMap(Vote::reason)
          .map(reason -> "Reason: " + reason);
    }
    return request.failure();
  }

  private Map<String, Object> reveal(Request request) {
    Map<String, Object> confirm =
        Blocks.confirm(
            "Show the value now?",
            "It is shown once. Have the machine's command line at hand before you go on.",
            "Show it",
            "Not yet");
    return Blocks.button(REVEAL, "Reveal", buttons.value(REVEAL, request), "primary", confirm);
  }
}
