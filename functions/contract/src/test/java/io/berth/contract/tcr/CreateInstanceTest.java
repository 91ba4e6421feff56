// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.Checked;
import io.berth.contract.Violation;
import io.berth.contract.text.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateInstanceTest {
  private static final String BASE =
      "\"Region\":\"ap-guangzhou\",\"RegistryName\":\"tcr-test\",\"RegistryType\":\"standard\"";

  @Test
  void readsTheExampleOfTheDocumentAndWritesItCanonically() {
    CreateInstance read = valid("{" + BASE + ",\"SyncTag\":true}");
    assertThat(Json.write(read.toJson()))
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"tcr-test\",\"RegistryType\":\"standard\",\"RegistryChargeType\":0,\"SyncTag\":true}");
    assertThat(read.parameters()).doesNotContainKey("Region");
  }

  @Test
  void readsEveryFieldAndWritesItBackUnchanged() {
    String all =
        "{"
            + BASE
            + ",\"TagSpecification\":{\"ResourceType\":\"instance\",\"Tags\":[{\"Key\":\"env\",\"Value\":\"dev\"}]}"
            + ",\"RegistryChargeType\":1,\"RegistryChargePrepaid\":{\"Period\":12,\"RenewFlag\":2}"
            + ",\"SyncTag\":true,\"EnableCosMAZ\":true,\"DeletionProtection\":true}";
    assertThat(Json.write(valid(all).toJson())).isEqualTo(all);
  }

  @Test
  void theHashIsBoundToEveryParameterAndNotToTheFormattingOfTheText() {
    String hash = valid("{" + BASE + "}").sha256();
    assertThat(
            valid(
                    "{ \"RegistryType\" : \"standard\", "
                        + BASE.substring(0, BASE.lastIndexOf(','))
                        + "}")
                .sha256())
        .isEqualTo(hash);
    assertThat(valid("{" + BASE + ",\"DeletionProtection\":true}").sha256()).isNotEqualTo(hash);
    assertThat(hash).isEqualTo("6Tdl8D2OOKgINqelSegUQcsDASFx2wLLJGim06ZJBIQ");
  }

  @Test
  void theTagOfTheRequestIsAddedBehindTheUsersOwn() {
    CreateInstance tagged = valid("{" + BASE + "}").taggedWith("01JD0000000000000000000000");
    assertThat(tagged.tags())
        .containsExactly(new Tag("chatops-request", "01JD0000000000000000000000"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|MissingParameter|Region is missing; give one, like ap-guangzhou.",
        "{}|MissingParameter|RegistryName is missing; give the registry a name of 5 to 50 characters.",
        "{}|MissingParameter|RegistryType is missing; give basic, standard or premium.",
        "{\"RegistryNam\":\"x\"}|UnknownParameter|Unknown field RegistryNam; did you mean RegistryName?",
        "{\"Zzz\":\"x\"}|UnknownParameter|Unknown field Zzz; known here: Region, RegistryName",
        "{\"Region\":\"mars-1\"}|InvalidParameter.UnsupportedRegion|Unknown region 'mars-1'; Regions: ap-guangzhou",
        "{\"Region\":\"ap-guangzou\"}|InvalidParameter.UnsupportedRegion|did you mean ap-guangzhou?",
        "{\"RegistryName\":\"Team_A1\"}|InvalidParameter.ErrorNameIllegal|RegistryName may use a-z, 0-9 and '-'; character 1 is 'T'; try team-a1.",
        "{\"RegistryName\":\"team_a\"}|InvalidParameter.ErrorNameIllegal|character 5 is '_'; try team-a.",
        "{\"RegistryName\":\"team\"}|InvalidParameter.ErrorNameIllegal|RegistryName has 4 characters; it needs 5 to 50.",
        "{\"RegistryName\":\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}|InvalidParameter.ErrorNameIllegal|RegistryName has 51 characters",
        "{\"RegistryName\":\"-team-a\"}|InvalidParameter.ErrorNameIllegal|must begin and end with a letter or a digit; try team-a.",
        "{\"RegistryName\":\"team\\u200ba\"}|InvalidParameter|RegistryName contains the invisible character U+200B; remove it.",
        "{\"RegistryName\":5}|InvalidParameter|RegistryName must be a text.",
        "{\"RegistryType\":\"Premium \"}|InvalidParameter|RegistryType 'Premium ' is not one of basic, standard or premium (in lower case).",
        "{\"RegistryChargeType\":2}|InvalidParameter|RegistryChargeType 2 is above 1; give 0 to 1.",
        "{\"RegistryChargeType\":-1}|InvalidParameter|RegistryChargeType -1 is below 0",
        "{\"RegistryChargeType\":1.0}|InvalidParameter|RegistryChargeType must be a whole number, without a fraction or exponent.",
        "{\"RegistryChargeType\":1e400}|InvalidParameter|RegistryChargeType must be a whole number",
        "{\"RegistryChargeType\":null}|InvalidParameter|RegistryChargeType must be a whole number, not null; leave it out for its default.",
        "{\"RegistryChargeType\":1}|MissingParameter|RegistryChargePrepaid is missing; prepaid (RegistryChargeType 1) needs Period in months and RenewFlag.",
        "{\"RegistryChargePrepaid\":{\"Period\":1,\"RenewFlag\":0}}|InvalidParameter|RegistryChargePrepaid is only for prepaid",
        "{\"RegistryChargeType\":1,\"RegistryChargePrepaid\":{\"RenewFlag\":0}}|MissingParameter|RegistryChargePrepaid.Period is missing",
        "{\"RegistryChargeType\":1,\"RegistryChargePrepaid\":{\"Period\":0,\"RenewFlag\":3}}|InvalidParameter|RegistryChargePrepaid.RenewFlag 3 is above 2",
        "{\"RegistryChargeType\":1,\"RegistryChargePrepaid\":{\"Perod\":1}}|UnknownParameter|Unknown field RegistryChargePrepaid.Perod; did you mean Period?",
        "{\"SyncTag\":\"true\"}|InvalidParameter|SyncTag must be true or false.",
        "{\"TagSpecification\":[]}|InvalidParameter|TagSpecification must be a JSON object.",
        "{\"TagSpecification\":{}}|MissingParameter|TagSpecification.Tags is missing",
        "{\"TagSpecification\":{\"Tags\":[{\"Key\":\"\",\"Value\":\"v\"}]}}|InvalidParameter|TagSpecification.Tags.0.Key is empty",
        "{\"TagSpecification\":{\"Tags\":[{\"Key\":\"k\"}]}}|MissingParameter|TagSpecification.Tags.0.Value is missing",
        "{\"TagSpecification\":{\"Tags\":[{\"Key\":\"k\",\"Value\":\"1\"},{\"Key\":\"k\",\"Value\":\"2\"}]}}|InvalidParameter|The tag key 'k' is given twice",
        "{\"TagSpecification\":{\"Tags\":[{\"Key\":\"chatops-request\",\"Value\":\"1\"}]}}|InvalidParameter|reserved tag key",
        "{\"TagSpecification\":{\"ResourceType\":\"x\",\"Tags\":[]}}|InvalidParameter|ResourceType must be 'instance'",
      })
  void refusesWithTheDocumentedCodeAndOneSentence(String json, String code, String sentence) {
    assertThat(violations(json))
        .anySatisfy(
            violation -> {
              assertThat(violation.code()).isEqualTo(code);
              assertThat(violation.sentence()).contains(sentence);
            });
  }

  @Test
  void countsItsOwnTagAmongTheTenThatTheApiTakes() {
    assertThat(valid("{" + BASE + "," + tags(9) + "}").tags()).hasSize(9);
    for (int count : new int[] {10, 11}) {
      assertThat(violations("{" + BASE + "," + tags(count) + "}"))
          .singleElement()
          .satisfies(
              violation -> {
                assertThat(violation.code()).isEqualTo("InvalidParameter.ErrorTagOverLimit");
                assertThat(violation.sentence()).contains("has " + count + " tags", "at most 9");
              });
    }
  }

  @Test
  void namesAllViolationsAtOnce() {
    assertThat(violations("{\"RegistryName\":\"A\",\"RegistryType\":\"gold\",\"X\":1}"))
        .extracting(Violation::field)
        .containsExactly("X", "Region", "RegistryName", "RegistryType");
  }

  private static String tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{\"Key\":\"k" + i + "\",\"Value\":\"v\"}")
        .collect(Collectors.joining(",", "\"TagSpecification\":{\"Tags\":[", "]}"));
  }

  private static CreateInstance valid(String json) {
    return CreateInstance.from(Json.readObject(json.getBytes(UTF_8)))
        .fold(
            Checked.Valid::value,
            invalid -> {
              throw new AssertionError(invalid.violations());
            });
  }

  private static List<Violation> violations(String json) {
    return CreateInstance.from(Json.readObject(json.getBytes(UTF_8)))
        .fold(valid -> List.of(), Checked.Invalid::violations);
  }
}
