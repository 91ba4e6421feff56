// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.cli;

import io.berth.contract.FunctionName;
import io.berth.contract.auth.ApprovalKeys;
import io.berth.contract.auth.WebhookKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A new set of the secrets that Berth has with itself, as lines that a shell and systemd can read:
 * the bot's half, under the names of the file that {@code init} writes, and the functions' half,
 * under the names of {@code template.yaml}.
 */
final class FreshKeys {
  /** Begins the functions' half; what stands above it is the bot's. */
  static final String SECOND_HALF = "# For the shell that runs berth-functions deploy:";

  /** The caller, and the name of the signing key, that the functions know the bot by. */
  private static final String BOT = "bot";

  private FreshKeys() {}

  static List<String> lines(SecureRandom random) {
    ApprovalKeys approval = ApprovalKeys.generate();
    Map<FunctionName, String> keys = new EnumMap<>(FunctionName.class);
    for (FunctionName function : FunctionName.values()) {
      keys.put(function, WebhookKey.generate(random).reveal());
    }
    List<String> lines = new ArrayList<>(botHalf(approval, keys, random));
    lines.add("");
    lines.addAll(functionsHalf(approval, keys));
    return lines;
  }

  private static List<String> botHalf(
      ApprovalKeys approval, Map<FunctionName, String> keys, SecureRandom random) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# For the bot, which also needs BERTH_SLACK_SIGNING_SECRET and BERTH_SLACK_BOT_TOKEN:");
    lines.add(variable("BERTH_APPROVAL_SIGNING_KEY", approval.signingKey().reveal()));
    keys.forEach((function, key) -> lines.add(variable("BERTH_FN_" + function.name(), key)));
    lines.add(variable("BERTH_WEBHOOK_CI", WebhookKey.generate(random).reveal()));
    return lines;
  }

  private static List<String> functionsHalf(ApprovalKeys approval, Map<FunctionName, String> keys) {
    List<String> lines = new ArrayList<>();
    lines.add(SECOND_HALF);
    lines.add(variable("BERTH_APPROVAL_KEYS", BOT + ":" + approval.publicKey()));
    keys.forEach(
        (function, key) ->
            lines.add(
                variable(
                    "BERTH_CALLERS_" + function.name(),
                    "%s:%s:%s".formatted(BOT, key, function.wireName()))));
    return lines;
  }

  /** In single quotes, which none of the values holds. */
  private static String variable(String name, String value) {
    return "%s='%s'".formatted(name, value);
  }
}
