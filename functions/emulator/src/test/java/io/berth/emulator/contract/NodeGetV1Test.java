// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

/** Tencent's own client for Node: version 1 (HmacSHA1), GET. */
class NodeGetV1Test extends NodeTest {
  NodeGetV1Test() {
    super("GET", "HmacSHA1");
  }

  @Override
  public boolean sendsTexts() {
    return true;
  }
}
