// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The edges between the rooms of the bot. */
@AnalyzeClasses(packages = "io.berth.bot", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
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
          .haveNameNotMatching("io\\.berth\\.bot\\.slack\\.SlackClients(\\$.*)?")
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

  @ArchTest
  static final ArchRule commandKnowsNoOtherRoom =
      noClasses()
          .that()
          .resideInAPackage("io.berth.bot.command..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.bot.approval..",
              "io.berth.bot.desk..",
              "io.berth.bot.ledger..",
              "io.berth.bot.provision..",
              "io.berth.bot.slack..",
              "io.berth.bot.webhook..",
              "io.berth.bot.http..",
              "io.berth.bot.config..");

  @ArchTest
  static final ArchRule approvalKnowsOnlyWhatIsAsked =
      noClasses()
          .that()
          .resideInAPackage("io.berth.bot.approval..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.bot.desk..",
              "io.berth.bot.ledger..",
              "io.berth.bot.provision..",
              "io.berth.bot.slack..",
              "io.berth.bot.webhook..",
              "io.berth.bot.http..",
              "io.berth.bot.config..");

  @ArchTest
  static final ArchRule theLedgerKnowsNothingAboveIt =
      noClasses()
          .that()
          .resideInAPackage("io.berth.bot.ledger..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.bot.desk..",
              "io.berth.bot.provision..",
              "io.berth.bot.slack..",
              "io.berth.bot.webhook..",
              "io.berth.bot.http..");

  @ArchTest
  static final ArchRule provisionKnowsNoDoor =
      noClasses()
          .that()
          .resideInAPackage("io.berth.bot.provision..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.bot.desk..",
              "io.berth.bot.slack..",
              "io.berth.bot.webhook..",
              "io.berth.bot.http..");

  @ArchTest
  static final ArchRule theDoorsDoNotCallFunctions =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.berth.bot.slack..", "io.berth.bot.webhook..", "io.berth.bot.desk..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.berth.bot.provision..");

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
              "io.berth.bot",
              "io.berth.bot.approval..",
              "io.berth.bot.cli..",
              "io.berth.bot.command..",
              "io.berth.bot.config..",
              "io.berth.bot.desk..",
              "io.berth.bot.http..",
              "io.berth.bot.ledger..",
              "io.berth.bot.provision..",
              "io.berth.bot.slack..",
              "io.berth.bot.webhook..");

  private static String[] concat(String[]... lists) {
    return java.util.Arrays.stream(lists).flatMap(java.util.Arrays::stream).toArray(String[]::new);
  }
}
