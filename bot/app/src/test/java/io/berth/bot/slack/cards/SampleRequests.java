// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack.cards;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.berth.bot.approval.Ballot;
import io.berth.bot.approval.Terms;
import io.berth.bot.approval.Vote;
import io.berth.bot.kind.Kinds;
import io.berth.bot.kind.Proposal;
import io.berth.bot.kind.Spec;
import io.berth.bot.kind.Specs;
import io.berth.bot.ledger.model.Origin;
import io.berth.bot.ledger.model.Part;
import io.berth.bot.ledger.model.PartId;
import io.berth.bot.ledger.model.PartState;
import io.berth.bot.ledger.model.Request;
import io.berth.bot.ledger.model.State;
import io.berth.bot.ledger.model.Times;
import io.berth.contract.text.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests as the ledger would hand them out. */
final class SampleRequests {
  static final String ID = "01JD0000000000000000000001";
  static final Instant CREATED = Instant.parse("2026-11-21T12:00:00Z");
  static final Vote BOB_APPROVES =
      new Vote("U0BOB", true, Optional.empty(), CREATED.plusSeconds(120));
  static final Vote BOB_DENIES =
      new Vote(
          "U0BOB", false, Optional.of("use <https://evil|the old one>"), CREATED.plusSeconds(120));

  private SampleRequests() {}

  static Request registry(State state, Vote... votes) {
    return registry(state, Optional.of("we ship on <!channel> *Monday*"), votes);
  }

  static Request registry(State state, Optional<String> reason, Vote... votes) {
    Spec spec =
        spec(
            "registry",
            "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\",\"RegistryType\":\"standard\","
                + "\"TagSpecification\":{\"ResourceType\":\"instance\",\"Tags\":[{\"Key\":\"team\",\"Value\":\"pay\"}]},"
                + "\"SyncTag\":true}");
    return request(state, reason, List.of(votes), part(1, spec, stateOf(state)));
  }

  static Request code(State state, Vote... votes) {
    return request(state, Optional.empty(), List.of(votes), part(1, codeSpec(), stateOf(state)));
  }

  static Spec codeSpec() {
    return spec(
        "code",
        "{\"Region\":\"ap-guangzhou\",\"Description\":\"webserver\",\"RegisterLimit\":10,\"EffectiveTime\":4}");
  }

  static Request created(Request request, String id, String progress) {
    return succeeded(
        request, new Part.Resource(id, false, Optional.of(progress), Part.SealedSecret.NONE));
  }

  static Request failed(Request request, State state, String failure) {
    Part old = request.parts().get(0);
    Part failed =
        new Part(
            old.id(),
            old.spec(),
            Optional.of(old.spec().parameters()),
            stateOf(state),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.of(failure));
    return with(request, state, failed);
  }

  static Request codeReady(Request request, String id) {
    return succeeded(
        request,
        new Part.Resource(
            id, false, Optional.empty(), new Part.SealedSecret(true, Optional.empty())));
  }

  static Request revealed(Request request, String id) {
    Optional<Instant> at = Optional.of(CREATED.plusSeconds(600));
    return succeeded(
        request, new Part.Resource(id, false, Optional.empty(), new Part.SealedSecret(false, at)));
  }

  static Request request(State state, Optional<String> reason, List<Vote> votes, Part... parts) {
    Terms terms = Terms.of(1, List.of("U0BOB", "U0CAROL"), "rule 2: registry");
    return new Request(
        ID,
        new Origin("U0ALICE", "T0BERTH", "C0REQUESTS", Optional.of("payments"), reason),
        Proposal.sha256(List.of(parts).stream().map(Part::spec).toList()),
        new Ballot(terms, "U0ALICE", votes),
        new Times(CREATED, CREATED.plusSeconds(86_400), Optional.empty()),
        state,
        List.of(parts));
  }

  static Part part(int number, Spec spec, PartState state) {
    return new Part(
        new PartId(ID, number),
        spec,
        Optional.empty(),
        state,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Spec spec(String kind, String json) {
    return Specs.check(Kinds.of(kind).orElseThrow(), Json.readObject(json.getBytes(UTF_8)))
        .fold(
            valid -> valid.value(),
            invalid -> {
              throw new AssertionError(invalid.violations());
            });
  }

  private static PartState stateOf(State state) {
    return switch (state) {
      case PENDING_APPROVAL -> PartState.WAITING;
      case APPROVED -> PartState.READY;
      case EXECUTING -> PartState.EXECUTING;
      case SUCCEEDED, PARTLY -> PartState.SUCCEEDED;
      case FAILED -> PartState.FAILED;
      case NEEDS_OPERATOR -> PartState.NEEDS_OPERATOR;
      case REJECTED, EXPIRED, CANCELLED -> PartState.SKIPPED;
    };
  }

  private static Request succeeded(Request request, Part.Resource resource) {
    Part old = request.parts().get(0);
    Part done =
        new Part(
            old.id(),
            old.spec(),
            Optional.of(old.spec().parameters()),
            PartState.SUCCEEDED,
            1,
            Optional.of(resource),
            Optional.empty(),
            Optional.empty());
    return with(request, State.SUCCEEDED, done);
  }

  private static Request with(Request old, State state, Part part) {
    return new Request(
        old.id(), old.origin(), old.sha256(), old.ballot(), old.times(), state, List.of(part));
  }
}
