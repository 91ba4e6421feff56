// SPDX-License-Identifier: Apache-2.0
package io.berth.cloud;

import io.berth.contract.text.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the role's credentials of one call: system properties, then environment, then the headers
 * that the platform put on this very request.
 *
 * <p>Asked once per call and never cached, because SCF renews a role's keys behind the same names.
 * The three parts always come from one place: half a property and half a header is no credential.
 * Empty counts as missing, since managed runtimes are known to set empty properties (SCF,
 * environment variables of a function with a role).
 */
public final class CredentialChain {
  static final String SECRET_ID = "TENCENTCLOUD_SECRETID";
  static final String SECRET_KEY = "TENCENTCLOUD_SECRETKEY";
  static final String TOKEN = "TENCENTCLOUD_SESSIONTOKEN";

  /** Looks a name up; an absent value is empty or blank. */
  public interface Source extends Function<String, Optional<String>> {}

  private final Source properties;
  private final Source environment;

  public CredentialChain(Source properties, Source environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * The credentials for a call that arrived with these headers; empty when no place has both id and
   * key, and then {@link #missing} says what to set.
   *
   * @param headers looks up a header of the platform, such as {@code x-scf-secret-id}
   */
  public Optional<Credentials> find(Source headers) {
    return read(properties, SECRET_ID, SECRET_KEY, TOKEN)
        .or(() -> read(environment, SECRET_ID, SECRET_KEY, TOKEN))
        .or(() -> read(headers, "x-scf-secret-id", "x-scf-secret-key", "x-scf-session-token"));
  }

  /** One sentence that names the variables to set; never a value. */
  public String missing() {
    List<String> names = new ArrayList<>();
    for (String name : List.of(SECRET_ID, SECRET_KEY)) {
      if (value(properties, name).or(() -> value(environment, name)).isEmpty()) {
        names.add(name);
      }
    }
    if (names.isEmpty()) {
      names = List.of(SECRET_ID, SECRET_KEY);
    }
    return "credentials missing: "
        + String.join(" and ", names)
        + "; give the function a role (Role in template.yaml), or set them in the environment";
  }

  private static Optional<Credentials> read(Source source, String id, String key, String token) {
    Optional<String> secretId = value(source, id);
    Optional<String> secretKey = value(source, key);
    if (secretId.isEmpty() || secretKey.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Credentials(
            secretId.get(), Secret.of(secretKey.get()), value(source, token).map(Secret::of)));
  }

  private static Optional<String> value(Source source, String name) {
    return source.apply(name).filter(text -> !text.isBlank());
  }
}
