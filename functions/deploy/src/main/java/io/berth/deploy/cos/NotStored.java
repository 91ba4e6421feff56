// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy.cos;

/** A bundle is not in the bucket; the message is one sentence with the way out. */
public final class NotStored extends Exception {
  private static final long serialVersionUID = 1L;

  NotStored(String sentence) {
    super(sentence, null, false, false);
  }
}
