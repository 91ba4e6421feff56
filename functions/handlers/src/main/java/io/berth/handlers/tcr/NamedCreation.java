// SPDX-License-Identifier: Apache-2.0
package io.berth.handlers.tcr;

import io.berth.cloud.CloudReply;
import io.berth.contract.ErrorCode.Family;
import io.berth.contract.ErrorCodes;
import io.berth.contract.FunctionName;
import io.berth.contract.Outcome;
import io.berth.contract.Outcome.How;
import io.berth.contract.text.SentenceTemplate;
import io.berth.handlers.pipeline.CloudOutcomes;
import io.berth.handlers.pipeline.Principal;
import io.berth.handlers.pipeline.RoleCloud;
import java.util.Map;
import java.util.Optional;

/**
 * Creates something once. It is tagged with the request that asked for it, and its name is unique,
 * so when the name exists or the answer is lost, what has the name is looked up: it is ours exactly
 * when it carries the tag.
 */
final class NamedCreation {
  private static final String NAME_TAKEN =
      "name_taken: a {title} exists and was not made by this request; choose another name";
  private static final String EXISTS_BUT = "the name {name} exists, but {why}; {recipe}";
  private static final String DIFFERENT =
      "a {title} was made by this request, but {detail}; look at it, and ask for the other one"
          + " under a name and an id of its own";

  private final FunctionName function;
  private final NamedResource wanted;
  private final Principal principal;
  private final RoleCloud cloud;

  NamedCreation(FunctionName function, NamedResource wanted, Principal principal, RoleCloud cloud) {
    this.function = function;
    this.wanted = wanted;
    this.principal = principal;
    this.cloud = cloud;
  }

  Outcome outcome() {
    return cloud
        .call(wanted.taggedWith(requestId()))
        .<Outcome>fold(
            this::accepted,
            this::refused,
            lost -> adoptOr(CloudOutcomes.lost(lost, wanted.recipe(), principal.callId())),
            this::malformed);
  }

  private String requestId() {
    return principal.mark().requestId();
  }

  private Outcome accepted(CloudReply.Accepted accepted) {
    Optional<String> id = wanted.idIn(accepted.response()).filter(text -> !text.isBlank());
    if (id.isPresent()) {
      return new Outcome.Created(id.get(), How.CREATED, Optional.empty(), accepted.requestId());
    }
    String field = function.resultField().orElseThrow();
    return malformed(new CloudReply.Malformed("the cloud's answer has no " + field));
  }

  private Outcome malformed(CloudReply.Malformed malformed) {
    return adoptOr(CloudOutcomes.malformed(malformed, wanted.recipe(), principal.callId()));
  }

  private Outcome refused(CloudReply.Refused refused) {
    if (ErrorCodes.of(refused.code()).family() == Family.NAME_TAKEN) {
      return taken(refused);
    }
    Outcome plain = CloudOutcomes.refused(function, refused, principal.callId());
    // What may have been made is looked for before anything is said to stand in its way.
    Outcome looked = adoptOr(plain);
    return looked.equals(plain) ? wanted.obstacle(refused, plain, cloud).orElse(plain) : looked;
  }

  /** The name exists: ours from an earlier try, or somebody else's. */
  private Outcome taken(CloudReply.Refused refused) {
    Ownership found = wanted.owner(cloud, requestId());
    return switch (found.whose()) {
      case OURS -> adopted(found);
      case DIFFERENT -> different(found);
      case FOREIGN -> nameTaken(refused.code(), refused.requestId());
      case ABSENT ->
          wanted.isSharedWithOthers()
              ? nameTaken(refused.code(), refused.requestId())
              : existsBut("it is not in the list", refused);
      case UNREADABLE -> existsBut(found.detail(), refused);
    };
  }

  /** Looks only when the outcome is in doubt; a plain refusal stands as it is. */
  private Outcome adoptOr(Outcome outcome) {
    if (!(outcome instanceof Outcome.Unknown unknown)) {
      return outcome;
    }
    Ownership found = wanted.owner(cloud, requestId());
    return switch (found.whose()) {
      case OURS -> adopted(found);
      case DIFFERENT -> different(found);
      case FOREIGN -> nameTaken(wanted.takenCode(), found.requestId());
      // Not there is no proof: the list may lag behind, and the call may still arrive.
      case ABSENT, UNREADABLE -> unknown;
    };
  }

  private Outcome adopted(Ownership found) {
    return new Outcome.Created(found.id(), How.ADOPTED, Optional.empty(), answerId(found));
  }

  /**
   * The tag alone does not make it what was asked for: somebody changed it, or used an id twice.
   */
  private Outcome different(Ownership found) {
    String message =
        SentenceTemplate.fill(DIFFERENT, Map.of("title", wanted.title(), "detail", found.detail()));
    return new Outcome.Refused(422, "resource_differs", message, answerId(found));
  }

  private String answerId(Ownership found) {
    return found.requestId().isEmpty() ? principal.callId() : found.requestId();
  }

  private Outcome existsBut(String why, CloudReply.Refused refused) {
    String message =
        SentenceTemplate.fill(
            EXISTS_BUT, Map.of("name", wanted.name(), "why", why, "recipe", wanted.recipe()));
    return new Outcome.Unknown(refused.code(), message, refused.requestId());
  }

  private Outcome nameTaken(String code, String requestId) {
    String message = SentenceTemplate.fill(NAME_TAKEN, Map.of("title", wanted.title()));
    return new Outcome.Refused(409, code, message, requestId);
  }
}
