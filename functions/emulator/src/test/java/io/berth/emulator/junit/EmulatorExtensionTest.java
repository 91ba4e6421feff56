// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import com.tencentcloudapi.common.CommonClient;
import com.tencentcloudapi.common.Credential;
import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import com.tencentcloudapi.common.profile.ClientProfile;
import com.tencentcloudapi.common.profile.HttpProfile;
import io.berth.emulator.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Small test classes run with the extension; what they saw is in {@link #SEEN}. */
class EmulatorExtensionTest {
  // The engine makes the inner classes' objects itself, so they can only leave word here.
  private static final List<Seen> SEEN = new CopyOnWriteArrayList<>();

  /** What one test found when it began. */
  private record Seen(EmulatedCloud cloud, int registries) {
    static EmulatedCloud of(EmulatedCloud cloud) {
      SEEN.add(new Seen(cloud, cloud.state().get("registries").size()));
      return cloud;
    }
  }

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private static EngineExecutionResults run(Class<?>... classes) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(
            Stream.of(classes).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new))
        .execute();
  }

  private static void succeeds(int tests, Class<?>... classes) {
    EngineExecutionResults results = run(classes);

    results.containerEvents().assertStatistics(seen -> seen.failed(0));
    results.testEvents().assertStatistics(seen -> seen.started(tests).succeeded(tests));
  }

  private static List<EmulatedCloud> clouds() {
    return SEEN.stream().map(Seen::cloud).distinct().toList();
  }

  static void createRegistry(EmulatedCloud cloud, String json) throws TencentCloudSDKException {
    HttpProfile http = new HttpProfile();
    http.setProtocol("http://");
    http.setEndpoint(cloud.host());
    new CommonClient(
            "tcr",
            "2019-09-24",
            new Credential(cloud.secretId(), cloud.secretKey()),
            "ap-guangzhou",
            new ClientProfile(ClientProfile.SIGN_TC3_256, http))
        .call("CreateInstance", json);
  }

  static void createRegistry(EmulatedCloud cloud) throws TencentCloudSDKException {
    createRegistry(cloud, "{\"RegistryName\":\"payments\",\"RegistryType\":\"basic\"}");
  }

  @ExtendWith(EmulatorExtension.class)
  static class Creating {
    @Test
    void first(EmulatedCloud cloud) throws TencentCloudSDKException {
      createRegistry(Seen.of(cloud));
      assertThat(cloud.state().at("/registries/0/RegistryName").textValue()).isEqualTo("payments");
      assertThat(cloud.requests()).hasSize(1);
      cloud.faults("[{\"effect\":\"close\",\"count\":9}]");
      cloud.advance(Duration.ofDays(1));
    }

    @Test
    void second(EmulatedCloud cloud) throws TencentCloudSDKException {
      first(cloud);
    }
  }

  static class CreatingElsewhere extends Creating {}

  @Test
  void resetsTheStateBeforeEachTest() {
    succeeds(2, Creating.class);

    assertThat(SEEN).extracting(Seen::registries).containsExactly(0, 0);
    assertThat(clouds()).hasSize(1);
  }

  @Test
  void givesEachClassAnEmulatorOfItsOwn() {
    succeeds(4, Creating.class, CreatingElsewhere.class);

    assertThat(clouds()).hasSize(2);
    assertThat(clouds().get(0).secretKey()).isNotEqualTo(clouds().get(1).secretKey());
  }

  @Test
  void servesClassesThatRunAtTheSameTime() {
    EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
        .configurationParameter(
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
        .selectors(selectClass(Creating.class), selectClass(CreatingElsewhere.class))
        .execute()
        .testEvents()
        .assertStatistics(seen -> seen.started(4).succeeded(4));

    assertThat(SEEN).extracting(Seen::registries).containsOnly(0);
    assertThat(clouds()).hasSize(2);
  }

  @Test
  void freesThePortAfterTheClass() throws IOException {
    succeeds(2, Creating.class);

    int port = clouds().get(0).endpoint().getPort();
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(free.getLocalPort()).isEqualTo(port);
    }
  }

  @Test
  void removesItsFolder() throws IOException {
    RunningEmulator running = RunningEmulator.start(Settings.DEFAULT, Clock.systemUTC());
    assertThat(running.folder().path()).isNotEmptyDirectory();

    running.close();

    assertThat(running.folder().path()).doesNotExist();
  }

  @ExtendWith(EmulatorExtension.class)
  static class EverywhereAParameterMayBe {
    private final EmulatedCloud own;

    EverywhereAParameterMayBe(EmulatedCloud cloud) {
      own = Seen.of(cloud);
    }

    @BeforeAll
    static void before(EmulatedCloud cloud) throws TencentCloudSDKException {
      createRegistry(Seen.of(cloud));
    }

    @BeforeEach
    void beforeEach(EmulatedCloud cloud) throws TencentCloudSDKException {
      createRegistry(Seen.of(cloud));
    }

    @Test
    void test(EmulatedCloud cloud) {
      assertThat(Seen.of(cloud)).isSameAs(own);
    }

    @Nested
    class Inner {
      @Test
      void seesWhatBeforeEachMade(EmulatedCloud cloud) {
        assertThat(Seen.of(cloud)).isSameAs(own);
      }
    }
  }

  @Test
  void handsOneCloudToEveryMethodAndToNestedClasses() {
    succeeds(2, EverywhereAParameterMayBe.class);

    assertThat(clouds()).hasSize(1);
    // Class; then constructor (what the class made, or the test before), BeforeEach, test.
    assertThat(SEEN).extracting(Seen::registries).containsExactly(0, 1, 0, 1, 1, 0, 1);
  }

  static class WithSettings {
    @RegisterExtension
    static final EmulatorExtension CLOUD =
        EmulatorExtension.with(Settings.DEFAULT.withLoose(true).withRegistriesPerRegion(1));

    @Test
    void takesThem(EmulatedCloud cloud) throws TencentCloudSDKException {
      createRegistry(
          Seen.of(cloud),
          "{\"RegistryName\":\"payments\",\"RegistryType\":\"basic\",\"Colour\":\"red\"}");
      assertThatThrownBy(() -> createRegistry(cloud)).isInstanceOf(TencentCloudSDKException.class);
    }
  }

  static class WithClock {
    @RegisterExtension
    static final EmulatorExtension CLOUD =
        EmulatorExtension.with(Settings.DEFAULT)
            .withClock(Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void standsStillUntilItIsMoved(EmulatedCloud cloud) {
      Seen.of(cloud).advance(Duration.ofHours(1));
      assertThat(cloud.state().get("now").textValue()).isEqualTo("2026-11-21T09:00:00Z");
    }
  }

  @Test
  void takesOtherSettingsAndAClock() {
    succeeds(2, WithSettings.class, WithClock.class);

    assertThat(clouds()).hasSize(2);
  }

  @ExtendWith(EmulatorExtension.class)
  static class Refused {
    @Test
    void inOneSentence(EmulatedCloud cloud) {
      List<String> messages = new ArrayList<>();
      for (Runnable bad :
          List.<Runnable>of(
              () -> cloud.faults("[{\"effect\":\"burn\"}]"),
              () -> cloud.advance(Duration.ofSeconds(-1)),
              () -> cloud.advance(Duration.ofMillis(1)))) {
        messages.add(messageOf(bad));
      }
      assertThat(messages.get(0)).startsWith("faults: ").contains("effect must be one of");
      assertThat(messages.get(1))
          .isEqualTo("clock: advanceSeconds must not be negative unless allowBackwards is true");
      assertThat(messages.get(2)).isEqualTo("clock: advance by whole seconds, not by PT0.001S");
      assertThat(cloud.toString()).doesNotContain(cloud.secretKey());
    }

    private static String messageOf(Runnable bad) {
      try {
        bad.run();
        return "taken";
      } catch (IllegalArgumentException e) {
        return e.getMessage();
      }
    }
  }

  @Test
  void refusesBadControl() {
    succeeds(1, Refused.class);
  }

  @ExtendWith(EmulatorExtension.class)
  static class AskingForSomethingElse {
    @Test
    void unknown(String text) {}
  }

  @Test
  void leavesOtherParametersToOthers() {
    run(AskingForSomethingElse.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            finishedWithFailure(
                message(text -> text.startsWith("No ParameterResolver registered"))));
  }
}
