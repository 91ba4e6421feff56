// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The edges between the subjects of the contract. */
@AnalyzeClasses(
    packages = "io.berth.contract",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ContractEdgesTest {
  @ArchTest
  static final ArchRule textKnowsOnlyJackson =
      classes()
          .that()
          .resideInAPackage("io.berth.contract.text")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.contract.text",
              "com.fasterxml.jackson.core..",
              "java..",
              "org.jspecify.annotations",
              "javax.crypto..");

  @ArchTest
  static final ArchRule whatAllActionsShareKnowsTextOnly =
      classes()
          .that()
          .resideInAPackage("io.berth.contract")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.contract", "io.berth.contract.text", "java..", "org.jspecify.annotations");

  @ArchTest
  static final ArchRule tcrKnowsNotTat =
      classes()
          .that()
          .resideInAPackage("io.berth.contract.tcr")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.contract.tcr",
              "io.berth.contract",
              "io.berth.contract.text",
              "java..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule tatKnowsNotTcr =
      classes()
          .that()
          .resideInAPackage("io.berth.contract.tat")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.contract.tat",
              "io.berth.contract",
              "io.berth.contract.text",
              "java..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule whoMayCallKnowsNoAction =
      classes()
          .that()
          .resideInAPackage("io.berth.contract.auth")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.contract.auth",
              "io.berth.contract",
              "io.berth.contract.text",
              "java..",
              "org.jspecify.annotations",
              "javax.crypto..");

  @ArchTest
  static final ArchRule nothingHereTalksOverANetworkOrReadsFiles =
      noClasses()
          .that()
          .resideInAPackage("io.berth.contract..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.nio.file..", "okhttp3..");
}
