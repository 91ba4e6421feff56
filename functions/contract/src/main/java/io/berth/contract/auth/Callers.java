// SPDX-License-Identifier: Apache-2.0
package io.berth.contract.auth;

import io.berth.contract.FunctionName;
import io.berth.contract.text.Echo;
import io.berth.contract.text.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may call, each by a secret of its own. */
public record Callers(List<Caller> all) {
  public Callers {
    all = List.copyOf(all);
  }

  /**
   * One who may call functions.
   *
   * @param name for logs and refusals
   * @param secrets one, or two while rotating
   * @param functions what it may call
   */
  public record Caller(String name, List<Secret> secrets, Set<FunctionName> functions) {
    public Caller {
      secrets = List.copyOf(secrets);
      functions = Set.copyOf(functions);
    }

    /** Whether this caller may call {@code function}. */
    public boolean mayCall(FunctionName function) {
      return functions.contains(function);
    }
  }

  /**
   * Reads {@code BERTH_CALLERS}: {@code name:secret:functions} separated by {@code ;}, several
   * secrets separated by {@code |}, functions by {@code ,} or {@code *} for all, e.g. {@code
   * bot:whsec_A|whsec_B:tcr-create-instance;ci:whsec_C:*}.
   *
   * @throws IllegalArgumentException with one sentence that names the entry and never a secret
   */
  public static Callers parse(String text) {
    List<Caller> callers = new ArrayList<>();
    Set<String> secrets = new HashSet<>();
    String[] entries = text.strip().split("\\s*;\\s*");
    for (int i = 0; i < entries.length; i++) {
      if (!entries[i].isEmpty()) {
        Caller caller = caller(entries[i], "BERTH_CALLERS entry " + (i + 1));
        require(
            caller.secrets().stream().allMatch(s -> secrets.add(s.reveal())),
            "BERTH_CALLERS entry "
                + (i + 1)
                + " uses a secret that is in use already; give each caller its own");
        callers.add(caller);
      }
    }
    require(!callers.isEmpty(), "BERTH_CALLERS is empty; give name:whsec_…:functions");
    return new Callers(callers);
  }

  private static Caller caller(String entry, String where) {
    String[] parts = entry.split(":", -1);
    require(parts.length == 3, where + " must have the form name:secret:functions");
    require(
        parts[0].matches("[A-Za-z0-9_-]{1,32}"),
        where + " needs a name of 1 to 32 letters, digits, '_' and '-'");
    List<Secret> secrets = Arrays.stream(parts[1].split("\\|", -1)).map(Secret::of).toList();
    for (int i = 0; i < secrets.size(); i++) {
      require(
          WebhookKey.isWellFormed(secrets.get(i)),
          where + ", secret " + (i + 1) + ", must be whsec_ and base64 of 24 to 64 bytes");
    }
    return new Caller(parts[0], secrets, functions(parts[2], where));
  }

  private static Set<FunctionName> functions(String text, String where) {
    if (text.equals("*")) {
      return EnumSet.allOf(FunctionName.class);
    }
    Set<FunctionName> functions = EnumSet.noneOf(FunctionName.class);
    for (String name : text.split(",", -1)) {
      Optional<FunctionName> function = FunctionName.of(name.strip());
      require(function.isPresent(), where + " names the unknown function " + Echo.of(name));
      function.ifPresent(functions::add);
    }
    return functions;
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence + ".");
    }
  }
}
