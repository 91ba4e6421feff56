// SPDX-License-Identifier: Apache-2.0
package io.berth.yaml;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the module may know. */
@AnalyzeClasses(packages = "io.berth.yaml", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsTheParserAndHowToShowATextOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations",
              "org.snakeyaml.engine..",
              "io.berth.contract.text..",
              "io.berth.yaml..");
}
