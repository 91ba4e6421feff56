// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.codeOf;
import static io.berth.emulator.TestCloud.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.AgentCalls;
import io.berth.emulator.TestCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TAT over signed calls: registered machines, quotas, regions, deleted codes. */
class MachineTest {
  private static final String UNKNOWN = "9b5rb72b-418f-4a81-b32e-f8bc80eef678";

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

  private JsonNode call(String action, String json) {
    return cloud.call(TAT, action, json.replace('\'', '"'));
  }

  private String register(String machine) {
    return agent.register(agent.code("{}"), machine).get("InstanceId").textValue();
  }

  private String names(String json) {
    JsonNode set = call("DescribeRegisterInstances", json).get("RegisterInstanceSet");
    return StreamSupport.stream(set.spliterator(), false)
        .map(machine -> machine.get("InstanceName").textValue())
        .collect(Collectors.joining(" "));
  }

  @Test
  void showsEveryFieldOfAMachine() {
    JsonNode code = agent.code("{'InstanceNamePrefix':'web'}");
    String id = agent.register(code, "m-1").get("InstanceId").textValue();

    JsonNode machine = call("DescribeRegisterInstances", "{}").at("/RegisterInstanceSet/0");

    assertThat(
            machine
                .toString()
                .replace(id, "<id>")
                .replace(code.get("RegisterCodeId").textValue(), "<code>"))
        .isEqualTo(
            "{\"RegisterCodeId\":\"<code>\",\"InstanceId\":\"<id>\","
                + "\"InstanceName\":\"web-host-m-1\",\"MachineId\":\"m-1\","
                + "\"SystemName\":\"Linux\",\"HostName\":\"host-m-1\",\"LocalIp\":\"10.0.0.7\","
                + "\"PublicKey\":\"-----BEGIN RSA PUBLIC KEY-----\",\"Status\":\"Online\","
                + "\"CreatedTime\":\"2026-11-21T08:00:00Z\","
                + "\"UpdatedTime\":\"2026-11-21T08:00:00Z\",\"Tags\":[]}");
  }

  @Test
  void showsTheAgentOfAMachineAlsoWithoutARegion() {
    String id = register("m-1");

    JsonNode answer =
        cloud.send(
            cloud
                .signed()
                .post(cloud.clock.instant(), "DescribeAutomationAgentStatus", TAT, "", "{}")
                .build());

    assertThat(answer.at("/AutomationAgentSet/0").toString().replace(id, "<id>"))
        .isEqualTo(
            "{\"InstanceId\":\"<id>\",\"Version\":\"1.1.9\","
                + "\"LastHeartbeatTime\":\"2026-11-21T08:00:00Z\",\"AgentStatus\":\"Online\","
                + "\"Environment\":\"Linux\",\"SupportFeatures\":[]}");
    assertThat(answer.get("TotalCount").intValue()).isEqualTo(1);
  }

  @Test
  void filtersByAndBetweenNamesAndOrWithinOne() {
    register("m-1");
    register("m-2");

    assertThat(names("{}")).isEqualTo("host-m-1 host-m-2");
    assertThat(names("{'Filters':[{'Name':'instance-name','Values':['host-m-2','x']}]}"))
        .isEqualTo("host-m-2");
    assertThat(
            names(
                "{'Filters':[{'Name':'sys-name','Values':['Linux']},"
                    + "{'Name':'local-ip','Values':['10.0.0.8']}]}"))
        .isEmpty();
    assertThat(names("{'Filters':[{'Name':'register-status','Values':['Offline']}]}")).isEmpty();
    assertThat(names("{'Filters':[{'Name':'tag:env','Values':['dev']}]}")).isEmpty();
  }

  @Test
  void findsMachinesByIdAndByCodeAndByPage() {
    String one = register("m-1");
    JsonNode code = agent.code("{}");
    agent.register(code, "m-2");
    String codeId = code.get("RegisterCodeId").textValue();

    assertThat(names("{'InstanceIds':['" + one + "']}")).isEqualTo("host-m-1");
    assertThat(names("{'InstanceIds':['rins-00000000']}")).isEmpty();
    assertThat(names("{'Filters':[{'Name':'register-code-id','Values':['" + codeId + "']}]}"))
        .isEqualTo("host-m-2");
    assertThat(names("{'Offset':1,'Limit':1}")).isEqualTo("host-m-2");
    assertThat(
            cloud.callIn("ap-shanghai", TAT, "DescribeRegisterInstances", "{}").get("TotalCount"))
        .hasToString("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'InstanceIds':['nonsense']} | InvalidParameterValue.InvalidRegisterInstanceId",
        "{'InstanceIds':['rins-00000000'],'Filters':[{'Name':'local-ip','Values':['1']}]} | InvalidParameterValue.InvalidFilter",
        "{'Filters':[{'Name':'colour','Values':['red']}]} | InvalidParameterValue.InvalidFilter",
        "{'Filters':[{'Name':'local-ip','Values':[]}]} | InvalidParameterValue.InvalidFilter",
        "{'Filters':[{'Name':'local-ip','Values':['1','2','3','4','5','6']}]} | InvalidParameterValue.InvalidFilter",
        "{'Filters':[{'Name':'sys-name','Values':['linux']}]} | InvalidParameterValue.InvalidFilter",
        "{'Limit':101} | InvalidParameterValue.TooLarge",
        "{'Offset':-1} | InvalidParameterValue.TooSmall"
      })
  void refusesQuestionsThatCannotBe(String json, String code) {
    assertThat(codeOf(call("DescribeRegisterInstances", json))).isEqualTo(code);
  }

  @Test
  void takesTenFiltersAndAHundredIdsAndNoMore() {
    String ten =
        IntStream.range(0, 10)
            .mapToObj(i -> "{'Name':'local-ip','Values':['10.0.0.7']}")
            .collect(Collectors.joining(","));
    String ids =
        IntStream.range(0, 100).mapToObj("'rins-%08d'"::formatted).collect(Collectors.joining(","));

    assertThat(codeOf(call("DescribeRegisterInstances", "{'Filters':[" + ten + "]}")))
        .isEqualTo("ok");
    assertThat(
            codeOf(
                call(
                    "DescribeRegisterInstances",
                    "{'Filters':[" + ten + ",{'Name':'local-ip','Values':['1']}]}")))
        .isEqualTo("InvalidParameterValue.InvalidFilter");
    assertThat(codeOf(call("DescribeRegisterInstances", "{'InstanceIds':[" + ids + "]}")))
        .isEqualTo("ok");
    assertThat(
            codeOf(
                call("DescribeRegisterInstances", "{'InstanceIds':[" + ids + ",'rins-a0000000']}")))
        .isEqualTo("InvalidParameterValue.InvalidRegisterInstanceId");
  }

  @Test
  void renamesAMachine() {
    String id = register("m-1");
    cloud.clock.advance(Duration.ofMinutes(1));

    JsonNode answer =
        call("ModifyRegisterInstance", "{'InstanceId':'" + id + "','InstanceName':'shop'}");

    assertThat(answer.size()).isEqualTo(1);
    assertThat(names("{}")).isEqualTo("shop");
    assertThat(call("DescribeRegisterInstances", "{}").at("/RegisterInstanceSet/0/UpdatedTime"))
        .hasToString("\"2026-11-21T08:01:00Z\"");
  }

  @Test
  void takesNamesOfOneToSixtyCharacters() {
    String id = register("m-1");
    String json = "{'InstanceId':'" + id + "','InstanceName':'%s'}";

    assertThat(codeOf(call("ModifyRegisterInstance", json.formatted("x".repeat(60)))))
        .isEqualTo("ok");
    assertThat(codeOf(call("ModifyRegisterInstance", json.formatted("x".repeat(61)))))
        .isEqualTo("InvalidParameterValue.TooLong");
    assertThat(codeOf(call("ModifyRegisterInstance", json.formatted(""))))
        .isEqualTo("InvalidParameterValue");
    assertThat(
            codeOf(
                call(
                    "ModifyRegisterInstance", "{'InstanceId':'rins-00000000','InstanceName':'x'}")))
        .isEqualTo("InvalidParameterValue.InvalidRegisterInstanceId");
  }

  @Test
  void forgetsAMachineOnce() {
    String id = register("m-1");
    String json = "{'InstanceId':'" + id + "'}";

    assertThat(codeOf(call("DeleteRegisterInstance", json))).isEqualTo("ok");
    assertThat(names("{}")).isEmpty();
    assertThat(codeOf(call("DeleteRegisterInstance", json)))
        .isEqualTo("ResourceNotFound.RegisterInstanceNotFoundCode");
    assertThat(codeOf(call("DeleteRegisterInstance", "{'InstanceId':'x'}")))
        .isEqualTo("InvalidParameterValue.InvalidRegisterInstanceId");
  }

  @Test
  void deletesCodesAllOrNoneAndLeavesTheirMachines() {
    JsonNode code = agent.code("{}");
    agent.register(code, "m-1");
    String id = code.get("RegisterCodeId").textValue();

    assertThat(
            codeOf(
                call(
                    "DeleteRegisterCodes", "{'RegisterCodeIds':['" + id + "','" + UNKNOWN + "']}")))
        .isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
    assertThat(call("DescribeRegisterCodes", "{}").get("TotalCount").intValue()).isEqualTo(1);
    assertThat(call("DeleteRegisterCodes", "{'RegisterCodeIds':['" + id + "']}").size())
        .isEqualTo(1);
    assertThat(call("DescribeRegisterCodes", "{}").get("TotalCount").intValue()).isZero();
    assertThat(names("{}")).isEqualTo("host-m-1");
    assertThat(codeOf(agent.register(code, "m-2")))
        .isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
  }

  @Test
  void countsTheQuotaOfCodes() {
    agent.code("{}");

    assertThat(
            call("DescribeQuotas", "{'ResourceNames':['REGISTER_CODE','COMMAND']}")
                .get("GeneralResourceQuotaSet"))
        .hasToString(
            "[{\"ResourceName\":\"REGISTER_CODE\",\"ResourceQuotaUsed\":1,"
                + "\"ResourceQuotaTotal\":5000},{\"ResourceName\":\"COMMAND\","
                + "\"ResourceQuotaUsed\":0,\"ResourceQuotaTotal\":1000}]");
    JsonNode refused = call("DescribeQuotas", "{'ResourceNames':['INVOKER']}");
    assertThat(codeOf(refused)).isEqualTo("ResourceUnavailable.InvalidResourceQuotaResourceCode");
    assertThat(messageOf(refused)).endsWith("ResourceNames must be COMMAND or REGISTER_CODE.");
    assertThat(codeOf(call("DescribeQuotas", "{'ResourceNames':[]}")))
        .isEqualTo("MissingParameter");
  }

  @Test
  void listsTheRegions() {
    JsonNode answer = call("DescribeRegions", "{}");

    assertThat(answer.get("TotalCount").intValue()).isEqualTo(19);
    assertThat(answer.at("/RegionSet/0"))
        .hasToString(
            "{\"Region\":\"ap-guangzhou\",\"RegionName\":\"South China (Guangzhou)\","
                + "\"RegionState\":\"AVAILABLE\"}");
  }
}
