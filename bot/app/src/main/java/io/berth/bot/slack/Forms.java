// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import io.berth.bot.ledger.Request;
import io.berth.contract.text.Secret;
import java.util.List;
import java.util.Map;

/** The forms and windows that a click opens. */
final class Forms {
  static final String DENY_FORM = "deny_reason";
  static final String REASON = "reason";
  static final int REASON_LENGTH = 500;

  /** Works inside Tencent Cloud; machines elsewhere get the agent by hand. */
  private static final String INSTALL =
      "wget -qO - https://mirrors.tencentyun.com/install/tat_agent/tat_agent_installer.sh | sudo sh";

  private Forms() {}

  /**
   * Asks an approver why.
   *
   * @param metadata comes back with the form; a value of {@link Buttons}, because the client could
   *     change it
   */
  static Map<String, Object> deny(Request request, String metadata) {
    Map<String, Object> input =
        Blocks.object(
            "type",
            "plain_text_input",
            "action_id",
            REASON,
            "multiline",
            true,
            "max_length",
            REASON_LENGTH);
    return Blocks.object(
        "type", "modal",
        "callback_id", DENY_FORM,
        "private_metadata", metadata,
        "title", Blocks.plainText("Deny this request", 24),
        "submit", Blocks.plainText("Deny", 24),
        "close", Blocks.plainText("Back", 24),
        "blocks",
            List.of(
                Blocks.plain(Wording.effect(request)),
                Blocks.object(
                    "type",
                    "input",
                    "block_id",
                    REASON,
                    "label",
                    Blocks.plainText("Reason, for the person who asked", 200),
                    "element",
                    input)));
  }

  /** A window that only says something. */
  static Map<String, Object> said(String title, String sentence) {
    return Blocks.object(
        "type", "modal",
        "title", Blocks.plainText(title, 24),
        "close", Blocks.plainText("Close", 24),
        "blocks", List.of(Blocks.plain(sentence)));
  }

  /**
   * The one time that a register code's value is shown, with what to type on the machine. The id
   * and the value are hexadecimal or plain words of the cloud; they are escaped all the same.
   */
  static Map<String, Object> code(Request request, Secret value) {
    String id = Show.escaped(request.resourceId().orElse("?"), 100);
    String region = Show.escaped(String.valueOf(Wording.parameters(request).get("Region")), 40);
    String shown = Show.escaped(value.reveal(), 500);
    return Blocks.object(
        "type", "modal",
        "title", Blocks.plainText("Register code", 24),
        "close", Blocks.plainText("Done", 24),
        "blocks",
            List.of(
                Blocks.markup(
                    "*This is the only time it is shown.* Whoever has it can enrol machines."),
                Blocks.markup("Id `" + id + "`\nValue\n```" + shown + "```"),
                Blocks.markup(
                    "On the machine, if the agent is missing:\n```"
                        + INSTALL
                        + "```\nThen:\n```sudo tat_agent register "
                        + region
                        + " "
                        + id
                        + " "
                        + shown
                        + "\nsudo systemctl restart tat_agent```"),
                Blocks.context(Wording.effect(request))));
  }
}
