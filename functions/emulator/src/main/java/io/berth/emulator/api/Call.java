// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One authenticated call.
 *
 * @param action the action's name, e.g. {@code CreateInstance}
 * @param version the product's version, e.g. {@code 2019-09-24}
 * @param region well-formed and offered by the product
 * @param parameters the action's own parameters, without the common ones
 * @param secretId who signed the call
 * @param requestId what the answer will carry as {@code RequestId}
 */
public record Call(
    String action,
    String version,
    String region,
    ObjectNode parameters,
    String secretId,
    String requestId) {}
