// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.response;

import io.berth.standin.workspace.Channel;
import java.util.Optional;

/**
 * Where somebody acted, and with that where a response appears.
 *
 * @param userId who acted
 * @param channel where
 * @param original ts of the message that was clicked, if any
 */
public record ResponseTarget(String userId, Channel channel, Optional<String> original) {}
