// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.cloud.CloudReply;
import io.berth.contract.Checked;
import io.berth.contract.ErrorCode.Family;
import io.berth.contract.ErrorCodes;
import io.berth.contract.FunctionName;
import io.berth.contract.Outcome;
import io.berth.contract.Outcome.How;
import io.berth.contract.tcr.CreateInstance;
import io.berth.handlers.call.Action;
import io.berth.handlers.call.Answer;
import io.berth.handlers.call.CloudOutcomes;
import io.berth.handlers.call.Grant;
import io.berth.handlers.call.RoleCloud;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Creates a registry, tagged with the request that asked for it. Names are unique, so when the name
 * exists or the answer is lost, the registry of that name is looked up: it is ours exactly when it
 * carries the tag.
 */
public final class CreateRegistry implements Action<CreateInstance> {
  private static final String RECIPE =
      "look for the registry by its name with tcr-describe-instances before you ask again";

  @Override
  public FunctionName function() {
    return FunctionName.TCR_CREATE_INSTANCE;
  }

  @Override
  public Set<FunctionName> calls() {
    return Set.of(FunctionName.TCR_CREATE_INSTANCE, FunctionName.TCR_DESCRIBE_INSTANCES);
  }

  @Override
  public Checked<CreateInstance> read(Map<String, Object> json) {
    return CreateInstance.from(json);
  }

  @Override
  public Answer perform(CreateInstance request, Grant grant, RoleCloud cloud) {
    Outcome outcome =
        cloud
            .call(request.taggedWith(grant.mark().requestId()))
            .<Outcome>fold(
                accepted -> created(accepted, request, grant, cloud),
                refused -> refused(refused, request, grant, cloud),
                lost ->
                    adoptOr(
                        CloudOutcomes.lost(lost, RECIPE, grant.callId()), request, grant, cloud),
                malformed ->
                    adoptOr(
                        CloudOutcomes.malformed(malformed, RECIPE, grant.callId()),
                        request,
                        grant,
                        cloud));
    return Answer.of(function(), outcome);
  }

  private static Outcome created(
      CloudReply.Accepted accepted, CreateInstance request, Grant grant, RoleCloud cloud) {
    if (accepted.response().get("RegistryId") instanceof String id && !id.isBlank()) {
      return new Outcome.Created(id, How.CREATED, Optional.empty(), accepted.requestId());
    }
    CloudReply.Malformed strange = new CloudReply.Malformed("the cloud's answer has no RegistryId");
    return adoptOr(CloudOutcomes.malformed(strange, RECIPE, grant.callId()), request, grant, cloud);
  }

  private Outcome refused(
      CloudReply.Refused refused, CreateInstance request, Grant grant, RoleCloud cloud) {
    Outcome outcome = CloudOutcomes.refused(function(), refused, grant.callId());
    boolean taken = ErrorCodes.of(refused.code()).family() == Family.NAME_TAKEN;
    return taken ? taken(refused, request, grant, cloud) : adoptOr(outcome, request, grant, cloud);
  }

  /** The name exists: ours from an earlier try, or somebody else's, perhaps in another account. */
  private static Outcome taken(
      CloudReply.Refused refused, CreateInstance request, Grant grant, RoleCloud cloud) {
    RegistryLookup.Found found = RegistryLookup.byName(cloud, request, grant.mark().requestId());
    return switch (found.kind()) {
      case OURS -> adopted(found, grant);
      case FOREIGN, ABSENT -> nameTaken(refused.code(), request, refused.requestId());
      case UNREADABLE ->
          new Outcome.Unknown(
              refused.code(),
              "the name " + request.registryName() + " exists, but " + found.why() + "; " + RECIPE,
              refused.requestId());
    };
  }

  /** Looks only when the outcome is in doubt; a plain refusal stands as it is. */
  private static Outcome adoptOr(
      Outcome outcome, CreateInstance request, Grant grant, RoleCloud cloud) {
    if (!(outcome instanceof Outcome.Unknown unknown)) {
      return outcome;
    }
    RegistryLookup.Found found = RegistryLookup.byName(cloud, request, grant.mark().requestId());
    return switch (found.kind()) {
      case OURS -> adopted(found, grant);
      case FOREIGN -> nameTaken("InvalidParameter.ErrorNameExists", request, found.requestId());
      // Not there is no proof: the list may lag behind, and the call may still arrive.
      case ABSENT, UNREADABLE -> unknown;
    };
  }

  private static Outcome adopted(RegistryLookup.Found found, Grant grant) {
    String requestId = found.requestId().isEmpty() ? grant.callId() : found.requestId();
    return new Outcome.Created(found.id(), How.ADOPTED, Optional.empty(), requestId);
  }

  private static Outcome nameTaken(String code, CreateInstance request, String requestId) {
    return new Outcome.Refused(
        409,
        code,
        "name_taken: a registry named "
            + request.registryName()
            + " exists and was not made by this request; choose another name",
        requestId);
  }
}
