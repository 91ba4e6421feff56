// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The card that approvers see, as a function of the request in the ledger and of nothing else. What
 * people typed stands in {@code plain_text} only; markup holds our own words and user ids.
 */
final class Cards {
  static final String APPROVE = "approve";
  static final String DENY = "deny";

  private final Buttons buttons;

  Cards(Buttons buttons) {
    this.buttons = buttons;
  }

  /** The card as it is now. */
  Message card(Request request) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(Blocks.header(title(request)));
    blocks.add(Blocks.markup(asked(request)));
    request.reason().ifPresent(reason -> blocks.add(Blocks.plain("Reason: " + reason)));
    blocks.add(Blocks.plain(Wording.effect(request)));
    blocks.addAll(Blocks.fields(Wording.fields(request)));
    blocks.add(Blocks.markup(status(request)));
    details(request).forEach(text -> blocks.add(Blocks.plain(text)));
    if (request.state() == State.PENDING_APPROVAL) {
      blocks.add(Blocks.actions("decision", List.of(approve(request), deny(request))));
    }
    blocks.add(Blocks.context(smallPrint(request)));
    return new Message(summary(request), blocks);
  }

  private static String title(Request request) {
    String subject = Wording.subject(request);
    return Character.toUpperCase(subject.charAt(0)) + subject.substring(1);
  }

  private static String summary(Request request) {
    return Show.escaped(title(request) + ": " + word(request), 300);
  }

  private static String asked(Request request) {
    return Show.person(request.requester())
        + " asks"
        + request.team().map(team -> " for team " + Show.escaped(team, 80)).orElse("")
        + ".";
  }

  private static String word(Request request) {
    return switch (request.state()) {
      case PENDING_APPROVAL -> "approval needed";
      case APPROVED -> "approved";
      case EXECUTING -> "being created";
      case SUCCEEDED -> "created";
      case FAILED -> "failed";
      case NEEDS_OPERATOR -> "an operator must look";
      case REJECTED -> "denied";
      case EXPIRED -> "expired";
      case CANCELLED -> "cancelled";
    };
  }

  private static String status(Request request) {
    List<String> lines = new ArrayList<>();
    request.votes().forEach(vote -> lines.add(vote(vote)));
    lines.add(0, "*" + headline(request) + "*");
    if (request.state() == State.PENDING_APPROVAL) {
      lines.add("May approve: " + people(request.terms().approvers()));
    }
    return String.join("\n", lines);
  }

  private static String headline(Request request) {
    return switch (request.state()) {
      case PENDING_APPROVAL ->
          approvals(request) + " of " + request.terms().needed() + " approvals";
      case APPROVED -> "Approved; it will be created now";
      case EXECUTING -> "Approved; it is being created";
      case SUCCEEDED -> created(request);
      case FAILED -> "Failed; nothing of it is left";
      case NEEDS_OPERATOR -> "An operator must look";
      case REJECTED -> "Denied; nothing was created";
      case EXPIRED -> "Expired " + Wording.time(request.expiresAt()) + "; nothing was created";
      case CANCELLED -> "Cancelled; nothing was created";
    };
  }

  private static String created(Request request) {
    return (request.adopted() ? "Found again and taken over: `" : "Created: `")
        + Show.escaped(request.resourceId().orElse("?"), 80)
        + "`"
        + request.progress().map(progress -> " · " + Show.escaped(progress, 40)).orElse("");
  }

  private static long approvals(Request request) {
    return request.votes().stream().filter(Vote::approves).count();
  }

  private static String vote(Vote vote) {
    return Show.person(vote.voter())
        + (vote.approves() ? " approved, " : " denied, ")
        + Wording.time(vote.at());
  }

  private static String people(List<String> ids) {
    return ids.stream().limit(20).map(Show::person).collect(Collectors.joining(", "));
  }

  /** Reasons and failures: words of people and of the cloud, so never markup. */
  private static List<String> details(Request request) {
    List<String> details = new ArrayList<>();
    for (Vote vote : request.votes()) {
      vote.reason()
          .ifPresent(r -> details.add((vote.approves() ? "Remark: " : "Denied because: ") + r));
    }
    request.failure().ifPresent(details::add);
    return details;
  }

  private static String smallPrint(Request request) {
    String until =
        request.state() == State.PENDING_APPROVAL
            ? "Expires " + Wording.time(request.expiresAt()) + ". "
            : "";
    return "%s%s Request %s, parameters %s, %s."
        .formatted(
            until,
            Wording.addition(request),
            request.id(),
            request.parametersSha256(),
            request.terms().rule());
  }

  private Map<String, Object> approve(Request request) {
    Map<String, Object> confirm =
        Blocks.confirm("Approve this?", Wording.effect(request), "Approve", "Back");
    return Blocks.button(APPROVE, "Approve", buttons.value(APPROVE, request), "primary", confirm);
  }

  private Map<String, Object> deny(Request request) {
    return Blocks.button(DENY, "Deny…", buttons.value(DENY, request), "danger");
  }
}
