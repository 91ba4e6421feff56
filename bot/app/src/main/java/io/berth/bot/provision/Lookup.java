// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.contract.tcr.DescribeInstances.Registry;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the cloud shows under a registry name. */
sealed interface Lookup {

  /** A registry of exactly this name. */
  record Found(Registry registry) implements Lookup {}

  /** None; the list may lag behind. */
  record None() implements Lookup {}

  /** The cloud could not be asked. */
  record Failed(String why) implements Lookup {}

  default <R> R fold(
      Function<? super Found, ? extends R> found,
      Supplier<? extends R> none,
      Function<? super Failed, ? extends R> failed) {
    if (this instanceof Found f) {
      return found.apply(f);
    }
    return this instanceof Failed f ? failed.apply(f) : none.get();
  }

  static Lookup of(List<Registry> registries) {
    return registries.isEmpty() ? new None() : new Found(registries.get(0));
  }
}
