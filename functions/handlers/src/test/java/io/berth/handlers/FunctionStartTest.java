// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import io.berth.runtime.Host;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionStartTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final SettableClock clock = new SettableClock();
  private FakeCloud cloud;

  @BeforeEach
  void start() throws IOException {
    cloud = new FakeCloud();
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private Host host(Map<String, String> environment) {
    return new Host(environment, clock, new PrintStream(out, true, UTF_8), () -> "id");
  }

  private Bundle bundle(Map<String, String> environment) {
    return new Bundle(environment, name -> Optional.empty(), clock, new SecureRandom(), () -> {});
  }

  private FunctionStart start(Map<String, String> environment, boolean times) {
    return new FunctionStart(
        bundle(environment),
        host(environment),
        new StartTimes(clock, times ? Optional.of(clock.millis() - 250) : Optional.empty()));
  }

  @ParameterizedTest
  @EnumSource(FunctionName.class)
  void warmsUpToTheCloudAndNeverCallsIt(FunctionName name) {
    Map<String, String> environment = new Fixture(name, cloud.uri()).environment;
    Bundle.WiredFunction function = bundle(environment).function(name.wireName()).orElseThrow();

    Fixture.Reply reply = Fixture.reply(new WarmUp(host(environment)).of(function));

    assertThat(reply.outcome()).isEqualTo("refused");
    assertThat(reply.code()).isEqualTo(name.creates() ? "approval_unfit" : "credentials_missing");
    assertThat(cloud.requests).isEmpty();
    assertThat(out.size()).isZero();
  }

  @Test
  void warmsUpNoApprovalWhereNobodyNeedsOne() {
    Map<String, String> environment =
        new Fixture(FunctionName.TCR_CREATE_INSTANCE, cloud.uri())
            .with("BERTH_REQUIRE_APPROVAL", "false")
            .environment;
    Bundle.WiredFunction function =
        bundle(environment).function("tcr-create-instance").orElseThrow();

    Fixture.Reply reply = Fixture.reply(new WarmUp(host(environment)).of(function));

    assertThat(reply.code()).isEqualTo("credentials_missing");
    assertThat(cloud.requests).isEmpty();
  }

  @Test
  void saysNothingOfItsStepsUnlessAsked() {
    Map<String, String> environment =
        new Fixture(FunctionName.TCR_CREATE_INSTANCE, cloud.uri()).environment;

    assertThat(start(environment, false).handler("tcr-create-instance")).isPresent();
    assertThat(out.size()).isZero();
  }

  @Test
  void saysHowLongEachStepTookWhenAsked() {
    Map<String, String> environment =
        new Fixture(FunctionName.TCR_CREATE_INSTANCE, cloud.uri()).environment;

    start(environment, true).handler("tcr-create-instance");

    assertThat(Json.readObject(out.toByteArray()))
        .containsKeys("function_ms", "warm_up_ms", "connection_ms")
        .containsEntry("msg", "start")
        .containsEntry("jvm_ms", 250L);
  }

  @Test
  void stopsAtAWrongConfigurationBeforeAnythingElse() {
    Map<String, String> environment =
        new Fixture(FunctionName.TCR_CREATE_INSTANCE, cloud.uri())
            .with("BERTH_CALLERS", "")
            .environment;

    assertThatThrownBy(() -> start(environment, false).handler("tcr-create-instance"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("BERTH_CALLERS is empty");
  }

  @Test
  void hasNothingForANameThatIsNoFunction() {
    assertThat(start(Map.of(), false).handler("main_handler")).isEmpty();
  }
}
