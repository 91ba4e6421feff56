// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import java.util.List;
import java.util.Optional;

/**
 * What came of something a person did.
 *
 * @param deliveries how the deliveries ended, the first one first
 * @param toast what the person's client says about it, when something went wrong
 * @param before the workspace's version before, so that what is new can be told
 */
public record Acted(List<Delivered> deliveries, Optional<String> toast, long before) {}
