// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cam;

import java.util.Optional;

/**
 * What a signed call needs to be allowed.
 *
 * @param operation e.g. {@code tcr:CreateInstance}
 * @param resource in CAM's six segments, or {@code *} for an operation-level action
 * @param address the IPv4 address the caller comes from; empty where the action knows no condition
 *     on it
 */
public record AccessRequest(String operation, String resource, Optional<String> address) {}
