// SPDX-License-Identifier: Apache-2.0
package io.berth.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every link of every document leads somewhere, and the walk through the code names what is there.
 */
class DocumentsTest {
  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(([^)\\s]+)\\)");
  private static final Pattern STEP = Pattern.compile("\\[(\\w+)\\.(\\w+)\\]\\(([^)\\s]+)\\)");
  private static final Pattern FILE = Pattern.compile("`([\\w./-]+\\.(?:java|json|yaml|txt|md))`");

  private static List<Path> files() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static List<Path> documents() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(".md")).toList();
  }

  @Test
  void everyRelativeLinkLeadsToAFileAndToAHeadingInIt() throws Exception {
    List<String> broken = new ArrayList<>();
    assertThat(documents()).contains(ROOT.resolve("README.md"), ROOT.resolve("bot/README.md"));
    for (Path document : documents()) {
      String prose = CODE.matcher(Files.readString(document)).replaceAll("");
      for (MatchResult link : LINK.matcher(prose).results().toList()) {
        String target = link.group(2);
        if (!target.contains("://") && !leadsSomewhere(document, target)) {
          broken.add(ROOT.relativize(document) + " -> " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leadsSomewhere(Path document, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    return Files.exists(file) && (parts.length == 1 || headings(file).contains(parts[1]));
  }

  /** As the renderers make them: lower case, spaces as dashes, other signs left out. */
  private static Set<String> headings(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.matches("#{1,6} .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Test
  void eachStepOfTheWalkNamesAMethodOfItsClass() throws Exception {
    String readme = Files.readString(ROOT.resolve("README.md"));
    int start = readme.indexOf("## Follow one command through the code");
    String walk = readme.substring(start, readme.indexOf("\n## ", start));
    List<MatchResult> steps = STEP.matcher(walk).results().toList();
    assertThat(steps).hasSizeGreaterThan(20);
    assertThat(steps).hasSameSizeAs(LINK.matcher(walk).results().toList());
    for (MatchResult step : steps) {
      Path file = ROOT.resolve(step.group(3));
      assertThat(file).exists().hasFileName(step.group(1) + ".java");
      assertThat(Files.readString(file))
          .as(step.group())
          .containsPattern("(?m)^  (?!return|new)[\\w<>\\[\\], .?]+ " + step.group(2) + "\\(");
    }
  }

  @Test
  void everyFileThatTheContributorsGuideNamesIsThere() throws Exception {
    List<Path> files = files();
    String guide = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
    List<String> missing =
        FILE.matcher(guide)
            .results()
            .map(file -> file.group(1))
            .filter(file -> files.stream().noneMatch(there -> there.endsWith(file)))
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void theOperatorsTableHasEachMetricAndNoOther(@TempDir Path directory) throws Exception {
    Set<String> counted;
    try (Town town = new Town(directory)) {
      town.command("alice", "create registry payments --type standard");
      town.sees("bob", "#approvals", "0 of 1");
      town.deliver(Map.of("type", "unheard_of"));
      town.unsigned();
      counted =
          town.until(
              () -> Stream.of(metrics(town)).filter(m -> m.size() >= 8).findFirst(),
              () -> "only " + metrics(town));
    }
    String guide = Files.readString(ROOT.resolve("bot/README.md"));
    Set<String> documented =
        Pattern.compile("(?m)^\\| `(berth_\\w+)` ")
            .matcher(guide)
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(documented).isEqualTo(counted);
  }

  /** The names; the maximum that comes with a histogram is no metric of its own. */
  private static Set<String> metrics(Town town) {
    return Pattern.compile("(?m)^# TYPE (\\w+) ")
        .matcher(town.admin("/metrics"))
        .results()
        .map(line -> line.group(1))
        .filter(name -> !name.endsWith("_max"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
