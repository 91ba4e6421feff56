// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** A machine as the API shows it (TAT, Data Types). */
final class MachineJson {
  private MachineJson() {}

  /** RegisterInstanceInfo. */
  static ObjectNode of(RegisteredMachine machine) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("RegisterCodeId", machine.codeId())
            .put("InstanceId", machine.id())
            .put("InstanceName", machine.name())
            .put("MachineId", machine.facts().machineId());
    facts(json, machine.facts())
        .put("Status", machine.status())
        .put("CreatedTime", RegisterCodeJson.time(machine.createdAt()))
        .put("UpdatedTime", RegisterCodeJson.time(machine.updatedAt()))
        .putArray("Tags");
    return json;
  }

  private static ObjectNode facts(ObjectNode json, RegisteredMachine.AgentFacts facts) {
    return json.put("SystemName", facts.systemName())
        .put("HostName", facts.hostName())
        .put("LocalIp", facts.localIp())
        .put("PublicKey", facts.publicKey());
  }

  /** AutomationAgentInfo. Inferred: the agent's version, and that its last sign of life is now. */
  static ObjectNode agent(RegisteredMachine machine, Instant now) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("InstanceId", machine.id())
            .put("Version", "1.1.9")
            .put("LastHeartbeatTime", RegisterCodeJson.time(now))
            .put("AgentStatus", machine.status())
            .put("Environment", machine.facts().systemName());
    json.putArray("SupportFeatures");
    return json;
  }
}
