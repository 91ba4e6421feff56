// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The edges between the rooms of the bundle. */
@AnalyzeClasses(
    packages = "io.berth.handlers",
    importOptions = ImportOption.DoNotIncludeTests.class)
class HandlersEdgesTest {
  @ArchTest
  static final ArchRule thePipelineKnowsNoFunction =
      noClasses()
          .that()
          .resideInAPackage("io.berth.handlers.pipeline..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.handlers.tcr..",
              "io.berth.handlers.tat..",
              "io.berth.handlers",
              "io.berth.contract.tcr..",
              "io.berth.contract.tat..");

  @ArchTest
  static final ArchRule tcrKnowsNotTat =
      noClasses()
          .that()
          .resideInAPackage("io.berth.handlers.tcr..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.handlers.tat..", "io.berth.handlers", "io.berth.contract.tat..");

  @ArchTest
  static final ArchRule tatKnowsNotTcr =
      noClasses()
          .that()
          .resideInAPackage("io.berth.handlers.tat..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.handlers.tcr..", "io.berth.handlers", "io.berth.contract.tcr..");

  @ArchTest
  static final ArchRule onlyTheClientTalksHttpToTheCloud =
      noClasses()
          .that()
          .resideInAPackage("io.berth.handlers..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("okhttp3..", "okio..", "java.net.http..");

  @ArchTest
  static final ArchRule nothingOfTheBuildOrOfTheEmulatorRuns =
      noClasses()
          .that()
          .resideInAPackage("io.berth.handlers..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.berth.bundler..", "io.berth.emulator..");

  @ArchTest
  static final ArchRule thereAreNoCycles =
      slices().matching("io.berth.handlers.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheWaysInReadTheEnvironmentOrExit =
      noClasses()
          .that()
          .haveNameNotMatching("io\\.berth\\.handlers\\.(Main|Lambda|Training)")
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "exit", int.class);
}
