// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import java.util.Optional;

/**
 * One action to call.
 *
 * @param service the product's domain prefix, which is also the service in the signature, e.g.
 *     {@code tcr}
 * @param version the product's API version, e.g. {@code 2019-09-24}
 * @param action e.g. {@code CreateInstance}
 * @param region {@code X-TC-Region}; empty for the few actions without one
 * @param json the parameters as a JSON object in UTF-8; treated as immutable
 * @param credentials whose call this is
 */
public record Call(
    String service,
    String version,
    String action,
    Optional<String> region,
    byte[] json,
    Credentials credentials) {}
