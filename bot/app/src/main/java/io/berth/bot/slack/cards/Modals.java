// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import io.berth.bot.kind.Handover;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.voice.MessagePhrase;
import io.berth.contract.text.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The windows that a click opens. */
public final class Modals {
  /** The form that asks for the reason of a denial. */
  public static final String DENY_FORM = "deny_reason";

  /** Its only field. */
  public static final String REASON = "reason";

  private static final int REASON_LENGTH = 500;
  private static final int MOST_SHOWN = 500;

  private Modals() {}

  /**
   * Asks an approver why.
   *
   * @param metadata comes back with the form; a value of {@link Buttons}, because the client could
   *     change it
   */
  public static Map<String, Object> deny(Request request, String metadata) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    request.parts().forEach(part -> blocks.add(Blocks.plain(part.spec().effect().text())));
    blocks.add(
        Blocks.object(
            "type",
            "input",
            "block_id",
            REASON,
            "label",
            Blocks.plainText(MessagePhrase.DENY_REASON.text(), 200),
            "element",
            reasonInput()));
    return Blocks.object(
        "type",
        "modal",
        "callback_id",
        DENY_FORM,
        "private_metadata",
        metadata,
        "title",
        Blocks.plainText(MessagePhrase.DENY_THIS.text(), 24),
        "submit",
        Blocks.plainText(MessagePhrase.DENY.text(), 24),
        "close",
        Blocks.plainText(MessagePhrase.BACK.text(), 24),
        "blocks",
        blocks);
  }

  private static Map<String, Object> reasonInput() {
    return Blocks.object(
        "type",
        "plain_text_input",
        "action_id",
        REASON,
        "multiline",
        true,
        "max_length",
        REASON_LENGTH);
  }

  /** A window that only says something. */
  public static Map<String, Object> said(String title, String sentence) {
    return Blocks.object(
        "type", "modal",
        "title", Blocks.plainText(title, 24),
        "close", Blocks.plainText(MessagePhrase.CLOSE.text(), 24),
        "blocks", List.of(Blocks.plain(sentence)));
  }

  /**
   * The one time that a secret is shown, with what to type where. Ids and values are words of the
   * cloud; they are escaped all the same.
   */
  public static Map<String, Object> secret(Part part, Handover handover, Secret value) {
    String id = SafeText.escaped(part.resourceId().orElse("?"), 100);
    String shown = SafeText.escaped(value.reveal(), MOST_SHOWN);
    List<Map<String, Object>> blocks = new ArrayList<>();
    blocks.add(Blocks.markup(MessagePhrase.SECRET_ONLY_TIME.text("warning", handover.warning())));
    blocks.add(Blocks.markup(MessagePhrase.SECRET_ID_AND_VALUE.text("id", id, "value", shown)));
    List<String> steps = new ArrayList<>();
    for (Handover.Step step :
        handover.steps(part.parameters(), part.resourceId().orElse("?"), value)) {
      steps.add(
          MessagePhrase.SECRET_STEP.text(
              "explanation",
              step.explanation(),
              "lines",
              SafeText.escaped(step.lines().reveal(), 2 * MOST_SHOWN)));
    }
    blocks.add(Blocks.markup(String.join("\n", steps)));
    blocks.add(Blocks.context(part.spec().effect().text()));
    return Blocks.object(
        "type",
        "modal",
        "title",
        Blocks.plainText(handover.heading().text(), 24),
        "close",
        Blocks.plainText(MessagePhrase.DONE.text(), 24),
        "blocks",
        blocks);
  }
}
