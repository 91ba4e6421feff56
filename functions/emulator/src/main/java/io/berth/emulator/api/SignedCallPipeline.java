// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.cam.Permissions;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.faults.CallAttributes;
import io.berth.emulator.faults.CallCut;
import io.berth.emulator.faults.FaultInjection;
import io.berth.emulator.faults.FaultPoint;
import io.berth.emulator.persistence.Storage;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.CloudProduct;
import io.berth.emulator.schema.Schema;
import io.berth.emulator.signature.Authentication;
import io.berth.emulator.signature.CommonParameters;
import io.berth.emulator.signature.Keys;
import io.berth.emulator.signature.RawRequest;
import io.berth.emulator.state.CloudState;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A signed call. The order of the checks is inferred from single observations, see the table in the
 * module's README.
 */
final class SignedCallPipeline implements ApiCallPipeline {
  // They change nothing that is kept, and lists must not wait for the disk.
  private static final Pattern READS = Pattern.compile("(Check|Describe|Get|Invoke|List).*");

  private final Keys keys;
  private final PermissionCheck permissions;
  private final Storage storage;
  private final boolean loose;

  SignedCallPipeline(Keys keys, Permissions permissions, Storage storage, boolean loose) {
    this.keys = keys;
    this.permissions = new PermissionCheck(keys, permissions);
    this.storage = storage;
    this.loose = loose;
  }

  /** What a request is for and who sent it, before its own parameters are looked at. */
  private record CallTarget(
      CloudProduct product, ApiAction action, String name, String region, String secretId) {}

  @Override
  public ObjectNode carryOut(RawRequest request, String peer, CallContext context)
      throws ApiError, CallCut {
    CommonParameters common = CommonParameters.of(request);
    context.recorder().common(common);
    common.timestamp();
    CallTarget target = target(common, context);
    ObjectNode given = common.parameters();
    context.recorder().parameters(given);
    FaultInjection faults = context.faults();
    faults.select(CallAttributes.of(target.name(), target.region(), target.secretId(), given));
    faults.at(FaultPoint.BEFORE_VALIDATE);
    ApiCall call = call(target, typed(target.action(), given, common.texts()), context);
    target.action().checkValues(call);
    permissions.check(target.product(), call, CallerAddress.of(request, peer));
    faults.at(FaultPoint.AFTER_VALIDATE);
    ObjectNode response = faults.run(() -> committed(target.action(), call));
    faults.at(FaultPoint.AFTER_COMMIT);
    return response;
  }

  private CallTarget target(CommonParameters common, CallContext context) throws ApiError {
    CloudState state = context.state();
    CloudProduct product = RequestRouting.product(state, common);
    ApiAction action = RequestRouting.action(product, common);
    String secretId = new Authentication(keys, state.signatureClock()).secretId(common);
    context.recorder().signed(secretId);
    String region = RequestRouting.region(product, common);
    String name = common.required("Action");
    state.rate().take(product.version(), name);
    return new CallTarget(product, action, name, region, secretId);
  }

  private ObjectNode typed(ApiAction action, ObjectNode given, boolean texts) throws ApiError {
    Optional<Schema> schema = action.schema();
    if (schema.isEmpty()) {
      return given;
    }
    return loose ? schema.get().checkLoosely(given) : schema.get().check(given, texts);
  }

  private static ApiCall call(CallTarget target, ObjectNode parameters, CallContext context) {
    return new ApiCall(
        target.name(),
        target.product().version(),
        target.region(),
        parameters,
        target.secretId(),
        context.recorder().requestId(),
        context.faults().horizon());
  }

  // A change is on the disk before anything else can happen to the call.
  private ObjectNode committed(ApiAction action, ApiCall call) throws ApiError {
    ObjectNode response = action.call(call);
    if (!READS.matcher(call.action()).matches()) {
      storage.flush();
    }
    return response;
  }
}
