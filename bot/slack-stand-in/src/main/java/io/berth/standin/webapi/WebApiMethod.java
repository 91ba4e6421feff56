// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.webapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.standin.workspace.SlackError;

/** One Web API method. */
@FunctionalInterface
interface WebApiMethod {
  /** Does it; the answer still lacks {@code ok}. */
  ObjectNode call(MethodArguments arguments) throws SlackError;
}
