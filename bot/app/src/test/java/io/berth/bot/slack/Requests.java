// SPDX-License-Identifier: Apache-2.0
package io.berth.bot.slack;

import io.berth.bot.approval.Terms;
import io.berth.bot.approval.Vote;
import io.berth.bot.ledger.Request;
import io.berth.bot.ledger.State;
import io.berth.contract.ApiRequest;
import io.berth.contract.Checked;
import io.berth.contract.tat.CreateRegisterCode;
import io.berth.contract.tcr.CreateInstance;
import io.berth.contract.text.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests as the ledger would hand them out. */
final class Requests {
  static final String ID = "01JD0000000000000000000001";
  static final Instant CREATED = Instant.parse("2026-11-21T12:00:00Z");
  static final Vote BOB_APPROVES =
      new Vote("U0BOB", true, Optional.empty(), CREATED.plusSeconds(120));
  static final Vote BOB_DENIES =
      new Vote(
          "U0BOB", false, Optional.of("use <https://evil|the old one>"), CREATED.plusSeconds(120));

  private Requests() {}

  static Request registry(State state, Vote... votes) {
    return registry(state, Optional.of("we ship on <!channel> *Monday*"), votes);
  }

  static Request registry(State state, Optional<String> reason, Vote... votes) {
    ApiRequest parameters =
        valid(
            CreateInstance.from(
                tree(
                    "{\"Region\":\"ap-guangzhou\",\"RegistryName\":\"payments\",\"RegistryType\":\"standard\","
                        + "\"TagSpecification\":{\"ResourceType\":\"instance\",\"Tags\":[{\"Key\":\"team\",\"Value\":\"pay\"}]},"
                        + "\"SyncTag\":true}")));
    return request(parameters, reason, state, Optional.empty(), Optional.empty(), votes);
  }

  static Request code(State state, Vote... votes) {
    return request(
        codeParameters(), Optional.empty(), state, Optional.empty(), Optional.empty(), votes);
  }

  static ApiRequest codeParameters() {
    return valid(
        CreateRegisterCode.from(
            tree(
                "{\"Region\":\"ap-guangzhou\",\"Description\":\"webserver\",\"RegisterLimit\":10,\"EffectiveTime\":4}")));
  }

  static Request created(Request request, String id, String progress) {
    return with(
        request,
        State.SUCCEEDED,
        Optional.of(id),
        Optional.of(progress),
        Optional.empty(),
        false,
        Optional.empty());
  }

  static Request failed(Request request, State state, String failure) {
    return with(
        request,
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.of(failure),
        false,
        Optional.empty());
  }

  static Request codeReady(Request request, String id) {
    return with(
        request,
        State.SUCCEEDED,
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty());
  }

  static Request revealed(Request request, String id) {
    return with(
        request,
        State.SUCCEEDED,
        Optional.of(id),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.of(CREATED.plusSeconds(600)));
  }

  private static Request request(
      ApiRequest parameters,
      Optional<String> reason,
      State state,
      Optional<String> resource,
      Optional<String> failure,
      Vote... votes) {
    return new Request(
        ID,
        parameters.function(),
        Json.write(parameters.toJson()),
        parameters.sha256(),
        "U0ALICE",
        "T0BERTH",
        Optional.of("payments"),
        reason,
        new Terms(1, List.of("U0BOB", "U0CAROL"), "rule 2: registry"),
        state,
        0,
        CREATED,
        CREATED.plusSeconds(86_400),
        resource,
        Optional.empty(),
        failure,
        false,
        false,
        Optional.empty(),
        List.of(votes));
  }

  private static Request with(
      Request old,
      State state,
      Optional<String> resource,
      Optional<String> progress,
      Optional<String> failure,
      boolean sealed,
      Optional<Instant> revealed) {
    return new Request(
        old.id(),
        old.function(),
        old.parametersJson(),
        old.parametersSha256(),
        old.requester(),
        old.workspace(),
        old.team(),
        old.reason(),
        old.terms(),
        state,
        1,
        old.createdAt(),
        old.expiresAt(),
        resource,
        progress,
        failure,
        false,
        sealed,
        revealed,
        old.votes());
  }

  private static Map<String, Object> tree(String json) {
    return new LinkedHashMap<>(
        Json.readObject(json.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private static <T extends ApiRequest> T valid(Checked<T> checked) {
    return checked.fold(
        valid -> valid.value(),
        invalid -> {
          throw new AssertionError(invalid.violations());
        });
  }
}
