// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.TestCloud;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** One running emulator for many inputs, put back to its start whenever something may be left. */
final class FuzzedCloud implements AutoCloseable {
  private static final int CALLS_IN_ONE_SECOND = 15;

  private final TestCloud cloud;
  private String before;
  private int calls;

  FuzzedCloud(Path folder) {
    cloud = TestCloud.start(folder);
    reset();
  }

  /**
   * Where the calls go. The tests' own connections are no finding; to another place they would be.
   * Jazzer forgets what it was told between its phases, so it is told with each input.
   */
  TestCloud forOneInput() {
    BugDetectors.allowNetworkConnections(
        (host, port) -> Set.of("127.0.0.1", "localhost").contains(host));
    return cloud;
  }

  /** Holds an answer against what is true of every answer, and the state against the one before. */
  void check(String asked, String answer) {
    answersPlainly(asked, answer);
    String after = state();
    boolean carriedOut = answer.contains("HTTP/1.1 200") && !answer.contains("\"Error\":{");
    if (!carriedOut) {
      assertThat(after).as("state after a refusal").isEqualTo(before);
    }
    before = after;
    if (carriedOut || ++calls % CALLS_IN_ONE_SECOND == 0) {
      reset();
    }
  }

  private void answersPlainly(String asked, String answer) {
    assertThat(answer)
        .doesNotContain("HTTP/1.1 500")
        .doesNotContain("\"Code\":\"InternalError\"")
        .doesNotContain("\tat ");
    // The journal repeats the words of earlier requests too.
    if (!asked.contains("Exception") && !asked.contains("/_emulator/requests")) {
      assertThat(answer).doesNotContain("Exception");
    }
    assertThat(cloud.log.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private String state() {
    JsonNode state = cloud.get("state");
    return state.get("registries").toString() + state.get("registerCodes");
  }

  /** The rate starts anew too. */
  private void reset() {
    cloud.admin("POST", "reset", "");
    before = state();
  }

  @Override
  public void close() {
    cloud.close();
  }
}
