// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.berth.emulator.AgentCalls;
import io.berth.emulator.Raw;
import io.berth.emulator.Settings;
import io.berth.emulator.TestCloud;
import io.berth.emulator.cam.CamPolicy;
import io.berth.emulator.cam.Permissions;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An emulator with nothing in it, and the things that provocations need. */
final class Lab {
  static final String NO_REGISTRY = "'RegistryId':'tcr-00000000'";

  /** The role may do nothing, everybody else everything. */
  static final Settings SETTINGS =
      Settings.DEFAULT.withPermissions(
          Permissions.ofRoles(Map.of("nobody", new CamPolicy(List.of()))));

  final TestCloud cloud;
  final AgentCalls agent;

  Lab(TestCloud cloud) {
    this.cloud = cloud;
    this.agent = new AgentCalls(cloud);
  }

  /** Throws everything away, and lets the rate limit forget. */
  void clear() {
    cloud.admin("POST", "reset", "");
    cloud.clock.advance(Duration.ofSeconds(1));
  }

  static String version(String product) {
    return product.equals("tcr") ? TestCloud.TCR : TestCloud.TAT;
  }

  JsonNode call(String product, String action, String json) {
    return cloud.call(version(product), action, json.replace('\'', '"'));
  }

  /** The code that a role without any right gets. */
  String denied(String product, String action, String json) {
    return TestCloud.codeOf(
        cloud.callAs(cloud.roleKey("nobody"), version(product), action, json.replace('\'', '"')));
  }

  String tcr(String action, String json) {
    return TestCloud.codeOf(call("tcr", action, json));
  }

  String tat(String action, String json) {
    return TestCloud.codeOf(call("tat", action, json));
  }

  String tcrIn(String region, String action, String json) {
    return TestCloud.codeOf(cloud.callIn(region, TestCloud.TCR, action, json.replace('\'', '"')));
  }

  String send(HttpRequest.Builder request) {
    return TestCloud.codeOf(cloud.send(request.build()));
  }

  /** A call to another Host, which no HTTP client of the JDK would make. */
  String codeAtHost(String host) {
    String request =
        """
        GET / HTTP/1.1
        Host: %s
        X-TC-Action: DescribeInstances
        X-TC-Version: 2019-09-24
        X-TC-Timestamp: %d
        Connection: close

        """
            .formatted(host, cloud.clock.instant().getEpochSecond());
    String answer = Raw.exchange(cloud.uri(), request);
    JsonNode body = TestCloud.json(answer.substring(answer.indexOf("\r\n\r\n")));
    return TestCloud.codeOf(body.get("Response"));
  }

  HttpRequest.Builder describe() {
    return cloud
        .signed()
        .post(cloud.clock.instant(), "DescribeInstances", TestCloud.TCR, "ap-guangzhou", "{}");
  }

  /** {@code 'RegistryId':'…'} of a registry that is still pending. */
  String pending() {
    return "'RegistryId':'" + create("payments", "").get("RegistryId").textValue() + "'";
  }

  /** The same of one that runs. */
  String running(String more) {
    String id = create("payments", more).get("RegistryId").textValue();
    cloud.clock.advance(Duration.ofSeconds(5));
    return "'RegistryId':'" + id + "'";
  }

  JsonNode create(String name, String more) {
    return call(
        "tcr",
        "CreateInstance",
        "{'RegistryName':'" + name + "','RegistryType':'standard'" + more + "}");
  }

  /** A running registry with the namespace team-a. */
  String withNamespace() {
    String registry = running("");
    tcr("CreateNamespace", "{" + registry + ",'NamespaceName':'team-a','IsPublic':true}");
    return registry;
  }

  static String tags(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'Key':'k" + i + "','Value':'v'}")
        .collect(
            Collectors.joining(
                ",", ",'TagSpecification':{'ResourceType':'instance','Tags':[", "]}"));
  }

  static String codeIds(int count) {
    return IntStream.range(0, count)
        .mapToObj("'%08d-0000-4000-8000-000000000000'"::formatted)
        .collect(Collectors.joining(",", "{'RegisterCodeIds':[", "]}"));
  }

  /** Registers a machine, and says how it went. */
  String register(JsonNode code, String machine) {
    return TestCloud.codeOf(agent.register(code, machine));
  }

  String agent(String body) {
    return TestCloud.codeOf(agent.send(body.replace('\'', '"'), ""));
  }
}
