// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

/** The bundle cannot be made, or is not what it should be; the message is for whoever builds. */
final class BuildFailed extends Exception {
  private static final long serialVersionUID = 1L;

  BuildFailed(String sentence) {
    super(sentence, null, false, false);
  }
}
