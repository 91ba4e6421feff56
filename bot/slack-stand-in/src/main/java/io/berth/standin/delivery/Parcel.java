// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

/**
 * Something on its way to the bot.
 *
 * @param kind such as {@code command} or {@code block_actions}
 * @param user name of who acted
 * @param channel label of where, possibly empty
 * @param summary one line for the log, nothing secret
 * @param type the Content-Type
 * @param body the raw bytes
 */
record Parcel(String kind, String user, String channel, String summary, String type, byte[] body) {
  static final String FORM = "application/x-www-form-urlencoded";

  Parcel withBody(byte[] other) {
    return new Parcel(kind, user, channel, summary, type, other);
  }
}
