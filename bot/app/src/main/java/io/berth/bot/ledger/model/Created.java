// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger.model;

import java.util.Optional;

/**
 * What a part led to.
 *
 * @param resourceId e.g. RegistryId or RegisterCodeId
 * @param adopted true when it was found again after a lost answer
 * @param sealedValue its secret as the function sealed it (JWE)
 * @param cloudRequestId the request id of the answer that told of it, may be empty
 */
public record Created(
    String resourceId, boolean adopted, Optional<String> sealedValue, String cloudRequestId) {
  /** Something that was found again. */
  public static Created adopted(String resourceId) {
    return new Created(resourceId, true, Optional.empty(), "");
  }

  @Override
  public String toString() {
    return "Created[" + resourceId + (adopted ? ", adopted]" : "]");
  }
}
