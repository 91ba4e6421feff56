// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import io.berth.emulator.scf.platform.FunctionCode;
import io.berth.emulator.scf.platform.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** The addresses that GetFunctionAddress gives out: {@code /_code/NAME/SHA256}. */
public final class CodeDownload {
  /** No function's name begins with an underscore. */
  public static final String PATH = "/_code/";

  private final FunctionStore store;

  /** Looks among the functions of a store. */
  public CodeDownload(FunctionStore store) {
    this.store = store;
  }

  /** The zip at a path; empty when no function has that code now. */
  public Optional<byte[]> at(String path) throws IOException {
    String[] parts = path.substring(PATH.length()).split("/", -1);
    if (parts.length != 2) {
      return Optional.empty();
    }
    Optional<FunctionCode> code =
        store.named(parts[0]).stream()
            .flatMap(state -> state.revision().stream())
            .map(Revision::code)
            .filter(given -> given.sha256().equals(parts[1]))
            .findFirst();
    return code.isEmpty() ? Optional.empty() : Optional.of(Files.readAllBytes(code.get().zip()));
  }
}
