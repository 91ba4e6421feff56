// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.request.RequestText;
import io.berth.bot.request.StateText;
import io.berth.bot.voice.Dates;
import io.berth.bot.voice.MessagePhrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The card that approvers see, as a function of the request in the ledger and of nothing else. What
 * people typed stands in {@code plain_text} only; markup holds our own words and user ids.
 */
public final class Cards {
  /** The action of the button that approves. */
  public static final String APPROVE = "approve";

  /** The action of the button that asks for the reason of a denial. */
  public static final String DENY = "deny";

  /** Slack, Block Kit reference: a message has at most 50 blocks. */
  private static final int MOST_BLOCKS = 50;

  private static final int BLOCKS_FOR_VOTES = 20;

  private final Buttons buttons;

  public Cards(Buttons buttons) {
    this.buttons = buttons;
  }

  /** The card as it is now. */
  public Message card(Request request) {
    List<Map<String, Object>> picture = picture(request);
    boolean whole = isWhole(request, picture);
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(Blocks.header(title(request)));
    blocks.add(Blocks.markup(asked(request)));
    request.origin().reason().ifPresent(reason -> blocks.add(Blocks.plain(reason(reason))));
    if (whole) {
      blocks.addAll(picture);
    } else {
      blocks.add(Blocks.plain(MessagePhrase.CARD_TOO_LONG.text()));
    }
    blocks.add(Blocks.markup(status(request)));
    details(request).forEach(text -> blocks.add(Blocks.plain(text)));
    if (request.state() == State.PENDING_APPROVAL) {
      blocks.add(Blocks.actions("decision", decision(request, whole)));
    }
    blocks.add(Blocks.context(smallPrint(request)));
    return new Message(summary(request), blocks);
  }

  /** Whether all of it can be shown; what cannot be read whole cannot be approved. */
  private static boolean isWhole(Request request, List<Map<String, Object>> picture) {
    boolean fits =
        request.parts().stream()
            .flatMap(part -> Picture.of(part.spec()).stream())
            .allMatch(text -> text.length() <= Picture.MOST);
    return fits && picture.size() + BLOCKS_FOR_VOTES <= MOST_BLOCKS;
  }

  private static List<Map<String, Object>> picture(Request request) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    for (Part part : request.parts()) {
      String effect = part.spec().effect().text();
      String text =
          request.isSingle()
              ? effect
              : MessagePhrase.CARD_PART.text("number", part.id().number(), "effect", effect);
      blocks.add(Blocks.plain(text));
      blocks.addAll(Blocks.fields(Picture.of(part.spec())));
    }
    return blocks;
  }

  private List<Map<String, Object>> decision(Request request, boolean whole) {
    return whole ? List.of(approve(request), deny(request)) : List.of(deny(request));
  }

  private static String title(Request request) {
    String titles = RequestText.titles(request);
    return request.isSingle()
        ? Character.toUpperCase(titles.charAt(0)) + titles.substring(1)
        : MessagePhrase.CARD_TITLE_OF_SEVERAL.text(
            "count", request.parts().size(), "titles", titles);
  }

  private static String summary(Request request) {
    return SafeText.escaped(
        MessagePhrase.CARD_SUMMARY.text(
            "title", title(request), "state", StateText.onCard(request.state())),
        300);
  }

  private static String asked(Request request) {
    String team =
        request
            .origin()
            .team()
            .map(t -> MessagePhrase.CARD_TEAM.text("team", SafeText.escaped(t, 80)))
            .orElse("");
    return MessagePhrase.CARD_ASKS.text(
        "requester", SafeText.person(request.requester()), "team", team);
  }

  /** On one line: a reason of several could pretend to be more of the card. */
  private static String reason(String reason) {
    return MessagePhrase.CARD_REASON.text("reason", SafeText.oneLine(reason));
  }

  private static String status(Request request) {
    List<String> lines = new ArrayList<>();
    lines.add("*" + headline(request) + "*");
    request.votes().forEach(vote -> lines.add(vote(vote)));
    if (request.state() == State.PENDING_APPROVAL) {
      lines.add(MessagePhrase.CARD_MAY_APPROVE.text("people", people(request.terms().approvers())));
    }
    return String.join("\n", lines);
  }

  private static String headline(Request request) {
    boolean created = request.state() == State.SUCCEEDED && request.isSingle();
    return created
        ? SafeText.made(request.parts().get(0))
        : SafeText.escaped(StateText.headline(request).text(), 300);
  }

  private static String vote(Vote vote) {
    MessagePhrase phrase =
        vote.approves() ? MessagePhrase.CARD_VOTE_APPROVED : MessagePhrase.CARD_VOTE_DENIED;
    return phrase.text("voter", SafeText.person(vote.voter()), "at", Dates.minute(vote.at()));
  }

  private static String people(List<String> ids) {
    return ids.stream().limit(20).map(SafeText::person).collect(Collectors.joining(", "));
  }

  /** Reasons, failures and where each part stands: words of people and of the cloud, so plain. */
  private static List<String> details(Request request) {
    List<String> details = new ArrayList<>();
    for (Vote vote : request.votes()) {
      MessagePhrase phrase =
          vote.approves() ? MessagePhrase.CARD_REMARK : MessagePhrase.CARD_DENIED_BECAUSE;
      vote.reason().ifPresent(r -> details.add(phrase.text("reason", SafeText.oneLine(r))));
    }
    for (Part part : request.parts()) {
      if (!request.isSingle() && request.state() != State.PENDING_APPROVAL) {
        details.add(partState(part));
      }
      if (part.state() == PartState.EXECUTING) {
        part.stopped().ifPresent(why -> details.add(MessagePhrase.CARD_STOPPED.text("why", why)));
      }
      part.failure().ifPresent(details::add);
    }
    return details;
  }

  private static String partState(Part part) {
    return MessagePhrase.CARD_PART_STATE.text(
        "number",
        part.id().number(),
        "title",
        part.spec().title(),
        "state",
        part.state() == PartState.SUCCEEDED
            ? StateText.made(part)
            : StateText.listed(part.state()));
  }

  private static String smallPrint(Request request) {
    List<String> sentences = new ArrayList<>();
    if (request.state() == State.PENDING_APPROVAL) {
      sentences.add(
          MessagePhrase.CARD_EXPIRES.text("at", Dates.minute(request.times().expiresAt())));
    }
    request.parts().stream()
        .map(part -> part.kind().addition(request.id()).text())
        .distinct()
        .forEach(sentences::add);
    sentences.add(
        MessagePhrase.CARD_SMALL_PRINT.text(
            "id", request.id(), "sha256", request.sha256(), "rule", request.terms().rule()));
    return String.join(" ", sentences);
  }

  private Map<String, Object> approve(Request request) {
    String effect =
        request.isSingle()
            ? request.parts().get(0).spec().effect().text()
            : MessagePhrase.APPROVE_SEVERAL.text("count", request.parts().size());
    Map<String, Object> confirm =
        Blocks.confirm(
            MessagePhrase.APPROVE_THIS.text(),
            effect,
            MessagePhrase.APPROVE.text(),
            MessagePhrase.BACK.text());
    return Blocks.button(
        APPROVE, MessagePhrase.APPROVE.text(), buttons.value(APPROVE, request), "primary", confirm);
  }

  private Map<String, Object> deny(Request request) {
    return Blocks.button(
        DENY, MessagePhrase.DENY_BUTTON.text(), buttons.value(DENY, request), "danger");
  }
}
