// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import io.berth.bot.http.Reply;
import java.util.Map;

/** An answer in the body of the acknowledgement, which only the person who typed sees. */
final class Whisper {
  private static final int LONGEST = 4000;

  private Whisper() {}

  /** The answer for plain text, which is escaped here. */
  static Reply reply(String plain) {
    return Reply.json(200, body(plain));
  }

  /** The JSON of it; {@code mrkdwn} is off, so that no letter of the text formats anything. */
  static Map<String, Object> body(String plain) {
    return Blocks.object(
        "response_type", "ephemeral", "text", text(plain), "mrkdwn", false, "link_names", false);
  }

  /** Plain text as a message's {@code text}. */
  static String text(String plain) {
    return Show.withPeople(plain, LONGEST);
  }
}
