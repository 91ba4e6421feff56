// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static io.berth.contract.FunctionName.TAT_CREATE_REGISTER_CODE;
import static io.berth.contract.FunctionName.TAT_DESCRIBE_REGISTER_CODES;
import static io.berth.contract.FunctionName.TAT_DISABLE_REGISTER_CODES;
import static io.berth.contract.FunctionName.TCR_CREATE_INSTANCE;
import static io.berth.contract.FunctionName.TCR_CREATE_NAMESPACE;
import static io.berth.contract.FunctionName.TCR_DESCRIBE_INSTANCES;
import static io.berth.contract.FunctionName.TCR_DESCRIBE_NAMESPACES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every function does its whole work with a temporary key of its role under exactly the policy that
 * is shipped for it, and needs every action in that policy.
 */
class ShippedPoliciesTest {
  private static final String DENIED = "UnauthorizedOperation";
  private static final String REGISTRY =
      "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\",\"RegistryType\":\"standard\"}";
  private static final String CODE = "{\"Region\":\"ap-guangzhou\",\"Description\":\"webserver\"}";
  private static final String LIST = "{\"Region\":\"ap-guangzhou\"}";
  private static final String LIST_BREAKS_AFTER_THE_CREATE =
      "{\"action\":\"DescribeRegisterCodes\",\"effect\":\"error\",\"code\":\"InternalError\",\"nth\":2}";
  private static final String LOSE_THE_CODE =
      "{\"action\":\"CreateRegisterCode\",\"effect\":\"lose-answer\"}";

  @TempDir Path work;

  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void rolesOfTheTemplateAreTheOnesTestedHere(FunctionName function) throws IOException {
    assertThat(Files.readString(Path.of("../../template.yaml")))
        .containsOnlyOnce("Role: " + EmulatorWithRoles.role(function) + "  ");
  }

  @Test
  void createsAndAdoptsARegistry() {
    try (EmulatorWithRoles emulator = EmulatorWithRoles.shipped(work)) {
      Fixture function = emulator.function(TCR_CREATE_INSTANCE);
      Object id = function.ci("a", REGISTRY).body().get("RegistryId");

      Fixture.Reply adopted = again(function, emulator.function(TCR_CREATE_INSTANCE), REGISTRY);

      assertThat(adopted.outcome()).as(adopted.toString()).isEqualTo("adopted");
      assertThat(adopted.body()).containsEntry("RegistryId", id);
    }
  }

  @Test
  void createsAdoptsAndListsANamespace() {
    try (EmulatorWithRoles emulator = EmulatorWithRoles.shipped(work)) {
      String body = namespace(running(emulator));
      Fixture function = emulator.function(TCR_CREATE_NAMESPACE);
      assertThat(function.ci("a", body).outcome()).isEqualTo("created");

      Fixture.Reply adopted = again(function, emulator.function(TCR_CREATE_NAMESPACE), body);
      Fixture.Reply listed =
          emulator
              .function(TCR_DESCRIBE_NAMESPACES)
              .ci("b", body.substring(0, body.indexOf(",\"NamespaceName")) + "}");

      assertThat(adopted.outcome()).as(adopted.toString()).isEqualTo("adopted");
      assertThat((List<?>) listed.body().get("NamespaceList")).as(listed.toString()).hasSize(1);
    }
  }

  @Test
  void saysWhatIsWrongWithARegistry() {
    try (EmulatorWithRoles emulator = EmulatorWithRoles.shipped(work)) {
      Fixture function = emulator.function(TCR_CREATE_NAMESPACE);
      Object id = emulator.function(TCR_CREATE_INSTANCE).ci("a", REGISTRY).body().get("RegistryId");

      assertThat(function.ci("a", namespace(id)).code()).isEqualTo("registry_not_running");
      assertThat(function.ci("b", namespace("tcr-absent")).code()).isEqualTo("registry_not_found");
    }
  }

  @Test
  void findsARegistryEverywhere() {
    try (EmulatorWithRoles emulator = EmulatorWithRoles.shipped(work)) {
      Object id = emulator.function(TCR_CREATE_INSTANCE).ci("a", REGISTRY).body().get("RegistryId");
      Fixture function = emulator.function(TCR_DESCRIBE_INSTANCES);

      for (String more : List.of("", ",\"AllRegion\":true", ",\"Registryids\":[\"" + id + "\"]")) {
        Fixture.Reply found = function.ci("b" + more.length(), LIST.replace("}", more + "}"));
        assertThat((List<?>) found.body().get("Registries")).as(found.toString()).hasSize(1);
      }
    }
  }

  @Test
  void createsACodeAndTakesItBack() {
    try (EmulatorWithRoles emulator = EmulatorWithRoles.shipped(work)) {
      assertThat(emulator.function(TAT_CREATE_REGISTER_CODE).ci("a", CODE).outcome())
          .isEqualTo("created");
      emulator.fault(LIST_BREAKS_AFTER_THE_CREATE);

      Fixture.Reply takenBack = emulator.function(TAT_CREATE_REGISTER_CODE).ci("b", CODE);

      assertThat(takenBack.code()).isEqualTo("codes_not_listed");
      assertThat(takenBack.message()).contains("so it was disabled again");
    }
  }

  @Test
  void listsAndDisablesACode() {
    try (EmulatorWithRoles emulator = EmulatorWithRoles.shipped(work)) {
      Object id =
          emulator.function(TAT_CREATE_REGISTER_CODE).ci("a", CODE).body().get("RegisterCodeId");

      Fixture.Reply disabled = emulator.function(TAT_DISABLE_REGISTER_CODES).ci("b", disable(id));
      Fixture.Reply list = emulator.function(TAT_DESCRIBE_REGISTER_CODES).ci("c", LIST);

      assertThat(disabled.outcome()).as(disabled.toString()).isEqualTo("ok");
      List<?> codes = (List<?>) list.body().get("RegisterCodeSet");
      assertThat(codes).hasSize(1);
      assertThat(((Map<?, ?>) codes.get(0)).get("Enabled")).isEqualTo(false);
    }
  }

  @Test
  void createsApprovedCodesWithOneRightOnly() {
    String file = "tat-create-register-code.bot-only.json";
    try (EmulatorWithRoles emulator =
        EmulatorWithRoles.with(work, TAT_CREATE_REGISTER_CODE, file)) {
      String sha256 =
          CreateRegisterCode.from(Json.readObject(CODE.getBytes(UTF_8)))
              .fold(valid -> valid.value().sha256(), invalid -> "");

      assertThat(emulator.function(TAT_CREATE_REGISTER_CODE).bot(1, CODE, sha256).outcome())
          .isEqualTo("created");
      assertThat(emulator.calls()).containsExactly("CreateRegisterCode ok");
    }
  }

  static Stream<Arguments> everyActionOfEveryPolicy() {
    return Stream.of(FunctionName.values())
        .flatMap(
            function ->
                EmulatorWithRoles.actions(function).stream()
                    .map(action -> Arguments.of(function, action)));
  }

  /** What the function answers when its role lacks its own action, or one of its further ones. */
  @ParameterizedTest
  @MethodSource("everyActionOfEveryPolicy")
  void saysWhatItsRoleLacks(FunctionName function, String action) {
    try (EmulatorWithRoles emulator = EmulatorWithRoles.without(work, function, action)) {
      Fixture.Reply reply = wholeWork(emulator, function, action);

      String api = action.substring(action.indexOf(':') + 1);
      assertThat(emulator.calls()).as(reply.toString()).contains(api + " " + DENIED);
      if (api.equals(function.action())) {
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.code()).isEqualTo(DENIED);
        assertThat(reply.message())
            .startsWith(
                "function role lacks " + action + "; the cloud says: You are not authorized")
            .contains("(" + action + ")");
        assertThat(emulator.calls()).doesNotContain(api + " ok");
      } else if (action.equals("tcr:DescribeInstances") && function == TCR_CREATE_NAMESPACE) {
        // The registry cannot be looked at, so what the cloud said stands as it is.
        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.code()).isEqualTo("ResourceNotFound");
      } else {
        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.outcome()).isEqualTo("unknown");
        assertThat(reply.message()).contains(saysOfFurther(action));
      }
    }
  }

  private static String saysOfFurther(String action) {
    return switch (action) {
      case "tcr:DescribeInstances", "tcr:DescribeNamespaces" ->
          "this function's role may not look it up (" + action + ": UnauthorizedOperation)";
      case "tat:DescribeRegisterCodes" -> "this function's role may not list codes";
      case "tat:DisableRegisterCodes" -> "could not be disabled; disable it";
      default -> throw new AssertionError("no function needs " + action + " besides its own");
    };
  }

  /** As far as the function gets without the action. */
  private static Fixture.Reply wholeWork(
      EmulatorWithRoles emulator, FunctionName name, String without) {
    Fixture function = emulator.function(name);
    return switch (name) {
      case TCR_CREATE_INSTANCE -> {
        Fixture.Reply first = function.ci("a", REGISTRY);
        yield first.status() == 200 ? again(function, emulator.function(name), REGISTRY) : first;
      }
      case TCR_DESCRIBE_INSTANCES, TAT_DESCRIBE_REGISTER_CODES -> function.ci("a", LIST);
      case TCR_CREATE_NAMESPACE -> {
        boolean blind = without.equals("tcr:DescribeInstances");
        String body = namespace(blind ? "tcr-absent" : running(emulator));
        Fixture.Reply first = function.ci("a", body);
        yield first.status() == 200 ? again(function, emulator.function(name), body) : first;
      }
      case TCR_DESCRIBE_NAMESPACES ->
          function.ci("a", LIST.replace("}", ",\"RegistryId\":\"" + running(emulator) + "\"}"));
      case TAT_CREATE_REGISTER_CODE -> {
        boolean unlisted = without.equals("tat:DescribeRegisterCodes");
        emulator.fault(unlisted ? LOSE_THE_CODE : LIST_BREAKS_AFTER_THE_CREATE);
        yield function.ci("a", CODE);
      }
      case TAT_DISABLE_REGISTER_CODES -> {
        Fixture creates = emulator.function(TAT_CREATE_REGISTER_CODE);
        yield function.ci("a", disable(creates.ci("b", CODE).body().get("RegisterCodeId")));
      }
    };
  }

  /** The call with the id "a" once more, at an instance that does not remember it. */
  private static Fixture.Reply again(Fixture first, Fixture second, String body) {
    second.with("BERTH_CALLERS", first.environment.get("BERTH_CALLERS"));
    return second.send(Fixture.event(first.ci, "a", second.clock.instant(), body, Map.of()));
  }

  /** A registry into which something can be put. */
  private static Object running(EmulatorWithRoles emulator) {
    Object id =
        emulator.function(TCR_CREATE_INSTANCE).ci("made", REGISTRY).body().get("RegistryId");
    emulator.letTimePass();
    return id;
  }

  private static String namespace(Object registryId) {
    return "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\""
        + registryId
        + "\",\"NamespaceName\":\"payments\",\"IsPublic\":false}";
  }

  private static String disable(Object id) {
    return "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[\"" + id + "\"]}";
  }
}
