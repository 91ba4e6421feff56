// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.contract.text.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A function as it is in the cloud (SCF GetFunction, Output Parameters). */
record CloudFunction(Map<String, Object> answer) {
  String status() {
    return ScfFields.text(answer, "Status");
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
        ScfFields.objects(answer, "StatusReasons").stream()
            .map(r -> ScfFields.text(r, "ErrorCode") + " " + ScfFields.text(r, "ErrorMessage"))
            .collect(Collectors.joining("; "));
    return reasons.isEmpty() ? ScfFields.text(answer, "StatusDesc") : reasons;
  }

  boolean lacksBalance() {
    return ScfFields.text(answer, "AvailableStatus").equals("InsufficientBalance");
  }

  String text(String field) {
    return ScfFields.text(answer, field);
  }

  long number(String field) {
    return ScfFields.number(answer, field);
  }

  String vpc(String field) {
    return ScfFields.text(ScfFields.object(answer, "VpcConfig"), field);
  }

  Map<String, Secret> environment() {
    Map<String, Secret> values = new LinkedHashMap<>();
    for (Map<?, ?> v : ScfFields.objects(ScfFields.object(answer, "Environment"), "Variables")) {
      values.put(ScfFields.text(v, "Key"), Secret.of(ScfFields.text(v, "Value")));
    }
    return values;
  }

  /** Names the fields only: the variables hold secrets. */
  @Override
  public String toString() {
    return "CloudFunction" + answer.keySet();
  }
}
