// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.cloud.Credentials;
import io.berth.contract.text.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cloud key of whoever deploys, as the environment has it. Two spellings are in use: tccli's
 * and Terraform's, and the one that SCF gives to functions. The parts come from one spelling: half
 * of each is no key.
 */
final class DeployCredentials {
  private static final List<List<String>> SPELLINGS =
      List.of(
          List.of("TENCENTCLOUD_SECRET_ID", "TENCENTCLOUD_SECRET_KEY", "TENCENTCLOUD_TOKEN"),
          List.of("TENCENTCLOUD_SECRETID", "TENCENTCLOUD_SECRETKEY", "TENCENTCLOUD_SESSIONTOKEN"));

  private DeployCredentials() {}

  static Optional<Credentials> find(Map<String, String> environment) {
    return SPELLINGS.stream().flatMap(names -> find(environment, names).stream()).findFirst();
  }

  private static Optional<Credentials> find(Map<String, String> environment, List<String> names) {
    Optional<Secret> token = value(environment, names.get(2)).map(Secret::of);
    return value(environment, names.get(0))
        .flatMap(
            id ->
                value(environment, names.get(1))
                    .map(key -> new Credentials(id, Secret.of(key), token)));
  }

  /** Whether a part of a key is there: then somebody means it, and no file takes its place. */
  static boolean isBegun(Map<String, String> environment) {
    return SPELLINGS.stream()
        .flatMap(List::stream)
        .anyMatch(name -> value(environment, name).isPresent());
  }

  /** One sentence that names what to set; never a value. */
  static String missing(Map<String, String> environment) {
    List<String> begun =
        SPELLINGS.stream()
            .filter(names -> names.stream().anyMatch(n -> value(environment, n).isPresent()))
            .findFirst()
            .orElse(SPELLINGS.get(0));
    List<String> missing = new ArrayList<>(begun.subList(0, 2));
    missing.removeIf(name -> value(environment, name).isPresent());
    return "credentials missing: export %s (and %s for temporary keys)"
        .formatted(String.join(" and ", missing), begun.get(2));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }
}
