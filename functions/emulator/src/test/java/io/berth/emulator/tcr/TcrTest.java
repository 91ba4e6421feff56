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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TCR over signed calls: CreateInstance, DescribeInstances, CheckInstanceName. */
class TcrTest {
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

  private JsonNode create(String name, String more) {
    return cloud.call(TCR, "CreateInstance", registry(name, more));
  }

  private static String registry(String name, String more) {
    String base = "{\"RegistryName\":\"" + name + "\",\"RegistryType\":\"standard\"";
    return (base + more + "}").replace('\'', '"');
  }

  private JsonNode describe(String json) {
    return cloud.call(TCR, "DescribeInstances", json.replace('\'', '"'));
  }

  private static String names(JsonNode response) {
    return StreamSupport.stream(response.get("Registries").spliterator(), false)
        .map(registry -> registry.get("RegistryName").textValue())
        .collect(Collectors.joining(" "));
  }

  private static String tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'Key':'k" + i + "','Value':'v'}")
        .collect(
            Collectors.joining(
                ",", ",'TagSpecification':{'ResourceType':'instance','Tags':[", "]}"));
  }

  @Test
  void showsEveryFieldOfARegistry() {
    String id =
        create(
                "payments",
                ",'RegistryChargeType':1,'RegistryChargePrepaid':{'Period':3,'RenewFlag':1},"
                    + "'DeletionProtection':true,'EnableCosMAZ':true,'EnableCosVersioning':true,"
                    + "'TagSpecification':{'ResourceType':'instance',"
                    + "'Tags':[{'Key':'env','Value':'dev'}]}")
            .get("RegistryId")
            .textValue();

    JsonNode response = describe("{}");

    assertThat(response.get("TotalCount").intValue()).isEqualTo(1);
    assertThat(response.at("/Registries/0").toString().replace(id, "<id>"))
        .isEqualTo(
            "{\"RegistryId\":\"<id>\",\"RegistryName\":\"payments\","
                + "\"RegistryType\":\"standard\",\"Status\":\"Pending\","
                + "\"PublicDomain\":\"payments.tencentcloudcr.com\","
                + "\"CreatedAt\":\"2026-11-21T16:00:00+08:00\","
                + "\"RegionName\":\"ap-guangzhou\",\"RegionId\":1,\"EnableAnonymous\":false,"
                + "\"TokenValidTime\":87600,\"InternalEndpoint\":\"\","
                + "\"TagSpecification\":{\"ResourceType\":\"instance\","
                + "\"Tags\":[{\"Key\":\"env\",\"Value\":\"dev\"}]},"
                + "\"ExpiredAt\":\"2027-02-21T16:00:00+08:00\",\"PayMod\":1,\"RenewFlag\":1,"
                + "\"DeletionProtection\":true}");
  }

  @Test
  void leavesOutWhatAPlainRegistryDoesNotHave() {
    create("payments", "");

    JsonNode registry = describe("{}").at("/Registries/0");

    assertThat(registry.get("TagSpecification").isNull()).isTrue();
    assertThat(registry.get("ExpiredAt").textValue()).isEmpty();
    assertThat(registry.get("PayMod").intValue()).isZero();
    assertThat(registry.get("DeletionProtection").booleanValue()).isFalse();
  }

  @Test
  void getsReadyOnTheClock() {
    create("payments", "");

    assertThat(status()).isEqualTo("Pending");
    cloud.clock.advance(Duration.ofMillis(1_999));
    assertThat(status()).isEqualTo("Pending");
    cloud.clock.advance(Duration.ofMillis(1));
    assertThat(status()).isEqualTo("Deploying");
    cloud.clock.advance(Duration.ofMillis(2_999));
    assertThat(status()).isEqualTo("Deploying");
    cloud.clock.advance(Duration.ofMillis(1));
    assertThat(status()).isEqualTo("Running");
  }

  @Test
  void getsReadyWhenTheAdminApiMovesTheClock() {
    create("payments", "");
    cloud.admin("POST", "clock", "{\"advanceSeconds\":5}");

    assertThat(status()).isEqualTo("Running");
    assertThat(cloud.get("state").at("/registries/0/Status").textValue()).isEqualTo("Running");
  }

  private String status() {
    return describe("{}").at("/Registries/0/Status").textValue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abcd | InvalidParameter.ErrorNameIllegal",
        "'' | InvalidParameter.ErrorNameIllegal",
        "Payments | InvalidParameter.ErrorNameIllegal",
        "-payments | InvalidParameter.ErrorNameIllegal",
        "payments- | InvalidParameter.ErrorNameIllegal",
        "pay_ments | InvalidParameter.ErrorNameIllegal",
        "payments\u00e9 | InvalidParameter.ErrorNameIllegal",
        "a12345678901234567890123456789012345678901234567890 | InvalidParameter.ErrorNameIllegal",
        "registry | InvalidParameter.ErrorNameReserved",
        "abcde | ok",
        "12-34 | ok",
        "a1234567890123456789012345678901234567890123456789 | ok"
      })
  void checksTheName(String name, String code) {
    assertThat(codeOf(create(name, ""))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | MissingParameter | `RegistryName`",
        "{'RegistryName':'payments'} | MissingParameter | `RegistryType`",
        "{'RegistryType':'basic'} | MissingParameter | `RegistryName`",
        "{'RegistryName':'payments','RegistryType':'gold'} | InvalidParameter | basic, standard or premium",
        "{'RegistryName':'payments','RegistryType':'Basic'} | InvalidParameter | basic, standard or premium"
      })
  void checksTheRequiredParameters(String json, String code, String words) {
    JsonNode response = cloud.call(TCR, "CreateInstance", json.replace('\'', '"'));

    assertThat(codeOf(response)).isEqualTo(code);
    assertThat(messageOf(response)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",'RegistryChargeType':2 | InvalidParameter | RegistryChargeType must be 0",
        ",'RegistryChargeType':1 | MissingParameter | `RegistryChargePrepaid`",
        ",'RegistryChargePrepaid':{'Period':1} | MissingParameter | `RegistryChargePrepaid.RenewFlag`",
        ",'RegistryChargePrepaid':{'RenewFlag':1} | MissingParameter | `RegistryChargePrepaid.Period`",
        ",'RegistryChargePrepaid':{'Period':0,'RenewFlag':1} | InvalidParameter | Period",
        ",'RegistryChargePrepaid':{'Period':1,'RenewFlag':3} | InvalidParameter | RenewFlag",
        ",'TagSpecification':{'Tags':[]} | MissingParameter | `TagSpecification.ResourceType`",
        ",'TagSpecification':{'ResourceType':'i'} | MissingParameter | `TagSpecification.Tags`",
        ",'TagSpecification':{'ResourceType':'i','Tags':[{'Key':'k'}]} | MissingParameter | `TagSpecification.Tags.0.Value`",
        ",'TagSpecification':{'ResourceType':'i','Tags':[{'Key':'','Value':'v'}]} | InvalidParameter | once",
        ",'TagSpecification':{'ResourceType':'i','Tags':[{'Key':'k','Value':'v'},{'Key':'k','Value':'w'}]} | InvalidParameter | once",
        ",'SyncTag':'true' | InvalidParameter | `SyncTag`",
        ",'ClientToken':'x' | UnknownParameter | `ClientToken`"
      })
  void checksTheOptionalParametersAndChangesNothing(String more, String code, String words) {
    JsonNode response = create("payments", more);

    assertThat(codeOf(response)).isEqualTo(code);
    assertThat(messageOf(response)).contains(words);
    assertThat(cloud.get("state").get("registries")).isEmpty();
  }

  @Test
  void takesTenTagsAndNotEleven() {
    assertThat(codeOf(create("eleven", tags(11)))).isEqualTo("InvalidParameter.ErrorTagOverLimit");
    assertThat(codeOf(create("ten-tags", tags(10)))).isEqualTo("ok");
  }

  @Test
  void refusesANameThatExistsInAnyRegion() {
    create("payments", "");

    JsonNode again = cloud.callIn("eu-frankfurt", TCR, "CreateInstance", registry("payments", ""));

    assertThat(codeOf(again)).isEqualTo("InvalidParameter.ErrorNameExists");
    assertThat(messageOf(again)).isEqualTo("The instance name already exists.");
  }

  @Test
  void refusesTheEleventhRegistryOfARegion() {
    for (int i = 0; i < 10; i++) {
      create("payments-" + i, "");
    }

    JsonNode refused = create("payments-10", "");
    assertThat(codeOf(refused)).isEqualTo("OperationDenied.QuotaOverLimit");
    assertThat(messageOf(refused)).isEqualTo("Reached the upper limit of quota.");
    assertThat(codeOf(create("payments-1", ""))).isEqualTo("InvalidParameter.ErrorNameExists");
    JsonNode elsewhere =
        cloud.callIn("ap-shanghai", TCR, "CreateInstance", registry("payments-10", ""));
    assertThat(codeOf(elsewhere)).isEqualTo("ok");
  }

  @Test
  void describesOneRegionOrAll() {
    create("payments", "");
    cloud.callIn("ap-shanghai", TCR, "CreateInstance", registry("shop-one", ""));

    assertThat(names(describe("{}"))).isEqualTo("payments");
    assertThat(names(describe("{'AllRegion':true}"))).isEqualTo("payments shop-one");
    assertThat(names(cloud.callIn("ap-shanghai", TCR, "DescribeInstances", "{}")))
        .isEqualTo("shop-one");
  }

  @Test
  void describesByIdAndGivesNothingForUnknownOnes() {
    String id = create("payments", "").get("RegistryId").textValue();
    create("shop-one", "");

    assertThat(names(describe("{'Registryids':['" + id + "']}"))).isEqualTo("payments");
    assertThat(describe("{'Registryids':['tcr-00000000']}").get("TotalCount").intValue()).isZero();
    assertThat(codeOf(describe("{'RegistryIds':['" + id + "']}"))).isEqualTo("UnknownParameter");
  }

  @Test
  void joinsFiltersByAndAndTheirValuesByOr() {
    create(
        "payments",
        ",'TagSpecification':{'ResourceType':'i','Tags':[{'Key':'env','Value':'dev'}]}");
    create("payments-two", "");
    create(
        "shop-one",
        ",'TagSpecification':{'ResourceType':'i','Tags':[{'Key':'env','Value':'dev'}]}");

    assertThat(names(describe("{'Filters':[{'Name':'RegistryName','Values':['payments']}]}")))
        .isEqualTo("payments payments-two");
    assertThat(names(describe("{'Filters':[{'Name':'RegistryName','Values':['two','shop-one']}]}")))
        .isEqualTo("payments-two shop-one");
    assertThat(
            names(
                describe(
                    "{'Filters':[{'Name':'RegistryName','Values':['payments']},"
                        + "{'Name':'Tags','Values':['env:dev']}]}")))
        .isEqualTo("payments");
    assertThat(codeOf(describe("{'Filters':[{'Name':'Status','Values':['Running']}]}")))
        .isEqualTo("InvalidParameter");
  }

  @Test
  void pagesWithoutGapsAndDoubles() {
    for (int i = 0; i < 10; i++) {
      create("payments-" + i, "");
    }

    assertThat(names(describe("{'Offset':0,'Limit':4}")))
        .isEqualTo("payments-0 payments-1 payments-2 payments-3");
    assertThat(names(describe("{'Offset':8,'Limit':4}"))).isEqualTo("payments-8 payments-9");
    assertThat(describe("{'Offset':99}").get("TotalCount").intValue()).isEqualTo(10);
    assertThat(codeOf(describe("{'Limit':200}"))).isEqualTo("ok");
    assertThat(codeOf(describe("{'Offset':-1}"))).isEqualTo("InvalidParameter");
    assertThat(codeOf(describe("{'Limit':0}"))).isEqualTo("InvalidParameter");
  }

  @ParameterizedTest
  @CsvSource({"payments,3", "payments-two,0", "Payments,1", "registry,2"})
  void checksWhetherANameCouldBeGiven(String name, int detail) {
    create("payments", "");

    JsonNode response = cloud.call(TCR, "CheckInstanceName", "{\"RegistryName\":\"" + name + "\"}");

    assertThat(response.get("IsValidated").booleanValue()).isEqualTo(detail == 0);
    assertThat(response.get("DetailCode").intValue()).isEqualTo(detail);
  }
}
