// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

import io.berth.emulator.cam.AccessRequest;
import io.berth.emulator.cam.Permissions;
import io.berth.emulator.signature.Keys;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Whether a request is signed by somebody that the emulator knows, and who may make it. */
public final class CosAccessCheck {
  /** How far the clocks may differ (COS, 403 Error Codes). */
  private static final Duration SKEW = Duration.ofMinutes(15);

  private final Keys keys;
  private final Permissions permissions;
  private final Supplier<Clock> clock;

  /**
   * Judges by the keys and policies there are.
   *
   * @param clock which one signatures are held against now
   */
  public CosAccessCheck(Keys keys, Permissions permissions, Supplier<Clock> clock) {
    this.keys = keys;
    this.permissions = permissions;
    this.clock = clock;
  }

  /**
   * Refuses whoever may not call.
   *
   * @param headers values by lower-case name
   */
  void check(String method, ObjectAddress address, Map<String, List<String>> headers)
      throws CosError {
    String authorization = one(headers, "authorization").orElseThrow(CosError::accessDenied);
    CosAuthorization signature = CosAuthorization.parse(authorization);
    String secretKey =
        keys.secretKeyOf(signature.secretId(), one(headers, "x-cos-security-token"))
            .orElseThrow(CosError::invalidAccessKey);
    checkTime(signature);
    UnaryOperator<String> values = name -> one(headers, name).orElse("");
    if (!signature.isRight(method, address.key(), values, name -> "", secretKey)) {
      throw new CosError(403, "SignatureDoesNotMatch", "The Signature you specified is invalid.");
    }
    String operation = "cos:" + action(method);
    AccessRequest access = new AccessRequest(operation, address.resource(), Optional.empty());
    if (!permissions.allows(keys.roleOf(signature.secretId()), access)) {
      throw CosError.accessDenied();
    }
  }

  // HEAD is cos:HeadObject, and so on.
  private static String action(String method) {
    return method.charAt(0) + method.substring(1).toLowerCase(Locale.ROOT) + "Object";
  }

  private void checkTime(CosAuthorization signature) throws CosError {
    long now = clock.get().instant().getEpochSecond();
    if (signature.to() < now) {
      throw new CosError(403, "AccessDenied", "Request has expired");
    }
    if (signature.from() > now + SKEW.toSeconds()) {
      throw new CosError(
          403,
          "RequestTimeTooSkewed",
          "The difference between the request time and the server's time is too large.");
    }
  }

  private static Optional<String> one(Map<String, List<String>> headers, String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst().map(String::trim);
  }
}
