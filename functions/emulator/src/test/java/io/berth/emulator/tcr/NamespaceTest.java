// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import static io.berth.emulator.TestCloud.TCR;
import static io.berth.emulator.TestCloud.codeOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.TestCloud;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TCR over signed calls: namespaces of a registry. */
class NamespaceTest {
  @TempDir Path folder;
  private TestCloud cloud;
  private String id;

  @BeforeEach
  void start() {
    cloud = TestCloud.start(folder);
    id = registry("payments");
    cloud.clock.advance(Duration.ofSeconds(5));
  }

  @AfterEach
  void stop() {
    cloud.close();
  }

  private String registry(String name) {
    return call("CreateInstance", "{'RegistryName':'" + name + "','RegistryType':'basic'}")
        .get("RegistryId")
        .textValue();
  }

  private JsonNode call(String action, String json) {
    return cloud.call(TCR, action, json.replace('\'', '"'));
  }

  private JsonNode create(String name, String more) {
    return call(
        "CreateNamespace",
        "{'RegistryId':'%s','NamespaceName':'%s','IsPublic':true%s}".formatted(id, name, more));
  }

  private JsonNode describe(String more) {
    return call("DescribeNamespaces", "{'RegistryId':'" + id + "'" + more + "}");
  }

  private String names(String more) {
    return StreamSupport.stream(describe(more).get("NamespaceList").spliterator(), false)
        .map(namespace -> namespace.get("Name").textValue())
        .collect(Collectors.joining(" "));
  }

  @Test
  void showsEveryFieldOfANamespace() {
    JsonNode answer =
        create(
            "team-a",
            ",'TagSpecification':{'ResourceType':'namespace','Tags':[{'Key':'k','Value':'v'}]},"
                + "'IsAutoScan':true,'IsPreventVUL':true,'Severity':'high',"
                + "'CVEWhitelistItems':[{'CVEID':'CVE-2026-1'}]");

    assertThat(answer.size()).isEqualTo(1);
    assertThat(describe("").get("TotalCount").intValue()).isEqualTo(1);
    assertThat(describe("").at("/NamespaceList/0"))
        .hasToString(
            "{\"Name\":\"team-a\",\"CreationTime\":\"2026-11-21T08:00:05+00:00\","
                + "\"Public\":true,\"NamespaceId\":1,"
                + "\"TagSpecification\":{\"ResourceType\":\"namespace\","
                + "\"Tags\":[{\"Key\":\"k\",\"Value\":\"v\"}]},\"Metadata\":[],"
                + "\"CVEWhitelistItems\":[{\"CVEID\":\"CVE-2026-1\"}],\"AutoScan\":true,"
                + "\"PreventVUL\":true,\"Severity\":\"high\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "ab,ok",
    "a.b_c-d,ok",
    "a23456789012345678901234567890,ok",
    "a,InvalidParameter.ErrorTcrInvalidParameter",
    "a234567890123456789012345678901,InvalidParameter.ErrorTcrInvalidParameter",
    "-ab,InvalidParameter.ErrorTcrInvalidParameter",
    "ab.,InvalidParameter.ErrorTcrInvalidParameter",
    "a..b,InvalidParameter.ErrorTcrInvalidParameter",
    "a-_b,InvalidParameter.ErrorTcrInvalidParameter",
    "Ab,InvalidParameter.ErrorTcrInvalidParameter",
    "'',InvalidParameter.ErrorTcrInvalidParameter"
  })
  void checksTheName(String name, String code) {
    assertThat(codeOf(create(name, ""))).isEqualTo(code);
  }

  @Test
  void existsOnceInARegistry() {
    create("team-a", "");

    assertThat(codeOf(create("team-a", ""))).isEqualTo("FailedOperation.ErrorTcrResourceConflict");
    assertThat(names("")).isEqualTo("team-a");
  }

  @Test
  void cannotBeMadeBeforeTheRegistryRunsNorInAnUnknownOne() {
    id = registry("shop-one");
    assertThat(codeOf(create("team-a", ""))).isEqualTo("OperationDenied");
    assertThat(names("")).isEmpty();
    id = "tcr-00000000";
    assertThat(codeOf(create("team-a", ""))).isEqualTo("ResourceNotFound");
    assertThat(codeOf(describe(""))).isEqualTo("ResourceNotFound");
  }

  @Test
  void takesTheTextTrueInQueriesAndNotInJson() {
    String query = "RegistryId=" + id + "&NamespaceName=team-a&IsPublic=true";

    assertThat(
            codeOf(
                call(
                    "CreateNamespace",
                    "{'RegistryId':'" + id + "','NamespaceName':'team-a','IsPublic':'true'}")))
        .isEqualTo("InvalidParameter");
    assertThat(
            codeOf(
                cloud.send(
                    cloud
                        .signed()
                        .get(cloud.clock.instant(), "CreateNamespace", TCR, "ap-guangzhou", query)
                        .build())))
        .isEqualTo("ok");
  }

  @Test
  void countsItsOffsetInPages() {
    for (String name : new String[] {"aa", "bb", "cc", "dd", "ee"}) {
      create(name, "");
    }

    assertThat(names(",'Limit':2")).isEqualTo("aa bb");
    assertThat(names(",'Limit':2,'Offset':1")).isEqualTo("cc dd");
    assertThat(names(",'Limit':2,'Offset':2")).isEqualTo("ee");
    assertThat(names(",'Limit':2,'Offset':9000000000000000000")).isEmpty();
    assertThat(names(",'Limit':2,'Offset':2,'All':true")).isEqualTo("aa bb cc dd ee");
    assertThat(describe(",'Limit':2").get("TotalCount").intValue()).isEqualTo(5);
    assertThat(codeOf(describe(",'Offset':-1"))).isEqualTo("InvalidParameter");
  }

  @Test
  void isFoundByPartsOfItsName() {
    create("team-a", "");
    create("team-b", "");

    assertThat(names(",'NamespaceName':'team'")).isEqualTo("team-a team-b");
    assertThat(names(",'NamespaceName':'am-b'")).isEqualTo("team-b");
    assertThat(names(",'Filters':[{'Name':'NamespaceName','Values':['-a','x']}]"))
        .isEqualTo("team-a");
    assertThat(names(",'KmsSignPolicy':true")).isEmpty();
    assertThat(codeOf(describe(",'Filters':[{'Name':'Colour','Values':['red']}]")))
        .isEqualTo("InvalidParameter");
  }

  @Test
  void changesWhatIsGivenAndKeepsTheRest() {
    create("team-a", ",'Severity':'low'");

    assertThat(
            codeOf(
                call(
                    "ModifyNamespace",
                    "{'RegistryId':'" + id + "','NamespaceName':'team-a','IsPublic':false}")))
        .isEqualTo("ok");
    assertThat(describe("").at("/NamespaceList/0/Public").booleanValue()).isFalse();
    assertThat(describe("").at("/NamespaceList/0/Severity").textValue()).isEqualTo("low");
    assertThat(
            codeOf(
                call(
                    "ModifyNamespace",
                    "{'RegistryId':'" + id + "','NamespaceName':'nobody','IsPublic':false}")))
        .isEqualTo("ResourceNotFound.TcrResourceNotFound");
    assertThat(codeOf(create("team-b", ",'Severity':'grave'"))).isEqualTo("InvalidParameter");
  }

  @Test
  void neverGivesAnIdTwice() {
    create("team-a", "");
    String json = "{'RegistryId':'" + id + "','NamespaceName':'team-a'}";

    assertThat(codeOf(call("DeleteNamespace", json))).isEqualTo("ok");
    assertThat(codeOf(call("DeleteNamespace", json)))
        .isEqualTo("ResourceNotFound.TcrResourceNotFound");
    create("team-a", "");
    assertThat(describe("").at("/NamespaceList/0/NamespaceId").intValue()).isEqualTo(2);
  }
}
