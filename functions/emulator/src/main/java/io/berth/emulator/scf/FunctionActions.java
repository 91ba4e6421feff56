// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import java.time.Clock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Create, update and delete (SCF CreateFunction, UpdateFunctionCode, UpdateFunctionConfiguration,
 * DeleteFunction). Create and update answer at once and are done when GetFunction says Active.
 */
final class FunctionActions {
  private final FunctionStore store;
  private final CodeReader codes;
  private final Deployment deployment;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * @param ids makes the ids of functions, {@code lam-} and 8 characters
   */
  FunctionActions(
      FunctionStore store,
      CodeReader codes,
      Deployment deployment,
      Clock clock,
      Supplier<String> ids) {
    this.store = store;
    this.codes = codes;
    this.deployment = deployment;
    this.clock = clock;
    this.ids = ids;
  }

  ObjectNode create(Call call) throws ApiError {
    FunctionKey key = Names.key(call);
    Configuration configuration = ConfigurationReader.create(call.parameters());
    Upload upload = codes.ofCreate(call);
    FunctionState fresh = FunctionState.creating(key, ids.get(), configuration, clock.instant());
    try {
      store.create(fresh);
    } catch (ApiError e) {
      upload.discard();
      throw e;
    }
    deployment.install(fresh, upload, UnaryOperator.identity());
    return Json.object();
  }

  ObjectNode updateCode(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    FunctionKey key = Names.key(call);
    refusePublish(given);
    UnaryOperator<Configuration> change = UnaryOperator.identity();
    if (given.has("Handler")) {
      String handler = ConfigurationReader.handler(given);
      change = before -> before.withHandler(handler);
    }
    Upload upload = codes.ofUpdate(call);
    try {
      deployment.install(beginUpdate(key, "FailedOperation.UpdateFunctionCode"), upload, change);
    } catch (ApiError e) {
      upload.discard();
      throw e;
    }
    return Json.object();
  }

  ObjectNode updateConfiguration(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    FunctionKey key = Names.key(call);
    refusePublish(given);
    ConfigurationReader.update(store.get(key).configuration(), given); // refuses before it begins
    FunctionState of = beginUpdate(key, "FailedOperation.UpdateFunctionConfiguration");
    deployment.reconfigure(of, ConfigurationReader.update(of.configuration(), given));
    return Json.object();
  }

  ObjectNode delete(Call call) throws ApiError {
    deployment.remove(store.remove(Names.key(call)));
    return Json.object();
  }

  private FunctionState beginUpdate(FunctionKey key, String busy) throws ApiError {
    return store.change(
        key,
        state -> {
          if (state.status() == Status.CREATE_FAILED) {
            throw new ApiError(
                "FailedOperation.FunctionStatusError",
                "The function's creation failed: delete it, then create it again.");
          }
          if (!state.status().settled()) {
            throw new ApiError(
                busy, "The function is " + state.status().word() + "; wait until it is Active.");
          }
          return state.updating(clock.instant());
        });
  }

  private static void refusePublish(ObjectNode given) throws ApiError {
    if (Names.truth(given, "Publish")) {
      throw Names.notPlayed("Publish TRUE", "there are no versions, leave it out");
    }
  }
}
