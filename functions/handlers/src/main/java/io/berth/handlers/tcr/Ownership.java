// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

/**
 * Whose a thing of a name is, by the tag that it carries.
 *
 * @param id of the thing when there is one
 * @param detail for {@link Whose#DIFFERENT} and {@link Whose#UNREADABLE}, a clause
 * @param requestId of the cloud's answer, or empty
 */
record Ownership(Whose whose, String id, String detail, String requestId) {
  enum Whose {
    /** It carries the tag of the request. */
    OURS,
    /** It carries the tag of the request, and is not what the request asks for. */
    DIFFERENT,
    /** It carries another tag or none. */
    FOREIGN,
    /** This account has none of that name. */
    ABSENT,
    /** The list could not be read. */
    UNREADABLE
  }

  static Ownership absent(String requestId) {
    return new Ownership(Whose.ABSENT, "", "", requestId);
  }

  static Ownership unreadable(String why, String requestId) {
    return new Ownership(Whose.UNREADABLE, "", why, requestId);
  }
}
