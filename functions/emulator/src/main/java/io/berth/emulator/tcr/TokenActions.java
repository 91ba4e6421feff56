// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.api.Action;
import io.berth.emulator.api.ApiError;
import io.berth.emulator.api.Call;
import io.berth.emulator.api.Field;
import io.berth.emulator.api.Field.Kind;
import io.berth.emulator.api.Identifiers;
import io.berth.emulator.api.Operation;
import io.berth.emulator.api.Shape;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * TCR CreateInstanceToken and its siblings. What is given out has the shape of the real credential
 * and opens nothing: there is no registry to log in to. Only long-term ones are listed.
 */
final class TokenActions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Duration TEMPORARY = Duration.ofHours(1);
  private static final Duration LONG_TERM = Duration.ofHours(RegistryJson.TOKEN_HOURS);
  private static final Field TOKEN_ID = Field.required("TokenId", Kind.TEXT);

  private final Registries registries;
  private final Identifiers identifiers;
  private final Clock clock;

  TokenActions(Registries registries, Identifiers identifiers, Clock clock) {
    this.registries = registries;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  Map<String, Action> actions() {
    return Map.of(
        "CreateInstanceToken",
        new Operation(
            Shape.of(
                Given.REGISTRY_ID,
                Field.optional("TokenType", Kind.TEXT),
                Field.optional("Desc", Kind.TEXT)),
            this::create),
        "DescribeInstanceToken",
        new Operation(Shape.of(Given.REGISTRY_ID, Given.LIMIT, Given.OFFSET), this::describe),
        "ModifyInstanceToken",
        new Operation(
            Shape.of(
                TOKEN_ID,
                Given.REGISTRY_ID,
                Field.optional("Enable", Kind.BOOLEAN),
                Field.optional("Desc", Kind.TEXT),
                Field.optional("ModifyFlag", Kind.INTEGER)),
            this::modify),
        "DeleteInstanceToken",
        new Operation(Shape.of(TOKEN_ID, Given.REGISTRY_ID), this::delete));
  }

  private ObjectNode create(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    String type = given.path("TokenType").asText("temp");
    if (!type.equals("temp") && !type.equals("longterm")) {
      throw Refusal.parameter("TokenType must be temp or longterm.");
    }
    boolean longTerm = type.equals("longterm");
    Instant now = clock.instant();
    Instant end = now.plus(longTerm ? LONG_TERM : TEMPORARY);
    String id = longTerm ? identifiers.lower(20) : "";
    LongToken token = new LongToken(id, given.path("Desc").asText(""), true, now, end);
    registries.change(
        Given.registryId(given),
        call.region(),
        Refusal.TCR_NOT_FOUND,
        old -> longTerm ? old.with(old.contents().plus(token)) : old);
    return JSON.objectNode()
        .put("Username", Credential.USERNAME)
        .put("Token", new Credential(identifiers).text(Given.registryId(given), now, end))
        .put("ExpTime", end.toEpochMilli())
        .put("TokenId", id);
  }

  private ObjectNode describe(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    long offset = Given.offset(given);
    long limit = Given.limit(given);
    Registry registry =
        registries
            .find(Given.registryId(given), call.region())
            .orElseThrow(Refusal.TCR_NOT_FOUND::error);
    List<LongToken> tokens = registry.contents().tokens();
    ObjectNode answer = JSON.objectNode().put("TotalCount", tokens.size());
    ArrayNode page = answer.putArray("Tokens");
    tokens.stream().skip(offset).limit(limit).forEach(token -> show(page, registry, token));
    return answer;
  }

  private static void show(ArrayNode page, Registry registry, LongToken token) {
    page.addObject()
        .put("Id", token.id())
        .put("Desc", token.description())
        .put("RegistryId", registry.id())
        .put("Enabled", token.enabled())
        .put("CreatedAt", RegistryJson.TIME.format(token.createdAt()))
        .put("ExpiredAt", token.expiresAt().toEpochMilli());
  }

  /** Inferred: what the flag chooses must be given. */
  private ObjectNode modify(Call call) throws ApiError {
    ObjectNode given = call.parameters();
    long flag = given.path("ModifyFlag").asLong(2);
    if (flag != 1 && flag != 2) {
      throw Refusal.parameter("ModifyFlag must be 1 (description) or 2 (enable or disable).");
    }
    String needed = flag == 1 ? "Desc" : "Enable";
    if (!given.has(needed)) {
      throw ApiError.missing(needed);
    }
    return change(
        call,
        (contents, token) ->
            contents.replace(
                token,
                flag == 1
                    ? token.described(given.get("Desc").textValue())
                    : token.switched(given.get("Enable").booleanValue())));
  }

  private ObjectNode delete(Call call) throws ApiError {
    return change(call, Contents::without);
  }

  private interface OnToken {
    Contents next(Contents contents, LongToken token);
  }

  private ObjectNode change(Call call, OnToken change) throws ApiError {
    ObjectNode given = call.parameters();
    registries.change(
        Given.registryId(given),
        call.region(),
        Refusal.TCR_NOT_FOUND,
        registry -> {
          LongToken token =
              registry
                  .contents()
                  .token(given.get("TokenId").textValue())
                  .orElseThrow(Refusal.TCR_NOT_FOUND::error);
          return registry.with(change.next(registry.contents(), token));
        });
    return JSON.objectNode();
  }
}
