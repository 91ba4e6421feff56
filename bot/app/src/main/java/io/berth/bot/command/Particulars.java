// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.contract.FunctionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request in words again: what an approver reads, taken from the stored parameters and not from
 * what somebody typed.
 */
public final class Particulars {
  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-./";

  /**
   * One field of a request.
   *
   * @param name the option's name, e.g. {@code type}
   * @param value as somebody would type it, without quotes; {@code yes} for a flag
   */
  public record Particular(String name, String value) {}

  private Particulars() {}

  /** Every field that is set, in the order of the help; a repeated one several times. */
  public static List<Particular> of(FunctionName function, Map<String, Object> parameters) {
    List<Particular> all = new ArrayList<>();
    Form form = Forms.of(function).orElseThrow();
    for (Option option : form.options()) {
      valueAt(parameters, option.path())
          .ifPresent(
              value ->
                  words(option, value).forEach(w -> all.add(new Particular(option.name(), w))));
    }
    return all;
  }

  /**
   * The command that asks for exactly these parameters: {@code create registry payments --type
   * standard --region ap-guangzhou}.
   */
  public static String commandLine(FunctionName function, Map<String, Object> parameters) {
    Form form = Forms.of(function).orElseThrow();
    StringBuilder line = new StringBuilder("create " + form.kind());
    for (Particular particular : of(function, parameters)) {
      Option option = form.option(particular.name()).orElseThrow();
      boolean bare = form.positional() && option == form.options().get(0);
      line.append(bare ? " " : " --" + option.name() + (option.isFlag() ? "" : " "));
      line.append(option.isFlag() ? "" : quoted(particular.value()));
    }
    return line.toString();
  }

  /** {@code registry payments}, {@code register code "webserver"}: what a sentence calls it. */
  public static String title(FunctionName function, Map<String, Object> parameters) {
    return function == FunctionName.TCR_CREATE_INSTANCE
        ? "registry " + parameters.get("RegistryName")
        : "register code"
            + valueAt(parameters, "Description").map(text -> " \"" + text + "\"").orElse("");
  }

  private static Optional<Object> valueAt(Map<String, Object> json, String path) {
    int dot = path.indexOf('.');
    Object value = json.get(dot < 0 ? path : path.substring(0, dot));
    if (dot < 0 || value == null) {
      return Optional.ofNullable(value);
    }
    return value instanceof Map<?, ?> inner
        ? Optional.ofNullable(inner.get(path.substring(dot + 1)))
        : Optional.empty();
  }

  private static List<String> words(Option option, Object value) {
    if (option.shape() instanceof Shape.Flag flag) {
      boolean beyond = flag.on() instanceof Long on && value instanceof Long is && is > on;
      return beyond || flag.on().equals(value) ? List.of("yes") : List.of();
    } else if (option.shape() instanceof Shape.Choice choice) {
      return choice.values().entrySet().stream()
          .filter(e -> e.getValue().equals(value))
          .map(Map.Entry::getKey)
          .toList();
    } else if (value instanceof List<?> list) {
      return list.stream().map(Particulars::pair).toList();
    }
    boolean inRange =
        !(option.shape() instanceof Shape.Whole whole)
            || !(value instanceof Long number)
            || number <= whole.most();
    return inRange ? List.of(value.toString()) : List.of();
  }

  private static String pair(Object tag) {
    Map<?, ?> pair = (Map<?, ?>) tag;
    return pair.get("Key") + "=" + pair.get("Value");
  }

  private static String quoted(String value) {
    boolean plain = !value.isEmpty() && value.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
    String safe = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return plain ? value : "\"" + safe + "\"";
  }
}
