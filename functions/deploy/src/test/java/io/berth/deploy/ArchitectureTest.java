// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The edges between the rooms of the command line. */
@AnalyzeClasses(packages = "io.berth.deploy", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule dataFlowsFromTheCommandsThroughTheTemplateToTheCloud =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("commands")
          .definedBy("io.berth.deploy")
          .layer("scf")
          .definedBy("io.berth.deploy.scf..")
          .layer("template")
          .definedBy("io.berth.deploy.template..")
          .layer("cos")
          .definedBy("io.berth.deploy.cos..")
          .whereLayer("commands")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("scf")
          .mayOnlyBeAccessedByLayers("commands")
          .whereLayer("template")
          .mayOnlyBeAccessedByLayers("commands", "scf")
          .whereLayer("cos")
          .mayOnlyBeAccessedByLayers("commands", "scf");

  @ArchTest
  static final ArchRule nobodyKnowsTheYamlParser =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.snakeyaml..");

  @ArchTest
  static final ArchRule templateAndCosKnowNoNetworkOfTheirOwn =
      noClasses()
          .that()
          .resideInAnyPackage("io.berth.deploy.template..", "io.berth.deploy.cos..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "okhttp3..");

  @ArchTest
  static final ArchRule onlyMainReadsTheMachine =
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
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callConstructor(java.security.SecureRandom.class)
          .orShould()
          .callMethod(Thread.class, "sleep", long.class);
}
