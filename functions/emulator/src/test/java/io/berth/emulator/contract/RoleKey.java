// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.TestCloud;
import io.berth.emulator.scf.Zips;
import java.time.Duration;
import java.util.Optional;

/**
 * The temporary key of a role, taken from where a function finds it: a real one runs and is asked
 * for its environment. The key is good as long as that function's instance lives.
 */
record RoleKey(TestCloud cloud, Key key) implements AutoCloseable {
  private static final String SCF = "2018-04-16";
  private static final String FUNCTION = "{\"FunctionName\":\"role-key\"}";

  static RoleKey of(TestCloud cloud) {
    call(
        cloud,
        "CreateFunction",
        "{\"FunctionName\":\"role-key\",\"Runtime\":\"CustomRuntime\",\"Handler\":\"probe\","
            + "\"MemorySize\":128,\"Timeout\":30,\"Role\":\"berth-tcr\",\"Code\":{\"ZipFile\":\""
            + Zips.base64(Zips.probe("one"))
            + "\"}}");
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!call(cloud, "GetFunction", FUNCTION).path("Status").asText().equals("Active")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the function did not get Active within 20 s");
      }
    }
    return new RoleKey(
        cloud,
        new Key(
            variable(cloud, "TENCENTCLOUD_SECRETID"),
            variable(cloud, "TENCENTCLOUD_SECRETKEY"),
            Optional.of(variable(cloud, "TENCENTCLOUD_SESSIONTOKEN"))));
  }

  private static String variable(TestCloud cloud, String name) {
    JsonNode answer =
        call(
            cloud,
            "InvokeFunction",
            "{\"FunctionName\":\"role-key\",\"Event\":\"{\\\"x\\\":\\\"do:env:"
                + name
                + ";\\\"}\"}");
    return TestCloud.json(answer.at("/Result/RetMsg").textValue()).get("body").textValue();
  }

  private static JsonNode call(TestCloud cloud, String action, String json) {
    // No more than 20 calls of an action in a second, so each gets a second of its own.
    cloud.admin("POST", "clock", "{\"advanceSeconds\":1}");
    JsonNode answer = cloud.call(SCF, action, json);
    if (answer.has("Error")) {
      throw new AssertionError(action + " was refused: " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    call(cloud, "DeleteFunction", FUNCTION);
  }

  @Override
  public String toString() {
    return "RoleKey[" + key.id() + ", ***]";
  }
}
