// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.ledger;

import java.util.Optional;

/**
 * What an approved request led to.
 *
 * @param resourceId RegistryId or RegisterCodeId
 * @param adopted true when it was found again after a lost answer
 * @param sealedValue the register code's value as the function sealed it (JWE)
 * @param cloudRequestId the request id of the answer that told of it, may be empty
 */
public record Made(
    String resourceId, boolean adopted, Optional<String> sealedValue, String cloudRequestId) {

  @Override
  public String toString() {
    return "Made[" + resourceId + (adopted ? ", adopted]" : "]");
  }
}
