// SPDX-License-Identifier: Apache-2.0
package io.berth.local;

import com.nimbusds.jose.JWEObject;
import com.standardwebhooks.Webhook;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A language that functions/README.md has programs in, and how such a program is started. */
enum Language {
  PYTHON("call.py", "open.py") {
    @Override
    List<String> launcher() {
      return List.of(python().orElseThrow());
    }

    @Override
    Optional<String> missing() {
      return python().isPresent()
          ? Optional.empty()
          : Optional.of("there is no python3 with the package jwcrypto (Debian: python3-jwcrypto)");
    }

    /** The system's own Python besides the first on the path, as only that one has its packages. */
    private Optional<String> python() {
      return Stream.of("python3", "/usr/bin/python3")
          .filter(python -> succeeds(python, "-c", "import jwcrypto"))
          .findFirst();
    }
  },

  NODE("call.mjs", "open.mjs") {
    @Override
    List<String> launcher() {
      return List.of("node");
    }

    @Override
    Optional<String> missing() {
      if (!succeeds("node", "--version")) {
        return Optional.of("there is no node on the PATH");
      }
      return Files.exists(PACKAGES.resolve(".package-lock.json"))
          ? Optional.empty()
          : Optional.of("the packages are not installed: run npm ci in " + PACKAGES.getParent());
    }
  },

  JAVA("Call.java", "Open.java") {
    @Override
    List<String> launcher() {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      return List.of(java, "-cp", jar(Webhook.class) + File.pathSeparator + jar(JWEObject.class));
    }

    @Override
    Optional<String> missing() {
      return Optional.empty();
    }
  };

  /** Node looks for packages beside the program and above it. */
  static final Path PACKAGES = Path.of("src/test/node/node_modules").toAbsolutePath();

  final String call;
  final String open;

  Language(String call, String open) {
    this.call = call;
    this.open = open;
  }

  /** What stands before the program's file on the command line. */
  abstract List<String> launcher();

  /** Why its programs cannot run on this machine, if so. */
  abstract Optional<String> missing();

  /** Skips the test where the language is not installed, or fails it where it has to be. */
  void require() {
    String property = "berth." + name().toLowerCase(Locale.ROOT);
    boolean required = System.getProperty(property, "").equals("required");
    missing().ifPresent(required ? Assertions::fail : why -> Assumptions.abort(why));
  }

  private static boolean succeeds(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String jar(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
