// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import io.berth.emulator.error.ApiError;
import io.berth.emulator.scf.management.FunctionState.Reason;
import io.berth.emulator.scf.platform.FunctionCode;
import io.berth.emulator.scf.platform.FunctionCodes;
import io.berth.emulator.scf.platform.FunctionConfiguration;
import io.berth.emulator.scf.platform.InvalidCode;
import io.berth.emulator.scf.platform.Platform;
import io.berth.emulator.scf.platform.ReceivedZip;
import io.berth.emulator.scf.platform.Revision;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/** The slow half of create and update, after the call was answered. */
public final class CodeRollout {
  private final FunctionStore store;
  private final Platform platform;
  private final Executor background;
  private final FunctionCodes codes;
  private final Clock clock;

  /**
   * @param background does what is slow, after the call was answered
   */
  public CodeRollout(
      FunctionStore store,
      Platform platform,
      Executor background,
      FunctionCodes codes,
      Clock clock) {
    this.store = store;
    this.platform = platform;
    this.background = background;
    this.codes = codes;
    this.clock = clock;
  }

  /** Unpacks the code; then it serves, or the function's status says why not. */
  void install(
      FunctionState of, ReceivedZip upload, UnaryOperator<FunctionConfiguration> configuration) {
    background.execute(
        () -> {
          try {
            FunctionCode code = codes.acquire(upload);
            if (activate(of, code, configuration)) {
              platform.retire(of.key()).thenRun(() -> release(of));
            } else {
              codes.release(code);
            }
          } catch (InvalidCode e) {
            fail(of, new Reason(e.code(), e.getMessage()));
          } catch (IOException e) {
            fail(of, new Reason("InternalError", "The code could not be unpacked: " + e));
          }
        });
  }

  /** Puts another configuration into service. */
  void reconfigure(FunctionState of, FunctionConfiguration configuration) {
    background.execute(
        () ->
            of.revision()
                .filter(old -> activate(of, old.code(), before -> configuration))
                .ifPresent(old -> platform.retire(of.key())));
  }

  /** Ends a function that the store has forgotten already. */
  void remove(FunctionState last) {
    platform.retire(last.key()).thenRun(() -> release(last));
  }

  /** What a state ran is not run by it any more. */
  private void release(FunctionState past) {
    past.revision().map(Revision::code).ifPresent(codes::release);
  }

  /** False when the function was deleted in between. */
  private boolean activate(
      FunctionState of, FunctionCode code, UnaryOperator<FunctionConfiguration> configuration) {
    try {
      store.change(
          of.key(),
          state -> {
            same(of, state);
            FunctionConfiguration next = configuration.apply(state.configuration());
            return state.active(new Revision(of.key(), next, code), clock.instant());
          });
      return true;
    } catch (ApiError e) {
      return false;
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
}
