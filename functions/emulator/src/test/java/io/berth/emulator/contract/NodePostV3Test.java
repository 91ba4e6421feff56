// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

/** Tencent's own client for Node: version 3, JSON POST. */
class NodePostV3Test extends NodeTest {
  NodePostV3Test() {
    super("POST", "TC3-HMAC-SHA256");
  }
}
