// SPDX-License-Identifier: Apache-2.0
package io.berth.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the runtime may know: nothing of the cloud, nor of what a function does. */
@AnalyzeClasses(packages = "io.berth.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class RuntimeEdgesTest {
  @ArchTest
  static final ArchRule knowsOfTheContractOnlyText =
      classes()
          .that()
          .resideInAPackage("io.berth.runtime..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.berth.runtime..",
              "io.berth.contract.text",
              "com.amazonaws.services.lambda.runtime..",
              "com.sun.net.httpserver..",
              "java..",
              "org.jspecify.annotations");
}
