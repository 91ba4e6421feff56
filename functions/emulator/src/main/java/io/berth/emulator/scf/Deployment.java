// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import io.berth.emulator.api.ApiError;
import io.berth.emulator.scf.FunctionState.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** The slow half of create and update, after the call was answered. */
final class Deployment {
  private final FunctionStore store;
  private final Platform platform;
  private final Executor background;
  private final Path folder;
  private final Clock clock;

  Deployment(
      FunctionStore store, Platform platform, Executor background, Path folder, Clock clock) {
    this.store = store;
    this.platform = platform;
    this.background = background;
    this.folder = folder;
    this.clock = clock;
  }

  /** Unpacks the code; then it serves, or the function's status says why not. */
  void install(FunctionState of, byte[] zip, UnaryOperator<Configuration> configuration) {
    background.execute(
        () -> {
          try {
            Code code = unpack(of.key(), zip);
            activate(of, code, configuration);
          } catch (BadCode e) {
            fail(of, new Reason(e.code(), e.getMessage()));
          } catch (IOException e) {
            fail(of, new Reason("InternalError", "The code could not be unpacked: " + e));
          }
        });
  }

  /** Puts another configuration into service. */
  void reconfigure(FunctionState of, Configuration configuration) {
    background.execute(
        () -> of.revision().ifPresent(old -> activate(of, old.code(), before -> configuration)));
  }

  private Code unpack(FunctionKey key, byte[] zip) throws BadCode, IOException {
    Path own = Files.createTempDirectory(folder, key.name() + "-");
    Code code = new Code(own, sha256(zip), zip.length);
    Files.write(code.zip(), zip);
    try {
      new Unpack(Unpack.UNPACKED_BYTES).run(code);
      return code;
    } catch (BadCode | IOException e) {
      code.delete();
      throw e;
    }
  }

  private void activate(FunctionState of, Code code, UnaryOperator<Configuration> configuration) {
    Optional<Code> old = of.revision().map(Revision::code).filter(before -> !before.equals(code));
    try {
      store.change(
          of.key(),
          state -> {
            same(of, state);
            Configuration next = configuration.apply(state.configuration());
            return state.active(new Revision(of.key(), next, code), clock.instant());
          });
      platform.retire(of.key()).thenRun(() -> old.ifPresent(Code::delete));
    } catch (ApiError e) {
      // Deleted in between: the new code belongs to nobody.
      if (!of.revision().map(Revision::code).equals(Optional.of(code))) {
        code.delete();
      }
    }
  }

  private void fail(FunctionState of, Reason reason) {
    try {
      store.change(
          of.key(),
          state -> {
            same(of, state);
            return state.failed(reason, clock.instant());
          });
    } catch (ApiError e) {
      // Deleted in between: there is nobody to tell.
      return;
    }
  }

  private static void same(FunctionState then, FunctionState now) throws ApiError {
    if (!then.id().equals(now.id())) {
      throw new ApiError("ResourceNotFound.Function", "deleted and created again in between");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
