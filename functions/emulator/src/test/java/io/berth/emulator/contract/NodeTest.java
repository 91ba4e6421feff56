// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tencent's own client for Node in one of its ways to send; one process serves a whole class.
 * Skipped where Node or the package is not installed, unless {@code -Dberth.node=required}.
 */
@ExtendWith(NodeInstallation.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class NodeTest extends ClientTest {
  private final String method;
  private final String signature;
  private NodeProcess node;

  NodeTest(String method, String signature) {
    this.method = method;
    this.signature = signature;
  }

  @BeforeAll
  void startNode() {
    node = NodeProcess.start(method, signature);
  }

  @AfterAll
  void stopNode() {
    if (node != null) {
      node.close();
    }
  }

  @Override
  Subject connect(URI emulator) {
    return node.at(emulator.getScheme() + "://", emulator.getAuthority());
  }
}
