// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A request that keeps every rule, or all the rules that it breaks. */
public sealed interface Checked<T> {
  /**
   * A request that may be sent.
   *
   * @param value the request
   * @param notes worth showing, e.g. which network a CIDR with host bits stands for
   */
  record Valid<T>(T value, List<Note> notes) implements Checked<T> {
    public Valid {
      notes = List.copyOf(notes);
    }
  }

  /**
   * A request that the API would refuse.
   *
   * @param violations at least one, in the order of the API's document
   */
  record Invalid<T>(List<Violation> violations) implements Checked<T> {
    public Invalid {
      violations = List.copyOf(violations);
    }

    /** All sentences one after the other, for people who know the API. */
    public String sentences() {
      return violations.stream().map(Violation::sentence).collect(Collectors.joining(" "));
    }
  }

  /** Gives the answer of the case that it is. */
  default <R> R fold(Function<Valid<T>, R> valid, Function<Invalid<T>, R> invalid) {
    return this instanceof Valid<T> v ? valid.apply(v) : invalid.apply((Invalid<T>) this);
  }
}
