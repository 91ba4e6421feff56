// SPDX-License-Identifier: Apache-2.0
package io.berth.deploy;

import io.berth.contract.auth.Callers;
import io.berth.contract.auth.Callers.Caller;
import io.berth.contract.auth.WebhookKey;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The secrets that a caller shares with a function, from one variable of the environment: {@code
 * whsec_A}, {@code whsec_A|whsec_B} while rotating, or a whole {@code BERTH_CALLERS} list of which
 * {@code --caller} picks one.
 */
final class CallSecrets {
  private CallSecrets() {}

  /**
   * The secrets, the one to sign with first.
   *
   * @throws IllegalArgumentException with one sentence that names the variable and never a value
   */
  static List<Secret> read(
      Map<String, String> environment, String variable, Optional<String> caller) {
    String value = environment.getOrDefault(variable, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "%s is not set; export the whsec_ secret that caller and function share, or name another variable with --secret-env"
              .formatted(variable));
    }
    return value.startsWith("whsec_") ? plain(value, variable) : listed(value, variable, caller);
  }

  private static List<Secret> plain(String value, String variable) {
    List<Secret> secrets = Arrays.stream(value.split("\\|", -1)).map(Secret::of).toList();
    if (!secrets.stream().allMatch(WebhookKey::isWellFormed)) {
      throw new IllegalArgumentException(
          variable + " must be whsec_ and base64 of 24 to 64 bytes, two with '|' while rotating");
    }
    return secrets;
  }

  private static List<Secret> listed(String value, String variable, Optional<String> caller) {
    List<Caller> all = callers(value, variable);
    String names = all.stream().map(Caller::name).collect(Collectors.joining(", "));
    if (caller.isEmpty() && all.size() > 1) {
      throw new IllegalArgumentException(
          "%s lists several callers; pick one with --caller: %s".formatted(variable, names));
    }
    String wanted = caller.orElse(all.get(0).name());
    return all.stream()
        .filter(entry -> entry.name().equals(wanted))
        .findFirst()
        .map(Caller::secrets)
        .orElseThrow(() -> new IllegalArgumentException(noCaller(wanted, variable, names)));
  }

  private static String noCaller(String wanted, String variable, String names) {
    return "no caller %s in %s; it has %s".formatted(Echo.of(wanted), variable, names);
  }

  private static List<Caller> callers(String value, String variable) {
    try {
      return Callers.parse(value).all();
    } catch (IllegalArgumentException e) {
      String sentence = e.getMessage().replaceFirst("^BERTH_CALLERS", variable);
      throw new IllegalArgumentException(
          sentence.startsWith(variable) ? sentence : variable + ": " + sentence, e);
    }
  }
}
