// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.scf.management;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.DeclaredAction;
import io.berth.emulator.scf.platform.FunctionConfiguration;
import io.berth.emulator.scf.platform.FunctionKey;
import io.berth.emulator.scf.platform.ReceivedZip;
import io.berth.emulator.scf.platform.ScfJson;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Create, update and delete (SCF CreateFunction, UpdateFunctionCode, UpdateFunctionConfiguration,
 * DeleteFunction). Create and update answer at once and are done when GetFunction says Active.
 */
public final class FunctionActions {
  private final FunctionStore store;
  private final CodeReader codes;
  private final CodeRollout rollout;
  private final Clock clock;
  private final Supplier<String> ids;

  /**
   * @param ids makes the ids of functions, {@code lam-} and 8 characters
   */
  public FunctionActions(
      FunctionStore store,
      CodeReader codes,
      CodeRollout rollout,
      Clock clock,
      Supplier<String> ids) {
    this.store = store;
    this.codes = codes;
    this.rollout = rollout;
    this.clock = clock;
    this.ids = ids;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "CreateFunction", new DeclaredAction(ScfSchemas.CREATE_FUNCTION, this::create),
        "UpdateFunctionCode", new DeclaredAction(ScfSchemas.UPDATE_FUNCTION_CODE, this::updateCode),
        "UpdateFunctionConfiguration",
            new DeclaredAction(ScfSchemas.UPDATE_FUNCTION_CONFIGURATION, this::updateConfiguration),
        "DeleteFunction", new DeclaredAction(ScfSchemas.DELETE_FUNCTION, this::delete));
  }

  private ObjectNode create(ApiCall call) throws ApiError {
    FunctionKey key = FunctionParameters.key(call);
    FunctionConfiguration configuration = ConfigurationReader.create(call.parameters());
    ReceivedZip upload = codes.ofCreate(call);
    FunctionState fresh = FunctionState.creating(key, ids.get(), configuration, clock.instant());
    try {
      store.create(fresh);
    } catch (ApiError e) {
      upload.discard();
      throw e;
    }
    rollout.install(fresh, upload, UnaryOperator.identity());
    return ScfJson.object();
  }

  private ObjectNode updateCode(ApiCall call) throws ApiError {
    FunctionKey key = FunctionParameters.key(call);
    refusePublish(call.parameters());
    UnaryOperator<FunctionConfiguration> change = handlerChange(call.parameters());
    ReceivedZip upload = codes.ofUpdate(call);
    try {
      rollout.install(beginUpdate(key, "FailedOperation.UpdateFunctionCode"), upload, change);
    } catch (ApiError e) {
      upload.discard();
      throw e;
    }
    return ScfJson.object();
  }

  private static UnaryOperator<FunctionConfiguration> handlerChange(ObjectNode given)
      throws ApiError {
    if (!given.has("Handler")) {
      return UnaryOperator.identity();
    }
    String handler = ConfigurationReader.handler(given);
    return before -> before.withHandler(handler);
  }

  private ObjectNode updateConfiguration(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    FunctionKey key = FunctionParameters.key(call);
    refusePublish(given);
    ConfigurationReader.update(store.get(key).configuration(), given); // refuses before it begins
    FunctionState of = beginUpdate(key, "FailedOperation.UpdateFunctionConfiguration");
    rollout.reconfigure(of, ConfigurationReader.update(of.configuration(), given));
    return ScfJson.object();
  }

  private ObjectNode delete(ApiCall call) throws ApiError {
    rollout.remove(store.remove(FunctionParameters.key(call)));
    return ScfJson.object();
  }

  private FunctionState beginUpdate(FunctionKey key, String busy) throws ApiError {
    return store.change(
        key,
        state -> {
          refuseUnsettled(state.status(), busy);
          return state.updating(clock.instant());
        });
  }

  private static void refuseUnsettled(FunctionStatus status, String busy) throws ApiError {
    if (status == FunctionStatus.CREATE_FAILED) {
      throw new ApiError(
          "FailedOperation.FunctionStatusError",
          "The function's creation failed: delete it, then create it again.");
    }
    if (!status.settled()) {
      throw new ApiError(busy, status.notYetActive());
    }
  }

  private static void refusePublish(ObjectNode given) throws ApiError {
    if (FunctionParameters.truth(given, "Publish")) {
      throw FunctionParameters.notPlayed("Publish TRUE", "there are no versions, leave it out");
    }
  }
}
