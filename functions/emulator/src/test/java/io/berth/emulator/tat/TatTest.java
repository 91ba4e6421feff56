// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import static io.berth.emulator.TestCloud.TAT;
import static io.berth.emulator.TestCloud.codeOf;
import static io.berth.emulator.TestCloud.messageOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.Settings;
import io.berth.emulator.TestCloud;
import io.berth.emulator.tcr.RegistryPace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TAT over signed calls: CreateRegisterCode, DescribeRegisterCodes, DisableRegisterCodes. */
class TatTest {
  private static final String UNKNOWN = "9b5rb72b-418f-4a81-b32e-f8bc80eef678";

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
    return cloud.call(TAT, action, json.replace('\'', '"'));
  }

  private String create(String json) {
    return call("CreateRegisterCode", json).get("RegisterCodeId").textValue();
  }

  private JsonNode first() {
    return call("DescribeRegisterCodes", "{}").at("/RegisterCodeSet/0");
  }

  private static String ids(String... ids) {
    return "{'RegisterCodeIds':['" + String.join("','", ids) + "']}";
  }

  @Test
  void showsEveryFieldOfACodeExceptItsValue() {
    String id =
        create(
            "{'Description':'webserver','InstanceNamePrefix':'web','RegisterLimit':7,"
                + "'EffectiveTime':5,'IpAddressRange':'192.168.0.0/16'}");

    assertThat(first().toString().replace(id, "<id>"))
        .isEqualTo(
            "{\"RegisterCodeId\":\"<id>\",\"Description\":\"webserver\","
                + "\"InstanceNamePrefix\":\"web\",\"RegisterLimit\":7,"
                + "\"ExpiredTime\":\"2026-11-21T13:00:00Z\","
                + "\"IpAddressRange\":\"192.168.0.0/16\",\"Enabled\":true,"
                + "\"RegisteredCount\":0,\"CreatedTime\":\"2026-11-21T08:00:00Z\","
                + "\"UpdatedTime\":\"2026-11-21T08:00:00Z\"}");
  }

  @Test
  void fillsInTheDocumentedDefaults() {
    create("{}");

    assertThat(first().get("RegisterLimit").intValue()).isEqualTo(10);
    assertThat(first().get("ExpiredTime").textValue()).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(first().get("IpAddressRange").textValue()).isEmpty();
  }

  @Test
  void givesEveryCodeAnotherValue() {
    JsonNode one = call("CreateRegisterCode", "{}");
    JsonNode two = call("CreateRegisterCode", "{}");

    assertThat(one.get("RegisterCodeValue").textValue())
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(two.get("RegisterCodeValue").textValue());
    assertThat(one.get("RegisterCodeId")).isNotEqualTo(two.get("RegisterCodeId"));
  }

  @Test
  void showsAnExpiredCodeAsNotEnabled() {
    create("{'EffectiveTime':1}");
    cloud.clock.advance(Duration.ofMinutes(59));
    assertThat(first().get("Enabled").booleanValue()).isTrue();

    cloud.clock.advance(Duration.ofMinutes(1));
    assertThat(first().get("Enabled").booleanValue()).isFalse();
    assertThat(first().get("UpdatedTime")).isEqualTo(first().get("CreatedTime"));
  }

  @Test
  void countsHoursUpTo99999AndNeverEndsAbove() {
    create("{'EffectiveTime':99999}");
    create("{'EffectiveTime':100000}");

    JsonNode codes = call("DescribeRegisterCodes", "{}").get("RegisterCodeSet");
    assertThat(codes.get(0).get("ExpiredTime").textValue()).isEqualTo("2038-04-18T23:00:00Z");
    assertThat(codes.get(1).get("ExpiredTime").textValue()).isEqualTo("9999-12-31T23:59:59Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'RegisterLimit':0} | InvalidParameterValue.TooSmall | RegisterLimit",
        "{'RegisterLimit':10001} | InvalidParameterValue.TooLarge | RegisterLimit",
        "{'RegisterLimit':'10'} | InvalidParameter | `RegisterLimit`",
        "{'EffectiveTime':0} | InvalidParameterValue.TooSmall | EffectiveTime",
        "{'EffectiveTime':-4} | InvalidParameterValue.TooSmall | EffectiveTime",
        "{'Description':1} | InvalidParameter | `Description`",
        "{'Nonsense':1} | UnknownParameter | `Nonsense`"
      })
  void checksNumbersAndTypesAndChangesNothing(String json, String code, String words) {
    JsonNode response = call("CreateRegisterCode", json);

    assertThat(codeOf(response)).isEqualTo(code);
    assertThat(messageOf(response)).contains(words);
    assertThat(cloud.get("state").get("registerCodes")).isEmpty();
  }

  @Test
  void takesTheLargestValuesOfTheDocument() {
    String json =
        "{'Description':'%s','InstanceNamePrefix':'%s','RegisterLimit':10000}"
            .formatted("\u672a".repeat(127) + "\ud83d\ude00", "x".repeat(32));

    assertThat(codeOf(call("CreateRegisterCode", json))).isEqualTo("ok");
    assertThat(codeOf(call("CreateRegisterCode", "{'Description':'" + "x".repeat(129) + "'}")))
        .isEqualTo("InvalidParameterValue.TooLong");
    assertThat(
            codeOf(call("CreateRegisterCode", "{'InstanceNamePrefix':'" + "x".repeat(33) + "'}")))
        .isEqualTo("InvalidParameterValue.TooLong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "192.168.1.1", "192.168.0.0/16", "192.168.10.1/10", "0.0.0.0/0"})
  void takesAddressesAndRanges(String range) {
    assertThat(codeOf(call("CreateRegisterCode", "{'IpAddressRange':'" + range + "'}")))
        .isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.168.1",
        "192.168.1.256",
        "192.168.01.1",
        "192.168.1.1/33",
        "192.168.1.1/",
        "::1",
        "any",
        " 10.0.0.1"
      })
  void refusesOtherRanges(String range) {
    assertThat(codeOf(call("CreateRegisterCode", "{'IpAddressRange':'" + range + "'}")))
        .isEqualTo("InvalidParameter");
  }

  @Test
  void describesByIdPageAndRegion() {
    String one = create("{'Description':'one'}");
    create("{'Description':'two'}");
    cloud.callIn("ap-shanghai", TAT, "CreateRegisterCode", "{}");

    assertThat(call("DescribeRegisterCodes", "{}").get("TotalCount").intValue()).isEqualTo(2);
    JsonNode byId = call("DescribeRegisterCodes", ids(one));
    assertThat(byId.get("TotalCount").intValue()).isEqualTo(1);
    assertThat(byId.at("/RegisterCodeSet/0/Description").textValue()).isEqualTo("one");
    JsonNode page = call("DescribeRegisterCodes", "{'Offset':1,'Limit':1}");
    assertThat(page.get("TotalCount").intValue()).isEqualTo(2);
    assertThat(page.get("RegisterCodeSet")).hasSize(1);
    assertThat(page.at("/RegisterCodeSet/0/Description").textValue()).isEqualTo("two");
    assertThat(call("DescribeRegisterCodes", ids(UNKNOWN)).get("TotalCount").intValue()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'Limit':101} | InvalidParameterValue.TooLarge",
        "{'Limit':0} | InvalidParameterValue.TooSmall",
        "{'Offset':-1} | InvalidParameterValue.TooSmall",
        "{'RegisterCodeIds':['nonsense']} | InvalidParameterValue.InvalidRegisterCodeId",
        "{'RegisterCodeIds':'nonsense'} | InvalidParameter",
        "{'Filters':[]} | UnknownParameter"
      })
  void refusesQuestionsOutOfRange(String json, String code) {
    assertThat(codeOf(call("DescribeRegisterCodes", json))).isEqualTo(code);
  }

  @Test
  void disablesOnceAndForAll() {
    String id = create("{}");
    cloud.clock.advance(Duration.ofMinutes(1));

    assertThat(call("DisableRegisterCodes", ids(id)).size()).isEqualTo(1);
    assertThat(first().get("Enabled").booleanValue()).isFalse();
    cloud.clock.advance(Duration.ofMinutes(1));
    assertThat(codeOf(call("DisableRegisterCodes", ids(id)))).isEqualTo("ok");
    assertThat(first().get("UpdatedTime").textValue()).isEqualTo("2026-11-21T08:01:00Z");
  }

  @Test
  void disablesAllOrNothing() {
    String id = create("{}");

    assertThat(codeOf(call("DisableRegisterCodes", ids(id, UNKNOWN))))
        .isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
    assertThat(first().get("Enabled").booleanValue()).isTrue();
    JsonNode elsewhere =
        cloud.callIn("ap-shanghai", TAT, "DisableRegisterCodes", ids(id).replace('\'', '"'));
    assertThat(codeOf(elsewhere)).isEqualTo("ResourceNotFound.RegisterCodesNotFoundCode");
  }

  @Test
  void refusesIdsThatCannotBe() {
    String many =
        IntStream.range(0, 100)
            .mapToObj(i -> "%08d-0000-4000-8000-000000000000".formatted(i))
            .collect(Collectors.joining("','"));

    assertThat(codeOf(call("DisableRegisterCodes", "{}"))).isEqualTo("MissingParameter");
    assertThat(codeOf(call("DisableRegisterCodes", "{'RegisterCodeIds':[]}")))
        .isEqualTo("MissingParameter");
    assertThat(codeOf(call("DisableRegisterCodes", ids("x"))))
        .isEqualTo("InvalidParameterValue.InvalidRegisterCodeId");
    assertThat(codeOf(call("DisableRegisterCodes", ids(UNKNOWN, UNKNOWN))))
        .isEqualTo("InvalidParameterValue.ParameterKeyDuplicated");
    assertThat(codeOf(call("DisableRegisterCodes", ids(many))))
        .isEqualTo("InvalidParameterValue.TooLarge");
  }

  @Test
  void endsAtTheQuota() {
    try (TestCloud small = TestCloud.start(folder, new Settings(RegistryPace.DEFAULT, 10, 1))) {
      assertThat(small.code(TAT, "CreateRegisterCode", "{}")).isEqualTo("ok");
      assertThat(small.code(TAT, "CreateRegisterCode", "{}")).isEqualTo("LimitExceeded");
    }
  }
}
