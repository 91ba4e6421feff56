// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadFunctionsTest {
  private FakeCloud cloud;

  @BeforeEach
  void open() throws IOException {
    cloud = new FakeCloud();
  }

  @AfterEach
  void close() {
    cloud.close();
  }

  @Test
  void registriesComeAsTheCloudGivesThem() {
    cloud.addRegistry("tcr-1", "payments", Map.of("env", "dev"));
    Fixture function = new Fixture(FunctionName.TCR_DESCRIBE_INSTANCES, cloud.uri());

    Fixture.Reply reply = function.ci("a", "{\"Region\":\"ap-guangzhou\",\"AllRegion\":true}");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body())
        .containsEntry("TotalCount", 1L)
        .containsEntry("Outcome", "ok")
        .containsEntry("RequestId", "cloud-request");
    assertThat((List<?>) reply.body().get("Registries")).hasSize(1);
  }

  @Test
  void namespacesComeAsTheCloudGivesThem() {
    cloud.addNamespace("payments", false, Map.of("env", "dev"));
    Fixture function = new Fixture(FunctionName.TCR_DESCRIBE_NAMESPACES, cloud.uri());

    Fixture.Reply reply =
        function.ci("a", "{\"Region\":\"ap-guangzhou\",\"RegistryId\":\"tcr-1\"}");

    assertThat(reply.body()).containsEntry("TotalCount", 1L).containsEntry("Outcome", "ok");
    assertThat((List<?>) reply.body().get("NamespaceList")).hasSize(1);
  }

  @Test
  void codesComeAsTheCloudGivesThem() {
    cloud.addCode("x", true);
    Fixture function = new Fixture(FunctionName.TAT_DESCRIBE_REGISTER_CODES, cloud.uri());

    assertThat(
            (List<?>)
                function.ci("a", "{\"Region\":\"ap-guangzhou\"}").body().get("RegisterCodeSet"))
        .hasSize(1);
  }

  @Test
  void codesAreDisabled() {
    String id = cloud.addCode("x", true);
    Fixture function = new Fixture(FunctionName.TAT_DISABLE_REGISTER_CODES, cloud.uri());

    Fixture.Reply reply =
        function.ci("a", "{\"Region\":\"ap-guangzhou\",\"RegisterCodeIds\":[\"" + id + "\"]}");

    assertThat(Json.write(reply.body()))
        .isEqualTo("{\"Outcome\":\"ok\",\"RequestId\":\"cloud-request\"}");
    assertThat(cloud.enabledCodes()).isEmpty();
  }

  @Test
  void readsAreNotReplayed_andAskForNoApproval() {
    Fixture function =
        new Fixture(FunctionName.TCR_DESCRIBE_INSTANCES, cloud.uri())
            .with("BERTH_REQUIRE_APPROVAL", "true")
            .without("BERTH_APPROVAL_KEYS");
    function.ci("a", "{\"Region\":\"ap-guangzhou\"}");

    assertThat(function.ci("a", "{\"Region\":\"ap-guangzhou\"}").outcome()).isEqualTo("ok");
    assertThat(cloud.count("DescribeInstances")).isEqualTo(2);
  }

  @Test
  void lostReadSaysThatItIsSafeToRepeat() {
    cloud.dropAnswerOf("DescribeInstances");
    Fixture function = new Fixture(FunctionName.TCR_DESCRIBE_INSTANCES, cloud.uri());

    Fixture.Reply reply = function.ci("a", "{\"Region\":\"ap-guangzhou\"}");

    assertThat(reply.status()).isEqualTo(504);
    assertThat(reply.message()).endsWith("; it is safe to send it again");
  }
}
