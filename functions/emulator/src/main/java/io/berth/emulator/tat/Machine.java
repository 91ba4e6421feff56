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
record Machine(
    String id,
    String region,
    String codeId,
    String name,
    Facts facts,
    Instant createdAt,
    Instant updatedAt) {

  /** What an agent says about its machine. */
  record Facts(
      String machineId, String hostName, String localIp, String systemName, String publicKey) {}

  /** Inferred: there is no heartbeat here, so a registered machine counts as online. */
  String status() {
    return "Online";
  }

  Machine named(String next, Instant now) {
    return new Machine(id, region, codeId, next, facts, createdAt, now);
  }

  Machine registeredAgain(String withCode, Facts next, Instant now) {
    return new Machine(id, region, withCode, name, next, createdAt, now);
  }
}
