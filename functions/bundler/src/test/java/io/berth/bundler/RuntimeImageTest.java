// SPDX-License-Identifier: Apache-2.0
package io.berth.bundler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeImageTest {
  @TempDir Path runtime;

  private void file(String name, String text) throws IOException {
    Path file = runtime.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void findsTheNewestLibraryThatAnyNativeFileAsksFor() throws IOException {
    file("bin/java", "\0GLIBC_2.2.5\0GLIBC_2.17\0");
    file("lib/server/libjvm.so", "\0GLIBC_2.9\0GLIBC_2.34\0GLIBCXX_3.4\0");
    file("lib/modules", "GLIBC_2.99");

    assertThat(RuntimeImage.neededGlibc(runtime)).isEqualTo(34);
  }

  @Test
  void needsNothingWhereNothingIsNative() throws IOException {
    file("lib/modules", "classes");

    assertThat(RuntimeImage.neededGlibc(runtime)).isZero();
  }
}
