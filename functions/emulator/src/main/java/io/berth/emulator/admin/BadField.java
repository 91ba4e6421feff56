// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.admin;

/** A field of an admin request breaks a rule; nothing has changed. */
final class BadField extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  BadField(String field, String rule) {
    super(rule, null, false, false);
    this.field = field;
  }

  AdminReply reply() {
    return AdminReply.refused(400, field, getMessage());
  }
}
