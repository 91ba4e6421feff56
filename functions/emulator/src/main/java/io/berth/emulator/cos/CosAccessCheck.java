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
  void check(String method, ObjectAddress place, Map<String, List<String>> headers)
      throws CosError {
    Optional<String> authorization = one(headers, "authorization");
    if (authorization.isEmpty()) {
      throw new CosError(403, "AccessDenied", "Access Denied.");
    }
    CosAuthorization signature = CosAuthorization.parse(authorization.get());
    String secretKey =
        keys.secretKeyOf(signature.secretId(), one(headers, "x-cos-security-token"))
            .orElseThrow(
                () ->
                    new CosError(
                        403,
                        "InvalidAccessKeyId",
                        "The Access Key Id you provided does not exist in our records."));
    checkTime(signature);
    boolean right =
        signature.isRight(
            method, place.key(), name -> one(headers, name).orElse(""), name -> "", secretKey);
    if (!right) {
      throw new CosError(403, "SignatureDoesNotMatch", "The Signature you specified is invalid.");
    }
    AccessRequest access =
        new AccessRequest("cos:" + action(method), place.resource(), Optional.empty());
    if (!permissions.allows(keys.roleOf(signature.secretId()), access)) {
      throw new CosError(403, "AccessDenied", "Access Denied.");
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
