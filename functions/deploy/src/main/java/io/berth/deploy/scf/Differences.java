// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.scf;

import io.berth.contract.text.Echo;
import io.berth.contract.text.Secret;
import io.berth.deploy.template.DeployableFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What of a function's configuration the cloud has otherwise than the template, in words that show
 * no value of a variable.
 */
final class Differences {
  private final List<String> found = new ArrayList<>();

  private Differences() {}

  static List<String> between(CloudFunction there, DeployableFunction wanted) {
    Differences differences = new Differences();
    differences.number("MemorySize", there, wanted.memorySize());
    differences.number("Timeout", there, wanted.timeout());
    differences.number("InitTimeout", there, wanted.initTimeout());
    differences.text("Role", there.text("Role"), wanted.role());
    differences.text("Description", there.text("Description"), wanted.description());
    differences.text("VpcId", there.vpc("VpcId"), wanted.vpc().vpcId());
    differences.text("SubnetId", there.vpc("SubnetId"), wanted.vpc().subnetId());
    differences.environment(there.environment(), wanted.environment());
    return differences.found;
  }

  private void number(String field, CloudFunction there, long wanted) {
    text(field, Long.toString(there.number(field)), Long.toString(wanted));
  }

  private void text(String field, String there, String wanted) {
    if (!there.equals(wanted)) {
      found.add(field + " " + shown(there) + " -> " + shown(wanted));
    }
  }

  static String shown(String value) {
    boolean plain = value.length() <= 40 && value.codePoints().allMatch(Echo::isVisible);
    return value.isEmpty() ? "(none)" : plain ? value : Echo.of(value);
  }

  /** Never a value: each may be a secret. */
  private void environment(Map<String, Secret> there, Map<String, Secret> wanted) {
    Set<String> keys = new TreeSet<>(there.keySet());
    keys.addAll(wanted.keySet());
    for (String key : keys) {
      if (!there.containsKey(key)) {
        found.add("variable " + key + " new");
      } else if (!wanted.containsKey(key)) {
        found.add("variable " + key + " removed");
      } else if (!there.get(key).equals(wanted.get(key))) {
        found.add("variable " + key + " changed");
      }
    }
  }
}
