// SPDX-License-Identifier: Apache-2.0
package io.berth.contract;

import io.berth.contract.text.Digests;
import io.berth.contract.text.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The checked parameters of one call of one function. */
public interface ApiRequest {
  /** The function that takes them. */
  FunctionName function();

  /** The region of the call, e.g. {@code ap-guangzhou}. */
  String region();

  /**
   * The canonical wire form: {@code Region}, then the API's own parameters in the order of its
   * document; what was not given and has no default is left out.
   */
  Map<String, Object> toJson();

  /** What the cloud gets: {@link #toJson()} without {@code Region}, which travels as a header. */
  default Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>(toJson());
    parameters.remove("Region");
    return Collections.unmodifiableMap(parameters);
  }

  /** What an approval of this call is bound to. */
  default String sha256() {
    return sha256(function(), Json.write(toJson()));
  }

  /**
   * What an approval is bound to: base64url without padding of the SHA-256 of the function's name,
   * a line feed and the canonical wire form.
   */
  static String sha256(FunctionName function, String canonicalJson) {
    return Digests.sha256Base64Url(function.wireName() + "\n" + canonicalJson);
  }
}
