// SPDX-License-Identifier: Apache-2.0
package io.berth.standin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The vector that Slack publishes under "Verifying requests from Slack". */
class SlackSignatureTest {
  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text="
          + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
          + "%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

  @Test
  void signsAsThePublishedVectorSays() {
    assertThat(
            SlackSignature.of(
                    "8f742231b10e8888abcd99yyyzzz85a5",
                    1531420618,
                    BODY.getBytes(StandardCharsets.UTF_8))
                .value())
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }

  @Test
  void signsRawBytesThatAreNoText() {
    assertThat(SlackSignature.of("secret", 1, new byte[] {(byte) 0xff, 0, 1}).value())
        .matches("v0=[0-9a-f]{64}")
        .isNotEqualTo(SlackSignature.of("secret", 1, new byte[] {(byte) 0xfe, 0, 1}).value());
  }
}
