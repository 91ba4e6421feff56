// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tcr;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.product.DeclaredAction;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import io.berth.emulator.text.Identifiers;
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
  private static final Field TOKEN_ID = Field.required("TokenId", Type.TEXT);

  private static final Schema CREATE =
      Schema.of(
          RegistryParameters.REGISTRY_ID,
          Field.optional("TokenType", Type.TEXT),
          Field.optional("Desc", Type.TEXT));
  private static final Schema DESCRIBE =
      Schema.of(
          RegistryParameters.REGISTRY_ID, RegistryParameters.LIMIT, RegistryParameters.OFFSET);
  private static final Schema MODIFY =
      Schema.of(
          TOKEN_ID,
          RegistryParameters.REGISTRY_ID,
          Field.optional("Enable", Type.BOOLEAN),
          Field.optional("Desc", Type.TEXT),
          Field.optional("ModifyFlag", Type.INTEGER));
  private static final Schema DELETE = Schema.of(TOKEN_ID, RegistryParameters.REGISTRY_ID);

  private final RegistryStore registries;
  private final Identifiers identifiers;
  private final Clock clock;

  TokenActions(RegistryStore registries, Identifiers identifiers, Clock clock) {
    this.registries = registries;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  Map<String, ApiAction> actions() {
    return Map.of(
        "CreateInstanceToken", new DeclaredAction(CREATE, this::create),
        "DescribeInstanceToken", new DeclaredAction(DESCRIBE, this::describe),
        "ModifyInstanceToken", new DeclaredAction(MODIFY, this::modify),
        "DeleteInstanceToken", new DeclaredAction(DELETE, this::delete));
  }

  private ObjectNode create(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    LongTermToken token = token(given);
    boolean longTerm = !token.id().isEmpty();
    String registryId = RegistryParameters.registryId(given);
    registries.change(
        registryId,
        call.region(),
        TcrRefusal.TCR_NOT_FOUND,
        old -> longTerm ? old.with(old.contents().plus(token)) : old);
    String credential =
        new RegistryCredential(identifiers).text(registryId, token.createdAt(), token.expiresAt());
    return JSON.objectNode()
        .put("Username", RegistryCredential.USERNAME)
        .put("Token", credential)
        .put("ExpTime", token.expiresAt().toEpochMilli())
        .put("TokenId", token.id());
  }

  // A temporary one has no id, as nothing can be done with it later.
  private LongTermToken token(ObjectNode given) throws ApiError {
    String type = given.path("TokenType").asText("temp");
    if (!type.equals("temp") && !type.equals("longterm")) {
      throw TcrRefusal.parameter("TokenType must be temp or longterm.");
    }
    boolean longTerm = type.equals("longterm");
    Instant now = clock.instant();
    return new LongTermToken(
        longTerm ? identifiers.lower(20) : "",
        given.path("Desc").asText(""),
        true,
        now,
        now.plus(longTerm ? LONG_TERM : TEMPORARY));
  }

  private ObjectNode describe(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    long offset = RegistryParameters.offset(given);
    long limit = RegistryParameters.limit(given);
    StoredRegistry registry =
        registries
            .find(RegistryParameters.registryId(given), call.region())
            .orElseThrow(TcrRefusal.TCR_NOT_FOUND::error);
    List<LongTermToken> tokens = registry.contents().tokens();
    ObjectNode answer = JSON.objectNode().put("TotalCount", tokens.size());
    ArrayNode page = answer.putArray("Tokens");
    tokens.stream().skip(offset).limit(limit).forEach(token -> show(page, registry, token));
    return answer;
  }

  private static void show(ArrayNode page, StoredRegistry registry, LongTermToken token) {
    page.addObject()
        .put("Id", token.id())
        .put("Desc", token.description())
        .put("RegistryId", registry.id())
        .put("Enabled", token.enabled())
        .put("CreatedAt", RegistryJson.TIME.format(token.createdAt()))
        .put("ExpiredAt", token.expiresAt().toEpochMilli());
  }

  /** Inferred: what the flag chooses must be given. */
  private ObjectNode modify(ApiCall call) throws ApiError {
    ObjectNode given = call.parameters();
    long flag = given.path("ModifyFlag").asLong(2);
    if (flag != 1 && flag != 2) {
      throw TcrRefusal.parameter("ModifyFlag must be 1 (description) or 2 (enable or disable).");
    }
    String needed = flag == 1 ? "Desc" : "Enable";
    if (!given.has(needed)) {
      throw ApiError.missing(needed);
    }
    return change(
        call, (contents, token) -> contents.replace(token, modified(token, given, flag == 1)));
  }

  private static LongTermToken modified(LongTermToken token, ObjectNode given, boolean text) {
    return text
        ? token.described(given.get("Desc").textValue())
        : token.switched(given.get("Enable").booleanValue());
  }

  private ObjectNode delete(ApiCall call) throws ApiError {
    return change(call, RegistryContents::without);
  }

  private interface OnToken {
    RegistryContents next(RegistryContents contents, LongTermToken token);
  }

  private ObjectNode change(ApiCall call, OnToken change) throws ApiError {
    ObjectNode given = call.parameters();
    registries.change(
        RegistryParameters.registryId(given),
        call.region(),
        TcrRefusal.TCR_NOT_FOUND,
        registry -> registry.with(changed(registry.contents(), given, change)));
    return JSON.objectNode();
  }

  private static RegistryContents changed(
      RegistryContents contents, ObjectNode given, OnToken change) throws ApiError {
    LongTermToken token =
        contents
            .token(given.get("TokenId").textValue())
            .orElseThrow(TcrRefusal.TCR_NOT_FOUND::error);
    return change.next(contents, token);
  }
}
