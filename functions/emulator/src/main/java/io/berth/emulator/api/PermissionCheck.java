// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import io.berth.emulator.cam.AccessRequest;
import io.berth.emulator.cam.Permissions;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.CloudProduct;
import io.berth.emulator.signature.Keys;
import io.berth.emulator.text.Excerpt;
import java.util.Optional;

/**
 * Whether a call's caller may do what it asks for. The wording of a denial was seen in several
 * products; the code is inferred: TCR's lists of error codes have it for nearly every action, for
 * TAT and SCF it is the common one.
 */
final class PermissionCheck {
  static final String CODE = "UnauthorizedOperation";

  private static final String DENIED =
      """
      You are not authorized to perform this operation. Check your CAM policies, and ensure that \
      you are using the correct access keys. [[request id:%s]you are not authorized to perform \
      operation (%s)
      resource (%s) has no permission
      ]""";

  private final Keys keys;
  private final Permissions permissions;

  PermissionCheck(Keys keys, Permissions permissions) {
    this.keys = keys;
    this.permissions = permissions;
  }

  /**
   * Refuses a call unless every resource it is about is allowed.
   *
   * @param address where it comes from
   */
  void check(CloudProduct product, ApiCall call, String address) throws ApiError {
    Optional<String> role = keys.require(call.secretId()).role();
    String operation = product.name() + ":" + call.action();
    Optional<String> known =
        Optional.of(address).filter(any -> product.knowsAddress(call.action()));
    for (String resource : product.resources(call)) {
      if (!permissions.allows(role, new AccessRequest(operation, resource, known))) {
        throw denied(operation, resource, call.requestId());
      }
    }
  }

  private static ApiError denied(String operation, String resource, String requestId) {
    return new ApiError(CODE, DENIED.formatted(requestId, operation, Excerpt.brief(resource)));
  }
}
