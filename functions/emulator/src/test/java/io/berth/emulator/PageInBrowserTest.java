// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static io.berth.emulator.TestCloud.TCR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page as Chromium shows it: one walk through it, then what it saw. Skipped where there is no
 * Chromium, unless {@code -Dberth.browser=required}; {@code -Dberth.pictures=DIR} keeps pictures.
 */
@ExtendWith(BrowserInstallation.class)
class PageInBrowserTest {
  private static final String HOSTILE = "<img src=x onerror=window.hacked=1>";
  private static final int LONGEST_SECONDS = 180;

  @TempDir static Path folder;
  private static TestCloud cloud;
  private static String code;
  private static JsonNode saw;

  @BeforeAll
  static void walk() throws Exception {
    BrowserInstallation.check();
    cloud = TestCloud.start(folder);
    fill();
    saw = walked();
  }

  @AfterAll
  static void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }

  private static void fill() {
    cloud.call(TCR, "CreateInstance", registry("payments"));
    cloud.call(TCR, "CreateInstance", registry(HOSTILE));
    AgentCalls agent = new AgentCalls(cloud);
    JsonNode made = agent.code(text("Description", HOSTILE).replace("}", ",\"RegisterLimit\":3}"));
    code = made.get("RegisterCodeId").textValue();
    agent.register(made, HOSTILE);
    cloud.call(TCR, HOSTILE, "{}");
    cloud.admin("POST", "clock", "{\"advanceSeconds\":60,\"freeze\":true}");
    cloud.admin("PUT", "faults", "[{\"effect\":\"error\",\"code\":\"" + HOSTILE + "\"}]");
    cloud.call(TCR, "DescribeInstances", "{}");
  }

  private static String registry(String name) {
    return text("RegistryName", name).replace("}", ",\"RegistryType\":\"basic\"}");
  }

  private static String text(String field, String value) {
    return JsonNodeFactory.instance.objectNode().put(field, value).toString();
  }

  private static JsonNode walked() throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "node",
                "page.js",
                BrowserInstallation.CHROMIUM.toString(),
                cloud.uri().resolve("/_emulator/").toString()));
    Optional.ofNullable(System.getProperty("berth.pictures")).ifPresent(command::add);
    Process node =
        new ProcessBuilder(command)
            .directory(BrowserInstallation.FOLDER.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      String line = node.inputReader(StandardCharsets.UTF_8).readLine();
      assertThat(line).as("what the browser saw; the reason stands in the output").isNotNull();
      assertThat(node.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
      return TestCloud.json(line);
    } finally {
      node.descendants().forEach(ProcessHandle::destroyForcibly);
      node.destroyForcibly();
    }
  }

  private static String section(String id) {
    return saw.get("sections").get(id).textValue();
  }

  @Test
  void showsWhatExists() {
    assertThat(section("registries"))
        .contains("payments", "basic", "ap-guangzhou", "Running")
        .contains("2026-11-21 16:00:00");
    assertThat(section("registerCodes")).contains(code, "1 of 3", "enabled");
    assertThat(section("registeredInstances")).contains("host-", "10.0.0.7", code);
    assertThat(section("functions")).contains("No function is deployed.");
    assertThat(saw.at("/rows/registries").intValue()).isEqualTo(1);
  }

  @Test
  void showsTheLastRequestsNewestFirstAndWhatStruckThem() {
    assertThat(section("requests"))
        .containsSubsequence(
            "DescribeInstances", "error", "InvalidAction", "RegisterInstance", "CreateInstance")
        .contains("InvalidParameter.ErrorNameIllegal");
    assertThat(saw.at("/rows/requests").intValue()).isEqualTo(6);
  }

  @Test
  void showsFaultRulesAndTheClock() {
    assertThat(section("faults")).contains("every action", "nth 1", "count 1", "message Set by");
    assertThat(saw.get("now").textValue()).isEqualTo("2026-11-21 08:01:00");
    assertThat(saw.get("clock").textValue()).isEqualToIgnoringWhitespace("aheadSeconds 60 rate 0");
  }

  @Test
  void saysThatItIsAnEmulator() {
    assertThat(saw.get("notice").textValue())
        .contains("This is an emulator.", "coverage table", "functions/emulator/README.md");
  }

  @Test
  void showsHostileTextsAsTextAndRunsNothingOfThem() {
    for (String id : List.of("registerCodes", "registeredInstances", "requests", "faults")) {
      assertThat(section(id)).as(id).contains("<img src=x onerror=");
    }
    assertThat(saw.get("hacked").textValue()).isEqualTo("no");
    assertThat(saw.get("images").intValue()).isZero();
  }

  @Test
  void asksOnceBeforeItResets() {
    assertThat(saw.get("rowsAfterNo").intValue()).isEqualTo(1);
    JsonNode after = saw.get("afterReset");
    assertThat(after.get("registries").textValue()).contains("No registry yet.");
    assertThat(after.get("registerCodes").textValue()).contains("No register code yet.");
    assertThat(after.get("requests").textValue()).contains("No request yet.");
    assertThat(after.get("faults").textValue()).contains("No fault rule is set.");
    assertThat(cloud.get("state").get("registries")).isEmpty();
  }

  @Test
  void saysWhenTheEmulatorDoesNotAnswer() {
    assertThat(saw.get("lost").textValue())
        .startsWith("The emulator does not answer")
        .contains("What you see is from");
  }

  @Test
  void fitsAPhoneAndFollowsTheMachinesLightOrDark() {
    for (String look : List.of("wide", "dark", "phone")) {
      assertThat(saw.at("/" + look + "/overflow").intValue()).as(look).isZero();
    }
    assertThat(saw.at("/dark/paper")).isNotEqualTo(saw.at("/wide/paper"));
  }

  @Test
  void asksNobodyElseAndMakesNoErrors() {
    assertThat(saw.get("foreign")).isEmpty();
    assertThat(saw.get("errors")).isEmpty();
  }
}
