// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Turns a refused signature time into a sentence that says by how much the clock is off. */
final class ClockSkew {
  private ClockSkew() {}

  static CloudReply.Refused explain(
      CloudReply.Refused refused, String dateHeader, Instant signedAt) {
    return new CloudReply.Refused(
        refused.code(), refused.message() + offBy(dateHeader, signedAt), refused.requestId());
  }

  /**
   * A sentence to append to another one; empty when the server did not say what time it is.
   *
   * @param dateHeader may be null
   */
  static String offBy(String dateHeader, Instant signedAt) {
    if (dateHeader == null) {
      return "";
    }
    try {
      Instant server =
          ZonedDateTime.parse(dateHeader, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      long seconds = Math.abs(Duration.between(server, signedAt).toSeconds());
      return " The clock is off by ~" + seconds + " s (HTTP Date).";
    } catch (DateTimeException e) {
      return "";
    }
  }
}
