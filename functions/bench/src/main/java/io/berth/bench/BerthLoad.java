// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.cloud.Call;
import io.berth.cloud.CloudClient;
import io.berth.cloud.CloudReply;
import io.berth.cloud.Credentials;
import io.berth.cloud.Endpoint;
import io.berth.cloud.Timeouts;
import io.berth.contract.text.Secret;
import java.time.Clock;
import java.util.Optional;

/** Calls through our client. */
public final class BerthLoad {
  private BerthLoad() {}

  /** {@code CLOUD THREADS CALLS}: see {@link Load}. */
  public static void main(String... words) throws Exception {
    CloudClient client =
        new CloudClient(Endpoint.parse(words[0]), Clock.systemUTC(), Timeouts.DEFAULT);
    Credentials credentials =
        new Credentials("AKIDbench", Secret.of("bench"), Optional.of(Secret.of("bench")));
    Load.run(
        words,
        () -> {
          Call call =
              new Call(
                  "tcr",
                  "2019-09-24",
                  "CreateInstance",
                  Optional.of("ap-guangzhou"),
                  SignedCalls.CLOUD_FIELDS.getBytes(UTF_8),
                  credentials);
          if (!(client.call(call) instanceof CloudReply.Accepted)) {
            throw new IllegalStateException("not created");
          }
        });
  }
}
