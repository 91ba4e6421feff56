// SPDX-License-Identifier: Apache-2.0
package io.berth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A runtime and an archive for the official SDK's function, made as the bundle's own are: jlink
 * with the modules it needs, our security settings, and a run of itself.
 */
final class SdkBundle {
  private static final int ONE_STEP = 25;
  private static final int CALLS = 10;

  private SdkBundle() {}

  /** The runtime's Java; made once for each version. */
  static String java(BenchSetup setup) throws IOException, InterruptedException {
    Path runtime = setup.work().resolve("sdk-jre-" + Runtime.version());
    Path java = runtime.resolve("bin/java");
    if (!Files.exists(java)) {
      ChildProcess.run(
          setup.work(),
          List.of(
              Path.of(BenchSetup.java()).resolveSibling("jlink").toString(),
              "--add-modules",
              // Gson asks for java.sql.
              "java.base,java.logging,java.sql,jdk.crypto.ec,jdk.unsupported",
              "--strip-java-debug-attributes",
              "--vm=server",
              "--output",
              runtime.toString()));
      String security = "conf/security/java.security";
      Files.copy(
          setup.bundle().resolve("jre").resolve(security),
          runtime.resolve(security),
          StandardCopyOption.REPLACE_EXISTING);
    }
    return java.toString();
  }

  /**
   * Makes the archive of classes that the peer starts from.
   *
   * @param command the function's start up to its main class, without an archive
   * @return the flag that uses the archive
   */
  static String make(
      BenchSetup setup, List<String> command, Map<String, String> environment, SignedCalls calls)
      throws IOException, InterruptedException {
    boolean aot = Runtime.version().feature() >= ONE_STEP;
    Path archive = setup.work().resolve(aot ? "sdk.aot" : "sdk.jsa");
    Path classes = setup.work().resolve("sdk-classes.lst");
    Files.deleteIfExists(archive);
    String recording = aot ? "-XX:AOTCacheOutput=" + archive : "-XX:DumpLoadedClassList=" + classes;
    List<String> training = with(command, List.of(recording));
    try (MeasuredInstance instance =
        new MeasuredInstance(
            new Contender("", "", setup.bundle(), training, environment, true, false))) {
      for (int i = 0; i < CALLS; i++) {
        instance.call(calls.event(false));
      }
      instance.end();
    }
    if (!aot) {
      // The collector that can write objects of the heap, as the bundler does.
      ChildProcess.run(
          setup.bundle(),
          with(
              command.subList(0, command.size() - 1),
              List.of(
                  "-XX:-UseSerialGC",
                  "-XX:+UseG1GC",
                  "-Xshare:dump",
                  "-XX:SharedClassListFile=" + classes,
                  "-XX:SharedArchiveFile=" + archive)));
    }
    if (!Files.exists(archive)) {
      throw new IOException("the SDK's training run wrote no archive");
    }
    return (aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
  }

  /** The command with more flags; later ones win, so they stand behind the file of flags. */
  static List<String> with(List<String> command, List<String> flags) {
    List<String> all = new ArrayList<>(command);
    all.addAll(2, flags);
    return all;
  }
}
