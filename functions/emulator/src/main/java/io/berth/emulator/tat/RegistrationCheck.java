// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import io.berth.emulator.error.ApiError;
import io.berth.emulator.text.AddressRange;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a machine may register with a code. The rules are documented with CreateRegisterCode; the
 * error codes are inferred, taken from those that the product and the common list have.
 */
final class RegistrationCheck {
  private RegistrationCheck() {}

  /** The code, when the machine may use it as far as the code's limit goes. */
  static StoredRegisterCode check(
      Optional<StoredRegisterCode> found, RegisterCodeStore.Registration registration, Instant now)
      throws ApiError {
    boolean right = ValueHash.fits(found, registration.value());
    // One answer for both, so that nobody can find out which ids exist.
    StoredRegisterCode code =
        found
            .filter(known -> right && isHere(known, registration))
            .orElseThrow(RegistrationCheck::notFound);
    refuseDead(code, now);
    refuseElsewhere(code.terms().ipAddressRange(), registration.address());
    return code;
  }

  private static boolean isHere(
      StoredRegisterCode code, RegisterCodeStore.Registration registration) {
    return registration.region().map(code.region()::equals).orElse(true);
  }

  private static ApiError notFound() {
    return new ApiError(
        "ResourceNotFound.RegisterCodesNotFoundCode",
        "Registration code not found. It does not exist in this region, or the value is wrong.");
  }

  private static void refuseElsewhere(String range, String address) throws ApiError {
    if (!AddressRange.holds(range, address)) {
      throw new ApiError(
          "IpNotInWhitelist",
          "Your IP is not in the allowlist. The register code is for %s only.".formatted(range));
    }
  }

  private static void refuseDead(StoredRegisterCode code, Instant now) throws ApiError {
    if (code.disabledAt().isPresent()) {
      throw unavailable("The register code is disabled.");
    }
    if (code.isExpired(now)) {
      throw unavailable("The register code has expired.");
    }
  }

  private static ApiError unavailable(String why) {
    return new ApiError("ResourceUnavailable", "The resource is unavailable. " + why);
  }

  static void refuseUsedUp(StoredRegisterCode code) throws ApiError {
    if (code.isUsedUp()) {
      throw new ApiError(
          "LimitExceeded",
          "Quota limit exceeded. The register code has been used by %d machines, its limit."
              .formatted(code.terms().registerLimit()));
    }
  }

  /** Inferred: the name of a new machine is the code's prefix, {@code -} and the host's name. */
  static RegisteredMachine machine(
      StoredRegisterCode code, String id, RegisteredMachine.AgentFacts facts, Instant now) {
    String prefix = code.terms().instanceNamePrefix();
    String name = prefix.isEmpty() ? facts.hostName() : prefix + "-" + facts.hostName();
    return new RegisteredMachine(id, code.region(), code.id(), name, facts, now, now);
  }
}
