// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import java.time.Instant;
import java.util.Optional;

/** What one person said to one request. */
public record Vote(String voter, boolean approves, Optional<String> reason, Instant at) {}
