// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import io.berth.contract.text.Secret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final String ID = "01JD0000000000000000000000";
  private static final String VALUE =
      "21e9b871e123427dbee18b0cf3e0d766f91d81a9902843b7b046d7b9ffb9d45a";
  private final SecureRandom random = new SecureRandom();
  private final Secret key = WebhookKey.generate(random);
  private final String jwe = Seal.seal(VALUE, key, ID, random);

  @Test
  void opensForTheHolderOfTheSecretAndTheRequestItBelongsTo() {
    assertThat(Seal.open(jwe, List.of(key), ID).orElseThrow().reveal()).isEqualTo(VALUE);
  }

  @Test
  void opensWithTheOldSecretWhileItIsRotated() {
    assertThat(Seal.open(jwe, List.of(WebhookKey.generate(random), key), ID)).isPresent();
  }

  @Test
  void staysClosedForAnotherSecretAndForAnotherRequest() {
    assertThat(Seal.open(jwe, List.of(WebhookKey.generate(random)), ID)).isEmpty();
    assertThat(Seal.open(jwe, List.of(key), "01JD0000000000000000000001")).isEmpty();
  }

  @Test
  void staysClosedWhenAnyPartOfItIsAltered() {
    for (int i = 0; i < jwe.length(); i++) {
      if (jwe.charAt(i) != '.') {
        char flipped = jwe.charAt(i) == 'A' ? 'Q' : 'A';
        String altered = jwe.substring(0, i) + flipped + jwe.substring(i + 1);
        assertThat(Seal.open(altered, List.of(key), ID)).as("character %d", i).isEmpty();
      }
    }
  }

  @Test
  void whatIsNotAJweStaysClosed() {
    for (String text : List.of("", ".", "....", "a.b.c.d.e", "!.!.!.!.!")) {
      assertThat(Seal.open(text, List.of(key), ID)).isEmpty();
    }
  }

  @Test
  void neverLooksTheSameTwiceAndNeverShowsTheValue() {
    assertThat(Seal.seal(VALUE, key, ID, random)).isNotEqualTo(jwe);
    assertThat(jwe).doesNotContain(VALUE.substring(0, 16));
  }

  @Test
  void theHeaderNamesAlgorithmKeyAndRequest() {
    String header =
        new String(
            Base64.getUrlDecoder().decode(jwe.split("\\.")[0]),
            java.nio.charset.StandardCharsets.UTF_8);
    assertThat(header)
        .matches(
            "\\{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"[0-9a-f]{8}\",\"rid\":\""
                + ID
                + "\"}");
  }

  @Test
  void anIndependentLibraryOpensItWithTheDerivedKey() throws Exception {
    JWEObject theirs = JWEObject.parse(jwe);
    theirs.decrypt(new DirectDecrypter(Seal.key(key)));
    assertThat(theirs.getPayload().toString()).isEqualTo(VALUE);
  }

  @Test
  void theKeyIsDerivedAsAlways() {
    Secret fixed = Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    assertThat(java.util.HexFormat.of().formatHex(Seal.key(fixed)))
        .isEqualTo("d54cae73201577fe8ce8d14d255443c86633f95051953e179019e2267a9e27b7");
  }
}
