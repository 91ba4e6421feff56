// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.nio.file.Path;

/** Stores requests as fast as it can and says each id once the ledger has returned. */
final class StoringChild {
  private StoringChild() {}

  public static void main(String[] arguments) {
    LedgerRoom room = new LedgerRoom(Path.of(arguments[0]));
    while (true) {
      System.out.println("stored " + room.stored(LedgerRoom.code()).id());
    }
  }
}
