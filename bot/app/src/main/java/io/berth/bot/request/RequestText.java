// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

import io.berth.bot.approval.Verdict;
import io.berth.bot.command.CanonicalCommand;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.voice.Dates;
import io.berth.bot.voice.Lists;
import io.berth.bot.voice.RequestPhrase;
import io.berth.bot.voice.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A stored request in words. */
public final class RequestText {
  private RequestText() {}

  /** What it asks for: {@code registry payments}, {@code registry payments and namespace web}. */
  public static String titles(Request request) {
    return Lists.and(request.parts().stream().map(part -> part.spec().title().text()).toList());
  }

  /** One line for a list. */
  static String line(Request request) {
    String at = Dates.minute(request.times().createdAt());
    Sentence state = StateText.listed(request.state());
    return RequestPhrase.LIST_LINE.text(
        "id",
        request.id(),
        "at",
        at,
        "title",
        titles(request),
        "state",
        state,
        "as",
        as(request),
        "progress",
        progress(request));
  }

  private static Optional<Part> onlyPart(Request request) {
    return request.isSingle() ? request.part(1) : Optional.empty();
  }

  private static String as(Request request) {
    return onlyPart(request)
        .flatMap(Part::resourceId)
        .map(id -> RequestPhrase.LIST_AS.text("resource", id))
        .orElse("");
  }

  private static String progress(Request request) {
    return onlyPart(request)
        .flatMap(Part::progress)
        .map(progress -> RequestPhrase.LIST_PROGRESS.text("progress", progress))
        .orElse("");
  }

  /** Everything that the requester and the approvers may know. */
  static String whole(Request request) {
    List<String> lines = whatWasAsked(request);
    lines.add(RequestPhrase.SHOW_POLICY.text("rule", request.terms().rule()));
    approval(request).ifPresent(lines::add);
    for (Part part : request.parts()) {
      if (!request.isSingle()) {
        lines.add(part(part));
      }
      lines.addAll(outcome(request, part));
    }
    return String.join("\n", lines);
  }

  private static List<String> whatWasAsked(Request request) {
    List<String> lines = new ArrayList<>();
    Sentence state = StateText.listed(request.state());
    lines.add(
        RequestPhrase.SHOW_REQUEST.text(
            "id", request.id(), "titles", titles(request), "state", state));
    lines.add(asked(request));
    for (Part part : request.parts()) {
      String command = CanonicalCommand.of(part.spec());
      lines.add(RequestPhrase.SHOW_EXACTLY.text("command", command));
    }
    Optional<String> reason = request.origin().reason();
    reason.ifPresent(text -> lines.add(RequestPhrase.SHOW_REASON.text("reason", text)));
    return lines;
  }

  private static String asked(Request request) {
    return RequestPhrase.SHOW_ASKED.text(
        "requester",
        request.requester(),
        "team",
        request.origin().team().map(team -> RequestPhrase.SHOW_TEAM.text("team", team)).orElse(""),
        "at",
        Dates.minute(request.times().createdAt()));
  }

  /** Who approved or denied it; who still can, as long as it waits for them. */
  private static Optional<String> approval(Request request) {
    boolean waits = request.state() == State.PENDING_APPROVAL;
    String until = Dates.minute(request.times().expiresAt());
    Verdict verdict = request.ballot().verdict();
    boolean says = verdict.fold(approved -> true, waiting -> waits, denied -> true);
    return Optional.of(
            RequestPhrase.SHOW_APPROVAL.text(
                "verdict",
                verdict.sentence(),
                "until",
                waits ? RequestPhrase.SHOW_UNTIL.text("at", until) : ""))
        .filter(line -> says);
  }

  private static String part(Part part) {
    return RequestPhrase.SHOW_PART.text(
        "number",
        part.id().number(),
        "title",
        part.spec().title(),
        "state",
        StateText.listed(part.state()));
  }

  private static List<String> outcome(Request request, Part part) {
    List<String> lines = new ArrayList<>();
    part.resource().ifPresent(resource -> lines.add(resource(part, resource)));
    part.progress().ifPresent(p -> lines.add(RequestPhrase.SHOW_PROGRESS.text("progress", p)));
    if (part.state() == PartState.EXECUTING) {
      part.stopped().ifPresent(why -> lines.add(RequestPhrase.SHOW_STOPPED.text("why", why)));
    }
    part.failure().ifPresent(why -> lines.add(RequestPhrase.SHOW_FAILURE.text("failure", why)));
    lines.addAll(secret(request, part));
    lines.addAll(whatCanBeDone(part));
    return lines;
  }

  private static List<String> secret(Request request, Part part) {
    List<String> lines = new ArrayList<>();
    if (part.secretWaiting()) {
      lines.add(RequestPhrase.SHOW_CAN_BE_REVEALED.text("requester", request.requester()));
    }
    part.revealedAt()
        .ifPresent(at -> lines.add(RequestPhrase.SHOW_WAS_REVEALED.text("at", Dates.minute(at))));
    return lines;
  }

  private static List<String> whatCanBeDone(Part part) {
    List<String> lines = new ArrayList<>();
    if (part.isUsable()) {
      part.kind()
          .next(part.spec().parameters())
          .ifPresent(next -> lines.add(RequestPhrase.SHOW_NEXT.text("next", next)));
    }
    part.resourceId()
        .map(id -> part.kind().undo(part.spec().parameters(), id))
        .ifPresent(undo -> lines.add(RequestPhrase.SHOW_UNDO.text("undo", undo)));
    return lines;
  }

  private static String resource(Part part, Part.Resource resource) {
    return RequestPhrase.SHOW_RESOURCE.text(
        "field",
        part.kind().function().resultField().orElseThrow(),
        "id",
        resource.id(),
        "adopted",
        resource.adopted() ? RequestPhrase.SHOW_ADOPTED.text() : "");
  }
}
