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
          variable
              + " is not set; export the whsec_ secret that caller and function share, or name"
              + " another variable with --secret-env");
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
    List<Caller> all;
    try {
      all = Callers.parse(value).all();
    } catch (IllegalArgumentException e) {
      String sentence = e.getMessage().replaceFirst("^BERTH_CALLERS", variable);
      throw new IllegalArgumentException(
          sentence.startsWith(variable) ? sentence : variable + ": " + sentence, e);
    }
    List<String> names = all.stream().map(Caller::name).toList();
    if (caller.isEmpty() && all.size() > 1) {
      throw new IllegalArgumentException(
          variable + " lists several callers; pick one with --caller: " + String.join(", ", names));
    }
    String wanted = caller.orElse(names.get(0));
    return all.stream()
        .filter(entry -> entry.name().equals(wanted))
        .findFirst()
        .map(Caller::secrets)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no caller "
                        + Echo.of(wanted)
                        + " in "
                        + variable
                        + "; it has "
                        + String.join(", ", names)));
  }
}
