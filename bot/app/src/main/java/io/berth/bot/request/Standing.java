// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.request;

/** What somebody is in the workspace. */
public enum Standing {
  MEMBER,
  /** Of a few channels, or of another organisation. */
  GUEST,
  /** An app, or a caller of the webhook. */
  PROGRAM,
  /** Their account was deactivated. */
  DEACTIVATED,
  /** It could not be found out just now. */
  UNKNOWN
}
