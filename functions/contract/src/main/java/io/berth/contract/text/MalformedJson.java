// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.text;

/**
 * The text is not the JSON that was asked for; the message is one sentence with line and column.
 */
public final class MalformedJson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedJson(String sentence) {
    super(sentence, null, false, false);
  }
}
