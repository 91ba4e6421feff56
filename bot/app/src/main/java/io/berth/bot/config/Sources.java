// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.config;

import io.berth.contract.text.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Where values come from that are not in the file: the environment, and files that only their owner
 * can read.
 */
final class Sources {
  private static final String FILE = "file:";
  private static final int MOST_SECRET = 16_384;
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE);

  private final Map<String, String> env;
  private final Path directory;
  private final Set<String> used = new TreeSet<>();

  Sources(Map<String, String> env, Path directory) {
    this.env = Map.copyOf(env);
    this.directory = directory;
  }

  /**
   * The text with every {@code ${NAME}} replaced; a variable that is missing goes to {@code refuse}
   * as a sentence.
   */
  Optional<String> expand(String text, Consumer<String> refuse) {
    StringBuilder expanded = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("$" + YamlFile.OPEN); open >= 0; ) {
      int close = text.indexOf(YamlFile.CLOSE, open);
      String name = text.substring(open + 2, close);
      if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}")) {
        refuse.accept(
            "holds ${...} without the name of an environment variable, like ${BERTH_TOKEN}.");
        return Optional.empty();
      }
      used.add(name);
      if (env.getOrDefault(name, "").isBlank()) {
        refuse.accept(
            "needs the environment variable "
                + name
                + (env.containsKey(name) ? ", which is empty." : ", which is not set."));
        return Optional.empty();
      }
      expanded.append(text, at, open).append(env.get(name));
      at = close + 1;
      open = text.indexOf("$" + YamlFile.OPEN, at);
    }
    return Optional.of(expanded.append(text.substring(at)).toString());
  }

  /**
   * A secret by reference. One that stands in the file itself is refused: configuration files get
   * copied, mailed and committed.
   */
  Optional<Secret> secret(String text, Consumer<String> refuse) {
    if (text.startsWith(FILE)) {
      return expand(text.substring(FILE.length()), refuse).flatMap(path -> fromFile(path, refuse));
    } else if (text.isEmpty() || text.indexOf(YamlFile.OPEN) < 0) {
      refuse.accept(
          "is a secret and must not stand in the file; use ${NAME}, or file:PATH to a file"
              + " with chmod 600.");
      return Optional.empty();
    }
    return expand(text, refuse).map(Secret::of);
  }

  private Optional<Secret> fromFile(String path, Consumer<String> refuse) {
    Path file = directory.resolve(path);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_SECRET) {
        refuse.accept("names the file " + path + ", which is not there, or is not a small file.");
      } else if (othersCanRead(file)) {
        refuse.accept("names the file " + path + ", which can be read by others; chmod 600 it.");
      } else {
        return Optional.of(Secret.of(Files.readString(file).strip()));
      }
    } catch (IOException e) {
      refuse.accept("names the file " + path + ", which cannot be read.");
    }
    return Optional.empty();
  }

  private static boolean othersCanRead(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
  }

  /** Variables that look meant for Berth and are not used: a mistyped name is noticed. */
  Set<String> unused() {
    Set<String> unused = new TreeSet<>(env.keySet());
    unused.removeIf(name -> !name.startsWith("BERTH_") || used.contains(name));
    return unused;
  }
}
