// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import io.berth.emulator.TestCloud;

/** What only an emulator can be asked for: effects that nobody pays, another time, faults. */
interface OnEmulator extends Asking {
  TestCloud cloud();

  /** How many registries or codes there are. */
  default int count(String part) {
    return cloud().get("state").get(part).size();
  }

  default void control(String method, String name, String body) {
    int status = cloud().admin(method, name, body).statusCode();
    if (status != 200) {
      throw new AssertionError(method + " " + name + " " + body + " was answered with " + status);
    }
  }

  /** Lets the next call of an action fail with a code. */
  default void failNext(String action, String code, String message) {
    String rule = "[{\"action\":\"%s\",\"effect\":\"error\",\"code\":\"%s\",\"message\":\"%s\"}]";
    control("PUT", "faults", rule.formatted(action, code, message));
  }
}
