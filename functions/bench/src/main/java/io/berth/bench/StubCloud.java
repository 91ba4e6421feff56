// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import javax.net.ServerSocketFactory;

/**
 * TCR's CreateInstance, which always succeeds. It does not check signatures: both sides make them.
 */
final class StubCloud {
  private static final byte[] CREATED =
      ("{\"Response\":{\"RegistryId\":\"tcr-bench\","
              + "\"RequestId\":\"eac6b301-a322-493a-8e36-83b295459397\"}}")
          .getBytes(UTF_8);

  private StubCloud() {}

  static StubServer open(ServerSocketFactory sockets) throws IOException {
    StubServer.StubReply created = new StubServer.StubReply("", CREATED);
    return new StubServer(sockets, (path, body) -> created);
  }
}
