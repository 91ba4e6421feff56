// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.web;

/** Something that answers requests; it may block. */
@FunctionalInterface
public interface Door {
  /** Answers one request. An exception that escapes is a bug and becomes status 500. */
  Out answer(In in);
}
