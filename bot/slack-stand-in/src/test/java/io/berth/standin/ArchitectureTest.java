// SPDX-License-Identifier: Apache-2.0
package io.berth.standin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.berth.standin.delivery.BotEndpoint;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** The edges between the rooms of the local Slack. */
@AnalyzeClasses(packages = "io.berth.standin", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.berth.standin";

  @ArchTest static final ArchRule jsonKnowsNoOtherRoom = knowsOnly("json");

  @ArchTest static final ArchRule httpKnowsJsonAlone = knowsOnly("http", "json");

  @ArchTest static final ArchRule faultsKnowJsonAlone = knowsOnly("faults", "json");

  @ArchTest static final ArchRule theWorkspaceKnowsJsonAlone = knowsOnly("workspace", "json");

  @ArchTest
  static final ArchRule blockKitKnowsNeitherHttpNorTheBot =
      knowsOnly("blockkit", "json", "workspace");

  @ArchTest
  static final ArchRule responsesKnowNeitherDeliveriesNorTheWebApi =
      knowsOnly("response", "blockkit", "http", "json", "workspace");

  @ArchTest
  static final ArchRule deliveriesKnowNeitherTheWebApiNorTheScripts =
      knowsOnly("delivery", "blockkit", "faults", "http", "json", "response", "workspace");

  @ArchTest
  static final ArchRule theWebApiKnowsNeitherDeliveriesNorTheScripts =
      knowsOnly("webapi", "blockkit", "faults", "http", "json", "workspace");

  @ArchTest
  static final ArchRule nobodyGoesRoundInCircles =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule everyClassIsInARoomOrAtTheFrontDoor =
      classes()
          .should()
          .resideInAnyPackage(
              rooms(
                  "blockkit",
                  "delivery",
                  "faults",
                  "http",
                  "json",
                  "local",
                  "response",
                  "webapi",
                  "workspace"));

  @ArchTest
  static final ArchRule onlyTheHttpRoomKnowsJetty =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".http")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jetty..");

  @ArchTest
  static final ArchRule onlyTheBotEndpointSendsOverHttp =
      noClasses()
          .that()
          .doNotBelongToAnyOf(BotEndpoint.class)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "okhttp3..");

  /** Bolt is the witness in the tests: code shared with it could not prove anything. */
  @ArchTest
  static final ArchRule nothingComesFromSlacksOwnLibraries =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("com.slack..");

  @ArchTest
  static final ArchRule onlyMainTakesTheClockOfTheMachine =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule onlyMainMakesRandomness =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(Random.class)
          .orShould()
          .callConstructor(SecureRandom.class);

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
          .callMethod(System.class, "exit", int.class);

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

  private static ArchRule knowsOnly(String room, String... others) {
    String[] known = Stream.concat(Stream.of(room), Stream.of(others)).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + room)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(packages(known)))));
  }

  private static String[] rooms(String... names) {
    return Stream.concat(Stream.of(ROOT), Stream.of(packages(names))).toArray(String[]::new);
  }

  private static String[] packages(String... rooms) {
    return Stream.of(rooms).map(room -> ROOT + "." + room).toArray(String[]::new);
  }
}
