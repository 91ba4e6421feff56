// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

/** A client, pointed at one place. */
interface Subject extends AutoCloseable {
  Reply call(Ask ask);

  @Override
  default void close() {}
}
