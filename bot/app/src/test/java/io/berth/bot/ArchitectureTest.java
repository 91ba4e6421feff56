// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The edges between the rooms of the bot. */
@AnalyzeClasses(packages = "io.berth.bot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String HOUSE = "io.berth.bot.";

  private static final String[] SLACK = {"com.slack.."};
  private static final String[] HTTP = {
    "okhttp3..", "okio..", "org.eclipse.jetty..", "java.net.http..", "com.sun.net.httpserver.."
  };
  private static final String[] SQL = {
    "java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..", "com.zaxxer..", "org.h2.."
  };

  @ArchTest
  static final ArchRule onlyTheSlackRoomKnowsSlack =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.berth.bot.slack..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SLACK);

  @ArchTest
  static final ArchRule onlyProvisionAndSlacksClientFactoryKnowOkHttp =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.berth.bot.provision..")
          .and()
          .haveNameNotMatching("io\\.berth\\.bot\\.slack\\.outbound\\.SlackClients(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..");

  @ArchTest
  static final ArchRule onlyTheHttpRoomKnowsJetty =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.berth.bot.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..");

  @ArchTest
  static final ArchRule onlyTheLedgerKnowsSql =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.berth.bot.ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SQL);

  @ArchTest
  static final ArchRule nobodyKnowsTheYamlParser =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule commandAndApprovalKnowNeitherSlackNorHttpNorSql =
      noClasses()
          .that()
          .resideInAnyPackage("io.berth.bot.command..", "io.berth.bot.approval..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(concat(SLACK, HTTP, SQL));

  /** Which rooms each room may know; data flows down this list. */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          room("slack", "slack.inbound", "slack.outbound", "slack.cards", "request", "ledger"),
          room(
              "slack.inbound",
              "slack.outbound",
              "slack.cards",
              "request",
              "ledger",
              "ledger.model",
              "kind"),
          room(
              "slack.outbound",
              "slack.cards",
              "request",
              "ledger",
              "ledger.model",
              "approval",
              "kind"),
          room("slack.cards", "request", "ledger.model", "approval", "kind"),
          room("webhook", "request", "ledger", "ledger.model", "approval", "kind"),
          room("cli", "request", "command", "approval", "kind"),
          room("command", "kind"),
          room("request", "command", "approval", "ledger", "ledger.model", "kind"),
          room("approval", "kind"),
          room("provision", "ledger", "ledger.model", "approval", "kind"),
          room("ledger", "ledger.tables", "ledger.model", "approval", "kind"),
          room("ledger.tables", "ledger.model", "approval", "kind"),
          room("ledger.model", "approval", "kind"),
          room("kind"),
          room("voice"),
          room("config", "approval", "kind"),
          room("http"));

  /** Who needs plumbing besides: settings, and HTTP with its metrics. */
  private static final Map<String, List<String>> PLUMBING =
      Map.of(
          "slack", List.of("config", "http"),
          "slack.inbound", List.of("config", "http"),
          "slack.outbound", List.of("http"),
          "slack.cards", List.of("http"),
          "webhook", List.of("config", "http"),
          "provision", List.of("config"),
          "cli", List.of("config"));

  private static Map.Entry<String, List<String>> room(String name, String... known) {
    return Map.entry(name, List.of(known));
  }

  @ArchTest
  static void everyRoomKnowsOnlyTheRoomsBelowIt(JavaClasses classes) {
    ROOMS.forEach(
        (room, known) -> {
          Stream<String> allowed =
              Stream.of(known, PLUMBING.getOrDefault(room, List.of()), List.of(room, "voice"))
                  .flatMap(List::stream);
          classes()
              .that()
              .resideInAPackage(HOUSE + room)
              .should()
              .onlyDependOnClassesThat(
                  resideOutsideOfPackage("io.berth.bot..")
                      .or(resideInAnyPackage(allowed.map(HOUSE::concat).toArray(String[]::new))))
              .check(classes);
        });
  }

  @ArchTest
  static final ArchRule noRoomsKnowEachOther =
      slices().matching("io.berth.bot.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyMainTakesTheClockOfTheMachine =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.LocalDateTime.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(java.time.Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule onlyMainMakesRandomness =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethod(java.util.UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(java.util.concurrent.ThreadLocalRandom.class)
          .orShould()
          .callConstructor(java.util.Random.class)
          .orShould()
          .callConstructor(java.security.SecureRandom.class);

  @ArchTest
  static final ArchRule onlyMainReadsTheEnvironmentAndExits =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "exit", int.class)
          .orShould()
          .callMethod(Runtime.class, "halt", int.class);

  @ArchTest
  static final ArchRule nothingStaticCanBeChanged =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses().should().callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule everyClassIsInARoomOrAtTheFrontDoor =
      classes()
          .should()
          .resideInAnyPackage(
              Stream.concat(Stream.of("io.berth.bot"), ROOMS.keySet().stream().map(HOUSE::concat))
                  .toArray(String[]::new));

  private static String[] concat(String[]... lists) {
    return java.util.Arrays.stream(lists).flatMap(java.util.Arrays::stream).toArray(String[]::new);
  }
}
