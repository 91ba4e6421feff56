// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.command;

import io.berth.bot.kind.Option;
import io.berth.bot.kind.Parameters;
import io.berth.bot.kind.Reference;
import io.berth.bot.kind.Shape;
import io.berth.bot.kind.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as the command that asks for exactly this: taken from the stored parameters and not
 * from what somebody typed. Reading it again gives the same parameters.
 */
public final class CanonicalCommand {
  private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789-./";

  private CanonicalCommand() {}

  /** {@code create registry payments --type standard --region ap-guangzhou}. */
  public static String of(Spec spec) {
    StringBuilder line = new StringBuilder("create " + spec.kind().word());
    for (Option option : spec.kind().form().options()) {
      for (String value : given(option, spec.parameters())) {
        boolean bare = spec.kind().form().isBare(option);
        line.append(bare ? " " : " --" + option.name() + (option.isFlag() ? "" : " "));
        line.append(option.isFlag() ? "" : quoted(value));
      }
    }
    return line.toString();
  }

  /** What somebody would type for this option, without quotes; one for each time it is given. */
  private static List<String> given(Option option, Parameters parameters) {
    return option.path().isEmpty()
        ? List.of()
        : parameters
            .at(option.path())
            .map(value -> option.shape().fold(new Words(value)))
            .orElse(List.of());
  }

  /** The words for the value of one option. */
  private record Words(Object value) implements Shape.Cases<List<String>> {
    @Override
    public List<String> prose(Shape.Prose prose) {
      return List.of(value.toString());
    }

    @Override
    public List<String> word() {
      return List.of(value.toString());
    }

    @Override
    public List<String> whole(Shape.Whole whole) {
      // Beyond the most there is another option for the same field.
      boolean in = !(value instanceof Long number) || number <= whole.most();
      return in ? List.of(value.toString()) : List.of();
    }

    @Override
    public List<String> choice(Shape.Choice choice) {
      return choice.values().entrySet().stream()
          .filter(e -> e.getValue().equals(value))
          .map(Map.Entry::getKey)
          .toList();
    }

    @Override
    public List<String> pair() {
      return pairs((List<?>) value);
    }

    @Override
    public List<String> flag(Shape.Flag flag) {
      boolean on =
          flag.on() instanceof Long least && value instanceof Long number
              ? number >= least
              : flag.on().equals(value);
      return on ? List.of("yes") : List.of();
    }

    @Override
    public List<String> existing(Shape.Existing existing) {
      return List.of(idOrName(value));
    }
  }

  private static List<String> pairs(List<?> tags) {
    List<String> pairs = new ArrayList<>();
    for (Object tag : tags) {
      Map<?, ?> pair = (Map<?, ?>) tag;
      pairs.add(pair.get("Key") + "=" + pair.get("Value"));
    }
    return pairs;
  }

  private static String idOrName(Object value) {
    Optional<Reference> reference = Reference.of(value);
    return reference
        .map(r -> r.fold(part -> "part " + part.number(), Reference.Named::name))
        .orElseGet(value::toString);
  }

  private static String quoted(String value) {
    boolean plain = !value.isEmpty() && value.chars().allMatch(c -> PLAIN.indexOf(c) >= 0);
    String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"");
    String safe = escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return plain ? value : "\"" + safe + "\"";
  }
}
