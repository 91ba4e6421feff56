// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

/** What a smoke call came to. */
enum SmokeStatus {
  UP,
  SKIPPED,
  FAILED
}
