// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** What {@code tat_agent register} sends, without the agent. */
public final class AgentCalls {
  private final TestCloud cloud;

  public AgentCalls(TestCloud cloud) {
    this.cloud = cloud;
  }

  /** A new code in ap-guangzhou: {@code RegisterCodeId} and {@code RegisterCodeValue}. */
  public JsonNode code(String json) {
    return cloud.call(TestCloud.TAT, "CreateRegisterCode", json.replace('\'', '"'));
  }

  /** Registers a machine from 127.0.0.1. */
  public JsonNode register(JsonNode code, String machine) {
    return send(body(code, machine), "");
  }

  /** Registers a machine from that address. */
  public JsonNode registerFrom(String address, JsonNode code, String machine) {
    return send(body(code, machine), address);
  }

  /** The body that the agent's source shows. */
  public static String body(JsonNode code, String machine) {
    return body(
        code.get("RegisterCodeId").textValue(), code.get("RegisterCodeValue").textValue(), machine);
  }

  public static String body(String id, String value, String machine) {
    return """
        {"Action":"RegisterInstance","MachineId":"%s","ActiveCode":"%s","ActiveValue":"%s",\
        "PublicKey":"-----BEGIN RSA PUBLIC KEY-----","Hostname":"host-%s","LocalIp":"10.0.0.7",\
        "SystemName":"Linux"}"""
        .formatted(machine, id, value, machine);
  }

  public JsonNode send(String body, String address) {
    return cloud.send(request(body, address).build());
  }

  public HttpRequest.Builder request(String body, String address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(cloud.uri().resolve("/agent"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return address.isEmpty() ? request : request.header("X-Emulator-Client-Ip", address);
  }
}
