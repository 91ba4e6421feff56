// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.contract.text.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A function as it is in the cloud (SCF GetFunction, Output Parameters). */
record CloudFunction(Map<String, Object> answer) {
  String status() {
    return Reading.text(answer, "Status");
  }

  boolean isActive() {
    return status().equals("Active");
  }

  /** A change is running: Creating, Updating, Publishing or Deleting. */
  boolean isChanging() {
    return status().endsWith("ing");
  }

  boolean isFailed() {
    return status().endsWith("Failed");
  }

  /** Why it is in a failed state, in SCF's words. */
  String reasons() {
    String reasons =
        Reading.objects(answer, "StatusReasons").stream()
            .map(r -> Reading.text(r, "ErrorCode") + " " + Reading.text(r, "ErrorMessage"))
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? Reading.text(answer, "StatusDesc") : reasons;
  }

  boolean lacksBalance() {
    return Reading.text(answer, "AvailableStatus").equals("InsufficientBalance");
  }

  String text(String field) {
    return Reading.text(answer, field);
  }

  long number(String field) {
    return Reading.number(answer, field);
  }

  String vpc(String field) {
    return Reading.text(Reading.object(answer, "VpcConfig"), field);
  }

  Map<String, Secret> environment() {
    Map<String, Secret> values = new LinkedHashMap<>();
    for (Map<?, ?> v : Reading.objects(Reading.object(answer, "Environment"), "Variables")) {
      values.put(Reading.text(v, "Key"), Secret.of(Reading.text(v, "Value")));
    }
    return values;
  }

  /** Names the fields only: the variables hold secrets. */
  @Override
  public String toString() {
    return "CloudFunction" + answer.keySet();
  }
}
