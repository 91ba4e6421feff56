// SPDX-License-Identifier: Apache-2.0
package io.berth.emulator.tat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.berth.emulator.error.ApiError;
import io.berth.emulator.product.ApiAction;
import io.berth.emulator.product.ApiCall;
import io.berth.emulator.schema.Field;
import io.berth.emulator.schema.Field.Type;
import io.berth.emulator.schema.Schema;
import io.berth.emulator.text.AddressRange;
import io.berth.emulator.text.Identifiers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** TAT CreateRegisterCode. */
final class CreateRegisterCodeAction implements ApiAction {
  private static final long LONGEST_HOURS = 99_999;
  // No document says what a permanent code shows as its end; this one is inferred.
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private static final Schema SCHEMA =
      Schema.of(
          Field.optional("Description", Type.TEXT),
          Field.optional("InstanceNamePrefix", Type.TEXT),
          Field.optional("RegisterLimit", Type.INTEGER),
          Field.optional("EffectiveTime", Type.INTEGER),
          Field.optional("IpAddressRange", Type.TEXT));

  private final RegisterCodeStore store;
  private final Identifiers identifiers;
  private final Clock clock;

  CreateRegisterCodeAction(RegisterCodeStore store, Identifiers identifiers, Clock clock) {
    this.store = store;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public Optional<Schema> schema() {
    return Optional.of(SCHEMA);
  }

  @Override
  public void checkValues(ApiCall call) throws ApiError {
    code(call.region(), "", call.parameters());
  }

  @Override
  public ObjectNode call(ApiCall call) throws ApiError {
    String value = identifiers.hex(32);
    StoredRegisterCode code = code(call.region(), ValueHash.of(value), call.parameters());
    store.add(code);
    return JsonNodeFactory.instance
        .objectNode()
        .put("RegisterCodeId", code.id())
        .put("RegisterCodeValue", value);
  }

  private StoredRegisterCode code(String region, String valueHash, ObjectNode given)
      throws ApiError {
    Instant now = clock.instant();
    return new StoredRegisterCode(
        identifiers.uuid(),
        region,
        valueHash,
        new StoredRegisterCode.CodeTerms(
            ParameterLimits.text(given, "Description", 128),
            ParameterLimits.text(given, "InstanceNamePrefix", 32),
            ParameterLimits.number(given, "RegisterLimit", 10, 1, 10_000),
            addressRange(given)),
        now,
        end(now, ParameterLimits.number(given, "EffectiveTime", 4, 1, Long.MAX_VALUE)),
        Optional.empty(),
        0);
  }

  private static Instant end(Instant now, long hours) {
    return hours > LONGEST_HOURS ? NEVER : now.plus(Duration.ofHours(hours));
  }

  private static String addressRange(ObjectNode given) throws ApiError {
    String range = given.path("IpAddressRange").asText("");
    if (!range.isEmpty() && !AddressRange.isLegal(range)) {
      throw new ApiError(
          "InvalidParameter",
          "Invalid parameter. IpAddressRange must be an IPv4 address or a CIDRv4 range.");
    }
    return range;
  }
}
