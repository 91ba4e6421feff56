// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import io.berth.local.ReadmeProgram.Result;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs of functions/README.md in other people's languages, against the real functions. */
class CallersTest {
  @RegisterExtension static final RunningLocal BERTH = new RunningLocal();

  private static final FunctionName REGISTRY = FunctionName.TCR_CREATE_INSTANCE;
  private static final FunctionName CODE = FunctionName.TAT_CREATE_REGISTER_CODE;
  private static final String CODE_BODY =
      "{\"Region\":\"ap-guangzhou\",\"RegisterLimit\":1,\"EffectiveTime\":4}";

  @TempDir Path folder;
  private final Cloud cloud = BERTH.cloud();

  /** A region holds ten registries. */
  @BeforeEach
  void makeRoom() {
    cloud.reset();
  }

  @ParameterizedTest
  @EnumSource
  void printsTheIdOfTheRegistryThatItCreated(Language language) throws Exception {
    language.require();
    String name = name(language, "made");

    Result result = call(language, REGISTRY, url(REGISTRY), name, registry(name));

    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(json(result.out()))
        .containsEntry("Outcome", "created")
        .containsEntry("RegistryId", cloud.registries(name).get(0).get("RegistryId"));
    assertThat(result.err()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void callsAgainWithTheSameIdWhenTheAnswerIsLost(Language language) throws Exception {
    language.require();
    String name = name(language, "lost");
    try (LosingDoor door = LosingDoor.before(BERTH.local().url(REGISTRY), 1)) {
      Result result = call(language, REGISTRY, door.url(), name, registry(name));

      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(door.seen).extracting(LosingDoor.Seen::webhookId).containsExactly(name, name);
      assertThat(result.out()).isEqualToIgnoringNewLines(door.seen.get(1).answer());
      assertThat(cloud.registries(name)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void callsAgainWithTheSameIdWhenTheOutcomeIsUnknown(Language language) throws Exception {
    language.require();
    String name = name(language, "unknown");
    cloud.faults(
        List.of(
            Map.of("action", "CreateInstance", "name", name, "effect", "lose-answer"),
            Map.of("action", "DescribeInstances", "effect", "error", "code", "InternalError")));
    try (LosingDoor door = LosingDoor.before(BERTH.local().url(REGISTRY), 0)) {
      Result result = call(language, REGISTRY, door.url(), name, registry(name));

      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(door.seen).extracting(LosingDoor.Seen::status).containsExactly(504, 200);
      assertThat(door.seen).extracting(LosingDoor.Seen::webhookId).containsOnly(name);
      assertThat(json(result.out()))
          .containsEntry("Outcome", "adopted")
          .containsEntry("RegistryId", cloud.registries(name).get(0).get("RegistryId"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void callsAgainWhenThereAreTooManyCalls(Language language) throws Exception {
    language.require();
    String name = name(language, "busy");
    cloud.faults(List.of(error("RequestLimitExceeded", name)));
    try (LosingDoor door = LosingDoor.before(BERTH.local().url(REGISTRY), 0)) {
      Result result = call(language, REGISTRY, door.url(), name, registry(name));

      assertThat(result.exit()).as(result.err()).isZero();
      assertThat(door.seen).extracting(LosingDoor.Seen::status).containsExactly(429, 200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesARefusalOfTheCloudAsFinal(Language language) throws Exception {
    language.require();
    String name = name(language, "full");
    cloud.faults(List.of(error("OperationDenied.QuotaOverLimit", name)));
    try (LosingDoor door = LosingDoor.before(BERTH.local().url(REGISTRY), 0)) {
      Result result = call(language, REGISTRY, door.url(), name, registry(name));

      assertThat(result.exit()).isNotZero();
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("HTTP 502", "OperationDenied.QuotaOverLimit");
      assertThat(door.seen).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysWhyItWasRefusedAndDoesNotCallAgain(Language language) throws Exception {
    language.require();
    try (LosingDoor door = LosingDoor.before(BERTH.local().url(REGISTRY), 0)) {
      Result result =
          call(language, REGISTRY, door.url(), name(language, "bad"), registry("Not A Name"));

      assertThat(result.exit()).isNotZero();
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("HTTP 400", "RegistryName");
      assertThat(door.seen).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void opensACodeThatThenRegistersAMachine(Language language) throws Exception {
    language.require();
    String id = name(language, "code");
    Result sealed = call(language, CODE, url(CODE), id, CODE_BODY);
    assertThat(sealed.exit()).as(sealed.err()).isZero();

    Result opened = open(language, sealed.out(), "ci", id);

    assertThat(opened.exit()).as(opened.err()).isZero();
    assertThat(sealed.out()).doesNotContain(opened.out().strip());
    assertThat(Json.write(register(json(sealed.out()), opened.out().strip(), id)))
        .contains("\"InstanceId\":\"rins-");
  }

  @ParameterizedTest
  @EnumSource
  void doesNotTakeTheCodeOfAnotherRequest(Language language) throws Exception {
    language.require();
    String id = name(language, "other");
    String sealed = call(language, CODE, url(CODE), id, CODE_BODY).out();
    String value = open(language, sealed, "ci", id).out().strip();

    for (String[] request : new String[][] {{"ci", id + "x"}, {"bot", id}}) {
      Result result = open(language, sealed, request);
      assertThat(result.exit()).isNotZero();
      assertThat(result.out()).isEmpty();
      assertThat(result.err()).contains("of another request").doesNotContain(value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNotShowASecretThatIsBroken(Language language) throws Exception {
    language.require();
    String broken = secret(REGISTRY).substring(0, 30) + "!";
    Result result =
        ReadmeProgram.of(language, language.call, folder)
            .run(broken, registry("broken"), url(REGISTRY), "broken");

    assertThat(result.exit()).isNotZero();
    assertThat(result.out() + result.err()).doesNotContain(broken.substring(6));
  }

  @ParameterizedTest
  @EnumSource
  void isShort(Language language) throws Exception {
    for (String program : List.of(language.call, language.open)) {
      assertThat(ReadmeProgram.text(program).lines()).as(program).hasSizeLessThan(30);
    }
  }

  private Result call(Language language, FunctionName function, String url, String id, String body)
      throws Exception {
    Result result =
        ReadmeProgram.of(language, language.call, folder).run(secret(function), body, url, id);
    return keepsTheSecret(result, function);
  }

  private Result open(Language language, String answer, String... request) throws Exception {
    Result result =
        ReadmeProgram.of(language, language.open, folder).run(secret(CODE), answer, request);
    return keepsTheSecret(result, CODE);
  }

  private static Result keepsTheSecret(Result result, FunctionName function) {
    String withoutPrefix = secret(function).substring("whsec_".length());
    assertThat(result.out() + result.err()).doesNotContain(withoutPrefix);
    return result;
  }

  /** Uses the code up as a machine's agent does: the emulator knows its value only as a hash. */
  private static Map<String, Object> register(
      Map<String, Object> answer, String value, String machine) {
    URI agent = URI.create("http://127.0.0.1:" + BERTH.local().settings().cloudPort() + "/agent");
    return Http.send(
        "POST",
        agent,
        Map.of(
            "Action", "RegisterInstance",
            "MachineId", machine,
            "ActiveCode", answer.get("RegisterCodeId"),
            "ActiveValue", value,
            "Hostname", "web-1",
            "LocalIp", "10.0.0.7",
            "SystemName", "Linux",
            "PublicKey", ""));
  }

  private static Map<String, Object> error(String code, String name) {
    return Map.of("action", "CreateInstance", "name", name, "effect", "error", "code", code);
  }

  private static String secret(FunctionName function) {
    return BERTH.local().secrets().get(LocalSecrets.ciSecret(function));
  }

  private static String url(FunctionName function) {
    return BERTH.local().url(function).toString();
  }

  private static String name(Language language, String what) {
    return what + "-by-" + language.name().toLowerCase(Locale.ROOT);
  }

  private static String registry(String name) {
    return "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\""
        + name
        + "\",\"RegistryType\":\"basic\"}";
  }

  private static Map<String, Object> json(String text) {
    return Json.readObject(text.strip().getBytes(UTF_8));
  }
}
