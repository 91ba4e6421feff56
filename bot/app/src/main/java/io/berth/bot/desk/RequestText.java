// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.approval.Tally;
import io.berth.bot.command.Particulars;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.State;
import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A stored request in words. */
final class RequestText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RequestText() {}

  static String time(Instant at) {
    return TIME.format(at);
  }

  static String title(Request request) {
    return Particulars.title(
        request.function(), Json.readObject(request.parametersJson().getBytes(UTF_8)));
  }

  static String state(State state) {
    return switch (state) {
      case PENDING_APPROVAL -> "waits for approval";
      case APPROVED -> "approved, starts in a moment";
      case EXECUTING -> "being created";
      case SUCCEEDED -> "created";
      case FAILED -> "failed";
      case NEEDS_OPERATOR -> "needs a platform engineer";
      case REJECTED -> "denied";
      case EXPIRED -> "expired";
      case CANCELLED -> "cancelled";
    };
  }

  /** One line for a list. */
  static String line(Request request) {
    return request.id()
        + "  "
        + time(request.createdAt())
        + "  "
        + title(request)
        + ": "
        + state(request.state())
        + request.resourceId().map(id -> " as " + id).orElse("")
        + request.progress().map(p -> " (" + p + ")").orElse("");
  }

  /** Everything that the requester and the approvers may know. */
  static String whole(Request request) {
    List<String> lines = new ArrayList<>();
    lines.add("Request " + request.id() + ": " + title(request) + ", " + state(request.state()));
    lines.add(
        "Asked by @"
            + request.requester()
            + request.team().map(t -> " for team " + t).orElse("")
            + " on "
            + time(request.createdAt()));
    lines.add(
        "Exactly: "
            + Particulars.commandLine(
                request.function(), Json.readObject(request.parametersJson().getBytes(UTF_8))));
    request.reason().ifPresent(reason -> lines.add("Reason: " + reason));
    lines.add("Policy: " + request.terms().rule());
    lines.add(approvals(request));
    request.resourceId().ifPresent(id -> lines.add(idName(request) + ": " + id + adopted(request)));
    request.progress().ifPresent(progress -> lines.add("Progress: " + progress));
    request.failure().ifPresent(failure -> lines.add("What happened: " + failure));
    if (request.sealedValueWaiting()) {
      lines.add("Its value can be revealed once, by @" + request.requester() + ".");
    }
    request.revealedAt().ifPresent(at -> lines.add("Its value was revealed on " + time(at) + "."));
    return String.join("\n", lines);
  }

  private static String approvals(Request request) {
    String sentence = Tally.of(request.terms(), request.requester(), request.votes()).sentence();
    boolean waits = request.state() == State.PENDING_APPROVAL;
    return "Approval: " + sentence + (waits ? " Until " + time(request.expiresAt()) + "." : "");
  }

  private static String idName(Request request) {
    return request.function() == FunctionName.TCR_CREATE_INSTANCE ? "RegistryId" : "RegisterCodeId";
  }

  private static String adopted(Request request) {
    return request.adopted() ? " (found again after a lost answer)" : "";
  }
}
