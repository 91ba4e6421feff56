// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.product.ResourceNames;
import io.berth.emulator.text.Identifiers;
import io.berth.emulator.text.StrictJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A credential in the shape of the real one, a JWT with RS256. Inferred: its claims. Its signature
 * is random bytes, as nothing here would check it.
 */
final class RegistryCredential {
  /** The account's number; a text by the type, whatever the document's example shows. */
  static final String USERNAME = ResourceNames.UIN;

  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
  private static final int SIGNATURE_BYTES = 256;

  private final Identifiers identifiers;

  RegistryCredential(Identifiers identifiers) {
    this.identifiers = identifiers;
  }

  String text(String registryId, Instant from, Instant to) {
    ObjectNode claims =
        JsonNodeFactory.instance
            .objectNode()
            .put("ownerUin", USERNAME)
            .put("instanceId", registryId)
            .put("iat", from.getEpochSecond())
            .put("exp", to.getEpochSecond());
    byte[] signature = HexFormat.of().parseHex(identifiers.hex(SIGNATURE_BYTES));
    return String.join(
        ".",
        encode(HEADER.getBytes(StandardCharsets.UTF_8)),
        encode(StrictJson.write(claims)),
        encode(signature));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
