// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/**
 * The edges between the rooms of the emulator. What is not allowed here is a decision that somebody
 * should see.
 */
@AnalyzeClasses(
    packages = "io.berth.emulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.berth.emulator";

  @ArchTest static final ArchRule text = room("text").knowsOnly();
  @ArchTest static final ArchRule error = room("error").knowsOnly();
  @ArchTest static final ArchRule coverage = room("coverage").knowsOnly();
  @ArchTest static final ArchRule http = room("http").knowsOnly();
  @ArchTest static final ArchRule cam = room("cam").knowsOnly("text");
  @ArchTest static final ArchRule schema = room("schema").knowsOnly("error", "text");

  @ArchTest
  static final ArchRule signature = room("signature").knowsOnly("error", "schema", "text");

  @ArchTest static final ArchRule product = room("product").knowsOnly("error", "schema");

  @ArchTest
  static final ArchRule journal =
      room("journal").knowsOnly("error", "product", "signature", "text");

  @ArchTest static final ArchRule faults = room("faults").knowsOnly("error", "journal", "text");

  @ArchTest
  static final ArchRule state = room("state").knowsOnly("error", "faults", "journal", "product");

  @ArchTest
  static final ArchRule persistence = room("persistence").knowsOnly("product", "state", "text");

  @ArchTest
  static final ArchRule api =
      room("api")
          .knowsOnly(
              "cam",
              "error",
              "faults",
              "http",
              "journal",
              "persistence",
              "product",
              "schema",
              "signature",
              "state",
              "text");

  @ArchTest
  static final ArchRule tcr =
      room("tcr").knowsOnly("error", "persistence", "product", "schema", "text");

  @ArchTest
  static final ArchRule tat =
      room("tat").knowsOnly("error", "persistence", "product", "schema", "text");

  @ArchTest static final ArchRule cos = room("cos").knowsOnly("cam", "http", "signature", "text");
  @ArchTest static final ArchRule scfPlatform = room("scf.platform").knowsOnly("signature");

  @ArchTest
  static final ArchRule scfManagement =
      room("scf.management")
          .knowsOnly("cos", "error", "product", "schema", "scf.platform", "signature");

  @ArchTest
  static final ArchRule scfUrl = room("scf.url").knowsOnly("scf.management", "scf.platform");

  @ArchTest
  static final ArchRule scf =
      room("scf")
          .knowsOnly(
              "cos",
              "http",
              "product",
              "scf.management",
              "scf.platform",
              "scf.url",
              "signature",
              "text");

  @ArchTest
  static final ArchRule admin =
      room("admin")
          .knowsOnly("coverage", "faults", "http", "journal", "persistence", "state", "text");

  @ArchTest
  static final ArchRule onlyHttpApiCosAdminAndScfKnowJetty =
      noClasses()
          .that()
          .resideInAPackage(ROOT + "..")
          .and()
          .resideOutsideOfPackages(
              ROOT,
              ROOT + ".http",
              ROOT + ".api",
              ROOT + ".cos",
              ROOT + ".admin",
              ROOT + ".scf.platform",
              ROOT + ".scf.url")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.eclipse.jetty..");

  @ArchTest
  static final ArchRule onlyTheExtensionKnowsJUnit =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".junit")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.junit..");

  @ArchTest
  static final ArchRule nothingInTheEmulatorKnowsTheExtension =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".junit")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".junit");

  @ArchTest
  static final ArchRule thereAreNoCycles =
      slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheProgramExits =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Main.class)
          .should()
          .callMethod(System.class, "exit", int.class)
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class);

  @ArchTest
  static final ArchRule nothingStaticCanBeChanged =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal();

  private static Room room(String name) {
    return new Room(ROOT + "." + name);
  }

  private record Room(String name) {
    ArchRule knowsOnly(String... others) {
      List<String> allowed = new ArrayList<>(List.of(name));
      for (String other : others) {
        allowed.add(ROOT + "." + other);
      }
      return classes()
          .that()
          .resideInAPackage(name)
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.describe(
                  "are of " + String.join(", ", allowed) + " or no part of the emulator",
                  (JavaClass other) ->
                      allowed.contains(other.getPackageName())
                          || !other.getPackageName().startsWith(ROOT)));
    }
  }
}
