// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.berth.standin.workspace.Channel;
import io.berth.standin.workspace.Directory;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseUrlsTest {
  private final Channel channel = Directory.channel("#requests").orElseThrow();
  private final SecureRandom sevens =
      new SecureRandom() {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
          Arrays.fill(bytes, (byte) 7);
        }
      };

  @Test
  void takesAllOfTheSecretFromTheRandomness() {
    URI home = URI.create("http://127.0.0.1:8100");
    byte[] secret = new byte[24];
    sevens.nextBytes(secret);
    assertThat(
            new ResponseUrls(home, Clock.systemUTC(), sevens)
                .issue(new ResponseTarget("U0ALICE", channel, Optional.empty())))
        .isEqualTo(home + "/response/" + Base64.getUrlEncoder().encodeToString(secret));
  }
}
