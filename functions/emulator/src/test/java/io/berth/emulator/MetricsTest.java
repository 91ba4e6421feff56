// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.TCR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus scrapes. */
class MetricsTest {
  private static final Pattern LINE =
      Pattern.compile(
          "# (HELP|TYPE) [a-z_]+ .+"
              + "|[a-z_]+(\\{([a-z]+=\"([^\"\\\\]|\\\\[\\\\\"n])*\",?)+})? [0-9]+(\\.[0-9]+)?(E-?[0-9]+)?");

  @TempDir Path folder;
  private TestCloud cloud;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private String metrics() {
    HttpResponse<String> answer = cloud.admin("GET", "metrics", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(answer.body()).endsWith("\n").doesNotContain("\r");
    assertThat(answer.body().lines()).allMatch(LINE.asMatchPredicate());
    return answer.body();
  }

  @Test
  void isThisText() {
    AgentCalls agent = new AgentCalls(cloud);
    cloud.call(TCR, "CreateInstance", "{\"RegistryName\":\"payments\",\"RegistryType\":\"basic\"}");
    cloud.call(TCR, "CreateInstance", "{\"RegistryName\":\"payments\",\"RegistryType\":\"basic\"}");
    agent.register(agent.code("{}"), "m-1");
    cloud.call(TCR, "NoSuchAction", "{}");
    cloud.call("1999-01-01", "CreateInstance", "{}");
    cloud.admin(
        "PUT", "faults", "[{\"effect\":\"error\",\"code\":\"Odd \\\"code\\\" \\\\ \\n.\"}]");
    cloud.call(TAT, "DescribeRegisterCodes", "{}");
    cloud.admin("PUT", "faults", "[]");

    assertThat(metrics())
        .isEqualTo(
            """
            # HELP berth_emulator_call_duration_seconds How long calls took, in the machine's time, waits of faults included.
            # TYPE berth_emulator_call_duration_seconds histogram
            berth_emulator_call_duration_seconds_bucket{le="0.001"} 7
            berth_emulator_call_duration_seconds_bucket{le="0.002"} 7
            berth_emulator_call_duration_seconds_bucket{le="0.005"} 7
            berth_emulator_call_duration_seconds_bucket{le="0.01"} 7
            berth_emulator_call_duration_seconds_bucket{le="0.02"} 7
            berth_emulator_call_duration_seconds_bucket{le="0.05"} 7
            berth_emulator_call_duration_seconds_bucket{le="0.1"} 7
            berth_emulator_call_duration_seconds_bucket{le="0.2"} 7
            berth_emulator_call_duration_seconds_bucket{le="0.5"} 7
            berth_emulator_call_duration_seconds_bucket{le="1.0"} 7
            berth_emulator_call_duration_seconds_bucket{le="2.0"} 7
            berth_emulator_call_duration_seconds_bucket{le="5.0"} 7
            berth_emulator_call_duration_seconds_bucket{le="10.0"} 7
            berth_emulator_call_duration_seconds_bucket{le="30.0"} 7
            berth_emulator_call_duration_seconds_bucket{le="60.0"} 7
            berth_emulator_call_duration_seconds_bucket{le="+Inf"} 7
            berth_emulator_call_duration_seconds_count 7
            berth_emulator_call_duration_seconds_sum 0.0
            # HELP berth_emulator_call_duration_seconds_max How long calls took, in the machine's time, waits of faults included.
            # TYPE berth_emulator_call_duration_seconds_max gauge
            berth_emulator_call_duration_seconds_max 0.0
            # HELP berth_emulator_calls_total Calls since the process started; a reset does not touch them.
            # TYPE berth_emulator_calls_total counter
            berth_emulator_calls_total{action="CreateInstance",code="InvalidParameter.ErrorNameExists",product="tcr",version="2019-09-24"} 1.0
            berth_emulator_calls_total{action="CreateInstance",code="ok",product="tcr",version="2019-09-24"} 1.0
            berth_emulator_calls_total{action="CreateRegisterCode",code="ok",product="tat",version="2020-10-28"} 1.0
            berth_emulator_calls_total{action="DescribeRegisterCodes",code="Odd \\"code\\" \\\\ \\n.",product="tat",version="2020-10-28"} 1.0
            berth_emulator_calls_total{action="RegisterInstance",code="ok",product="tat",version="2020-10-28"} 1.0
            berth_emulator_calls_total{action="other",code="InvalidAction",product="other",version="other"} 1.0
            berth_emulator_calls_total{action="other",code="NoSuchVersion",product="other",version="other"} 1.0
            # HELP berth_emulator_faults_struck_total Calls that a fault rule struck, by its effect.
            # TYPE berth_emulator_faults_struck_total counter
            berth_emulator_faults_struck_total{effect="close"} 0.0
            berth_emulator_faults_struck_total{effect="error"} 1.0
            berth_emulator_faults_struck_total{effect="hang"} 0.0
            berth_emulator_faults_struck_total{effect="lag"} 0.0
            berth_emulator_faults_struck_total{effect="late-answer"} 0.0
            berth_emulator_faults_struck_total{effect="late-effect"} 0.0
            berth_emulator_faults_struck_total{effect="latency"} 0.0
            berth_emulator_faults_struck_total{effect="lose-answer"} 0.0
            berth_emulator_faults_struck_total{effect="malformed"} 0.0
            berth_emulator_faults_struck_total{effect="reset"} 0.0
            berth_emulator_faults_struck_total{effect="status"} 0.0
            berth_emulator_faults_struck_total{effect="truncated"} 0.0
            berth_emulator_faults_struck_total{effect="twice"} 0.0
            berth_emulator_faults_struck_total{effect="wrong-type"} 0.0
            # HELP berth_emulator_resources What exists now, named as in GET /_emulator/state.
            # TYPE berth_emulator_resources gauge
            berth_emulator_resources{kind="functions"} 0.0
            berth_emulator_resources{kind="registerCodes"} 1.0
            berth_emulator_resources{kind="registeredInstances"} 1.0
            berth_emulator_resources{kind="registries"} 1.0
            """);
  }

  @Test
  void countsOnOverAResetWhileWhatExistsGoes() {
    cloud.call(TCR, "CreateInstance", "{\"RegistryName\":\"payments\",\"RegistryType\":\"basic\"}");
    cloud.admin("POST", "reset", "");
    cloud.call(TCR, "CreateInstance", "{\"RegistryName\":\"payments\",\"RegistryType\":\"basic\"}");
    cloud.admin("POST", "reset", "");

    assertThat(metrics())
        .contains(
            "action=\"CreateInstance\",code=\"ok\",product=\"tcr\",version=\"2019-09-24\"} 2.0")
        .contains("berth_emulator_resources{kind=\"registries\"} 0.0");
  }

  @Test
  void hasNoMoreSeriesThanAThousandAndOne() {
    for (int i = 0; i < 1_010; i++) {
      cloud.admin("PUT", "faults", "[{\"effect\":\"error\",\"code\":\"Odd.Code" + i + "\"}]");
      cloud.clock.advance(Duration.ofSeconds(1));
      cloud.call(TCR, "DescribeInstances", "{}");
    }

    assertThat(metrics().lines().filter(line -> line.startsWith("berth_emulator_calls_total{")))
        .hasSize(1_001)
        .contains(
            "berth_emulator_calls_total{action=\"other\",code=\"other\",product=\"other\","
                + "version=\"other\"} 10.0");
  }

  @Test
  void doesNotCountWhatAsksTheEmulatorItself() {
    cloud.get("state");
    metrics();

    assertThat(metrics()).contains("_count 0\n").doesNotContain("calls_total{");
  }
}
