// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import java.time.Instant;

/**
 * One registered machine (TAT, Data Types, RegisterInstanceInfo).
 *
 * @param id {@code rins-} and 8 characters
 * @param codeId the code it registered with last
 * @param facts what its agent said about it
 */
record RegisteredMachine(
    String id,
    String region,
    String codeId,
    String name,
    AgentFacts facts,
    Instant createdAt,
    Instant updatedAt) {

  /** What an agent says about its machine. */
  record AgentFacts(
      String machineId, String hostName, String localIp, String systemName, String publicKey) {}

  /** Inferred: there is no heartbeat here, so a registered machine counts as online. */
  String status() {
    return "Online";
  }

  RegisteredMachine named(String next, Instant now) {
    return new RegisteredMachine(id, region, codeId, next, facts, createdAt, now);
  }

  RegisteredMachine registeredAgain(String withCode, AgentFacts next, Instant now) {
    return new RegisteredMachine(id, region, withCode, name, next, createdAt, now);
  }
}
