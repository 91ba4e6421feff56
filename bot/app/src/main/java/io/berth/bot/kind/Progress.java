// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.kind;

import io.berth.contract.ApiRequest;
import java.util.Map;
import java.util.Optional;

/** How something that exists becomes usable. */
public interface Progress {
  /** The call that shows it. */
  ApiRequest look(Parameters parameters, String id);

  /** Its status in the call's answer; empty while the cloud does not list it. */
  Optional<String> status(Map<String, Object> answer, String id);

  /** Whether it can be used. */
  boolean isReady(String status);

  /** Whether nothing better comes by waiting. */
  boolean isLast(String status);
}
