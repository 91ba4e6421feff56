// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What came of a creating call: it was made, it was refused, or nobody knows. */
public sealed interface Outcome {
  /** The id by which the answer can be found in the cloud's records or the function's log. */
  String requestId();

  /** The HTTP status that carries it. */
  int status();

  /**
   * It exists.
   *
   * @param id the value of the function's {@link FunctionName#resultField()}
   * @param sealedValue the register code's value as a JWE, present for a code that was made just
   *     now
   */
  record Created(String id, How how, Optional<String> sealedValue, String requestId)
      implements Outcome {
    @Override
    public int status() {
      return 200;
    }

    @Override
    public <R> R fold(
        Function<Created, R> created, Function<Refused, R> refused, Function<Unknown, R> unknown) {
      return created.apply(this);
    }
  }

  /** How something came to exist. */
  enum How {
    /** Made by this call. */
    CREATED,
    /** Made by an earlier call of the same request whose answer was lost, and found by its tag. */
    ADOPTED,
    /** The stored answer of the same call. */
    REPLAYED
  }

  /**
   * Certainly not done.
   *
   * @param status one of the table of statuses, never 200 or 504
   * @param code the cloud's error code or the function's own
   * @param message one sentence
   */
  record Refused(int status, String code, String message, String requestId) implements Outcome {
    @Override
    public <R> R fold(
        Function<Created, R> created, Function<Refused, R> refused, Function<Unknown, R> unknown) {
      return refused.apply(this);
    }
  }

  /** Perhaps done: the answer was lost or cannot be trusted. Look before asking again. */
  record Unknown(String code, String message, String requestId) implements Outcome {
    @Override
    public <R> R fold(
        Function<Created, R> created, Function<Refused, R> refused, Function<Unknown, R> unknown) {
      return unknown.apply(this);
    }

    @Override
    public int status() {
      return 504;
    }
  }

  /** Gives the answer of the case that it is. */
  <R> R fold(
      Function<Created, R> created, Function<Refused, R> refused, Function<Unknown, R> unknown);

  /** The body of the function's answer. */
  default Map<String, Object> toEnvelope(FunctionName function) {
    return OutcomeEnvelope.of(this, function);
  }

  /**
   * Reads a function's answer.
   *
   * @return {@link Unknown} for everything that is not one of our envelopes, because the call may
   *     have reached the cloud before something in between answered for it
   */
  static Outcome fromEnvelope(FunctionName function, int status, byte[] body) {
    return OutcomeEnvelope.read(function, status, body);
  }
}
