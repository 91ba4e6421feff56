// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template.yaml of the repository itself. */
class ShippedTemplateTest {
  @TempDir Path folder;
  private Template template;

  @BeforeEach
  void copy() throws IOException {
    Path shipped = Path.of(System.getProperty("basedir", "."), "../../template.yaml");
    Path copy = Files.copy(shipped, folder.resolve("template.yaml"));
    SmallBundle.write(folder.resolve("functions/handlers/target/berth-handlers.zip"));
    template = Template.read(copy);
  }

  @Test
  void hasNeitherMistakesNorNotes() {
    assertThat(template.mistakes()).isEmpty();
    assertThat(template.notes()).isEmpty();
  }

  @Test
  void hasEveryFunctionUnderItsName() {
    assertThat(resolved().functions())
        .allSatisfy(f -> assertThat(f.handler()).isEqualTo(f.name()))
        .extracting(DeployableFunction::name)
        .containsExactlyElementsOf(
            Arrays.stream(FunctionName.values()).map(FunctionName::wireName).toList());
  }

  @Test
  void givesEachFunctionARoleOfItsOwnAndItsOwnCallersOnly() {
    assertThat(resolved().functions())
        .allSatisfy(
            f -> {
              assertThat(f.role()).isEqualTo("berth-" + f.name());
              assertThat(f.environment().get("BERTH_CALLERS"))
                  .isEqualTo(Secret.of(callers(FunctionName.of(f.handler()).orElseThrow())));
            });
  }

  @Test
  void asksForApprovalsWhereSomethingIsCreatedAndOnlyThere() {
    assertThat(resolved().functions())
        .allSatisfy(
            f -> {
              boolean creates = FunctionName.of(f.handler()).orElseThrow().creates();
              assertThat(f.environment().containsKey("BERTH_APPROVAL_KEYS")).isEqualTo(creates);
              assertThat(f.environment().get("BERTH_REQUIRE_APPROVAL"))
                  .isEqualTo(creates ? Secret.of("true") : null);
              assertThat(f.environment()).doesNotContainKey("BERTH_CLOUD_ENDPOINT");
            });
  }

  private ResolvedTemplate resolved() {
    Map<String, String> environment = new HashMap<>();
    for (FunctionName function : FunctionName.values()) {
      environment.put("BERTH_CALLERS_" + function.name(), callers(function));
    }
    environment.put(
        "BERTH_APPROVAL_KEYS", "k1:" + io.berth.contract.auth.ApprovalKeys.generate().publicKey());
    ResolvedTemplate resolved = template.resolve(environment);
    assertThat(resolved.mistakes()).isEmpty();
    return resolved;
  }

  /** A secret per function, so that one handed to the wrong function would show. */
  private static String callers(FunctionName function) {
    String key = Integer.toString(List.of(FunctionName.values()).indexOf(function)).repeat(32);
    return "bot:whsec_" + key + ":" + function.wireName();
  }
}
