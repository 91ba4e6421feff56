// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.Checked;
import io.berth.contract.Violation;
import io.berth.contract.text.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamespacesTest {
  private static final String BASE =
      "\"Region\":\"ap-guangzhou\",\"RegistryId\":\"tcr-1i7kqadw\",\"NamespaceName\":\"payments\",\"IsPublic\":false";

  @Test
  void readsEveryFieldAndWritesItBackUnchanged() {
    String all =
        "{"
            + BASE
            + ",\"TagSpecification\":{\"ResourceType\":\"namespace\",\"Tags\":[{\"Key\":\"env\",\"Value\":\"dev\"}]}}";
    CreateNamespace read = valid(CreateNamespace::from, all);
    assertThat(Json.write(read.toJson())).isEqualTo(all);
    assertThat(read.parameters()).doesNotContainKey("Region");
  }

  @Test
  void theTagOfTheRequestIsAddedBehindTheUsersOwn() {
    CreateNamespace tagged =
        valid(CreateNamespace::from, "{" + BASE + "}").taggedWith("01JD0000000000000000000000");
    assertThat(Json.write(tagged.toJson()))
        .endsWith(
            "\"TagSpecification\":{\"ResourceType\":\"namespace\",\"Tags\":[{\"Key\":\"chatops-request\",\"Value\":\"01JD0000000000000000000000\"}]}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ab", "a1", "payments", "pay-ments", "a.b_c-d", "a23456789012345678901234567890"})
  void takesNamesAsTheDocumentDescribesThem(String name) {
    assertThat(violations(BASE.replace("payments", name))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a|NamespaceName has 1 character; it needs 2 to 30.",
        "a234567890123456789012345678901|NamespaceName has 31 characters; it needs 2 to 30.",
        "Payments|NamespaceName may use a-z, 0-9, '.', '_' and '-'; character 1 is 'P'.",
        "pay/ments|NamespaceName may use a-z, 0-9, '.', '_' and '-'; character 4 is '/'.",
        "-payments|NamespaceName must begin and end with a letter or a digit, with one separator at a time between them.",
        "payments.|NamespaceName must begin and end with a letter or a digit, with one separator at a time between them.",
        "pay._ments|NamespaceName must begin and end with a letter or a digit, with one separator at a time between them.",
      })
  void refusesOtherNamesInOneSentence(String name, String sentence) {
    assertThat(violations(BASE.replace("payments", name)))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.code()).isEqualTo("InvalidParameter.ErrorTcrInvalidParameter");
              assertThat(violation.sentence()).isEqualTo(sentence);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"payments", "tcr-", "tcr-UPPER", "tcr-a b", "tcr-1/payments", "TCR-1i7kqadw"})
  void refusesWhatIsNoIdOfARegistry(String id) {
    assertThat(violations(BASE.replace("tcr-1i7kqadw", id)))
        .extracting(Violation::sentence)
        .containsExactly(
            "RegistryId '" + id + "' is not a registry's id; give one like tcr-1i7kqadw.");
  }

  @Test
  void namesAllViolationsAtOnce() {
    assertThat(violations("\"Public\":true"))
        .extracting(Violation::sentence)
        .containsExactly(
            "Unknown field Public; did you mean IsPublic?",
            "Region is missing; give one, like ap-guangzhou.",
            "RegistryId is missing; give the registry's id, like tcr-1i7kqadw.",
            "NamespaceName is missing; give the namespace a name of 2 to 30 characters.",
            "IsPublic is missing; give false, or true to let anybody pull.");
  }

  @Test
  void theResourceTypeOfItsTagsIsNamespace() {
    assertThat(
            violations(BASE + ",\"TagSpecification\":{\"ResourceType\":\"instance\",\"Tags\":[]}"))
        .extracting(Violation::sentence)
        .containsExactly("TagSpecification.ResourceType must be 'namespace', or left out.");
  }

  @Test
  void theSearchForANameAsksForPagesByTheirNumber() {
    DescribeNamespaces named =
        DescribeNamespaces.named("ap-guangzhou", "tcr-1i7kqadw", "payments", 2);
    assertThat(Json.write(named.toJson()))
        .isEqualTo(
            "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"tcr-1i7kqadw\",\"NamespaceName\":\"payments\",\"Limit\":100,\"Offset\":2}");
    assertThat(valid(DescribeNamespaces::from, Json.write(named.toJson()))).isEqualTo(named);
  }

  @Test
  void anEmptyNameStandsForAll() {
    assertThat(
            valid(
                    DescribeNamespaces::from,
                    "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"tcr-1i7kqadw\",\"NamespaceName\":\"\"}")
                .namespaceName())
        .isEqualTo(Optional.empty());
  }

  @Test
  void aPageTellsWhoMadeANamespaceAndWhoMayPull() {
    String json =
        "{\"TotalCount\":2,\"NamespaceList\":[{\"Name\":\"payments\",\"Public\":true,\"NamespaceId\":1,\"TagSpecification\":{\"ResourceType\":\"namespace\",\"Tags\":[{\"Key\":\"chatops-request\",\"Value\":\"01ARYZ6S41\"}]}},{\"Name\":\"bare\",\"TagSpecification\":null}]}";
    DescribeNamespaces.Page page =
        DescribeNamespaces.Page.from(Json.readObject(json.getBytes(UTF_8)));
    assertThat(page.total()).isEqualTo(2);
    assertThat(page.named("payment")).isEmpty();
    assertThat(page.named("payments").orElseThrow().isPublic()).isTrue();
    assertThat(page.named("payments").orElseThrow().requestId()).contains("01ARYZ6S41");
    assertThat(page.named("bare"))
        .contains(new DescribeNamespaces.Namespace("bare", false, List.of()));
  }

  private static <T> T valid(Function<Map<String, Object>, Checked<T>> from, String json) {
    return from.apply(Json.readObject(json.getBytes(UTF_8)))
        .fold(
            Checked.Valid::value,
            invalid -> {
              throw new AssertionError(invalid.violations());
            });
  }

  private static List<Violation> violations(String fields) {
    return CreateNamespace.from(Json.readObject(("{" + fields + "}").getBytes(UTF_8)))
        .fold(valid -> List.of(), Checked.Invalid::violations);
  }
}
