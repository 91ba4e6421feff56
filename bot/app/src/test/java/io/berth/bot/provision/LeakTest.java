// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.first;
import static io.berth.contract.FunctionName.TAT_CREATE_REGISTER_CODE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.RevealResult;
import io.berth.contract.auth.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register code's value is in no byte of the database, before and after it was shown. */
class LeakTest {
  @TempDir Path directory;

  @Test
  void theDatabaseNeverHoldsTheValueInClear() throws IOException {
    String value;
    try (Yard yard = new Yard(directory)) {
      Request done = yard.settle(yard.room.approved(code()));
      assertThat(bytes()).contains(done.id()).doesNotContain(FakeCloud.CANARY);

      RevealResult.Sealed sealed =
          (RevealResult.Sealed) yard.room.ledger().reveal(first(done), "U0ALICE");
      value =
          Seal.open(
                  sealed.jwe(),
                  List.of(yard.functions.secrets.get(TAT_CREATE_REGISTER_CODE)),
                  done.id())
              .orElseThrow()
              .reveal();
      yard.room.ledger().revealed(first(done));
      assertThat(bytes()).doesNotContain(FakeCloud.CANARY);
    }
    assertThat(value).startsWith(FakeCloud.CANARY);
    assertThat(bytes()).doesNotContain(FakeCloud.CANARY);
  }

  private String bytes() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), ISO_8859_1));
      }
    }
    return all.toString();
  }
}
