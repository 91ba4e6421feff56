// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

/** How to wait between two looks at the cloud; tests hand in one that does not wait. */
@FunctionalInterface
public interface Sleeper {
  /** Returns after {@code millis}, or throws when the thread is asked to end. */
  void sleep(long millis) throws InterruptedException;
}
