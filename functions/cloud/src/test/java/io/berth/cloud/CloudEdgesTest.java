// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the client of the cloud may know. */
@AnalyzeClasses(packages = "io.berth.cloud", importOptions = ImportOption.DoNotIncludeTests.class)
class CloudEdgesTest {
  @ArchTest
  static final ArchRule knowsOfTheContractOnlyText =
      classes()
          .that()
          .resideInAPackage("io.berth.cloud..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.cloud..",
              "io.berth.contract.text",
              "okhttp3..",
              "okio..",
              "kotlin..",
              "java..",
              "org.jspecify.annotations",
              "javax.net..");
}
