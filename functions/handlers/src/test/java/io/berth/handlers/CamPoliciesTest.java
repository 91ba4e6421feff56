// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The policy files of the roles allow exactly what the code can call, and nothing else. */
class CamPoliciesTest {
  private static final Path FOLDER = Path.of("cam");
  private static final List<String> OPERATION_LEVEL = List.of("tat:CreateRegisterCode");

  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void fileAllowsWhatTheFunctionCalls(FunctionName function) throws IOException {
    assertThat(actions(function.wireName() + ".json")).isEqualTo(called(function));
  }

  /** Called with approvals alone, the function makes one call: the bot's ledger does the rest. */
  @Test
  void codesForTheBotAloneNeedOneActionOnly() throws IOException {
    assertThat(actions("tat-create-register-code.bot-only.json"))
        .containsExactly("tat:CreateRegisterCode")
        .isSubsetOf(called(FunctionName.TAT_CREATE_REGISTER_CODE));
  }

  @Test
  void operationLevelActionsHaveNoNarrowerResource() throws IOException {
    try (var files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        for (Map<?, ?> statement : statements(file)) {
          if (((List<?>) statement.get("action")).stream().anyMatch(OPERATION_LEVEL::contains)) {
            assertThat(statement.get("resource")).as(file.toString()).isEqualTo(List.of("*"));
          }
        }
      }
    }
  }

  @Test
  void thereIsNoOtherFile() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files).hasSize(FunctionName.values().length + 1);
    }
  }

  private static Set<String> called(FunctionName function) {
    Bundle bundle =
        new Bundle(
            Map.of(), name -> Optional.empty(), Clock.systemUTC(), new SecureRandom(), () -> {});
    TreeSet<String> actions = new TreeSet<>();
    bundle
        .action(function)
        .calls()
        .forEach(call -> actions.add(call.product().serviceName() + ":" + call.action()));
    return actions;
  }

  private static Set<String> actions(String file) throws IOException {
    TreeSet<String> actions = new TreeSet<>();
    for (Map<?, ?> statement : statements(FOLDER.resolve(file))) {
      assertThat(statement.get("effect")).isEqualTo("allow");
      ((List<?>) statement.get("action")).forEach(action -> actions.add((String) action));
    }
    return actions;
  }

  private static List<Map<?, ?>> statements(Path file) throws IOException {
    Map<String, Object> policy = Json.readObject(Files.readAllBytes(file));
    assertThat(policy).containsEntry("version", "2.0");
    List<Map<?, ?>> statements = new ArrayList<>();
    ((List<?>) policy.get("statement")).forEach(node -> statements.add((Map<?, ?>) node));
    return statements;
  }
}
