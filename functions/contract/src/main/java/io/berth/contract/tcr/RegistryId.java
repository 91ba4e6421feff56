// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.tcr;

import io.berth.contract.Fields;
import io.berth.contract.RequestRule;
import io.berth.contract.text.Echo;
import java.util.Map;
import java.util.Optional;

/**
 * The rule for a registry's id: {@code tcr-} and lower-case letters and digits [inferred from ids
 * that users show]. It is checked because the cloud answers some made-up ids with an internal
 * error, which looks as if something might have happened.
 */
final class RegistryId {
  private static final String FIELD = "RegistryId";
  private static final String PREFIX = "tcr-";
  private static final int MOST = 64;

  private RegistryId() {}

  static String check(Fields in) {
    Optional<String> given =
        in.has(FIELD) ? in.text(FIELD) : in.missing(FIELD, RequestRule.REGISTRY_ID_NEEDED);
    given
        .filter(id -> !isId(id))
        .ifPresent(
            id ->
                in.refuse(
                    FIELD,
                    RequestRule.REGISTRY_ID,
                    "InvalidParameter",
                    Map.of("given", Echo.of(id))));
    return given.orElse("");
  }

  private static boolean isId(String text) {
    boolean framed =
        text.startsWith(PREFIX) && text.length() > PREFIX.length() && text.length() <= MOST;
    return framed && text.substring(PREFIX.length()).chars().allMatch(RegistryId::isLegal);
  }

  private static boolean isLegal(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
