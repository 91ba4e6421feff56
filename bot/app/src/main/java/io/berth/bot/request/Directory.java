// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

/** Knows who is what in the workspace. */
@FunctionalInterface
public interface Directory {
  /** The standing of a person by their Slack user id. */
  Standing standing(String userId);
}
