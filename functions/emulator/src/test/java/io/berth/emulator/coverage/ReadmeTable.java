// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.coverage;

import io.berth.emulator.coverage.Coverage.Aspect;
import io.berth.emulator.coverage.Coverage.CoverageEntry;
import io.berth.emulator.coverage.Coverage.Reach;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of what is covered, as the README shows it. */
final class ReadmeTable {
  private static final Map<String, String> PRODUCTS =
      Map.of("tcr", "TCR 2019-09-24", "tat", "TAT 2020-10-28", "agent", "machines' agent");

  private ReadmeTable() {}

  static String of(List<CoverageEntry> entries) {
    Map<String, List<CoverageEntry>> actions =
        entries.stream()
            .filter(entry -> entry.aspect() != Aspect.ACTION)
            .collect(
                Collectors.groupingBy(
                    entry -> entry.product() + " " + entry.action(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    StringBuilder text = new StringBuilder("| Product | Action | Parameters | Codes checked |");
    text.append(" Codes by fault |\n|---|---|---|---|---|\n");
    String before = "";
    for (List<CoverageEntry> action : actions.values()) {
      text.append(row(action, before)).append('\n');
      before = action.get(0).action().equals("*") ? "" : action.get(0).product();
    }
    text.append("\nNot yet, among others:");
    entries.stream()
        .filter(entry -> entry.aspect() == Aspect.ACTION)
        .collect(
            Collectors.groupingBy(CoverageEntry::product, LinkedHashMap::new, Collectors.toList()))
        .forEach((product, missing) -> text.append('\n').append(missing(product, missing)));
    return text.append('\n').toString();
  }

  private static String missing(String product, List<CoverageEntry> missing) {
    return missing.stream()
        .map(CoverageEntry::name)
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(" ", "- " + PRODUCTS.get(product) + ": ", ""));
  }

  private static String row(List<CoverageEntry> action, String before) {
    CoverageEntry first = action.get(0);
    boolean every = first.action().equals("*");
    String product = first.product().equals(before) ? "" : PRODUCTS.get(first.product());
    return "| "
        + String.join(
            " | ",
            every ? "all" : product,
            every ? "every action" : "`" + first.action() + "`",
            list(action, entry -> entry.aspect() == Aspect.PARAMETER),
            list(action, entry -> isCode(entry, Reach.CHECKED)),
            list(action, entry -> isCode(entry, Reach.BY_FAULT)))
        + " |";
  }

  private static boolean isCode(CoverageEntry entry, Reach reach) {
    return entry.aspect() == Aspect.CODE && entry.reach() == reach;
  }

  /** What shares its first part with the one before shows the rest only: {@code .DbError}. */
  private static String list(List<CoverageEntry> entries, Predicate<CoverageEntry> wanted) {
    StringBuilder text = new StringBuilder();
    String before = "";
    for (CoverageEntry entry : entries.stream().filter(wanted).toList()) {
      String first = entry.name().split("\\.")[0];
      boolean rest = first.equals(before) && !entry.name().equals(first);
      String shown = rest ? entry.name().substring(first.length()) : entry.name();
      text.append(text.isEmpty() ? "" : " ").append('`').append(shown).append('`');
      text.append(entry.documented() ? "" : " **i**");
      before = first;
    }
    return text.toString();
  }
}
