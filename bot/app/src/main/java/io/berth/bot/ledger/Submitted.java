// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.util.function.Function;

/** What became of a submission. */
public sealed interface Submitted {

  /** The request the answer is about: the new one, or the one that was there before. */
  Request request();

  /** Stored now. */
  record Stored(Request request) implements Submitted {}

  /** The same delivery was stored before; this is that request, nothing was added. */
  record Duplicate(Request request) implements Submitted {}

  /** A request that is not finished already asks for this registry name; nothing was stored. */
  record NameAsked(Request request) implements Submitted {}

  default <R> R fold(
      Function<? super Stored, ? extends R> stored,
      Function<? super Duplicate, ? extends R> duplicate,
      Function<? super NameAsked, ? extends R> nameAsked) {
    if (this instanceof Stored s) {
      return stored.apply(s);
    }
    if (this instanceof Duplicate d) {
      return duplicate.apply(d);
    }
    return nameAsked.apply((NameAsked) this);
  }
}
