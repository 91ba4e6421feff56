// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

/** Tencent's own client for Node: version 1 (HmacSHA256), form POST. */
class NodePostV1Test extends NodeTest {
  NodePostV1Test() {
    super("POST", "HmacSHA256");
  }

  @Override
  public boolean sendsTexts() {
    return true;
  }
}
