// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.TCR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminTest {
  private static final String REGISTRY =
      "{\"RegistryName\":\"tcr-test\",\"RegistryType\":\"basic\"}";

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

  @Test
  void saysThatItIsUp() {
    assertThat(cloud.get("healthz")).hasToString("{\"status\":\"ok\"}");
  }

  @Test
  void showsAnEmptyState() {
    assertThat(cloud.get("state"))
        .hasToString(
            "{\"now\":\"2026-11-21T08:00:00Z\",\"aheadSeconds\":0,\"rate\":1,\"skewSeconds\":0,"
                + "\"registries\":[],\"registerCodes\":[],\"registeredInstances\":[],\"functions\":[]}");
  }

  @Test
  void showsCodesButNeverTheirValue() {
    String value = cloud.call(TAT, "CreateRegisterCode", "{}").get("RegisterCodeValue").textValue();

    assertThat(cloud.get("state").get("registerCodes")).hasSize(1);
    assertThat(cloud.get("state").toString()).doesNotContain(value).doesNotContain("Value");
    assertThat(cloud.get("requests").toString()).doesNotContain(value);
  }

  @Test
  void resetPutsEverythingBackToTheStart() {
    cloud.call(TCR, "CreateInstance", REGISTRY);
    cloud.call(TAT, "CreateRegisterCode", "{}");
    cloud.admin("POST", "clock", "{\"advanceSeconds\":60,\"skewSeconds\":9}");
    cloud.admin("PUT", "faults", "[{\"effect\":\"close\"}]");

    assertThat(cloud.admin("POST", "reset", "").body()).isEqualTo("{\"status\":\"reset\"}");

    showsAnEmptyState();
    assertThat(cloud.get("requests").get("requests")).isEmpty();
    assertThat(cloud.get("faults").get("faults")).isEmpty();
    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY)).isEqualTo("ok");
  }

  @Test
  void losesNoTimeToAdvancesWhileTheClockRuns(@TempDir Path other) throws Exception {
    AtomicLong millis = new AtomicLong();
    InstantSource running = () -> Instant.ofEpochMilli(millis.incrementAndGet());
    HttpClient http = HttpClient.newHttpClient();
    try (Emulator emulator =
        Emulator.start(Options.onFreePorts(other).withClock(running.withZone(ZoneOffset.UTC)))) {
      HttpRequest advance =
          HttpRequest.newBuilder(emulator.cloud().resolve("/_emulator/clock"))
              .POST(HttpRequest.BodyPublishers.ofString("{\"advanceSeconds\":60}"))
              .build();
      http.send(advance, HttpResponse.BodyHandlers.ofString());

      assertThat(http.send(advance, HttpResponse.BodyHandlers.ofString()).body())
          .contains("\"aheadSeconds\":120,");
    }
  }

  @Test
  void goesBackToASnapshotAtOnce() {
    cloud.call(TCR, "CreateInstance", REGISTRY);
    cloud.admin("POST", "clock", "{\"advanceSeconds\":60}");
    String then = cloud.get("state").get("registries").toString();
    assertThat(cloud.admin("POST", "snapshots/one", "").body())
        .isEqualTo("{\"snapshots\":[\"one\"]}");
    cloud.admin("POST", "reset", "");
    cloud.call(TAT, "CreateRegisterCode", "{}");

    assertThat(cloud.admin("POST", "snapshots/one/restore", "").body())
        .isEqualTo("{\"status\":\"restored\"}");

    assertThat(cloud.get("state").get("registries")).hasToString(then);
    assertThat(cloud.get("state").get("registerCodes")).isEmpty();
    assertThat(cloud.get("state").get("aheadSeconds").asInt()).isEqualTo(60);
    assertThat(cloud.code(TCR, "CreateInstance", REGISTRY))
        .isEqualTo("InvalidParameter.ErrorNameExists");
  }

  @Test
  void refusesSnapshotsThatAreNotThereOrHaveNoName() {
    assertThat(cloud.admin("POST", "snapshots/none/restore", "").statusCode()).isEqualTo(404);
    assertThat(cloud.admin("POST", "snapshots/No%20Name", "").statusCode()).isEqualTo(404);
    assertThat(cloud.admin("PUT", "snapshots/one", "").statusCode()).isEqualTo(405);
    assertThat(cloud.get("snapshots")).hasToString("{\"snapshots\":[]}");
  }

  @Test
  void takesAnExportedStateBackAndRefusesAnyOther() {
    cloud.call(TAT, "CreateRegisterCode", "{\"Description\":\"web\"}");
    String exported = cloud.get("export").toString();
    String codes = cloud.get("state").get("registerCodes").toString();
    cloud.admin("POST", "reset", "");

    for (String wrong :
        new String[] {
          "{}", "[]", exported.replace("\"format\":1", "\"format\":2"), "{\"format\":1}"
        }) {
      assertThat(cloud.admin("PUT", "state", wrong).statusCode()).isEqualTo(400);
    }
    showsAnEmptyState();
    assertThat(cloud.admin("PUT", "state", exported).statusCode()).isEqualTo(200);
    assertThat(cloud.get("state").get("registerCodes")).hasToString(codes);
  }

  @Test
  void keepsAJournalOfWhatWasAsked() {
    cloud.call(TCR, "CreateInstance", REGISTRY);
    cloud.call(TCR, "CreateInstance", REGISTRY);

    JsonNode requests = cloud.get("requests").get("requests");
    assertThat(requests).hasSize(2);
    JsonNode first = requests.get(0);
    assertThat(first.get("Action").textValue()).isEqualTo("CreateInstance");
    assertThat(first.get("Signature").textValue()).isEqualTo("v3");
    assertThat(first.get("SecretId").textValue()).isEqualTo(TestCloud.ID);
    assertThat(first.get("Parameters").toString()).isEqualTo(REGISTRY);
    assertThat(first.get("Code").textValue()).isEqualTo("ok");
    assertThat(first.get("Created").textValue()).startsWith("tcr-");
    assertThat(requests.get(1).get("Code").textValue())
        .isEqualTo("InvalidParameter.ErrorNameExists");
    assertThat(requests.toString()).doesNotContain(TestCloud.KEY);
  }

  @Test
  void keepsTheLastThousandRequests() {
    for (int i = 0; i < 1_001; i++) {
      cloud.call(TCR, "NoSuchAction", "{}");
    }

    JsonNode requests = cloud.get("requests").get("requests");
    assertThat(requests).hasSize(1_000);
    assertThat(requests.get(0).get("Number").longValue()).isEqualTo(2);
  }

  @Test
  void movesTheCloudsTimeAndLeavesTheSignaturesAlone() {
    assertThat(cloud.admin("POST", "clock", "{\"advanceSeconds\":86400}").body())
        .isEqualTo(
            "{\"now\":\"2026-11-22T08:00:00Z\",\"aheadSeconds\":86400,\"rate\":1,"
                + "\"skewSeconds\":0}");
    assertThat(cloud.code(TCR, "DescribeInstances", "{}")).isEqualTo("ok");
  }

  @Test
  void putsTheClockToAMomentAndLetsItGoOnFromThere() {
    cloud.admin("POST", "clock", "{\"set\":\"2026-12-24T18:00:00Z\"}");
    cloud.clock.advance(Duration.ofSeconds(5));

    assertThat(cloud.get("clock").get("now").textValue()).isEqualTo("2026-12-24T18:00:05Z");
  }

  @Test
  void stopsTheClockAndLetsItGoOnInStep() {
    cloud.admin("POST", "clock", "{\"freeze\":true}");
    cloud.clock.advance(Duration.ofSeconds(90));
    assertThat(cloud.get("clock"))
        .hasToString(
            "{\"now\":\"2026-11-21T08:00:00Z\",\"aheadSeconds\":-90,\"rate\":0,\"skewSeconds\":0}");

    cloud.admin("POST", "clock", "{\"freeze\":false}");
    cloud.clock.advance(Duration.ofSeconds(1));
    assertThat(cloud.get("clock").get("now").textValue()).isEqualTo("2026-11-21T08:00:01Z");
  }

  @Test
  void letsTheClockRunFasterOrSlower() {
    cloud.admin("POST", "clock", "{\"rate\":60}");
    cloud.clock.advance(Duration.ofSeconds(30));
    assertThat(cloud.get("clock").get("now").textValue()).isEqualTo("2026-11-21T08:30:00Z");

    cloud.admin("POST", "clock", "{\"rate\":0.5}");
    cloud.clock.advance(Duration.ofSeconds(30));
    assertThat(cloud.get("clock").get("now").textValue()).isEqualTo("2026-11-21T08:30:15Z");
    assertThat(cloud.get("clock").get("rate").doubleValue()).isEqualTo(0.5);
  }

  @Test
  void keepsAStoppedClockWithTheState() {
    cloud.admin("POST", "clock", "{\"freeze\":true,\"advanceSeconds\":3600}");
    cloud.admin("POST", "snapshots/noon", "");
    cloud.admin("POST", "reset", "");
    cloud.clock.advance(Duration.ofSeconds(90));

    cloud.admin("POST", "snapshots/noon/restore", "");

    assertThat(cloud.get("clock").get("now").textValue()).isEqualTo("2026-11-21T09:00:00Z");
    assertThat(cloud.get("clock").get("rate").intValue()).isZero();
  }

  @Test
  void takesBackAStateWhoseClockWasBehind() {
    cloud.admin("POST", "clock", "{\"advanceSeconds\":-5,\"allowBackwards\":true}");
    String exported = cloud.get("export").toString();

    assertThat(cloud.admin("PUT", "state", exported).statusCode()).isEqualTo(200);
    assertThat(cloud.get("clock").get("aheadSeconds").intValue()).isEqualTo(-5);
  }

  @Test
  void makesClientsLookLateWhenAskedForSkew() {
    cloud.admin("POST", "clock", "{\"skewSeconds\":301}");
    assertThat(cloud.code(TCR, "DescribeInstances", "{}")).isEqualTo("AuthFailure.SignatureExpire");

    cloud.admin("POST", "clock", "{\"skewSeconds\":0}");
    assertThat(cloud.code(TCR, "DescribeInstances", "{}")).isEqualTo("ok");
  }

  @Test
  void movesTheClockBackOnlyWhenToldTwice() {
    HttpResponse<String> refused = cloud.admin("POST", "clock", "{\"advanceSeconds\":-1}");

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .isEqualTo(
            "{\"error\":{\"field\":\"advanceSeconds\","
                + "\"rule\":\"must not be negative unless allowBackwards is true\"}}");
    String backwards = "{\"advanceSeconds\":-1,\"allowBackwards\":true}";
    assertThat(cloud.admin("POST", "clock", backwards).statusCode()).isEqualTo(200);
    assertThat(cloud.get("clock").get("aheadSeconds").longValue()).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | clock | {\"advanceSeconds\":1.5} | advanceSeconds",
        "POST | clock | {\"advanceSeconds\":9999999999} | advanceSeconds",
        "POST | clock | {\"advanceSecond\":1} | advanceSecond",
        "POST | clock | {\"set\":\"tomorrow\"} | set",
        "POST | clock | {\"set\":\"2020-01-01T00:00:00Z\"} | set",
        "POST | clock | {\"set\":\"2120-01-01T00:00:00Z\"} | set",
        "POST | clock | {\"set\":\"2027-01-01T00:00:00Z\",\"advanceSeconds\":1} | set",
        "POST | clock | {\"advanceSeconds\":9,\"rate\":-1} | rate",
        "POST | clock | {\"rate\":86401} | rate",
        "POST | clock | {\"rate\":\"1\"} | rate",
        "POST | clock | {\"rate\":1,\"freeze\":true} | freeze",
        "POST | clock | {\"freeze\":1} | freeze",
        "POST | clock | [] | body",
        "POST | clock | {\"advanceSeconds\": | body",
        "PUT | faults | {} | body",
        "PUT | faults | [{\"effect\":\"explode\"}] | 0.effect",
        "PUT | faults | [{}] | 0.effect",
        "PUT | faults | [{\"effect\":\"error\"}] | 0.code",
        "PUT | faults | [{\"effect\":\"close\",\"code\":\"X\"}] | 0.code",
        "PUT | faults | [{\"effect\":\"close\",\"message\":\"X\"}] | 0.message",
        "PUT | faults | [{\"effect\":\"latency\"}] | 0.millis",
        "PUT | faults | [{\"effect\":\"latency\",\"millis\":-1}] | 0.millis",
        "PUT | faults | [{\"effect\":\"close\",\"millis\":1}] | 0.millis",
        "PUT | faults | [{\"effect\":\"close\"},{\"effect\":\"close\",\"nth\":0}] | 1.nth",
        "PUT | faults | [{\"effect\":\"close\",\"count\":\"many\"}] | 0.count",
        "PUT | faults | [{\"effect\":\"close\",\"action\":\"\"}] | 0.action",
        "PUT | faults | [{\"effect\":\"close\",\"probability\":1.5}] | 0.probability",
        "PUT | faults | [{\"effect\":\"close\",\"probability\":-0.1}] | 0.probability",
        "PUT | faults | [{\"effect\":\"close\",\"lifetimeSeconds\":0}] | 0.lifetimeSeconds",
        "PUT | faults | [{\"effect\":\"close\",\"at\":\"during-reply\"}] | 0.at",
        "PUT | faults | [{\"effect\":\"lose-answer\",\"at\":\"before-validate\"}] | 0.at",
        "PUT | faults | [{\"effect\":\"status\"}] | 0.status",
        "PUT | faults | [{\"effect\":\"status\",\"status\":200}] | 0.status",
        "PUT | faults | [{\"effect\":\"latency\",\"millis\":1,\"sigma\":9}] | 0.sigma",
        "PUT | faults | [{\"effect\":\"late-effect\"}] | 0.seconds",
        "PUT | faults | [{\"effect\":\"lag\",\"seconds\":5}] | 0.action",
        "PUT | faults | [{\"effect\":\"twice\",\"answer\":\"both\"}] | 0.answer",
        "PUT | faults | [{\"effect\":\"close\",\"answer\":\"last\"}] | 0.answer",
        "PUT | faults | {\"rules\":{}} | rules",
        "PUT | faults | {\"seed\":0.5,\"rules\":[]} | seed",
        "PUT | faults | {\"rules\":[{\"effect\":\"explode\"}]} | rules.0.effect"
      })
  void refusesBadFieldsAndKeepsWhatWas(String method, String name, String body, String field) {
    cloud.admin("PUT", "faults", "[{\"effect\":\"latency\",\"millis\":1}]");

    HttpResponse<String> refused = cloud.admin(method, name, body);

    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode error = TestCloud.json(refused.body()).get("error");
    assertThat(error.get("field").textValue()).isEqualTo(field);
    assertThat(error.get("rule").textValue()).isNotBlank();
    assertThat(cloud.get("faults").at("/faults/0/effect").textValue()).isEqualTo("latency");
    assertThat(cloud.get("clock").get("aheadSeconds").longValue()).isZero();
  }

  @Test
  void refusesUnknownPathsAndMethods() {
    assertThat(cloud.admin("GET", "nothing", "").statusCode()).isEqualTo(404);
    HttpResponse<String> wrong = cloud.admin("GET", "reset", "");
    assertThat(wrong.statusCode()).isEqualTo(405);
    assertThat(wrong.body()).contains("\"field\":\"method\",\"rule\":\"must be POST\"");
  }

  @Test
  void refusesPagesOfOtherSites() {
    HttpRequest fromPage =
        HttpRequest.newBuilder(cloud.uri().resolve("/_emulator/reset"))
            .header("Origin", "https://evil.example")
            .POST(BodyPublishers.noBody())
            .build();

    assertThat(cloud.exchange(fromPage).statusCode()).isEqualTo(403);
  }

  @Test
  void refusesLargeBodies() {
    assertThat(cloud.admin("PUT", "faults", "x".repeat(17_000_000)).statusCode()).isEqualTo(413);
  }
}
