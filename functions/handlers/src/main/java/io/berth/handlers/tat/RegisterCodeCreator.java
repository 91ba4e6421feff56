// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tat;

import io.berth.cloud.CloudReply;
import io.berth.contract.Checked;
import io.berth.contract.FunctionName;
import io.berth.contract.Outcome;
import io.berth.contract.Outcome.How;
import io.berth.contract.auth.Seal;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.tat.DisableRegisterCodes;
import io.berth.contract.text.SentenceTemplate;
import io.berth.handlers.pipeline.Action;
import io.berth.handlers.pipeline.CloudOutcomes;
import io.berth.handlers.pipeline.FunctionAnswer;
import io.berth.handlers.pipeline.Principal;
import io.berth.handlers.pipeline.RoleCloud;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Creates a register code, marked with the request that asked for it, and answers with its value
 * sealed for the caller: the platform logs what a function returns.
 *
 * <p>TAT has neither a client token nor a natural key. An approved call is therefore made once and
 * plainly, and the bot's ledger sweeps what got lost. A caller without an approval has no ledger
 * behind it: there the function lists, creates, lists again, and takes its own code back when
 * another one carries the same mark.
 */
public final class RegisterCodeCreator implements Action<CreateRegisterCode> {
  private static final String ASK_AGAIN =
      "send the same call again: it will say whether a code was made";
  private static final String CANNOT_TELL =
      "if a code was made, its value is lost; this function's role may not list codes, so it cannot"
          + " tell whether a repeat would make a second one";
  private static final String NOT_LOOKED_FOR =
      "an earlier code of this call could not be looked for: {why}; nothing was created, try again";
  private static final String NOT_TAKEN_BACK =
      "code {id} was made but is not to be used, and could not be disabled; disable it";
  private static final String TAKEN_BACK =
      "it could not be seen whether this is the only code of this call, so it was disabled again;"
          + " try again";
  private static final String ALREADY_CREATED =
      "this webhook-id has made code {id} already, and a value is shown once; to get another,"
          + " disable it and use a new webhook-id";

  private final SecureRandom random;

  public RegisterCodeCreator(SecureRandom random) {
    this.random = random;
  }

  @Override
  public FunctionName function() {
    return FunctionName.TAT_CREATE_REGISTER_CODE;
  }

  @Override
  public String verb() {
    return "create register codes";
  }

  @Override
  public Set<FunctionName> calls() {
    return Set.of(
        FunctionName.TAT_CREATE_REGISTER_CODE,
        FunctionName.TAT_DESCRIBE_REGISTER_CODES,
        FunctionName.TAT_DISABLE_REGISTER_CODES);
  }

  @Override
  public Checked<CreateRegisterCode> read(Map<String, Object> json) {
    return CreateRegisterCode.from(json);
  }

  @Override
  public FunctionAnswer perform(CreateRegisterCode request, Principal principal, RoleCloud cloud) {
    if (!principal.approved()) {
      return createUnwatched(request, principal, cloud);
    }
    String marked = "disable what is marked " + principal.mark();
    String recipe =
        "if a code was made, its value is lost; " + marked + " and ask with the next attempt";
    return onceOnly(create(request, principal, cloud, recipe));
  }

  /** Under the same webhook-id a lost code is never made a second time. */
  private FunctionAnswer onceOnly(Outcome outcome) {
    FunctionAnswer answer = FunctionAnswer.of(function(), outcome);
    return outcome instanceof Outcome.Unknown ? answer.asFinal() : answer;
  }

  private FunctionAnswer createUnwatched(
      CreateRegisterCode request, Principal principal, RoleCloud cloud) {
    RegisterCodeLookup.MarkedCodes before =
        RegisterCodeLookup.marked(cloud, request.region(), principal.mark());
    if (before.forbidden()) {
      return onceOnly(create(request, principal, cloud, CANNOT_TELL));
    }
    if (!before.why().isEmpty()) {
      return notListed(
          SentenceTemplate.fill(NOT_LOOKED_FOR, Map.of("why", before.why())), principal);
    }
    if (!before.ids().isEmpty()) {
      return alreadyCreated(before.ids().get(0), principal);
    }
    Outcome outcome = create(request, principal, cloud, ASK_AGAIN);
    return outcome instanceof Outcome.Created created
        ? keepOrTakeBack(created, request, principal, cloud)
        : FunctionAnswer.of(function(), outcome);
  }

  private Outcome create(
      CreateRegisterCode request, Principal principal, RoleCloud cloud, String recipe) {
    return cloud
        .call(request.markedWith(principal.mark()))
        .<Outcome>fold(
            accepted -> created(accepted, principal, recipe),
            refused -> CloudOutcomes.refused(function(), refused, principal.callId()),
            lost -> CloudOutcomes.lost(lost, recipe, principal.callId()),
            malformed -> CloudOutcomes.malformed(malformed, recipe, principal.callId()));
  }

  private Outcome created(CloudReply.Accepted accepted, Principal principal, String recipe) {
    if (accepted.response().get("RegisterCodeId") instanceof String id
        && accepted.response().get("RegisterCodeValue") instanceof String value) {
      String sealed = Seal.seal(value, principal.key(), principal.mark().requestId(), random);
      return new Outcome.Created(id, How.CREATED, Optional.of(sealed), accepted.requestId());
    }
    CloudReply.Malformed strange =
        new CloudReply.Malformed("the cloud's answer has no RegisterCodeId and RegisterCodeValue");
    return CloudOutcomes.malformed(strange, recipe, principal.callId());
  }

  private FunctionAnswer keepOrTakeBack(
      Outcome.Created created, CreateRegisterCode request, Principal principal, RoleCloud cloud) {
    RegisterCodeLookup.MarkedCodes after =
        RegisterCodeLookup.marked(cloud, request.region(), principal.mark());
    Optional<String> other =
        after.ids().stream().filter(id -> !id.equals(created.id())).findFirst();
    if (after.why().isEmpty() && other.isEmpty()) {
      return FunctionAnswer.of(function(), created);
    }
    DisableRegisterCodes takeBack =
        new DisableRegisterCodes(request.region(), List.of(created.id()));
    if (!(cloud.call(takeBack) instanceof CloudReply.Accepted)) {
      String left = SentenceTemplate.fill(NOT_TAKEN_BACK, Map.of("id", created.id()));
      return FunctionAnswer.unknown("code_not_taken_back", left, principal.callId());
    }
    return other
        .map(id -> alreadyCreated(id, principal))
        .orElseGet(() -> notListed(TAKEN_BACK, principal));
  }

  private static FunctionAnswer notListed(String sentence, Principal principal) {
    return FunctionAnswer.refused(503, "codes_not_listed", sentence, principal.callId());
  }

  private FunctionAnswer alreadyCreated(String id, Principal principal) {
    String sentence = SentenceTemplate.fill(ALREADY_CREATED, Map.of("id", id));
    return FunctionAnswer.refused(409, "already_created", sentence, principal.callId())
        .with(function().resultField().orElseThrow(), id);
  }
}
