// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.provision;

import io.berth.bot.config.ExecutionConfig;
import io.berth.bot.config.FunctionConfig;
import io.berth.bot.ledger.Ledger;
import io.berth.bot.ledger.LedgerConfig;
import io.berth.bot.ledger.LedgerRoom;
import io.berth.bot.ledger.model.Request;
import io.berth.contract.FunctionName;
import io.berth.contract.auth.ApprovalSigner;
import io.berth.contract.text.Ids;
import io.berth.contract.text.Secret;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The provisioner in a process of its own, by the real clock; says each request's state. */
final class ProvisioningChild {
  private ProvisioningChild() {}

  static void write(Path file, FakeFunctions functions) throws Exception {
    Properties properties = new Properties();
    functions
        .targets()
        .forEach(
            (function, target) -> {
              properties.setProperty(function + ".url", target.url().toString());
              properties.setProperty(function + ".secret", target.secrets().get(0).reveal());
            });
    properties.setProperty("key", functions.keys.signingKey().reveal());
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(directory.resolve("child.properties"))) {
      properties.load(in);
    }
    Clock clock = Clock.systemUTC();
    Ledger ledger =
        Ledger.open(new LedgerConfig(LedgerRoom.url(directory), "sa", Secret.of("")), clock);
    ScheduledExecutorService executor = Executors.newScheduledThreadPool(4);
    Provisioner provisioner =
        new Provisioner(
            ledger,
            new FunctionClient(targets(properties), Duration.ofSeconds(20)),
            new ApprovalSigner("local", Secret.of(properties.getProperty("key"))),
            Yard.policy("U0BOB"),
            new ExecutionConfig(
                Duration.ofSeconds(20),
                Duration.ofSeconds(60),
                3,
                Duration.ofMinutes(15),
                Duration.ofMillis(20)),
            new Provisioner.ProcessContext(
                "child", clock, new Ids(clock, new SecureRandom()), System::nanoTime, executor));
    provisioner.start();
    executor.scheduleWithFixedDelay(() -> say(ledger), 0, 50, TimeUnit.MILLISECONDS);
    new CountDownLatch(1).await();
  }

  private static void say(Ledger ledger) {
    for (Request request : ledger.recent(Optional.empty(), 10)) {
      System.out.println("state " + request.state());
    }
  }

  private static Map<FunctionName, FunctionConfig> targets(Properties properties) {
    Map<FunctionName, FunctionConfig> targets = new EnumMap<>(FunctionName.class);
    for (FunctionName function : FunctionName.values()) {
      targets.put(
          function,
          new FunctionConfig(
              URI.create(properties.getProperty(function + ".url")),
              List.of(Secret.of(properties.getProperty(function + ".secret")))));
    }
    return targets;
  }
}
