// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import static io.berth.bot.ledger.LedgerRoom.code;
import static io.berth.bot.ledger.LedgerRoom.first;
import static io.berth.bot.ledger.LedgerRoom.only;
import static io.berth.bot.ledger.LedgerRoom.registry;
import static io.berth.contract.FunctionName.TAT_CREATE_REGISTER_CODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.bot.ledger.model.Attempt;
import io.berth.bot.ledger.model.Claim;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.RevealResult;
import io.berth.bot.ledger.model.State;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.Seal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bad weather by seed: lost answers, calls without effect, lying errors, lagging lists, claims that
 * die, restarts. Whatever happens, once the weather clears the promise holds.
 */
class SimulationTest {
  private static final int REQUESTS = 6;

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void oneApprovedRequestIsOneResource(long seed) {
    Random random = new Random(seed);
    try (Yard yard = new Yard(directory)) {
      yard.functions.weather(function -> weather(random, function));
      List<Request> requests = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        requests.add(yard.room.approved(i % 2 == 0 ? registry("payments-" + i) : code()));
      }
      for (int i = 0; i < 150; i++) {
        step(yard, random, requests);
      }
      yard.functions.weather(function -> null);
      yard.pass(Duration.ofHours(3));

      requests.forEach(request -> check(yard, request));
      assertThat(yard.room.ledger().firstBrokenAuditRow()).isEmpty();
    }
  }

  private static FakeFunctions.Fault weather(Random random, FunctionName function) {
    if (random.nextInt(100) < 45) {
      return null;
    }
    List<FakeFunctions.Fault> faults =
        List.of(
            FakeFunctions.LOSES_THE_ANSWER,
            FakeFunctions.DROPS_THE_CALL,
            FakeFunctions.answers(429, "RequestLimitExceeded", "refused"),
            FakeFunctions.answers(504, "InternalError", "unknown"),
            FakeFunctions.afterEffectAnswers(504, "InternalError", "unknown"),
            FakeFunctions.afterEffectAnswers(502, "InternalError", "refused"));
    return faults.get(random.nextInt(function.creates() ? faults.size() : 4));
  }

  private static void step(Yard yard, Random random, List<Request> requests) {
    switch (random.nextInt(12)) {
      case 0 -> yard.functions.cloud.lag(Duration.ofSeconds(random.nextInt(300)));
      case 1 -> {
        yard.room.reopen();
        yard.provisioner = yard.provisioner("berth-" + random.nextInt(100));
      }
      case 2 -> dieAfterClaim(yard, requests.get(random.nextInt(REQUESTS)));
      case 3 -> yard.room.clock.advance(Duration.ofSeconds(61));
      default -> yard.provisioner.runDue();
    }
    yard.room.clock.advance(Duration.ofMillis(random.nextInt(3000)));
  }

  /** Takes over at any moment, lease or not, and is never heard of again. */
  private static void dieAfterClaim(Yard yard, Request request) {
    Request now = yard.room.find(request.id());
    boolean open = now.state() == State.APPROVED || now.state() == State.EXECUTING;
    if (open && only(now).token() < 3) {
      Claim claim =
          yard.room
              .ledger()
              .work()
              .claim(only(now), "dies", Yard.SETTINGS.lease(), r -> Optional.empty(), Map.of());
      assertThat(claim).isInstanceOf(Claim.Claimed.class);
    }
  }

  private static void check(Yard yard, Request before) {
    Request request = yard.room.find(before.id());
    assertThat(request.state()).isIn(State.SUCCEEDED, State.FAILED);
    boolean registry = only(request).kind().function() == FunctionName.TCR_CREATE_INSTANCE;
    List<String> left =
        registry
            ? yard.functions.cloud.registriesOf(request.id())
            : yard.functions.cloud.enabledCodes(request.id());
    assertThat(left).isEqualTo(only(request).resourceId().stream().toList());
    assertThat(only(request).resourceId().isPresent())
        .isEqualTo(request.state() == State.SUCCEEDED);
    List<Attempt> attempts = yard.room.ledger().work().attempts(first(request));
    assertThat(attempts).hasSize(only(request).token());
    if (!registry && request.state() == State.SUCCEEDED && only(request).secretWaiting()) {
      assertThat(valueOf(yard, request)).isEqualTo(valueIn(yard, request));
    }
  }

  private static String valueOf(Yard yard, Request request) {
    RevealResult.Sealed sealed =
        (RevealResult.Sealed) yard.room.ledger().reveal(first(request), "U0ALICE");
    return Seal.open(
            sealed.jwe(),
            List.of(yard.functions.secrets.get(TAT_CREATE_REGISTER_CODE)),
            request.id())
        .orElseThrow()
        .reveal();
  }

  private static String valueIn(Yard yard, Request request) {
    return yard.functions.cloud.codes.stream()
        .filter(code -> code.id().equals(only(request).resourceId().orElseThrow()))
        .findFirst()
        .orElseThrow()
        .value();
  }
}
