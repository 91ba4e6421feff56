// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.RequestMark;
import io.berth.contract.auth.Seal;
import io.berth.contract.text.Json;
import io.berth.emulator.Emulator;
import io.berth.emulator.Options;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions against the emulator, which checks signatures and rules with code of its own. */
class EmulatorTest {
  private static final String REGISTRY =
      "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\",\"RegistryType\":\"standard\"}";
  private static final String CODE =
      "{\"Region\":\"ap-guangzhou\",\"Description\":\"webserver\",\"InstanceNamePrefix\":\"webserver\","
          + "\"RegisterLimit\":10,\"EffectiveTime\":4,\"IpAddressRange\":\"192.168.10.1/10\"}";
  private static final String ALL_CODES = "{\"Region\":\"ap-guangzhou\"}";

  @TempDir private Path work;
  private final SettableClock clock = new SettableClock();
  private Emulator emulator;

  @BeforeEach
  void start() throws IOException {
    emulator =
        Emulator.start(
            new Options(
                0,
                0,
                "AKIDEXAMPLE",
                Fixture.SECRET_KEY,
                clock,
                new SecureRandom(),
                work,
                new PrintStream(new ByteArrayOutputStream())));
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void createsARegistryThatTheDescribeFunctionShows() {
    Fixture.Reply created = function(FunctionName.TCR_CREATE_INSTANCE).ci("a", REGISTRY);

    assertThat(created.status()).as(created.toString()).isEqualTo(200);
    assertThat((String) created.body().get("RegistryId")).matches("tcr-[a-z0-9]{8}");
    Map<?, ?> shown = onlyRegistry();
    assertThat(shown.get("RegistryId")).isEqualTo(created.body().get("RegistryId"));
    assertThat(Json.write(shown.get("TagSpecification")))
        .contains("chatops-request", RequestMark.requestIdOf("ci", "a"));
  }

  @Test
  void lostAnswerOfARegistryIsAdopted() throws Exception {
    fault("{\"action\":\"CreateInstance\",\"effect\":\"lose-answer\"}");

    Fixture.Reply reply = function(FunctionName.TCR_CREATE_INSTANCE).ci("a", REGISTRY);

    assertThat(reply.outcome()).isEqualTo("adopted");
    assertThat(reply.body().get("RegistryId")).isEqualTo(onlyRegistry().get("RegistryId"));
  }

  @Test
  void lostAnswerOfANamespaceIsAdopted_andTheDescribeFunctionShowsItOnce() throws Exception {
    String place = registryThatRuns();
    fault("{\"action\":\"CreateNamespace\",\"effect\":\"lose-answer\"}");

    Fixture.Reply reply =
        function(FunctionName.TCR_CREATE_NAMESPACE)
            .ci("a", "{" + place + ",\"NamespaceName\":\"payments\",\"IsPublic\":false}");

    assertThat(reply.outcome()).as(reply.toString()).isEqualTo("adopted");
    List<?> shown =
        (List<?>)
            function(FunctionName.TCR_DESCRIBE_NAMESPACES)
                .ci("b", "{" + place + ",\"NamespaceName\":\"pay\"}")
                .body()
                .get("NamespaceList");
    assertThat(shown).hasSize(1);
    assertThat(Json.write(shown)).contains("chatops-request", RequestMark.requestIdOf("ci", "a"));
  }

  @Test
  void namespaceOfAnotherRequestIsNeverAdopted() {
    String body = "{" + registryThatRuns() + ",\"NamespaceName\":\"payments\",\"IsPublic\":false}";
    assertThat(function(FunctionName.TCR_CREATE_NAMESPACE).ci("a", body).outcome())
        .isEqualTo("created");

    Fixture.Reply other = function(FunctionName.TCR_CREATE_NAMESPACE).ci("b", body);

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.message()).startsWith("name_taken: a namespace named payments in tcr-");
  }

  /** Region and id of a registry into which something can be put, as the fields of a body. */
  private String registryThatRuns() {
    Object id =
        function(FunctionName.TCR_CREATE_INSTANCE).ci("r", REGISTRY).body().get("RegistryId");
    clock.move(Duration.ofSeconds(30));
    return "\"Region\":\"ap-guangzhou\",\"RegistryId\":\"" + id + "\"";
  }

  @Test
  void anotherInstanceOfTheFunctionAdoptsToo_butAnotherRequestDoesNot() {
    Fixture first = function(FunctionName.TCR_CREATE_INSTANCE);
    Fixture second = function(FunctionName.TCR_CREATE_INSTANCE);
    second.with("BERTH_CALLERS", first.environment.get("BERTH_CALLERS"));
    Object id = first.ci("a", REGISTRY).body().get("RegistryId");
    Map<String, Object> again =
        Fixture.event(first.ci, "a", second.clock.instant(), REGISTRY, Map.of());
    Map<String, Object> other =
        Fixture.event(first.ci, "b", second.clock.instant(), REGISTRY, Map.of());

    assertThat(second.send(again).body())
        .containsEntry("RegistryId", id)
        .containsEntry("Outcome", "adopted");
    assertThat(second.send(other).status()).isEqualTo(409);
  }

  @Test
  void createsACodeSealed_andTwiceTheSameCallMakesOne() {
    Fixture function = function(FunctionName.TAT_CREATE_REGISTER_CODE);

    Fixture.Reply created = function.ci("a", CODE);

    assertThat(created.status()).as(created.toString()).isEqualTo(200);
    String sealed = (String) created.body().get("RegisterCodeValueSealed");
    assertThat(
            Seal.open(sealed, List.of(function.ci), RequestMark.requestIdOf("ci", "a"))
                .orElseThrow()
                .reveal())
        .matches("[0-9a-f]{64}");
    Fixture.Reply again = again(function);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).containsEntry("RegisterCodeId", created.body().get("RegisterCodeId"));
    assertThat(codes()).hasSize(1);
    assertThat(((Map<?, ?>) codes().get(0)).get("Description"))
        .isEqualTo("webserver [" + RequestMark.requestIdOf("ci", "a") + "#1]");
  }

  @Test
  void disabledCodeMakesRoomForTheSameCall() {
    Fixture function = function(FunctionName.TAT_CREATE_REGISTER_CODE);
    Object id = function.ci("a", CODE).body().get("RegisterCodeId");
    assertThat(again(function).code()).isEqualTo("already_created");

    Fixture.Reply disabled =
        function(FunctionName.TAT_DISABLE_REGISTER_CODES)
            .ci("b", "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[\"" + id + "\"]}");
    Fixture.Reply second = again(function);

    assertThat(disabled.outcome()).isEqualTo("ok");
    assertThat(second.outcome()).as(second.toString()).isEqualTo("created");
    assertThat(second.body().get("RegisterCodeId")).isNotEqualTo(id);
    assertThat(codes().stream().<Object>map(code -> ((Map<?, ?>) code).get("Enabled")))
        .containsExactlyInAnyOrder(false, true);
  }

  @Test
  void lostAnswerOfACodeIsUnknown() throws Exception {
    fault("{\"action\":\"CreateRegisterCode\",\"effect\":\"lose-answer\"}");

    Fixture.Reply reply = function(FunctionName.TAT_CREATE_REGISTER_CODE).ci("a", CODE);

    assertThat(reply.status()).isEqualTo(504);
    assertThat(reply.outcome()).isEqualTo("unknown");
    assertThat(codes()).hasSize(1);
  }

  @Test
  void clockThatIsOffIsNamedWithItsDistance() throws Exception {
    Fixture function = function(FunctionName.TCR_CREATE_INSTANCE);
    function.clock.move(Duration.ofMinutes(10));

    Fixture.Reply reply = function.ci("a", REGISTRY);

    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.code()).isEqualTo("AuthFailure.SignatureExpire");
    assertThat(reply.message()).contains("The clock is off by ~");
  }

  @Test
  void refusalsOfTheCloudKeepTheirCodes() throws Exception {
    fault(
        "{\"action\":\"CreateInstance\",\"effect\":\"error\","
            + "\"code\":\"OperationDenied.QuotaOverLimit\",\"message\":\"full\"}");

    Fixture.Reply reply = function(FunctionName.TCR_CREATE_INSTANCE).ci("a", REGISTRY);

    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.code()).isEqualTo("OperationDenied.QuotaOverLimit");
    assertThat(reply.message()).startsWith("full ");
  }

  /** The call with the id "a" once more, at an instance that does not remember it. */
  private Fixture.Reply again(Fixture first) {
    Fixture fresh = function(first.function);
    fresh.with("BERTH_CALLERS", first.environment.get("BERTH_CALLERS"));
    return fresh.send(Fixture.event(first.ci, "a", fresh.clock.instant(), CODE, Map.of()));
  }

  private Map<?, ?> onlyRegistry() {
    Fixture.Reply reply =
        function(FunctionName.TCR_DESCRIBE_INSTANCES)
            .ci("d", "{\"Region\":\"ap-guangzhou\",\"AllRegion\":true}");
    List<?> registries = (List<?>) reply.body().get("Registries");
    assertThat(registries).hasSize(1);
    return (Map<?, ?>) registries.get(0);
  }

  private List<?> codes() {
    return (List<?>)
        function(FunctionName.TAT_DESCRIBE_REGISTER_CODES)
            .ci("d", ALL_CODES)
            .body()
            .get("RegisterCodeSet");
  }

  private Fixture function(FunctionName name) {
    return new Fixture(name, emulator.cloud()).without("TENCENTCLOUD_SESSIONTOKEN");
  }

  private void fault(String rule) throws Exception {
    URI faults = emulator.cloud().resolve("/_emulator/faults");
    int status =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(faults)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString("[" + rule + "]"))
                    .build(),
                BodyHandlers.ofString())
            .statusCode();
    assertThat(status).isEqualTo(200);
  }
}
