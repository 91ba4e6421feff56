// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.tcr.CreateNamespace;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamespaceCreatorTest {
  private static final String BODY =
      "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"tcr-1i7kqadw\",\"NamespaceName\":\"payments\","
          + "\"IsPublic\":false}";
  private static final Map<String, String> OURS = Map.of("chatops-request", Fixture.REQUEST);

  private FakeCloud cloud;
  private Fixture function;

  @BeforeEach
  void open() throws IOException {
    cloud = new FakeCloud();
    function = new Fixture(FunctionName.TCR_CREATE_NAMESPACE, cloud.uri());
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void answersWithTheName_andTagsTheNamespaceWithTheRequest() {
    Fixture.Reply reply = approved(1);

    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    assertThat(Json.write(reply.body()))
        .isEqualTo(
            "{\"NamespaceName\":\"payments\",\"Outcome\":\"created\",\"RequestId\":\"cloud-request\"}");
    assertThat(Json.write(cloud.last("CreateNamespace").json()))
        .isEqualTo(
            "{\"RegistryId\":\"tcr-1i7kqadw\",\"NamespaceName\":\"payments\",\"IsPublic\":false,"
                + "\"TagSpecification\":{\"ResourceType\":\"namespace\","
                + "\"Tags\":[{\"Key\":\"chatops-request\",\"Value\":\"01JD8QZ5T4V9W6X2Y3A7B8C9DE\"}]}}");
    assertThat(cloud.requests).hasSize(1);
    assertThat(function.lastLine()).containsEntry("resource_id", "payments");
  }

  @Test
  void lostAnswer_isFoundAgainByNameAndTag() {
    cloud.dropAnswerOf("CreateNamespace");

    Fixture.Reply reply = approved(1);

    assertThat(reply.outcome()).isEqualTo("adopted");
    assertThat(reply.body()).containsEntry("NamespaceName", "payments");
    assertThat(Json.write(cloud.last("DescribeNamespaces").json()))
        .isEqualTo(
            "{\"RegistryId\":\"tcr-1i7kqadw\",\"NamespaceName\":\"payments\",\"Limit\":100,\"Offset\":0}");
  }

  @Test
  void nextAttemptOfTheSameRequestAdoptsWhatTheFirstMade() {
    cloud.addNamespace("payments", false, OURS);

    assertThat(approved(2).outcome()).isEqualTo("adopted");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FailedOperation.ErrorTcrResourceConflict",
        "InternalError.ErrorTcrResourceConflict"
      })
  void foreignNamespaceIsNeverAdopted(String code) {
    cloud.addNamespace("payments", false, Map.of("chatops-request", "SOMEBODYELSE"));
    cloud.refuse("CreateNamespace", code, "project named payments already exists");

    Fixture.Reply reply = approved(1);

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.outcome()).isEqualTo("refused");
    assertThat(reply.message())
        .isEqualTo(
            "name_taken: a namespace named payments in tcr-1i7kqadw exists and was not made by this"
                + " request; choose another name");
  }

  @Test
  void oursThatIsNotWhatWasAskedIsNotAdopted() {
    cloud.addNamespace("payments", true, OURS);

    Fixture.Reply reply = approved(2);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.code()).isEqualTo("resource_differs");
    assertThat(reply.message())
        .isEqualTo(
            "a namespace named payments in tcr-1i7kqadw was made by this request, but it is public,"
                + " not private; look at it, and ask for the other one under a name and an id of its"
                + " own");
  }

  @Test
  void namesAreComparedExactly_onAllPages() {
    for (int i = 0; i < 150; i++) {
      cloud.addNamespace("payments-" + i, false, Map.of());
    }
    cloud.addNamespace("payments", false, OURS);

    assertThat(approved(1).outcome()).isEqualTo("adopted");
    assertThat(cloud.count("DescribeNamespaces")).isEqualTo(2);
  }

  @Test
  void nameThatExistsButIsNotListed_isUnknown() {
    cloud.refuse("CreateNamespace", "FailedOperation.ErrorTcrResourceConflict", "exists");

    Fixture.Reply reply = approved(1);

    assertThat(reply.status()).isEqualTo(504);
    assertThat(reply.message())
        .isEqualTo(
            "the name payments exists, but it is not in the list; look for the namespace by its name"
                + " with tcr-describe-namespaces before you ask again");
  }

  @Test
  void lostAnswerAndNothingFound_isUnknown() {
    cloud.twist(
        request -> request.action().equals("CreateNamespace") ? Optional.of("") : Optional.empty());
    cloud.dropAnswerOf("CreateNamespace");

    Fixture.Reply reply = approved(1);

    assertThat(reply.status()).isEqualTo(504);
    assertThat(reply.code()).isEqualTo("lost_answer");
    assertThat(cloud.count("DescribeInstances")).as("it is not the registry's fault").isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ResourceNotFound",
        "InternalError.DbError",
        "FailedOperation.ErrorGetDBDataError"
      })
  void registryThatIsNotThereIsToldAtOnce_whateverTheCodeIs(String code) {
    cloud.refuse("CreateNamespace", code, "the database says no");

    Fixture.Reply reply = approved(1);

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.outcome()).isEqualTo("refused");
    assertThat(reply.code()).isEqualTo("registry_not_found");
    assertThat(reply.message())
        .isEqualTo("there is no registry tcr-1i7kqadw in ap-guangzhou, so nothing was created");
  }

  @Test
  void whatWasMadeIsFoundBeforeAListWithoutItsRegistryIsBelieved() {
    cloud.addNamespace("payments", false, OURS);
    cloud.refuse("CreateNamespace", "InternalError", "check instance occur error");

    assertThat(approved(1).outcome()).isEqualTo("adopted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OperationDenied", "InternalError"})
  void registryThatDoesNotRunYetIsToldAtOnce(String code) {
    cloud.addRegistry("tcr-1i7kqadw", "team", Map.of());
    cloud.refuse("CreateNamespace", code, "check instance occur error");

    Fixture.Reply reply = approved(1);

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.outcome()).isEqualTo("refused");
    assertThat(reply.code()).isEqualTo("registry_not_running");
    assertThat(reply.message())
        .isEqualTo(
            "registry tcr-1i7kqadw is Pending, not yet Running, so nothing was created; try again"
                + " when it runs");
  }

  @Test
  void refusalThatBlamesTheCallIsPassedOnWithoutALook() {
    cloud.refuse("CreateNamespace", "OperationDenied.QuotaOverLimit", "full");

    Fixture.Reply reply = approved(1);

    assertThat(reply.status()).isEqualTo(502);
    assertThat(reply.code()).isEqualTo("OperationDenied.QuotaOverLimit");
    assertThat(cloud.requests).hasSize(1);
  }

  private Fixture.Reply approved(int attempt) {
    String sha256 =
        CreateNamespace.from(Json.readObject(BODY.getBytes(UTF_8)))
            .fold(valid -> valid.value().sha256(), invalid -> "");
    return function.bot(attempt, BODY, sha256);
  }
}
