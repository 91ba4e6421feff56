// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import io.berth.standin.http.FormUrlEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One request on its way to the bot, not yet signed.
 *
 * @param kind such as {@code command} or {@code block_actions}
 * @param user name of who acted
 * @param channel label of where, possibly empty
 * @param summary one line for the log, nothing secret
 * @param type the Content-Type
 * @param body the raw bytes
 */
record SlackRequest(
    String kind, String user, String channel, String summary, String type, byte[] body) {

  /** A request whose body is a form of these fields. */
  static SlackRequest form(
      String kind, String user, String channel, String summary, Map<String, String> fields) {
    byte[] body = FormUrlEncoding.encode(fields).getBytes(StandardCharsets.US_ASCII);
    return new SlackRequest(
        kind, user, channel, summary, "application/x-www-form-urlencoded", body);
  }

  SlackRequest withBody(byte[] other) {
    return new SlackRequest(kind, user, channel, summary, type, other);
  }
}
