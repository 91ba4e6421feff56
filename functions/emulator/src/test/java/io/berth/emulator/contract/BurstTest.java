// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.emulator.Emulator;
import io.berth.emulator.Options;
import io.berth.emulator.Signed;
import io.berth.emulator.TestCloud;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred callers at the same moment. */
class BurstTest {
  private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  @TempDir Path folder;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void givesANameToOneOfAHundredParallelCallers() throws IOException {
    try (Emulator emulator = Emulator.start(options(new ReadClock()))) {
      HttpRequest create =
          new Signed(emulator.cloud(), TestCloud.ID, TestCloud.KEY)
              .post(
                  START,
                  "CreateInstance",
                  TestCloud.TCR,
                  "ap-guangzhou",
                  "{\"RegistryName\":\"payments\",\"RegistryType\":\"basic\"}")
              .build();

      List<CompletableFuture<HttpResponse<String>>> burst =
          Stream.generate(() -> http.sendAsync(create, BodyHandlers.ofString()))
              .limit(100)
              .toList();
      List<String> codes = burst.stream().map(answer -> code(answer.join())).toList();

      assertThat(codes).containsOnlyOnce("ok");
      assertThat(Collections.frequency(codes, "InvalidParameter.ErrorNameExists")).isEqualTo(99);
      assertThat(log.toString(StandardCharsets.UTF_8)).isEmpty();
    }
  }

  private static String code(HttpResponse<String> answer) {
    return TestCloud.codeOf(TestCloud.json(answer.body()).get("Response"));
  }

  private Options options(Clock clock) {
    PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
    return new Options(0, 0, TestCloud.ID, TestCloud.KEY, clock, new SecureRandom(), folder, out);
  }

  /**
   * Goes on by 60 ms whenever it is read. A call reads it at least once, so no second ever sees the
   * 20 calls that are allowed in it, and a hundred calls stay within five minutes.
   */
  private static final class ReadClock extends Clock {
    private static final Duration STEP = Duration.ofMillis(60);
    private final AtomicLong reads = new AtomicLong();

    @Override
    public Instant instant() {
      return START.plus(STEP.multipliedBy(reads.getAndIncrement()));
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
