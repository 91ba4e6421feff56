// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.approval;

import io.berth.bot.command.Ask;
import io.berth.contract.FunctionName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules can see of a request, read from the same canonical form that the function gets:
 * what is judged is what will run.
 *
 * @param words facts that are compared word by word, e.g. {@code type = standard}
 * @param numbers facts that have a limit, e.g. {@code limit = 10}
 */
record Facts(Map<String, String> words, Map<String, Long> numbers) {
  /** Above this many hours a code never expires (TAT CreateRegisterCode, EffectiveTime). */
  private static final long LONGEST = 99999;

  static Facts of(Ask ask, Optional<String> team) {
    Map<String, Object> json = ask.parameters().toJson();
    Map<String, String> words = new LinkedHashMap<>();
    Map<String, Long> numbers = new LinkedHashMap<>();
    if (ask.parameters().function() == FunctionName.TCR_CREATE_INSTANCE) {
      words.put("kind", "registry");
      words.put("type", String.valueOf(json.get("RegistryType")));
      words.put(
          "charge",
          Long.valueOf(1).equals(json.get("RegistryChargeType")) ? "prepaid" : "postpaid");
    } else {
      long hours = json.get("EffectiveTime") instanceof Long given ? given : 4;
      words.put("kind", "code");
      words.put("permanent", String.valueOf(hours > LONGEST));
      numbers.put("hours", hours);
      numbers.put("limit", json.get("RegisterLimit") instanceof Long given ? given : 10L);
    }
    words.put("region", ask.parameters().region());
    team.ifPresent(name -> words.put("team", name));
    return new Facts(words, numbers);
  }

  /** {@code prepaid standard registry in ap-guangzhou}, {@code permanent code in ap-guangzhou}. */
  String sentencePart() {
    StringBuilder part = new StringBuilder();
    if ("true".equals(words.get("permanent"))) {
      part.append("permanent ");
    }
    if ("prepaid".equals(words.get("charge"))) {
      part.append("prepaid ");
    }
    if (words.containsKey("type")) {
      part.append(words.get("type")).append(' ');
    }
    return part.append(words.get("kind")).append(" in ").append(words.get("region")).toString();
  }
}
