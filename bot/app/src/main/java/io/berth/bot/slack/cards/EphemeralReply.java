// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import io.berth.bot.http.HttpResponse;
import java.util.Map;

/** An answer in the body of the acknowledgement, which only the person who typed sees. */
public final class EphemeralReply {
  private static final int LONGEST = 4000;

  private EphemeralReply() {}

  /** The answer for plain text, which is escaped here. */
  public static HttpResponse reply(String plain) {
    return HttpResponse.json(200, body(plain));
  }

  /** The JSON of it; {@code mrkdwn} is off, so that no letter of the text formats anything. */
  public static Map<String, Object> body(String plain) {
    return Blocks.object(
        "response_type", "ephemeral", "text", text(plain), "mrkdwn", false, "link_names", false);
  }

  /** Plain text as a message's {@code text}. */
  public static String text(String plain) {
    return SafeText.withPeople(plain, LONGEST);
  }
}
