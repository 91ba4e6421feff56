// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import static io.berth.emulator.TestCloud.TCR;
import static io.berth.emulator.TestCloud.codeOf;
import static io.berth.emulator.TestCloud.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.TestCloud;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TCR over signed calls: what happens to a registry after it was created. */
class InstanceLifeTest {
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

  private JsonNode call(String action, String json) {
    return cloud.call(TCR, action, json.replace('\'', '"'));
  }

  private String create(String more) {
    return call(
            "CreateInstance", "{'RegistryName':'payments','RegistryType':'standard'" + more + "}")
        .get("RegistryId")
        .textValue();
  }

  private String running(String more) {
    String id = create(more);
    cloud.clock.advance(Duration.ofSeconds(5));
    return id;
  }

  private JsonNode first() {
    return call("DescribeInstances", "{}").at("/Registries/0");
  }

  @Test
  void showsTheStatusOfManyAndLeavesOutUnknownOnes() {
    String id = create("");

    JsonNode set =
        call("DescribeInstanceStatus", "{'RegistryIds':['" + id + "','tcr-00000000']}")
            .get("RegistryStatusSet");

    assertThat(set.toString().replace(id, "<id>"))
        .isEqualTo(
            "[{\"RegistryId\":\"<id>\",\"Status\":\"Pending\","
                + "\"Conditions\":[{\"Type\":\"\",\"Status\":\"Pending\",\"Reason\":\"\"}]}]");
    cloud.clock.advance(Duration.ofSeconds(5));
    assertThat(
            call("DescribeInstanceStatus", "{'RegistryIds':['" + id + "']}")
                .at("/RegistryStatusSet/0/Status"))
        .hasToString("\"Running\"");
    assertThat(codeOf(call("DescribeInstanceStatus", "{'RegistryIds':[]}")))
        .isEqualTo("MissingParameter");
    assertThat(codeOf(call("DescribeInstanceStatus", "{'Registryids':['" + id + "']}")))
        .isEqualTo("UnknownParameter");
  }

  @Test
  void checksWhetherAnIdExists() {
    String id = create("");

    JsonNode known = call("CheckInstance", "{'RegistryId':'" + id + "'}");
    JsonNode unknown = call("CheckInstance", "{'RegistryId':'tcr-00000000'}");

    assertThat(known.get("IsValidated").booleanValue()).isTrue();
    assertThat(known.get("RegionId").intValue()).isEqualTo(1);
    assertThat(unknown.get("IsValidated").booleanValue()).isFalse();
  }

  @Test
  void growsAndDoesNotShrink() {
    String id = running("");

    assertThat(codeOf(modify(id, ",'RegistryType':'premium'"))).isEqualTo("ok");
    assertThat(first().get("RegistryType").textValue()).isEqualTo("premium");
    JsonNode smaller = modify(id, ",'RegistryType':'basic'");
    assertThat(codeOf(smaller)).isEqualTo("OperationDenied");
    assertThat(messageOf(smaller)).contains("smaller RegistryType");
    assertThat(codeOf(modify(id, ",'RegistryType':'gold'"))).isEqualTo("InvalidParameter");
    assertThat(first().get("RegistryType").textValue()).isEqualTo("premium");
  }

  private JsonNode modify(String id, String more) {
    return call("ModifyInstance", "{'RegistryId':'" + id + "'" + more + "}");
  }

  @Test
  void isNotModifiedBeforeItRunsNorWhenItIsUnknown() {
    assertThat(codeOf(modify(create(""), ",'DeletionProtection':true")))
        .isEqualTo("OperationDenied");
    assertThat(codeOf(modify("tcr-00000000", ""))).isEqualTo("InternalError.ErrNotExist");
    assertThat(first().get("DeletionProtection").booleanValue()).isFalse();
  }

  @Test
  void belongsToItsRegion() {
    String id = running("");

    JsonNode elsewhere =
        cloud.callIn("ap-shanghai", TCR, "DeleteInstance", "{\"RegistryId\":\"" + id + "\"}");

    assertThat(codeOf(elsewhere)).isEqualTo("ResourceNotFound");
    assertThat(call("DescribeInstances", "{}").get("TotalCount").intValue()).isEqualTo(1);
  }

  @Test
  void turnsPrepaidAndIsRenewed() {
    String id = running("");

    assertThat(codeOf(renew(id, 0))).isEqualTo("UnsupportedOperation");
    assertThat(renew(id, 1).get("RegistryId").textValue()).isEqualTo(id);
    assertThat(first().get("PayMod").intValue()).isEqualTo(1);
    assertThat(first().get("ExpiredAt").textValue()).isEqualTo("2026-12-21T16:00:05+08:00");
    assertThat(codeOf(renew(id, 1))).isEqualTo("UnsupportedOperation");
    assertThat(codeOf(renew(id, 0))).isEqualTo("ok");
    assertThat(first().get("ExpiredAt").textValue()).isEqualTo("2027-01-21T16:00:05+08:00");
    assertThat(first().get("RenewFlag").intValue()).isEqualTo(1);
    assertThat(codeOf(renew(id, 2))).isEqualTo("InvalidParameter");
    assertThat(codeOf(renew("tcr-00000000", 0))).isEqualTo("InternalError.ErrNotExist");
  }

  private JsonNode renew(String id, int flag) {
    return call(
        "RenewInstance",
        "{'RegistryId':'%s','RegistryChargePrepaid':{'Period':1,'RenewFlag':1},'Flag':%d}"
            .formatted(id, flag));
  }

  private JsonNode delete(String id, String more) {
    return call("DeleteInstance", "{'RegistryId':'" + id + "'" + more + "}");
  }

  @Test
  void isDeletedAndItsNameIsFreeAgain() {
    String id = create("");

    assertThat(delete(id, ",'DeleteBucket':true").size()).isEqualTo(1);
    assertThat(call("DescribeInstances", "{}").get("TotalCount").intValue()).isZero();
    assertThat(codeOf(delete(id, ""))).isEqualTo("ResourceNotFound");
    assertThat(create("")).isNotEqualTo(id);
  }

  @Test
  void makesRoomInTheQuotaWhenItIsDeleted() {
    String id = create("");
    for (int i = 0; i < 9; i++) {
      call("CreateInstance", "{'RegistryName':'shop-" + i + "','RegistryType':'basic'}");
    }
    String eleventh = "{'RegistryName':'shop-9','RegistryType':'basic'}";

    assertThat(codeOf(call("CreateInstance", eleventh)))
        .isEqualTo("OperationDenied.QuotaOverLimit");
    delete(id, "");
    assertThat(codeOf(call("CreateInstance", eleventh))).isEqualTo("ok");
  }

  @Test
  void saysWhatADryRunWouldDoAndDoesNothing() {
    String id = create("");

    assertThat(codeOf(delete(id, ",'DryRun':true"))).isEqualTo("DryRunOperation");
    assertThat(codeOf(delete("tcr-00000000", ",'DryRun':true"))).isEqualTo("ResourceNotFound");
    assertThat(call("DescribeInstances", "{}").get("TotalCount").intValue()).isEqualTo(1);
  }

  @Test
  void isNotDeletedWhileItIsProtected() {
    String id = running(",'DeletionProtection':true");

    assertThat(codeOf(delete(id, ""))).isEqualTo("OperationDenied");
    assertThat(codeOf(delete(id, ",'DryRun':true"))).isEqualTo("OperationDenied");
    modify(id, ",'DeletionProtection':false");
    assertThat(codeOf(delete(id, ""))).isEqualTo("ok");
  }

  @Test
  void isNotDeletedWhileItHasNamespaces() {
    String id = running("");
    call(
        "CreateNamespace", "{'RegistryId':'" + id + "','NamespaceName':'team-a','IsPublic':false}");

    JsonNode refused = delete(id, "");

    assertThat(codeOf(refused)).isEqualTo("OperationDenied");
    assertThat(messageOf(refused)).endsWith("please delete namespace or repository first");
    call("DeleteNamespace", "{'RegistryId':'" + id + "','NamespaceName':'team-a'}");
    assertThat(codeOf(delete(id, ""))).isEqualTo("ok");
  }

  @Test
  void opensAndClosesItsPublicEndpoint() {
    String id = running("");

    assertThat(endpoint(id)).isEqualTo("Closed");
    assertThat(manage(id, "Create").get("RegistryId").textValue()).isEqualTo(id);
    assertThat(endpoint(id)).isEqualTo("Opening");
    cloud.clock.advance(Duration.ofSeconds(2));
    assertThat(endpoint(id)).isEqualTo("Opened");
    manage(id, "Create");
    assertThat(endpoint(id)).isEqualTo("Opened");
    manage(id, "Delete");
    assertThat(endpoint(id)).isEqualTo("Deleting");
    cloud.clock.advance(Duration.ofSeconds(2));
    assertThat(endpoint(id)).isEqualTo("Closed");
  }

  private JsonNode manage(String id, String operation) {
    return call(
        "ManageExternalEndpoint", "{'RegistryId':'" + id + "','Operation':'" + operation + "'}");
  }

  private String endpoint(String id) {
    return call("DescribeExternalEndpointStatus", "{'RegistryId':'" + id + "'}")
        .get("Status")
        .textValue();
  }

  @ParameterizedTest
  @CsvSource({
    "tcr-00000000,Create,ResourceNotFound",
    "<id>,Create,UnsupportedOperation",
    "<id>,create,InvalidParameter"
  })
  void refusesEndpointsThatCannotBe(String id, String operation, String code) {
    String existing = create("");

    assertThat(codeOf(manage(id.replace("<id>", existing), operation))).isEqualTo(code);
    assertThat(endpoint(existing)).isEqualTo("Closed");
  }

  @Test
  void listsTheRegions() {
    JsonNode answer = call("DescribeRegions", "{}");

    assertThat(answer.get("TotalCount").intValue()).isEqualTo(19);
    assertThat(answer.at("/Regions/0"))
        .hasToString(
            "{\"Alias\":\"gz\",\"RegionId\":1,\"RegionName\":\"ap-guangzhou\","
                + "\"Status\":\"alluser\",\"Remark\":\"\","
                + "\"CreatedAt\":\"2019-08-09T00:00:00+08:00\","
                + "\"UpdatedAt\":\"2019-08-09T00:00:00+08:00\",\"Id\":1}");
  }
}
