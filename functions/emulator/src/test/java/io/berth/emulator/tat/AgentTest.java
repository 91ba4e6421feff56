// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.codeOf;
import static io.berth.emulator.TestCloud.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.AgentCalls;
import io.berth.emulator.Raw;
import io.berth.emulator.TestCloud;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A machine's agent uses a register code, unsigned, as {@code tat_agent register} does. */
class AgentTest {
  @TempDir Path folder;
  private TestCloud cloud;
  private AgentCalls agent;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
    agent = new AgentCalls(cloud);
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private long count() {
    return cloud
        .call(TAT, "DescribeRegisterCodes", "{}")
        .at("/RegisterCodeSet/0/RegisteredCount")
        .longValue();
  }

  @Test
  void getsAnIdAndRaisesTheCount() {
    JsonNode code = agent.code("{}");

    JsonNode answer = agent.register(code, "m-1");

    assertThat(answer.get("InstanceId").textValue()).matches("rins-[a-z0-9]{8}");
    assertThat(answer.size()).isEqualTo(2);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void refusesAWrongValueAndAnUnknownCodeInTheSameWords() {
    JsonNode code = agent.code("{}");
    String id = code.get("RegisterCodeId").textValue();

    JsonNode wrong = agent.send(AgentCalls.body(id, "0".repeat(64), "m-1"), "");
    JsonNode unknown =
        agent.send(
            AgentCalls.body("9b5rb72b-418f-4a81-b32e-f8bc80eef678", "0".repeat(64), "m-1"), "");

    assertThat(codeOf(wrong)).isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
    assertThat(wrong.get("Error")).isEqualTo(unknown.get("Error"));
    assertThat(count()).isZero();
  }

  @Test
  void isUsedUpAtItsLimit() {
    JsonNode code = agent.code("{'RegisterLimit':2}");
    agent.register(code, "m-1");
    agent.register(code, "m-2");

    JsonNode third = agent.register(code, "m-3");

    assertThat(codeOf(third)).isEqualTo("LimitExceeded");
    assertThat(messageOf(third)).contains("has been used by 2 machines, its limit");
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void letsNoMoreInThanTheLimitWhenAllComeAtOnce() throws Exception {
    JsonNode code = agent.code("{'RegisterLimit':5}");
    ExecutorService threads = Executors.newFixedThreadPool(10);
    try {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String machine = "m-" + i;
        calls.add(() -> codeOf(agent.register(code, machine)));
      }
      List<String> codes = new ArrayList<>();
      for (Future<String> call : threads.invokeAll(calls)) {
        codes.add(call.get());
      }

      assertThat(codes).filteredOn("ok"::equals).hasSize(5);
      assertThat(codes).filteredOn("LimitExceeded"::equals).hasSize(35);
      assertThat(count()).isEqualTo(5);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void isRefusedFromTheMomentTheCodeExpires() {
    JsonNode code = agent.code("{'EffectiveTime':1}");
    cloud.clock.advance(Duration.ofMinutes(60).minusMillis(1));
    assertThat(codeOf(agent.register(code, "m-1"))).isEqualTo("ok");
    cloud.clock.advance(Duration.ofMillis(1));

    JsonNode late = agent.register(code, "m-2");

    assertThat(codeOf(late)).isEqualTo("ResourceUnavailable");
    assertThat(messageOf(late)).contains("has expired");
  }

  @Test
  void isRefusedWithADisabledCode() {
    JsonNode code = agent.code("{}");
    String id = code.get("RegisterCodeId").textValue();
    cloud.call(TAT, "DisableRegisterCodes", "{\"RegisterCodeIds\":[\"" + id + "\"]}");

    JsonNode refused = agent.register(code, "m-1");

    assertThat(codeOf(refused)).isEqualTo("ResourceUnavailable");
    assertThat(messageOf(refused)).contains("is disabled");
    assertThat(count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.1.1,192.168.1.1,ok",
    "192.168.1.1,192.168.1.2,IpNotInWhitelist",
    "192.168.10.1/10,192.191.255.255,ok",
    "192.168.10.1/10,192.192.0.0,IpNotInWhitelist",
    "10.0.0.0/8,'',IpNotInWhitelist",
    "127.0.0.0/8,'',ok",
    "'',203.0.113.9,ok",
    "0.0.0.0/0,203.0.113.9,ok"
  })
  void mustComeFromTheRangeOfTheCode(String range, String address, String expected) {
    JsonNode code = agent.code("{'IpAddressRange':'" + range + "'}");

    assertThat(codeOf(agent.registerFrom(address, code, "m-1"))).isEqualTo(expected);
    assertThat(count()).isEqualTo(expected.equals("ok") ? 1 : 0);
  }

  @Test
  void refusesAnAddressThatIsNone() {
    assertThat(codeOf(agent.registerFrom("::1", agent.code("{}"), "m-1")))
        .isEqualTo("InvalidParameter");
  }

  @Test
  void keepsTheIdOfAMachineThatTriesAgainAndCountsItOnce() {
    JsonNode code = agent.code("{'RegisterLimit':1}");
    String first = agent.register(code, "m-1").get("InstanceId").textValue();

    String again = agent.register(code, "m-1").get("InstanceId").textValue();

    assertThat(again).isEqualTo(first);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void countsAMachineThatComesWithAnotherCode() {
    JsonNode first = agent.code("{}");
    String id = agent.register(first, "m-1").get("InstanceId").textValue();
    JsonNode second = agent.code("{}");

    assertThat(agent.register(second, "m-1").get("InstanceId").textValue()).isEqualTo(id);

    JsonNode codes = cloud.call(TAT, "DescribeRegisterCodes", "{}").get("RegisterCodeSet");
    assertThat(codes.get(0).get("RegisteredCount").longValue()).isEqualTo(1);
    assertThat(codes.get(1).get("RegisteredCount").longValue()).isEqualTo(1);
    JsonNode machines = cloud.call(TAT, "DescribeRegisterInstances", "{}");
    assertThat(machines.get("TotalCount").intValue()).isEqualTo(1);
    assertThat(machines.at("/RegisterInstanceSet/0/RegisterCodeId"))
        .isEqualTo(second.get("RegisterCodeId"));
  }

  @Test
  void registersAnewWhenTheMachineWasDeleted() {
    JsonNode code = agent.code("{}");
    String first = agent.register(code, "m-1").get("InstanceId").textValue();
    cloud.call(TAT, "DeleteRegisterInstance", "{\"InstanceId\":\"" + first + "\"}");

    assertThat(agent.register(code, "m-1").get("InstanceId").textValue()).isNotEqualTo(first);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void leavesOutWhatNewerAgentsSendBesides() {
    String body = AgentCalls.body(agent.code("{}"), "m-1").replace("{\"A", "{\"New\":[1],\"A");

    assertThat(codeOf(agent.send(body, ""))).isEqualTo("ok");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | MissingParameter",
        "[] | InvalidParameter",
        "{'Action':'RunCommand'} | InvalidAction",
        "{'Action':'CreateRegisterCode'} | InvalidAction",
        "{'Action':'RegisterInstance'} | MissingParameter",
        "{'Action':'RegisterInstance','MachineId':'','ActiveCode':'a','ActiveValue':'b'} | MissingParameter",
        "{'Action':'RegisterInstance','MachineId':1} | InvalidParameter"
      })
  void refusesOtherCalls(String body, String code) {
    assertThat(codeOf(agent.send(body.replace('\'', '"'), ""))).isEqualTo(code);
  }

  @Test
  void takesOnlyJsonPosts() {
    URI door = cloud.uri().resolve("/agent");
    String body = AgentCalls.body(agent.code("{}"), "m-1");

    assertThat(codeOf(cloud.send(HttpRequest.newBuilder(door).build())))
        .isEqualTo("UnsupportedProtocol");
    assertThat(
            codeOf(
                cloud.send(
                    HttpRequest.newBuilder(door)
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString(body))
                        .build())))
        .isEqualTo("InvalidRequest");
    assertThat(codeOf(agent.send("{\"x\":\"" + "x".repeat(1024 * 1024) + "\"}", "")))
        .isEqualTo("RequestSizeLimitExceeded");
    assertThat(count()).isZero();
  }

  @Test
  void mustComeToTheRegionOfTheCodeWhenTheHostNamesOne() {
    JsonNode code = agent.code("{}");

    assertThat(atHost("ap-shanghai.invoke.tat-tc.tencent.cn", AgentCalls.body(code, "m-1")))
        .contains("ResourceNotFound.RegisterCodesNotFoundCode");
    assertThat(atHost("ap-guangzhou.invoke.tat-tc.tencent.cn", AgentCalls.body(code, "m-1")))
        .contains("\"InstanceId\":\"rins-");
  }

  private String atHost(String host, String body) {
    return Raw.exchange(
        cloud.uri(),
        "POST / HTTP/1.1\nHost: %s\nContent-Type: application/json\nContent-Length: %d\nConnection: close\n\n%s"
            .formatted(host, body.length(), body));
  }

  @Test
  void isInTheJournalWithoutTheValue() {
    JsonNode code = agent.code("{}");
    String id = agent.register(code, "m-1").get("InstanceId").textValue();

    JsonNode entry = cloud.get("requests").at("/requests/1");

    assertThat(entry.get("Action").textValue()).isEqualTo("RegisterInstance");
    assertThat(entry.get("Created").textValue()).isEqualTo(id);
    assertThat(entry.at("/Parameters/ActiveValue").textValue()).isEqualTo("***");
    assertThat(cloud.get("requests").toString())
        .doesNotContain(code.get("RegisterCodeValue").textValue());
  }

  @Test
  void isNoActionOfTheSignedApi() {
    assertThat(cloud.code(TAT, "RegisterInstance", "{}")).isEqualTo("InvalidAction");
  }

  @Test
  void canBeStruckByAFault() {
    cloud.admin(
        "PUT",
        "faults",
        "[{\"action\":\"RegisterInstance\",\"effect\":\"error\",\"code\":\"InternalError\"}]");
    JsonNode code = agent.code("{}");

    assertThat(codeOf(agent.register(code, "m-1"))).isEqualTo("InternalError");
    assertThat(codeOf(agent.register(code, "m-1"))).isEqualTo("ok");
    assertThat(count()).isEqualTo(1);
  }
}
