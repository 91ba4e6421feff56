// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

/**
 * What a function answered.
 *
 * @param status HTTP's
 */
record FunctionResponse(int status, byte[] body) {
  boolean isSuccess() {
    return status >= 200 && status < 300;
  }
}
