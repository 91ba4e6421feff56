// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import java.util.Optional;

/**
 * What the bot answered to one request.
 *
 * @param status the bot's HTTP status, 0 when none came
 * @param error {@code operation_timeout} or {@code dispatch_failed}; none when acknowledged
 * @param type the Content-Type
 * @param body the raw bytes; empty when none came in time
 */
record Acknowledgement(int status, Optional<String> error, String type, byte[] body) {

  static Acknowledgement of(int status, String type, byte[] body) {
    Optional<String> error = status == 200 ? Optional.empty() : Optional.of("dispatch_failed");
    return new Acknowledgement(status, error, type, body);
  }

  static Acknowledgement late() {
    return missing("operation_timeout");
  }

  static Acknowledgement unreachable() {
    return missing("dispatch_failed");
  }

  private static Acknowledgement missing(String error) {
    return new Acknowledgement(0, Optional.of(error), "", new byte[0]);
  }
}
