// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** What a client gave whoever called through it. */
sealed interface Reply {
  /** The error's code, {@code ok}, or {@code no answer}. */
  String code();

  /** The error's message, else "". */
  default String message() {
    return "";
  }

  /** The content of {@code Response}, else a missing node. */
  default JsonNode response() {
    return MissingNode.getInstance();
  }

  /** The server's RequestId, "" when nothing was answered. */
  String requestId();

  /** The action was carried out. */
  record Accepted(JsonNode response, String requestId) implements Reply {
    @Override
    public String code() {
      return "ok";
    }
  }

  /** {@code Response.Error}, read from the client's own exception or value. */
  record Refused(String code, String message, String requestId) implements Reply {}

  /** No answer that the client could use. */
  record Lost(String why) implements Reply {
    @Override
    public String code() {
      return "no answer";
    }

    @Override
    public String requestId() {
      return "";
    }
  }
}
