// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.coverage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The table of actions, parameters and error codes, each with how it can be reached. */
public final class Coverage {
  private static final String FILE = "coverage.txt";
  private static final List<String> NOT_REAL =
      List.of(
          "Who may do what: without --cam every valid key may do everything; with it there are no"
              + " groups, no boundaries, no trust policies and no conditions but on addresses, and"
              + " cam:PassRole is not asked for.",
          "Images, repositories and logins: a token of TCR opens nothing, its signature is random.",
          "Money: nothing is charged, no order fails, nothing is isolated or returned.",
          "Time: a registry runs after 5 seconds of the emulator's clock, not after minutes.",
          "Machines: a registered one is always online, no command can be sent to it.",
          "Several accounts: every key belongs to one.");

  private Coverage() {}

  /** What an entry is about. */
  public enum Aspect {
    ACTION,
    PARAMETER,
    CODE;

    /** The name in the table. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How it can be brought about. */
  public enum Reach {
    CHECKED("checked", "checked"),
    BY_FAULT("fault", "by fault"),
    NOT_YET("not-yet", "not yet");

    private final String cell;
    private final String word;

    Reach(String cell, String word) {
      this.cell = cell;
      this.word = word;
    }

    /** The name for people, e.g. {@code by fault}. */
    public String word() {
      return word;
    }

    static Reach of(String cell) {
      return Arrays.stream(values())
          .filter(reach -> reach.cell.equals(cell))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("The table has no reach " + cell + "."));
    }
  }

  /**
   * One line of the table.
   *
   * @param product {@code tcr}, {@code tat}, or {@code agent} for what machines' agents call
   * @param action {@code *} for every action
   * @param name of the parameter (with the path to it), error code or missing action
   * @param documented false where the documents leave it open and we chose
   */
  public record CoverageEntry(
      String product, String action, Aspect aspect, String name, Reach reach, boolean documented) {}

  /** Every entry, in the order of the table. */
  public static List<CoverageEntry> entries() {
    List<CoverageEntry> entries = new ArrayList<>();
    for (String line : text().split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] cells = Arrays.stream(line.split("\\|")).map(String::strip).toArray(String[]::new);
        for (String name : cells[5].split(" ")) {
          entries.add(entry(cells, name));
        }
      }
    }
    return List.copyOf(entries);
  }

  private static CoverageEntry entry(String[] cells, String name) {
    return new CoverageEntry(
        cells[0],
        cells[1],
        Aspect.valueOf(cells[2].toUpperCase(Locale.ROOT)),
        name,
        Reach.of(cells[4]),
        cells[3].equals("documented"));
  }

  private static String text() {
    try (InputStream in = Coverage.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The table of what is covered is part of the jar.", e);
    }
  }

  /** What {@code GET /_emulator/coverage} answers. */
  public static ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    List<CoverageEntry> entries = entries();
    ObjectNode counts = json.putObject("counts");
    for (Reach reach : Reach.values()) {
      counts.put(reach.word(), entries.stream().filter(e -> e.reach() == reach).count());
    }
    ArrayNode list = json.putArray("entries");
    entries.forEach(entry -> write(entry, list.addObject()));
    ArrayNode notReal = json.putArray("notReal");
    NOT_REAL.forEach(notReal::add);
    return json;
  }

  private static void write(CoverageEntry entry, ObjectNode json) {
    json.put("product", entry.product())
        .put("action", entry.action())
        .put("kind", entry.aspect().word())
        .put("name", entry.name())
        .put("reach", entry.reach().word())
        .put("source", entry.documented() ? "documented" : "inferred");
  }
}
