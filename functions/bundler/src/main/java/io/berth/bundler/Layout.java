// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is where in a bundle, the same in the folder it is built in and in {@code /var/user} on SCF.
 *
 * @param root holds {@code bootstrap}
 */
record Layout(Path root) {
  Path bootstrap() {
    return root.resolve("bootstrap");
  }

  Path lib() {
    return root.resolve("lib");
  }

  Path runtime() {
    return root.resolve("jre");
  }

  Path java() {
    return runtime().resolve("bin/java");
  }

  /** The flags for every start, as a file of the launcher's ({@code java @jvm.options}). */
  Path options() {
    return root.resolve("jvm.options");
  }

  /** The class path as flags: the jars in the order of their names, relative to the bundle. */
  Path classPathOptions() {
    return root.resolve("classpath.options");
  }

  /** The further flags that use the archive. */
  Path archiveOptions() {
    return root.resolve("archive.options");
  }

  /** The jars that the archive was made from, in the form of {@code sha256sum -c}. */
  Path archiveSums() {
    return root.resolve("archive.sha256");
  }

  /** The jars in the order of their names, which is the order of the class path. */
  List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(lib())) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
