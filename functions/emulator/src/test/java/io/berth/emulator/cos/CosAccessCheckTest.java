// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.cos;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.berth.emulator.CosCalls;
import io.berth.emulator.cam.CamPolicy;
import io.berth.emulator.cam.Permissions;
import io.berth.emulator.signature.Keys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CosAccessCheckTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.ofEpochSecond(1_557_989_451), ZoneOffset.UTC);

  private final Keys keys = new Keys("AKIDtest", "secret", new SecureRandom());
  private final Keys.TemporaryKey role = keys.issue("deployer");
  private final CosAccessCheck callers =
      new CosAccessCheck(keys, Permissions.UNLIMITED, () -> CLOCK);
  private final ObjectAddress place = new ObjectAddress("code-1250000000", "ap-guangzhou", "/a");

  @Test
  void believesATemporaryKeyWithItsToken() {
    assertThatCode(() -> callers.check("GET", place, headers(role.token(), role.token())))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesATemporaryKeyWithoutItsTokenOrAfterItsEnd() {
    assertThatThrownBy(() -> callers.check("GET", place, headers("other", "other")))
        .isInstanceOf(CosError.class);
    assertThatThrownBy(() -> callers.check("GET", place, headers("other", role.token())))
        .hasMessageContaining("Signature");
    keys.revoke(role);
    assertThatThrownBy(() -> callers.check("GET", place, headers(role.token(), role.token())))
        .hasMessageContaining("Access Key Id");
  }

  @Test
  void holdsRolesToTheirPolicies() throws Exception {
    CamPolicy policy =
        CamPolicy.of(
            """
            {"version":"2.0","statement":[{"effect":"allow","action":["cos:GetObject"],
              "resource":["qcs::cos:ap-guangzhou:uid/1250000000:code-1250000000/a"]}]}
            """
                .getBytes(StandardCharsets.UTF_8));
    CosAccessCheck held =
        new CosAccessCheck(keys, Permissions.ofRoles(Map.of("deployer", policy)), () -> CLOCK);

    assertThatCode(() -> held.check("GET", place, headers(role.token(), role.token())))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> held.check("GET", other(), headers(role.token(), role.token(), "/b")))
        .hasMessage("Access Denied.");
  }

  private ObjectAddress other() {
    return new ObjectAddress(place.bucket(), place.region(), "/b");
  }

  /** A signature over one token, sent with another. */
  private Map<String, List<String>> headers(String signed, String sent) {
    return headers(signed, sent, "/a");
  }

  private Map<String, List<String>> headers(String signed, String sent, String path) {
    URI nowhere = URI.create("http://127.0.0.1:1");
    CosCalls calls = new CosCalls(nowhere, role.secretId(), role.secretKey(), CLOCK);
    String line = calls.authorization("GET", path, "x-cos-security-token: " + signed + "\r\n");
    return Map.of(
        "host",
        List.of("code-1250000000.cos.ap-guangzhou.myqcloud.com"),
        "x-cos-security-token",
        List.of(sent),
        "authorization",
        List.of(line.substring("Authorization: ".length())));
  }
}
