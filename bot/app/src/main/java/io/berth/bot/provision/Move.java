// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

/** What a fold decided to do. */
@FunctionalInterface
interface Move {
  void make() throws InterruptedException;
}
