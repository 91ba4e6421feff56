// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.text.Secret;
import io.berth.contract.text.Suggestion;
import io.berth.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A program that may ask over HTTP, on behalf of a team.
 *
 * @param secrets Standard Webhooks secrets, two while one of them is being replaced
 */
public record WebhookCaller(String name, List<Secret> secrets, String team) {
  static final List<String> KEYS = List.of("secrets", "team");

  public WebhookCaller {
    secrets = List.copyOf(secrets);
  }

  /**
   * Its name as a requester: {@code webhook:ci}. A colon is in no Slack id, so that it can never be
   * a person's.
   */
  public String requester() {
    return "webhook:" + name;
  }

  static List<WebhookCaller> readAll(YamlMapping in, List<String> teams) {
    List<WebhookCaller> all = new ArrayList<>();
    for (String name : in.keys()) {
      if (!name.matches("[A-Za-z0-9_-]{1,32}")) {
        in.refuse(name, "is no name for a caller; use 1 to 32 letters, digits, '_' and '-'");
      }
      YamlMapping caller = in.section(name).allowOnly(KEYS);
      List<Secret> keys = FunctionConfig.webhookKeys(caller);
      if (all.stream().anyMatch(other -> !Collections.disjoint(other.secrets, keys))) {
        caller.refuse(
            "secrets",
            "has a secret of another caller, who could ask in its name; give each its own");
      }
      all.add(new WebhookCaller(name, keys, team(caller, teams)));
    }
    return all;
  }

  private static String team(YamlMapping caller, List<String> teams) {
    String team = caller.requiredText("team");
    if (!team.isEmpty() && !teams.contains(team)) {
      caller.refuse(
          "team",
          caller.shown("team") + " is not among teams" + Suggestion.didYouMean(team, teams));
    }
    return team;
  }
}
