// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.contract;

import io.berth.cloud.Endpoint;
import java.net.URI;
import org.junit.jupiter.api.Tag;

/** Berth's own client: version 3, JSON POST. It and Tencent's need different versions of OkHttp. */
@Tag("okhttp-5")
class BerthClientTest extends ClientTest {
  @Override
  Subject connect(URI emulator) {
    return new BerthSubject(Endpoint.fixed(emulator));
  }
}
