// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.faults;

/** How an answer goes out. */
public enum AnswerDelivery {
  /** As it should. */
  WHOLE,
  /** Not at all: the connection is closed. */
  CLOSED,
  /** Not at all: the connection is reset. */
  RESET,
  /** Not at all: another server's page takes its place. */
  GATEWAY_PAGE,
  /** Half of it, then the connection is closed. */
  TRUNCATED,
  /** With a body that is not JSON. */
  MALFORMED,
  /** Under the wrong Content-Type. */
  WRONG_TYPE;

  static AnswerDelivery of(FaultEffect effect) {
    return switch (effect) {
      case CLOSE, HANG, LOSE_ANSWER, LATE_EFFECT -> CLOSED;
      case RESET -> RESET;
      case STATUS -> GATEWAY_PAGE;
      case TRUNCATED -> TRUNCATED;
      case MALFORMED -> MALFORMED;
      case WRONG_TYPE -> WRONG_TYPE;
      case ERROR, LATENCY, LATE_ANSWER, TWICE, LAG -> WHOLE;
    };
  }
}
