// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

/** Tencent's own client for Node: version 3, GET. */
class NodeGetV3Test extends NodeTest {
  NodeGetV3Test() {
    super("GET", "TC3-HMAC-SHA256");
  }

  @Override
  public boolean sendsTexts() {
    return true;
  }
}
